"""The sheet one paints on: shows layers, zooms and pans, and reports what the hand does in sheet pixels."""

from __future__ import annotations

from collections.abc import Sequence
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
    QResizeEvent,
    QTabletEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from studio.theme import colour, tokens_for
from studio.widgets.canvas.brush_cursor import NextDab, draw_brush_cursor, ring_rect
from studio.widgets.canvas.canvas_cursors import cursor_for
from studio.widgets.canvas.canvas_guides import RULER_PX, CanvasGuides, dragged, draw_rulers
from studio.widgets.canvas.canvas_keys import ARROWS, FINE_KEY_STEP_PX, KEY_STEP_PX, PRESS_KEYS
from studio.widgets.canvas.canvas_overlay import CanvasOverlay
from studio.widgets.canvas.canvas_sheet import draw_sheet
from studio.widgets.canvas.canvas_view import CanvasView, centred, fitting_zoom
from studio.widgets.canvas.selection_frame import FramePart, SelectionFrame

CanvasTool = Literal["brush", "erase", "type", "stencil", "pick", "select", "hand"]
MARGIN_PX = 8
ZOOM_STEP = 1.25
_WHEEL_NOTCH = 120
_ALT = Qt.KeyboardModifier.AltModifier
_MIDDLE_BUTTON, _LEFT_BUTTON = Qt.MouseButton.MiddleButton, Qt.MouseButton.LeftButton


class PaintCanvas(QWidget):
    """Keys do what the mouse does: arrows move the brush, Return sets a dab, Shift+Return draws straight."""

    stroke_started = Signal(QPointF, bool)  # where; whether a straight line from the last stroke leads there
    stroke_moved = Signal(QPointF)
    stroke_finished = Signal()
    stroke_cancelled = Signal()
    picked = Signal(QPointF)
    axes_dragged = Signal(QPointF)  # where they cross now
    nudged = Signal(QPointF)  # by how much the arrow keys move what is selected, in sheet pixels
    zoom_changed = Signal(float)  # also when the window moves to a screen with finer pixels
    size_stepped = Signal(int)  # notches of Alt+wheel

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sheet = QSizeF(1, 1)
        self._is_transparent = False
        self._picture = QImage()
        self._tool: CanvasTool = "brush"
        self._dab = NextDab()
        self._over = CanvasOverlay()
        self._dragged_axis: int | None = None
        self._view = CanvasView()
        self._view_is_chosen = False  # until then the sheet stays in the middle
        self._pointer: QPointF | None = None
        self._panning_from: QPointF | None = None
        self._space_down = self._painting = False
        self._pressure: float | None = None
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

    @property
    def pressure(self) -> float | None:
        """How hard the pen lies on its tablet at this moment, 0 to 1; None: it is a mouse or a key that paints."""
        return self._pressure

    def set_sheet(self, width: int, height: int, *, transparent: bool = False) -> None:
        """Another sheet; the view goes back to its middle. Checks show through a transparent one."""
        self._sheet, self._is_transparent = QSizeF(width, height), transparent
        self._cancel()
        self.show_whole()

    def set_transparent(self, transparent: bool) -> None:
        if transparent != self._is_transparent:
            self._is_transparent = transparent
            self.update()

    def set_picture(self, picture: QImage, changed: QRectF | None) -> None:
        """What the whole sheet shows, paper and all, in any size; ``changed`` in sheet pixels, None for all."""
        self._picture = picture
        if changed is None or self._over.guides.tiled:
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

    def set_spines(self, spines: Sequence[list[QPointF]]) -> None:
        """The lines of strokes that are selected or pointed at."""
        self._over.spines = list(spines)
        self.update()

    def set_missing_marks(self, marks: Sequence[QRectF]) -> None:
        """Where characters of a text have no glyph, in sheet pixels."""
        if marks != self._over.missing:  # every change of the artwork comes by here
            self._over.missing = list(marks)
            self.update()

    def set_frame(self, frame: SelectionFrame | None) -> None:
        """Around what is selected; it can be taken hold of with the tool "select"."""
        self._over.frame = frame
        self.update()

    def set_band(self, band: QRectF | None) -> None:
        """The rectangle that is being pulled over what shall be selected, in sheet pixels."""
        self._over.band = band
        self.update()

    def set_stencil(self, outline: Sequence[QPointF], preview: QImage | None) -> None:
        """What is about to be filled, as a closed line, and how that would look on the whole sheet."""
        self._over.outline, self._over.preview = list(outline), preview
        self.update()

    def set_type_line(self, line: Sequence[QPointF]) -> None:
        """What the open text runs along."""
        self._over.type_line = list(line)
        self.update()

    def set_guides(self, guides: CanvasGuides) -> None:
        """Grid, rulers, tiles and axes over the sheet."""
        self._over.guides = guides
        self.update()

    @property
    def guides(self) -> CanvasGuides:
        return self._over.guides

    def part_of_frame(self, place: QPointF) -> FramePart:
        """What a press at that place of the sheet takes hold of."""
        return self._over.part_of_frame(self._view, place)

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

    def _take_axis(self, place: QPointF) -> bool:
        """Whether the press was for an axis of symmetry."""
        self._dragged_axis = self._over.axis_at(self._view, place)
        return self._dragged_axis is not None

    def _pans(self) -> bool:
        return self._tool == "hand" or self._space_down

    def _move_pointer(self, place: QPointF | None) -> None:
        self._update_cursor()
        self._pointer = place
        self._update_cursor()
        if self._tool == "select" and not self._painting:
            self._show_cursor()

    def _update_cursor(self) -> None:
        if self._over.guides.rulers:
            self.update(0, 0, self.width(), RULER_PX)
            self.update(0, 0, RULER_PX, self.height())
        if self._pointer is not None:
            rect = ring_rect(self._pointer, self._dab.size_px * self.zoom)
            self.update(rect.toAlignedRect().adjusted(-1, -1, 1, 1))

    def _show_cursor(self) -> None:
        place = self._pointer
        part = self.part_of_frame(self._view.to_sheet(place)) if place is not None else ""
        panning = self._panning_from is not None
        self.setCursor(cursor_for(self._tool, part, pans=self._pans(), panning=panning))

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
        guides, transparent = self._over.guides, self._is_transparent
        draw_sheet(painter, sheet, self._picture, tokens, transparent=transparent, tiled=guides.tiled)
        self._over.draw(painter, self._view, self._sheet, tokens, selecting=self._tool == "select")
        if self._pointer is not None and self._brush_shows():
            ghost = None if self._painting else self._dab.ghost
            ink = QColor(tokens.ink)
            draw_brush_cursor(painter, self._pointer, self._dab.size_px * self.zoom, ghost, ink)
        if guides.rulers:
            draw_rulers(painter, self._view, QSizeF(self.size()), self._pointer, tokens)

    def tabletEvent(self, event: QTabletEvent) -> None:
        """A pen does what a mouse does, and presses; Qt sends no mouse event for what is accepted here."""
        does = {
            QEvent.Type.TabletPress: self.mousePressEvent,
            QEvent.Type.TabletMove: self.mouseMoveEvent,
            QEvent.Type.TabletRelease: self.mouseReleaseEvent,
        }
        if event.type() == QEvent.Type.TabletPress:
            self.setFocus(Qt.FocusReason.MouseFocusReason)
        self._pressure = event.pressure()
        does[event.type()](event)
        self._pressure = None
        event.accept()

    def mousePressEvent(self, event: QMouseEvent | QTabletEvent) -> None:
        place, modifiers = event.position(), event.modifiers()
        self._move_pointer(place)
        if event.button() == _MIDDLE_BUTTON or (event.button() == _LEFT_BUTTON and self._pans()):
            self._begin_pan(place)
        elif event.button() != _LEFT_BUTTON or self._painting or self._take_axis(place):
            return
        elif self._tool == "pick" or (self._tool != "select" and modifiers & _ALT):
            self.picked.emit(self._view.to_sheet(place))
        else:
            self._start(place, straight=bool(modifiers & Qt.KeyboardModifier.ShiftModifier))

    def mouseMoveEvent(self, event: QMouseEvent | QTabletEvent) -> None:
        place = event.position()
        if self._panning_from is not None:
            self._choose_view(self._view.moved(place - self._panning_from))
            self._panning_from = place
        elif self._dragged_axis is not None and self._over.guides.axes is not None:
            self.axes_dragged.emit(
                dragged(self._over.guides.axes, self._dragged_axis, self._view.to_sheet(place))
            )
        elif self._painting:
            self.stroke_moved.emit(self._view.to_sheet(place))
        self._move_pointer(place)

    def mouseReleaseEvent(self, event: QMouseEvent | QTabletEvent) -> None:
        self._dragged_axis = None
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
        elif key in ARROWS and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._choose_view(self._view.moved(ARROWS[key] * -4 * KEY_STEP_PX))
        elif key in ARROWS and self._tool == "select" and self._over.frame is not None:
            self.nudged.emit(ARROWS[key] * (10.0 if shift else 1.0))
        elif key in ARROWS:
            step = FINE_KEY_STEP_PX if shift else KEY_STEP_PX
            self._move_pointer((self._pointer or QRectF(self.rect()).center()) + ARROWS[key] * step)
        elif key in PRESS_KEYS and not self._painting:
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
