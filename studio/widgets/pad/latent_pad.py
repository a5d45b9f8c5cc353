"""A sheet of places to drag a puck over: zoom, pan, fine steps, and the atlas of pictures behind it."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable

import numpy as np
from PySide6.QtCore import QEvent, QLineF, QPoint, QPointF, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDropEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from studio.tokens import tokens_for
from studio.widgets.pad.latent_map import MapColours
from studio.widgets.pad.map_stack import MapStack
from studio.widgets.pad.pad_anchors import PadAnchors
from studio.widgets.pad.pad_drag import PadDrag
from studio.widgets.pad.pad_keys import KEY_DIRECTIONS, ZOOM_A_NOTCH, ZOOM_KEYS
from studio.widgets.pad.pad_painter import PadPainter
from studio.widgets.pad.pad_view import PadLimits, PadView
from studio.widgets.pictures.latent_mime import latent_text

CELLS = 16
MARGIN_PX = 6  # room for the focus ring around the sheet
GRAB_PX = 22  # a press this near takes hold of the puck instead of making it jump
LATE_PAINT_MS = 5  # how long a moved puck waits for the picture of its place, so that both are painted as one
TRAIL_PLACES = 200
FINE = 0.1  # of a key's step, with Shift


class LatentPad(QWidget):
    """Reports places (u, v), v upwards, in units of whatever plane it stands for; knows nothing of models."""

    place_changed = Signal(QPointF)  # by hand, not by set_place
    view_changed = Signal()
    drag_ended = Signal()
    reset_asked = Signal()
    addition_asked = Signal(QPointF)  # a double-click, while it adds
    latent_dropped = Signal(str, QPointF)
    menu_requested = Signal(QPoint, QPointF)  # on screen; place

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._home = PadView()
        self._limits = PadLimits()
        self._view = self._home
        self._place = (0.0, 0.0)
        self._trail: deque[QLineF] = deque(maxlen=TRAIL_PLACES)
        self._maps = MapStack(CELLS)
        self._class_names: tuple[str, ...] = ()
        self._colours: MapColours | None = None
        self._maps_are_stale = False  # painted at another size, or in another theme
        self._drag: PadDrag | None = None
        self._space_held = self._chevrons_shown = self._double_click_adds = False
        self._late_paint = QTimer(self)
        self._late_paint.setSingleShot(True)
        self._late_paint.timeout.connect(self.update)
        self.anchors = PadAnchors(self)
        self.setAcceptDrops(True)
        self._layers: list[Callable[[QPainter], None]] = []
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Latent pad"))
        self.setAccessibleDescription(self.tr("Arrow keys move the dot, with Shift in small steps."))

    # -- places ---------------------------------------------------------------------------------------------

    @property
    def place(self) -> QPointF:
        """Where the puck is."""
        return QPointF(*self._place)

    @property
    def view(self) -> PadView:
        """The part of the plane that shows."""
        return self._view

    @property
    def is_panning(self) -> bool:
        """Space is held: the hand moves the view."""
        return self._space_held

    @property
    def is_at_home(self) -> bool:
        """Nothing to reset: the puck in the middle and the view as it was."""
        return self._place == (self._home.u, self._home.v) and self._view == self._home

    def set_plane(self, home: PadView, limits: PadLimits) -> None:
        """Stand for another plane: how it is shown at first and how far it reaches."""
        self._home, self._limits = home, limits
        self._trail.clear()
        self._maps.clear()
        self._view = home
        self._place = (home.u, home.v)
        self.anchors.lay_out()
        self.update()

    def set_place(self, place: QPointF) -> None:
        """Put the puck somewhere, without a trail; a place out of view brings the view along."""
        self._place = self._limits.place(place.x(), place.y())
        self._trail.clear()
        self._show_place()
        self.update()

    def set_view(self, view: PadView) -> None:
        """Show another part of the plane."""
        view = self._limits.view(view)
        if view != self._view:
            self._view = view
            self.anchors.lay_out()
            self.update()
            self.view_changed.emit()

    def reset(self) -> None:
        """Puck to the middle, view to what it was at first."""
        self.set_view(self._home)
        self._move_to(self._home.u, self._home.v)

    def go_to(self, place: QPointF) -> None:
        """Take the puck along as a hand would, as near as the plane reaches."""
        self._move_to(place.x(), place.y())

    def zoom(self, factor: float) -> None:
        """Look closer (factor below 1) or further, about the puck."""
        self.set_view(self._view.zoomed(self._limits.zoom_factor(self._view, factor), *self._place))

    def add_layer(self, paint: Callable[[QPainter], None]) -> None:
        """Something that is drawn over the map and under the puck."""
        self._layers.append(paint)

    def set_chevrons_shown(self, shown: bool) -> None:
        """Four arrows around the puck, for who has not dragged it yet."""
        self._chevrons_shown = shown
        self.update()

    def set_double_click_adds(self, adds: bool) -> None:
        """A double-click asks for an addition there, instead of for a reset."""
        self._double_click_adds = adds

    def key_step(self, *, fine: bool) -> float:
        """How far an arrow key goes: one cell of the map, or with ``fine`` a tenth."""
        return self._view.span / CELLS * (FINE if fine else 1.0)

    def limited(self, place: QPointF) -> QPointF:
        """The nearest place of the plane."""
        return QPointF(*self._limits.place(place.x(), place.y()))

    # -- the map --------------------------------------------------------------------------------------------

    def set_classes(self, names: tuple[str, ...]) -> None:
        """Names of the classes that the map's probabilities speak of."""
        self._class_names = names
        self._colours = None

    def begin_map(self, view: PadView) -> None:
        """Pictures of this view follow."""
        self._maps.begin(view, self._sheet_px(), self._map_colours())

    def add_tiles(self, pixels: np.ndarray, probabilities: np.ndarray | None) -> None:
        """The map's next pictures (N, H, W, C), in the order of ``map_order``."""
        rows = self._maps.add(pixels, probabilities)
        if rows:
            self.update(self._rows_rect(rows) if rows.stop < CELLS else self.rect())  # at last its numerals

    def _rows_rect(self, rows: range) -> QRect:
        """Where these rows of the newest map are; all of the sheet while it is not looked at as it was made."""
        sheet = self.sheet_rect()
        if self._maps.view == self._view:
            height = sheet.height() / CELLS
            sheet = QRectF(sheet.left(), sheet.top() + rows.start * height, sheet.width(), len(rows) * height)
        return sheet.toAlignedRect()

    def clear_map(self) -> None:
        """Forget the pictures: they are of a generator that is gone."""
        self._maps.clear()
        self.update()

    @property
    def is_map_whole(self) -> bool:
        """The newest map covers the sheet, if coarsely."""
        return self._maps.is_whole

    @property
    def is_map_complete(self) -> bool:
        """The newest map has all its pictures."""
        return self._maps.is_complete

    def tile_at(self, place: QPointF) -> tuple[QPointF, np.ndarray] | None:
        """The map's picture nearest to a place, with the place it was made for."""
        found = self._maps.tile_at(place.x(), place.y())
        return None if found is None else (QPointF(*found[0]), found[1])

    # -- geometry -------------------------------------------------------------------------------------------

    def sheet_rect(self) -> QRectF:
        """The square that stands for the plane."""
        side = min(self.width(), self.height()) - 2 * MARGIN_PX
        return QRectF(MARGIN_PX, MARGIN_PX, side, side)

    def focus_rect(self) -> QRect:
        """Where the ring of keyboard focus goes."""
        return self.sheet_rect().toRect()

    def point_of(self, place: QPointF) -> QPointF:
        """Where a place lies in the widget."""
        x, y = self._view.unit_from_place(place.x(), place.y())
        sheet = self.sheet_rect()
        return QPointF(sheet.left() + x * sheet.width(), sheet.top() + y * sheet.height())

    def place_of(self, point: QPointF) -> QPointF:
        """The place under a point of the widget."""
        sheet = self.sheet_rect()
        x, y = (point.x() - sheet.left()) / sheet.width(), (point.y() - sheet.top()) / sheet.height()
        return QPointF(*self._view.place_from_unit(x, y))

    # -- moving ---------------------------------------------------------------------------------------------

    def _move_to(self, u: float, v: float) -> None:
        place = self._limits.place(u, v)
        if place == self._place:
            return
        self._trail.append(QLineF(*self._place, *place))
        self._place = place
        self._show_place()
        if not self._late_paint.isActive():  # the picture of the place is nearly there, and comes first
            self._late_paint.start(LATE_PAINT_MS)
        self.place_changed.emit(self.place)

    def _show_place(self) -> None:
        """Move the view along when the puck has left it."""
        x, y = self._view.unit_from_place(*self._place)
        if not (-1e-9 <= x <= 1 + 1e-9 and -1e-9 <= y <= 1 + 1e-9):
            over_x, over_y = x - min(max(x, 0.0), 1.0), y - min(max(y, 0.0), 1.0)
            self.set_view(self._view.moved(over_x * self._view.span, -over_y * self._view.span))

    def _take_up(self, point: QPointF) -> None:
        """A press: far from the puck it jumps there, or to the very place of the picture there; near it takes hold."""
        away = point - self.point_of(self.place)
        if away.x() ** 2 + away.y() ** 2 > GRAB_PX**2:
            self._move_to(*(self.anchors.place_near(point) or self.place_of(point)).toTuple())
        self._drag = PadDrag(point, self._place)

    def _drag_to(self, drag: PadDrag, point: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        unit = self._view.span / self.sheet_rect().width()
        if drag.is_pan:
            way = drag.way_to(point) * unit
            self.set_view(self._view.moved(-way.x(), way.y()))
            return
        slow = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
        locked = bool(modifiers & Qt.KeyboardModifier.ControlModifier)
        self._move_to(*drag.place_at(point, unit, slow=slow, locked=locked))

    # -- painting -------------------------------------------------------------------------------------------

    def _sheet_px(self) -> int:
        return round(self.sheet_rect().width() * self.devicePixelRatioF())

    def _map_colours(self) -> MapColours:
        if self._colours is None:
            self._colours = MapColours.from_tokens(tokens_for(self), len(self._class_names))
        return self._colours

    def _repaint_maps(self) -> None:
        """Before the next paint: a change of theme is told several times, and to hidden rooms as well."""
        self._maps_are_stale = True
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(40 * CELLS + 2 * MARGIN_PX, 40 * CELLS + 2 * MARGIN_PX)

    def paintEvent(self, event: QPaintEvent) -> None:
        self._late_paint.stop()
        if self._maps_are_stale:
            self._maps_are_stale = False
            self._maps.repaint(self._sheet_px(), self._map_colours())
        painter = PadPainter(self, self.sheet_rect(), self._view, tokens_for(self))
        painter.draw_maps(list(self._maps))
        painter.draw_hairlines(self._place)
        painter.draw_numerals(list(self._maps), self._class_names, tiles=self.anchors.tiles())
        for paint in self._layers:
            paint(painter)
        painter.draw_trail(list(self._trail))
        painter.draw_anchors(self.anchors, self._place)
        if not any(mark.place == self._place for mark in self.anchors.marks):  # a ring says it there
            painter.draw_puck(self._place, held=self._drag is not None and not self._drag.is_pan)
        if self._chevrons_shown and event.rect().intersects(painter.chevrons_rect(self._place).toRect()):
            painter.draw_chevrons(self._place)
        painter.end()

    # -- events ---------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.MiddleButton or (
            event.button() == Qt.MouseButton.LeftButton and self._space_held
        ):
            self._drag = PadDrag(event.position(), self._place, is_pan=True)
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        elif event.button() == Qt.MouseButton.LeftButton:
            self._take_up(event.position())
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._drag is not None:
            self._drag_to(self._drag, event.position(), event.modifiers())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._drag is None:
            return
        self._drag = None
        self.show_cursor()
        self.update()
        self.drag_ended.emit()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or self._space_held:
            return
        if self._double_click_adds:
            self.addition_asked.emit(self.limited(self.place_of(event.position())))
        else:
            self.reset_asked.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        point = QPointF(event.pos()) if by_mouse else self.point_of(self.place)
        self.menu_requested.emit(self.mapToGlobal(point.toPoint()), self.place_of(point))

    def wheelEvent(self, event: QWheelEvent) -> None:
        if notches := event.angleDelta().y() / 120:
            factor = self._limits.zoom_factor(self._view, ZOOM_A_NOTCH**-notches)
            at = self.place_of(event.position())
            self.set_view(self._view.zoomed(factor, at.x(), at.y()))
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in KEY_DIRECTIONS:
            across, up = KEY_DIRECTIONS[key]
            step = self.key_step(fine=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
            self._move_to(self._place[0] + across * step, self._place[1] + up * step)
        elif key in ZOOM_KEYS:
            self.zoom(ZOOM_KEYS[key])
        elif key == Qt.Key.Key_Home:
            self.reset_asked.emit()
        elif key == Qt.Key.Key_Space:
            self._space_held = True
            self.show_cursor()
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._space_held = False
            self.show_cursor()
        elif event.key() in KEY_DIRECTIONS and not event.isAutoRepeat():
            self.drag_ended.emit()
        else:
            super().keyReleaseEvent(event)

    def show_cursor(self) -> None:
        """The pointer that says what the hand does next."""
        if self._drag is None or not self._drag.is_pan:
            self.setCursor(Qt.CursorShape.OpenHandCursor if self._space_held else Qt.CursorShape.CrossCursor)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._space_held = False
        self.show_cursor()
        super().focusOutEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if latent_text(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        if (text := latent_text(event.mimeData())) is not None:
            event.acceptProposedAction()
            self.latent_dropped.emit(text, self.limited(self.place_of(event.position())))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.anchors.lay_out()
        self._repaint_maps()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._colours = None
            self.anchors.forget_images()
            self._repaint_maps()
