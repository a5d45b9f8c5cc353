"""Bicubic resampling as matrices, so that a whole row of pictures is resized in one product."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray


@lru_cache(maxsize=32)
def cubic_matrix(source: int, target: int) -> NDArray[np.float32]:
    """(target, source): each row weighs four neighbouring samples; edges repeat the outermost one.

    Source: Keys 1981, cubic convolution with a = -0.5.
    """
    centres = (np.arange(target) + 0.5) * source / target - 0.5
    first = np.floor(centres).astype(int) - 1
    matrix = np.zeros((target, source), dtype=np.float32)
    for offset in range(4):
        index = first + offset
        weight = _keys(np.abs(centres - index))
        np.add.at(matrix, (np.arange(target), np.clip(index, 0, source - 1)), weight)
    matrix.setflags(write=False)
    return matrix


def resized(pictures: NDArray[np.float32], size: int) -> NDArray[np.float32]:
    """Pictures (N, H, W) at size × size: doubled pixels at whole multiples, bicubic otherwise."""
    height, width = pictures.shape[1:]
    if height == width and size % height == 0:
        return pictures.repeat(size // height, axis=1).repeat(size // height, axis=2)
    smooth = cubic_matrix(height, size) @ pictures @ cubic_matrix(width, size).T
    return np.clip(smooth, np.float32(0.0), np.float32(1.0))


def _keys(distance: NDArray[np.float64]) -> NDArray[np.float64]:
    """The kernel at a distance in samples."""
    near = 1.5 * distance**3 - 2.5 * distance**2 + 1.0
    far = -0.5 * distance**3 + 2.5 * distance**2 - 4.0 * distance + 2.0
    return np.where(distance <= 1.0, near, np.where(distance < 2.0, far, 0.0))
