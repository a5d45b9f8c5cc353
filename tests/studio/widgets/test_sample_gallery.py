"""The gallery shows its cells at whole multiples, and mouse and keyboard choose among them."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QColor, QContextMenuEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from studio.theme import DARK, apply_theme
from studio.widgets.gallery_grid import GalleryGrid
from studio.widgets.sample_gallery import SampleGallery

DIGITS = tuple("0123456789")


@pytest.fixture
def gallery(qtbot: QtBot, qapp: QApplication) -> SampleGallery:
    apply_theme(qapp, "dark")
    gallery = SampleGallery()
    gallery.set_layout(DIGITS, 8, (28, 28))
    gallery.resize(500, 580)
    qtbot.addWidget(gallery)
    gallery.show()
    return gallery


def blank(level: int = 0) -> np.ndarray:
    return np.full((10, 8, 28, 28, 1), level, np.uint8)


@pytest.mark.parametrize(("height", "zoom"), [(580, 2), (860, 3), (300, 1), (100, 1)])
def test_cells_are_whole_multiples_of_their_pictures(height: int, zoom: int) -> None:
    grid = GalleryGrid(rows=10, columns=8, picture=QSize(28, 28), name_width=24)
    room = QSize(2000, height)
    assert grid.cell_rect(9, 7, room).size() == QSize(28, 28) * zoom


def test_pictures_too_wide_for_the_room_shrink_to_a_whole_fraction() -> None:
    grid = GalleryGrid(rows=1, columns=8, picture=QSize(256, 256), name_width=24)
    assert grid.cell_rect(0, 0, QSize(600, 600)).size() == QSize(64, 64)


def test_the_picture_of_a_cell_lies_in_that_cell(gallery: SampleGallery) -> None:
    pixels = blank()
    pixels[3, 5] = 255
    gallery.set_pixels(pixels)
    image = gallery.grab().toImage()
    assert image.pixelColor(gallery.cell_rect(3, 5).center()) == QColor(DARK.chalk)
    assert image.pixelColor(gallery.cell_rect(3, 4).center()) == QColor(DARK.slate)


def test_fresh_pictures_and_another_theme_replace_what_was_drawn(
    qapp: QApplication, gallery: SampleGallery
) -> None:
    gallery.set_pixels(blank(255))
    before = gallery.grab().toImage()
    apply_theme(qapp, "light")
    assert gallery.grab().toImage().pixelColor(gallery.cell_rect(0, 0).center()) != before.pixelColor(
        gallery.cell_rect(0, 0).center()
    )


def test_a_click_chooses_a_cell(qtbot: QtBot, gallery: SampleGallery) -> None:
    with qtbot.waitSignal(gallery.cell_chosen) as told:
        qtbot.mouseClick(gallery, Qt.MouseButton.LeftButton, pos=gallery.cell_rect(4, 2).center())
    assert told.args == [4, 2]
    assert gallery.chosen == (4, 2)
    assert gallery.accessibleDescription() == "4, style 3"


def test_a_click_beside_the_cells_chooses_nothing(qtbot: QtBot, gallery: SampleGallery) -> None:
    qtbot.mouseClick(gallery, Qt.MouseButton.LeftButton, pos=QPoint(2, 2))
    assert gallery.chosen is None


def test_arrows_walk_through_the_cells_and_stop_at_the_rim(qtbot: QtBot, gallery: SampleGallery) -> None:
    keys = Qt.Key
    for key in (keys.Key_Down, keys.Key_Up, keys.Key_Right, keys.Key_Down, keys.Key_Left, keys.Key_Left):
        qtbot.keyClick(gallery, key)
    assert gallery.chosen == (1, 0)


def test_enter_and_double_click_take_the_chosen_cell_further(qtbot: QtBot, gallery: SampleGallery) -> None:
    gallery.choose(2, 2)
    with qtbot.waitSignal(gallery.cell_activated) as told:
        qtbot.keyClick(gallery, Qt.Key.Key_Return)
    assert told.args == [2, 2]
    with qtbot.waitSignal(gallery.cell_activated) as told:
        qtbot.mouseDClick(gallery, Qt.MouseButton.LeftButton, pos=gallery.cell_rect(7, 1).center())
    assert told.args == [7, 1]


@pytest.mark.parametrize("reason", [QContextMenuEvent.Reason.Mouse, QContextMenuEvent.Reason.Keyboard])
def test_the_menu_is_asked_for_by_mouse_and_by_key(
    qtbot: QtBot, gallery: SampleGallery, reason: QContextMenuEvent.Reason
) -> None:
    gallery.choose(6, 3)
    place = gallery.cell_rect(6, 3).center()
    with qtbot.waitSignal(gallery.menu_requested) as told:
        QApplication.sendEvent(gallery, QContextMenuEvent(reason, place, gallery.mapToGlobal(place)))
    assert told.args == [6, 3, gallery.mapToGlobal(place)]


def test_pictures_without_classes_are_numbered_through(gallery: SampleGallery) -> None:
    gallery.set_layout(("",) * 10, 8, (28, 28))
    assert gallery.words_of(2, 3) == "Style 20"
