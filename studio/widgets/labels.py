"""Words by role; the style sheet gives each role its size and colour."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel


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
