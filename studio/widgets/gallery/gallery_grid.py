"""Where the cells of the gallery lie: whole multiples of the picture's size, beside the names of the rows."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QPoint, QPointF, QRect, QSize

Cell = tuple[int, int]  # row, column

MARGIN_PX = 8  # room for the focus ring


@dataclass(frozen=True, slots=True, kw_only=True)
class GalleryGrid:
    """Geometry for one number of rows and columns; every answer depends on the size of the widget."""

    rows: int
    columns: int
    picture: QSize
    name_width: int
    chosen_zoom: int = 0  # 0: the largest that fits

    @property
    def frame(self) -> QSize:
        """What is not pictures."""
        return QSize(self.name_width + 2 * MARGIN_PX, 2 * MARGIN_PX)

    def size_at(self, zoom: float) -> QSize:
        cell = self.picture * zoom
        return QSize(self.columns * cell.width(), self.rows * cell.height()) + self.frame

    def zoom(self, within: QSize) -> float:
        """The largest whole zoom that fits. Pictures too wide for it shrink to a half, a third …; rows may scroll."""
        if self.chosen_zoom:
            return float(self.chosen_zoom)
        across, down = self.columns * self.picture.width(), self.rows * self.picture.height()
        room = within - self.frame
        if across <= 0 or down <= 0 or room.width() <= 0:
            return 1.0
        if room.width() < across:
            return 1.0 / ceil(across / room.width())
        return float(max(1, min(room.width() // across, room.height() // down)))

    def cell(self, within: QSize) -> QSize:
        return self.picture * self.zoom(within)

    def sheet(self, within: QSize) -> QRect:
        """All the cells together."""
        return QRect(
            QPoint(MARGIN_PX + self.name_width, MARGIN_PX), self.size_at(self.zoom(within)) - self.frame
        )

    def cell_rect(self, row: int, column: int, within: QSize) -> QRect:
        size = self.cell(within)
        return QRect(self.sheet(within).topLeft() + QPoint(column * size.width(), row * size.height()), size)

    def name_rect(self, row: int, within: QSize) -> QRect:
        cell = self.cell_rect(row, 0, within)
        return QRect(MARGIN_PX, cell.top(), self.name_width, cell.height())

    def cell_at(self, place: QPointF, within: QSize) -> Cell | None:
        sheet, point = self.sheet(within), place.toPoint()
        if not sheet.contains(point):
            return None
        size = self.cell(within)
        inside = point - sheet.topLeft()
        return inside.y() // size.height(), inside.x() // size.width()

    def neighbour(self, cell: Cell | None, step: Cell) -> Cell:
        """One step from a cell, staying inside; the first cell when there is none yet."""
        if cell is None:
            return 0, 0
        row = min(max(cell[0] + step[0], 0), self.rows - 1)
        column = min(max(cell[1] + step[1], 0), self.columns - 1)
        return row, column
