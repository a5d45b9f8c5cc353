"""Draws strokes into pictures, at any scale. The screen and every export share it."""

from __future__ import annotations

from math import ceil, cos, radians, sin

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from gan.errors import UserError
from studio.document.artwork import Artwork, Layer, Stroke
from studio.document.tips import TipCache

FORMAT = QImage.Format.Format_ARGB32_Premultiplied


def blank_image(size: QSize, colour: QColor | Qt.GlobalColor = Qt.GlobalColor.transparent) -> QImage:
    """A picture to paint on. UserError if there is no memory for it."""
    image = QImage(size, FORMAT)
    if image.isNull():
        raise UserError("picture-too-large", "There is not enough memory for a picture of this size.")
    image.fill(colour)
    return image


def sheet_size(artwork: Artwork, scale: float) -> QSize:
    """The artwork's size in pixels at this scale."""
    return QSize(ceil(artwork.width * scale), ceil(artwork.height * scale))


def stroke_rect(stroke: Stroke, scale: float, first: int = 0) -> QRect:
    """Whole pixels that the stroke's dabs from ``first`` on can touch at this scale."""
    if first >= len(stroke.dabs):
        return QRect()
    left, top, right, bottom = (side * scale for side in stroke.bounds(first))
    return QRectF(QPointF(left, top), QPointF(right, bottom)).toAlignedRect().adjusted(-2, -2, 2, 2)


class StrokePainter:
    """Paints at one scale.

    Every dab is drawn into a small picture of its own and then laid down at whole pixels: that way a clip
    never changes the pixels inside it, and a repaired part of the sheet equals the sheet painted anew.
    """

    def __init__(self, scale: float = 1.0) -> None:
        self.scale = scale
        self._tips = TipCache()

    def paint_artwork(self, artwork: Artwork, image: QImage) -> None:
        """All layers over what ``image`` shows."""
        if len(artwork.layers) == 1 and not _erases(artwork.layers[0]):
            return self.paint_layer(artwork.layers[0], image)
        for layer in artwork.layers:
            sheet = blank_image(image.size())
            self.paint_layer(layer, sheet)
            with QPainter(image) as painter:
                painter.drawImage(0, 0, sheet)

    def paint_layer(self, layer: Layer, image: QImage, clip: QRect | None = None) -> None:
        """The layer's strokes in order, only inside ``clip``."""
        clip = image.rect() if clip is None else clip & image.rect()
        for stroke in layer.strokes:
            if stroke_rect(stroke, self.scale).intersects(clip):
                self.paint_stroke(stroke, image, clip=clip)

    def paint_stroke(
        self,
        stroke: Stroke,
        image: QImage,
        *,
        clip: QRect | None = None,
        first: int = 0,
        stop: int | None = None,
    ) -> None:
        """The dabs from ``first`` up to ``stop`` of one stroke."""
        with QPainter(image) as painter:
            if clip is not None:
                painter.setClipRect(clip)
            if stroke.kind == "erase":
                painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationOut)
            else:
                painter.setOpacity(stroke.brush.opacity)
            reach = image.rect() if clip is None else clip & image.rect()
            for x, y, size_px, angle, stamp in stroke.dabs[first:stop].tolist():
                self._lay_dab(painter, stroke, (x, y, size_px, angle), int(stamp), reach, image.rect())

    def _lay_dab(
        self,
        painter: QPainter,
        stroke: Stroke,
        dab: tuple[float, float, float, float],
        stamp: int,
        reach: QRect,
        sheet: QRect,
    ) -> None:
        x, y, size = (value * self.scale for value in dab[:3])
        turn = radians(dab[3])
        half = size / 2 * (abs(cos(turn)) + abs(sin(turn)))
        box = QRectF(x - half, y - half, 2 * half, 2 * half).toAlignedRect().adjusted(-1, -1, 1, 1) & sheet
        if not box.intersects(reach):
            return
        picture = blank_image(box.size())
        with QPainter(picture) as brush:
            brush.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            brush.translate(x - box.x(), y - box.y())
            if stroke.kind == "erase":
                brush.setRenderHint(QPainter.RenderHint.Antialiasing)
                brush.setPen(Qt.PenStyle.NoPen)
                brush.setBrush(Qt.GlobalColor.black)
                brush.drawEllipse(QPointF(), size / 2, size / 2)
            else:
                # Ink fades out before its edge; only pictures with edges of their own need them smoothed.
                has_edge = stroke.stamps[stamp].pixels.shape[2] > 1
                brush.setRenderHint(QPainter.RenderHint.Antialiasing, has_edge)
                brush.rotate(dab[3])
                tip = self._tips.tip(stroke.stamps[stamp], size, stroke.brush.ink)
                brush.drawImage(_fitted(tip.size(), size), tip)
        painter.drawImage(box.topLeft(), picture)


def _fitted(tip: QSize, size: float) -> QRectF:
    """The tip's place about the origin, its longer side ``size`` long."""
    scale = size / max(tip.width(), tip.height())
    width, height = tip.width() * scale, tip.height() * scale
    return QRectF(-width / 2, -height / 2, width, height)


def _erases(layer: Layer) -> bool:
    return any(stroke.kind == "erase" for stroke in layer.strokes)


def render(artwork: Artwork, scale: float, *, on_paper: bool) -> QImage:
    """The whole artwork as a picture, transparent or on its paper. Works in any thread."""
    background = QColor(artwork.paper) if on_paper else QColor(Qt.GlobalColor.transparent)
    image = blank_image(sheet_size(artwork, scale), background)
    StrokePainter(scale).paint_artwork(artwork, image)
    return image
