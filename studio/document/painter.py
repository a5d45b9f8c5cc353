"""Draws strokes into pictures, at any scale. The screen and every export share it."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil, cos, radians, sin
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QRegion

from gan.errors import UserError
from studio.document.artwork import Artwork, BlendMode, Layer, Stamp, Stroke
from studio.document.finish import Finish, finishes_of
from studio.document.tips import TipCache

FORMAT = QImage.Format.Format_ARGB32_Premultiplied
STRIP_PIXELS = 500_000  # so many in one call of Qt's, which keeps every other thread of Python waiting
_Mode = QPainter.CompositionMode
_MODES: dict[BlendMode, QPainter.CompositionMode] = {
    "normal": _Mode.CompositionMode_SourceOver,
    "multiply": _Mode.CompositionMode_Multiply,
    "screen": _Mode.CompositionMode_Screen,
    "darken": _Mode.CompositionMode_Darken,
    "lighten": _Mode.CompositionMode_Lighten,
    "overlay": _Mode.CompositionMode_Overlay,
}


def blank_image(size: QSize, colour: QColor | Qt.GlobalColor = Qt.GlobalColor.transparent) -> QImage:
    """A picture to paint on. UserError if there is no memory for it."""
    image = QImage(size, FORMAT)
    if image.isNull():
        raise UserError("picture-too-large", "There is not enough memory for a picture of this size.")
    image.fill(colour)
    return image


def strips_of(rect: QRect) -> Iterator[QRect]:
    """The rectangle from the top in parts that are short work, so that the window gets between."""
    rows = max(1, STRIP_PIXELS // max(rect.width(), 1))
    for top in range(rect.top(), rect.bottom() + 1, rows):
        yield QRect(rect.left(), top, rect.width(), min(rows, rect.bottom() + 1 - top))


def sheet_size(artwork: Artwork, scale: float) -> QSize:
    """The artwork's size in pixels at this scale."""
    return QSize(ceil(artwork.width * scale), ceil(artwork.height * scale))


def paper_colour(artwork: Artwork) -> QColor:
    """The colour under all layers."""
    return QColor(Qt.GlobalColor.transparent) if artwork.paper is None else QColor(artwork.paper)


def lay_sheet(image: QImage, layer: Layer, sheet: QImage, clip: QRegion | QRect) -> None:
    """Lay the picture of a layer over ``image``, as its opacity and blend mode say, inside ``clip``.

    Blend modes are those of W3C Compositing and Blending: over what is transparent each is as normal.
    """
    clip = QRegion(clip)
    if not layer.visible or clip.isEmpty() or sheet.isNull():
        return
    with QPainter(image) as painter:
        painter.setClipRegion(clip)
        painter.setCompositionMode(_MODES[layer.blend])
        painter.setOpacity(layer.opacity)
        for strip in strips_of(clip.boundingRect()):
            painter.drawImage(strip.topLeft(), sheet, strip)


def stroke_rect(stroke: Stroke, scale: float, first: int = 0) -> QRect:
    """Whole pixels that the stroke's dabs from ``first`` on can touch at this scale."""
    if first >= len(stroke.dabs):
        return QRect()
    left, top, right, bottom = (side * scale for side in stroke.bounds(first))
    return QRectF(QPointF(left, top), QPointF(right, bottom)).toAlignedRect().adjusted(-2, -2, 2, 2)


class _Dab(NamedTuple):
    """All that one dab shows, in document pixels; without a stamp it erases."""

    x: float
    y: float
    size_px: float
    angle: float
    stamp: Stamp | None
    finish: Finish
    opacity: float
    mirrored: bool


def opacities_of(stroke: Stroke) -> list[float]:
    """Of each dab; an eraser takes all away."""
    if stroke.kind == "erase":
        return [1.0] * len(stroke.dabs)
    if stroke.brush.pressure == "opacity" and len(stroke.pressures):
        return [stroke.brush.opacity * pressure for pressure in stroke.pressures.tolist()]
    return [stroke.brush.opacity] * len(stroke.dabs)


def _dabs_of(stroke: Stroke, part: slice) -> list[_Dab]:
    finishes, opacities, mirrored = finishes_of(stroke)[part], opacities_of(stroke)[part], stroke.mirrored
    stamps: tuple[Stamp | None, ...] = stroke.stamps or (None,)
    return [
        _Dab(x, y, size, angle, stamps[int(stamp)], finish, opacity, mirrored)
        for (x, y, size, angle, stamp), finish, opacity in zip(
            stroke.dabs[part].tolist(), finishes, opacities, strict=True
        )
    ]


class StrokePainter:
    """Paints at one scale.

    Every dab is drawn into a small picture of its own and then laid down at whole pixels: that way a clip
    never changes the pixels inside it, and a repaired part of the sheet equals the sheet painted anew.
    """

    def __init__(self, scale: float = 1.0, first_row: int = 0) -> None:
        self.scale = scale
        self.first_row = first_row  # of the sheet, in pixels: what the top of the picture shows
        self._tips = TipCache()

    def paint_artwork(self, artwork: Artwork, image: QImage) -> None:
        """All visible layers over what ``image`` shows."""
        if len(artwork.layers) == 1 and _is_plain(artwork.layers[0]):
            return self.paint_layer(artwork.layers[0], image)
        for layer in artwork.layers:
            if layer.visible and layer.strokes:
                sheet = blank_image(image.size())
                self.paint_layer(layer, sheet)
                lay_sheet(image, layer, sheet, QRegion(image.rect()))

    def paint_layer(self, layer: Layer, image: QImage, clip: QRegion | QRect | None = None) -> None:
        """The layer's strokes in order, only inside ``clip``."""
        clip = QRegion(image.rect() if clip is None else clip) & image.rect()
        for stroke in layer.strokes:
            if clip.intersects(stroke_rect(stroke, self.scale).translated(0, -self.first_row)):
                self.paint_stroke(stroke, image, clip=clip)

    def paint_stroke(
        self,
        stroke: Stroke,
        image: QImage,
        *,
        clip: QRegion | None = None,
        first: int = 0,
        stop: int | None = None,
    ) -> None:
        """The dabs from ``first`` up to ``stop`` of one stroke."""
        with QPainter(image) as painter:
            if clip is not None:
                painter.setClipRegion(clip)
            if stroke.kind == "erase":
                painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationOut)
            reach = QRegion(image.rect()) if clip is None else clip & image.rect()
            for dab in _dabs_of(stroke, slice(first, stop)):
                self._lay_dab(painter, dab, reach, image.rect())

    def _lay_dab(self, painter: QPainter, dab: _Dab, reach: QRegion, sheet: QRect) -> None:
        x, y, size = dab.x * self.scale, dab.y * self.scale - self.first_row, dab.size_px * self.scale
        turn = radians(dab.angle)
        half = size / 2 * (abs(cos(turn)) + abs(sin(turn)))
        box = QRectF(x - half, y - half, 2 * half, 2 * half).toAlignedRect().adjusted(-1, -1, 1, 1) & sheet
        if not reach.intersects(box):
            return
        picture = blank_image(box.size())
        with QPainter(picture) as brush:
            brush.translate(x - box.x(), y - box.y())
            if dab.stamp is None:
                brush.setRenderHint(QPainter.RenderHint.Antialiasing)
                brush.setPen(Qt.PenStyle.NoPen)
                brush.setBrush(Qt.GlobalColor.black)
                brush.drawEllipse(QPointF(), size / 2, size / 2)
            else:
                self._draw_stamp(brush, dab, dab.stamp, size)
        painter.setOpacity(dab.opacity)
        painter.drawImage(box.topLeft(), picture)

    def _draw_stamp(self, brush: QPainter, dab: _Dab, stamp: Stamp, size: float) -> None:
        """About the origin, ``size`` pixels long."""
        tip = self._tips.tip(stamp, size, dab.finish)
        smooth = dab.finish.edges == "crisp" or max(tip.width(), tip.height()) > size
        # Ink fades out before its edge; only pictures with edges of their own need them smoothed.
        has_edge = stamp.pixels.shape[2] > 1 or dab.finish.inverted
        brush.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, smooth)
        brush.setRenderHint(QPainter.RenderHint.Antialiasing, has_edge and smooth)
        brush.rotate(dab.angle)
        if dab.mirrored:
            brush.scale(-1, 1)
        brush.drawImage(_fitted(tip.size(), size), tip)


def _fitted(tip: QSize, size: float) -> QRectF:
    """The tip's place about the origin, its longer side ``size`` long."""
    scale = size / max(tip.width(), tip.height())
    width, height = tip.width() * scale, tip.height() * scale
    return QRectF(-width / 2, -height / 2, width, height)


def _is_plain(layer: Layer) -> bool:
    """Whether its strokes may go straight onto the picture, without a sheet of their own."""
    shows_as_is = layer.visible and layer.blend == "normal" and layer.opacity == 1.0
    return shows_as_is and not any(stroke.kind == "erase" for stroke in layer.strokes)


def render(artwork: Artwork, scale: float, *, on_paper: bool) -> QImage:
    """The whole artwork as a picture, transparent or on its paper. Works in any thread."""
    background = paper_colour(artwork) if on_paper else Qt.GlobalColor.transparent
    image = blank_image(sheet_size(artwork, scale), background)
    StrokePainter(scale).paint_artwork(artwork, image)
    return image
