"""A small triangle or square with a picture's letter at each corner: the nearer the dot, the more of that picture."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from studio.number_style import percent
from studio.tokens import colour, text_font, tokens_for
from studio.words import listed, phrase

LETTER_PX, PUCK_PX, SNAP_PX = 16, 9.0, 8.0
STEP, FINE_STEP = 0.05, 0.01
KEY_WAYS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
TRIANGLE = ((0.0, 0.0), (1.0, 0.0), (0.5, 1.0))
SQUARE = ((0.0, 0.0), (1.0, 0.0), (0.0, 1.0), (1.0, 1.0))


def weights_at(x: float, y: float, corners: int) -> tuple[float, ...]:
    """The share of each corner at a place of the unit square: barycentric for three, bilinear for four."""
    if corners == len(SQUARE):
        x, y = min(max(x, 0.0), 1.0), min(max(y, 0.0), 1.0)
        return (1 - x) * (1 - y), x * (1 - y), (1 - x) * y, x * y
    last = min(max(y, 0.0), 1.0)
    across = min(max(x - last / 2, 0.0), 1.0 - last)
    return 1.0 - last - across, across, last


class WeightPad(QWidget):
    """Shows and changes weights that add up to 1, one for each of three or four corners."""

    weights_changed = Signal(object)  # by hand: a tuple of float
    released = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._weights: tuple[float, ...] = (1.0, 0.0, 0.0)
        self._is_held = False
        self._height_px = 96
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_weights(self._weights)

    @property
    def is_held(self) -> bool:
        return self._is_held

    def set_weights(self, weights: Sequence[float]) -> None:
        """Show them without reporting; how many there are says whether it is a triangle or a square."""
        self._weights = tuple(weights)
        shares = zip("ABCD", self._weights, strict=False)
        self.setAccessibleDescription(
            listed(phrase("{} {}", letter, percent(share)) for letter, share in shares)
        )
        self.update()

    def set_height(self, height_px: int) -> None:
        """Another size."""
        self._height_px = height_px
        self.updateGeometry()

    def sheet_rect(self) -> QRectF:
        """The square that the corners stand in."""
        return QRectF(self.rect()).adjusted(LETTER_PX + 4, PUCK_PX + 1, -LETTER_PX - 4, -PUCK_PX - 1)

    def point_of_corner(self, corner: int) -> QPointF:
        return self._point(*self._corners()[corner])

    def puck_point(self) -> QPointF:
        """Where the dot stands: the middle of the corners, each as heavy as its share."""
        x, y = np.asarray(self._weights) @ np.asarray(self._corners())
        return self._point(float(x), float(y))

    def _corners(self) -> tuple[tuple[float, float], ...]:
        return SQUARE if len(self._weights) == len(SQUARE) else TRIANGLE

    def _point(self, x: float, y: float) -> QPointF:
        sheet = self.sheet_rect()
        return QPointF(sheet.left() + x * sheet.width(), sheet.top() + y * sheet.height())

    def _take(self, x: float, y: float) -> None:
        weights = weights_at(x, y, len(self._weights))
        if weights != self._weights:
            self.set_weights(weights)
            self.weights_changed.emit(weights)

    def _go_to(self, point: QPointF) -> None:
        """Near a corner exactly to it, so that one picture alone is easy to reach."""
        for corner, place in enumerate(self._corners()):
            if (point - self.point_of_corner(corner)).manhattanLength() <= SNAP_PX:
                self._take(*place)
                return
        sheet = self.sheet_rect()
        self._take((point.x() - sheet.left()) / sheet.width(), (point.y() - sheet.top()) / sheet.height())

    def sizeHint(self) -> QSize:
        return QSize(self._height_px + 2 * LETTER_PX, self._height_px)

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = tokens_for(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        corners = [self.point_of_corner(corner) for corner in range(len(self._weights))]
        around = corners if len(corners) == len(TRIANGLE) else [corners[index] for index in (0, 1, 3, 2)]
        painter.setPen(QPen(colour(tokens.edge), 1))
        painter.setBrush(colour(tokens.well))
        painter.drawPolygon(QPolygonF(around))
        puck = self.puck_point()
        for corner, share in zip(corners, self._weights, strict=True):
            painter.setPen(QPen(colour(tokens.accent, min(max(share, 0.0), 1.0)), 2))
            painter.drawLine(corner, puck)
        self._draw_letters(painter, corners)
        painter.setPen(QPen(colour(tokens.panel), 2))
        painter.setBrush(colour(tokens.accent if self._is_held else tokens.text))
        painter.drawEllipse(puck, PUCK_PX, PUCK_PX)

    def _draw_letters(self, painter: QPainter, corners: Sequence[QPointF]) -> None:
        tokens, middle = tokens_for(self), self.sheet_rect().center().x()
        painter.setFont(text_font(12, 600))
        painter.setPen(colour(tokens.text2))
        for letter, corner in zip("ABCD", corners, strict=False):
            left = corner.x() - LETTER_PX - 2 if corner.x() < middle else corner.x() + 2
            place = QRectF(left, corner.y() - LETTER_PX / 2, LETTER_PX, LETTER_PX)
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, letter)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._is_held = True
            self._go_to(event.position())
            self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._is_held:
            self._go_to(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._is_held:
            self._is_held = False
            self.update()
            self.released.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        x, y = (np.asarray(self._weights) @ np.asarray(self._corners())).tolist()
        if key in KEY_WAYS:
            step = FINE_STEP if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else STEP
            across, down = KEY_WAYS[key]
            self._take(x + across * step, y + down * step)
        elif key == Qt.Key.Key_Home:
            x, y = np.mean(self._corners(), axis=0).tolist()
            self._take(x, y)
        else:
            super().keyPressEvent(event)
