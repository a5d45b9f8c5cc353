"""Previews of exports: a picture on its ground, or what it waits for; pictures from arrays."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from studio.images import draw_picture
from studio.theme import Tokens, colour, tokens_for

SIDE_PX = 224  # of a preview
RADIUS_PX, SQUARE_PX = 4, 8
LIGHT_SQUARE, DARK_SQUARE = "#FFFFFF", "#D6D6D6"
_FORMATS = {
    1: QImage.Format.Format_Grayscale8,
    3: QImage.Format.Format_RGB888,
    4: QImage.Format.Format_RGBA8888,
}


def image_of(pixels: np.ndarray) -> QImage:
    """(H, W, 1, 3 or 4) uint8 as a picture of its own."""
    height, width, channels = pixels.shape
    data = np.ascontiguousarray(pixels)
    return QImage(data.data, width, height, data.strides[0], _FORMATS[channels]).copy()


class ExportPreview(QWidget):
    """Shows what it is given as large as there is room, or no larger than it is; before that, what it waits for."""

    def __init__(self, waiting: str, *, grows: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._waiting, self._grows = waiting, grows
        self._image = QImage()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Preview"))

    @property
    def image(self) -> QImage:
        return self._image

    def show_image(self, image: QImage) -> None:
        self._image = image
        self.update()

    def _place(self) -> QRectF:
        """Where the picture lies, on whole pixels."""
        size = self._image.deviceIndependentSize()
        scale = min(self.width() / size.width(), self.height() / size.height())
        scale = scale if self._grows else min(scale, 1.0)
        place = QRectF(0, 0, size.width() * scale, size.height() * scale)
        place.moveCenter(QRectF(self.rect()).center())
        return place.toRect().toRectF()

    def sizeHint(self) -> QSize:
        return QSize(SIDE_PX, SIDE_PX)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, tokens = QPainter(self), tokens_for(self)
        if self._image.isNull():
            _draw_waiting(painter, QRectF(self.rect()), self._waiting, tokens)
            return
        place = self._place()
        if self._image.hasAlphaChannel():
            _draw_ground(painter, place)
        draw_picture(painter, place, self._image)
        painter.setPen(QPen(colour(tokens.line), 1))
        painter.drawRect(place.adjusted(0.5, 0.5, -0.5, -0.5))


def _draw_ground(painter: QPainter, place: QRectF) -> None:
    """The two greys that stand for "nothing here" in picture programs."""
    painter.save()
    painter.setClipRect(place)
    painter.fillRect(place, QColor(LIGHT_SQUARE))
    for row in range(-(-int(place.height()) // SQUARE_PX)):
        for column in range(row % 2, -(-int(place.width()) // SQUARE_PX), 2):
            left, top = place.left() + column * SQUARE_PX, place.top() + row * SQUARE_PX
            painter.fillRect(QRectF(left, top, SQUARE_PX, SQUARE_PX), QColor(DARK_SQUARE))
    painter.restore()


def _draw_waiting(painter: QPainter, place: QRectF, words: str, tokens: Tokens) -> None:
    """An empty place, and what it waits for."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour(tokens.edge), 1, Qt.PenStyle.DashLine))
    painter.drawRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS_PX, RADIUS_PX)
    painter.setPen(colour(tokens.text2))
    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, words)
