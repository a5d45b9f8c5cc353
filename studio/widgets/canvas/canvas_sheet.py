"""The sheet as it lies on the canvas: its edge, the checks of a transparent one, its picture, also tiled."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPen, QPixmap

from studio.theme import Tokens, colour

CHECK_PX, CHECK_GREY = 8, "#E4E4E4"


def draw_sheet(
    painter: QPainter, place: QRectF, picture: QImage, tokens: Tokens, *, transparent: bool, tiled: bool
) -> None:
    """``place`` in widget pixels; tiled, eight more lie around it."""
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen if tokens.dark or tiled else QPen(colour(tokens.line), 1))
    steps = (-1, 0, 1) if tiled else (0,)
    painter.setBrush(_checks() if transparent else Qt.BrushStyle.NoBrush)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    for down in steps:
        for across in steps:
            tile = place.translated(across * place.width(), down * place.height())
            painter.drawRect(tile if tokens.dark else tile.adjusted(-0.5, -0.5, 0.5, 0.5))
            if not picture.isNull():
                painter.drawImage(tile, picture)
    if tiled:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colour(tokens.accent), 1, Qt.PenStyle.DotLine))
        painter.drawRect(place)
    painter.restore()


def _checks() -> QBrush:
    """The squares that stand for nothing, as every paint program shows them."""
    squares = QPixmap(2 * CHECK_PX, 2 * CHECK_PX)
    squares.fill(QColor(Qt.GlobalColor.white))
    with QPainter(squares) as painter:
        for corner in (0, CHECK_PX):
            painter.fillRect(corner, corner, CHECK_PX, CHECK_PX, QColor(CHECK_GREY))
    return QBrush(squares)
