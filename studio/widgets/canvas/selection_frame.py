"""The frame around what is selected: its corners scale, the knob above it turns, inside it moves."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import hypot
from typing import Literal

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from studio.theme import Tokens, colour

FramePart = Literal["scale", "turn", "move", ""]
KNOB_PX = 26  # from the upper edge to the knob that turns
_REACH_PX, _HANDLE_PX, _DOT_PX = 10.0, 8.0, 5.0


@dataclass(frozen=True, slots=True)
class SelectionFrame:
    """Four corners in sheet pixels, clockwise from the upper left; while it is turned they stand askew."""

    corners: tuple[QPointF, QPointF, QPointF, QPointF]

    @classmethod
    def around(cls, rect: QRectF) -> SelectionFrame:
        return cls((rect.topLeft(), rect.topRight(), rect.bottomRight(), rect.bottomLeft()))

    def moved(self, to: Callable[[tuple[float, float]], tuple[float, float]]) -> SelectionFrame:
        """Every corner where ``to`` puts it."""
        first, second, third, fourth = (QPointF(*to((each.x(), each.y()))) for each in self.corners)
        return SelectionFrame((first, second, third, fourth))


def part_at(corners: Sequence[QPointF], place: QPointF) -> FramePart:
    """What a press at ``place`` takes hold of; all in widget pixels."""
    if _near(_knob(corners), place):
        return "turn"
    if any(_near(corner, place) for corner in corners):
        return "scale"
    inside = QPolygonF(list(corners)).containsPoint(place, Qt.FillRule.WindingFill)
    return "move" if inside else ""


def draw_frame(painter: QPainter, corners: Sequence[QPointF], tokens: Tokens) -> None:
    """In widget pixels: ink between white, so that it shows on any ground."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    knob, top = _knob(corners), (corners[0] + corners[1]) / 2
    for name, width in (("#FFFFFF", 3.0), (tokens.ink, 1.0)):
        painter.setPen(QPen(colour(name), width))
        painter.drawPolygon(QPolygonF(list(corners)))
        painter.drawLine(top, knob)
    painter.setPen(QPen(colour(tokens.ink), 1))
    painter.setBrush(Qt.GlobalColor.white)
    for corner in corners:
        half = _HANDLE_PX / 2
        painter.drawRect(QRectF(corner.x() - half, corner.y() - half, _HANDLE_PX, _HANDLE_PX))
    painter.drawEllipse(knob, _DOT_PX, _DOT_PX)
    painter.restore()


def draw_band(painter: QPainter, band: QRectF, tokens: Tokens) -> None:
    """The rectangle that is pulled over what shall be selected, in widget pixels."""
    painter.save()
    for name, width in (("#FFFFFF", 3.0), (tokens.ink, 1.0)):
        painter.setPen(QPen(colour(name), width, Qt.PenStyle.SolidLine))
        painter.drawRect(band)
    painter.restore()


def mapped(frame: SelectionFrame, to_widget: Callable[[QPointF], QPointF]) -> list[QPointF]:
    return [to_widget(corner) for corner in frame.corners]


def _knob(corners: Sequence[QPointF]) -> QPointF:
    """Outside the upper edge, however the frame stands."""
    top, bottom = (corners[0] + corners[1]) / 2, (corners[2] + corners[3]) / 2
    along = top - bottom
    length = hypot(along.x(), along.y()) or 1.0
    return top + along * (KNOB_PX / length)


def _near(first: QPointF, second: QPointF) -> bool:
    return hypot(first.x() - second.x(), first.y() - second.y()) <= _REACH_PX
