"""Actions carry their shortcut and name it."""

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from studio.actions import make_action, quit_action, redo_action, undo_action


def test_the_tooltip_names_the_key(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    action = make_action(holder, "Keep…", shortcut="P", icon_name="pin", tip="Keeps this picture.")
    assert action.toolTip() == "Keeps this picture. (P)"
    assert action.shortcut() == QKeySequence("P")
    assert make_action(holder, "Open…").toolTip() == "Open"


def test_standard_actions_have_standard_keys(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    assert undo_action(holder).shortcut() == QKeySequence(QKeySequence.StandardKey.Undo)
    assert redo_action(holder).shortcut() == QKeySequence(QKeySequence.StandardKey.Redo)
    assert not undo_action(holder).isEnabled()  # until there is something to undo
    assert quit_action(holder).shortcut() == QKeySequence("Ctrl+Q")
