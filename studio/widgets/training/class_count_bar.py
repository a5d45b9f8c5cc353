"""How many pictures each class has, as a row of bars in the colours of the classes."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

import numpy as np
from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from studio.number_style import number
from studio.theme import class_colour, tokens_for
from studio.words import listed

HEIGHT_PX = 12
LEAST_BAR_PX = 2


class ClassCountBar(QWidget):
    """The fullest class fills the height; pointing at a bar names it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names: tuple[str, ...] = ()
        self._counts = np.zeros(0, dtype=np.int64)
        self.setFixedHeight(HEIGHT_PX)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Pictures in each class"))

    def set_counts(self, names: Sequence[str], counts: np.ndarray) -> None:
        self._names, self._counts = tuple(names), counts
        self.setAccessibleDescription(listed(self.words_of(index) for index in range(len(self._names))))
        self.update()

    def words_of(self, index: int) -> str:
        count = number(int(self._counts[index]))
        return self.tr("{name}: {count} pictures").format(name=self._names[index], count=count)

    def bar_rect(self, index: int) -> QRectF:
        gap = 2 if len(self._names) <= 20 else 0
        step = (self.width() + gap) / len(self._names)
        height = max(LEAST_BAR_PX, HEIGHT_PX * int(self._counts[index]) / max(1, int(self._counts.max())))
        left, right = round(index * step), round((index + 1) * step) - gap
        return QRectF(left, HEIGHT_PX - height, right - left, height)

    def sizeHint(self) -> QSize:
        return QSize(240, HEIGHT_PX)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        tokens = tokens_for(self)
        for index in range(len(self._names)):
            painter.setBrush(class_colour(tokens, index))
            painter.drawRoundedRect(self.bar_rect(index), 1, 1)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip and self._names:
            index = min(event.pos().x() * len(self._names) // max(1, self.width()), len(self._names) - 1)
            QToolTip.showText(event.globalPos(), escape(self.words_of(index)), self)
            return True
        return super().event(event)
