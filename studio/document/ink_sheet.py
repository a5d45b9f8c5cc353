"""The painted ink as the screen shows it: one picture a layer, with the stroke in progress."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

import numpy as np
from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from studio.document.artwork import DAB_SIZE, Artwork, Layer, Stroke
from studio.document.painter import StrokePainter, blank_image, sheet_size, stroke_rect
from studio.document.stroke_builder import StrokeBuilder

SCALES = (4.0, 2.0, 1.0)
AFFORDABLE_PIXELS = 30e6  # of dabs; painting so many anew takes about a third of a second


def screen_scale(artwork: Artwork, wanted: float) -> float:
    """How finely to keep the ink for a screen that shows ``wanted`` pixels to a document pixel."""
    dab_area = sum(float(np.square(stroke.dabs[:, DAB_SIZE]).sum()) for stroke in _strokes(artwork))
    area = max(dab_area, float(artwork.width * artwork.height))
    fine = [scale for scale in SCALES if scale < 2 * wanted and area * scale**2 <= AFFORDABLE_PIXELS]
    return fine[0] if fine else 1.0


def _strokes(artwork: Artwork) -> Iterator[Stroke]:
    return chain.from_iterable(layer.strokes for layer in artwork.layers)


class InkSheet:
    """Layer pictures at ``scale`` pixels to a document pixel. Rectangles come and go in document pixels."""

    def __init__(self, artwork: Artwork, scale: float = 1.0) -> None:
        self.artwork = artwork
        self._painter = StrokePainter(scale)
        self._images: list[QImage] = []
        self._previewed: Stroke | None = None  # the stroke in progress, as the top picture shows it
        self._base = QImage()  # the top picture with only those of its dabs that are settled
        self._settled = 0
        self._paint_all()

    @property
    def scale(self) -> float:
        return self._painter.scale

    @property
    def images(self) -> list[QImage]:
        """One picture a layer, bottom first, all as large as the sheet."""
        return list(self._images)

    def show(self, artwork: Artwork, changed: QRectF | None) -> QRectF | None:
        """Bring the pictures up to ``artwork``, which differs from the last one only inside ``changed``.

        None, for all, in and out.
        """
        before, self.artwork = self.artwork, artwork
        previewed, self._previewed = self._previewed, None
        if changed is None or _size_and_layers(before) != _size_and_layers(artwork):
            self._paint_all()
            return None
        rect = self._to_pixels(changed)
        if previewed is not None:
            rect |= stroke_rect(previewed, self.scale)
        for image, old, new in zip(self._images, before.layers, artwork.layers, strict=True):
            added = _stroke_on_top(old, new)
            if added is None or (previewed is not None and added != previewed):
                self._repair(image, new, rect)
            elif previewed is None:
                self._painter.paint_stroke(added, image)
        return self._to_document(rect)

    def preview(self, builder: StrokeBuilder) -> QRectF:
        """Show the stroke in progress on the top layer; where to look for what changed."""
        if self._previewed is None:
            self._base, self._settled = self._images[-1].copy(), 0
            touched = QRect()
        else:
            touched = stroke_rect(self._previewed, self.scale, self._settled)
        stroke, settled = builder.stroke(), builder.settled_count()
        touched |= stroke_rect(stroke, self.scale, self._settled)
        self._painter.paint_stroke(stroke, self._base, first=self._settled, stop=settled)
        _copy(self._base, self._images[-1], touched)
        self._painter.paint_stroke(stroke, self._images[-1], first=settled)
        self._previewed, self._settled = stroke, settled
        return self._to_document(touched)

    def drop_preview(self) -> QRectF:
        """Take the stroke in progress away again; where it was."""
        if self._previewed is None:
            return QRectF()
        rect = stroke_rect(self._previewed, self.scale)
        self._previewed = None
        self._repair(self._images[-1], self.artwork.layers[-1], rect)
        return self._to_document(rect)

    def _paint_all(self) -> None:
        size = sheet_size(self.artwork, self.scale)
        self._images = [blank_image(size) for _ in self.artwork.layers]
        for layer, image in zip(self.artwork.layers, self._images, strict=True):
            self._painter.paint_layer(layer, image)

    def _repair(self, image: QImage, layer: Layer, rect: QRect) -> None:
        with QPainter(image) as painter:
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
            painter.fillRect(rect, Qt.GlobalColor.transparent)
        self._painter.paint_layer(layer, image, rect)

    def _to_pixels(self, rect: QRectF) -> QRect:
        return (
            QRectF(rect.topLeft() * self.scale, rect.size() * self.scale)
            .toAlignedRect()
            .adjusted(-2, -2, 2, 2)
        )

    def _to_document(self, rect: QRect) -> QRectF:
        return QRectF(QRectF(rect).topLeft() / self.scale, QRectF(rect).size() / self.scale)


def _size_and_layers(artwork: Artwork) -> tuple[int, int, int]:
    return artwork.width, artwork.height, len(artwork.layers)


def _stroke_on_top(old: Layer, new: Layer) -> Stroke | None:
    """The one stroke that ``new`` has more than ``old``, if that is all the difference."""
    grown = len(new.strokes) == len(old.strokes) + 1
    if grown and all(a is b for a, b in zip(old.strokes, new.strokes, strict=False)):
        return new.strokes[-1]
    return None


def _copy(source: QImage, target: QImage, rect: QRect) -> None:
    with QPainter(target) as painter:
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
        painter.drawImage(rect, source, rect)
