"""The newest kept pictures in one row on paper, or the sentence that says how to keep one."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QPoint, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from studio.widgets.labels import secondary_label, section_label
from studio.widgets.picture_row import PictureRow
from studio.widgets.picture_tile import RING_PX

TILE_PX, GAP_PX = 52, 8


class KeptRow(QWidget):
    """Pictures are numbered as they were given, the oldest first; the newest stands at the left.

    Tiles keep ``RING_PX`` around them, so the row reaches that much further than what stands above it.
    """

    clicked = Signal(int)
    discarded = Signal(int)
    menu_requested = Signal(int, QPoint)

    def __init__(self, tip: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tip = tip
        self._pictures: list[np.ndarray] = []
        self._latents: list[str] = []
        self._count = secondary_label("")
        self._row = PictureRow(TILE_PX, "paper", gap_px=GAP_PX)
        self._row.set_empty_text(self.tr("Press P when you like one. It stays here."))
        self._row.setAccessibleName(self.tr("Kept pictures"))
        self._row.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._row.clicked.connect(self._on_clicked)
        self._row.discarded.connect(self._on_discarded)
        self._row.menu_requested.connect(self._on_menu)
        head = QHBoxLayout()
        head.setContentsMargins(RING_PX, 0, RING_PX, 0)
        head.addWidget(section_label(self.tr("Kept")))
        head.addStretch()
        head.addWidget(self._count)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(head)
        layout.addWidget(self._row)

    def set_pictures(self, pictures: Sequence[np.ndarray], latents: Sequence[str]) -> None:
        """(H, W, C) uint8 each, with their latents as text; the oldest first."""
        self._pictures, self._latents = list(pictures), list(latents)
        self._show()

    def _show(self) -> None:
        room = max(1, (self.width() - 2 * RING_PX + GAP_PX) // (TILE_PX + GAP_PX))
        shown = slice(-1, -room - 1, -1)
        self._row.set_pictures(
            self._pictures[shown], self._latents[shown], [self._tip] * len(self._pictures[shown])
        )
        count = len(self._pictures)
        one = self.tr("1 picture")
        self._count.setText(
            "" if count == 0 else one if count == 1 else self.tr("{n} pictures").format(n=count)
        )

    @Slot(int)
    def _on_clicked(self, place: int) -> None:
        self.clicked.emit(len(self._pictures) - 1 - place)

    @Slot(int)
    def _on_discarded(self, place: int) -> None:
        self.discarded.emit(len(self._pictures) - 1 - place)

    @Slot(int, QPoint)
    def _on_menu(self, place: int, position: QPoint) -> None:
        self.menu_requested.emit(len(self._pictures) - 1 - place, position)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._show()
