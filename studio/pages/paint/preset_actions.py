"""What can be done with brush presets, as a menu of its own: each by name, and keeping, renaming, deleting."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from studio.actions import make_action
from studio.words import note_typed


class PresetActions(QObject):
    """Made once; the names come and go."""

    taken = Signal(int)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.menu = QMenu(self.tr("Brush presets"))
        self.menu.setToolTipsVisible(True)
        self.save = make_action(
            self,
            self.tr("Keep this brush as a preset"),
            shortcut="Ctrl+Alt+B",
            tip=self.tr("Its size, inks and chance, its pictures, and what happens along the stroke"),
        )
        self.rename = make_action(self, self.tr("Rename preset"), tip=self.tr("The one in your hand"))
        self.discard = make_action(self, self.tr("Delete preset"), tip=self.tr("The one in your hand"))
        self.restore = make_action(self, self.tr("Bring back the deleted preset"))
        self.restore.setEnabled(False)
        self.set_own_chosen(False)
        self.menu.triggered.connect(self._on_triggered)
        self.set_names(())

    def set_names(self, names: Sequence[str]) -> None:
        for action in self.menu.actions():
            self.menu.removeAction(action)
        for index, name in enumerate(names):
            action = self.menu.addAction(name.replace("&", "&&"))
            note_typed(action, name)
            action.setData(index)
            action.setToolTip(self.tr("Paint with this brush"))
        self.menu.addSeparator()
        self.menu.addActions([self.save, self.rename, self.discard, self.restore])

    def set_own_chosen(self, own: bool) -> None:
        """Only a person's own can be renamed and deleted."""
        self.rename.setEnabled(own)
        self.discard.setEnabled(own)

    def set_gone(self, name: str) -> None:
        """What was deleted last can come back; "" for nothing."""
        self.restore.setEnabled(bool(name))

    @Slot(QAction)
    def _on_triggered(self, action: QAction) -> None:
        if action.data() is not None:
            self.taken.emit(action.data())
