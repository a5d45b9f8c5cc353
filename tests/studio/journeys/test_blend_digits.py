"""Someone mixes a three and an eight, and what else they find."""

import numpy as np
import pytest
from PySide6.QtWidgets import QApplication

from studio.pages.blend.page import BlendPage
from studio.widgets.controls.buttons import IconButton
from tests.studio.journeys.blend_room import (
    LEFT,
    PATIENCE_MS,
    alike,
    click_tile,
    click_well,
    drag_slider,
    my_digit,
    sliders_of,
    wait_for_another_picture,
    wait_until_alike,
    wait_until_drawn,
)


@pytest.fixture
def page(qtbot, studio_window) -> BlendPage:
    studio_window.show_room("blend")
    page = studio_window.pages["blend"]
    wait_until_drawn(qtbot, page)
    return page


def test_my_three_becomes_my_eight_in_the_same_hand(qtbot, page):
    three, eight = my_digit(page, 3, 77), my_digit(page, 8, 78)
    for well, latent in enumerate((three, eight)):
        QApplication.clipboard().setText(latent.to_text())
        page.desk.wells[well].view.setFocus()
        page.actions_of_room.paste.trigger()
    assert page.edits.blend.wells == (three, eight)
    shape, style = sliders_of(page)
    drag_slider(qtbot, style, page.desk.sliders.style_value, 0.0)
    hand = page.edits.blend.z.tobytes()
    assert hand == three.z.tobytes()
    before = page.desk.result.pixels
    drag_slider(qtbot, shape, page.desk.sliders.shape, 1.0)
    wait_for_another_picture(qtbot, page, before)
    assert page.edits.blend.z.tobytes() == hand, "the hand stays to the last bit"
    assert page.edits.blend.mix[8] == 1
    qtbot.waitUntil(
        lambda: alike(page.desk.result.pixels, page.desk.classes.pictures[8]), timeout=PATIENCE_MS
    )


def test_linked_sliders_lead_from_a_to_b(qtbot, page):
    shape, style = sliders_of(page)
    qtbot.mouseClick(page.desk.sliders.findChild(IconButton), LEFT)
    for number, well in ((0.0, 0), (1.0, 1)):
        before = page.desk.result.pixels
        drag_slider(qtbot, shape, page.desk.sliders.shape, number)
        wait_for_another_picture(qtbot, page, before)
        assert shape.number == style.number
        wait_until_alike(qtbot, lambda: page.desk.result.pixels, page.desk.wells[well].pixels)


def test_a_style_between_the_marks_of_its_slider_is_not_rounded_by_the_other_slider(qtbot, page):
    page.side.angles.degrees.set_value(7)
    qtbot.mouseClick(page.side.angles.turn, LEFT)
    hand = page.edits.blend.z.tobytes()
    drag_slider(qtbot, sliders_of(page)[0], page.desk.sliders.shape, 0.9)
    assert page.edits.blend.z.tobytes() == hand


def test_a_class_is_one_click_away_in_the_same_style(qtbot, page):
    before, classes = page.desk.result.pixels, page.desk.classes
    five = classes.pictures[5]
    click_tile(qtbot, classes, 5)
    wait_until_alike(qtbot, lambda: page.desk.result.pixels, five)
    assert page.desk.mixer.mix[5] == 1
    bar = page.desk.mixer.bar_rect(6)
    qtbot.mousePress(page.desk.mixer, LEFT, pos=bar.center().toPoint())
    qtbot.mouseRelease(page.desk.mixer, LEFT, pos=bar.center().toPoint())
    wait_for_another_picture(qtbot, page, five)
    assert page.desk.mixer.mix[[5, 6]] == pytest.approx([0.5, 0.5], abs=0.02)
    assert not np.array_equal(page.desk.result.pixels, before)


def test_a_picture_is_chosen_for_no_well_that_undo_took_away(qtbot, page):
    for _ in range(2):
        qtbot.mouseClick(page.room_bar_left.add, LEFT)
    for _ in range(2):
        page.undo_action.trigger()
    wells = page.edits.blend.wells
    assert len(wells) == 2 and not page.side.shows_sources
    click_tile(qtbot, page.side.sources.fresh, 3)
    assert page.edits.blend.wells == wells


def test_swap_leaves_the_middle_as_it_is(qtbot, page):
    a, b = (page.desk.wells[well].pixels for well in (0, 1))
    middle = page.desk.result.pixels
    qtbot.mouseClick(page.room_bar_left.swap, LEFT)
    wait_until_alike(qtbot, lambda: page.desk.wells[0].pixels, b)
    assert alike(page.desk.wells[1].pixels, a)
    assert alike(page.desk.result.pixels, middle)


def test_a_well_is_clicked_and_a_fresh_picture_fills_it_but_never_a_locked_one(qtbot, page, studio_window):
    fresh, wells = page.side.sources.fresh, page.desk.wells
    click_well(qtbot, page, 1)
    assert fresh.isVisible()
    click_tile(qtbot, fresh, 12)
    wait_until_alike(qtbot, lambda: wells[1].pixels, fresh.pictures[12])
    qtbot.mouseClick(page.side.sources.close_button, LEFT)
    assert page.side.grid.isVisible()
    qtbot.mouseClick(wells[0].findChild(IconButton), LEFT)
    click_well(qtbot, page, 0)
    assert page.side.grid.isVisible(), "a locked well asks for nothing"
    assert "A is locked" in [
        label.text() for label in studio_window.status_line.children() if hasattr(label, "text")
    ]
    wells[0].view.setFocus()
    before = page.edits.blend.wells[0]
    page.actions_of_room.fresh.trigger()
    QApplication.clipboard().setText(my_digit(page, 4).to_text())
    page.actions_of_room.paste.trigger()
    assert page.edits.blend.wells[0] is before


def test_a_latent_sent_from_another_room_arrives(qtbot, page, session):
    before = page.desk.wells[1].pixels
    session.send("blend_b", my_digit(page, 6), None)
    qtbot.waitUntil(lambda: not np.array_equal(page.desk.wells[1].pixels, before), timeout=PATIENCE_MS)


def test_turning_toward_b_ends_at_b(qtbot, page):
    drag_slider(qtbot, sliders_of(page)[1], page.desk.sliders.style_value, 0.0)
    mix = page.edits.blend.mix.tobytes()
    presses = int(page.edits.blend.angle // 10) + 1
    for _ in range(presses):
        qtbot.mouseClick(page.side.angles.turn, LEFT)
    blend = page.edits.blend
    assert blend.z.tobytes() == blend.wells[1].z.tobytes() and blend.mix.tobytes() == mix
    assert page.desk.sliders.style_value == 1
    qtbot.mouseClick(page.side.angles.turn, LEFT)
    assert page.edits.blend.z.tobytes() == blend.wells[1].z.tobytes(), "no further than B"


def test_a_third_and_a_fourth_picture_are_mixed_in_and_taken_out(qtbot, page):
    assert not page.desk.wells[2].isVisible() and not page.side.angles.sum.isEnabled()
    for well in (2, 3):
        qtbot.mouseClick(page.room_bar_left.add, LEFT)
        assert page.desk.wells[well].isVisible() and page.side.sources.isVisible()
    assert not page.room_bar_left.add.isVisible()
    click_tile(qtbot, page.side.sources.fresh, 47)
    pad, before = page.desk.weights.shape.pad, page.desk.result.pixels
    qtbot.mouseClick(pad, LEFT, pos=pad.point_of_corner(3).toPoint())
    wait_for_another_picture(qtbot, page, before)
    assert page.desk.mixer.mix[7] == 1
    remove = page.desk.wells[3].findChildren(IconButton)[1]
    qtbot.mouseClick(remove, LEFT)
    assert not page.desk.wells[3].isVisible() and len(page.edits.blend.wells) == 3
    qtbot.waitUntil(lambda: page.desk.mixer.mix[7] == 0)


def test_a_minus_b_plus_c_comes_into_the_middle_and_on_into_a(qtbot, page):
    qtbot.mouseClick(page.room_bar_left.add, LEFT)
    page.edits.do("filling C", page.edits.blend.filled(2, my_digit(page, 5)))
    before = page.desk.result.pixels
    qtbot.mouseClick(page.side.angles.sum, LEFT)
    whole = wait_for_another_picture(qtbot, page, before)
    assert page.edits.blend.mix[[3, 5]] == pytest.approx([0.5, 0.5], abs=1e-6)
    page.side.angles.strength.number_field.set_value(0)
    wait_for_another_picture(qtbot, page, whole)
    assert page.edits.blend.latent == page.edits.blend.wells[0]
    page.side.angles.strength.set_value(1.5)
    middle = page.edits.blend.latent
    qtbot.mouseClick(page.side.angles.into_a, LEFT)
    assert page.edits.blend.wells[0] == middle == page.edits.blend.latent
    assert page.side.angles.turn.isVisible()
