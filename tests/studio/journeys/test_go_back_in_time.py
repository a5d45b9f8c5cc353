"""A person scrubs back through a run, pins and compares moments, draws with an old one, and goes on from there."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

import gan
from gan import places
from gan.events import RunStarted
from gan.run_folder import RunFolder
from studio.app import Studio
from studio.pages.train.page import TrainPage
from tests.studio.journeys.hand import menu_entry
from tests.studio.journeys.training_room import (
    BUTTON,
    WAIT_MS,
    draw_shapes,
    find_room,
    leave_run,
    press_stop,
    press_train,
    steps_of,
    type_steps,
    words,
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return leave_run("Run 1", draw_shapes(tmp_path), steps=40)


@pytest.fixture
def room(qtbot: QtBot, folder: Path, studio: Studio) -> TrainPage:
    """A run of 40 steps lies in the room, with its moments."""
    return find_room(qtbot, studio, folder)


def shows(room: TrainPage, pixels: np.ndarray) -> bool:
    shown = room.samples.gallery.pixels
    return shown is not None and np.array_equal(shown, pixels)


def press_entry(menu: QMenu, text: str) -> None:
    menu.aboutToShow.emit()
    menu_entry(menu, text).trigger()


def press_moment(qtbot: QtBot, room: TrainPage, step: int) -> None:
    track = room.past.time.dock.track
    qtbot.mouseClick(track, BUTTON, pos=track.place_of(step))
    if track.step != step:  # neighbours may lie within a pixel
        room.past.time.go_to(step)


def test_the_gallery_shows_the_moment_that_is_chosen(qtbot: QtBot, folder: Path, room: TrainPage) -> None:
    time = room.past.time
    latest = gan.load_frame(folder, 40)
    qtbot.waitUntil(lambda: shows(room, latest), timeout=WAIT_MS)
    assert time.dock.live.isChecked()
    track = time.dock.track
    track.setFocus()
    qtbot.keyClick(track, Qt.Key.Key_Home)
    first = gan.load_frame(folder, time.moments[0].step)
    qtbot.waitUntil(lambda: shows(room, first), timeout=WAIT_MS)
    assert not time.dock.live.isChecked()
    qtbot.keyClick(track, Qt.Key.Key_Right)
    second = gan.load_frame(folder, time.moments[1].step)
    qtbot.waitUntil(lambda: shows(room, second), timeout=WAIT_MS)
    assert f"step {time.moments[1].step}" in words(time.dock)
    qtbot.mouseClick(time.dock.live, BUTTON)
    qtbot.waitUntil(lambda: shows(room, latest), timeout=WAIT_MS)
    assert time.dock.live.isChecked()


def test_the_film_runs_through_every_moment_and_stops_at_the_end(qtbot: QtBot, room: TrainPage) -> None:
    time = room.past.time
    seen: list[int] = []
    time.playhead_moved.connect(seen.append)
    qtbot.mouseClick(time.dock.play, BUTTON)
    qtbot.waitUntil(lambda: not time.dock.play.isChecked(), timeout=WAIT_MS)
    assert seen == [moment.step for moment in time.moments]


def test_a_pinned_moment_is_wiped_against_another(qtbot: QtBot, folder: Path, room: TrainPage) -> None:
    time, gallery = room.past.time, room.samples.gallery
    early, late = time.moments[1].step, time.moments[-1].step
    press_moment(qtbot, room, early)
    qtbot.mouseClick(time.dock.pin, BUTTON)
    qtbot.waitUntil(lambda: time.moments[1].is_pinned, timeout=WAIT_MS)
    qtbot.waitUntil(lambda: time.dock.pin.isChecked(), timeout=WAIT_MS)
    press_moment(qtbot, room, late)
    qtbot.waitUntil(lambda: shows(room, gan.load_frame(folder, late)), timeout=WAIT_MS)
    right_alone = gallery.grab().toImage()
    press_entry(time.dock.compare.menu(), f"Pinned: step {early}")
    qtbot.waitUntil(gallery.divider.isVisible, timeout=WAIT_MS)
    qtbot.keyClick(gallery.divider, Qt.Key.Key_Home)
    place = gallery.cell_rect(1, 7).center()
    assert gallery.grab().toImage().pixelColor(place) == right_alone.pixelColor(place)
    qtbot.keyClick(gallery.divider, Qt.Key.Key_End)
    wiped = gallery.grab(gallery.cell_rect(0, 0)).toImage()
    press_entry(time.dock.compare.menu(), "Stop comparing")
    assert not gallery.divider.isVisible()
    press_moment(qtbot, room, early)
    qtbot.waitUntil(lambda: shows(room, gan.load_frame(folder, early)), timeout=WAIT_MS)
    shown = gallery.grab(gallery.cell_rect(0, 0)).toImage()
    middle = shown.rect().center()
    assert wiped.pixelColor(middle) == shown.pixelColor(middle)
    assert gan.list_moments(folder)[1].is_pinned, "and it lies on the disk"


def test_every_room_draws_as_the_run_was_and_comes_back(
    qtbot: QtBot, studio: Studio, room: TrainPage
) -> None:
    session, time, chip = studio.session, room.past.time, studio.window.model_chip
    qtbot.waitUntil(lambda: chip.text() == "Ink digits", timeout=WAIT_MS)
    first = time.moments[0]
    press_moment(qtbot, room, first.step)
    qtbot.mouseClick(time.dock.render_here, BUTTON)
    qtbot.waitUntil(lambda: session.inference.source == first.generator, timeout=WAIT_MS)
    qtbot.waitUntil(lambda: chip.text() == f"Run 1 · step {first.step}", timeout=WAIT_MS)
    assert session.inference.info is not None and session.inference.info.step == first.step
    qtbot.keyClick(time.dock.track, Qt.Key.Key_Right)
    second = time.moments[1]
    qtbot.waitUntil(lambda: session.inference.source == second.generator, timeout=WAIT_MS)
    way_back = menu_entry(chip.menu(), "Back to now")
    assert way_back.isVisible()
    way_back.trigger()
    qtbot.waitUntil(lambda: chip.text() == "Ink digits", timeout=WAIT_MS)
    qtbot.waitUntil(lambda: session.generator_source == "shipped", timeout=WAIT_MS)
    assert not time.dock.render_here.isChecked() and not way_back.isVisible()


def test_a_picture_of_an_earlier_moment_is_the_same_in_the_room_it_is_sent_to(
    qtbot: QtBot, studio: Studio, folder: Path, room: TrainPage
) -> None:
    session, gallery, first = studio.session, room.samples.gallery, room.past.time.moments[0]
    qtbot.waitUntil(lambda: session.generator_source == "shipped", timeout=WAIT_MS)
    room.past.time.dock.track.setFocus()
    qtbot.keyClick(room.past.time.dock.track, Qt.Key.Key_Home)
    qtbot.waitUntil(lambda: shows(room, gan.load_frame(folder, first.step)), timeout=WAIT_MS)
    qtbot.mouseClick(gallery, BUTTON, pos=gallery.cell_rect(1, 2).center())
    qtbot.keyClick(gallery, Qt.Key.Key_X)
    assert studio.window.current_room == "explore"
    qtbot.waitUntil(lambda: session.inference.source == first.generator, timeout=WAIT_MS)
    studio.window.show_room("train")
    qtbot.mouseClick(room.past.time.dock.live, BUTTON)
    qtbot.waitUntil(lambda: shows(room, gan.load_frame(folder, 40)), timeout=WAIT_MS)
    qtbot.mouseClick(gallery, BUTTON, pos=gallery.cell_rect(1, 2).center())
    qtbot.keyClick(gallery, Qt.Key.Key_X)
    qtbot.waitUntil(lambda: session.generator_source == "run", timeout=WAIT_MS)


def test_a_run_goes_on_from_an_earlier_moment_as_a_new_one(
    qtbot: QtBot, studio: Studio, folder: Path, room: TrainPage
) -> None:
    events: list[object] = []
    studio.session.training.reported.connect(events.append)
    time = room.past.time
    log_before = (folder / "events.jsonl").read_bytes()
    type_steps(qtbot, room, 10)
    press_moment(qtbot, room, 40)
    branch_off = next(one for one in time.actions() if one.text() == "Continue from here as a new run")
    qtbot.waitUntil(branch_off.isEnabled, timeout=WAIT_MS)
    with qtbot.waitSignal(studio.session.training.ended, timeout=WAIT_MS):
        branch_off.trigger()
    branch = places.runs_folder() / "Run 2"
    assert studio.session.settings.value("train/last_run", "") == str(branch)
    began = next(event for event in events if isinstance(event, RunStarted))
    assert began.folder == branch and began.step == 40
    assert steps_of(events) == list(range(41, 51))
    assert (folder / "events.jsonl").read_bytes() == log_before, "the old run stays as it was"
    assert gan.list_moments(branch)[0].step == 0, "what came before came along"


def test_while_a_run_goes_on_an_earlier_moment_stays_in_view_until_live(
    qtbot: QtBot, studio: Studio, room: TrainPage
) -> None:
    events: list[object] = []
    studio.session.training.reported.connect(events.append)
    type_steps(qtbot, room, 5000)
    press_train(qtbot, room)
    time = room.past.time
    folder = places.runs_folder() / "Run 2"
    qtbot.waitUntil(lambda: time.folder == folder and len(time.moments) > 3, timeout=WAIT_MS)
    first = gan.load_frame(folder, 0)
    time.dock.track.setFocus()
    qtbot.keyClick(time.dock.track, Qt.Key.Key_Home)
    qtbot.waitUntil(lambda: shows(room, first), timeout=WAIT_MS)
    done = steps_of(events)[-1]
    qtbot.waitUntil(lambda: steps_of(events)[-1] > done + 5, timeout=WAIT_MS)
    assert shows(room, first)
    qtbot.mouseClick(time.dock.live, BUTTON)
    qtbot.waitUntil(lambda: not shows(room, first), timeout=WAIT_MS)
    press_stop(qtbot, studio, room)
    assert RunFolder(folder).generator_file.is_file()


def test_a_pin_that_cannot_be_set_says_so_and_stands_up_again(
    qtbot: QtBot, folder: Path, studio: Studio, room: TrainPage
) -> None:
    time, track = room.past.time, room.past.time.dock.track
    track.setFocus()
    qtbot.keyClick(track, Qt.Key.Key_Home)
    first = time.moments[0].step
    RunFolder(folder).moment_file(first).unlink()
    with qtbot.waitSignal(studio.session.failed, timeout=WAIT_MS) as told:
        qtbot.mouseClick(time.dock.pin, BUTTON)
    assert "no longer kept" in told.args[0].sentence
    assert not time.dock.pin.isChecked()
