"""What lies over the sheet to paint by: grid, rulers, axes of symmetry."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, cos, floor, hypot, radians, sin

from PySide6.QtCore import QLineF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QPainter, QPen

from studio.theme import Tokens, colour, text_font
from studio.widgets.canvas.canvas_view import CanvasView

RULER_PX = 20
_KNOB_PX, _REACH_PX, _ASIDE_PX = 6.0, 12.0, 12.0
_LEAST_GRID_PX, _LEAST_TICK_PX = 10.0, 56.0
_TICKS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000)


@dataclass(frozen=True, slots=True)
class Axes:
    """``angles``: of the lines through ``place``, in degrees clockwise from upright."""

    place: QPointF
    angles: tuple[float, ...]
    half_lines: bool = False  # spokes from the place, instead of mirrors through it


@dataclass(frozen=True, slots=True)
class CanvasGuides:
    """What shows."""

    grid: bool = False
    rulers: bool = False
    tiled: bool = False
    axes: Axes | None = None


def draw_grid(painter: QPainter, view: CanvasView, sheet: QSizeF, tokens: Tokens) -> None:
    """Every 2, 4, 8 … pixels of the sheet, as close as the zoom allows; every fourth line is stronger."""
    step = 2.0
    while step * view.zoom < _LEAST_GRID_PX:
        step *= 2
    place = view.rect_to_widget(QRectF(QPointF(), sheet))
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    for number in range(ceil(sheet.width() / step)):
        painter.setPen(QPen(colour(tokens.ink, 0.22 if number % 4 == 0 else 0.09), 1))
        x = view.offset_x + number * step * view.zoom
        painter.drawLine(QLineF(x, place.top(), x, place.bottom()))
    for number in range(ceil(sheet.height() / step)):
        painter.setPen(QPen(colour(tokens.ink, 0.22 if number % 4 == 0 else 0.09), 1))
        y = view.offset_y + number * step * view.zoom
        painter.drawLine(QLineF(place.left(), y, place.right(), y))
    painter.restore()


def draw_rulers(
    painter: QPainter, view: CanvasView, area: QSizeF, pointer: QPointF | None, tokens: Tokens
) -> None:
    """Pixels of the sheet along the upper and the left edge, with a mark where the brush is."""
    step = next((tick for tick in _TICKS if tick * view.zoom >= _LEAST_TICK_PX), _TICKS[-1])
    painter.save()
    painter.setFont(text_font(11))
    painter.fillRect(QRectF(0, 0, area.width(), RULER_PX), colour(tokens.chrome))
    painter.fillRect(QRectF(0, 0, RULER_PX, area.height()), colour(tokens.chrome))
    painter.setPen(QPen(colour(tokens.text2), 1))
    for offset, length, upright in (
        (view.offset_x, area.width(), False),
        (view.offset_y, area.height(), True),
    ):
        first, last = (floor((end - offset) / view.zoom / step) for end in (0.0, length))
        for number in range(first, last + 1):
            _draw_tick(painter, offset + number * step * view.zoom, number * step, upright=upright)
    painter.fillRect(QRectF(0, 0, RULER_PX, RULER_PX), colour(tokens.chrome))
    if pointer is not None:
        painter.setPen(QPen(colour(tokens.accent), 1))
        painter.drawLine(QLineF(pointer.x(), 0, pointer.x(), RULER_PX))
        painter.drawLine(QLineF(0, pointer.y(), RULER_PX, pointer.y()))
    painter.restore()


def _draw_tick(painter: QPainter, place: float, number: int, *, upright: bool) -> None:
    painter.save()
    if upright:  # the left one reads from below
        painter.translate(0, place)
        painter.rotate(-90)
        painter.drawLine(QLineF(0, 12, 0, RULER_PX))
    else:
        painter.translate(place, 0)
        painter.drawLine(QLineF(0, 12, 0, RULER_PX))
    painter.drawText(QPointF(4, 13), str(number))
    painter.restore()


def draw_axes(painter: QPainter, axes: Axes, view: CanvasView, sheet: QSizeF, tokens: Tokens) -> None:
    """Dashed through the sheet, with a knob to drag."""
    middle = view.to_widget(axes.place)
    length = view.zoom * hypot(sheet.width(), sheet.height())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setClipRect(view.rect_to_widget(QRectF(QPointF(), sheet)).adjusted(-20, -20, 20, 20))
    for angle in axes.angles:
        way = QPointF(sin(radians(angle)), -cos(radians(angle))) * length
        start = middle if axes.half_lines else middle - way
        painter.setPen(QPen(colour("#FFFFFF", 0.7), 3))
        painter.drawLine(start, middle + way)
        painter.setPen(QPen(colour(tokens.accent), 1.25, Qt.PenStyle.DashLine))
        painter.drawLine(start, middle + way)
    painter.setPen(QPen(Qt.GlobalColor.white, 1.5))
    painter.setBrush(colour(tokens.accent))
    for knob in knobs(axes, view):
        painter.drawEllipse(knob, _KNOB_PX, _KNOB_PX)
    painter.restore()


def knobs(axes: Axes, view: CanvasView) -> list[QPointF]:
    """Where the axes are taken hold of, in widget pixels: beside the sheet where one can paint everywhere on it."""
    middle = view.to_widget(axes.place)
    if axes.half_lines:
        return [middle]
    at_edge = {
        0.0: QPointF(middle.x(), view.offset_y - _ASIDE_PX),
        90.0: QPointF(view.offset_x - _ASIDE_PX, middle.y()),
    }
    return [at_edge[angle] for angle in axes.angles]


def knob_at(axes: Axes, view: CanvasView, place: QPointF) -> int | None:
    """Which knob a press takes hold of."""
    for index, knob in enumerate(knobs(axes, view)):
        if hypot(knob.x() - place.x(), knob.y() - place.y()) <= _REACH_PX:
            return index
    return None


def dragged(axes: Axes, knob: int, place: QPointF) -> QPointF:
    """Where the axes cross once that knob is at ``place``: one of a mirror moves across the mirror alone."""
    if axes.half_lines:
        return place
    if axes.angles[knob] == 0.0:
        return QPointF(place.x(), axes.place.y())
    return QPointF(axes.place.x(), place.y())
