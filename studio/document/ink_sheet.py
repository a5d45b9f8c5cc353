"""The painted ink as the screen shows it: one picture a layer, all laid over the paper, with the stroke in progress."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

import numpy as np
from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QRegion

from studio.document.artwork import DAB_SIZE, DAB_X, DAB_Y, Artwork, Layer, Stroke
from studio.document.painter import (
    StrokePainter,
    blank_image,
    lay_sheet,
    paper_colour,
    sheet_size,
    stroke_rect,
)
from studio.document.reduced import ReducedPictures
from studio.document.stroke_builder import StrokeBuilder
from studio.document.symmetry import NO_SYMMETRY, Symmetry

TILE_PX = 64
MOST_TILED_DABS = 2000
SCALES = (4.0, 2.0, 1.0, 0.5, 0.25)
BYTES_A_PIXEL, MOST_BYTES = 4, 2**31
PICTURES_BESIDE = 3  # the layers together, a stroke's layer without it, smaller copies
AFFORDABLE_PIXELS = 30e6  # of dabs; painting so many anew takes about a third of a second


def screen_scale(artwork: Artwork, wanted: float) -> float:
    """How finely to keep the ink for a screen that shows ``wanted`` pixels to a document pixel.

    Finer than the document only where that is soon painted; coarser where its layers would not fit into memory.
    """
    strokes = list(_strokes(artwork))
    dab_area = sum(float(np.square(stroke.dabs[:, DAB_SIZE]).sum()) for stroke in strokes)
    sheet_area = float(artwork.width * artwork.height)
    pictures = PICTURES_BESIDE + sum(bool(layer.strokes) for layer in artwork.layers)
    for scale in SCALES:
        is_soon_painted = max(dab_area, sheet_area) * scale**2 <= AFFORDABLE_PIXELS
        fits = BYTES_A_PIXEL * pictures * sheet_area * scale**2 <= MOST_BYTES
        if fits and (scale <= 1.0 or (scale < 2 * wanted and is_soon_painted)):
            return scale
    return SCALES[-1]


def _strokes(artwork: Artwork) -> Iterator[Stroke]:
    return chain.from_iterable(layer.strokes for layer in artwork.layers)


class InkSheet:
    """Layer pictures at ``scale`` pixels to a document pixel. Rectangles come and go in document pixels."""

    def __init__(self, artwork: Artwork, scale: float = 1.0) -> None:
        self.artwork = artwork
        self._painter = StrokePainter(scale)
        size = sheet_size(artwork, scale)
        self._images = [self._painted(layer, size) for layer in artwork.layers]
        self._picture = blank_image(size)
        self._previewed: tuple[Stroke, ...] = ()  # the stroke in progress with its copies, as they are shown
        self._previewed_on = 0
        self._base = QImage()  # that picture with only those of its dabs that are settled
        self._settled = 0
        self._reduced = ReducedPictures(self._picture)
        self._compose(QRegion(self._picture.rect()))

    @property
    def scale(self) -> float:
        return self._painter.scale

    @property
    def picture(self) -> QImage:
        """All visible layers over the paper, as an export shows them."""
        return self._picture

    @property
    def images(self) -> list[QImage]:
        """One picture a layer, bottom first, all as large as the sheet; null for a layer without strokes."""
        return list(self._images)

    def picture_for(self, shown: float) -> QImage:
        """The picture as small as a screen needs that shows ``shown`` pixels to a document pixel."""
        return self._reduced.at(ReducedPictures.level_for(shown / self.scale))

    def show(self, artwork: Artwork, changed: QRectF, painted: Sequence[tuple[Layer, QImage]] = ()) -> QRectF:
        """Bring the pictures up to ``artwork``, as large as the last one and different only inside ``changed``.

        ``painted``: layers of it with their pictures, which are taken where they are of this size.
        """
        before, self.artwork = self.artwork, artwork
        region = QRegion(self._to_pixels(changed)) | self._previewed_region()
        previewed, self._previewed = self._previewed, ()
        self._base = QImage()
        known = list(zip(before.layers, self._images, strict=True))
        if previewed and not _is_next(before, artwork, self._previewed_on, previewed):
            self._repair(self._images[self._previewed_on], before.layers[self._previewed_on], region)
            previewed = ()
        ready = [(layer, image) for layer, image in painted if image.size() == self._picture.size()]
        images = [_taken_over(ready, layer) for layer in artwork.layers]
        for index, layer in enumerate(artwork.layers):
            if images[index] is None:
                images[index] = _taken_over(known, layer)
        if images.count(None) == len(known) == 1 and not previewed and _laid_alike(before, artwork):
            region = self._where_they_differ(known[0][0], artwork.layers[images.index(None)], region)
        for index, (image, layer) in enumerate(zip(images, artwork.layers, strict=True)):
            if image is None:
                images[index] = self._brought_up(known, layer, region, previewed)
        self._images = [image for image in images if image is not None]
        self._compose(region)
        return self._to_document(region.boundingRect())

    def preview(
        self, builder: StrokeBuilder, layer_index: int = -1, symmetry: Symmetry = NO_SYMMETRY
    ) -> QRectF:
        """Show the stroke in progress on that layer, and its copies; where to look for what changed."""
        layer_index %= len(self._images)
        if self._images[layer_index].isNull():
            self._images[layer_index] = blank_image(self._picture.size())
        touched = QRegion()
        if not self._previewed:
            self._base, self._settled = self._images[layer_index].copy(), 0
            self._previewed_on = layer_index
        for shown in self._previewed:
            touched |= stroke_rect(shown, self.scale, self._settled)
        strokes, settled = symmetry.all_of(builder.stroke()), builder.settled_count()
        image = self._images[layer_index]
        for stroke in strokes:
            touched |= stroke_rect(stroke, self.scale, self._settled)
            self._painter.paint_stroke(stroke, self._base, first=self._settled, stop=settled)
        _copy(self._base, image, touched)
        for stroke in strokes:
            self._painter.paint_stroke(stroke, image, first=settled)
        self._previewed, self._settled = strokes, settled
        self._compose(touched)
        return self._to_document(touched.boundingRect())

    def drop_preview(self) -> QRectF:
        """Take the stroke in progress away again; where it was."""
        region = self._previewed_region()
        if not self._previewed:
            return QRectF()
        self._previewed = ()
        self._base = QImage()
        self._repair(self._images[self._previewed_on], self.artwork.layers[self._previewed_on], region)
        self._compose(region)
        return self._to_document(region.boundingRect())

    def _previewed_region(self) -> QRegion:
        region = QRegion()
        for stroke in self._previewed:
            region |= stroke_rect(stroke, self.scale)
        return region

    def _painted(self, layer: Layer, size: QSize) -> QImage:
        if not layer.strokes:
            return QImage()
        image = blank_image(size)
        self._painter.paint_layer(layer, image)
        return image

    def _brought_up(
        self, known: list[tuple[Layer, QImage]], layer: Layer, region: QRegion, previewed: tuple[Stroke, ...]
    ) -> QImage:
        """The picture of a layer with other strokes, made from the first that no other layer took over."""
        old, image = known.pop(0) if known else (layer, QImage())
        if image.isNull() or not layer.strokes:
            return self._painted(layer, self._picture.size())
        added = _stroke_on_top(old, layer)
        if added is None:
            self._repair(image, layer, region)
        elif not previewed:
            self._painter.paint_stroke(added, image)
        return image

    def _where_they_differ(self, old: Layer, new: Layer, region: QRegion) -> QRegion:
        """The part of ``region`` that dabs of gone and of new strokes reach: far less than a slanting stroke's box."""
        before, after = ({id(stroke) for stroke in layer.strokes} for layer in (old, new))
        differing = [
            *(stroke for stroke in old.strokes if id(stroke) not in after),
            *(stroke for stroke in new.strokes if id(stroke) not in before),
        ]
        if not differing or sum(len(stroke.dabs) for stroke in differing) > MOST_TILED_DABS:
            return region  # in another order, or nearly everywhere
        return region & dab_tiles(differing, self.scale)

    def _repair(self, image: QImage, layer: Layer, region: QRegion) -> None:
        _fill(image, region, Qt.GlobalColor.transparent)
        self._painter.paint_layer(layer, image, region)

    def _compose(self, region: QRegion) -> None:
        region &= self._picture.rect()
        _fill(self._picture, region, paper_colour(self.artwork))
        for layer, image in zip(self.artwork.layers, self._images, strict=True):
            lay_sheet(self._picture, layer, image, region)
        self._reduced.touch(region)

    def _to_pixels(self, rect: QRectF) -> QRect:
        return (
            QRectF(rect.topLeft() * self.scale, rect.size() * self.scale)
            .toAlignedRect()
            .adjusted(-2, -2, 2, 2)
        )

    def _to_document(self, rect: QRect) -> QRectF:
        return QRectF(QRectF(rect).topLeft() / self.scale, QRectF(rect).size() / self.scale)


def _taken_over(known: list[tuple[Layer, QImage]], layer: Layer) -> QImage | None:
    """The picture of a layer with these very strokes, taken out of the known ones."""
    for index, (old, image) in enumerate(known):
        if old.strokes is layer.strokes:
            del known[index]
            return image
    return None


def _is_next(before: Artwork, after: Artwork, layer_index: int, previewed: tuple[Stroke, ...]) -> bool:
    """Whether all that happened to that layer is this one stroke on top; copies were drawn side by side."""
    if len(before.layers) != len(after.layers) or len(previewed) != 1:
        return False
    return _stroke_on_top(before.layers[layer_index], after.layers[layer_index]) == previewed[0]


def _stroke_on_top(old: Layer, new: Layer) -> Stroke | None:
    """The one stroke that ``new`` has more than ``old``, if that is all the difference."""
    grown = len(new.strokes) == len(old.strokes) + 1
    if grown and all(a is b for a, b in zip(old.strokes, new.strokes, strict=False)):
        return new.strokes[-1]
    return None


def _laid_alike(before: Artwork, after: Artwork) -> bool:
    """Whether the layers differ in their strokes alone: how each is laid would show everywhere."""
    laid = [
        [(layer.name, layer.opacity, layer.blend, layer.visible) for layer in artwork.layers]
        for artwork in (before, after)
    ]
    return laid[0] == laid[1] and before.paper == after.paper


def dab_tiles(strokes: Sequence[Stroke], scale: float) -> QRegion:
    """Squares of a grid that these dabs can touch, as pixels at this scale."""
    dabs = np.concatenate([stroke.dabs for stroke in strokes]).astype(np.float64)
    reach = dabs[:, DAB_SIZE] * (scale * 0.7072) + 3
    x, y = dabs[:, DAB_X] * scale, dabs[:, DAB_Y] * scale
    ends = np.stack([x - reach, y - reach, x + reach, y + reach], axis=1)
    tiles = {
        (across, down)
        for left, top, right, bottom in np.floor(ends / TILE_PX).astype(int).tolist()
        for across in range(left, right + 1)
        for down in range(top, bottom + 1)
    }
    region = QRegion()
    for across, down in tiles:
        region |= QRect(across * TILE_PX, down * TILE_PX, TILE_PX, TILE_PX)
    return region


def _fill(image: QImage, region: QRegion, colour: QColor | Qt.GlobalColor) -> None:
    with QPainter(image) as painter:
        painter.setClipRegion(region)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
        painter.fillRect(region.boundingRect(), colour)


def _copy(source: QImage, target: QImage, region: QRegion) -> None:
    with QPainter(target) as painter:
        painter.setClipRegion(region)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
        painter.drawImage(region.boundingRect().topLeft(), source, region.boundingRect())
