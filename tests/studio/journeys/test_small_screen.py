"""The least screen is one of 1080 lines at 200%, 960 × 540: what belongs together is seen together there, too."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QAbstractScrollArea, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from studio.app import Studio
from studio.pages.blend.page import BlendPage
from studio.pages.explore.page import ExplorePage
from studio.pages.shelf_desk import ShelfDesk

SMALL_PX = (960, 540)


@pytest.fixture
def small(qtbot: QtBot, studio: Studio) -> Studio:
    studio.window.resize(*SMALL_PX)
    qtbot.waitUntil(lambda: (studio.window.width(), studio.window.height()) == SMALL_PX)
    return studio


def area_around(widget: QWidget) -> QScrollArea:
    around = widget.parentWidget()
    while not isinstance(around, QAbstractScrollArea):
        around = around.parentWidget()
    assert isinstance(around, QScrollArea)
    return around


def is_seen(widget: QWidget, part: QRect | None = None) -> bool:
    """All of it, or of a part of it, lies in what its scrolled panel shows."""
    view = area_around(widget).viewport()
    part = widget.rect() if part is None else part
    return view.rect().contains(QRect(widget.mapTo(view, QPoint()) + part.topLeft(), part.size()))


def test_who_draws_to_find_sees_the_nearest_eight_while_drawing(qtbot: QtBot, small: Studio) -> None:
    small.window.show_room("explore")
    page = small.window.pages["explore"]
    assert isinstance(page, ExplorePage)
    page.tools.take("find")
    find = page.finder.sheet
    qtbot.waitUntil(find.isVisible)
    eighth = find.grid.tile_rect(7).toAlignedRect()
    qtbot.waitUntil(lambda: is_seen(find.sheet) and is_seen(find.grid, eighth))
    for tool in (find.chooser, find.undo, find.clear):
        assert is_seen(tool) and not tool.geometry().intersects(find.sheet.geometry())
    small.window.resize(1280, 800)
    qtbot.waitUntil(lambda: find.sheet.width() > 250)


def test_who_mixes_four_pictures_sees_what_comes_of_it(qtbot: QtBot, small: Studio) -> None:
    small.window.show_room("blend")
    page = small.window.pages["blend"]
    assert isinstance(page, BlendPage)
    desk = page.desk
    for _ in range(2):
        page.room_bar_left.add.click()
    qtbot.waitUntil(desk.wells[3].isVisible)
    bar = area_around(desk).verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    pads = (desk.weights.shape.pad, desk.weights.style_shares.pad)
    bar.setValue(max(pad.mapTo(desk, QPoint(0, pad.height())).y() for pad in pads) - bar.pageStep())
    qtbot.waitUntil(lambda: is_seen(desk.result))
    assert all(is_seen(pad) for pad in pads)
    bar.setValue(0)
    qtbot.waitUntil(lambda: desk.result.y() < desk.wells[2].y())


def test_the_shelf_is_no_taller_than_the_window(small: Studio) -> None:
    small.session.shelf_asked.emit()
    desk = small.window.findChild(ShelfDesk)
    assert desk.dialog.isVisible() and desk.dialog.height() <= SMALL_PX[1]
    desk.dialog.close()
