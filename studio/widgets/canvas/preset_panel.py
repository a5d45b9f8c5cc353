"""Brush presets: one row of pictures to take with a click, the name of the one in the hand, and a way to keep more."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from studio.widgets.canvas.panel_row import MARGIN_PX
from studio.widgets.controls.buttons import icon_button
from studio.widgets.controls.labels import ElidedLabel, section_label
from studio.widgets.controls.name_editor import NameEditor
from studio.widgets.controls.surface import scrolling_under
from studio.widgets.pictures.picture_row import PictureRow
from studio.widgets.pictures.picture_tile import RING_PX

TILE_PX, GAP_PX, HEAD_PX = 46, 6, 32
MOST_ROWS = 3  # that are seen at a time


class PresetPanel(QWidget):
    """Numbers count the pictures from 0."""

    taken = Signal(int)
    save_requested = Signal()
    renamed = Signal(int, str)
    discarded = Signal(int)
    menu_requested = Signal(int, QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.row = PictureRow(TILE_PX, gap_px=GAP_PX, wraps=True)
        self.row.setAccessibleName(self.tr("Brush presets"))
        self.save = icon_button("plus", self.tr("Keep this brush as a preset"), "icon")
        self._name = ElidedLabel("secondary")
        self._name.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._names: list[str] = []
        self._named = -1
        head, layout = QHBoxLayout(), QVBoxLayout(self)
        head.addWidget(section_label(self.tr("Presets")))
        head.addWidget(self._name, 1)
        head.addWidget(self.save)
        head.setSpacing(8)
        head.setContentsMargins(RING_PX, 0, RING_PX, 0)
        self._scroll = scrolling_under(self.row)
        layout.addLayout(head)
        layout.addWidget(self._scroll)
        layout.setContentsMargins(MARGIN_PX - RING_PX, 0, MARGIN_PX - RING_PX, 8)
        layout.setSpacing(4)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.editor = NameEditor(self)
        self.editor.named.connect(self._on_named)
        self.editor.ended_by_key.connect(self._on_ended)
        self.row.focus_moved.connect(self._show_current)
        self.row.clicked.connect(self.taken)
        self.row.discarded.connect(self.discarded)
        self.row.menu_requested.connect(self.menu_requested)
        self.save.clicked.connect(self.save_requested)

    def set_presets(self, names: Sequence[str], pictures: Sequence[np.ndarray]) -> None:
        """(H, W, 4) uint8 each."""
        self._names = list(names)
        self.row.set_pictures(pictures, names=names)
        self._fit()

    def set_chosen(self, index: int) -> None:
        """The one that the hand holds as it was kept; -1 for none."""
        self.row.set_chosen(index)
        self._name.setText(self._names[index] if 0 <= index < len(self._names) else "")

    def rename(self, index: int) -> None:
        """Open the field for the name of one."""
        self._named = index
        self.editor.begin(self._names[index], self._names[index])

    def _fit(self) -> None:
        width = self.width() - 2 * (MARGIN_PX - RING_PX)
        height = self.row.heightForWidth(max(width, TILE_PX))
        self.row.setFixedHeight(height)
        self._scroll.setFixedHeight(min(height, MOST_ROWS * (TILE_PX + GAP_PX)))

    @Slot()
    def _show_current(self) -> None:
        place = self.row.focus_rect().center().toPoint()
        self._scroll.ensureVisible(place.x(), place.y(), TILE_PX // 2, TILE_PX // 2 + RING_PX)

    @Slot(str)
    def _on_named(self, name: str) -> None:
        if name:
            self.renamed.emit(self._named, name)

    @Slot()
    def _on_ended(self) -> None:
        self.row.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.editor.setGeometry(MARGIN_PX, 0, self.width() - 2 * MARGIN_PX, HEAD_PX)
        self._fit()
