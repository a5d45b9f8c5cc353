"""What the hand does on the canvas with the tool Select: choose strokes, move, scale and turn them."""

from __future__ import annotations

from collections.abc import Callable
from math import atan2, degrees, hypot

from PySide6.QtCore import QObject, QPointF, QRectF, Qt, QTimer, Slot
from PySide6.QtGui import QGuiApplication

from studio.document.artwork import Stroke
from studio.document.editor import ArtworkEditor
from studio.document.picking import reach, stroke_at, strokes_within
from studio.document.stroke_edits import Similarity, dab_count, scale_range
from studio.pages.paint.edits import PaintEdits
from studio.pages.paint.stroke_selection import StrokeSelection
from studio.widgets.canvas.paint_canvas import PaintCanvas
from studio.widgets.canvas.selection_frame import SelectionFrame

LIVE_DABS = 1500  # more than these follow only once the hand lifts; their frame follows at once
SNAP_DEGREES = 15.0
LEAST_SCALE = 0.02


class PaintSelect(QObject):
    """A gesture is one undo step, counted from the strokes as they were when it began."""

    def __init__(
        self, canvas: PaintCanvas, editor: ArtworkEditor, selection: StrokeSelection, edits: PaintEdits
    ) -> None:
        super().__init__(canvas)
        self._canvas, self._editor = canvas, editor
        self._selection, self._edits = selection, edits
        self._start: QPointF | None = None
        self._way: Callable[[QPointF], Similarity] | None = None  # from the hand's place to what it does
        self._text = ""
        self._base: dict[int, Stroke] = {}
        self._rect = QRectF()
        self._by: Similarity | None = None
        self._kept: tuple[int, ...] = ()  # what was selected before a band was pulled
        self._gesture = 0
        self._has_changed = False
        self._next = QTimer(self)
        self._next.setSingleShot(True)
        self._next.setInterval(0)
        self._next.timeout.connect(self._apply)
        canvas.stroke_started.connect(self._on_started)
        canvas.stroke_moved.connect(self._on_moved)
        canvas.stroke_finished.connect(self._on_finished)
        canvas.stroke_cancelled.connect(self._on_cancelled)
        canvas.nudged.connect(self._on_nudged)
        selection.changed.connect(self._show_frame)
        editor.changed.connect(self._show_frame)

    @Slot(QPointF, bool)
    def _on_started(self, place: QPointF, adds: bool) -> None:
        if self._canvas.tool != "select":
            return
        self._start, self._by, self._has_changed = place, None, False
        self._kept = self._selection.indexes if adds else ()
        part = "" if adds else self._canvas.part_of_frame(place)
        if part == "scale":
            self._take_hold(self._scaling, self.tr("scaling strokes"))
            return
        if part == "turn":
            self._take_hold(self._turning, self.tr("turning strokes"))
            return
        hit = self._stroke_under(place)
        if hit is None and part == "":
            self._way = None  # a band begins here
            self._selection.select(self._kept)
            return
        if adds and hit is not None:
            self._selection.select(set(self._kept) ^ {hit})
        elif hit is not None and hit not in self._selection.indexes:
            self._selection.select([hit])
        self._take_hold(self._moving, self.tr("moving strokes"))

    @Slot(QPointF)
    def _on_moved(self, place: QPointF) -> None:
        if self._start is None:
            return
        if self._way is None:
            self._pull_band(QRectF(self._start, place).normalized())
            return
        if self._by is None and self._way_px(place) < 3:
            return  # a click shakes a little
        self._by = self._way(place)
        self._show_turned_frame(self._by)
        if dab_count(self._base.values()) <= LIVE_DABS:
            self._next.start()

    @Slot()
    def _on_finished(self) -> None:
        if self._start is None:
            return
        self._apply()
        self._end()

    @Slot()
    def _on_cancelled(self) -> None:
        if self._start is None:
            return
        self._by = None
        self._next.stop()
        if self._has_changed:
            self._editor.undo_stack.undo()
        self._end()

    def _end(self) -> None:
        self._start = self._way = self._by = None
        self._base = {}
        self._canvas.set_band(None)
        self._editor.close_step()
        self._show_frame()

    @Slot(QPointF)
    def _on_nudged(self, by: QPointF) -> None:
        strokes = self._edits.selected()
        names = "-".join(map(str, self._selection.indexes))
        text = self.tr("moving strokes")
        self._edits.transform(strokes, Similarity(dx=by.x(), dy=by.y()), text, merge=f"nudge {names}")

    # What a gesture does

    def _take_hold(self, way: Callable[[QPointF], Similarity], text: str) -> None:
        self._way, self._text, self._base = way, text, self._edits.selected()
        self._rect = _rect_of(self._base)
        self._gesture += 1

    @Slot()
    def _apply(self) -> None:
        self._next.stop()
        if self._by is None or not self._base:
            return
        done = self._edits.transform(self._base, self._by, self._text, merge=f"gesture {self._gesture}")
        self._has_changed |= done
        if not done:  # refused: the rest of the gesture does nothing
            self._by, self._base = None, {}

    def _moving(self, place: QPointF) -> Similarity:
        assert self._start is not None
        way = place - self._start
        if _shift_is_held():
            way = QPointF(way.x(), 0) if abs(way.x()) > abs(way.y()) else QPointF(0, way.y())
        return Similarity(dx=way.x(), dy=way.y())

    def _scaling(self, place: QPointF) -> Similarity:
        """About the opposite corner."""
        assert self._start is not None
        rect, start = self._rect, self._start
        anchor = QPointF(
            rect.right() if start.x() < rect.center().x() else rect.left(),
            rect.bottom() if start.y() < rect.center().y() else rect.top(),
        )
        first, now = start - anchor, place - anchor
        scale = QPointF.dotProduct(first, now) / max(QPointF.dotProduct(first, first), 1e-6)
        least, most = scale_range(list(self._base.values()))
        return Similarity(anchor.x(), anchor.y(), scale=min(max(scale, least, LEAST_SCALE), most))

    def _turning(self, place: QPointF) -> Similarity:
        assert self._start is not None
        middle = self._rect.center()
        first, now = self._start - middle, place - middle
        turn = degrees(atan2(now.y(), now.x()) - atan2(first.y(), first.x()))
        if _shift_is_held():
            turn = round(turn / SNAP_DEGREES) * SNAP_DEGREES
        return Similarity(middle.x(), middle.y(), turn=(turn + 180) % 360 - 180)

    def _pull_band(self, band: QRectF) -> None:
        self._canvas.set_band(band)
        layer = self._editor.current.layers[self._editor.chosen_layer]
        found = strokes_within(layer, band.left(), band.top(), band.right(), band.bottom())
        self._selection.select({*self._kept, *found})

    def _stroke_under(self, place: QPointF) -> int | None:
        """Of the chosen layer, or else of another one that shows, which is chosen then."""
        layers, chosen = self._editor.current.layers, self._editor.chosen_layer
        others = [index for index in reversed(range(len(layers))) if index != chosen]
        for index in (chosen, *others):
            layer = layers[index]
            if layer.visible and (index == chosen or not layer.locked):
                hit = stroke_at(layer, place.x(), place.y())
                if hit is not None:
                    self._editor.choose_layer(index)
                    return hit
        return None

    def _way_px(self, place: QPointF) -> float:
        assert self._start is not None
        way = place - self._start
        return hypot(way.x(), way.y()) * self._canvas.zoom

    # The frame

    @Slot()
    def _show_frame(self, _changed: object = None) -> None:
        if self._by is not None:
            return  # it follows the hand
        strokes = self._edits.selected()
        self._canvas.set_frame(SelectionFrame.around(_rect_of(strokes)) if strokes else None)

    def _show_turned_frame(self, by: Similarity) -> None:
        self._canvas.set_frame(SelectionFrame.around(self._rect).moved(by.place))


def _rect_of(strokes: dict[int, Stroke]) -> QRectF:
    if not strokes:
        return QRectF()
    left, top, right, bottom = reach(strokes.values())
    return QRectF(QPointF(left, top), QPointF(right, bottom))


def _shift_is_held() -> bool:
    return bool(QGuiApplication.keyboardModifiers() & Qt.KeyboardModifier.ShiftModifier)
