"""The recipes to choose from: a name at the left, its promise at the right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from studio.theme import text_font
from studio.widgets.controls.labels import secondary_label
from studio.words import sentences

ROW_PX = 28


@dataclass(frozen=True, slots=True)
class PresetChoice:
    """One recipe in words."""

    name: str
    title: str
    promise: str
    sentence: str


class PresetRows(QWidget):
    """One is always chosen; arrow keys move the choice."""

    value_changed = Signal(str)

    def __init__(self, choices: Sequence[PresetChoice], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self._radios: dict[str, QRadioButton] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for choice in choices:
            row = _PresetRow(choice)
            self._radios[choice.name] = row.radio
            self._group.addButton(row.radio)
            layout.addWidget(row)
        self._group.buttonToggled.connect(self._on_toggled)
        self.set_value(choices[0].name)

    @property
    def value(self) -> str:
        return next(name for name, radio in self._radios.items() if radio.isChecked())

    def set_value(self, name: str) -> None:
        """Choose without clicking; a name that is not there changes nothing."""
        if name in self._radios:
            self._radios[name].setChecked(True)

    @Slot(QAbstractButton, bool)
    def _on_toggled(self, button: QAbstractButton, checked: bool) -> None:
        button.setFont(text_font(13, 600 if checked else 400))
        if checked:
            self.value_changed.emit(self.value)


class _PresetRow(QWidget):
    """The whole line can be clicked."""

    def __init__(self, choice: PresetChoice) -> None:
        super().__init__()
        self.radio = QRadioButton(choice.title)
        self.radio.setAccessibleDescription(sentences(choice.promise, choice.sentence))
        self.setToolTip(choice.sentence)
        self.setFixedHeight(ROW_PX)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.radio)
        layout.addStretch(1)
        layout.addWidget(secondary_label(choice.promise))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.radio.click()
