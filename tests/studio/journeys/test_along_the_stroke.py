"""A person chooses what happens along a stroke, and finds the same pixels after saving and reopening."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from studio.pages.paint.page import PaintPage
from tests.studio.journeys.hand import LEFT
from tests.studio.journeys.paint_room import MADE_MS, drag, enter_paint, pixel_hash

LINE = [(80.0, 100.0), (700.0, 120.0), (720.0, 450.0), (90.0, 470.0)]


@pytest.fixture
def page(qtbot, studio) -> PaintPage:
    return enter_paint(qtbot, studio)


def choose(qtbot, page: PaintPage, mode: str) -> None:
    page.brush_panel.mode.options[mode].trigger()
    qtbot.waitUntil(lambda: bool(page.brush.stamps), timeout=MADE_MS)
    assert page.brush.mode == mode


def last(session):
    return session.artwork.current.layers[-1].strokes[-1]


def classes(stroke) -> list[int]:
    return [int(stroke.stamps[int(dab[4])].latent.mix.argmax()) for dab in stroke.dabs]


@pytest.mark.parametrize("mode", ["fixed", "random", "drift", "travel", "field", "sequence"])
def test_the_same_stroke_gives_the_same_pixels_again_and_after_reopening(
    qtbot, page, session, tmp_path, mode
):
    choose(qtbot, page, mode)
    drag(qtbot, page, *LINE)
    painted = pixel_hash(session)
    page.undo_action.trigger()
    assert pixel_hash(session) != painted
    page.brush.set_mode("fixed")  # what was made has to be wanted, and is the same, once more
    choose(qtbot, page, mode)
    drag(qtbot, page, *LINE)
    assert pixel_hash(session) == painted
    assert page.files.save_to(tmp_path / "kept.latent")
    page.files.new()
    assert page.open_document(tmp_path / "kept.latent")
    assert pixel_hash(session) == painted
    assert (len({stamp.pixels.tobytes() for stamp in last(session).stamps}) > 5) == (mode != "fixed")


def test_random_dabs_keep_the_class_or_take_any_and_the_dice_throws_again(qtbot, page, session):
    choose(qtbot, page, "random")
    options = page.brush_panel.options
    drag(qtbot, page, *LINE)
    assert set(classes(last(session))) == {3} and len(last(session).stamps) > 20
    before = page.brush.stamps
    options.dice.click()
    qtbot.waitUntil(lambda: page.brush.stamps not in ((), before), timeout=MADE_MS)
    options.classes.set_value("any")
    qtbot.waitUntil(lambda: bool(page.brush.stamps), timeout=MADE_MS)
    drag(qtbot, page, *LINE)
    assert len(set(classes(last(session)))) == 10


def test_a_drift_changes_little_from_dab_to_dab_and_much_along_the_way(qtbot, page, session):
    choose(qtbot, page, "drift")
    drag(qtbot, page, *LINE)
    pixels = [last(session).stamps[int(dab[4])].pixels.astype(int) for dab in last(session).dabs]
    steps = [np.abs(a - b).mean() for a, b in pairwise(pixels)]
    assert np.mean(steps) < 0.5 * max(np.abs(each - pixels[0]).mean() for each in pixels)


def test_a_typed_year_is_painted_in_one_style_and_what_the_model_lacks_is_said(qtbot, page, session):
    choose(qtbot, page, "sequence")
    qtbot.keyClicks(page.brush_panel.options.text, "2026")
    qtbot.waitUntil(lambda: len(page.brush.stamps) == 4, timeout=MADE_MS)
    drag(qtbot, page, *LINE)
    assert classes(last(session))[:8] == [2, 0, 2, 6, 2, 0, 2, 6]
    assert len({stamp.latent.z.tobytes() for stamp in last(session).stamps}) == 1
    said = []
    page.status_text_changed.connect(said.append)
    page.brush_panel.options.text.clear()
    qtbot.keyClicks(page.brush_panel.options.text, "ab")
    assert page.brush.stamps == () and page.brush.missing == "ab"
    count = session.artwork.current.stroke_count
    drag(qtbot, page, *LINE)
    assert said[-1] == "This model has no a b." and session.artwork.current.stroke_count == count


def test_a_field_shows_what_the_pad_of_explore_stands_for(qtbot, page, session, studio):
    choose(qtbot, page, "field")
    first = page.brush.stamps
    studio.window.show_room("explore")
    qtbot.mouseClick(studio.window.pages["explore"].panel.another, LEFT)
    studio.window.show_room("paint")
    qtbot.waitUntil(lambda: page.brush.stamps not in ((), first), timeout=MADE_MS)
    drag(qtbot, page, *LINE)
    assert len(last(session).stamps) > 10 and set(last(session).stamps) <= set(page.brush.stamps)


def test_the_key_of_travel_goes_there_and_back(qtbot, page):
    page.canvas.setFocus()
    qtbot.keyClick(page.canvas, Qt.Key.Key_T)
    assert page.brush.mode == "travel"
    qtbot.keyClick(page.canvas, Qt.Key.Key_T)
    assert page.brush.mode == "fixed"
    assert QApplication.activePopupWidget() is None
