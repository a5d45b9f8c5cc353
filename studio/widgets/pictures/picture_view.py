"""One picture on its sheet: shows, is clicked, gives its latent and takes another."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDropEvent,
    QEnterEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from studio.theme import tokens_for
from studio.widgets.pictures.latent_mime import drag_latent, latent_text
from studio.widgets.pictures.picture_tile import RING_PX, Sheet, draw_empty, draw_tile, tile_image

PRESS_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
RETINTS = (QEvent.Type.PaletteChange, QEvent.Type.StyleChange)


class PictureView(QWidget):
    """The tile fills the widget but for the ring's room of 3 px on each side; ``side_px`` fixes the tile."""

    clicked = Signal()
    menu_requested = Signal(QPoint)  # on the screen
    latent_dropped = Signal(str)
    hover_changed = Signal(bool)

    def __init__(
        self, sheet: Sheet = "slate", side_px: int | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._sheet: Sheet = sheet
        self._pixels: np.ndarray | None = None
        self._image: QImage | None = None
        self._latent = self._empty_text = ""
        self._chosen = self._hovered = False
        self._pressed_at: QPointF | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        if side_px is None:
            self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        else:
            self.setFixedSize(side_px + 2 * RING_PX, side_px + 2 * RING_PX)

    @property
    def pixels(self) -> np.ndarray | None:
        return self._pixels

    @property
    def sheet(self) -> Sheet:
        return self._sheet

    def set_pixels(self, pixels: np.ndarray | None) -> None:
        """(H, W, C) uint8."""
        self._pixels = pixels
        self._forget_image()

    def set_sheet(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self._forget_image()

    def set_latent(self, text: str) -> None:
        """What a drag out of the picture carries; "" forbids it."""
        self._latent = text

    def set_accepts_latents(self, accepts: bool) -> None:
        self.setAcceptDrops(accepts)

    def set_chosen(self, chosen: bool) -> None:
        self._chosen = chosen
        self.update()

    def set_empty_text(self, text: str) -> None:
        """The sentence in the place while there is no picture."""
        self._empty_text = text
        self.update()

    def tile_rect(self) -> QRectF:
        return QRectF(self.rect()).adjusted(RING_PX, RING_PX, -RING_PX, -RING_PX)

    def focus_rect(self) -> QRectF:
        return self.tile_rect()

    def _forget_image(self) -> None:
        self._image = None
        self.update()

    def _current_image(self) -> QImage | None:
        if self._image is None and self._pixels is not None:
            tile = self.tile_rect()
            side = min(tile.width(), tile.height())
            self._image = tile_image(self._pixels, self._sheet, side, tokens_for(self))
        return self._image

    def _set_hovered(self, hovered: bool) -> None:
        self._hovered = hovered
        self.hover_changed.emit(hovered)
        self.update()

    def _start_drag(self) -> None:
        self._pressed_at = None
        drag_latent(self, self._latent, self.grab(self.tile_rect().toRect()))

    def sizeHint(self) -> QSize:
        return QSize(112 + 2 * RING_PX, 112 + 2 * RING_PX)

    def minimumSizeHint(self) -> QSize:
        return QSize(28 + 2 * RING_PX, 28 + 2 * RING_PX)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        tokens = tokens_for(self)
        if self._pixels is None and self._empty_text:
            draw_empty(painter, self.tile_rect(), self._empty_text, tokens)
            return
        source_px = 28 if self._pixels is None else self._pixels.shape[0]
        draw_tile(
            painter,
            self.tile_rect(),
            self._current_image(),
            self._sheet,
            tokens,
            hovered=self._hovered,
            chosen=self._chosen,
            source_px=source_px,
        )

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed_at = event.position()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed_at is None or not self._latent:
            return
        moved = (event.position() - self._pressed_at).manhattanLength()
        if moved >= QApplication.startDragDistance():
            self._start_drag()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._pressed_at is not None and QRectF(self.rect()).contains(event.position()):
            self.clicked.emit()
        self._pressed_at = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in PRESS_KEYS:
            self.clicked.emit()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            self.menu_requested.emit(self.mapToGlobal(self.rect().center()))
        else:
            self.menu_requested.emit(event.globalPos())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.source() is not self and latent_text(event.mimeData()) is not None:
            event.acceptProposedAction()
            self._set_hovered(True)

    def dragLeaveEvent(self, event: QEvent) -> None:
        self._set_hovered(False)

    def dropEvent(self, event: QDropEvent) -> None:
        self._set_hovered(False)
        if (text := latent_text(event.mimeData())) is not None:
            event.acceptProposedAction()
            self.latent_dropped.emit(text)

    def enterEvent(self, event: QEnterEvent) -> None:
        self._set_hovered(True)

    def leaveEvent(self, event: QEvent) -> None:
        self._set_hovered(False)

    def resizeEvent(self, event: QEvent) -> None:
        self._forget_image()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in RETINTS:
            self._forget_image()
        super().changeEvent(event)
