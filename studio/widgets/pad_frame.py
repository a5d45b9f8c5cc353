"""A pad with the names of its axes around it, in whole cells of four pixels."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from studio.tokens import colour, text_font, tokens_for
from studio.widgets.latent_pad import CELLS, MARGIN_PX, LatentPad

GUTTER_PX, AXIS_PX = 40, 28
LEAST_TOP_PX, MOST_TOP_PX, RIGHT_PX = 16, 32, 16
BESIDE_PX, AROUND_PX = 568, 56  # what the side panel and the axes need of a room
LEAST_CELL_PX = 16


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

    def __init__(self, pad: LatentPad, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pad = pad
        pad.setParent(self)
        self.top_px = LEAST_TOP_PX  # from the upper edge to the sheet
        self._across = self._up = AxisWords()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def set_axes(self, across: AxisWords, up: AxisWords) -> None:
        """Words for the horizontal and the vertical axis."""
        self._across, self._up = across, up
        self.update()

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
        if self.pad.geometry().contains(event.rect()):  # a drag repaints the pad, and this only as its ground
            return
        sheet = self.pad.sheet_rect().translated(self.pad.pos())
        self._write(painter, QRectF(sheet.left(), sheet.bottom(), sheet.width(), AXIS_PX), self._across)
        painter.rotate(-90)
        left = QRectF(-sheet.bottom(), sheet.left() - AXIS_PX - 2, sheet.height(), AXIS_PX)
        self._write(painter, left, self._up)

    def _write(self, painter: QPainter, line: QRectF, words: AxisWords) -> None:
        tokens = tokens_for(self)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(text_font(13))
        painter.setPen(colour(tokens.text2))
        painter.drawText(line, Qt.AlignmentFlag.AlignLeft | middle, words.low)
        painter.drawText(line, Qt.AlignmentFlag.AlignRight | middle, words.high)
        painter.setFont(text_font(13, 600))
        painter.setPen(colour(tokens.text))
        width = QFontMetricsF(painter.font()).horizontalAdvance(words.name)
        ends = max(QFontMetricsF(text_font(13)).horizontalAdvance(end) for end in (words.low, words.high))
        if width + 2 * ends + 32 <= line.width():
            painter.drawText(line, Qt.AlignmentFlag.AlignHCenter | middle, words.name)
