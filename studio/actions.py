"""Actions as menus and buttons share them: text, standard shortcut, icon, and a tooltip that names the key."""

from __future__ import annotations

import re
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence

from studio.icons import set_icon
from studio.words import phrase, remade, translate

_MNEMONIC = re.compile(r"\(&\w\)")

Shortcut = QKeySequence.StandardKey | str | None


def make_action(
    parent: QObject,
    text: str,
    *,
    shortcut: Shortcut = None,
    icon_name: str | None = None,
    tip: str = "",
    checkable: bool = False,
) -> QAction:
    """``tip`` is one sentence; the shortcut is added to it."""
    action = QAction(text, parent)
    action.setCheckable(checkable)
    if shortcut is not None:
        sequence = QKeySequence(shortcut)
        action.setShortcut(sequence)
    action.setToolTip(tip_with_shortcut(tip or text.rstrip("…"), action.shortcut()))
    if icon_name is not None:
        set_icon(action, icon_name)
    return action


def without_mnemonic(text: str) -> str:
    """As it is read: "&File" as "File", and what Chinese writes for it, "文件(&F)", as "文件"."""
    return _MNEMONIC.sub("", text).replace("&", "")


def tip_with_shortcut(tip: str, sequence: QKeySequence) -> str:
    keys = remade("keys", partial(sequence.toString, QKeySequence.SequenceFormat.NativeText))
    return phrase("{tip} ({keys})", tip=tip, keys=keys) if keys else tip


def undo_action(parent: QObject) -> QAction:
    action = make_action(
        parent,
        translate("actions", "Undo"),
        shortcut=QKeySequence.StandardKey.Undo,
        icon_name="undo",
    )
    action.setEnabled(False)
    return action


def redo_action(parent: QObject) -> QAction:
    action = make_action(
        parent,
        translate("actions", "Redo"),
        shortcut=QKeySequence.StandardKey.Redo,
        icon_name="redo",
    )
    action.setEnabled(False)
    return action


def open_action(parent: QObject, text: str) -> QAction:
    return make_action(parent, text, shortcut=QKeySequence.StandardKey.Open, icon_name="folder")


def save_action(parent: QObject, text: str) -> QAction:
    return make_action(parent, text, shortcut=QKeySequence.StandardKey.Save, icon_name="save")


def save_as_action(parent: QObject, text: str) -> QAction:
    return make_action(parent, text, shortcut="Ctrl+Shift+S")


def export_action(parent: QObject, text: str) -> QAction:
    return make_action(parent, text, shortcut="Ctrl+E", icon_name="export")


def quit_action(parent: QObject) -> QAction:
    action = make_action(parent, translate("actions", "Quit"), shortcut="Ctrl+Q")
    action.setMenuRole(QAction.MenuRole.QuitRole)
    return action
