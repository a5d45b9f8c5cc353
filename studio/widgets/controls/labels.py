"""Words by role; the style sheet gives each role its size and colour."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from studio.words import derived


class ElidedLabel(QLabel):
    """One line in whatever room is left over, with an ellipsis where that is too little; whole in its tooltip."""

    def __init__(self, role: str = "body") -> None:
        super().__init__()
        self.setProperty("role", role)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def setText(self, text: str) -> None:
        super().setText(text)
        self.setToolTip(text)

    def paintEvent(self, event: QPaintEvent) -> None:
        room = self.contentsRect()
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(room, self.alignment(), shown)


def elided(font: QFont, text: str, mode: Qt.TextElideMode, width_px: int) -> str:
    """As much of a text as there is room for, also after it was said in another language."""
    return derived(_elided, font, text, mode, width_px)


def _elided(font: QFont, text: str, mode: Qt.TextElideMode, width_px: int) -> str:
    return QFontMetrics(font).elidedText(text, mode, width_px)


def label(text: str, role: str = "body") -> QLabel:
    """Roles: body, section, secondary, tick, hint-title, document, readout. Never rich text."""
    made = QLabel(text)
    made.setProperty("role", role)
    made.setTextFormat(Qt.TextFormat.PlainText)
    return made


def section_label(text: str) -> QLabel:
    return label(text, "section")


def secondary_label(text: str, *, wraps: bool = False) -> QLabel:
    made = label(text, "secondary")
    made.setWordWrap(wraps)
    return made
