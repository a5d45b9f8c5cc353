"""The frame shows one room with its tools, menus and words, at every size and in both themes."""

from functools import partial
from importlib.metadata import version
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from studio.actions import make_action, redo_action, undo_action
from studio.main_window import LEAST_SIZE, MainWindow
from studio.theme import ThemeName, apply_theme
from studio.widgets.frame.about_box import AboutBox
from studio.widgets.frame.command_palette import CommandPalette
from studio.widgets.frame.shortcuts_sheet import ShortcutsSheet


class Room(QWidget):
    """A page as small as the frame lets it be."""

    status_text_changed = Signal(str)
    progress_changed = Signal(float)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.room_bar_left = QLabel(f"tools of {name}")
        self.undo_action, self.redo_action = undo_action(self), redo_action(self)
        self.is_saved = True
        self.setMinimumSize(1400, 900)  # larger than the smallest window

    def actions_by_menu(self) -> dict[str, list[QAction]]:
        return {"edit": [self.undo_action, self.redo_action]}

    def may_close(self) -> bool:
        return self.is_saved


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication) -> MainWindow:
    apply_theme(qapp, "dark")
    window = MainWindow({name: Room(name) for name in ("train", "explore", "blend", "paint")})
    qtbot.addWidget(window, before_close_func=_forget_unsaved)
    with qtbot.waitSignal(window.painted):
        window.show()
    return window


def _forget_unsaved(window: MainWindow) -> None:
    for page in window.pages.values():
        assert isinstance(page, Room)
        page.is_saved = True


def _room(window: MainWindow, name: str) -> Room:
    page = window.pages[name]
    assert isinstance(page, Room)
    return page


def _cell(window: MainWindow, text: str) -> QAbstractButton:
    return next(button for button in window.rail.findChildren(QAbstractButton) if button.text() == text)


def test_the_rail_leads_to_a_room(qtbot: QtBot, window: MainWindow) -> None:
    assert window.current_room == "train"
    with qtbot.waitSignal(window.room_shown) as caught:
        qtbot.mouseClick(_cell(window, "Blend"), Qt.MouseButton.LeftButton)
    assert caught.args == ["blend"]
    assert _room(window, "blend").isVisible()
    assert _room(window, "blend").room_bar_left.isVisible()
    assert not _room(window, "train").room_bar_left.isVisible()


def test_a_key_leads_to_a_room(qtbot: QtBot, window: MainWindow) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(window, Qt.Key.Key_4, Qt.KeyboardModifier.ControlModifier)
    assert window.current_room == "paint"
    assert _cell(window, "Paint").isChecked()


def test_undo_belongs_to_the_room_in_front(qtbot: QtBot, window: MainWindow) -> None:
    train, paint = _room(window, "train").undo_action, _room(window, "paint").undo_action
    train.setEnabled(True)
    paint.setEnabled(True)
    window.show_room("paint")
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    with qtbot.waitSignal(paint.triggered), qtbot.assertNotEmitted(train.triggered):
        qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)


def test_what_a_room_says_is_shown_while_it_is_in_front(window: MainWindow) -> None:
    _room(window, "paint").status_text_changed.emit("2 layers")
    assert window.status_line.room_text == ""
    window.show_room("paint")
    assert window.status_line.room_text == "2 layers"


def test_a_room_with_unsaved_work_keeps_the_window_open(qtbot: QtBot, window: MainWindow) -> None:
    _room(window, "paint").is_saved = False
    with qtbot.assertNotEmitted(window.closed):
        assert not window.close()
    _room(window, "paint").is_saved = True
    with qtbot.waitSignal(window.closed):
        assert window.close()


def test_the_window_may_be_smaller_than_its_rooms(window: MainWindow) -> None:
    window.resize(*LEAST_SIZE)
    assert (window.width(), window.height()) == LEAST_SIZE
    assert window.status_line.geometry().bottom() == window.status_line.parentWidget().height() - 1


def test_the_frame_has_its_measures(window: MainWindow) -> None:
    window.resize(1280, 800)
    page = window.pages["train"]
    stack = page.parentWidget()
    assert (stack.width(), stack.height()) == (1208, 704)
    assert (window.rail.width(), window.room_bar.height(), window.status_line.height()) == (72, 48, 24)
    assert window.menuBar().height() == 24


def test_a_room_is_made_when_it_is_shown_first(qtbot: QtBot, qapp: QApplication) -> None:
    made: list[str] = []

    def make(name: str) -> Room:
        made.append(name)
        return Room(name)

    window = MainWindow({}, later={name: partial(make, name) for name in ("train", "explore", "paint")})
    qtbot.addWidget(window)
    window.show_room("explore")
    assert made == ["explore"] and window.current_room == "explore"
    assert window.build_room() and window.build_room() and not window.build_room()
    assert made == ["explore", "train", "paint"] and window.current_room == "explore"
    window.show()
    window.show_room("paint")
    assert made == ["explore", "train", "paint"]
    assert _room(window, "paint").room_bar_left.isVisible()
    assert not _room(window, "train").room_bar_left.isVisible()


def test_a_theme_can_be_chosen_from_the_menu(qtbot: QtBot, window: MainWindow) -> None:
    light = next(action for action in window.findChildren(QAction) if action.text() == "Light")
    with qtbot.waitSignal(window.theme_chosen) as caught:
        light.trigger()
    assert caught.args == ["light"]


def test_the_file_of_a_generator_can_be_asked_for(qtbot: QtBot, window: MainWindow) -> None:
    entry = next(action for action in window.findChildren(QAction) if action.text() == "Open generator…")
    with qtbot.waitSignal(window.generator_asked_for):
        entry.trigger()


def test_help_says_what_the_program_is_and_whose_data_it_learnt_from(
    qtbot: QtBot, window: MainWindow
) -> None:
    next(action for action in window.findChildren(QAction) if action.text().startswith("About")).trigger()
    box = window.findChildren(AboutBox)[0]
    shown = "\n".join(label.text() for label in box.findChildren(QLabel))
    assert "MNIST" in shown
    assert version("torch") in shown and "LGPL" in shown
    qtbot.mouseClick(box.copy, Qt.MouseButton.LeftButton)
    copied = QApplication.clipboard().text()
    assert f"PyTorch {version('torch')}" in copied and str(Path.home()) not in copied
    box.close()


@pytest.mark.parametrize("theme", ["dark", "light"])
def test_the_window_can_be_painted_with_the_banner(
    window: MainWindow, qapp: QApplication, theme: ThemeName
) -> None:
    apply_theme(qapp, theme)
    window.banner.show_failure("The disk is full", "Step 3,560 is kept.", [make_action(window, "Go on")])
    assert not window.grab().isNull()


def test_every_control_of_the_frame_says_what_it_does(window: MainWindow) -> None:
    buttons = window.findChildren(QAbstractButton)
    silent = [b for b in buttons if not b.toolTip() and not b.objectName().startswith("qt_")]
    assert not silent, [b.text() for b in silent]


def test_an_action_of_another_room_is_found_by_name_and_shows_that_room(
    qtbot: QtBot, window: MainWindow
) -> None:
    room = _room(window, "paint")
    wash = make_action(room, "Wash the brush", checkable=True)
    room.actions_by_menu = lambda: {"edit": [wash]}  # type: ignore[method-assign]
    qtbot.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    palette = window.findChild(CommandPalette)
    assert palette is not None
    qtbot.keyClicks(palette.field, "wash")
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert wash.isChecked()
    assert window.current_room == "paint"


def test_a_question_mark_shows_the_keys(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.keyClicks(window, "?")
    sheet = window.findChild(ShortcutsSheet)
    assert sheet is not None and sheet.isVisible()
    assert "Ctrl+K" in {label.text() for label in sheet.findChildren(QLabel)}
    sheet.accept()
