"""What can be done with selected strokes: the actions that menus, keys and the list share."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence

from studio.actions import make_action


class StrokeActions(QObject):
    """Made once; they sleep while nothing is selected."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.select_all = make_action(
            self,
            self.tr("Select all strokes"),
            shortcut=QKeySequence.StandardKey.SelectAll,
            tip=self.tr("Select every stroke of the chosen layer"),
        )
        self.deselect = make_action(self, self.tr("Select none"), shortcut="Ctrl+Shift+A")
        self.duplicate = make_action(self, self.tr("Duplicate strokes"), shortcut="Ctrl+D")
        self.delete = make_action(
            self, self.tr("Delete strokes"), shortcut=QKeySequence.StandardKey.Delete, icon_name="trash"
        )
        self.forward = make_action(self, self.tr("Bring forward"), shortcut="Ctrl+]")
        self.backward = make_action(self, self.tr("Send backward"), shortcut="Ctrl+[")
        self.mirror = make_action(self, self.tr("Mirror strokes"), icon_name="sym")
        self.ink = make_action(
            self,
            self.tr("Paint in the brush’s ink"),
            tip=self.tr("Give the selected strokes the brush’s ink"),
        )

        self.reseed = make_action(
            self,
            self.tr("Write in another hand"),
            shortcut="Ctrl+R",
            icon_name="dice",
            tip=self.tr("Draw the stamps of the selected strokes anew in another style"),
        )

        self.write_along = make_action(
            self,
            self.tr("Write along the stroke"),
            shortcut="Ctrl+L",
            icon_name="path",
            tip=self.tr("Begin a text that follows the way of the selected stroke"),
        )

    def of_selection(self) -> list[QAction]:
        """Those that need one."""
        return [
            self.deselect,
            self.duplicate,
            self.delete,
            self.forward,
            self.backward,
            self.mirror,
            self.ink,
            self.reseed,
            self.write_along,
        ]

    def in_order(self) -> list[QAction]:
        return [self.select_all, *self.of_selection()]
