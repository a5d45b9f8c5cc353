"""Every action by name, and the keys on one sheet."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from studio.actions import make_action
from studio.widgets.frame.command_palette import Command, CommandPalette
from studio.widgets.frame.shortcuts_sheet import ShortcutsSheet


@pytest.fixture
def commands(qtbot: QtBot) -> Iterator[list[Command]]:
    holder = QWidget()
    qtbot.addWidget(holder)
    entries = (
        ("Save &PNG…", "S", "Picture"),
        ("Export PNG…", "Ctrl+E", "Paint"),
        ("Export sheet…", None, "Blend"),
        ("Dark", None, "Theme"),
    )
    yield [Command(make_action(holder, text, shortcut=keys), place) for text, keys, place in entries]


@pytest.fixture
def palette(qtbot: QtBot, commands: list[Command]) -> CommandPalette:
    palette = CommandPalette(commands)
    palette.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(palette)
    palette.show()
    return palette


def _titles(palette: CommandPalette) -> list[str]:
    model = palette.list.model()
    return [str(model.index(row, 0).data()).split(",")[0] for row in range(model.rowCount())]


def test_a_few_letters_leave_what_they_fit_with_beginnings_first(
    qtbot: QtBot, palette: CommandPalette
) -> None:
    qtbot.keyClicks(palette.field, "png")
    assert _titles(palette) == ["Save PNG", "Export PNG"]
    palette.field.clear()
    qtbot.keyClicks(palette.field, "e")
    assert _titles(palette)[:2] == ["Export PNG", "Export sheet"]


def test_a_word_of_the_place_narrows_too(qtbot: QtBot, palette: CommandPalette) -> None:
    qtbot.keyClicks(palette.field, "exp blend")
    assert _titles(palette) == ["Export sheet"]


def test_return_takes_the_chosen_one_and_puts_the_palette_away(
    qtbot: QtBot, palette: CommandPalette, commands: list[Command]
) -> None:
    qtbot.keyClicks(palette.field, "export")
    qtbot.keyClick(palette.field, Qt.Key.Key_Down)
    with qtbot.waitSignal(palette.chosen) as chosen:
        qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert chosen.args == [commands[2]]
    assert not palette.isVisible()


def test_going_up_from_the_first_reaches_the_last(qtbot: QtBot, palette: CommandPalette) -> None:
    qtbot.keyClick(palette.field, Qt.Key.Key_Up)
    assert palette.list.currentIndex().row() == 3


def test_what_fits_nothing_chooses_nothing(qtbot: QtBot, palette: CommandPalette) -> None:
    chosen: list[object] = []
    palette.chosen.connect(chosen.append)
    qtbot.keyClicks(palette.field, "zzz")
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert chosen == []
    assert palette.isVisible()


def test_a_click_on_a_row_takes_it(qtbot: QtBot, palette: CommandPalette, commands: list[Command]) -> None:
    row = palette.list.visualRect(palette.list.model().index(3, 0))
    with qtbot.waitSignal(palette.chosen) as chosen:
        qtbot.mouseClick(palette.list.viewport(), Qt.MouseButton.LeftButton, pos=row.center())
    assert chosen.args == [commands[3]]


def test_the_sheet_of_keys_names_only_what_has_one(qtbot: QtBot, commands: list[Command]) -> None:
    sheet = ShortcutsSheet("Keys", commands)
    sheet.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(sheet)
    words = {label.text() for label in sheet.findChildren(QLabel)}
    assert {"Save PNG", "S", "Export PNG", "Ctrl+E"} <= words
    assert not {"Export sheet", "Dark"} & words


def test_the_sheet_of_keys_is_no_taller_than_a_small_window(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(960, 540)
    commands = []
    for number in range(60):
        action = QAction(f"Action {number}", window)
        action.setShortcut("Ctrl+E")
        commands.append(Command(action, "View"))
    assert ShortcutsSheet("Keys", commands, window).height() < 540


def test_a_command_says_its_title_without_marks(commands: list[Command]) -> None:
    assert commands[0].title == "Save PNG"
    assert Command(QAction("Plain"), "").keys == ""
