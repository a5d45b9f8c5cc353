"""Live pictures in equal columns across the whole width: a film, a row of classes, a sheet of samples."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from studio.tokens import colour, text_font, tokens_for
from studio.widgets.columns import column
from studio.widgets.latent_mime import drag_latent
from studio.widgets.picture_tile import RADIUS_PX, RING_PX, draw_tile, tile_image

ROW_GAP_PX = 8
NAME_PX = 22
NOTHING = -1
PRESS_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class TileGrid(QWidget):
    """Tiles on slate, as large as their column allows and ``largest_px`` at most; rows that do not fit are cut.

    ``flush`` sets the outer tiles against the edges, else each stands in the middle of its column.
    """

    clicked = Signal(int)
    menu_requested = Signal(int, QPoint)  # on the screen
    focus_moved = Signal()

    def __init__(
        self,
        columns: int,
        largest_px: int,
        *,
        rows: int = 1,
        flush: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._columns, self._largest_px, self._flush = columns, largest_px, flush
        self._pictures: list[np.ndarray] = []
        self._images: dict[int, QImage] = {}
        self._latents: list[str] = []
        self._names: tuple[str, ...] = ()
        self._outlines: dict[int, QColor] = {}
        self._chosen = self._hover = self._pressed = NOTHING
        self._current = 0
        self._pressed_at = QPointF()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        tall = QSizePolicy.Policy.Fixed if rows == 1 else QSizePolicy.Policy.Expanding
        self.setSizePolicy(QSizePolicy.Policy.Expanding, tall)

    @property
    def pictures(self) -> Sequence[np.ndarray]:
        """What is shown, (H, W, C) uint8 each."""
        return self._pictures

    @property
    def chosen(self) -> int:
        return self._chosen

    @property
    def columns(self) -> int:
        return self._columns

    @property
    def largest_px(self) -> int:
        return self._largest_px

    def set_columns(self, columns: int, largest_px: int) -> None:
        """Another division of the same width."""
        self._columns, self._largest_px = columns, largest_px
        self._images.clear()
        self.updateGeometry()
        self.update()

    def set_names(self, names: Sequence[str]) -> None:
        """A word under each tile of the first row."""
        self._names = tuple(names)
        self.updateGeometry()
        self.update()

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

    def set_outlines(self, outlines: Mapping[int, QColor]) -> None:
        """Tiles that stand out, each in its own colour."""
        self._outlines = dict(outlines)
        self.update()

    def tile_rect(self, index: int) -> QRectF:
        """Where a tile lies; empty if its row is cut."""
        row, place = divmod(index, self._columns)
        left, width = column(self.width() - 2 * RING_PX, self._columns, place)
        side = min(self._largest_px, int(width))
        top = RING_PX + row * (side + ROW_GAP_PX)
        if row and top + side > self.height():
            return QRectF()
        if self._flush:
            left = place * (self.width() - 2 * RING_PX - side) / max(self._columns - 1, 1)
        else:
            left += (width - side) / 2
        return QRectF(RING_PX + round(left), top, side, side)

    def index_at(self, point: QPointF) -> int:
        """The tile at a point, or -1."""
        tiles = range(len(self._pictures))
        return next((index for index in tiles if self.tile_rect(index).contains(point)), NOTHING)

    def focus_rect(self) -> QRectF:
        """Where the ring of keyboard focus goes."""
        return self.tile_rect(self._current)

    def _move_current(self, by: int) -> None:
        index = self._current + by
        if 0 <= index < len(self._pictures) and not self.tile_rect(index).isEmpty():
            self._current = index
            self.focus_moved.emit()

    def _set_hover(self, index: int) -> None:
        if index != self._hover:
            self._hover = index
            self.update()

    def _draw_name(self, painter: QPainter, index: int) -> None:
        tokens, left_width = tokens_for(self), column(self.width() - 2 * RING_PX, self._columns, index)
        standing_out = index in self._outlines
        painter.setFont(text_font(13, 600 if standing_out else 400))
        painter.setPen(colour(tokens.text if standing_out else tokens.text2))
        below = QRectF(
            RING_PX + left_width[0], self.tile_rect(index).bottom() + RING_PX, left_width[1], NAME_PX
        )
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, self._names[index])

    def sizeHint(self) -> QSize:
        return QSize(472, self._largest_px + 2 * RING_PX + (NAME_PX if self._names else 0))

    def minimumSizeHint(self) -> QSize:
        return QSize(160, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = tokens_for(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for index in range(len(self._pictures) or self._columns):
            rect = self.tile_rect(index)
            if rect.isEmpty():
                break
            if index not in self._images and index < len(self._pictures):
                self._images[index] = tile_image(self._pictures[index], "slate", rect.width(), tokens)
            source_px = self._pictures[index].shape[0] if index < len(self._pictures) else 28
            chosen, hovered = index == self._chosen, index == self._hover
            image = self._images.get(index)
            draw_tile(
                painter, rect, image, "slate", tokens, hovered=hovered, chosen=chosen, source_px=source_px
            )
            if index in self._outlines:
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(self._outlines[index], 2))
                painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), RADIUS_PX, RADIUS_PX)
            if index < len(self._names):
                self._draw_name(painter, index)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed, self._pressed_at = self.index_at(event.position()), event.position()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._set_hover(self.index_at(event.position()))
        moved = (event.position() - self._pressed_at).manhattanLength()
        if 0 <= self._pressed < len(self._latents) and moved >= QApplication.startDragDistance():
            index, self._pressed = self._pressed, NOTHING
            drag_latent(self, self._latents[index], self.grab(self.tile_rect(index).toRect()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        index, self._pressed = self._pressed, NOTHING
        if index != NOTHING and index == self.index_at(event.position()):
            self._current = index
            self.clicked.emit(index)

    def leaveEvent(self, event: QEvent) -> None:
        self._set_hover(NOTHING)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Up: -self._columns,
            Qt.Key.Key_Down: self._columns,
        }
        if (key := Qt.Key(event.key())) in steps:
            self._move_current(steps[key])
        elif key in PRESS_KEYS and self._pictures:
            self.clicked.emit(self._current)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self._current if by_key else self.index_at(QPointF(event.pos()))
        if 0 <= index < len(self._pictures):
            place = (
                self.mapToGlobal(self.tile_rect(index).center().toPoint()) if by_key else event.globalPos()
            )
            self.menu_requested.emit(index, place)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange):
            self._images.clear()
        super().changeEvent(event)
