"""A painting on its way out: which part of it, how finely, and band by band, so that no size fills the memory."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from math import ceil, floor
from pathlib import Path
from typing import Literal

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage

from gan.errors import FileError
from gan.files import atomic_file
from studio.document.artwork import Artwork, Layer
from studio.document.file import Document, encode_document
from studio.document.painter import StrokePainter, blank_image, paper_colour, sheet_size, strips_of
from studio.document.stroke_edits import Similarity, transformed

SMALLEST_SCALE, LARGEST_SCALE = 1, 16
LARGEST_EXPORT_PIXELS = 256 * 10**6
BAND_PIXELS = 4 * 10**6
LARGEST_TRAVELLER = 32 * 2**20

Area = Literal["all", "layer", "selection"]
Progress = Callable[[int, int], None]
"""Hears of each part, so many of so many; what it raises ends the export, and nothing is written."""


@dataclass(frozen=True, slots=True)
class ExportOrder:
    """What a person asked for; the artwork is frozen, so painting may go on meanwhile.

    ``document``: what is to travel inside, None for nothing.
    """

    artwork: Artwork
    path: Path
    scale: int
    on_paper: bool
    document: Document | None = None

    @property
    def is_opaque(self) -> bool:
        return self.on_paper and self.artwork.paper is not None


def part_of(artwork: Artwork, area: Area, layer_index: int, stroke_indexes: Sequence[int] = ()) -> Artwork:
    """All of it, one layer of it as if it lay there alone, or some strokes of that layer on a sheet cut to them."""
    if area == "all":
        return artwork
    layer = replace(artwork.layers[layer_index], blend="normal", visible=True)
    if area == "layer":
        return replace(artwork, layers=(layer,))
    strokes = tuple(layer.strokes[index] for index in stroke_indexes)
    chosen = replace(artwork, layers=(replace(layer, strokes=strokes),))
    return _cut_to_strokes(chosen, layer) if strokes else chosen


def _cut_to_strokes(artwork: Artwork, layer: Layer) -> Artwork:
    strokes = artwork.layers[0].strokes
    bounds = np.array([stroke.bounds() for stroke in strokes if stroke.kind == "ink"] or [(0, 0, 1, 1)])
    left, top = (max(0, floor(side)) for side in bounds[:, :2].min(axis=0))
    right, bottom = bounds[:, 2:].max(axis=0)
    width = max(1, min(artwork.width, ceil(right)) - left)
    height = max(1, min(artwork.height, ceil(bottom)) - top)
    moved = tuple(transformed(stroke, Similarity(dx=-left, dy=-top)) for stroke in strokes)
    return replace(artwork, width=width, height=height, layers=(replace(layer, strokes=moved),))


def export_size(artwork: Artwork, scale: int) -> tuple[int, int]:
    """Width and height of the exported picture."""
    size = sheet_size(artwork, scale)
    return size.width(), size.height()


def is_exportable(artwork: Artwork, scale: int) -> bool:
    """Whether the picture stays within 256 megapixels."""
    width, height = export_size(artwork, scale)
    return width * height <= LARGEST_EXPORT_PIXELS


def bands_of(
    artwork: Artwork, scale: int, *, on_paper: bool, progress: Progress | None = None
) -> Iterator[NDArray[np.uint8]]:
    """The picture from the top in bands (h, W, 3) RGB, or (h, W, 4) RGBA with alpha not multiplied in."""
    width, height = export_size(artwork, scale)
    rows = max(1, min(height, BAND_PIXELS // width))
    ground = paper_colour(artwork) if on_paper else Qt.GlobalColor.transparent
    painter = StrokePainter(scale)
    for top in range(0, height, rows):
        if progress is not None:
            progress(top, height)
        image = blank_image(QSize(width, min(rows, height - top)), ground)
        painter.first_row = top
        painter.paint_artwork(artwork, image)
        yield pixels_of(image, opaque=on_paper and artwork.paper is not None)
    if progress is not None:
        progress(height, height)


def export_png(order: ExportOrder, progress: Progress | None = None) -> Path:
    """Render and write, in any thread. OSError if the file cannot be written; the old one then stays."""
    from gan.media.png_stream import write_png  # Pillow waits for the first export

    travels = None if order.document is None else traveller(order.document)
    bands = bands_of(order.artwork, order.scale, on_paper=order.on_paper, progress=progress)
    with atomic_file(order.path) as file:
        write_png(file, export_size(order.artwork, order.scale), bands, kind="composite", content=travels)
    return order.path


def traveller(document: Document) -> bytes | None:
    """The painting as it travels inside a picture: without its model where that is too much, None where all is."""
    for candidate in (document, replace(document, generator=None)):
        try:
            content = encode_document(candidate)
        except FileError:  # more than a file of its own may hold
            continue
        if len(content) <= LARGEST_TRAVELLER:
            return content
    return None


def pixels_of(image: QImage, *, opaque: bool) -> NDArray[np.uint8]:
    """(H, W, 3) RGB or (H, W, 4) RGBA, alpha not multiplied in."""
    pixels = np.empty((image.height(), image.width(), 3 if opaque else 4), np.uint8)
    wanted = QImage.Format.Format_RGBX8888 if opaque else QImage.Format.Format_RGBA8888
    for strip in strips_of(image.rect()):
        part = image.copy(strip).convertToFormat(wanted)
        shown = np.frombuffer(part.constBits(), np.uint8).reshape(strip.height(), strip.width(), 4)
        pixels[strip.top() : strip.bottom() + 1] = shown[..., : pixels.shape[2]]
    return pixels
