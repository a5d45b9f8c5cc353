"""Tiles of pictures as a hand and the keyboard find them: pointed at, pressed, dragged out, described."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QImage, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

from studio.tokens import tokens_for
from studio.widgets.pictures.latent_mime import drag_latent
from studio.widgets.pictures.picture_tile import Sheet, tile_image
from studio.widgets.pictures.picture_view import PRESS_KEYS, RETINTS
from studio.widgets.pictures.tile_places import TilePlace
from studio.words import facts

NOTHING = -1
_DISCARD_KEYS = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class PressableTiles(QWidget):
    """A subclass draws the tiles where ``place`` says, and takes the keys that walk from one to the next.

    Keys act on the current tile; ``chosen`` is a mark that the owner sets.
    """

    clicked = Signal(int)
    menu_requested = Signal(int, QPoint)  # on the screen
    discarded = Signal(int)  # by Delete
    focus_moved = Signal()

    def __init__(self, sheet: Sheet, place: TilePlace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sheet: Sheet = sheet
        self._place = place
        self._pictures: list[np.ndarray] = []
        self._latents: list[str] = []
        self._names: tuple[str, ...] = ()
        self._images: dict[int, QImage] = {}
        self._current = 0
        self._chosen = self._hover = self._pressed = NOTHING
        self._pressed_at = QPointF()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)

    def tile_rect(self, index: int) -> QRectF:
        """Where a tile lies; empty if it has no room."""
        return self._place(index, len(self._pictures), self.size())

    def _files_to_drag(self, index: int) -> Sequence[Path]:
        """What dragging a tile out carries besides its latent."""
        return ()

    # What is shown

    @property
    def current(self) -> int:
        """The tile that keys act on."""
        return self._current

    @property
    def chosen(self) -> int:
        return self._chosen

    def set_pictures(self, pictures: Sequence[np.ndarray], latents: Sequence[str] = ()) -> None:
        """(H, W, C) uint8 each, and what dragging one out carries."""
        self._pictures, self._latents = list(pictures), list(latents)
        self._images.clear()
        self._current = min(self._current, max(len(self._pictures) - 1, 0))
        self.update()

    def set_chosen(self, index: int) -> None:
        """The tile where one is, -1 for none."""
        if index != self._chosen:
            self._chosen = index
            self.update()

    def index_at(self, place: QPointF) -> int:
        """The tile at a place, or -1."""
        tiles = range(len(self._pictures))
        return next((index for index in tiles if self.tile_rect(index).contains(place)), NOTHING)

    def _image(self, index: int, side_px: float) -> QImage:
        if index not in self._images:
            self._images[index] = tile_image(self._pictures[index], self._sheet, side_px, tokens_for(self))
        return self._images[index]

    def _make_current(self, index: int) -> None:
        """Keys act on this tile now, and who hears the window is told which it is."""
        self._current = index
        place = self.tr("picture {index} of {count}").format(index=index + 1, count=len(self._pictures))
        named = index < len(self._names)
        self.setAccessibleDescription(facts((self._names[index], place)) if named else place)

    def _set_hover(self, index: int) -> None:
        if index != self._hover:
            self._hover = index
            self.update()

    def _start_drag(self, index: int) -> None:
        self._pressed = NOTHING
        files = self._files_to_drag(index)
        drag_latent(self, self._latents[index], self.grab(self.tile_rect(index).toRect()), files)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed, self._pressed_at = self.index_at(event.position()), event.position()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._set_hover(self.index_at(event.position()))
        moved = (event.position() - self._pressed_at).manhattanLength()
        if 0 <= self._pressed < len(self._latents) and moved >= QApplication.startDragDistance():
            self._start_drag(self._pressed)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        index, self._pressed = self._pressed, NOTHING
        if index != NOTHING and index == self.index_at(event.position()):
            self._make_current(index)
            self.clicked.emit(index)

    def leaveEvent(self, event: QEvent) -> None:
        self._set_hover(NOTHING)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._pictures and event.key() in PRESS_KEYS:
            self.clicked.emit(self._current)
        elif self._pictures and event.key() in _DISCARD_KEYS:
            self.discarded.emit(self._current)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self._current if by_key else self.index_at(QPointF(event.pos()))
        if not 0 <= index < len(self._pictures):
            return
        place = self.mapToGlobal(self.tile_rect(index).center().toPoint()) if by_key else event.globalPos()
        self.menu_requested.emit(index, place)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in RETINTS:
            self._images.clear()
        super().changeEvent(event)
