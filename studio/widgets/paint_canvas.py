"""The sheet one paints on: shows layers, zooms and pans, and reports what the hand does in sheet pixels."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import floor
from typing import Literal

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QEnterEvent,
    QFocusEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from studio.theme import colour, tokens_for
from studio.widgets.brush_cursor import draw_brush_cursor, draw_spine, ring_rect
from studio.widgets.canvas_view import CanvasView, centred, fitting_zoom

CanvasTool = Literal["brush", "erase", "pick", "hand"]
MARGIN_PX = 8
ZOOM_STEP = 1.25
KEY_STEP_PX, FINE_KEY_STEP_PX = 8.0, 1.0
_WHEEL_NOTCH = 120
_ARROWS = {
    Qt.Key.Key_Left: QPointF(-1, 0),
    Qt.Key.Key_Right: QPointF(1, 0),
    Qt.Key.Key_Up: QPointF(0, -1),
    Qt.Key.Key_Down: QPointF(0, 1),
}
_PRESS_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_MIDDLE_BUTTON, _LEFT_BUTTON = Qt.MouseButton.MiddleButton, Qt.MouseButton.LeftButton


@dataclass(frozen=True, slots=True)
class NextDab:
    """What the brush would leave: its size in sheet pixels and, if it is ink, its picture."""

    size_px: float = 62.0
    ghost: QImage | None = None


class PaintCanvas(QWidget):
    """Keys do what the mouse does: arrows move the brush, Return sets a dab, Shift+Return draws straight."""

    stroke_started = Signal(QPointF, bool)  # where; whether a straight line from the last stroke leads there
    stroke_moved = Signal(QPointF)
    stroke_finished = Signal()
    stroke_cancelled = Signal()
    picked = Signal(QPointF)
    zoom_changed = Signal(float)  # also when the window moves to a screen with finer pixels
    size_stepped = Signal(int)  # notches of Alt+wheel
    menu_requested = Signal(QPointF)  # in widget pixels

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sheet = QSizeF(1, 1)
        self._paper = QColor(Qt.GlobalColor.white)
        self._layers: list[QImage] = []
        self._tool: CanvasTool = "brush"
        self._dab = NextDab()
        self._spine: list[QPointF] = []
        self._view = CanvasView()
        self._view_is_chosen = False  # until then the sheet stays in the middle
        self._pointer: QPointF | None = None
        self._panning_from: QPointF | None = None
        self._space_down = self._painting = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setMinimumSize(200, 160)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName(self.tr("Canvas"))
        self._show_cursor()

    # Values in

    @property
    def zoom(self) -> float:
        return self._view.zoom

    @property
    def tool(self) -> CanvasTool:
        return self._tool

    @property
    def is_painting(self) -> bool:
        return self._painting

    def set_sheet(self, width: int, height: int, paper: str) -> None:
        """Another sheet; the view goes back to its middle."""
        self._sheet, self._paper = QSizeF(width, height), QColor(paper)
        self._cancel()
        self.show_whole()

    def set_layers(self, layers: Sequence[QImage], changed: QRectF | None) -> None:
        """Pictures of the whole sheet, bottom first; ``changed`` in sheet pixels, None for all."""
        self._layers = list(layers)
        if changed is None:
            self.update()
        else:
            self.update(self._view.rect_to_widget(changed).toAlignedRect().adjusted(-1, -1, 1, 1))

    def set_tool(self, tool: CanvasTool) -> None:
        self._cancel()
        self._tool = tool
        self._show_cursor()
        self.update()

    def set_next_dab(self, dab: NextDab) -> None:
        self._update_cursor()
        self._dab = dab
        self._update_cursor()

    def set_spine(self, points: Sequence[QPointF]) -> None:
        """The line of a stroke that is pointed at; none for none."""
        self._spine = list(points)
        self.update()

    # The view

    def to_widget(self, place: QPointF) -> QPointF:
        """Where a place of the sheet is shown."""
        return self._view.to_widget(place)

    def show_whole(self) -> None:
        """As large as fits: at 100%, 150%, 200% and so on, or smaller if it must be."""
        self._view_is_chosen = False
        zoom = fitting_zoom(self._sheet, QSizeF(self.size()), MARGIN_PX)
        zoom = zoom if zoom < 1 else floor(2 * zoom) / 2
        self._take_view(centred(self._sheet, QSizeF(self.size()), zoom))

    def set_zoom(self, zoom: float) -> None:
        """About the middle of the sheet's area."""
        self._choose_view(self._view.zoomed(zoom, QRectF(self.rect()).center()))

    def zoom_in(self) -> None:
        self.set_zoom(self.zoom * ZOOM_STEP)

    def zoom_out(self) -> None:
        self.set_zoom(self.zoom / ZOOM_STEP)

    def focus_rect(self) -> QRect:
        return self.rect().adjusted(4, 4, -4, -4)

    def _choose_view(self, view: CanvasView) -> None:
        self._view_is_chosen = True
        self._take_view(view.kept_near(self._sheet, QSizeF(self.size()), 8.0 * MARGIN_PX))

    def _take_view(self, view: CanvasView) -> None:
        zoomed = view.zoom != self._view.zoom
        self._view = view
        self.update()
        if zoomed:
            self.zoom_changed.emit(view.zoom)

    # The hand

    def _start(self, place: QPointF, *, straight: bool) -> None:
        self._painting = True
        self.stroke_started.emit(self._view.to_sheet(place), straight)

    def _finish(self) -> None:
        self._painting = False
        self.stroke_finished.emit()
        self._update_cursor()

    def _cancel(self) -> None:
        if self._painting:
            self._painting = False
            self.stroke_cancelled.emit()

    def _pans(self) -> bool:
        return self._tool == "hand" or self._space_down

    def _move_pointer(self, place: QPointF | None) -> None:
        self._update_cursor()
        self._pointer = place
        self._update_cursor()

    def _update_cursor(self) -> None:
        if self._pointer is not None:
            rect = ring_rect(self._pointer, self._dab.size_px * self.zoom)
            self.update(rect.toAlignedRect().adjusted(-1, -1, 1, 1))

    def _show_cursor(self) -> None:
        if self._panning_from is not None:
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        elif self._pans():
            self.setCursor(Qt.CursorShape.OpenHandCursor)
        elif self._tool == "pick":
            self.setCursor(Qt.CursorShape.CrossCursor)
        else:
            self.setCursor(Qt.CursorShape.BlankCursor)

    def _brush_shows(self) -> bool:
        return self._tool in ("brush", "erase") and not self._pans() and self._panning_from is None

    def _begin_pan(self, place: QPointF) -> None:
        self._panning_from = place
        self._show_cursor()
        self.update()

    def _end_pan(self) -> None:
        self._panning_from = None
        self._show_cursor()
        self.update()

    # Qt

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self.zoom_changed.emit(self.zoom)
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = tokens_for(self)
        painter = QPainter(self)
        painter.fillRect(event.rect(), colour(tokens.canvas))
        sheet = self._view.rect_to_widget(QRectF(QPointF(), self._sheet))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen if tokens.dark else QPen(colour(tokens.line), 1))
        painter.setBrush(self._paper)
        painter.drawRoundedRect(sheet if tokens.dark else sheet.adjusted(-0.5, -0.5, 0.5, 0.5), 2, 2)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for layer in self._layers:
            painter.drawImage(sheet, layer)
        draw_spine(painter, [self._view.to_widget(point) for point in self._spine], tokens)
        if self._pointer is not None and self._brush_shows():
            ghost = None if self._painting else self._dab.ghost
            ink = QColor(tokens.ink)
            draw_brush_cursor(painter, self._pointer, self._dab.size_px * self.zoom, ghost, ink)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place, modifiers = event.position(), event.modifiers()
        self._move_pointer(place)
        if event.button() == _MIDDLE_BUTTON or (event.button() == _LEFT_BUTTON and self._pans()):
            self._begin_pan(place)
        elif event.button() != _LEFT_BUTTON or self._painting:
            return
        elif self._tool == "pick" or modifiers & Qt.KeyboardModifier.AltModifier:
            self.picked.emit(self._view.to_sheet(place))
        else:
            self._start(place, straight=bool(modifiers & Qt.KeyboardModifier.ShiftModifier))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = event.position()
        if self._panning_from is not None:
            self._choose_view(self._view.moved(place - self._panning_from))
            self._panning_from = place
        elif self._painting:
            self.stroke_moved.emit(self._view.to_sheet(place))
        self._move_pointer(place)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._panning_from is not None:
            self._end_pan()
        elif event.button() == _LEFT_BUTTON and self._painting:
            self._finish()

    def wheelEvent(self, event: QWheelEvent) -> None:
        delta = event.angleDelta()
        notches = (delta.y() or delta.x()) / _WHEEL_NOTCH  # Alt turns the wheel sideways on some systems
        if event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.size_stepped.emit(1 if notches > 0 else -1)
        else:
            self._choose_view(self._view.zoomed(self.zoom * ZOOM_STEP**notches, event.position()))
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, shift = Qt.Key(event.key()), bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if key == Qt.Key.Key_Space and not event.isAutoRepeat() and not self._painting:
            self._space_down = True
            self._show_cursor()
            self.update()
        elif key == Qt.Key.Key_Escape and self._painting:
            self._cancel()
        elif key in _ARROWS and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._choose_view(self._view.moved(_ARROWS[key] * -4 * KEY_STEP_PX))
        elif key in _ARROWS:
            step = FINE_KEY_STEP_PX if shift else KEY_STEP_PX
            self._move_pointer((self._pointer or QRectF(self.rect()).center()) + _ARROWS[key] * step)
        elif key in _PRESS_KEYS and not self._painting:
            self._press_by_key(straight=shift)
        else:
            super().keyPressEvent(event)

    def _press_by_key(self, *, straight: bool) -> None:
        if self._pointer is None:
            self._move_pointer(QRectF(self.rect()).center())
        assert self._pointer is not None
        if self._tool == "pick":
            self.picked.emit(self._view.to_sheet(self._pointer))
        elif self._tool != "hand":
            self._start(self._pointer, straight=straight)
            self._finish()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._space_down = False
            self._show_cursor()
            self.update()
        else:
            super().keyReleaseEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._space_down = False
        self._show_cursor()
        super().focusOutEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        self._move_pointer(event.position())

    def leaveEvent(self, event: QEvent) -> None:
        if not self._painting:
            self._move_pointer(None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        if self._view_is_chosen:
            self._take_view(self._view.kept_near(self._sheet, QSizeF(self.size()), 8.0 * MARGIN_PX))
        else:
            self.show_whole()
