"""The list of runs: rows that open, are renamed in place, and say what is wrong."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from studio.theme import apply_theme
from studio.widgets.training.run_list import RunEntry, RunList

EMPTY = "No run yet. Press Train."


@pytest.fixture
def runs(qtbot: QtBot, qapp: QApplication) -> RunList:
    apply_theme(qapp, "dark")
    runs = RunList(EMPTY)
    runs.resize(480, 400)
    picture = np.full((28, 28, 1), 200, np.uint8)
    runs.set_entries(
        [
            RunEntry("Run 3", "step 300", "can go on", picture),
            RunEntry("Run 2", "step 200", "finished"),
            RunEntry("Run 1", "The description of this run is damaged.", trouble=True),
        ],
        chosen=0,
    )
    qtbot.addWidget(runs)
    runs.show()
    return runs


def test_arrows_choose_and_enter_opens(qtbot: QtBot, runs: RunList) -> None:
    with qtbot.waitSignal(runs.row_chosen) as told:
        qtbot.keyClick(runs, Qt.Key.Key_Down)
    assert told.args == [1]
    with qtbot.waitSignal(runs.open_asked) as told:
        qtbot.keyClick(runs, Qt.Key.Key_Return)
    assert told.args == [1]


def test_a_double_click_opens(qtbot: QtBot, runs: RunList) -> None:
    place = runs.visualItemRect(runs.item(1)).center()
    with qtbot.waitSignal(runs.open_asked) as told:
        qtbot.mouseClick(runs.viewport(), Qt.MouseButton.LeftButton, pos=place)
        qtbot.mouseDClick(runs.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert told.args == [1]


def test_f2_renames_in_place(qtbot: QtBot, runs: RunList) -> None:
    qtbot.keyClick(runs, Qt.Key.Key_F2)
    field = runs.findChild(QLineEdit)
    assert field is not None and field.text() == "Run 3"
    assert runs.is_renaming
    field.selectAll()
    qtbot.keyClicks(field, "Sevens")
    with qtbot.waitSignal(runs.rename_asked) as told:
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert told.args == [0, "Sevens"]
    assert not runs.is_renaming


@pytest.mark.parametrize(("text", "key"), [(" ", Qt.Key.Key_Return), ("Nines", Qt.Key.Key_Escape)])
def test_an_empty_name_and_escape_change_nothing(qtbot: QtBot, runs: RunList, text: str, key: Qt.Key) -> None:
    told: list[str] = []
    runs.rename_asked.connect(lambda _row, name: told.append(name))
    runs.rename()
    field = runs.findChild(QLineEdit)
    assert field is not None
    field.selectAll()
    qtbot.keyClicks(field, text)
    qtbot.keyClick(field, key)
    assert told == []


def test_the_menu_is_asked_for_the_row_under_the_mouse(qtbot: QtBot, runs: RunList) -> None:
    place = runs.visualItemRect(runs.item(2)).center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, runs.viewport().mapToGlobal(place))
    with qtbot.waitSignal(runs.menu_requested) as told:
        QApplication.sendEvent(runs.viewport(), event)
    assert told.args[0] == 2
    assert runs.currentRow() == 2


def test_an_empty_list_says_what_to_do(runs: RunList) -> None:
    full = runs.grab().toImage()
    runs.set_entries([], -1)
    empty = runs.grab().toImage()
    assert empty != full
    row = [empty.pixelColor(x, 76).lightness() for x in range(runs.width())]
    assert max(row) > 120, "words stand in the empty place"
