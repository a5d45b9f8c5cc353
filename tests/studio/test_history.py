"""A room's history goes back and forth through what was done, and names it."""

from __future__ import annotations

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from studio.history import RoomHistory


def test_a_step_goes_back_and_forth_and_is_named(qtbot: QtBot) -> None:
    owner, shown = QObject(), []
    history = RoomHistory(owner)
    assert not history.undo.isEnabled()
    history.record("moving the dot", shown.append, "before", "after")
    assert shown == [], "what was done is not done twice"
    assert history.undo.text() == "Undo moving the dot"
    history.undo.trigger()
    assert history.redo.text() == "Redo moving the dot"
    history.redo.trigger()
    assert shown == ["before", "after"]


def test_steps_of_one_drag_become_one(qtbot: QtBot) -> None:
    owner, shown = QObject(), []
    history = RoomHistory(owner)
    for value in range(3):
        history.record("variety", shown.append, value, value + 1, merge="variety")
    assert history.stack.count() == 1
    history.undo.trigger()
    history.redo.trigger()
    assert shown == [0, 3]


def test_a_closed_step_takes_no_more(qtbot: QtBot) -> None:
    owner, shown = QObject(), []
    history = RoomHistory(owner)
    history.record("variety", shown.append, 0, 1, merge="variety")
    history.close_step()
    history.record("variety", shown.append, 1, 2, merge="variety")
    history.undo.trigger()
    assert shown == [1]


def test_other_kinds_are_steps_of_their_own(qtbot: QtBot) -> None:
    owner, shown = QObject(), []
    history = RoomHistory(owner)
    history.record("variety", shown.append, 0, 1, merge="variety")
    history.record("seed", shown.append, 0, 1, merge="seed")
    history.record("seed", shown.append, 1, 2)
    assert history.stack.count() == 3
