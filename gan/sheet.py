"""The gallery of a run as one picture, and back."""

from __future__ import annotations

import numpy as np


def sheet_of(pixels: np.ndarray) -> np.ndarray:
    """(R, C, H, W, Ch) -> (R·H, C·W, Ch)."""
    rows, columns, height, width, channels = pixels.shape
    return pixels.transpose(0, 2, 1, 3, 4).reshape(rows * height, columns * width, channels)


def cells_of(sheet: np.ndarray, side: int) -> np.ndarray:
    """(R·side, C·side, Ch) -> (R, C, side, side, Ch). ValueError where no whole cells fit."""
    height, width, channels = sheet.shape
    cells = sheet.reshape(height // side, side, width // side, side, channels)
    return np.ascontiguousarray(cells.transpose(0, 2, 1, 3, 4))
