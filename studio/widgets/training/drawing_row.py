"""The cells of one class, below its name; there is always room for more."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from studio.widgets.controls.labels import secondary_label
from studio.widgets.pictures.drawing_cell import DrawingCell

COLUMNS, GAP_PX, NAME_PX = 9, 8, 200
LEAST_PICTURES = 8  # fewer of a class are hardly more than one picture to learn


class DrawingRow(QWidget):
    """A picture is known by the number of its cell."""

    cell_changed = Signal(str, int, object)  # class name, number of the cell, (S, S) uint8 or None
    name_asked = Signal(str)  # another name was typed; rename() grants it

    def __init__(
        self, name: str, pictures: Mapping[int, NDArray[np.uint8]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.name = name
        self.cells: list[DrawingCell] = []
        self.name_field = QLineEdit(name)
        self.name_field.setFixedWidth(NAME_PX)
        self.name_field.setAccessibleName(self.tr("Class name"))
        self.name_field.setToolTip(self.tr("What these pictures show; the folder of the class is called so."))
        self.name_field.editingFinished.connect(self._on_name_typed)
        self._count = secondary_label("")
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.name_field)
        head.addWidget(self._count, 1)
        self._grid = QGridLayout()
        self._grid.setSpacing(GAP_PX)
        self._grid.setColumnStretch(COLUMNS, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(head)
        layout.addLayout(self._grid)
        self._add_cells(max(pictures, default=0) + 1, pictures)
        self._show_count()

    @property
    def picture_count(self) -> int:
        return sum(not cell.is_empty for cell in self.cells)

    def rename(self, name: str) -> None:
        self.name = name
        self.name_field.setText(name)

    def _add_cells(self, needed: int, pictures: Mapping[int, NDArray[np.uint8]]) -> None:
        """Whole lines of cells, the last one with room."""
        while len(self.cells) < needed or not any(cell.is_empty for cell in self.cells):
            for _ in range(COLUMNS):
                number = len(self.cells)
                words = self.tr("Picture {number} of {name}").format(number=number + 1, name=self.name)
                cell = DrawingCell(words, pictures.get(number))
                cell.changed.connect(self._on_cell_changed)
                cell.step_asked.connect(self._on_step_asked)
                self.cells.append(cell)
                self._grid.addWidget(cell, number // COLUMNS, number % COLUMNS)
                cell.show()

    @Slot()
    def _on_cell_changed(self) -> None:
        cell = self.sender()
        assert isinstance(cell, DrawingCell)
        self._add_cells(0, {})
        self._show_count()
        self.cell_changed.emit(self.name, self.cells.index(cell), cell.pixels)

    @Slot(int, int)
    def _on_step_asked(self, columns: int, rows: int) -> None:
        cell = self.sender()
        assert isinstance(cell, DrawingCell)
        place = self.cells.index(cell) + columns + COLUMNS * rows
        if 0 <= place < len(self.cells):
            self.cells[place].setFocus()

    @Slot()
    def _on_name_typed(self) -> None:
        if self.name_field.text().strip() != self.name:
            self.name_asked.emit(self.name_field.text())

    def _show_count(self) -> None:
        count = self.picture_count
        few = self.tr("{count} drawn, {least} or more are needed to learn from")
        enough = self.tr("{count} drawn")
        self._count.setText(
            (enough if count >= LEAST_PICTURES else few).format(count=count, least=LEAST_PICTURES)
        )
