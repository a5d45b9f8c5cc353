"""A person trains on odd files, on drawings of their own, changes a rate in mid-run, and mends an absurd run."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import (
    QMenu,
)
from pytestqt.qtbot import QtBot

from gan.events import DoctorNote, RecipeChanged, RunStarted, StepsDone
from studio.app import Studio
from studio.pages.train.page import TrainPage
from tests.studio.journeys.hand import click_segment, drop_file, menu_entry, type_into
from tests.studio.journeys.training_room import (
    BUTTON,
    WAIT_MS,
    is_quiet,
    open_train,
    press_train,
    type_budget,
    words,
)

ABSURD_MS = 180_000  # half a thousand steps on a busy machine


@pytest.fixture
def room(qtbot: QtBot, studio: Studio) -> TrainPage:
    page = open_train(studio)
    qtbot.waitUntil(lambda: page.choice.summary is not None, timeout=WAIT_MS)
    return page


@pytest.fixture
def odd_folder(tmp_path: Path) -> Path:
    """Two classes in many shapes, some files broken, and a text."""
    random = np.random.default_rng(0)
    for name, count in (("bars", 30), ("dots", 5)):
        (tmp_path / name).mkdir()
        for number in range(count):
            height, width = (int(side) for side in random.integers(20, 70, 2))
            pixels = np.zeros((height, width), np.uint8)
            pixels[height // 3 : height // 2, 3 : -3 if name == "bars" else 9] = 255
            Image.fromarray(pixels).save(tmp_path / name / f"{number}.png")
    whole = (tmp_path / "bars" / "0.png").read_bytes()
    (tmp_path / "bars" / "torn.png").write_bytes(whole[: len(whole) // 2])
    (tmp_path / "dots" / "words.jpg").write_text("no picture at all")
    (tmp_path / "dots" / "notes.txt").write_text("a text beside them")
    return tmp_path


def last_step(events: list[object]) -> int:
    return max((event.step for event in events if isinstance(event, StepsDone)), default=0)


def count_changes(events: list[object]) -> int:
    return sum(isinstance(event, RecipeChanged) for event in events)


def started(events: list[object]) -> RunStarted:
    return next(event for event in reversed(events) if isinstance(event, RunStarted))


def test_a_folder_of_odd_files_is_dropped_warned_of_and_learnt_from(
    qtbot: QtBot, studio: Studio, room: TrainPage, events: list[object], odd_folder: Path
) -> None:
    drop_file(room, odd_folder)
    qtbot.waitUntil(lambda: "2 files could not be used." in words(room.form), timeout=WAIT_MS)
    told = words(room.form)
    assert "35 pictures in 2 classes, unevenly filled" in told
    assert "Few pictures" in told
    assert "“dots” has 5 pictures, “bars” has 30" in told
    assert "are not square: their edges are cut off." in told
    click_segment(qtbot, room.form.pictures, "32")
    click_segment(qtbot, room.form.pictures, "Stretch")
    qtbot.waitUntil(lambda: "they are squeezed" in words(room.form), timeout=WAIT_MS)
    click_segment(qtbot, room.form, "Small")
    type_budget(qtbot, room, "Epochs", 2)
    with qtbot.waitSignal(studio.session.training.ended, timeout=WAIT_MS):
        press_train(qtbot, room)
    run = started(events)
    assert (run.config.model.image_size, run.config.size) == (32, "small")
    assert run.dataset.picture_count == 35
    assert run.steps_total == last_step(events) == 5, "two times 35 pictures in minibatches of 16"
    assert "2 files could not be used." in words(room.form), "the panel goes on saying it"
    assert not studio.window.banner.isVisible()


def test_a_rate_changed_in_mid_run_is_in_its_events(
    qtbot: QtBot, studio: Studio, room: TrainPage, events: list[object]
) -> None:
    training = studio.session.training
    slider = room.form.live.control("discriminator_learning_rate")
    assert not slider.isEnabled()
    type_budget(qtbot, room, "Steps", 5000)
    press_train(qtbot, room)
    qtbot.waitUntil(lambda: last_step(events) > 2, timeout=WAIT_MS)
    assert slider.isEnabled()
    place = slider.track.focus_rect().center()
    qtbot.mousePress(slider.track, BUTTON, pos=place)
    for step in range(1, 7):
        qtbot.mouseMove(slider.track, place - QPoint(2 * step, 0))
    qtbot.mouseRelease(slider.track, BUTTON, pos=place - QPoint(12, 0))
    qtbot.waitUntil(lambda: any(isinstance(event, RecipeChanged) for event in events), timeout=WAIT_MS)
    changed = [event for event in events if isinstance(event, RecipeChanged)]
    assert len(changed) == 1, "one drag is one change"
    assert dict(changed[0].before) == {"discriminator_learning_rate": 2e-3}
    assert changed[0].changes["discriminator_learning_rate"] == slider.value < 2e-3
    with qtbot.waitSignal(training.ended, timeout=WAIT_MS):
        qtbot.mouseClick(room.bar.stop, BUTTON)
    log = (started(events).folder / "events.jsonl").read_text("utf-8").splitlines()
    written = [json.loads(line) for line in log if '"recipe-changed"' in line]
    assert [line["changes"] for line in written] == [dict(changed[0].changes)]


def test_a_set_drawn_by_hand_is_learnt_from(
    qtbot: QtBot, studio: Studio, room: TrainPage, events: list[object]
) -> None:
    menu = room.form.pictures.findChild(QMenu)
    assert menu is not None
    menu_entry(menu, "Draw your own…").trigger()
    dialog = room.recipe.desk.dialog
    assert dialog is not None
    for row, corner in zip(dialog.rows[:2], (QPoint(45, 45), QPoint(45, 10)), strict=True):
        for cell in row.cells[:8]:
            qtbot.mousePress(cell, BUTTON, pos=QPoint(10, 10))
            qtbot.mouseMove(cell, corner)
            qtbot.mouseRelease(cell, BUTTON, pos=corner)
    qtbot.mouseClick(dialog.learn, BUTTON)
    qtbot.waitUntil(lambda: "16 pictures in 2 classes" in words(room.form), timeout=WAIT_MS)
    click_segment(qtbot, room.form, "Small")
    type_budget(qtbot, room, "Steps", 10)
    with qtbot.waitSignal(studio.session.training.ended, timeout=WAIT_MS):
        press_train(qtbot, room)
    assert started(events).config.model.class_names == ("Circle", "Cross")
    assert last_step(events) == 10


def test_a_run_with_absurd_settings_is_diagnosed_and_mended_at_a_press(
    qtbot: QtBot, studio: Studio, room: TrainPage, events: list[object]
) -> None:
    """Whatever failure the doctor names first, its button brings the rates down."""
    training, card = studio.session.training, room.doctor.card
    qtbot.mouseClick(room.form.advanced.head, BUTTON)
    fields = room.form.advanced.fields
    for entry, text in (
        ("generator_learning_rate", "1.0"),
        ("discriminator_learning_rate", "1.0"),
        ("minibatch", "4"),
    ):
        type_into(qtbot, fields[entry].field, text)
    click_segment(qtbot, room.form, "Small")
    type_budget(qtbot, room, "Steps", 5000)
    press_train(qtbot, room)
    qtbot.waitUntil(card.isVisible, timeout=ABSURD_MS)
    qtbot.mouseClick(room.bar.main, BUTTON)  # held: the same trouble, seen again, would be another note
    qtbot.waitUntil(lambda: is_quiet(qtbot, events), timeout=WAIT_MS)
    note = next(event for event in events if isinstance(event, DoctorNote))
    assert note.sentence not in words(card), "the card speaks in the words of the window"
    assert card.mend.text() == "Lower both rates"
    rate = room.form.live.control("generator_learning_rate")
    for button, value in ((card.mend, 2e-3), (card.undo, 1.0), (card.mend, 2e-3)):
        changes = count_changes(events)
        qtbot.mouseClick(button, BUTTON)
        qtbot.waitUntil(lambda before=changes: count_changes(events) > before, timeout=WAIT_MS)
        assert rate.value == value
    with qtbot.waitSignal(training.ended, timeout=WAIT_MS):
        qtbot.mouseClick(room.bar.stop, BUTTON)
    saved = json.loads((started(events).folder / "config.json").read_text("utf-8"))
    assert saved["config"]["discriminator_learning_rate"] == 2e-3, "a resume goes on with the mend"
