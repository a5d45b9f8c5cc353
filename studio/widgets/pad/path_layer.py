"""The path on a pad: drawn with the hand, bent by its key places, and seen under every tool."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QPainter, QPen, QPixmap, QPolygonF

from studio.tokens import Tokens, colour, tokens_for
from studio.widgets.pad.latent_pad import LatentPad
from studio.widgets.pad.pad_keys import KEY_DIRECTIONS
from studio.widgets.pad.pad_path import MOST_KEYS, NEAR, PadPath, Place

LINE_PX, CASING_PX = 2.0, 2.0
DOT_PX, KEY_PX, END_PX = 3.0, 4.5, 6.0  # radii
CHOSEN_PX = 3.0  # from the end's to that of the ring around the chosen key
NEAR_KEY_PX, NEAR_LINE_PX = 16, 8
DRAWN_AFTER_PX = 5  # a press that goes no further is a click
LEAST_STEP_PX = 9  # dots nearer than this would be a second line
LEFT = Qt.MouseButton.LeftButton
NEXT_KEYS = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}


@dataclass(slots=True)
class _Drawing:
    """A line under the hand; the dot goes along, so its places are the line."""

    start: QPointF
    places: list[Place] = field(default_factory=list)
    is_line: bool = False

    def add(self, place: Place, step: float) -> None:
        """Keep a place that is a step away from the last one kept."""
        if not self.places or math.dist(place, self.places[-1]) >= step:
            self.places.append(place)


@dataclass(slots=True)
class _Bending:
    """A key place in the hand, taken up so far from the pointer."""

    key: int
    away: QPointF


class PathLayer(QObject):
    """Takes the mouse and the keys of its pad while ``is_active``. Reports what a hand did, not what was set."""

    changed = Signal(object)  # PadPath, at each step of a gesture
    chosen_changed = Signal(bool)  # whether a key place is chosen
    menu_requested = Signal(QPoint)  # on screen, for the key place that was chosen with it
    settled = Signal()  # a gesture that did not move the dot has ended; the pad reports the others itself

    def __init__(self, pad: LatentPad) -> None:
        super().__init__(pad)
        self._pad = pad
        self._path = PadPath()
        self._count = 2
        self._is_active = False
        self._drawing: _Drawing | None = None
        self._bending: _Bending | None = None
        self._chosen: int | None = None
        self._kept: tuple[object, QPixmap] | None = None  # of what the path was painted, and the painting
        pad.add_layer(self.paint)
        pad.place_changed.connect(self._on_place)
        pad.installEventFilter(self)

    @property
    def path(self) -> PadPath:
        return self._path

    @property
    def chosen(self) -> int | None:
        """The key place that the arrow keys move."""
        return self._chosen

    def set_path(self, path: PadPath) -> None:
        self._path = path
        if self._chosen is not None and self._chosen >= len(path.keys):
            self._set_chosen(None)
        self._pad.update()

    def set_count(self, count: int) -> None:
        """So many pictures, a dot for each."""
        self._count = count
        self._pad.update()

    def delete_chosen(self) -> None:
        """Take the chosen key place out."""
        if self._chosen is not None:
            chosen = self._chosen
            self._set_chosen(None)
            self._take(self._path.without(chosen))
            self.settled.emit()

    def set_active(self, active: bool) -> None:
        """Whether the hand draws and bends, or leaves the path alone."""
        self._is_active = active
        self._drawing = self._bending = None
        self._set_chosen(None)
        self._pad.setMouseTracking(active)
        self._pad.show_cursor()
        self._pad.update()

    # The hand

    def _press(self, point: QPointF) -> bool:
        """Whether it took hold of the path; else the pad takes the dot along, and the path is where that goes."""
        if (key := self._key_at(point)) is None and (key := self._new_key_at(point)) is not None:
            self._take(self._path.with_key(_pair(self._pad.place_of(point)), at=key))
        if key is None:
            self._drawing = _Drawing(point)
            self._set_chosen(None)
            return False
        self._choose(key)
        self._bending = _Bending(key, self._pad.point_of(QPointF(*self._path.keys[key])) - point)
        return True

    def _move(self, point: QPointF) -> bool:
        if self._bending is not None:
            place = self._pad.place_of(point + self._bending.away)
            self._bend(self._bending.key, place)
            return True
        if self._drawing is None:
            self._show_cursor(point)
        elif (point - self._drawing.start).manhattanLength() > DRAWN_AFTER_PX:
            self._drawing.is_line = True
            if not self._drawing.places:  # the dot was taken up where it was
                self._drawing.places.append(_pair(self._pad.place))
        return False

    def _release(self) -> bool:
        if self._bending is not None:
            self._bending = None
            self._take(self._path.meeting(self._pad.view.span))
            self.settled.emit()
            return True
        drawing, self._drawing = self._drawing, None
        if drawing is not None and drawing.is_line:
            places = [*drawing.places, _pair(self._pad.place)]
            if path := PadPath.drawn(places, self._pad.view.span):
                self._take(path)
                self._pad.set_place(self._pad.place)  # the trail of the dot would lie on the path
        elif drawing is not None:
            self._take(self._path.with_key(_pair(self._pad.place)).meeting(self._pad.view.span))
        return False

    def _on_place(self, place: QPointF) -> None:
        if self._drawing is not None:
            self._drawing.add(_pair(place), NEAR * self._pad.view.span)

    def _take(self, path: PadPath) -> None:
        if path != self._path:
            self.set_path(path)
            self.changed.emit(path)

    def _bend(self, key: int, place: QPointF) -> None:
        """The dot goes along, so that the picture of the key is seen."""
        self._pad.go_to(place)
        self._take(self._path.moved(key, _pair(self._pad.place)))

    def _set_chosen(self, key: int | None) -> None:
        self._chosen = key
        self.chosen_changed.emit(key is not None)

    def _choose(self, key: int | None) -> None:
        self._set_chosen(key)
        if key is not None:
            self._pad.go_to(QPointF(*self._path.keys[key]))
        self._pad.update()

    def _key_at(self, point: QPointF) -> int | None:
        """The nearest key place under the hand."""
        away = [(self._pad.point_of(QPointF(*place)) - point).manhattanLength() for place in self._path.keys]
        key = int(np.argmin(away)) if away else None
        return key if key is not None and away[key] <= NEAR_KEY_PX else None

    def _key_of_menu(self, event: QContextMenuEvent) -> int | None:
        """The key place under the mouse, or the chosen one where the menu was asked for by key."""
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            return self._chosen
        return self._key_at(QPointF(event.pos()))

    def _new_key_at(self, point: QPointF) -> int | None:
        """Which key the hand that touches the line there would make."""
        if not self._path or len(self._path.keys) >= MOST_KEYS:
            return None
        away, behind = self._path.nearest(_pair(self._pad.place_of(point)))
        px = away / self._pad.view.span * self._pad.sheet_rect().width()
        return behind + 1 if px <= NEAR_LINE_PX else None

    def _show_cursor(self, point: QPointF) -> None:
        if self._key_at(point) is not None or self._new_key_at(point) is not None:
            self._pad.setCursor(Qt.CursorShape.SizeAllCursor)
        else:
            self._pad.show_cursor()

    # The keys

    def _press_key(self, event: QKeyEvent) -> bool:
        key, keys = Qt.Key(event.key()), self._path.keys
        if key in NEXT_KEYS and keys:
            start = -1 if NEXT_KEYS[key] > 0 else 0
            self._choose(((start if self._chosen is None else self._chosen) + NEXT_KEYS[key]) % len(keys))
        elif self._chosen is None:
            return False
        elif key in KEY_DIRECTIONS:
            across, up = KEY_DIRECTIONS[key]
            step = self._pad.key_step(fine=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
            self._bend(self._chosen, QPointF(*keys[self._chosen]) + QPointF(across, up) * step)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.delete_chosen()
        elif key == Qt.Key.Key_Escape:
            self._choose(None)
        else:
            return False
        return True

    # How it looks

    def paint(self, painter: QPainter) -> None:
        """Over the map, under the dot. Kept as a picture, since a drag paints a hundred times a second."""
        tokens = tokens_for(self._pad)
        if self._drawing is not None and self._drawing.is_line:
            places = [*self._drawing.places, _pair(self._pad.place)]
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            _draw_line(painter, self._on_screen(places), tokens)
            painter.restore()
        elif self._path.keys:
            painter.drawPixmap(0, 0, self._painted(tokens))

    def _painted(self, tokens: Tokens) -> QPixmap:
        size, ratio = self._pad.size(), self._pad.devicePixelRatioF()
        made_of = (
            self._path,
            self._count,
            self._pad.view,
            size,
            ratio,
            self._is_active,
            self._chosen,
            tokens.dark,
        )
        if self._kept is None or self._kept[0] != made_of:
            pixmap = QPixmap(size * ratio)
            pixmap.setDevicePixelRatio(ratio)
            pixmap.fill(Qt.GlobalColor.transparent)
            painter = QPainter(pixmap)
            painter.setClipRect(self._pad.sheet_rect())
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            _draw_line(painter, self._on_screen(self._path.curve), tokens)
            _draw_dots(painter, self._dots(), DOT_PX, tokens)
            self._draw_keys(painter, tokens)
            painter.end()
            self._kept = (made_of, pixmap)
        return self._kept[1]

    def _draw_keys(self, painter: QPainter, tokens: Tokens) -> None:
        points = self._on_screen(self._path.keys)
        ends = points[:1] if self._path.closed else [points[0], points[-1]]
        if self._is_active:
            _draw_dots(painter, points, KEY_PX, tokens)
        _draw_dots(painter, ends, END_PX, tokens)
        if self._chosen is not None:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(colour(tokens.accent), 2))
            radius = END_PX + CHOSEN_PX
            painter.drawEllipse(points[self._chosen], radius, radius)

    def _dots(self) -> list[QPointF]:
        """One for each picture, where there is room between them."""
        step = self._path.length / self._pad.view.span * self._pad.sheet_rect().width() / self._count
        has_room = bool(self._path) and step >= LEAST_STEP_PX
        return self._on_screen(self._path.places(self._count)) if has_room else []

    def _on_screen(self, places: Iterable[Iterable[float]]) -> list[QPointF]:
        return [self._pad.point_of(QPointF(*place)) for place in places]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not self._is_active:
            return False
        match event:
            case QKeyEvent() if event.type() == QEvent.Type.KeyPress:
                return self._press_key(event)
            case QMouseEvent() if event.type() in (
                QEvent.Type.MouseButtonPress,
                QEvent.Type.MouseButtonDblClick,
            ):
                if event.button() == LEFT and not self._pad.is_panning:
                    is_second = event.type() == QEvent.Type.MouseButtonDblClick
                    return self._press(event.position()) or is_second  # which resets no sheet while one draws
            case QMouseEvent() if event.type() == QEvent.Type.MouseMove:
                return self._move(event.position())
            case QMouseEvent() if event.type() == QEvent.Type.MouseButtonRelease and event.button() == LEFT:
                return self._release()
            case QContextMenuEvent() if (key := self._key_of_menu(event)) is not None:
                self._choose(key)
                self.menu_requested.emit(event.globalPos())
                return True
        return False


def _pair(place: QPointF) -> Place:
    return place.x(), place.y()


def _draw_line(painter: QPainter, line: Sequence[QPointF], tokens: Tokens) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for width, name in ((LINE_PX + 2 * CASING_PX, tokens.slate), (LINE_PX, tokens.chalk)):
        pen = QPen(colour(name), width)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.drawPolyline(QPolygonF(list(line)))


def _draw_dots(painter: QPainter, points: Sequence[QPointF], radius: float, tokens: Tokens) -> None:
    painter.setPen(QPen(colour(tokens.slate), CASING_PX))
    painter.setBrush(colour(tokens.chalk))
    for point in points:
        painter.drawEllipse(point, radius, radius)
