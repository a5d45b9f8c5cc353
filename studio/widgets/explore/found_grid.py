"""Candidates in four columns, each with a word on how near it is; one that is let go leaves its place empty."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from studio.theme import colour, text_font, tokens_for
from studio.widgets.pictures.picture_row import PictureRow
from studio.widgets.pictures.picture_tile import RING_PX
from studio.widgets.pictures.pressable_tiles import NOTHING

COLUMNS, WORD_PX, GAP_PX = 4, 20, 8


class FoundGrid(PictureRow):
    """Sixteen tiles on slate; arrow keys, Enter, Delete and the menu key as in every row of pictures."""

    def __init__(self, tile_px: int, parent: QWidget | None = None) -> None:
        super().__init__(tile_px, "slate", gap_px=GAP_PX, wraps=True, parent=parent)
        self._rows.columns, self._rows.row_gap_px = COLUMNS, WORD_PX + GAP_PX // 2
        self._words: list[str] = []
        self._gone: set[int] = set()
        policy = QSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setSizePolicy(policy)

    def set_tile(self, tile_px: int) -> None:
        """Larger or smaller tiles."""
        if tile_px != self._rows.tile_px:
            self._rows.tile_px = tile_px
            self._images.clear()
            self.updateGeometry()
            self.update()

    def set_found(
        self, pictures: Sequence[np.ndarray], latents: Sequence[str], words: Sequence[str], gone: set[int]
    ) -> None:
        """(H, W, C) uint8 each, its latent as text, and its word; ``gone`` are places that stay empty."""
        self._words, self._gone = list(words), set(gone)
        self.set_pictures(pictures, latents, words)

    def index_at(self, place: QPointF) -> int:
        index = super().index_at(place)
        return NOTHING if index in self._gone else index

    def sizeHint(self) -> QSize:
        return QSize(self._rows.extent(COLUMNS), self.heightForWidth(0))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def heightForWidth(self, width: int) -> int:
        return COLUMNS * self._rows.row_px + 2 * RING_PX

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter, tokens = QPainter(self), tokens_for(self)
        painter.setFont(text_font(12))
        for index, word in enumerate(self._words):
            tile = self.tile_rect(index)
            if index in self._gone:
                painter.fillRect(tile.adjusted(-RING_PX, -RING_PX, RING_PX, RING_PX), colour(tokens.canvas))
                continue
            standing_out = index == self._chosen
            painter.setPen(colour(tokens.text if standing_out else tokens.text2))
            place = QRectF(tile.left() - 4, tile.bottom() + RING_PX, tile.width() + 8, WORD_PX - RING_PX)
            shown = painter.fontMetrics().elidedText(word, Qt.TextElideMode.ElideRight, int(place.width()))
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, shown)
