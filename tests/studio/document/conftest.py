"""Stamps and strokes to paint with: drawn by hand, so that no engine is needed."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from gan.latents import Latent, gaussian, one_hot
from studio.document.artwork import Artwork, Brush, Stamp, Stroke
from studio.document.file import Document, write_document
from studio.document.stroke_builder import StrokeBuilder

MakeStamp = Callable[..., Stamp]


def ring(radius: float, channels: int = 1) -> np.ndarray:
    """A soft ring, as a network draws a zero."""
    y, x = np.mgrid[:28, :28] - 13.5
    grey = np.clip(255 * (1.8 - np.abs(np.hypot(x * 1.3, y) - radius)), 0, 255).astype(np.uint8)
    return np.repeat(grey[..., None], channels, axis=2)


@pytest.fixture
def make_stamp() -> MakeStamp:
    def make(seed: int = 0, radius: float = 8.0, channels: int = 1) -> Stamp:
        return Stamp(Latent(gaussian(seed, 1, 6)[0], one_hot(seed % 10, 10)), ring(radius, channels))

    return make


@pytest.fixture
def make_stroke(make_stamp: MakeStamp) -> Callable[..., Stroke]:
    def make(
        *points: tuple[float, float], stamps: int = 1, erases: bool = False, seed: int = 0, **brush: object
    ) -> Stroke:
        tips = tuple(make_stamp(seed + index, 4.0 + index) for index in range(stamps))
        builder = StrokeBuilder(Brush(**brush), tips, erases=erases)
        for x, y in points:
            builder.add(x, y)
        return builder.stroke()

    return make


@pytest.fixture
def saved(make_stroke: Callable[..., Stroke], tmp_path: Path) -> Path:
    """A document of two strokes with a generator, under a name that is not plain."""
    artwork = Artwork(120, 90)
    artwork = artwork.with_stroke(make_stroke((10, 10), (100, 80), stamps=6, size_px=22.2, turn="stroke"))
    artwork = artwork.with_stroke(make_stroke((60, 0), (60, 90), erases=True, size_px=9.0))
    path = tmp_path / "Wörk {1}.latent"
    write_document(path, Document(artwork, b"weights" * 500))
    return path
