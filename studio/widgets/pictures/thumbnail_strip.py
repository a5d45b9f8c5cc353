"""A few training pictures side by side on paper."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from studio.images import draw_picture, ink_image
from studio.theme import colour, tokens_for

TILE_PX = 36
LEAST_GAP_PX = 4
RADIUS_PX = 4
RETINTS = (QEvent.Type.PaletteChange, QEvent.Type.StyleChange)


class ThumbnailStrip(QWidget):
    """Shows as many as fit; what they are is said beside it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pictures: list[np.ndarray] = []
        self._images: list[QImage] = []
        self.setFixedHeight(TILE_PX)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Some of the training pictures"))

    def set_pictures(self, pictures: Sequence[np.ndarray] | np.ndarray) -> None:
        """(N, H, W, C) uint8; none leaves empty places."""
        self._pictures = list(pictures)
        self._images = []
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(6 * (TILE_PX + LEAST_GAP_PX), TILE_PX)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens = tokens_for(self)
        count = max(2, (self.width() + LEAST_GAP_PX) // (TILE_PX + LEAST_GAP_PX))
        stride = (self.width() - TILE_PX) / (count - 1)
        if not self._images:
            self._images = [ink_image(pixels, colour(tokens.ink)) for pixels in self._pictures[:count]]
        for place in range(count):
            tile = QRectF(round(place * stride), 0, TILE_PX, TILE_PX)
            painter.setBrush(colour(tokens.paper) if self._pictures else Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(colour(tokens.line), 1))
            painter.drawRoundedRect(tile.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS_PX, RADIUS_PX)
            if place < len(self._images):
                draw_picture(painter, tile.adjusted(4, 4, -4, -4), self._images[place])

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in RETINTS:
            self._images = []
        super().changeEvent(event)

    def resizeEvent(self, event: QEvent) -> None:
        self._images = []
