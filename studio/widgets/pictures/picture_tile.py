"""How one picture stands on its sheet: live on slate, kept on paper, with outline and ring."""

from __future__ import annotations

from typing import Literal

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from studio.images import crisp_image, draw_picture, ink_image, square_within
from studio.theme import Tokens, colour

Sheet = Literal["slate", "paper"]
RADIUS_PX = 4
RING_PX = 3  # how far the ring of the chosen one reaches beyond the tile; widgets keep that much room
_CRISP_BELOW_PX = 84  # larger kept pictures show their pixels


def tile_image(pixels: np.ndarray, sheet: Sheet, side_px: float, tokens: Tokens) -> QImage:
    """The picture in the sheet's ink, ready for ``draw_tile`` at that size."""
    ink = QColor(tokens.ink if sheet == "paper" else tokens.chalk)
    if sheet == "paper" and side_px < _CRISP_BELOW_PX:
        return crisp_image(pixels, ink)
    return ink_image(pixels, ink)


def draw_tile(
    painter: QPainter,
    rect: QRectF,
    image: QImage | None,
    sheet: Sheet,
    tokens: Tokens,
    *,
    hovered: bool = False,
    chosen: bool = False,
    source_px: int = 28,
) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour(tokens.paper if sheet == "paper" else tokens.slate))
    painter.drawRoundedRect(rect, RADIUS_PX, RADIUS_PX)
    if image is not None:
        draw_picture(painter, square_within(rect, source_px), image)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if hovered:
        _outline(painter, rect.adjusted(-1, -1, 1, 1), tokens.text, 2)
    elif sheet == "slate" or not tokens.dark:
        _outline(painter, rect.adjusted(0.5, 0.5, -0.5, -0.5), tokens.line, 1)
    if chosen:
        _outline(painter, rect.adjusted(-2, -2, 2, 2), tokens.accent, 2)
    painter.restore()


def draw_empty(painter: QPainter, rect: QRectF, text: str, tokens: Tokens) -> None:
    """A dashed place with the sentence that says how to fill it."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(colour(tokens.edge), 1, Qt.PenStyle.CustomDashLine)
    pen.setDashPattern([3, 3])
    painter.setPen(pen)
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS_PX, RADIUS_PX)
    painter.setPen(colour(tokens.text2))
    flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
    painter.drawText(rect.adjusted(8, 0, -8, 0), flags, text)
    painter.restore()


def _outline(painter: QPainter, rect: QRectF, colour_name: str, width: float) -> None:
    painter.setPen(QPen(colour(colour_name), width))
    painter.drawRoundedRect(rect, RADIUS_PX, RADIUS_PX)
