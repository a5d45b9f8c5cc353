"""Pictures side by side, in one row or in as many as the width asks for."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDropEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from studio.theme import tokens_for
from studio.widgets.latent_mime import drag_latent, latent_text
from studio.widgets.picture_tile import RING_PX, Sheet, draw_empty, draw_tile, tile_image
from studio.widgets.picture_view import PRESS_KEYS

NOTHING = -1
_DISCARD_KEYS = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_RETINTS = (QEvent.Type.PaletteChange, QEvent.Type.StyleChange)


class PictureRow(QWidget):
    """Arrow keys move a current picture; ``chosen`` is a mark that the owner sets."""

    clicked = Signal(int)
    activated = Signal(int)  # by double-click
    current_changed = Signal(int)
    hovered = Signal(int)  # -1 when none is
    discarded = Signal(int)  # by Delete
    menu_requested = Signal(int, QPoint)  # on the screen
    latent_dropped = Signal(str)
    focus_moved = Signal()

    def __init__(
        self,
        tile_px: int = 52,
        sheet: Sheet = "paper",
        *,
        gap_px: int = 8,
        wraps: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._tile_px, self._gap_px, self._wraps = tile_px, gap_px, wraps
        self._sheet: Sheet = sheet
        self._pictures: list[np.ndarray] = []
        self._latents: list[str] = []
        self._names: list[str] = []
        self._images: dict[int, QImage] = {}
        self._empty_text = ""
        self._current = 0
        self._chosen = self._hover = self._pressed = NOTHING
        self._pressed_at = QPointF()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(wraps)
        self.setSizePolicy(policy)

    @property
    def current(self) -> int:
        return self._current

    @property
    def chosen(self) -> int:
        return self._chosen

    def __len__(self) -> int:
        return len(self._pictures)

    def set_pictures(
        self, pictures: Sequence[np.ndarray], latents: Sequence[str] = (), names: Sequence[str] = ()
    ) -> None:
        """(H, W, C) uint8 each; ``latents`` are what drags carry, ``names`` what is said of each."""
        self._pictures = list(pictures)
        self._latents, self._names = list(latents), list(names)
        self._images.clear()
        self._current = min(self._current, max(0, len(self._pictures) - 1))
        self._chosen = self._chosen if self._chosen < len(self._pictures) else NOTHING
        self._hover = NOTHING
        self.updateGeometry()
        self.update()

    def set_chosen(self, index: int) -> None:
        self._chosen = index
        self.update()

    def set_current(self, index: int) -> None:
        if not 0 <= index < len(self._pictures) or index == self._current:
            return
        self._current = index
        self.setAccessibleDescription(self._said_of(index))
        self.focus_moved.emit()
        self.current_changed.emit(index)

    def set_empty_text(self, text: str) -> None:
        """The sentence in the row while it holds nothing."""
        self._empty_text = text
        self.update()

    def set_accepts_latents(self, accepts: bool) -> None:
        self.setAcceptDrops(accepts)

    def tile_rect(self, index: int) -> QRectF:
        row, column = divmod(index, self._columns(self.width()))
        pitch = self._tile_px + self._gap_px
        return QRectF(RING_PX + column * pitch, RING_PX + row * pitch, self._tile_px, self._tile_px)

    def index_at(self, place: QPointF) -> int:
        for index in range(len(self._pictures)):
            if self.tile_rect(index).contains(place):
                return index
        return NOTHING

    def focus_rect(self) -> QRectF:
        if self._pictures:
            return self.tile_rect(self._current)
        return QRectF(self.rect()).adjusted(RING_PX, RING_PX, -RING_PX, -RING_PX)

    def _said_of(self, index: int) -> str:
        place = self.tr("picture {index} of {count}").format(index=index + 1, count=len(self._pictures))
        return f"{self._names[index]}, {place}" if index < len(self._names) else place

    def _columns(self, width: int) -> int:
        if not self._wraps:
            return max(1, len(self._pictures))
        return max(1, (width - 2 * RING_PX + self._gap_px) // (self._tile_px + self._gap_px))

    def _extent(self, tiles: int) -> int:
        return tiles * (self._tile_px + self._gap_px) - self._gap_px + 2 * RING_PX

    def _image(self, index: int) -> QImage:
        if index not in self._images:
            pixels = self._pictures[index]
            self._images[index] = tile_image(pixels, self._sheet, self._tile_px, tokens_for(self))
        return self._images[index]

    def _set_hover(self, index: int) -> None:
        if index != self._hover:
            self._hover = index
            self.setToolTip(self._names[index] if 0 <= index < len(self._names) else "")
            self.hovered.emit(index)
            self.update()

    def _start_drag(self, index: int) -> None:
        self._pressed = NOTHING
        drag_latent(self, self._latents[index], self.grab(self.tile_rect(index).toRect()))

    def sizeHint(self) -> QSize:
        tiles = 1 if self._wraps else max(1, len(self._pictures))
        return QSize(self._extent(tiles), self._extent(1))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint() if self._pictures else QSize(self._extent(1), self._extent(1))

    def hasHeightForWidth(self) -> bool:
        return self._wraps

    def heightForWidth(self, width: int) -> int:
        return self._extent(max(1, -(-len(self._pictures) // self._columns(width))))

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
                self._image(index),
                self._sheet,
                tokens,
                hovered=index == self._hover,
                chosen=index == self._chosen,
                source_px=pixels.shape[0],
            )

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
            self.set_current(index)
            self.clicked.emit(index)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if (index := self.index_at(event.position())) != NOTHING:
            self.activated.emit(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        columns, last = self._columns(self.width()), len(self._pictures) - 1
        steps = {
            Qt.Key.Key_Left: self._current - 1,
            Qt.Key.Key_Right: self._current + 1,
            Qt.Key.Key_Up: self._current - columns,
            Qt.Key.Key_Down: self._current + columns,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }
        key = Qt.Key(event.key())
        if not self._pictures:
            super().keyPressEvent(event)
        elif key in steps:
            self.set_current(steps[key])
        elif key in PRESS_KEYS:
            self.clicked.emit(self._current)
        elif key in _DISCARD_KEYS:
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

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.source() is not self and latent_text(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        if (text := latent_text(event.mimeData())) is not None:
            event.acceptProposedAction()
            self.latent_dropped.emit(text)

    def leaveEvent(self, event: QEvent) -> None:
        self._set_hover(NOTHING)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in _RETINTS:
            self._images.clear()
        super().changeEvent(event)
