"""Someone lays kept pictures on the sheet and walks between them."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtWidgets import QApplication, QMenu, QWidgetAction

from gan.latents import Latent
from studio.pages.explore.page import ExplorePage
from studio.pages.explore.state import ANCHORS, POINTS
from studio.widgets.pad.pad_anchors import AnchorHandle
from studio.widgets.pictures.latent_mime import latent_mime
from tests.studio.journeys.explore_room import PATIENCE_MS, click, enter_explore, picture_here, sheet_entry
from tests.studio.journeys.hand import LEFT, drop, turn_wheel


@pytest.fixture
def page(qtbot, studio) -> ExplorePage:
    return enter_explore(qtbot, studio)


@pytest.fixture
def kept(qtbot, page, session) -> list[Latent]:
    """Three pictures on the shelf: a 3, an 8 and a 5."""
    for seed, digit in ((11, 3), (28, 8), (5, 5)):
        page.panel.seed_field.set_value(seed)
        bar = page.panel.mixer.bar_rect(digit).center().toPoint()
        qtbot.mouseDClick(page.panel.mixer, LEFT, pos=bar)
        picture_here(qtbot, page)
        page.picture_actions.keep.trigger()
    return [picture.latent for picture in session.shelf]


def drop_picture(page, latent, place):
    """Out of the shelf onto the sheet, to the widget under the hand."""
    point = page.pad.point_of(QPointF(*place))
    target = page.pad.childAt(point.toPoint()) or page.pad
    at = QPointF(target.mapFrom(page.pad, point.toPoint())) if target is not page.pad else point
    drop(target, latent_mime(latent.to_text()), at)


def handles(page) -> list[AnchorHandle]:
    return [handle for handle in page.pad.findChildren(AnchorHandle) if handle.isVisible()]


def drag_anchor(qtbot, page, index, place):
    handle = handles(page)[index]
    middle = handle.rect().center()
    qtbot.mousePress(handle, LEFT, pos=middle)
    for part in (0.3, 0.7, 1.0):
        way = page.pad.point_of(QPointF(*place)).toPoint() - handle.mapTo(page.pad, middle)
        qtbot.mouseMove(handle, pos=middle + QPoint(round(way.x() * part), round(way.y() * part)))
    qtbot.mouseRelease(handle, LEFT, pos=middle)


def test_two_dropped_pictures_are_met_exactly_and_a_dragged_one_takes_its_picture_along(qtbot, page, kept):
    drop_picture(page, kept[0], (-2, 1))
    drop_picture(page, kept[1], (1.5, -1))
    assert page.room_bar_left.switch.value == "anchor" and len(handles(page)) == 2
    picture_here(qtbot, page)
    assert page.latent == kept[1]
    assert page.panel.mixer.mix[8] == 1 and not page.panel.variety.isEnabled()
    drag_anchor(qtbot, page, 0, (-1, 2))
    picture_here(qtbot, page)
    assert page.latent == kept[0], "the dot went along"
    assert abs(page.pad.place.x() + 1) < 0.05 and abs(page.pad.place.y() - 2) < 0.05
    page.tools.action("move").trigger()
    click(qtbot, page.pad, (1.6, -1.1))
    picture_here(qtbot, page)
    assert page.latent == kept[1], "a press on a tile goes to its very place"
    click(qtbot, page.pad, (0, 0))
    picture_here(qtbot, page)
    assert 0 < page.panel.mixer.mix[3] < 1 and 0 < page.panel.mixer.mix[8] < 1
    assert not page.panel.mixer.isEnabled(), "it says what is mixed there"


def test_undo_takes_anchors_back_one_gesture_at_a_time(qtbot, page, kept):
    steps_before = page.history.room.stack.index()
    drop_picture(page, kept[0], (-2, 1))
    drop_picture(page, kept[1], (1.5, -1))
    drag_anchor(qtbot, page, 1, (2, 2))
    moved = page.pad.anchors.marks[1].place
    page.undo_action.trigger()
    assert page.pad.anchors.marks[1].place == pytest.approx((1.5, -1))
    page.redo_action.trigger()
    assert page.pad.anchors.marks[1].place == moved
    for _ in range(3):
        page.undo_action.trigger()
    assert page.history.room.stack.index() == steps_before
    assert handles(page) == [] and page.room_bar_left.switch.value == "move"
    picture_here(qtbot, page)


def test_the_anchor_tool_plants_the_first_four_and_a_double_click_sets_another(qtbot, page, studio_window):
    picture_here(qtbot, page)
    page.tools.action("anchor").trigger()
    assert studio_window.status_line.room_text.startswith("Double-click to set an anchor")
    assert page.room_bar_left.chooser.text() == "Free anchors" and len(handles(page)) == 4
    click(qtbot, page.pad, (0.5, 0.5))
    there = page.latent
    qtbot.mouseDClick(page.pad, LEFT, pos=page.pad.point_of(QPointF(0.5, 0.5)).toPoint())
    assert len(handles(page)) == 5
    assert page.latent == there, "what was seen there is what stays there"


def test_keys_do_with_anchors_all_that_the_mouse_does(qtbot, page):
    page.tools.action("anchor").trigger()
    page.pad.setFocus()
    qtbot.keyClick(page.pad, Qt.Key.Key_Tab)
    handle = QApplication.focusWidget()
    assert isinstance(handle, AnchorHandle)
    place = page.pad.anchors.marks[0].place
    qtbot.keyClick(handle, Qt.Key.Key_Right)
    assert page.pad.anchors.marks[0].place[0] == pytest.approx(place[0] + 6 / 16)
    qtbot.keyClick(handle, Qt.Key.Key_Plus)
    assert page.pad.anchors.marks[0].weight > 1
    qtbot.keyClick(handle, Qt.Key.Key_Delete)
    assert len(handles(page)) == 3
    qtbot.keyClick(page.pad, Qt.Key.Key_Insert)
    assert len(handles(page)) == 4
    page.undo_action.trigger()
    page.undo_action.trigger()
    assert len(handles(page)) == 4


def test_the_wheel_makes_an_anchor_reach_further_and_a_number_can_be_typed(qtbot, page):
    page.tools.action("anchor").trigger()
    qtbot.waitUntil(lambda: len(page.pad.anchors.images()) == 4, timeout=PATIENCE_MS)
    handle = handles(page)[2]
    middle = QPointF(handle.rect().center())
    for _ in range(3):
        turn_wheel(handle, middle, 1)
    assert page.pad.anchors.marks[2].weight == pytest.approx(1.15**3)
    page.undo_action.trigger()
    assert page.pad.anchors.marks[2].weight == 1, "turning the wheel is one gesture"
    page.pad.anchors.menu_requested.emit(2, handle.mapToGlobal(handle.rect().center()))
    menu = next(menu for menu in page.findChildren(QMenu) if menu.isVisible())
    field = next(entry for entry in menu.actions() if isinstance(entry, QWidgetAction)).defaultWidget()
    field.set_value(2.5)
    assert page.pad.anchors.marks[2].weight == 2.5
    menu.close()


def test_a_picture_of_another_generator_is_refused_with_a_sentence(page):
    said = []
    page.status_text_changed.connect(said.append)
    drop_picture(page, Latent(np.ones(3), np.ones(1)), (0, 0))
    assert said[-1] == "This picture comes from another generator" and handles(page) == []


def test_a_sheet_through_three_kept_pictures_shows_each_of_them_exactly(qtbot, page, kept):
    sheet_entry(page, POINTS).trigger()
    corners = [mark.place for mark in page.pad.anchors.marks]
    for corner, latent in zip(corners, kept, strict=True):
        click(qtbot, page.pad, corner)
        picture_here(qtbot, page)
        assert page.latent == latent
    drop_picture(page, kept[0], corners[2])
    click(qtbot, page.pad, corners[2])
    assert page.latent == kept[0], "another one dropped on a corner takes its place"


def test_without_three_kept_pictures_the_room_says_what_to_do(page):
    said = []
    page.status_text_changed.connect(said.append)
    sheet_entry(page, POINTS).trigger()
    assert said[-1] == "Keep three pictures first, for the sheet to go through"
    assert sheet_entry(page, "directions").isChecked()


def test_anchors_are_there_again_at_the_next_start(qtbot, page, kept, session):
    drop_picture(page, kept[0], (-2, 1))
    drop_picture(page, kept[1], (1.5, -1))
    again = ExplorePage(session)
    qtbot.addWidget(again)
    assert again.pad.anchors.marks == page.pad.anchors.marks and again.latent == kept[1]
    assert sheet_entry(again, ANCHORS).isChecked()


def test_the_map_follows_an_anchor_while_it_is_held(qtbot, page, kept):
    drop_picture(page, kept[0], (-2, 1))
    drop_picture(page, kept[1], (1.5, -1))
    qtbot.waitUntil(lambda: page.pad.is_map_complete, timeout=PATIENCE_MS)
    handle = handles(page)[0]
    middle = handle.rect().center()
    qtbot.mousePress(handle, LEFT, pos=middle)
    qtbot.mouseMove(handle, pos=middle + QPoint(120, 80))
    qtbot.waitUntil(
        lambda: page.pad.is_map_whole and not page.pad.is_map_complete, timeout=PATIENCE_MS
    )  # every second picture, so that it keeps up with the hand
    qtbot.mouseRelease(handle, LEFT, pos=middle)
    qtbot.waitUntil(lambda: page.pad.is_map_complete, timeout=PATIENCE_MS)
