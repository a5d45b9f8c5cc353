"""What floats over the canvas: the ring of the brush with a ghost of its next dab, a stroke's spine, an outline."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen, QPolygonF

from studio.theme import Tokens, colour

GHOST_OPACITY = 0.28
_WHITE_PX, _INK_PX = 3.0, 1.0  # white around the ink, so that the ring shows on any ground
_SMALLEST_RING_PX = 6.0
_SPINE_PX, _DOT_PX = 1.25, 6.0


@dataclass(frozen=True, slots=True)
class NextDab:
    """What the brush would leave: its size in sheet pixels and, if it is ink, its picture."""

    size_px: float = 62.0
    ghost: QImage | None = None


def ring_rect(centre: QPointF, size: float) -> QRectF:
    """All that the cursor covers, in widget pixels."""
    half = max(size, _SMALLEST_RING_PX) / 2 + _WHITE_PX
    return QRectF(centre.x() - half, centre.y() - half, 2 * half, 2 * half)


def draw_brush_cursor(
    painter: QPainter, centre: QPointF, size: float, ghost: QImage | None, ink: QColor
) -> None:
    """``size``: of the dab, in widget pixels."""
    painter.save()
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
    if ghost is not None:
        painter.setOpacity(GHOST_OPACITY)
        scale = size / max(1, ghost.width(), ghost.height())
        width, height = ghost.width() * scale, ghost.height() * scale
        painter.drawImage(QRectF(centre.x() - width / 2, centre.y() - height / 2, width, height), ghost)
        painter.setOpacity(1.0)
    radius = max(size, _SMALLEST_RING_PX) / 2
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for ring, width in ((QColor(Qt.GlobalColor.white), _WHITE_PX), (ink, _INK_PX)):
        painter.setPen(QPen(ring, width))
        painter.drawEllipse(centre, radius, radius)
    painter.restore()


def draw_spine(painter: QPainter, points: Sequence[QPointF], tokens: Tokens) -> None:
    """The way of a stroke, with a dot at either end; ``points`` in widget pixels."""
    if not points:
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour(tokens.accent), _SPINE_PX))
    painter.drawPolyline(QPolygonF(points))
    painter.setPen(QPen(Qt.GlobalColor.white, 1.5))
    painter.setBrush(colour(tokens.accent))
    for end in (points[0], points[-1]):
        painter.drawEllipse(end, _DOT_PX, _DOT_PX)
    painter.restore()


def draw_outline(painter: QPainter, points: Sequence[QPointF], tokens: Tokens) -> None:
    """A closed line around what is about to be filled: dashed, white below, so that it shows on any ground."""
    if len(points) < 2:
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for name, width, style in (
        ("#FFFFFF", _WHITE_PX, Qt.PenStyle.SolidLine),
        (tokens.accent, _SPINE_PX, Qt.PenStyle.DashLine),
    ):
        painter.setPen(QPen(colour(name), width, style))
        painter.drawPolygon(QPolygonF(points))
    painter.restore()
