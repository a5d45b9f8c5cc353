"""What a brush leaves to chance: each dab a little elsewhere, turned or smaller, the same again from the same seed."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from studio.document.artwork import DAB_ANGLE, DAB_SIZE, DAB_X, DAB_Y, SMALLEST_BRUSH_PX, Brush

_STREAM = 1  # of the stroke's seed, beside the one that orders its stamps


def jitter(dabs: NDArray[np.float32], brush: Brush, seed: int) -> None:
    """Move, turn and shrink ``dabs (N, 5)`` in place. A further dab changes nothing about the earlier ones."""
    if not (brush.scatter or brush.turn_jitter or brush.size_jitter):
        return
    chance = np.random.Generator(np.random.Philox([seed, _STREAM])).random((len(dabs), 4))
    away = brush.scatter * brush.size_px * np.sqrt(chance[:, 0])  # evenly over the disc
    direction = 2 * np.pi * chance[:, 1]
    dabs[:, DAB_X] += away * np.cos(direction)
    dabs[:, DAB_Y] += away * np.sin(direction)
    dabs[:, DAB_ANGLE] += brush.turn_jitter * (2 * chance[:, 2] - 1)
    smaller = dabs[:, DAB_SIZE] * (1 - brush.size_jitter * chance[:, 3])
    dabs[:, DAB_SIZE] = np.maximum(smaller, SMALLEST_BRUSH_PX)
