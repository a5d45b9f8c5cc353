"""A person holds a run, steps one network alone, samples, saves, brings it to a good end, and exports it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

import gan
from gan.events import BudgetRevised, CheckpointSaved, SamplesDrawn
from gan.image_maker import ImageMaker
from gan.run_folder import RunFolder
from studio.app import Studio
from studio.pages.train.page import TrainPage
from tests.studio.journeys.hand import menu_entry
from tests.studio.journeys.training_room import (
    BUTTON,
    WAIT_MS,
    draw_shapes,
    enter_room,
    is_quiet,
    press_stop,
    press_train,
    steps_of,
    train_to_the_end,
    type_steps,
    words,
)


@pytest.fixture
def room(qtbot: QtBot, studio: Studio, tmp_path: Path) -> TrainPage:
    return enter_room(qtbot, studio, draw_shapes(tmp_path), steps=5000)


def hold(qtbot: QtBot, studio: Studio, room: TrainPage, events: list[object]) -> int:
    """Train a little, pause, and wait until nothing comes any more; the step at which it stands."""
    press_train(qtbot, room)
    qtbot.waitUntil(lambda: len(steps_of(events)) > 5, timeout=WAIT_MS)
    qtbot.mouseClick(room.bar.main, BUTTON)
    qtbot.waitUntil(lambda: is_quiet(qtbot, events), timeout=WAIT_MS)
    return steps_of(events)[-1]


def choose_step(room: TrainPage, text: str) -> None:
    menu_entry(room.bar.step.menu(), text).trigger()


def test_what_is_pinned_right_before_the_run_is_stopped_is_kept(
    qtbot: QtBot, studio: Studio, room: TrainPage, events: list[object]
) -> None:
    stands_at = hold(qtbot, studio, room, events)
    assert (folder := room.past.time.folder) is not None
    with qtbot.waitSignal(studio.session.training.ended, timeout=WAIT_MS):
        qtbot.mouseClick(room.past.time.dock.pin, BUTTON)
        qtbot.mouseClick(room.bar.stop, BUTTON)
    assert [moment.step for moment in gan.list_moments(folder) if moment.is_pinned] == [stands_at]


def test_a_held_run_steps_one_network_alone_and_then_goes_on(
    qtbot: QtBot, studio: Studio, room: TrainPage, events: list[object]
) -> None:
    stands_at = hold(qtbot, studio, room, events)
    for number, text in enumerate(("Generator only", "Discriminator only", "One batch"), start=1):
        choose_step(room, text)
        qtbot.waitUntil(lambda number=number: steps_of(events)[-1] == stands_at + number, timeout=WAIT_MS)
        assert studio.session.training.state == "paused"
    qtbot.waitUntil(lambda: is_quiet(qtbot, events), timeout=WAIT_MS)
    assert steps_of(events)[-1] == stands_at + 3, "each was one step"
    assert any(isinstance(event, SamplesDrawn) and event.step == stands_at + 3 for event in events)
    folder = RunFolder(Path(studio.session.settings.value("train/last_run", "")))
    alone = [event["part"] for event in folder.read_events() if event["event"] == "stepped-alone"]
    assert alone == ["generator", "discriminator", "both"]
    qtbot.mouseClick(room.bar.main, BUTTON)
    qtbot.waitUntil(lambda: steps_of(events)[-1] > stands_at + 3, timeout=WAIT_MS)
    press_stop(qtbot, studio, room)


def test_a_sample_and_a_save_are_taken_while_the_run_is_held(
    qtbot: QtBot, studio: Studio, room: TrainPage, events: list[object]
) -> None:
    stands_at = hold(qtbot, studio, room, events)
    before = len(events)
    qtbot.mouseClick(room.bar.sample, BUTTON)
    qtbot.waitUntil(
        lambda: any(isinstance(event, SamplesDrawn) for event in events[before:]), timeout=WAIT_MS
    )
    qtbot.mouseClick(room.bar.save, BUTTON)
    qtbot.waitUntil(
        lambda: any(isinstance(event, CheckpointSaved) for event in events[before:]), timeout=WAIT_MS
    )
    qtbot.waitUntil(lambda: f"Saved at step {stands_at}" in words(room.bar).replace(",", ""))
    folder = RunFolder(Path(studio.session.settings.value("train/last_run", "")))
    assert folder.checkpoint_file(stands_at).is_file()
    press_stop(qtbot, studio, room)


def test_finish_ends_the_run_after_a_fifth_more_steps(
    qtbot: QtBot, studio: Studio, room: TrainPage, events: list[object]
) -> None:
    stands_at = hold(qtbot, studio, room, events)
    with qtbot.waitSignal(studio.session.training.ended, timeout=WAIT_MS):
        qtbot.mouseClick(room.bar.finish, BUTTON)
        assert "good end" in words(room.bar)
    revised = next(event for event in events if isinstance(event, BudgetRevised) and event.step == stands_at)
    assert steps_of(events)[-1] == revised.steps_total
    assert revised.steps_total - stands_at == pytest.approx(0.2 * stands_at, abs=1)


def test_a_run_of_yesterday_takes_a_single_step(
    qtbot: QtBot, studio: Studio, room: TrainPage, events: list[object]
) -> None:
    type_steps(qtbot, room, 20)
    train_to_the_end(qtbot, studio, room)
    events.clear()
    choose_step(room, "One batch")
    qtbot.waitUntil(lambda: steps_of(events) == [21], timeout=WAIT_MS)
    assert studio.session.training.state == "paused"
    qtbot.waitUntil(lambda: is_quiet(qtbot, events), timeout=WAIT_MS)
    assert steps_of(events) == [21], "one step, and its sample and weights after it, and no other"
    press_stop(qtbot, studio, room)


def test_the_generator_is_exported_under_a_name_that_is_typed(
    qtbot: QtBot, studio: Studio, room: TrainPage, tmp_path: Path
) -> None:
    assert not room.bar.export.isEnabled(), "nothing is learnt yet"
    type_steps(qtbot, room, 20)
    train_to_the_end(qtbot, studio, room)
    qtbot.mouseClick(room.bar.export, BUTTON)
    dialog = studio.window.findChild(QFileDialog)
    assert dialog is not None
    field = dialog.findChild(QLineEdit)
    assert field is not None and field.text() == "Run 1.safetensors"
    target = tmp_path / "bars.safetensors"
    field.setText(str(target))
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "Exported as bars.safetensors" in words(room.bar), timeout=WAIT_MS)
    assert ImageMaker.open(target).info.model.class_names == ("lying", "standing")
    QApplication.processEvents()
