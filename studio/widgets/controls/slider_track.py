"""The track of a slider: neutral or accent, filled from an origin, with marks and a range of trust."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QAbstractSlider, QSizePolicy, QWidget

from studio.theme import Tokens, colour, tokens_for

TRACK_PX, HANDLE_PX, HIT_PX = 4, 16, 32
_FINE = 0.25  # Shift slows a drag to a quarter


class SliderTrack(QAbstractSlider):
    """An integer slider (for keys and screen readers) seen as decimals; ``stops`` bend its scale."""

    focus_radius = HANDLE_PX // 2

    changed = Signal(float)
    focus_moved = Signal()

    def __init__(
        self, minimum: float, maximum: float, value: float, decimals: int, parent: QWidget | None = None
    ):
        super().__init__(parent)
        self._unit = 10.0**-decimals
        self._default = value
        self._origin: float | None = None
        self._marks: tuple[float, ...] = ()
        self._trusted: tuple[float, float] | None = None
        self._stops: tuple[np.ndarray, np.ndarray] | None = None
        self._accent = self._hovered = False
        self._grab_px: float | None = None
        self.setRange(round(minimum / self._unit), round(maximum / self._unit))
        self.setSingleStep(max(1, round((maximum - minimum) / 100 / self._unit)))
        self.setPageStep(max(1, round((maximum - minimum) / 10 / self._unit)))
        self.set_number(value)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.valueChanged.connect(self._report)

    @property
    def number(self) -> float:
        return self.value() * self._unit

    def set_number(self, number: float) -> None:
        self.setValue(round(number / self._unit))

    def set_default(self, number: float) -> None:
        """Where a double-click goes back to."""
        self._default = number

    def set_accent(self, accent: bool) -> None:
        self._accent = accent
        self.update()

    def set_origin(self, number: float | None) -> None:
        """Fill from here instead of from the left end."""
        self._origin = number
        self.update()

    def set_marks(self, numbers: Sequence[float]) -> None:
        self._marks = tuple(numbers)
        self.update()

    def set_trusted_range(self, low: float, high: float) -> None:
        """Outside it the track is dashed in the colour of a warning."""
        self._trusted = (low, high)
        self.update()

    def set_stops(self, stops: Sequence[tuple[float, float]]) -> None:
        """(place 0…1, number) pairs, both rising: between them the scale is straight."""
        places, numbers = zip(*stops, strict=True)
        self._stops = (np.array(places), np.array(numbers))
        self.update()

    def focus_rect(self) -> QRect:
        return self._handle_rect().toRect()

    def _report(self) -> None:
        self.update()
        self.focus_moved.emit()
        self.changed.emit(self.number)

    def _place_of(self, number: float) -> float:
        if self._stops is not None:
            return float(np.interp(number, self._stops[1], self._stops[0]))
        low, high = self.minimum() * self._unit, self.maximum() * self._unit
        return (number - low) / (high - low) if high > low else 0.0

    def _number_at(self, place: float) -> float:
        if self._stops is not None:
            return float(np.interp(place, self._stops[0], self._stops[1]))
        low, high = self.minimum() * self._unit, self.maximum() * self._unit
        return low + min(max(place, 0.0), 1.0) * (high - low)

    def _x_of(self, number: float) -> float:
        return HANDLE_PX / 2 + self._place_of(number) * (self.width() - HANDLE_PX)

    def _go_to_x(self, x: float) -> None:
        self.set_number(self._number_at((x - HANDLE_PX / 2) / max(1, self.width() - HANDLE_PX)))

    def _handle_rect(self) -> QRectF:
        centre = QPointF(self._x_of(self.number), self.height() / 2)
        return QRectF(centre.x() - HANDLE_PX / 2, centre.y() - HANDLE_PX / 2, HANDLE_PX, HANDLE_PX)

    def _draw_track(self, painter: QPainter, tokens: Tokens) -> None:
        middle = self.height() / 2
        low, high = self.minimum() * self._unit, self.maximum() * self._unit
        solid_low, solid_high = self._trusted or (low, high)
        empty = tokens.raised if tokens.dark else tokens.pressed
        self._stroke(painter, empty, solid_low, solid_high)
        if self._trusted is not None:
            pen = QPen(
                colour(tokens.warn, 0.55), TRACK_PX, Qt.PenStyle.CustomDashLine, Qt.PenCapStyle.FlatCap
            )
            pen.setDashPattern([0.75, 1.0])
            painter.setPen(pen)
            for start, end in ((low, solid_low), (solid_high, high)):
                painter.drawLine(QPointF(self._x_of(start), middle), QPointF(self._x_of(end), middle))
        if self.isEnabled():
            start = solid_low if self._origin is None else self._origin
            known = min(max(self.number, solid_low), solid_high)
            self._stroke(painter, tokens.accent if self._accent else tokens.slide, start, known)
            self._stroke(painter, tokens.warn, known, self.number)
        painter.setPen(QPen(colour(tokens.text2 if self.isEnabled() else tokens.text3), 1))
        for mark in self._marks:
            x = round(self._x_of(mark)) + 0.5
            painter.drawLine(QPointF(x, middle - 6), QPointF(x, middle + 6))

    def _stroke(self, painter: QPainter, colour_name: str, start: float, end: float) -> None:
        painter.setPen(QPen(colour(colour_name), TRACK_PX, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        middle = self.height() / 2
        if start != end:
            painter.drawLine(QPointF(self._x_of(start), middle), QPointF(self._x_of(end), middle))

    def _draw_handle(self, painter: QPainter, tokens: Tokens) -> None:
        handle = self._handle_rect()
        painter.setPen(Qt.PenStyle.NoPen)
        if self._hovered and self.isEnabled() and not self.isSliderDown():
            painter.setBrush(colour(tokens.text, 0.3))
            painter.drawEllipse(handle.adjusted(-3, -3, 3, 3))
        fill = tokens.text3 if not self.isEnabled() else tokens.accent if self.isSliderDown() else tokens.text
        painter.setBrush(colour(fill))
        painter.drawEllipse(handle.adjusted(0.5, 0.5, -0.5, -0.5))

    def _end_edit(self, before: int) -> None:
        """What is changed without a drag is let go at once."""
        if self.value() != before:
            self.sliderReleased.emit()

    def sizeHint(self) -> QSize:
        return QSize(120, HIT_PX)

    def minimumSizeHint(self) -> QSize:
        return QSize(48, HIT_PX)

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = tokens_for(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_track(painter, tokens)
        self._draw_handle(painter, tokens)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
            return
        self.setSliderDown(True)
        if not self._handle_rect().contains(event.position()):
            self._go_to_x(event.position().x())
        self._grab_px = event.position().x()
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grab_px is None:
            return
        x = event.position().x()
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._go_to_x(self._x_of(self.number) + (x - self._grab_px) * _FINE)
        else:
            self._go_to_x(x)
        self._grab_px = x

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._grab_px = None
            self.setSliderDown(False)
            self.update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        before = self.value()
        self.set_number(self._default)
        self._end_edit(before)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        before, fine = self.value(), event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if fine and event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.setValue(self.value() + (1 if event.key() == Qt.Key.Key_Right else -1))
        else:
            super().keyPressEvent(event)
        self._end_edit(before)

    def wheelEvent(self, event: QWheelEvent) -> None:
        before = self.value()
        super().wheelEvent(event)
        self._end_edit(before)

    def enterEvent(self, event: QEnterEvent) -> None:
        self._hovered = True
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self._hovered = False
        self.update()
