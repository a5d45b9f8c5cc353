"""A name that can be changed where it stands: double-click, or F2 and Enter."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from studio.widgets.controls.labels import ElidedLabel
from studio.widgets.controls.name_editor import HEIGHT_PX, NameEditor
from studio.words import note_typed


class EditableName(QWidget):
    """Shows the usual name until it is given another; reports the new one, "" for the usual one again."""

    named = Signal(str)

    def __init__(self, usual_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._usual_name = usual_name
        self._name = ""
        self._label = ElidedLabel()
        self._editor = NameEditor(self)
        self._editor.named.connect(self.named)
        self._editor.ended_by_key.connect(self._on_ended)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._label)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFixedHeight(HEIGHT_PX)
        self.set_name("")

    @property
    def shown(self) -> str:
        """The name, or the usual one."""
        return self._name or self._usual_name

    def set_name(self, name: str) -> None:
        """Without reporting it; "" for the usual one."""
        self._name = name
        note_typed(self._label, self.shown)
        self._label.setText(self.shown)
        tip = self.tr("{name}: double-click, or F2, to call it what you see in it").format(name=self.shown)
        self._label.setToolTip(tip)
        self.setToolTip(tip)
        self.setAccessibleName(self.shown)

    @Slot()
    def edit(self) -> None:
        """Open the field in place of the name."""
        self._editor.begin(self._name, self._usual_name)

    @Slot()
    def _on_ended(self) -> None:
        self.setFocus()

    def focus_rect(self) -> QRect:
        return self.rect().adjusted(-2, 2, 2, -2)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_F2, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.edit()
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.edit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._editor.setGeometry(0, 0, self.width(), HEIGHT_PX)
