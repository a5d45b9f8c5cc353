"""Where tiles lie in a widget: in equal columns of its width, or of one size in rows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize

from studio.widgets.controls.columns import column
from studio.widgets.pictures.picture_tile import RING_PX

COLUMN_ROW_GAP_PX = 8

# The place of a tile by its number, how many there are, and the size of the widget; empty if it has no room.
TilePlace = Callable[[int, int, QSize], QRectF]


@dataclass(slots=True)
class TileColumns:
    """Tiles as large as their column allows and ``largest_px`` at most; a row that does not fit is cut.

    ``flush`` sets the outer tiles against the edges, else each stands in the middle of its column.
    """

    columns: int
    largest_px: int
    flush: bool = False

    def place(self, index: int, _count: int, size: QSize) -> QRectF:
        """Empty if the tile's row is cut."""
        row, across = divmod(index, self.columns)
        left, width = column(size.width() - 2 * RING_PX, self.columns, across)
        side = min(self.largest_px, int(width))
        top = RING_PX + row * (side + COLUMN_ROW_GAP_PX)
        if row and top + side > size.height():
            return QRectF()
        if self.flush:
            left = across * (size.width() - 2 * RING_PX - side) / max(self.columns - 1, 1)
        else:
            left += (width - side) / 2
        return QRectF(RING_PX + round(left), top, side, side)


@dataclass(slots=True)
class TileRows:
    """Tiles of ``tile_px`` each way, ``gap_px`` apart: all in one row, or in as many as the width asks for.

    ``columns``: how many lie in a row, whatever the width. ``row_gap_px``: another gap between the rows.
    """

    tile_px: int
    gap_px: int
    wraps: bool = False
    columns: int | None = None
    row_gap_px: int | None = None

    @property
    def row_px(self) -> int:
        """From the top of one row to that of the next."""
        return self.tile_px + (self.gap_px if self.row_gap_px is None else self.row_gap_px)

    def across(self, count: int, width: int) -> int:
        """How many tiles of ``count`` lie in a row."""
        if self.columns is not None:
            return self.columns
        if not self.wraps:
            return max(1, count)
        return max(1, (width - 2 * RING_PX + self.gap_px) // (self.tile_px + self.gap_px))

    def extent(self, tiles: int) -> int:
        """The length of so many tiles side by side, with the room of their rings."""
        return tiles * (self.tile_px + self.gap_px) - self.gap_px + 2 * RING_PX

    def place(self, index: int, count: int, size: QSize) -> QRectF:
        """Where a tile lies."""
        row, column_number = divmod(index, self.across(count, size.width()))
        left = RING_PX + column_number * (self.tile_px + self.gap_px)
        return QRectF(left, RING_PX + row * self.row_px, self.tile_px, self.tile_px)
