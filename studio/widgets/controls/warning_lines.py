"""Sentences that warn, one a line, each with the mark of a warning before it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from studio.theme import colour, tokens_for
from studio.widgets.controls.labels import secondary_label

MARK_PX, LINE_PX, INDENT_PX = 8, 18, 16


class WarningLines(QWidget):
    """Hidden while there is nothing to warn of."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(INDENT_PX, 0, 0, 0)
        self._layout.setSpacing(4)
        self._sentences: tuple[str, ...] = ()
        self._lines: list[QLabel] = []
        self.hide()

    def set_sentences(self, sentences: Sequence[str]) -> None:
        if tuple(sentences) == self._sentences:
            return
        self._sentences = tuple(sentences)
        for line in self._lines:
            self._layout.removeWidget(line)
            line.hide()
            line.deleteLater()
        self._lines = [secondary_label(sentence, wraps=True) for sentence in sentences]
        for line in self._lines:
            self._layout.addWidget(line)
            line.show()  # a layout would do so with the next turn of the event loop
        self.setVisible(bool(sentences))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(colour(tokens_for(self).warn))
        painter.setBrush(colour(tokens_for(self).warn))
        half = MARK_PX / 2
        for line in self._lines:
            middle = QPointF(half, line.geometry().top() + LINE_PX / 2)
            corners = ((0, -half), (half, 0), (0, half), (-half, 0))
            painter.drawPolygon(QPolygonF([middle + QPointF(x, y) for x, y in corners]))
