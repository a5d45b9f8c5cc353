"""Live pictures in equal columns across the whole width: a film, a row of classes, a sheet of samples."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from studio.tokens import colour, text_font, tokens_for
from studio.widgets.controls.columns import column
from studio.widgets.pictures.latent_mime import latent_text
from studio.widgets.pictures.picture_tile import RADIUS_PX, RING_PX, draw_tile
from studio.widgets.pictures.pressable_tiles import NOTHING, PressableTiles
from studio.widgets.pictures.tile_places import TileColumns

NAME_PX = 22


class TileGrid(PressableTiles):
    """Tiles on slate, as large as their column allows and ``largest_px`` at most; rows that do not fit are cut.

    ``flush`` sets the outer tiles against the edges, else each stands in the middle of its column.
    """

    latent_dropped = Signal(int, str)  # on a tile

    def __init__(
        self,
        columns: int,
        largest_px: int,
        *,
        rows: int = 1,
        flush: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        places = TileColumns(columns, largest_px, flush)
        super().__init__("slate", places.place, parent)
        self._places = places
        self._outlines: dict[int, QColor] = {}
        tall = QSizePolicy.Policy.Fixed if rows == 1 else QSizePolicy.Policy.Expanding
        self.setSizePolicy(QSizePolicy.Policy.Expanding, tall)

    @property
    def pictures(self) -> Sequence[np.ndarray]:
        """What is shown, (H, W, C) uint8 each."""
        return self._pictures

    @property
    def pointed_at(self) -> int:
        """The tile under the mouse, or -1."""
        return self._hover

    @property
    def columns(self) -> int:
        return self._places.columns

    @property
    def largest_px(self) -> int:
        return self._places.largest_px

    def set_columns(self, columns: int, largest_px: int) -> None:
        """Another division of the same width."""
        self._places.columns, self._places.largest_px = columns, largest_px
        self._images.clear()
        self.updateGeometry()
        self.update()

    def set_names(self, names: Sequence[str]) -> None:
        """A word under each tile of the first row."""
        self._names = tuple(names)
        self.updateGeometry()
        self.update()

    def set_outlines(self, outlines: Mapping[int, QColor]) -> None:
        """Tiles that stand out, each in its own colour."""
        if outlines != self._outlines:
            self._outlines = dict(outlines)
            self.update()

    def focus_rect(self) -> QRectF:
        """Where the ring of keyboard focus goes."""
        return self.tile_rect(self._current)

    def _move_current(self, by: int) -> None:
        index = self._current + by
        if 0 <= index < len(self._pictures) and not self.tile_rect(index).isEmpty():
            self._make_current(index)
            self.focus_moved.emit()

    def _draw_name(self, painter: QPainter, index: int) -> None:
        tokens, left_width = tokens_for(self), column(self.width() - 2 * RING_PX, self.columns, index)
        standing_out = index in self._outlines
        painter.setFont(text_font(13, 600 if standing_out else 400))
        painter.setPen(colour(tokens.text if standing_out else tokens.text2))
        below = QRectF(
            RING_PX + left_width[0], self.tile_rect(index).bottom() + RING_PX, left_width[1], NAME_PX
        )
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, self._names[index])

    def sizeHint(self) -> QSize:
        return QSize(472, self.largest_px + 2 * RING_PX + (NAME_PX if self._names else 0))

    def minimumSizeHint(self) -> QSize:
        return QSize(160, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = tokens_for(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for index in range(len(self._pictures) or self.columns):
            rect = self.tile_rect(index)
            if rect.isEmpty():
                break
            image = self._image(index, rect.width()) if index < len(self._pictures) else None
            source_px = self._pictures[index].shape[0] if index < len(self._pictures) else 28
            chosen, hovered = index == self._chosen, index == self._hover
            draw_tile(
                painter, rect, image, "slate", tokens, hovered=hovered, chosen=chosen, source_px=source_px
            )
            if index in self._outlines:
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(self._outlines[index], 2))
                painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), RADIUS_PX, RADIUS_PX)
            if index < len(self._names):
                self._draw_name(painter, index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Up: -self.columns,
            Qt.Key.Key_Down: self.columns,
        }
        self._set_hover(NOTHING)  # the keyboard has taken over
        if (key := Qt.Key(event.key())) in steps:
            self._move_current(steps[key])
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if latent_text(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self._set_hover(self.index_at(event.position()))
        event.setAccepted(self._hover != NOTHING)

    def dropEvent(self, event: QDropEvent) -> None:
        index, text = self.index_at(event.position()), latent_text(event.mimeData())
        if text is not None and index != NOTHING:
            event.acceptProposedAction()
            self.latent_dropped.emit(index, text)
