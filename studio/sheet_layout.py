"""Pictures side by side on one sheet: how many across, how far apart, and where each of them lies."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from gan.sheet import sheet_of

LEAST_GAP_PX, MOST_GAP_PX = 0, 64


@dataclass(frozen=True, slots=True)
class SheetLayout:
    """``count`` pictures of ``cell_px`` (height, width), row by row; the gap lies around each, also at the rim."""

    count: int
    columns: int
    cell_px: tuple[int, int]
    gap_px: int = 0

    @property
    def rows(self) -> int:
        return -(-self.count // self.columns)

    @property
    def size(self) -> tuple[int, int]:
        """Width and height of the sheet."""
        height, width = (side + self.gap_px for side in self.cell_px)
        return self.columns * width + self.gap_px, self.rows * height + self.gap_px

    def places(self) -> Iterator[tuple[int, int, int, int]]:
        """Row, column, and the pixels from the left and from the top, of one picture after another."""
        height, width = (side + self.gap_px for side in self.cell_px)
        for number in range(self.count):
            row, column = divmod(number, self.columns)
            yield row, column, self.gap_px + column * width, self.gap_px + row * height

    def compose(self, pictures: NDArray[np.uint8], ground: NDArray[np.uint8]) -> NDArray[np.uint8]:
        """(count, H, W, C) on a ground (C,): the sheet (H', W', C)."""
        cells = np.empty((self.rows * self.columns, *self.cell_px, pictures.shape[-1]), np.uint8)
        cells[...] = ground
        cells[: self.count] = pictures
        gap = self.gap_px
        bare = sheet_of(
            _with_gap(cells, gap, ground).reshape(
                self.rows, self.columns, *(side + gap for side in self.cell_px), cells.shape[-1]
            )
        )
        sheet = np.empty((bare.shape[0] + gap, bare.shape[1] + gap, bare.shape[2]), np.uint8)
        sheet[...] = ground
        sheet[gap:, gap:] = bare
        return sheet


def _with_gap(cells: NDArray[np.uint8], gap: int, ground: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Each with the gap to its right and below it."""
    count, height, width, channels = cells.shape
    wider = np.empty((count, height + gap, width + gap, channels), np.uint8)
    wider[...] = ground
    wider[:, :height, :width] = cells
    return wider
