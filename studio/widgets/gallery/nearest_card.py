"""A made picture beside the training pictures nearest to it, and a sentence on what that means."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from studio.widgets.controls.buttons import icon_button
from studio.widgets.controls.labels import label, secondary_label, section_label
from studio.widgets.controls.surface import Surface
from studio.widgets.pictures.picture_tile import RING_PX
from studio.widgets.pictures.picture_view import PictureView

SAMPLE_PX, TILE_PX = 72, 52
MOST_TILES, SPACING_PX, SIDES_PX = 5, 8, 24


class NearestCard(Surface):
    """Lies over what asked for it until it is closed."""

    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__("card", parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Nearest training pictures"))
        self._sample = PictureView("slate", SAMPLE_PX)
        self._tiles = [PictureView("slate", TILE_PX) for _ in range(MOST_TILES)]
        self._distances = [label("", "tick") for _ in range(MOST_TILES)]
        self._sentence = secondary_label("", wraps=True)
        self.close_button = icon_button("x", self.tr("Close (Esc)"))
        self.close_button.clicked.connect(self._close)
        self._arrange()

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.addWidget(section_label(self.tr("Nearest training pictures")))
        head.addStretch(1)
        head.addWidget(self.close_button)
        row = QHBoxLayout()
        row.setSpacing(SPACING_PX)
        row.addWidget(self._sample)
        row.addSpacing(SPACING_PX)
        for tile, distance in zip(self._tiles, self._distances, strict=True):
            tile.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            distance.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            distance.setToolTip(self.tr("How far it is: 0 for the same picture, 1 for black against white."))
            column = QVBoxLayout()
            column.setSpacing(0)
            column.addWidget(tile)
            column.addWidget(distance)
            row.addLayout(column)
        row.addStretch(1)
        self._sample.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16 - RING_PX, 8, 8, 12)
        layout.setSpacing(4)
        layout.addLayout(head)
        layout.addLayout(row)
        layout.addWidget(self._sentence)

    def show_waiting(self, pixels: np.ndarray) -> None:
        """The picture (H, W, C) uint8 that is looked up."""
        self._fill(pixels, (), ())
        self._sentence.setText(self.tr("Looking through the training pictures…"))

    def show_trouble(self, sentence: str) -> None:
        self._sentence.setText(sentence)

    def show_found(
        self, pixels: np.ndarray, pictures: Sequence[np.ndarray], distances: Sequence[str], sentence: str
    ) -> None:
        """``pictures`` (H, W, C) uint8 with how far each is, the nearest first."""
        self._fill(pixels, pictures, distances)
        self._sentence.setText(sentence)
        self.setAccessibleDescription(sentence)

    def _fill(self, pixels: np.ndarray, pictures: Sequence[np.ndarray], distances: Sequence[str]) -> None:
        self._sample.set_pixels(pixels)
        for place, (tile, distance) in enumerate(zip(self._tiles, self._distances, strict=True)):
            tile.set_pixels(pictures[place] if place < len(pictures) else None)
            distance.setText(distances[place] if place < len(distances) else "")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow card leaves out those that are further away."""
        super().resizeEvent(event)
        room = self.width() - SIDES_PX - self._sample.width() - SPACING_PX
        fits = room // (self._tiles[0].width() + SPACING_PX)
        for place, (tile, distance) in enumerate(zip(self._tiles, self._distances, strict=True)):
            tile.setVisible(place < fits)
            distance.setVisible(place < fits)

    def _close(self) -> None:
        self.hide()
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._close()
        else:
            super().keyPressEvent(event)
