"""The slider over the kept moments of a run: a tick for each, pinned pictures above, the handle where you are."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence

import numpy as np
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSignalBlocker, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QContextMenuEvent,
    QEnterEvent,
    QFontMetrics,
    QHelpEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractSlider, QSizePolicy, QToolTip, QWidget

from studio.images import draw_picture, ink_image
from studio.number_style import number
from studio.theme import Tokens, colour, text_font, tokens_for
from studio.widgets.controls.durations import clock_text
from studio.widgets.training.time_scale import TIME, TimeMark, TimeScale

HEIGHT_PX, MARGIN_PX = 72, 20
PIN_TOP_PX, PIN_PX = 6, 22
TRACK_Y_PX, TRACK_PX, HANDLE_PX = 36, 4, 16
TICK_TOP_PX, TICK_PX, LEAST_TICK_GAP_PX = 44, 4, 4
LABEL_TOP_PX, LABEL_WIDTH_PX, LABEL_HEIGHT_PX = 51, 72, 16
PAGE_MOMENTS = 10
NOTHING = -1


class TimeTrack(QAbstractSlider):
    """Its value is the place in the list of moments; arrows go from one to the next."""

    focus_radius = HANDLE_PX // 2

    step_chosen = Signal(int)  # by the person
    play_asked = Signal()  # by the space bar
    menu_requested = Signal(QPoint)  # on the screen
    focus_moved = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._marks: tuple[TimeMark, ...] = ()
        self._scale = TimeScale(TIME, TimeMark(1, 1.0))
        self._pins: dict[int, np.ndarray] = {}
        self._images: dict[int, QImage] = {}
        self._hovered = False
        self.setRange(0, 0)
        self.setPageStep(PAGE_MOMENTS)
        self.setFixedHeight(HEIGHT_PX)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Moments of the run"))
        self.valueChanged.connect(self._on_value_changed)

    @property
    def marks(self) -> tuple[TimeMark, ...]:
        return self._marks

    @property
    def step(self) -> int:
        """Of the moment where the handle is; -1 while there is none."""
        return self._marks[self.value()].step if self._marks else NOTHING

    def set_marks(self, marks: Sequence[TimeMark], scale: TimeScale) -> None:
        """All kept moments, the oldest first; the handle stays at its step, or at the nearest that is left."""
        step = self.step
        self._marks, self._scale = tuple(marks), scale
        with QSignalBlocker(self):
            self.setRange(0, max(0, len(self._marks) - 1))
        self.set_step(step)

    def set_step(self, step: int) -> None:
        """Move the handle to the moment nearest to a step; reports nothing."""
        with QSignalBlocker(self):
            self.setValue(self._nearest(step))
        self._show_place()

    def set_pins(self, pictures: Mapping[int, np.ndarray]) -> None:
        """A picture (H, W, C) uint8 by the step at which it is pinned."""
        self._pins = dict(pictures)
        self._images.clear()
        self.update()

    def pin_rect(self, step: int) -> QRectF:
        """Where the picture of a pinned moment stands."""
        return QRectF(self._x_of_step(step) - PIN_PX / 2, PIN_TOP_PX, PIN_PX, PIN_PX)

    def handle_rect(self) -> QRectF:
        x = self._x_of(self._marks[self.value()]) if self._marks else MARGIN_PX
        return QRectF(x - HANDLE_PX / 2, TRACK_Y_PX - HANDLE_PX / 2, HANDLE_PX, HANDLE_PX)

    def focus_rect(self) -> QRectF:
        return self.handle_rect()

    def place_of(self, step: int) -> QPoint:
        """Where on the track a moment is pressed."""
        return QPoint(round(self._x_of_step(step)), TRACK_Y_PX)

    def _nearest(self, step: int) -> int:
        steps = [mark.step for mark in self._marks]
        after = bisect_left(steps, step)
        near = [place for place in (after - 1, after) if 0 <= place < len(steps)]
        return min(near, key=lambda place: abs(steps[place] - step), default=0)

    def _x_of(self, mark: TimeMark) -> float:
        return MARGIN_PX + self._scale.place_of(mark) * (self.width() - 2 * MARGIN_PX)

    def _x_of_step(self, step: int) -> float:
        return self._x_of(self._marks[self._nearest(step)]) if self._marks else MARGIN_PX

    def _go_to_x(self, x: float) -> None:
        if self._marks:
            self.setValue(
                min(range(len(self._marks)), key=lambda place: abs(self._x_of(self._marks[place]) - x))
            )

    def _pin_at(self, place: QPointF) -> int:
        """The step of the pinned picture there, -1 where none is."""
        return next((step for step in reversed(self._pins) if self.pin_rect(step).contains(place)), NOTHING)

    def words_of(self, mark: TimeMark) -> str:
        """A moment as a person calls it."""
        step = number(mark.step)
        return self.tr("step {step}, {time}").format(step=step, time=clock_text(mark.elapsed_s))

    @Slot(int)
    def _on_value_changed(self, _value: int) -> None:
        self._show_place()
        self.step_chosen.emit(self.step)

    def _show_place(self) -> None:
        self.setAccessibleDescription(self.words_of(self._marks[self.value()]) if self._marks else "")
        self.update()
        self.focus_moved.emit()

    def _paint_track(self, painter: QPainter, tokens: Tokens) -> None:
        last = self._x_of(self._marks[-1]) if self._marks else MARGIN_PX
        here = self.handle_rect().center().x()
        ahead = tokens.raised if tokens.dark else tokens.pressed
        behind = tokens.pressed if tokens.dark else tokens.slide
        for colour_name, start, end in (
            (ahead, MARGIN_PX, self.width() - MARGIN_PX),
            (behind, MARGIN_PX, last),
            (tokens.accent, MARGIN_PX, here),
        ):
            if end > start:
                painter.setPen(
                    QPen(colour(colour_name), TRACK_PX, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
                )
                painter.drawLine(QPointF(start, TRACK_Y_PX), QPointF(end, TRACK_Y_PX))

    def _paint_ticks(self, painter: QPainter, tokens: Tokens) -> None:
        painter.setPen(QPen(colour(tokens.text3), 1))
        drawn_x = -float(LEAST_TICK_GAP_PX)
        for mark in self._marks:
            x = round(self._x_of(mark)) + 0.5
            if x - drawn_x >= LEAST_TICK_GAP_PX:
                drawn_x = x
                painter.drawLine(QPointF(x, TICK_TOP_PX), QPointF(x, TICK_TOP_PX + TICK_PX))

    def _paint_labels(self, painter: QPainter, tokens: Tokens) -> None:
        here = self.handle_rect().center().x()
        self._paint_label(painter, here, self._label_here(), tokens.text, 600)
        most = max(2, (self.width() - 2 * MARGIN_PX) // LABEL_WIDTH_PX)
        for place, words in self._scale.labels(most):
            x = MARGIN_PX + place * (self.width() - 2 * MARGIN_PX)
            if abs(x - here) >= LABEL_WIDTH_PX * 0.7:
                self._paint_label(painter, x, words, tokens.text2, 400)

    def _label_here(self) -> str:
        mark = self._marks[self.value()]
        return clock_text(mark.elapsed_s) if self._scale.kind == TIME else number(mark.step)

    def _paint_label(self, painter: QPainter, x: float, words: str, colour_name: str, weight: int) -> None:
        font = text_font(11, weight)
        half = QFontMetrics(font).horizontalAdvance(words) / 2
        x = min(max(x, half), self.width() - half)
        painter.setFont(font)
        painter.setPen(colour(colour_name))
        place = QRectF(x - LABEL_WIDTH_PX / 2, LABEL_TOP_PX, LABEL_WIDTH_PX, LABEL_HEIGHT_PX)
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, words)

    def _paint_pins(self, painter: QPainter, tokens: Tokens) -> None:
        for step, pixels in self._pins.items():
            if step not in self._images:
                self._images[step] = ink_image(pixels, colour(tokens.chalk))
            draw_picture(painter, self.pin_rect(step), self._images[step])
            if step == self.step:
                painter.setPen(QPen(colour(tokens.accent), 1))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(self.pin_rect(step).adjusted(-1.5, -1.5, 1.5, 1.5), 3, 3)

    def _paint_handle(self, painter: QPainter, tokens: Tokens) -> None:
        handle = self.handle_rect()
        painter.setPen(Qt.PenStyle.NoPen)
        if self._hovered and not self.isSliderDown():
            painter.setBrush(colour(tokens.text, 0.3))
            painter.drawEllipse(handle.adjusted(-3, -3, 3, 3))
        painter.setBrush(colour(tokens.accent))
        painter.drawEllipse(handle)
        painter.setBrush(colour(tokens.accent if self.isSliderDown() else tokens.text))
        painter.drawEllipse(handle.adjusted(2, 2, -2, -2))

    def sizeHint(self) -> QSize:
        return QSize(480, HEIGHT_PX)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, HEIGHT_PX)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._marks:
            return
        tokens = tokens_for(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ticks(painter, tokens)
        self._paint_labels(painter, tokens)
        self._paint_track(painter, tokens)
        self._paint_pins(painter, tokens)
        self._paint_handle(painter, tokens)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or not self._marks:
            super().mousePressEvent(event)
            return
        if (step := self._pin_at(event.position())) != NOTHING:
            self.setValue(self._nearest(step))
            return
        self.setSliderDown(True)
        self._go_to_x(event.position().x())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.isSliderDown():
            self._go_to_x(event.position().x())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.setSliderDown(False)
            self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self.play_asked.emit()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        place = self.mapToGlobal(self.handle_rect().center().toPoint()) if by_key else event.globalPos()
        self.menu_requested.emit(place)

    def enterEvent(self, event: QEnterEvent) -> None:
        self._hovered = True
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self._hovered = False
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange):
            self._images.clear()
        super().changeEvent(event)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip and self._marks:
            step = self._pin_at(QPointF(event.pos()))
            pinned = self.tr("Pinned at {moment}. Click to go there.")
            hint = self.tr("Drag, or press the arrow keys, to see the run as it was.")
            words = pinned.format(moment=self.words_of(self._marks[self._nearest(step)]))
            QToolTip.showText(event.globalPos(), hint if step == NOTHING else words, self)
            return True
        return super().event(event)
