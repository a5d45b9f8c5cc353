"""A small sheet to draw one picture on, with mouse or pen; every line can be taken back."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QImage,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from studio.images import draw_picture, ink_image
from studio.theme import colour, tokens_for

CELL_PX, SHEET_PX, PEN_PX = 56, 112, 9.0
RADIUS_PX = 4
INK = "#ffffff"
_GREY, _COLOURED = QImage.Format.Format_Grayscale8, QImage.Format.Format_RGBA8888

Line = tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class _InkLine:
    """One line in one colour."""

    points: Line
    ink: str


@dataclass(frozen=True, slots=True, eq=False)
class _State:
    """What stands on the sheet: lines in its pixels, over a picture it was opened with or that was put there."""

    lines: tuple[_InkLine, ...] = ()
    base: NDArray[np.uint8] | None = None


class DrawingCell(QWidget):
    """``changed`` comes with the end of a line, an undo or a clearing. Ink is 255; where it is coloured, ``ink`` is
    the colour of the next line and the sheet is transparent where nothing is drawn."""

    focus_radius = RADIUS_PX

    changed = Signal()
    step_asked = Signal(int, int)  # columns, rows: an arrow key wants the neighbour

    def __init__(
        self,
        name: str,
        base: NDArray[np.uint8] | None = None,
        parent: QWidget | None = None,
        *,
        side_px: int = CELL_PX,
    ) -> None:
        super().__init__(parent)
        self.ink = INK
        self._coloured = False
        self._state = _State(base=base)
        self._history: list[_State] = []
        self._line: list[tuple[float, float]] = []
        self._sheet: QImage | None = None
        self.set_side(side_px)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setAccessibleName(name)
        self.setToolTip(self.tr("Draw with mouse or pen. Ctrl+Z takes the last line back, Delete clears."))

    @property
    def is_empty(self) -> bool:
        return not self._state.lines and self._state.base is None

    @property
    def can_undo(self) -> bool:
        return bool(self._history)

    @property
    def pixels(self) -> NDArray[np.uint8] | None:
        """(SHEET_PX, SHEET_PX) uint8, or (SHEET_PX, SHEET_PX, 4) in colour; None while nothing is drawn."""
        return None if self.is_empty else _pixels_of(self._drawn_sheet())

    def set_side(self, side_px: int) -> None:
        """How large it is on the screen."""
        self.setFixedSize(side_px, side_px)

    def set_coloured(self, coloured: bool) -> None:
        """Draw in colours or in one ink; another kind of sheet is an empty one."""
        if coloured != self._coloured:
            self._coloured = coloured
            self._history.clear()
            self._show(_State())

    def put(self, picture: NDArray[np.uint8]) -> None:
        """A picture on the sheet instead of what is there, in the shape of :attr:`pixels`; undo takes it back."""
        self._become(_State(base=picture))

    @Slot()
    def undo(self) -> None:
        """Take the last line, or the last clearing, back."""
        if self._history:
            self._show(self._history.pop())
            self.changed.emit()

    @Slot()
    def clear(self) -> None:
        """An empty sheet; undo brings everything back."""
        if not self.is_empty:
            self._become(_State())

    def _become(self, state: _State) -> None:
        self._history.append(self._state)
        self._show(state)
        self.changed.emit()

    def _show(self, state: _State) -> None:
        self._state = state
        self._sheet = None
        self.update()

    def _drawn_sheet(self) -> QImage:
        if self._sheet is None:
            sheet = QImage(SHEET_PX, SHEET_PX, _COLOURED if self._coloured else _GREY)
            sheet.fill(Qt.GlobalColor.transparent if self._coloured else Qt.GlobalColor.black)
            painter = QPainter(sheet)
            if self._state.base is not None:
                painter.drawImage(0, 0, _image_of(self._state.base))
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for line in (*self._state.lines, self._line_under_way()):
                painter.setPen(_pen(line.ink))
                _draw_line(painter, line.points)
            painter.end()
            self._sheet = sheet
        return self._sheet

    def _line_under_way(self) -> _InkLine:
        return _InkLine(tuple(self._line), self.ink if self._coloured else INK)

    def _go_to(self, place: QPointF) -> None:
        """A hand may leave the cell; the line stays on the sheet."""
        scale = SHEET_PX / self.width()
        x, y = (min(max(value * scale, 0.0), float(SHEET_PX)) for value in (place.x(), place.y()))
        if not self._line or (x, y) != self._line[-1]:
            self._line.append((x, y))
            self._sheet = None
            self.update()

    def event(self, event: QEvent) -> bool:
        """Its own undo goes before the room's."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.matches(QKeySequence.StandardKey.Undo)
        ):
            event.accept()
        return super().event(event)

    def sizeHint(self) -> QSize:
        return QSize(self.width(), self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = tokens_for(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        blank = self.is_empty and not self._line
        pen = QPen(colour(tokens.edge if blank else tokens.line), 1)
        if blank:
            pen.setDashPattern([3, 3])
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush if blank else colour(tokens.paper))
        painter.drawRoundedRect(frame, RADIUS_PX, RADIUS_PX)
        if not blank:
            image = ink_image(np.atleast_3d(_pixels_of(self._drawn_sheet())), colour(tokens.ink))
            draw_picture(painter, QRectF(self.rect()), image)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._line = []
            self._go_to(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._line:
            self._go_to(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self._line:
            line = self._line_under_way()
            self._line = []
            self._become(_State((*self._state.lines, line), self._state.base))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self)
        undo, clear = menu.addAction(self.tr("Undo line")), menu.addAction(self.tr("Clear"))
        undo.setEnabled(self.can_undo)
        clear.setEnabled(not self.is_empty)
        undo.triggered.connect(self.undo)
        clear.triggered.connect(self.clear)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {
            Qt.Key.Key_Left: (-1, 0),
            Qt.Key.Key_Right: (1, 0),
            Qt.Key.Key_Up: (0, -1),
            Qt.Key.Key_Down: (0, 1),
        }
        if event.matches(QKeySequence.StandardKey.Undo):
            self.undo()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.clear()
        elif (step := steps.get(Qt.Key(event.key()))) is not None:
            self.step_asked.emit(*step)
        else:
            super().keyPressEvent(event)


def _draw_line(painter: QPainter, line: Line) -> None:
    if len(line) == 1:
        painter.drawPoint(QPointF(*line[0]))
    elif line:
        painter.drawPolyline([QPointF(x, y) for x, y in line])


def _pen(ink: str) -> QPen:
    pen = QPen(QColor(ink), PEN_PX)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return pen


def _pixels_of(sheet: QImage) -> NDArray[np.uint8]:
    """(S, S) or (S, S, 4) uint8, its own copy."""
    rows = np.frombuffer(sheet.constBits(), np.uint8).reshape(SHEET_PX, sheet.bytesPerLine())
    if sheet.format() == _GREY:
        return rows[:, :SHEET_PX].copy()
    return rows[:, : 4 * SHEET_PX].reshape(SHEET_PX, SHEET_PX, 4).copy()


def _image_of(pixels: NDArray[np.uint8]) -> QImage:
    """The inverse, its own copy."""
    data = np.ascontiguousarray(pixels)
    image_format = _GREY if data.ndim == 2 else _COLOURED
    return QImage(data.data, SHEET_PX, SHEET_PX, data.strides[0], image_format).copy()
