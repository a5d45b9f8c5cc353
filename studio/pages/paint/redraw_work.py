"""What is done outside the GUI thread when another generator draws a painting: open it, draw, put the stamps in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage

import gan
from gan.errors import FileError, GanError
from gan.generators import described_in
from gan.latents import Latent
from studio.controllers.exports import Report
from studio.document.artwork import Artwork, Layer
from studio.document.file import Document
from studio.document.painter import StrokePainter, blank_image, render, sheet_size
from studio.document.redraw import Redrawing, plan_redrawing, preview_scale, redrawn, thinned

if TYPE_CHECKING:
    from gan.image_maker import ImageMaker

CHUNK = 128  # stamps between two reports
LARGEST_FILE = 512 * 2**20


@dataclass(frozen=True, slots=True, eq=False)
class Redrawn:
    """The painting as another generator draws it; ``generator`` holds the bytes of its file.

    ``painted``: its layers that are other ones now, with their pictures for the sheet on the screen.
    """

    artwork: Artwork
    generator: bytes
    plan: Redrawing
    class_names: tuple[str, ...]
    painted: tuple[tuple[Layer, QImage], ...]


class RedrawWork:
    """Keeps the last generator open, since a hand that scrubs comes back. One call at a time."""

    def __init__(self) -> None:
        self._file: tuple[Path, int, int] | None = None
        self._content = b""
        self._maker: ImageMaker | None = None

    def glance(self, document: Document, file: Path, report: Report) -> QImage:
        """The painting as a screen shows it; of very many stamps some are drawn, which stand for those like them."""
        maker, _ = self._open(file)
        plan = thinned(_planned(document, maker))
        artwork = redrawn(document.artwork, plan, _draw(maker, plan.latents, report))
        report(1, 1)
        return render(artwork, preview_scale(artwork), on_paper=True)

    def redraw(self, document: Document, file: Path, scale: float, report: Report) -> Redrawn:
        """Every stamp, exactly as the brush would have made it with this generator; painted at ``scale``."""
        maker, content = self._open(file)
        plan = _planned(document, maker)
        drawn = len(plan.latents)
        dabs = sum(len(stroke.dabs) for layer in _open_layers(document.artwork) for stroke in layer.strokes)
        pixels = _draw(maker, plan.latents, lambda done, _: report(done, drawn + dabs))
        artwork = redrawn(document.artwork, plan, pixels)
        painted = _painted(artwork, scale, lambda done: report(drawn + done, drawn + dabs))
        return Redrawn(artwork, content, plan, maker.info.model.class_names, painted)

    def forget(self) -> None:
        """Close what is open."""
        self._file, self._content, self._maker = None, b"", None

    def _open(self, file: Path) -> tuple[ImageMaker, bytes]:
        try:
            state = file.stat()
            key = (file, state.st_mtime_ns, state.st_size)
            if self._maker is None or key != self._file:
                if state.st_size > LARGEST_FILE:
                    raise FileError(
                        "file-too-large", "{name} is too large to be a generator.", name=file.name
                    )
                content = file.read_bytes()
                self._maker, self._content, self._file = gan.open_image_maker(content), content, key
        except FileNotFoundError:
            raise FileError("redraw-gone", "This model is no longer where it was.") from None
        return self._maker, self._content


def class_names_of(generator: bytes | None) -> tuple[str, ...]:
    """Of a painting's generator; () where it has none, or one that cannot be read."""
    try:
        return () if generator is None else described_in(generator)[2].class_names
    except GanError:
        return ()


def _planned(document: Document, maker: ImageMaker) -> Redrawing:
    return plan_redrawing(document.artwork, maker.info.model, class_names_of(document.generator))


def _draw(maker: ImageMaker, latents: tuple[Latent, ...], report: Report) -> NDArray[np.uint8]:
    """(N, H, W, C), in the batches of stamps, so that the same generator gives the same pixels as it did."""
    parts = []
    for start in range(0, len(latents), CHUNK):
        report(start, len(latents))
        part = latents[start : start + CHUNK]
        parts.append(
            maker.make_stamps(np.stack([each.z for each in part]), np.stack([each.mix for each in part]))
        )
    return np.concatenate(parts)


def _open_layers(artwork: Artwork) -> list[Layer]:
    """Those that a redraw changes."""
    return [layer for layer in artwork.layers if layer.strokes and not layer.locked]


def _painted(
    artwork: Artwork, scale: float, report: Callable[[int], None]
) -> tuple[tuple[Layer, QImage], ...]:
    """Each with its picture; ``report`` is told after how many dabs, stroke by stroke."""
    painter, size = StrokePainter(scale), sheet_size(artwork, scale)
    pictures, done = [], 0
    for layer in _open_layers(artwork):
        image = blank_image(size)
        for stroke in layer.strokes:
            report(done)
            painter.paint_stroke(stroke, image)
            done += len(stroke.dabs)
        pictures.append((layer, image))
    return tuple(pictures)
