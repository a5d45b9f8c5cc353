"""The entries of the View menu that look closer at a pad, or from further away."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from studio.actions import make_action
from studio.widgets.pad.latent_pad import LatentPad

CLOSER, FURTHER = 1 / 1.5, 1.5


class PadViewActions(QObject):
    """They belong to ``owner``; a reset is only asked for, as by a double-click on the pad."""

    def __init__(self, pad: LatentPad, owner: QWidget) -> None:
        super().__init__(owner)
        self._pad = pad
        closer = make_action(owner, self.tr("Look closer"), shortcut="Ctrl++")
        further = make_action(owner, self.tr("Look from further away"), shortcut="Ctrl+-")
        back = make_action(owner, self.tr("Reset the sheet"), shortcut="Ctrl+0")
        closer.triggered.connect(self._look_closer)
        further.triggered.connect(self._look_further)
        back.triggered.connect(pad.reset_asked)
        self._actions = [closer, further, back]

    def all(self) -> list[QAction]:
        return list(self._actions)

    @Slot()
    def _look_closer(self) -> None:
        self._pad.zoom(CLOSER)

    @Slot()
    def _look_further(self) -> None:
        self._pad.zoom(FURTHER)
