"""The parts of the frame: rail, room bar, menus, model chip, status line, hint."""

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QColor
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from studio.theme import DARK, apply_theme
from studio.widgets.controls.hint_card import HintCard
from studio.widgets.frame.model_chip import ModelChip
from studio.widgets.frame.rail import Rail
from studio.widgets.frame.room_bar import RoomBar
from studio.widgets.frame.room_menus import RoomMenus
from studio.widgets.frame.status_line import StatusLine

ROOMS = [("train", "Train", "train", "Watch."), ("explore", "Explore", "explore", "Drag.")]


@pytest.fixture(autouse=True)
def dark(qapp: QApplication) -> None:
    apply_theme(qapp, "dark")


@pytest.fixture
def rail(qtbot: QtBot) -> Rail:
    rail = Rail(ROOMS)
    qtbot.addWidget(rail)
    rail.show()
    return rail


@pytest.fixture
def chip(qtbot: QtBot) -> ModelChip:
    chip = ModelChip()
    qtbot.addWidget(chip)
    chip.set_shipped([("ink-digits", "Ink digits")])
    return chip


def _entry(chip: ModelChip, text: str) -> QAction:
    return next(action for action in chip.menu().actions() if action.text() == text)


def test_a_cell_of_the_rail_chooses_its_room(qtbot: QtBot, rail: Rail) -> None:
    cell = next(button for button in rail.findChildren(QAbstractButton) if button.text() == "Explore")
    assert (cell.width(), cell.height()) == (56, 56)
    with qtbot.waitSignal(rail.room_chosen) as caught:
        qtbot.mouseClick(cell, Qt.MouseButton.LeftButton)
    assert caught.args == ["explore"]


def test_arrow_keys_walk_through_the_rail(qtbot: QtBot, rail: Rail) -> None:
    rail.set_current("train")
    cell = rail.findChildren(QAbstractButton)[0]
    rail.activateWindow()
    cell.setFocus()
    qtbot.waitUntil(cell.hasFocus)
    with qtbot.waitSignal(rail.room_chosen) as caught:
        qtbot.keyClick(cell, Qt.Key.Key_Down)
    assert caught.args == ["explore"]


def test_the_room_bar_shows_the_tools_of_one_room(qtbot: QtBot) -> None:
    bar, tools, others = RoomBar(QWidget()), QLabel("tools"), QLabel("others")
    qtbot.addWidget(bar)
    bar.add_room("train", tools, None, None)
    bar.add_room("paint", others, None, (QAction("Undo", bar), QAction("Redo", bar)))
    bar.show()
    bar.show_room("train")
    assert tools.isVisible() and not others.isVisible()
    bar.show_room("paint")
    assert others.isVisible() and not tools.isVisible()


def test_progress_runs_along_the_lower_edge(qtbot: QtBot) -> None:
    bar = RoomBar(QWidget())
    qtbot.addWidget(bar)
    bar.resize(400, 48)
    bar.set_progress(0.5)
    image = bar.grab().toImage()
    assert image.pixelColor(190, 47) == QColor(DARK.accent)
    assert image.pixelColor(210, 47) == QColor(DARK.line)
    bar.set_progress(None)
    assert bar.grab().toImage().pixelColor(190, 47) == QColor(DARK.line)


def test_the_chip_reports_what_was_chosen(qtbot: QtBot, chip: ModelChip) -> None:
    with qtbot.waitSignal(chip.shipped_chosen) as caught:
        _entry(chip, "Ink digits").trigger()
    assert caught.args == ["ink-digits"]
    with qtbot.waitSignal(chip.file_asked_for):
        _entry(chip, "Open…").trigger()


def test_the_run_is_offered_only_while_there_is_one(qtbot: QtBot, chip: ModelChip) -> None:
    assert not _entry(chip, "Current run").isVisible()
    chip.set_run("Run 12")
    assert _entry(chip, "Run 12").isVisible()
    with qtbot.waitSignal(chip.run_chosen):
        _entry(chip, "Run 12").trigger()


def test_the_chip_names_and_shows_what_is_open(chip: ModelChip) -> None:
    empty = chip.icon().pixmap(24).toImage()
    chip.set_open("Ink digits", np.full((28, 28, 1), 255, np.uint8))
    assert chip.accessibleName() == "Generator: Ink digits"
    assert chip.icon().pixmap(24).toImage() != empty
    assert _entry(chip, "Ink digits").isChecked()


def test_a_long_name_leaves_room_for_the_tools(chip: ModelChip) -> None:
    chip.set_open("a very long name of a folder " * 9, None)
    assert chip.sizeHint().width() < 320


def test_a_menu_with_nothing_in_it_is_hidden(qtbot: QtBot) -> None:
    menus = RoomMenus([("edit", "Edit"), ("help", "Help")])
    qtbot.addWidget(menus)
    undo = QAction("Undo", menus)
    menus.show_room({"edit": [undo]})
    assert [action.text() for action in menus.actions() if action.isVisible()] == ["Edit"]
    menus.show_room({})
    assert not any(action.isVisible() for action in menus.actions())


def test_entries_of_the_room_stand_above_those_of_the_frame(qtbot: QtBot) -> None:
    menus = RoomMenus([("file", "File")])
    qtbot.addWidget(menus)
    quit_entry, save = QAction("Quit", menus), QAction("Save", menus)
    menus.add_frame_actions("file", [quit_entry])
    menus.show_room({"file": [save]})
    menu = menus.actions()[0].menu()
    assert [action for action in menu.actions() if not action.isSeparator()] == [save, quit_entry]


def test_the_status_line_joins_device_and_state(qtbot: QtBot) -> None:
    line = StatusLine()
    qtbot.addWidget(line)
    line.set_state("Ready")
    assert line.text == "Ready"
    line.set_device("CPU")
    line.set_room_text("Map 16 × 16")
    assert line.text.split() == ["CPU", "·", "Ready"]
    assert line.room_text == "Map 16 × 16"


def test_a_hint_is_inverse(qtbot: QtBot) -> None:
    card = HintCard("Drag the dot", "Every place is a digit.", "Arrow keys work too", points_up=True)
    qtbot.addWidget(card)
    image = card.grab().toImage()
    assert image.pixelColor(4, card.height() // 2) == QColor(DARK.text)
    assert card.accessibleName().startswith("Drag the dot")
