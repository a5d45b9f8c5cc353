"""A person trains on pictures of their own, watches, pauses, stops, goes on, and takes a sample along."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QObject, QPoint, Qt
from pytestqt.qtbot import QtBot

from gan.run_folder import RunFolder
from studio.app import Studio
from studio.pages.train.page import TrainPage
from tests.studio.journeys.training_room import (
    BUTTON,
    WAIT_MS,
    draw_shapes,
    enter_room,
    is_quiet,
    press_train,
    steps_of,
    type_steps,
    words,
)


@pytest.fixture
def room(qtbot: QtBot, studio: Studio, tmp_path: Path) -> TrainPage:
    """The shapes chosen, and a budget of 40 steps."""
    return enter_room(qtbot, studio, draw_shapes(tmp_path), steps=40)


def chart_words(page: TrainPage) -> list[str]:
    assert page.charts.charts is not None
    titles = [chart.findChild(QObject, "chart_title") for chart in page.charts.charts.charts]
    return [title.text() for title in titles]


def test_a_run_fills_the_gallery_and_draws_its_curves(qtbot: QtBot, studio: Studio, room: TrainPage) -> None:
    events: list[object] = []
    studio.session.training.reported.connect(events.append)
    with qtbot.waitSignal(studio.session.training.ended, timeout=WAIT_MS):
        press_train(qtbot, room)
        assert not room.bar.main.isEnabled(), "it is getting ready"
        qtbot.waitUntil(lambda: room.bar.main.text() == "Pause", timeout=WAIT_MS)
    assert steps_of(events) == list(range(1, 41)), "every step is on the curves, once"
    assert room.samples.gallery.row_names == ("lying", "standing")
    pixels = room.samples.gallery.pixels
    assert pixels is not None and pixels.shape == (2, 8, 28, 28, 1)
    assert pixels.std() > 0
    qtbot.waitUntil(lambda: all(":" in text for text in chart_words(room)), timeout=WAIT_MS)
    assert chart_words(room)[0].startswith("Losses: Generator")
    assert "40 of 40" in words(room.form)
    assert room.bar.main.text() == "Train"


def test_pause_holds_the_run_and_go_on_takes_it_up(qtbot: QtBot, studio: Studio, room: TrainPage) -> None:
    events: list[object] = []
    training = studio.session.training
    training.reported.connect(events.append)
    type_steps(qtbot, room, 5000)
    press_train(qtbot, room)
    qtbot.waitUntil(lambda: len(steps_of(events)) > 5, timeout=WAIT_MS)
    qtbot.mouseClick(room.bar.main, BUTTON)
    assert training.state == "paused"
    qtbot.waitUntil(lambda: is_quiet(qtbot, events), timeout=WAIT_MS)  # once what was under way has arrived
    held = len(events)
    assert room.bar.main.text() == "Go on"
    qtbot.mouseClick(room.bar.main, BUTTON)
    qtbot.waitUntil(lambda: len(events) > held, timeout=WAIT_MS)
    with qtbot.waitSignal(training.ended, timeout=WAIT_MS):
        qtbot.mouseClick(room.bar.stop, BUTTON)


def test_a_run_that_was_stopped_goes_on_exactly_where_it_was_saved(
    qtbot: QtBot, studio: Studio, room: TrainPage
) -> None:
    events: list[object] = []
    training = studio.session.training
    training.reported.connect(events.append)
    type_steps(qtbot, room, 5000)
    press_train(qtbot, room)
    qtbot.waitUntil(lambda: len(steps_of(events)) > 10, timeout=WAIT_MS)
    with qtbot.waitSignal(training.ended, timeout=WAIT_MS):
        qtbot.mouseClick(room.bar.stop, BUTTON)
        assert words(room.bar) in ("Finishing this batch…", "Saving…")
    folder = Path(studio.session.settings.value("train/last_run", ""))
    saved = int(RunFolder(folder).checkpoint_files()[-1].stem.removeprefix("step-"))
    assert f"Saved at step\n{saved}" in words(room.form).replace(",", "")
    events.clear()
    type_steps(qtbot, room, 10)
    with qtbot.waitSignal(training.ended, timeout=WAIT_MS):
        qtbot.mouseClick(room.bar.continue_last, BUTTON)
    assert steps_of(events) == list(range(saved + 1, saved + 11))
    assert f"{saved + 10} of {saved + 10}" in words(room.form).replace(",", "")


def test_a_sample_is_kept_and_sent_with_its_own_latent(qtbot: QtBot, studio: Studio, room: TrainPage) -> None:
    with qtbot.waitSignal(studio.session.training.ended, timeout=WAIT_MS):
        press_train(qtbot, room)
    gallery = room.samples.gallery
    qtbot.mouseClick(gallery, BUTTON, pos=gallery.cell_rect(1, 3).center())
    qtbot.keyClick(gallery, Qt.Key.Key_P)
    kept = studio.session.shelf[-1]
    assert gallery.pixels is not None
    np.testing.assert_array_equal(kept.pixels, gallery.pixels[1, 3])
    np.testing.assert_array_equal(kept.latent.mix, [0.0, 1.0])
    with qtbot.waitSignal(studio.session.latent_sent) as told:
        qtbot.mouseDClick(gallery, BUTTON, pos=gallery.cell_rect(0, 3).center())
    assert told.args[0] == "explore"
    np.testing.assert_array_equal(told.args[1].z, kept.latent.z), "a column shares its style"


def test_a_locked_recipe_says_why(qtbot: QtBot, studio: Studio, room: TrainPage) -> None:
    training = studio.session.training
    type_steps(qtbot, room, 5000)
    press_train(qtbot, room)
    section = room.form.budget.parentWidget()
    cover = section.childAt(QPoint(section.width() // 2, section.height() // 2))
    assert "Stop the run" in cover.toolTip()
    assert not room.form.presets.isEnabled()
    qtbot.waitUntil(lambda: training.state == "running", timeout=WAIT_MS)
    with qtbot.waitSignal(training.ended, timeout=WAIT_MS):
        qtbot.mouseClick(room.bar.stop, BUTTON)
    assert room.form.presets.isEnabled()
