"""Every blend of two pictures on one sheet: columns go along the shape, rows along the style, a puck over both."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from studio.number_style import number
from studio.tokens import colour, text_font, tokens_for
from studio.widgets.pad.axis_text import draw_axis_text
from studio.widgets.pad.latent_map import MapColours
from studio.widgets.pad.map_stack import MapStack
from studio.widgets.pad.pad_frame import AxisWords
from studio.widgets.pad.pad_painter import PUCK_PEN_PX, PUCK_RADIUS_PX, PadPainter
from studio.widgets.pad.pad_view import PadView

LEFT_PX, BELOW_PX, EDGE_PX = 24, 24, 4
FINE = 0.1  # of a cell, with Shift
LEAST_CELL_PX = 28
BEYOND_OPACITY = 0.45  # of the puck while the middle lies outside the sheet
KEY_WAYS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
Place = tuple[float, float]  # how far along the shape and along the style, 0…1


class BlendGrid(QWidget):
    """A click goes to a cell's own picture, a drag anywhere between; reports places, knows nothing of models."""

    place_changed = Signal(float, float)  # by hand: shape, style
    drag_ended = Signal()
    resized = Signal()
    menu_requested = Signal(QPoint, int)  # on the screen; the cell, row by row

    def __init__(self, cells: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cells = cells
        self._maps = MapStack(cells)
        self._place: Place | None = None
        self._class_names: tuple[str, ...] = ()
        self._ends: tuple[int, ...] = ()
        self._colours: MapColours | None = None
        self._maps_are_stale = False
        self._across, self._down = AxisWords(), AxisWords()
        self._pressed_at: QPointF | None = None
        self._dragging = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setToolTip(
            self.tr("Click a picture, or drag anywhere between; arrow keys go from picture to picture")
        )

    # -- what is shown --------------------------------------------------------------------------------------

    @property
    def cells(self) -> int:
        return self._cells

    @property
    def is_held(self) -> bool:
        """Whether the puck is being dragged."""
        return self._pressed_at is not None

    @property
    def is_complete(self) -> bool:
        """All pictures of the newest sheet are there."""
        return self._maps.is_complete

    def set_cells(self, cells: int) -> None:
        """So many rows and columns; their pictures follow."""
        self._cells = cells
        self._maps = MapStack(cells)
        self.update()

    def set_classes(self, names: tuple[str, ...]) -> None:
        """Names of the classes that the probabilities speak of."""
        self._class_names = names
        self._colours = None
        self._maps.clear()
        self.update()

    def set_words(self, across: AxisWords, down: AxisWords, ends: Sequence[int]) -> None:
        """What stands along the sheet; the classes ``ends`` are named there and need no numeral on it."""
        self._across, self._down, self._ends = across, down, tuple(ends)
        self.update()

    def set_place(self, place: Place | None) -> None:
        """Put the puck somewhere; None where the middle lies on no blend of the two."""
        if place != self._place:
            self._update_puck()
            self._place = place
            self._update_puck()
            self.setAccessibleDescription(
                ""
                if place is None
                else self.tr("shape {shape}, style {style}").format(
                    shape=number(place[0], 2), style=number(place[1], 2)
                )
            )

    def begin(self) -> None:
        """Pictures of another sheet follow; the old one stays until they cover it."""
        self._maps.begin(self._view(), self._sheet_px(), self._map_colours())

    def add(self, pixels: np.ndarray, probabilities: np.ndarray | None) -> None:
        """The next pictures (N, H, W, C), in the order of ``map_order``."""
        self._maps.add(pixels, probabilities)
        self.update()

    def tile(self, cell: int) -> np.ndarray | None:
        """The picture (H, W, C) of one cell, if it has come."""
        maps = list(self._maps)
        row, column = divmod(cell, self._cells)
        return maps[-1].tile(column, row) if maps else None

    # -- geometry -------------------------------------------------------------------------------------------

    def sheet_rect(self) -> QRectF:
        """The square with the pictures, on whole pixels of a cell."""
        side = min(self.width() - LEFT_PX - EDGE_PX, self.height() - BELOW_PX - EDGE_PX)
        side = max(side // self._cells, 1) * self._cells
        return QRectF(LEFT_PX, EDGE_PX, side, side)

    def most_cells(self, choices: Sequence[int]) -> int:
        """The largest of the choices whose cells are still large enough to see and to hit."""
        side = min(self.width() - LEFT_PX - EDGE_PX, self.height() - BELOW_PX - EDGE_PX)
        return max((count for count in choices if side / count >= LEAST_CELL_PX), default=min(choices))

    def focus_rect(self) -> QRect:
        return self.sheet_rect().toRect()

    def cell_rect(self, cell: int) -> QRectF:
        """Where a cell lies."""
        sheet, row, column = self.sheet_rect(), cell // self._cells, cell % self._cells
        side = sheet.width() / self._cells
        return QRectF(sheet.left() + column * side, sheet.top() + row * side, side, side)

    def cell_at(self, point: QPointF) -> int | None:
        """The cell under a point."""
        sheet = self.sheet_rect()
        if not sheet.contains(point):
            return None
        side = sheet.width() / self._cells
        column, row = (
            min(int(way // side), self._cells - 1)
            for way in (point.x() - sheet.left(), point.y() - sheet.top())
        )
        return row * self._cells + column

    def place_of_cell(self, cell: int) -> Place:
        """The blend that a cell shows."""
        row, column = divmod(cell, self._cells)
        return column / (self._cells - 1), row / (self._cells - 1)

    def place_at(self, point: QPointF) -> Place:
        """The blend at a point; the sheet ends at the middles of its outer cells."""
        sheet = self.sheet_rect()
        shape, style = (
            min(max((way / sheet.width() * self._cells - 0.5) / (self._cells - 1), 0.0), 1.0)
            for way in (point.x() - sheet.left(), point.y() - sheet.top())
        )
        return shape, style

    def point_of(self, place: Place) -> QPointF:
        """Where a blend lies."""
        sheet = self.sheet_rect()
        x, y = ((0.5 + t * (self._cells - 1)) / self._cells for t in place)
        return QPointF(sheet.left() + x * sheet.width(), sheet.top() + y * sheet.height())

    def _view(self) -> PadView:
        return PadView(0.5, 0.5, self._cells / (self._cells - 1))

    # -- moving ---------------------------------------------------------------------------------------------

    def _move_to(self, place: Place) -> None:
        if place != self._place:
            self.set_place(place)
            self.place_changed.emit(*place)

    def _step(self, across: int, down: int, fine: bool) -> None:
        """From cell to cell, so that a key press gives a picture that is seen on the sheet."""
        shape, style = self._inside(self._place or (0.5, 0.5))
        steps = self._cells - 1
        if fine:
            by = FINE / steps
            place = self._inside((shape + across * by, style + down * by))
        else:
            column, row = (_next_whole(t * steps, way) for t, way in ((shape, across), (style, down)))
            place = self._inside((column / steps, row / steps))
        self._move_to(place)

    def _inside(self, place: Place) -> Place:
        shape, style = (min(max(t, 0.0), 1.0) for t in place)
        return shape, style

    # -- painting -------------------------------------------------------------------------------------------

    def _update_puck(self) -> None:
        if self._place is not None:
            reach = PUCK_RADIUS_PX + PUCK_PEN_PX + 4
            at = self.point_of(self._inside(self._place))
            self.update(QRectF(at.x() - reach, at.y() - reach, 2 * reach, 2 * reach).toAlignedRect())

    def _sheet_px(self) -> int:
        return round(self.sheet_rect().width() * self.devicePixelRatioF())

    def _map_colours(self) -> MapColours:
        if self._colours is None:
            self._colours = MapColours.from_tokens(tokens_for(self), len(self._class_names))
        return self._colours

    def _draw_puck(self, painter: PadPainter) -> None:
        if self._place is None:
            return
        inside = self._inside(self._place)
        if inside != self._place:
            painter.setOpacity(BEYOND_OPACITY)
        painter.draw_puck((inside[0], 1.0 - inside[1]), held=self._dragging)

    def _write_axes(self, painter: QPainter) -> None:
        sheet = self.sheet_rect()
        below = QRectF(sheet.left(), sheet.bottom() + 2, sheet.width(), BELOW_PX - 2)
        self._write(painter, below, self._across)
        painter.rotate(-90)
        words = AxisWords(self._down.high, self._down.name, self._down.low)  # turned, the line begins below
        self._write(painter, QRectF(-sheet.bottom(), 0, sheet.height(), LEFT_PX - 4), words, turned=True)
        painter.rotate(90)

    def _write(self, painter: QPainter, line: QRectF, words: AxisWords, *, turned: bool = False) -> None:
        tokens = tokens_for(self)
        painter.setFont(text_font(12))
        painter.setPen(colour(tokens.text2))
        draw_axis_text(painter, line, Qt.AlignmentFlag.AlignLeft, words.low, turned=turned)
        draw_axis_text(painter, line, Qt.AlignmentFlag.AlignRight, words.high, turned=turned)
        ends = max(QFontMetricsF(painter.font()).horizontalAdvance(end) for end in (words.low, words.high))
        painter.setFont(text_font(12, 600))
        painter.setPen(colour(tokens.text))
        if QFontMetricsF(painter.font()).horizontalAdvance(words.name) + 2 * ends + 16 <= line.width():
            draw_axis_text(painter, line, Qt.AlignmentFlag.AlignHCenter, words.name, turned=turned)

    def sizeHint(self) -> QSize:
        return QSize(448 + LEFT_PX + EDGE_PX, 448 + BELOW_PX + EDGE_PX)

    def minimumSizeHint(self) -> QSize:
        return QSize(140 + LEFT_PX + EDGE_PX, 140 + BELOW_PX + EDGE_PX)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._maps_are_stale:
            self._maps_are_stale = False
            self._maps.repaint(self._sheet_px(), self._map_colours())
        painter = PadPainter(self, self.sheet_rect(), self._view(), tokens_for(self))
        painter.setClipRect(event.rect())
        painter.draw_maps(list(self._maps))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.draw_numerals(list(self._maps), self._class_names, without=self._ends)
        self._write_axes(painter)
        self._draw_puck(painter)
        painter.end()

    # -- events ---------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        cell = self.cell_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and cell is not None:
            self._pressed_at = event.position()
            on_puck = self._place is not None and self._is_near(event.position(), self._place)
            if not on_puck:
                self._move_to(self.place_of_cell(cell))

    def _is_near(self, point: QPointF, place: Place) -> bool:
        way = point - self.point_of(self._inside(place))
        return way.x() ** 2 + way.y() ** 2 <= PUCK_RADIUS_PX**2

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed_at is None:
            return
        moved = (event.position() - self._pressed_at).manhattanLength()
        self._dragging = self._dragging or moved >= QApplication.startDragDistance()
        if self._dragging:
            self._move_to(self.place_at(event.position()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._pressed_at is not None:
            self._pressed_at, self._dragging = None, False
            self._update_puck()
            self.drag_ended.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        point = self.point_of(self._inside(self._place or (0.5, 0.5))) if by_key else QPointF(event.pos())
        cell = self.cell_at(point)
        if cell is not None:
            self.menu_requested.emit(self.mapToGlobal(point.toPoint()), cell)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if (key := Qt.Key(event.key())) in KEY_WAYS:
            self._step(*KEY_WAYS[key], fine=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._maps_are_stale = True
        self.resized.emit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._colours = None
            self._maps_are_stale = True
            self.update()


def _next_whole(number: float, way: int) -> float:
    """The next whole number in a direction; the nearest where there is none."""
    if way == 0:
        return float(round(number))
    return float(np.floor(number + 1e-9) + 1) if way > 0 else float(np.ceil(number - 1e-9) - 1)
