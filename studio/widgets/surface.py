"""Grounds on which controls stand: canvas, chrome, panel, card; hairlines; and panels that scroll."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget


class Surface(QFrame):
    """A ground: "canvas" behind pictures, "chrome" for bars, "panel" at the sides, "card" raised."""

    def __init__(self, kind: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", kind)
        self.setProperty("ground", "raised" if kind == "card" else "")
        self.setFrameShape(QFrame.Shape.NoFrame)


def horizontal_line() -> QFrame:
    return _line("horizontal")


def vertical_line() -> QFrame:
    return _line("vertical")


def scrolling(content: QWidget) -> QScrollArea:
    """The content as wide as the panel, scrolling up and down where the window is small."""
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    content.setProperty("scrolled", True)
    area.setWidget(content)
    area.viewport().setAutoFillBackground(False)
    content.setAutoFillBackground(False)
    return area


def _line(direction: str) -> QFrame:
    line = QFrame()
    line.setProperty("line", direction)
    line.setFrameShape(QFrame.Shape.NoFrame)
    return line
