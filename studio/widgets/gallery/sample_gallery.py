"""The live sheet of samples: a row for each class, a column for each fixed seed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from html import escape

import numpy as np
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QFontMetrics,
    QHelpEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from studio.images import draw_picture, ink_grid
from studio.theme import colour, text_font, tokens_for
from studio.widgets.gallery.gallery_grid import Cell, GalleryGrid
from studio.widgets.gallery.gallery_look import FADED, GalleryLook, heat_grid
from studio.widgets.gallery.wipe_divider import WipeDivider

NAME_GAP_PX = 8
NARROWEST_NAME_PX, WIDEST_NAME_PX = 16, 96
CELL_RADIUS_PX = 4
LEAST_CELL_PX = 28
PILL_PX, PILL_PADDING_PX = 18, 6
NO_CELL = (-1, -1)
RETINTS = (QEvent.Type.PaletteChange, QEvent.Type.StyleChange)
KEY_STEPS = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}


class SampleGallery(QWidget):
    """Shows one grid of pictures at a whole multiple of their size; knows nothing of runs and latents."""

    cell_chosen = Signal(int, int)
    cell_activated = Signal(int, int)
    cell_hovered = Signal(int, int, bool)  # row, column (-1 for none), and whether Alt is held
    menu_requested = Signal(int, int, QPoint)  # row, column, place on the screen
    cover_asked = Signal(bool)  # Space is held: what covers the pictures, and no longer

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names: tuple[str, ...] = ()
        self._grid = GalleryGrid(rows=0, columns=0, picture=QSize(28, 28), name_width=0)
        self._pixels: np.ndarray | None = None
        self._cover: np.ndarray | None = None
        self._compared: np.ndarray | None = None
        self._compared_words = ("", "")
        self._heat: np.ndarray | None = None
        self._look = GalleryLook()
        # Drawn from the arrays when they are first needed.
        self._image = self._compared_image = self._cover_image = self._heat_image = QImage()
        self._chosen: Cell | None = None
        self._hovered: Cell | None = None
        self._alt_held = False
        self.divider = WipeDivider(self)
        self.divider.hide()
        self.divider.moved.connect(self.update)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Gallery of samples"))

    @property
    def pixels(self) -> np.ndarray | None:
        """What is shown, (R, C, H, W, Ch) uint8; None before the first pictures."""
        return self._pixels

    @property
    def chosen(self) -> Cell | None:
        return self._chosen

    @property
    def row_names(self) -> tuple[str, ...]:
        return self._names

    @property
    def compared_words(self) -> tuple[str, str]:
        """What stands left and right of the divider."""
        return self._compared_words

    def set_layout(self, row_names: Sequence[str], columns: int, picture_px: tuple[int, int]) -> None:
        """Empty cells for pictures of (height, width), until :meth:`set_pixels` fills them."""
        self._names = tuple(row_names)
        self._grid = GalleryGrid(
            rows=len(self._names),
            columns=columns,
            picture=QSize(picture_px[1], picture_px[0]),
            name_width=self._name_width(),
            chosen_zoom=self._grid.chosen_zoom,
        )
        self._pixels = self._cover = self._heat = None
        self.set_compared(None)
        self._forget_images()
        self._chosen = self._hovered = None
        self.updateGeometry()
        self.update()

    def is_laid_out(self, row_names: Sequence[str], columns: int, picture_px: tuple[int, int]) -> bool:
        """Whether the cells are these already."""
        picture = QSize(picture_px[1], picture_px[0])
        return (self._names, self._grid.columns, self._grid.picture) == (tuple(row_names), columns, picture)

    def set_pixels(self, pixels: np.ndarray) -> None:
        """New pictures (R, C, H, W, Ch) uint8 for the same cells."""
        assert pixels.shape[:2] == (self._grid.rows, self._grid.columns), "the cells are laid out first"
        self._pixels, self._image = pixels, QImage()
        self.update()

    def set_zoom(self, zoom: int) -> None:
        """So many screen pixels for each of a picture; 0 for the largest whole zoom that fits."""
        self._grid = replace(self._grid, chosen_zoom=zoom)
        self.updateGeometry()
        self._place_divider()
        self.update()

    def set_look(self, look: GalleryLook) -> None:
        """Only how they are seen: the pixels that are kept or sent stay as they are."""
        self._look = look
        self._forget_images()
        self.update()

    def set_cover(self, pixels: np.ndarray | None) -> None:
        """Other pictures (R, C, H, W, Ch) uint8 in place of the samples; None shows the samples again."""
        if pixels is not None or self._cover is not None:
            self._cover, self._cover_image = pixels, QImage()
            self.update()

    def set_compared(self, pixels: np.ndarray | None, words: tuple[str, str] = ("", "")) -> None:
        """Pictures of the same cells to the left of a divider; ``words`` say what stands left and right of it."""
        self._compared, self._compared_image = pixels, QImage()
        self._compared_words = words
        self.divider.setVisible(pixels is not None)
        self._place_divider()
        self.update()

    def set_heat(self, heat: np.ndarray | None) -> None:
        """(R, C, H, W) in 0…1 over the pictures, which fade below it; None for none."""
        self._heat, self._heat_image = heat, QImage()
        self.update()

    def choose(self, row: int, column: int) -> None:
        self._chosen = (row, column)
        self.setAccessibleDescription(self.words_of(row, column))
        self.update()
        self.cell_chosen.emit(row, column)

    def words_of(self, row: int, column: int) -> str:
        """A cell as a person calls it."""
        if not self._names[row]:  # pictures without classes: every cell has a style of its own
            return self.tr("Style {number}").format(number=row * self._grid.columns + column + 1)
        return self.tr("{name}, style {number}").format(name=self._names[row], number=column + 1)

    def width_within(self, widest: int, height: int) -> int:
        """How wide the gallery is at its largest whole zoom within this room."""
        return self._grid.size_at(self._grid.zoom(QSize(widest, height))).width()

    def cell_rect(self, row: int, column: int) -> QRect:
        """Where a cell lies in this widget."""
        return self._grid.cell_rect(row, column, self.size())

    def focus_rect(self) -> QRect:
        """What the ring of the keyboard's attention surrounds."""
        return self._grid.sheet(self.size())

    def _name_width(self) -> int:
        metrics = QFontMetrics(text_font(13, 600))
        widest = max((metrics.horizontalAdvance(name) for name in self._names), default=0)
        return min(max(widest, NARROWEST_NAME_PX), WIDEST_NAME_PX) + NAME_GAP_PX

    def _paint_names(self, painter: QPainter) -> None:
        font = text_font(13, 600)
        metrics = QFontMetrics(font)
        painter.setFont(font)
        painter.setPen(colour(tokens_for(self).text2))
        for row, name in enumerate(self._names):
            place = self._grid.name_rect(row, self.size())
            text = metrics.elidedText(name, Qt.TextElideMode.ElideRight, place.width() - NAME_GAP_PX)
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)

    def _paint_sheet(self, painter: QPainter) -> None:
        tokens, sheet = tokens_for(self), QRectF(self._grid.sheet(self.size()))
        painter.setPen(QPen(colour(tokens.line), 1))
        painter.setBrush(colour(tokens.slate))
        painter.drawRoundedRect(sheet.adjusted(-0.5, -0.5, 0.5, 0.5), 2, 2)
        if self._cover is not None:
            if self._cover_image.isNull():
                self._cover_image = self._inked(self._cover)
            draw_picture(painter, sheet, self._cover_image)
            return
        if self._pixels is None:
            self._paint_waiting_cells(painter)
            return
        if self._image.isNull():
            self._image = self._inked(self._pixels)
        painter.setOpacity(1.0 if self._heat is None else FADED)
        draw_picture(painter, sheet, self._image)
        painter.setOpacity(1.0)
        self._paint_heat(painter, sheet)
        self._paint_compared(painter, sheet)

    def _inked(self, pixels: np.ndarray) -> QImage:
        return ink_grid(self._look.applied(pixels), colour(tokens_for(self).chalk))

    def _paint_heat(self, painter: QPainter, sheet: QRectF) -> None:
        if self._heat is not None:
            if self._heat_image.isNull():
                self._heat_image = heat_grid(self._heat, colour(tokens_for(self).accent))
            draw_picture(painter, sheet, self._heat_image)

    def _paint_compared(self, painter: QPainter, sheet: QRectF) -> None:
        """The other moment, up to the divider, and what stands on either side of it."""
        if self._compared is None:
            return
        if self._compared_image.isNull():
            self._compared_image = self._inked(self._compared)
        tokens, line_x = tokens_for(self), self.divider.line_x
        left = QRectF(sheet.left(), sheet.top(), line_x - sheet.left(), sheet.height())
        painter.save()
        painter.setClipRect(left)
        painter.fillRect(left, colour(tokens.slate))
        draw_picture(painter, sheet, self._compared_image)
        painter.restore()
        font = text_font(11, 600)
        painter.setFont(font)
        metrics = QFontMetrics(font)
        for words, side in zip(self._compared_words, (-1, 1), strict=True):
            width = metrics.horizontalAdvance(words) + 2 * PILL_PADDING_PX
            pill = QRectF(line_x + (12 if side > 0 else -12 - width), sheet.top() + 4, width, PILL_PX)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour(tokens.raised))
            if sheet.contains(pill):
                painter.drawRoundedRect(pill, CELL_RADIUS_PX, CELL_RADIUS_PX)
                painter.setPen(colour(tokens.text))
                painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, words)

    def _place_divider(self) -> None:
        self.divider.set_span(QRectF(self._grid.sheet(self.size())))

    def _forget_images(self) -> None:
        self._image = self._compared_image = self._cover_image = self._heat_image = QImage()

    def _paint_waiting_cells(self, painter: QPainter) -> None:
        inset = 4.5 if self._grid.zoom(self.size()) > 1 else 2.5
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for row in range(self._grid.rows):
            for column in range(self._grid.columns):
                self._outline(painter, (row, column), inset)

    def _paint_rings(self, painter: QPainter) -> None:
        tokens = tokens_for(self)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self._hovered is not None and self._hovered != self._chosen:
            painter.setPen(QPen(colour(tokens.text), 1))
            self._outline(painter, self._hovered, 0.5)
        if self._chosen is not None:
            painter.setPen(QPen(colour(tokens.accent), 2))
            self._outline(painter, self._chosen, 0.0)

    def _outline(self, painter: QPainter, cell: Cell, inset: float) -> None:
        place = QRectF(self.cell_rect(*cell)).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(place, CELL_RADIUS_PX, CELL_RADIUS_PX)

    def _hover(self, cell: Cell | None, alt_held: bool = False) -> None:
        if (cell, alt_held) != (self._hovered, self._alt_held):
            self._hovered, self._alt_held = cell, alt_held
            self.cell_hovered.emit(*(cell or NO_CELL), alt_held)
            self.update()

    def _hold_cover(self, event: QKeyEvent, *, held: bool) -> None:
        if not event.isAutoRepeat():
            self.cover_asked.emit(held)

    def _show_tool_tip(self, event: QHelpEvent) -> None:
        cell = self._grid.cell_at(QPointF(event.pos()), self.size())
        if cell is None:
            QToolTip.hideText()
            return
        hint = self.tr(
            "Every picture of a column shares one style. Right-click to keep it or send it to a room."
        )
        text = f"<b>{escape(self.words_of(*cell))}</b><br>{escape(hint)}"
        QToolTip.showText(event.globalPos(), text, self, self.cell_rect(*cell))

    def sizeHint(self) -> QSize:
        return self._grid.size_at(self._grid.chosen_zoom or 2)

    def minimumSizeHint(self) -> QSize:
        if self._grid.chosen_zoom:
            return self.sizeHint()
        return self._grid.size_at(min(1.0, LEAST_CELL_PX / max(1, self._grid.picture.width())))

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._names:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_sheet(painter)
        self._paint_names(painter)
        self._paint_rings(painter)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if (cell := self._grid.cell_at(event.position(), self.size())) is not None:
            self.choose(*cell)
        else:
            super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        cell = self._grid.cell_at(event.position(), self.size())
        if cell is not None and event.button() == Qt.MouseButton.LeftButton:
            self.cell_activated.emit(*cell)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        alt_held = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        self._hover(self._grid.cell_at(event.position(), self.size()), alt_held)

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in KEY_STEPS and self._names:
            self.choose(*self._grid.neighbour(self._chosen, KEY_STEPS[key]))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._chosen is not None:
            self.cell_activated.emit(*self._chosen)
        elif key == Qt.Key.Key_Space:
            self._hold_cover(event, held=True)
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self._hold_cover(event, held=False)
        else:
            super().keyReleaseEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.cover_asked.emit(False)  # the key may be let go elsewhere
        super().focusOutEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place_divider()
        super().resizeEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        cell = self._chosen if by_key else self._grid.cell_at(QPointF(event.pos()), self.size())
        if cell is None:
            return
        self.choose(*cell)
        place = self.mapToGlobal(self.cell_rect(*cell).center()) if by_key else event.globalPos()
        self.menu_requested.emit(*cell, place)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in RETINTS:
            self._forget_images()  # their ink has the colour of the old theme
        super().changeEvent(event)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            self._show_tool_tip(event)
            return True
        return super().event(event)
