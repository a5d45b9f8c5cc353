"""The mark of a character that the model has no class for: a crossed box, on the screen only."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from studio.theme import Tokens, colour


def draw_missing(painter: QPainter, box: QRectF, tokens: Tokens) -> None:
    """In widget pixels."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour(tokens.accent), 1.5))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(box)
    painter.drawLine(QLineF(box.topLeft(), box.bottomRight()))
    painter.drawLine(QLineF(box.topRight(), box.bottomLeft()))
    painter.restore()
