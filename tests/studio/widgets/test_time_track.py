"""The time slider goes from one kept moment to the next, by mouse and by key."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from studio.theme import DARK, apply_theme
from studio.widgets.training.time_scale import LOG, TIME, TimeMark, TimeScale
from studio.widgets.training.time_track import TimeTrack

BUTTON = Qt.MouseButton.LeftButton
STEPS = (0, 10, 100, 400, 1000)
MARKS = [TimeMark(step, step / 10) for step in STEPS]
END = TimeMark(2000, 200.0)


@pytest.fixture
def track(qtbot: QtBot, qapp: QApplication) -> TimeTrack:
    apply_theme(qapp, "dark")
    track = TimeTrack()
    track.resize(640, 72)
    track.set_marks(MARKS, TimeScale(TIME, END))
    qtbot.addWidget(track)
    track.show()
    return track


def test_a_press_goes_to_the_nearest_moment(qtbot: QtBot, track: TimeTrack) -> None:
    place = track.place_of(400)
    with qtbot.waitSignal(track.step_chosen) as told:
        qtbot.mouseClick(track, BUTTON, pos=place + QPoint(6, 0))
    assert told.args == [400]


def test_a_drag_says_every_moment_it_passes(qtbot: QtBot, track: TimeTrack) -> None:
    told: list[int] = []
    track.step_chosen.connect(told.append)
    qtbot.mousePress(track, BUTTON, pos=track.place_of(1000))
    for step in (400, 100):
        qtbot.mouseMove(track, track.place_of(step))
    qtbot.mouseRelease(track, BUTTON)
    assert told == [1000, 400, 100]


def test_keys_step_through_the_moments(qtbot: QtBot, track: TimeTrack) -> None:
    told: list[int] = []
    track.step_chosen.connect(told.append)
    for key in (Qt.Key.Key_End, Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home):
        qtbot.keyClick(track, key)
    assert told == [1000, 400, 100, 400, 0]
    assert track.accessibleDescription() == "step 0, 0:00"


def test_the_handle_keeps_its_step_when_moments_come_and_go(track: TimeTrack) -> None:
    told: list[int] = []
    track.step_chosen.connect(told.append)
    track.set_step(400)
    track.set_marks([mark for mark in MARKS if mark.step not in (10, 100)], TimeScale(TIME, END))
    assert track.step == 400
    track.set_marks([mark for mark in MARKS if mark.step != 400], TimeScale(TIME, END))
    assert track.step == 100, "the nearest that is left"
    assert told == [], "nobody chose anything"


def test_a_pinned_picture_stands_over_its_moment_and_leads_there(qtbot: QtBot, track: TimeTrack) -> None:
    track.set_pins({100: np.full((28, 28, 1), 255, np.uint8)})
    place = track.pin_rect(100).center().toPoint()
    assert place.x() == track.place_of(100).x()
    assert track.grab().toImage().pixelColor(place) == QColor(DARK.chalk)
    track.set_step(1000)
    with qtbot.waitSignal(track.step_chosen) as told:
        qtbot.mouseClick(track, BUTTON, pos=place)
    assert told.args == [100]


def test_early_steps_are_wide_on_a_logarithmic_scale(track: TimeTrack) -> None:
    even = track.place_of(100).x() - track.place_of(0).x()
    track.set_marks(MARKS, TimeScale(LOG, END))
    assert track.place_of(100).x() - track.place_of(0).x() > 10 * even
    assert [words for _, words in TimeScale(LOG, END).labels(8)] == ["0", "10", "100", "1,000"]


def test_labels_are_round_times_and_few_enough() -> None:
    labels = TimeScale(TIME, TimeMark(3000, 240.0)).labels(6)
    assert [words for _, words in labels] == ["0:00", "1:00", "2:00", "3:00", "4:00"]
    assert [place for place, _ in labels] == [0, 0.25, 0.5, 0.75, 1.0]


def test_a_run_without_moments_has_no_handle(qtbot: QtBot, track: TimeTrack) -> None:
    track.set_marks([], TimeScale(TIME, END))
    told: list[int] = []
    track.step_chosen.connect(told.append)
    qtbot.mouseClick(track, BUTTON, pos=QPoint(300, 36))
    qtbot.keyClick(track, Qt.Key.Key_Right)
    assert (track.step, told) == (-1, [])


def test_the_space_bar_plays(qtbot: QtBot, track: TimeTrack) -> None:
    with qtbot.waitSignal(track.play_asked):
        qtbot.keyClick(track, Qt.Key.Key_Space)
