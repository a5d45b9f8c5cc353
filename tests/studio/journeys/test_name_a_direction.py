"""Someone finds what a direction does, calls it that, quits, and finds the name again."""

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from studio.app import Studio
from studio.pages.explore.page import ExplorePage
from studio.pages.explore.state import PRINCIPAL
from studio.widgets.controls.editable_name import EditableName
from tests.studio.journeys.explore_room import PATIENCE_MS, enter_explore, picture_here, sheet_entry
from tests.studio.journeys.hand import LEFT, menu_entry

LEFT_MS = 30_000


@pytest.fixture
def page(qtbot, studio) -> ExplorePage:
    page = enter_explore(qtbot, studio)
    sheet_entry(page, PRINCIPAL).trigger()
    picture_here(qtbot, page)
    return page


def names_of(page) -> list[str]:
    return [name.shown for name in page.panel.directions.findChildren(EditableName) if name.isVisible()]


def give(qtbot, page, place: int, text: str) -> None:
    """Double-click the name of the slider at that place, and type."""
    name = [name for name in page.panel.directions.findChildren(EditableName) if name.isVisible()][place]
    qtbot.mouseDClick(name, LEFT)
    field = name.findChild(QLineEdit)
    qtbot.keyClicks(field, text)
    qtbot.keyClick(field, Qt.Key.Key_Return)


def axis_point(page, *, upwards: bool):
    sheet = page.pad.sheet_rect().translated(page.pad.pos())
    at = (
        QPointF(sheet.left() - 14, sheet.center().y())
        if upwards
        else QPointF(sheet.center().x(), sheet.bottom() + 14)
    )
    return at.toPoint()


def press_entry(qtbot, page, text: str, *, upwards: bool) -> None:
    """Press the words of an axis, then an entry of the menu that opens."""
    qtbot.mouseClick(page.pad.parentWidget(), LEFT, pos=axis_point(page, upwards=upwards))
    menu = QApplication.activePopupWidget()
    qtbot.mouseClick(menu, LEFT, pos=menu.actionGeometry(menu_entry(menu, text)).center())


def test_a_direction_is_named_and_found_again_after_quitting(qtbot, studio, page):
    assert names_of(page) == ["Direction 3", "Direction 4", "Direction 5"]
    give(qtbot, page, 0, "Curl")
    assert names_of(page) == ["Curl", "Direction 4", "Direction 5"]
    with qtbot.waitSignal(studio.left, timeout=LEFT_MS):
        studio.window.close()
    again = Studio()
    again.window.resize(1280, 800)
    again.show()
    page = enter_explore(qtbot, again)
    assert page.room_bar_left.chooser.text() == "Principal directions"
    qtbot.waitUntil(lambda: names_of(page) == ["Curl", "Direction 4", "Direction 5"])
    press_entry(qtbot, page, "Curl", upwards=True)
    assert page.panel.directions.head.accessibleDescription() == "Direction 1 and Curl are on the pad"
    with qtbot.waitSignal(again.left, timeout=LEFT_MS):
        again.window.close()
    again.window.deleteLater()
    again.deleteLater()


def test_the_direction_along_an_axis_is_named_at_the_axis(qtbot, page):
    frame = page.pad.parentWidget()
    for upwards, number in ((False, 1), (True, 2)):
        press_entry(qtbot, page, f"Name “Direction {number}”…", upwards=upwards)
        field = next(one for one in frame.findChildren(QLineEdit) if one.isVisible())
        qtbot.keyClicks(field, f"Way {number}")
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert page.panel.directions.head.accessibleDescription() == "Way 1 and Way 2 are on the pad"


def test_sliders_move_the_picture_along_directions_and_can_be_undone(qtbot, page):
    before = page.panel.preview.pixels
    slider = page.panel.directions.sliders["principal-5"]
    high = slider.findChildren(type(page.panel.preview))[1]
    qtbot.waitUntil(lambda: high.pixels is not None, timeout=PATIENCE_MS)
    there = high.pixels
    qtbot.mouseClick(high, LEFT)
    qtbot.waitUntil(
        lambda: np.abs(page.panel.preview.pixels.astype(int) - there).max() <= 1, timeout=PATIENCE_MS
    )
    assert page.undo_action.text() == "Undo a direction"
    page.undo_action.trigger()
    qtbot.waitUntil(lambda: np.array_equal(page.panel.preview.pixels, before), timeout=PATIENCE_MS)


def test_the_weaker_directions_come_when_they_are_asked_for(qtbot, page):
    assert page.panel.directions.more.text() == "3 more"
    qtbot.mouseClick(page.panel.directions.more, LEFT)
    assert names_of(page) == [f"Direction {number}" for number in range(3, 9)]
    qtbot.mouseClick(page.panel.directions.more, LEFT)
    assert len(names_of(page)) == 3


def test_of_two_parts_that_fold_a_low_room_shows_one_at_a_time(qtbot, page):
    directions, layers = page.panel.directions, page.panel.layers
    assert names_of(page) and not layers.is_unfolded
    qtbot.mouseClick(layers.head, LEFT)
    assert not names_of(page) and layers.is_unfolded
    qtbot.mouseClick(directions.head, LEFT)
    assert names_of(page) and not layers.is_unfolded
    page.window().resize(960, 600)
    assert not names_of(page), "they give way before the preview does"
    page.window().resize(1280, 800)
    assert names_of(page)
