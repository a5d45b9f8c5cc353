"""A person finds earlier runs again: opens one, goes on with it, takes its settings, renames it, throws it away."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

import gan
from gan import places
from gan.events import TrainingEvent, Warned
from studio.app import Studio
from studio.pages.train.page import TrainPage
from tests.studio.journeys.conftest import LEFT_MS, READY_MS
from tests.studio.journeys.hand import menu_entry
from tests.studio.journeys.training_room import (
    BUTTON,
    WAIT_MS,
    draw_shapes,
    find_room,
    leave_run,
    steps_of,
    type_steps,
    words,
)


@pytest.fixture
def trash(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A trash of the test's own, where the freedesktop rules are kept."""
    (tmp_path / "data").mkdir()
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    return tmp_path / "data" / "Trash" / "files"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two short runs have ended; this is the newer one."""
    shapes = tmp_path / "shapes"
    shapes.mkdir()
    draw_shapes(shapes)
    leave_run("Run 1", shapes, steps=20)
    return leave_run("Run 2", shapes, steps=25)


@pytest.fixture
def room(qtbot: QtBot, folder: Path, trash: Path, studio: Studio) -> TrainPage:
    """The list of runs is in front."""
    page = find_room(qtbot, studio, folder)
    qtbot.mouseClick(page.bar.runs, BUTTON)
    qtbot.waitUntil(lambda: names(page) == ["Run 2", "Run 1"], timeout=WAIT_MS)
    return page


def names(room: TrainPage) -> list[str]:
    runs = room.past.runs.list
    return [runs.item(row).text() for row in range(runs.count())]


def choose(qtbot: QtBot, room: TrainPage, name: str) -> None:
    runs = room.past.runs.list
    item = runs.item(names(room).index(name))
    qtbot.mouseClick(runs.viewport(), BUTTON, pos=runs.visualItemRect(item).center())


def test_an_earlier_run_is_opened_with_its_gallery_its_moments_and_its_generator(
    qtbot: QtBot, studio: Studio, room: TrainPage
) -> None:
    choose(qtbot, room, "Run 1")
    qtbot.mouseClick(room.past.runs.buttons[room.past.runs.open], BUTTON)
    folder = places.runs_folder() / "Run 1"
    qtbot.waitUntil(lambda: room.past.time.folder == folder, timeout=WAIT_MS)
    assert room.samples.isVisible() and not room.past.runs.isVisible()
    frame = gan.load_frame(folder, 20)
    qtbot.waitUntil(lambda: np.array_equal(room.samples.gallery.pixels, frame), timeout=WAIT_MS)
    assert room.past.time.moments[-1].step == 20
    qtbot.waitUntil(lambda: studio.window.model_chip.text() == "Run 1", timeout=WAIT_MS)


def test_an_earlier_run_goes_on_from_its_last_save(qtbot: QtBot, studio: Studio, room: TrainPage) -> None:
    events: list[object] = []
    studio.session.training.reported.connect(events.append)
    choose(qtbot, room, "Run 1")
    type_steps(qtbot, room, 5)
    with qtbot.waitSignal(studio.session.training.ended, timeout=2 * WAIT_MS):
        qtbot.mouseClick(room.past.runs.buttons[room.past.runs.go_on], BUTTON)
    assert steps_of(events) == list(range(21, 26))


def test_a_run_is_renamed_in_place(qtbot: QtBot, studio: Studio, room: TrainPage) -> None:
    choose(qtbot, room, "Run 1")
    qtbot.keyClick(room.past.runs.list, Qt.Key.Key_F2)
    field = room.past.runs.list.findChild(QLineEdit)
    assert field is not None
    with qtbot.waitSignal(studio.session.run_files.answered, timeout=WAIT_MS):
        room.past.runs.refresh()  # as when a run ends meanwhile: the field stays
    field.selectAll()
    qtbot.keyClicks(field, "Bars")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: names(room) == ["Run 2", "Bars"], timeout=WAIT_MS)
    assert gan.list_runs(places.runs_folder())[1].name == "Bars"


def test_a_run_is_called_by_its_own_name_wherever_it_is_spoken_of(
    qtbot: QtBot, studio: Studio, room: TrainPage, trash: Path
) -> None:
    choose(qtbot, room, "Run 2")
    qtbot.keyClick(room.past.runs.list, Qt.Key.Key_F2)
    field = room.past.runs.list.findChild(QLineEdit)
    assert field is not None
    field.selectAll()
    qtbot.keyClicks(field, "Bars")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: names(room) == ["Bars", "Run 1"], timeout=WAIT_MS)
    assert "Bars" in room.bar.continue_last.toolTip()
    room.past.runs.trash.trigger()  # as from its menu
    qtbot.waitUntil(lambda: "Bars is in the system's trash" in words(room.past.runs), timeout=WAIT_MS)


def test_no_run_is_thrown_away_or_taken_up_while_one_begins(
    qtbot: QtBot, studio: Studio, room: TrainPage
) -> None:
    go_on = threading.Event()

    def preparing() -> Iterator[TrainingEvent]:
        go_on.wait(10)
        yield Warned(step=0, code="prepared", values={}, sentence="")

    choose(qtbot, room, "Run 1")
    runs, training = room.past.runs, studio.session.training
    with qtbot.waitSignal(training.ended, timeout=WAIT_MS):
        training.start(preparing())
        assert not runs.trash.isEnabled() and not runs.rename.isEnabled()
        room.past.continue_asked.emit()  # as when a branch is ready only now
        assert training.state == "starting"
        go_on.set()
    qtbot.waitUntil(runs.trash.isEnabled, timeout=WAIT_MS)


def test_the_settings_of_a_run_come_back_into_the_recipe(
    qtbot: QtBot, studio: Studio, room: TrainPage
) -> None:
    room.form.presets.set_value("textbook")
    type_steps(qtbot, room, 999)
    choose(qtbot, room, "Run 1")
    qtbot.mouseClick(room.past.runs.buttons[room.past.runs.duplicate], BUTTON)
    qtbot.waitUntil(lambda: room.form.presets.value == "quick", timeout=WAIT_MS)
    qtbot.waitUntil(lambda: room.choice.summary is not None, timeout=WAIT_MS)
    assert room.recipe.request().to_json() == gan.request_of(places.runs_folder() / "Run 1").to_json()


def test_a_run_goes_to_the_trash_and_can_be_brought_back(
    qtbot: QtBot, studio: Studio, room: TrainPage, trash: Path
) -> None:
    choose(qtbot, room, "Run 2")
    qtbot.keyClick(room.past.runs.list, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: names(room) == ["Run 1"], timeout=WAIT_MS)
    assert (trash / "Run 2" / "config.json").is_file()
    assert "Run 2 is in the system's trash" in words(room.past.runs)
    assert not room.bar.continue_last.isVisible(), "the run of the room is gone"


def test_where_there_is_no_trash_the_run_is_kept(
    qtbot: QtBot, room: TrainPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "file"))  # no folder can be made in a file
    monkeypatch.setenv("HOME", str(tmp_path / "file"))
    choose(qtbot, room, "Run 1")
    qtbot.keyClick(room.past.runs.list, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: "so it was kept" in words(room.past.runs), timeout=WAIT_MS)
    assert (places.runs_folder() / "Run 1" / "config.json").is_file()


def test_a_damaged_run_says_so_and_can_only_go(qtbot: QtBot, studio: Studio, room: TrainPage) -> None:
    (places.runs_folder() / "Run 1" / "config.json").write_text("no longer JSON")
    room.past.runs.refresh()
    qtbot.waitUntil(lambda: not _is_sound(room, "Run 1"), timeout=WAIT_MS)
    choose(qtbot, room, "Run 1")
    runs = room.past.runs
    assert not any(action.isEnabled() for action in (runs.open, runs.go_on, runs.duplicate, runs.rename))
    assert runs.trash.isEnabled() and runs.reveal.isEnabled()
    assert "damaged" in runs.buttons[runs.open].toolTip()


def _is_sound(room: TrainPage, name: str) -> bool:
    runs = room.past.runs.list
    return not runs.item(names(room).index(name)).toolTip()


def test_another_run_is_wiped_against_at_the_same_step(qtbot: QtBot, studio: Studio, room: TrainPage) -> None:
    qtbot.keyClick(room.past.runs, Qt.Key.Key_Escape)
    time = room.past.time
    qtbot.waitUntil(lambda: time.moments[-1].step == 25, timeout=WAIT_MS)
    menu = time.dock.compare.menu()
    menu.aboutToShow.emit()
    menu_entry(menu, "Run 1").trigger()
    qtbot.waitUntil(room.samples.gallery.divider.isVisible, timeout=WAIT_MS)
    assert room.samples.gallery.compared_words == ("Run 1 · step 20", "step 25")


def test_the_run_of_yesterday_lies_in_the_room_and_goes_on(
    qtbot: QtBot, studio: Studio, room: TrainPage, tmp_path: Path
) -> None:
    with qtbot.waitSignal(studio.left, timeout=LEFT_MS):
        studio.close()
    again = Studio()
    again.window.show_room("train")
    again.show()
    try:
        qtbot.waitUntil(lambda: again.session.inference.info is not None, timeout=READY_MS)
        page = again.window.pages["train"]
        assert isinstance(page, TrainPage)
        folder = places.runs_folder() / "Run 2"
        qtbot.waitUntil(lambda: page.past.time.folder == folder, timeout=WAIT_MS)
        frame = gan.load_frame(folder, 25)
        qtbot.waitUntil(lambda: np.array_equal(page.samples.gallery.pixels, frame), timeout=WAIT_MS)
        events: list[object] = []
        again.session.training.reported.connect(events.append)
        type_steps(qtbot, page, 5)
        with qtbot.waitSignal(again.session.training.ended, timeout=WAIT_MS):
            qtbot.mouseClick(page.bar.continue_last, BUTTON)
        assert steps_of(events) == list(range(26, 31)), "exactly where it was saved"
    finally:
        with qtbot.waitSignal(again.left, timeout=LEFT_MS):
            again.closing.leave()
        again.window.deleteLater()
        again.deleteLater()
