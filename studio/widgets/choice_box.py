"""One choice of many, in a list that opens."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QComboBox, QWidget

from studio.icons import icon_pixmap
from studio.theme import tokens_for

ARROW_PX = 20


class ChoiceBox(QComboBox):
    """Options are (key, text); the key is the value."""

    value_changed = Signal(str)

    def __init__(self, options: Sequence[tuple[str, str]] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.set_options(options)
        self.currentIndexChanged.connect(self._report)

    @property
    def value(self) -> str:
        return str(self.currentData())

    def set_value(self, key: str) -> None:
        self.setCurrentIndex(self.findData(key))

    def set_options(self, options: Sequence[tuple[str, str]]) -> None:
        self.clear()
        for key, text in options:
            self.addItem(text, key)

    def _report(self, index: int) -> None:
        if index >= 0:
            self.value_changed.emit(self.value)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        tokens = tokens_for(self)
        arrow = icon_pixmap(
            "down", tokens.text2 if self.isEnabled() else tokens.text3, ARROW_PX, self.devicePixelRatioF()
        )
        QPainter(self).drawPixmap(self.width() - ARROW_PX - 6, (self.height() - ARROW_PX) // 2, arrow)
