"""Pictures side by side, in one row or in as many as the width asks for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from studio.theme import tokens_for
from studio.widgets.pictures.latent_mime import latent_text
from studio.widgets.pictures.picture_tile import RING_PX, Sheet, draw_empty, draw_tile
from studio.widgets.pictures.pressable_tiles import NOTHING, PressableTiles
from studio.widgets.pictures.tile_places import TileRows


class PictureRow(PressableTiles):
    """Arrow keys move a current picture; ``chosen`` is a mark that the owner sets."""

    activated = Signal(int)  # by double-click
    current_changed = Signal(int)
    hovered = Signal(int)  # -1 when none is
    latent_dropped = Signal(str)

    def __init__(
        self,
        tile_px: int = 52,
        sheet: Sheet = "paper",
        *,
        gap_px: int = 8,
        wraps: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        rows = TileRows(tile_px, gap_px, wraps)
        super().__init__(sheet, rows.place, parent)
        self._rows = rows
        self._empty_text = ""
        self._files_of: Callable[[Sequence[int]], Sequence[Path]] | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(wraps)
        self.setSizePolicy(policy)

    def __len__(self) -> int:
        return len(self._pictures)

    def set_pictures(
        self, pictures: Sequence[np.ndarray], latents: Sequence[str] = (), names: Sequence[str] = ()
    ) -> None:
        """(H, W, C) uint8 each; ``latents`` are what drags carry, ``names`` what is said of each."""
        super().set_pictures(pictures, latents)
        self._names = tuple(names)
        self._chosen = self._chosen if self._chosen < len(self._pictures) else NOTHING
        self._hover = NOTHING
        self.updateGeometry()

    def set_current(self, index: int) -> None:
        if 0 <= index < len(self._pictures):
            self._make_current(index)

    def set_empty_text(self, text: str) -> None:
        """The sentence in the row while it holds nothing."""
        self._empty_text = text
        self.update()

    def set_files_of(self, files_of: Callable[[Sequence[int]], Sequence[Path]]) -> None:
        """Let a drag carry files of the pictures at these places, which ``files_of`` writes as it begins."""
        self._files_of = files_of

    def set_accepts_latents(self, accepts: bool) -> None:
        self.setAcceptDrops(accepts)

    def focus_rect(self) -> QRectF:
        if self._pictures:
            return self.tile_rect(self._current)
        return QRectF(self.rect()).adjusted(RING_PX, RING_PX, -RING_PX, -RING_PX)

    def _make_current(self, index: int) -> None:
        if index != self._current:
            super()._make_current(index)
            self.focus_moved.emit()
            self.current_changed.emit(index)

    def _set_hover(self, index: int) -> None:
        if index != self._hover:
            super()._set_hover(index)
            self.setToolTip(self._names[index] if 0 <= index < len(self._names) else "")
            self.hovered.emit(index)

    def _files_to_drag(self, index: int) -> Sequence[Path]:
        return () if self._files_of is None else self._files_of([index])

    def sizeHint(self) -> QSize:
        tiles = 1 if self._rows.wraps else max(1, len(self._pictures))
        return QSize(self._rows.extent(tiles), self._rows.extent(1))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint() if self._pictures else QSize(self._rows.extent(1), self._rows.extent(1))

    def hasHeightForWidth(self) -> bool:
        return self._rows.wraps

    def heightForWidth(self, width: int) -> int:
        count = len(self._pictures)
        return self._rows.extent(max(1, -(-count // self._rows.across(count, width))))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        tokens = tokens_for(self)
        if not self._pictures:
            if self._empty_text:
                draw_empty(painter, self.focus_rect(), self._empty_text, tokens)
            return
        for index, pixels in enumerate(self._pictures):
            rect = self.tile_rect(index)
            if (
                not rect.toAlignedRect()
                .adjusted(-RING_PX, -RING_PX, RING_PX, RING_PX)
                .intersects(event.rect())
            ):
                continue
            draw_tile(
                painter,
                rect,
                self._image(index, self._rows.tile_px),
                self._sheet,
                tokens,
                hovered=index == self._hover,
                chosen=index == self._chosen,
                source_px=pixels.shape[0],
            )

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if (index := self.index_at(event.position())) != NOTHING:
            self.activated.emit(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        columns, last = self._rows.across(len(self._pictures), self.width()), len(self._pictures) - 1
        steps = {
            Qt.Key.Key_Left: self._current - 1,
            Qt.Key.Key_Right: self._current + 1,
            Qt.Key.Key_Up: self._current - columns,
            Qt.Key.Key_Down: self._current + columns,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }
        if self._pictures and (key := Qt.Key(event.key())) in steps:
            self.set_current(steps[key])
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.source() is not self and latent_text(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        if (text := latent_text(event.mimeData())) is not None:
            event.acceptProposedAction()
            self.latent_dropped.emit(text)
