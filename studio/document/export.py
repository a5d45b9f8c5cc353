"""An artwork as a PNG of any size, with the mark that a model took part in it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage

from studio.document.artwork import Artwork
from studio.document.painter import render, sheet_size

SMALLEST_SCALE, LARGEST_SCALE = 1, 8
LARGEST_EXPORT_PIXELS = 256 * 10**6


@dataclass(frozen=True, slots=True)
class ExportOrder:
    """What a person asked for; the artwork is frozen, so painting may go on meanwhile."""

    artwork: Artwork
    path: Path
    scale: int
    on_paper: bool


def export_size(artwork: Artwork, scale: int) -> tuple[int, int]:
    """Width and height of the exported picture."""
    size = sheet_size(artwork, scale)
    return size.width(), size.height()


def is_exportable(artwork: Artwork, scale: int) -> bool:
    """Whether the picture stays within 256 megapixels."""
    width, height = export_size(artwork, scale)
    return width * height <= LARGEST_EXPORT_PIXELS


def export_png(order: ExportOrder) -> ExportOrder:
    """Render and write, in any thread. OSError if the file cannot be written; the old one then stays."""
    from gan.media.png import save_png  # Pillow waits for the first export

    image = render(order.artwork, order.scale, on_paper=order.on_paper)
    save_png(order.path, _pixels_of(image, opaque=order.on_paper), kind="composite")
    return order


def _pixels_of(image: QImage, *, opaque: bool) -> NDArray[np.uint8]:
    """(H, W, 3) RGB or (H, W, 4) RGBA, alpha not multiplied in."""
    if opaque:
        image = image.convertToFormat(QImage.Format.Format_RGBX8888)
    else:
        image = image.convertToFormat(QImage.Format.Format_RGBA8888)
    pixels = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.width(), 4)
    return pixels[..., :3].copy() if opaque else pixels.copy()
