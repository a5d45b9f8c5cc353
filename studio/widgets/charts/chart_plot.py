"""The drawing surface of a chart: a pyqtgraph plot with our own mouse, and over it marks, crosshair and playhead."""

from __future__ import annotations

from collections.abc import Sequence

import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFontMetricsF,
    QHelpEvent,
    QMouseEvent,
    QPainter,
    QPen,
    QPolygonF,
    QWheelEvent,
)
from PySide6.QtWidgets import QToolTip

from studio.theme import Tokens, colour, text_font, tokens_for
from studio.widgets.charts.chart_axes import PlaceAxis, ValueAxis
from studio.widgets.charts.chart_marks import ChartMark, LabelPlace, places_for_labels

TOP_PX = 8  # half of the topmost number
WHEEL_ZOOM = 1.2  # a notch of the wheel
NOTCH = 120
REACH_PX = 5  # of a line that is to be grabbed or explained
CHIP_HEIGHT_PX, CHIP_PADDING_PX, CHIP_RADIUS_PX = 18, 6, 3
DIAMOND_PX = 4.5
HELD_LEFT = Qt.MouseButton.LeftButton


class ChartPlot(pg.PlotWidget):
    """Asks to be moved instead of moving, so that all charts of a run can go together."""

    view_asked = Signal(float, float)  # first and last place
    reset_asked = Signal()
    pointed_at = Signal(object)  # the place under the mouse, None once it has left
    place_asked = Signal(float)  # by a click on the axis, or by dragging there or at the playhead
    menu_asked = Signal(QPoint)  # on the screen

    def __init__(self, values: ValueAxis, places: PlaceAxis) -> None:
        super().__init__(axisItems={"left": values, "bottom": places}, enableMenu=False)
        self._axis = places
        self._marks: Sequence[tuple[float, ChartMark]] = ()
        self._labels: list[LabelPlace | None] = []
        self._is_labelled = False
        self._crosshair: float | None = None
        self._playhead: float | None = None
        self._held = ""  # what a pressed mouse moves: "", "view" or "playhead"
        self._pressed_x = 0.0
        self._pressed_view = (0.0, 1.0)
        self.setObjectName("plot")
        self.hideButtons()
        self.setMouseEnabled(x=False, y=False)
        self.disableAutoRange()
        self.setFrameShape(self.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.getPlotItem().layout.setContentsMargins(0, TOP_PX, 0, 0)
        self.getViewBox().setDefaultPadding(0.0)
        self.setXRange(0.0, 1.0, padding=0.0)

    # What is shown over the curves

    def set_marks(self, marks: Sequence[tuple[float, ChartMark]], *, labelled: bool) -> None:
        """Each with its place; only one of several charts needs to label them."""
        if (marks, labelled) != (self._marks, self._is_labelled):
            self._marks, self._is_labelled = marks, labelled
            self.viewport().update()

    def set_crosshair(self, place: float | None) -> None:
        if place != self._crosshair:
            self._repaint_around(self._crosshair, REACH_PX)
            self._crosshair = place
            self._repaint_around(place, REACH_PX)

    def set_playhead(self, place: float | None) -> None:
        before, self._playhead = self._playhead, place
        if before is None or place is None or round(self.x_of(before)) != round(self.x_of(place)):
            self._repaint_around(before, REACH_PX)
            self._repaint_around(place, REACH_PX)

    @property
    def crosshair(self) -> float | None:
        return self._crosshair

    @property
    def playhead(self) -> float | None:
        return self._playhead

    def labels_shown(self) -> list[str]:
        """The labels of marks that stand in view, in the order of the marks."""
        self._place_labels()
        return [mark.label for (_, mark), at in zip(self._marks, self._labels, strict=True) if at is not None]

    # Places and pixels

    def view(self) -> tuple[float, float]:
        first, last = self.getViewBox().viewRange()[0]
        return float(first), float(last)

    def x_of(self, place: float) -> float:
        """Where a place stands, in pixels of the viewport."""
        area, (first, last) = self._area(), self.view()
        return area.left() + (place - first) / (last - first) * area.width()

    def place_of(self, x: float) -> float:
        area, (first, last) = self._area(), self.view()
        return first + (x - area.left()) / max(1.0, area.width()) * (last - first)

    def _area(self) -> QRectF:
        return self.getViewBox().sceneBoundingRect()

    def _repaint_around(self, place: float | None, reach_px: int) -> None:
        if place is None:
            return
        x, reach = round(self.x_of(place)), reach_px
        self.viewport().update(QRect(x - reach, 0, 2 * reach + 1, round(self._area().bottom())))
        if self._axis.is_numbered:
            self.viewport().update(QRect(0, round(self._area().bottom()), self.width(), self.height()))

    # Painting

    def drawForeground(self, painter: QPainter, rect: QRectF) -> None:
        tokens = tokens_for(self)
        painter.save()
        painter.setClipRect(rect)
        self._paint_marks(painter, tokens)
        if self._playhead is not None:
            self._paint_line(painter, self._playhead, QPen(colour(tokens.accent), 1))
        if self._crosshair is not None:
            self._paint_line(painter, self._crosshair, QPen(colour(tokens.text2), 1))
            if self._axis.is_numbered:
                self._paint_place(painter, tokens, self._crosshair)
        painter.restore()

    def _paint_line(self, painter: QPainter, place: float, pen: QPen) -> None:
        area, x = self._area(), round(self.x_of(place))
        if area.left() <= x <= area.right() + 1:
            painter.setPen(pen)
            painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()))

    def _paint_marks(self, painter: QPainter, tokens: Tokens) -> None:
        change, note = QPen(colour(tokens.edge), 1), QPen(colour(tokens.warn), 1)
        change.setDashPattern([3, 3])
        note.setDashPattern([1, 2])
        self._place_labels()
        for place, mark in self._marks:
            self._paint_line(painter, place, change if mark.kind == "change" else note)
            if mark.kind == "note":
                self._paint_diamond(painter, place, tokens)
        for (_, mark), label in zip(self._marks, self._labels, strict=True):
            if label is not None:
                self._paint_label(painter, mark.label, label, tokens)

    def _place_labels(self) -> None:
        area, metrics = self._area(), QFontMetricsF(text_font(11, 500))
        wanted = [self._is_labelled and mark.kind == "change" for _, mark in self._marks]
        lines = [self.x_of(place) for (place, _), want in zip(self._marks, wanted, strict=True) if want]
        widths = [
            metrics.horizontalAdvance(mark.label) + 2 * CHIP_PADDING_PX
            for (_, mark), want in zip(self._marks, wanted, strict=True)
            if want
        ]
        found = iter(places_for_labels(lines, widths, area.left(), area.right()))
        self._labels = [next(found) if want else None for want in wanted]

    def _paint_label(self, painter: QPainter, text: str, at: LabelPlace, tokens: Tokens) -> None:
        top = self._area().top() + at.row * (CHIP_HEIGHT_PX + 2)
        self._paint_chip(painter, QPointF(at.left, top), text, tokens.raised, tokens.text2)

    def _paint_place(self, painter: QPainter, tokens: Tokens, place: float) -> None:
        """Under the crosshair, over the numbers of the axis."""
        text, area = self._axis.text_of(place), self._area()
        width = QFontMetricsF(text_font(11, 500)).horizontalAdvance(text) + 2 * CHIP_PADDING_PX
        left = min(max(self.x_of(place) - width / 2, 0.0), self.viewport().width() - width)
        self._paint_chip(painter, QPointF(left, area.bottom() + 4), text, tokens.pressed, tokens.text)

    def _paint_chip(self, painter: QPainter, corner: QPointF, text: str, ground: str, ink: str) -> None:
        font = text_font(11, 500)
        width = QFontMetricsF(font).horizontalAdvance(text) + 2 * CHIP_PADDING_PX
        chip = QRectF(corner.x(), corner.y(), width, CHIP_HEIGHT_PX)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour(tokens_for(self).line), 1))
        painter.setBrush(colour(ground))
        painter.drawRoundedRect(chip, CHIP_RADIUS_PX, CHIP_RADIUS_PX)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setFont(font)
        painter.setPen(colour(ink))
        painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, text)

    def _paint_diamond(self, painter: QPainter, place: float, tokens: Tokens) -> None:
        area, x = self._area(), self.x_of(place)
        if not area.left() <= x <= area.right():
            return
        y, half = area.bottom() - DIAMOND_PX, DIAMOND_PX
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(tokens.warn))
        corners = [QPointF(x, y - half), QPointF(x + half, y), QPointF(x, y + half), QPointF(x - half, y)]
        painter.drawPolygon(QPolygonF(corners))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    # The mouse; pyqtgraph's own handling stays out of it

    def _grip_at(self, position: QPointF) -> str:
        """What a press there takes hold of."""
        if position.y() > self._area().bottom() and self._axis.is_numbered:
            return "playhead"
        near = self._playhead is not None and abs(self.x_of(self._playhead) - position.x()) <= REACH_PX
        return "playhead" if near else "view"

    def _tell(self, position: QPointF) -> None:
        inside = self._area().left() <= position.x() <= self._area().right()
        self.pointed_at.emit(self.place_of(position.x()) if inside else None)

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            x = event.pos().x()
            near = [mark for place, mark in self._marks if abs(self.x_of(place) - x) <= REACH_PX]
            words = "\n".join(mark.sentence or mark.label for mark in near)
            QToolTip.showText(event.globalPos(), words, self.viewport())
            return True
        if event.type() == QEvent.Type.Leave:
            self.pointed_at.emit(None)
        return super().viewportEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Up and down zooms about the mouse, sideways moves."""
        first, last = self.view()
        turned = event.angleDelta()
        if abs(turned.x()) > abs(turned.y()):
            shift = -turned.x() / NOTCH * (last - first) / 10
            self.view_asked.emit(first + shift, last + shift)
        else:
            factor = WHEEL_ZOOM ** (-turned.y() / NOTCH)
            about = self.place_of(event.position().x())
            self.view_asked.emit(about + (first - about) * factor, about + (last - about) * factor)
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != HELD_LEFT:
            return
        self._held = self._grip_at(event.position())
        self._pressed_x, self._pressed_view = event.position().x(), self.view()
        if self._held == "playhead" and event.position().y() > self._area().bottom():
            self.place_asked.emit(self.place_of(event.position().x()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        position = event.position()
        if self._held == "view":
            first, last = self._pressed_view
            shift = (self._pressed_x - position.x()) / max(1.0, self._area().width()) * (last - first)
            self.view_asked.emit(first + shift, last + shift)
        elif self._held == "playhead":
            self.place_asked.emit(self.place_of(position.x()))
        else:
            grip = self._grip_at(position)
            shape = Qt.CursorShape.SizeHorCursor if grip == "playhead" else Qt.CursorShape.ArrowCursor
            self.viewport().setCursor(shape)
        self._tell(position)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == HELD_LEFT:
            self._held = ""

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.reset_asked.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_asked.emit(event.globalPos())
