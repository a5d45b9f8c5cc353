"""A field in place of a name: Enter or a click elsewhere takes what was typed, Escape leaves it as it was."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

LONGEST = 40
HEIGHT_PX = 32
# The focus comes back by itself: from a menu, its own or the one that opened it, and from another window.
PASSING = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)


class NameEditor(QLineEdit):
    """Hidden unless a name is being typed; ``ended_by_key`` says that the focus is free again."""

    named = Signal(str)
    ended_by_key = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._before = ""
        self.setMaxLength(LONGEST)
        self.setFixedHeight(HEIGHT_PX)
        self.setAccessibleName(self.tr("Name"))
        self.hide()

    def begin(self, name: str, usual_name: str) -> None:
        """Show the field with a name to change; empty stands for ``usual_name``."""
        self._before = name
        self.setText(name)
        self.setPlaceholderText(usual_name)
        self.selectAll()
        self.show()
        self.raise_()
        self.setFocus()

    def _end(self, *, takes_it: bool) -> None:
        if self.isHidden():
            return  # hiding takes the focus away, which ends it once more
        self.hide()
        name = " ".join(self.text().split())
        if takes_it and name != self._before:
            self.named.emit(name)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._end(takes_it=False)
            self.ended_by_key.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._end(takes_it=True)
            self.ended_by_key.emit()
        else:
            super().keyPressEvent(event)
        event.accept()  # no key that is typed here means anything to the room

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in PASSING:
            self._end(takes_it=True)
