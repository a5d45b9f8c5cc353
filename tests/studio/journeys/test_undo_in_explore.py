"""Someone goes too far in Explore and takes it back, step by step."""

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt

from studio.pages.explore.page import ExplorePage
from tests.studio.journeys.explore_room import PATIENCE_MS, drag, enter_explore, sheet_entry
from tests.studio.journeys.hand import LEFT


@pytest.fixture
def page(qtbot, studio) -> ExplorePage:
    return enter_explore(qtbot, studio)


def test_one_press_takes_a_whole_drag_back_and_another_brings_it_again(qtbot, page):
    first = page.panel.preview.pixels
    drag(qtbot, page.pad, (0, 0), (1, 0.5), (1.5, 1), (2, 2))
    qtbot.waitUntil(lambda: not np.array_equal(page.panel.preview.pixels, first), timeout=PATIENCE_MS)
    there = page.pad.place
    assert page.undo_action.text() == "Undo moving the dot"
    qtbot.keyClick(page.pad, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert page.pad.place == QPointF(0, 0)
    qtbot.waitUntil(lambda: np.array_equal(page.panel.preview.pixels, first), timeout=PATIENCE_MS)
    page.redo_action.trigger()
    assert page.pad.place == there
    assert not page.redo_action.isEnabled()


def test_sheet_seed_classes_variety_and_directions_each_go_back(qtbot, page):
    panel = page.panel
    seed, mix = panel.seed_field.value, panel.mixer.mix
    sheet_entry(page, "lattice").trigger()
    qtbot.mouseClick(panel.another, LEFT)
    qtbot.mouseDClick(panel.mixer, LEFT, pos=panel.mixer.bar_rect(7).center().toPoint())
    qtbot.keyClick(panel.variety.focusProxy().focusProxy(), Qt.Key.Key_Right)
    said = []
    while page.undo_action.isEnabled():
        said.append(page.undo_action.text().removeprefix("Undo "))
        page.undo_action.trigger()
    assert said == ["variety", "mixing classes", "another style", "choosing the sheet"]
    assert panel.seed_field.value == seed and np.array_equal(panel.mixer.mix, mix)
    assert panel.variety.value == 0.8
    assert page.room_bar_left.chooser.text() == "Slant × thickness"


def test_looking_closer_is_no_step_and_stays_through_an_undo(qtbot, page):
    drag(qtbot, page.pad, (0, 0), (1, 1))
    qtbot.keyClick(page.pad, Qt.Key.Key_Plus)
    closer = page.pad.view.span
    page.undo_action.trigger()
    assert page.pad.place == QPointF(0, 0) and page.pad.view.span == closer
    assert not page.undo_action.isEnabled()
