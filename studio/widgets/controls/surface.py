"""Grounds on which controls stand: canvas, chrome, panel, card; hairlines; and panels that scroll."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QScrollBar, QWidget


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


class _OverlaidBar(QScrollBar):
    """Lies over the right margin of what it scrolls, so that nothing moves when it comes."""

    def __init__(self, area: QScrollArea) -> None:
        super().__init__(Qt.Orientation.Vertical, area)
        self._hidden = area.verticalScrollBar()
        self._hidden.rangeChanged.connect(self._take_range)
        self._hidden.valueChanged.connect(self.setValue)
        self.valueChanged.connect(self._hidden.setValue)
        area.installEventFilter(self)
        self.hide()

    def _take_range(self, least: int, most: int) -> None:
        self.setRange(least, most)
        self.setPageStep(self._hidden.pageStep())
        self.setSingleStep(self._hidden.singleStep())
        self.setVisible(most > least)
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and isinstance(watched, QWidget):
            width = self.sizeHint().width()
            self.setGeometry(watched.width() - width, 0, width, watched.height())
        return super().eventFilter(watched, event)


def scrolling_under(content: QWidget) -> QScrollArea:
    """As :func:`scrolling`, with the bar over the content's right margin, for panels that have one."""
    area = scrolling(content)
    area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    _OverlaidBar(area)
    return area


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
