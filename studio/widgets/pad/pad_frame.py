"""A pad with the names of its axes around it, in whole cells of four pixels."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontMetricsF, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from studio.tokens import colour, text_font, tokens_for
from studio.widgets.controls.name_editor import NameEditor
from studio.widgets.pad.axis_text import draw_axis_text
from studio.widgets.pad.latent_pad import CELLS, MARGIN_PX, LatentPad

GUTTER_PX, AXIS_PX = 40, 28
LEAST_TOP_PX, MOST_TOP_PX, RIGHT_PX = 16, 32, 16
BESIDE_PX, AROUND_PX = 568, 56  # what the side panel and the axes need of a room
LEAST_CELL_PX = 16
EDITOR_PX = 200


@dataclass(frozen=True, slots=True)
class AxisWords:
    """What an axis is called and what its two ends mean."""

    low: str = ""
    name: str = ""
    high: str = ""


def cell_px(room: QSize) -> int:
    """How large a map cell may be in a room of this size."""
    return max(min(room.width() - BESIDE_PX, room.height() - AROUND_PX) // (4 * CELLS) * 4, LEAST_CELL_PX)


class PadFrame(QWidget):
    """Keeps its pad at a whole cell size and writes along its left and lower side."""

    axis_pressed = Signal(bool, QPoint)  # whether it is the vertical one; on the screen
    axis_named = Signal(bool, str)  # likewise; what its direction is to be called

    def __init__(self, pad: LatentPad, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pad = pad
        pad.setParent(self)
        pad.setAttribute(
            Qt.WidgetAttribute.WA_OpaquePaintEvent
        )  # a drag repaints it alone, not what it stands on
        self.top_px = LEAST_TOP_PX  # from the upper edge to the sheet
        self._across = self._up = AxisWords()
        self._can_be_chosen = False
        self._editor = NameEditor(self)
        self._editor.named.connect(self._on_named)
        self._names_up = False
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def set_axes(self, across: AxisWords, up: AxisWords, *, can_be_chosen: bool = False) -> None:
        """Words for the horizontal and the vertical axis, and whether pressing on them offers others."""
        self._across, self._up = across, up
        self._can_be_chosen = can_be_chosen
        self.setToolTip(self.tr("Press to choose another direction") if can_be_chosen else "")
        self.update()

    def edit_name(self, upwards: bool, name: str, usual_name: str) -> None:
        """Open a field beside the words of one axis, with the name to change."""
        sheet = self.pad.sheet_rect().translated(self.pad.pos())
        self._names_up = upwards
        self._editor.setFixedWidth(EDITOR_PX)
        middle = sheet.center()
        at = (
            QPointF(8, middle.y() - self._editor.height() / 2)
            if upwards
            else QPointF(middle.x() - EDITOR_PX / 2, self.height() - self._editor.height())
        )
        self._editor.move(at.toPoint())
        self._editor.begin(name, usual_name)

    @Slot(str)
    def _on_named(self, name: str) -> None:
        self.axis_named.emit(self._names_up, name)

    def axis_at(self, point: QPointF) -> bool | None:
        """Along which axis a point lies that can be pressed: True for the vertical one."""
        sheet = self.pad.sheet_rect().translated(self.pad.pos())
        if not self._can_be_chosen:
            return None
        if point.y() > sheet.bottom() and sheet.left() <= point.x() <= sheet.right():
            return False
        return True if point.x() < sheet.left() and sheet.top() <= point.y() <= sheet.bottom() else None

    def fit(self, room: QSize) -> None:
        """Take the largest cell that a room of this size allows."""
        side = cell_px(room) * CELLS
        self.top_px = min(max((room.height() - side - AXIS_PX) // 2, LEAST_TOP_PX), MOST_TOP_PX)
        outer = side + 2 * MARGIN_PX
        self.pad.setGeometry(GUTTER_PX - MARGIN_PX, self.top_px - MARGIN_PX, outer, outer)
        self.setFixedWidth(GUTTER_PX + side + RIGHT_PX)
        self.setMinimumHeight(LEAST_TOP_PX + side + AXIS_PX)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        tokens = tokens_for(self)
        painter.fillRect(event.rect(), colour(tokens.canvas))
        sheet = self.pad.sheet_rect().translated(self.pad.pos())
        self._write(painter, QRectF(sheet.left(), sheet.bottom(), sheet.width(), AXIS_PX), self._across)
        painter.rotate(-90)
        left = QRectF(-sheet.bottom(), sheet.left() - AXIS_PX - 2, sheet.height(), AXIS_PX)
        self._write(painter, left, self._up, turned=True)

    def _write(self, painter: QPainter, line: QRectF, words: AxisWords, *, turned: bool = False) -> None:
        tokens = tokens_for(self)
        painter.setFont(text_font(13))
        painter.setPen(colour(tokens.text2))
        draw_axis_text(painter, line, Qt.AlignmentFlag.AlignLeft, words.low, turned=turned)
        draw_axis_text(painter, line, Qt.AlignmentFlag.AlignRight, words.high, turned=turned)
        painter.setFont(text_font(13, 600))
        painter.setPen(colour(tokens.text))
        width = QFontMetricsF(painter.font()).horizontalAdvance(words.name)
        ends = max(QFontMetricsF(text_font(13)).horizontalAdvance(end) for end in (words.low, words.high))
        if width + 2 * ends + 32 <= line.width():
            draw_axis_text(painter, line, Qt.AlignmentFlag.AlignHCenter, words.name, turned=turned)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        over = self.axis_at(event.position()) is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        axis = self.axis_at(event.position())
        if axis is not None and event.button() == Qt.MouseButton.LeftButton:
            self.axis_pressed.emit(axis, event.globalPosition().toPoint())
