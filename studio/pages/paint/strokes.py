"""Turns what the hand does on the canvas into strokes of the artwork, and shows the artwork on the canvas."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject, QPointF, QRectF, QTimer, Signal, Slot
from PySide6.QtGui import QImage

from studio.document.artwork import DAB_X, DAB_Y, Artwork, Layer, Stamp
from studio.document.ink_sheet import InkSheet, screen_scale
from studio.document.picking import stamp_at
from studio.document.stroke_builder import StrokeBuilder, straight_start
from studio.document.symmetry import NO_SYMMETRY
from studio.pages.paint.brush import PaintBrush
from studio.pages.paint.generator_bytes import GeneratorBytes
from studio.session import Session
from studio.widgets.canvas.paint_canvas import PaintCanvas

SHARPEN_AFTER_MS = 200  # a zoom comes in many small steps: only where it rests is the ink drawn anew


class PaintStrokes(QObject):
    """One stroke at a time; it becomes an undo step when the hand lifts."""

    brush_missing = Signal()  # the hand came down before the brush was ready
    refused = Signal(str)  # why the chosen layer takes no stroke
    picked = Signal(object)  # studio.document.artwork.Stamp

    def __init__(self, canvas: PaintCanvas, session: Session, brush: PaintBrush) -> None:
        super().__init__(canvas)
        self._canvas, self._session, self._brush = canvas, session, brush
        self._editor = session.artwork
        self._ink = InkSheet(self._editor.current, self._wanted_scale())
        self.symmetry = NO_SYMMETRY
        self._painted: tuple[tuple[Layer, QImage], ...] = ()  # of what is about to be shown
        self._builder: StrokeBuilder | None = None
        self._line_from: QPointF | None = None  # of a straight line in progress
        self._last_dab: QPointF | None = None
        self._generator = GeneratorBytes()
        self._sharpen = QTimer(self)
        self._sharpen.setSingleShot(True)
        self._sharpen.setInterval(SHARPEN_AFTER_MS)
        self._sharpen.timeout.connect(self._on_zoom_rested)
        self._next_preview = QTimer(self)
        self._next_preview.setSingleShot(True)
        self._next_preview.setInterval(0)
        self._next_preview.timeout.connect(self._show_preview)
        self._connect()
        self._show_sheet()

    def _connect(self) -> None:
        canvas = self._canvas
        canvas.stroke_started.connect(self._on_started)
        canvas.stroke_moved.connect(self._on_moved)
        canvas.stroke_finished.connect(self._on_finished)
        canvas.stroke_cancelled.connect(self._on_cancelled)
        canvas.picked.connect(self._on_picked)
        canvas.zoom_changed.connect(self._on_zoom_changed)
        self._editor.changed.connect(self._on_artwork_changed)

    # The hand

    @Slot(QPointF, bool)
    def _on_started(self, place: QPointF, straight: bool) -> None:
        if self._canvas.tool not in ("brush", "erase"):
            return
        if trouble := self._trouble_of_layer():
            self.refused.emit(trouble)
            return
        if self._canvas.tool == "brush" and not self._brush.stamps:
            self.brush_missing.emit()
            return
        self._line_from = self._last_dab if straight else None
        self._begin(place)
        self._show_preview()

    @Slot(QPointF)
    def _on_moved(self, place: QPointF) -> None:
        if self._builder is None:
            return
        if self._line_from is not None:
            self._show(self._ink.drop_preview())
            self._begin(place)
        else:
            self._builder.add(place.x(), place.y(), self._canvas.pressure)
        self._next_preview.start()

    @Slot()
    def _on_finished(self) -> None:
        if self._builder is None:
            return
        self._show_preview()
        stroke, self._builder = self._builder.stroke(), None
        self._last_dab = QPointF(float(stroke.dabs[-1, DAB_X]), float(stroke.dabs[-1, DAB_Y]))
        made_with = self._generator.read(self._session.generator_file) if stroke.kind == "ink" else None
        self._editor.add_strokes(self.symmetry.all_of(stroke), made_with)

    @Slot()
    def _on_cancelled(self) -> None:
        if self._builder is None:
            return
        self._builder = None
        self._show(self._ink.drop_preview())

    @Slot(QPointF)
    def _on_picked(self, place: QPointF) -> None:
        stamp: Stamp | None = stamp_at(self._editor.current, place.x(), place.y())
        if stamp is not None:
            self.picked.emit(stamp)

    def _trouble_of_layer(self) -> str:
        layer = self._editor.current.layers[self._editor.chosen_layer]
        if layer.locked:
            return self.tr("“{name}” is locked: unlock it to paint on it.").format(name=layer.name)
        if not layer.visible:
            return self.tr("“{name}” is hidden: show it to paint on it.").format(name=layer.name)
        return ""

    def _begin(self, place: QPointF) -> None:
        erases = self._canvas.tool == "erase"
        stamps = () if erases else self._brush.stamps
        artwork = self._editor.current
        self._builder = StrokeBuilder(
            self._brush.brush,
            stamps,
            erases=erases,
            seed=artwork.stroke_count,
            along=self._brush.mode,
            sheet=(artwork.width, artwork.height),
        )
        if self._line_from is not None:
            corner = (self._line_from.x(), self._line_from.y())
            start = straight_start(corner, (place.x(), place.y()), self._builder.step_px)
            self._builder.add(*start, self._canvas.pressure)
        self._builder.add(place.x(), place.y(), self._canvas.pressure)

    # The screen

    def show_painting(self) -> None:
        """On the canvas again, where something else was shown in its place."""
        self._show(None)

    @property
    def scale(self) -> float:
        """In which the layers are kept, pixels to a document pixel."""
        return self._ink.scale

    def expect(self, painted: Iterable[tuple[Layer, QImage]]) -> None:
        """Layers of the next change with their pictures: of thousands of stamps the window need not paint any."""
        self._painted = tuple(painted)

    def _wanted_scale(self) -> float:
        wanted = self._canvas.zoom * self._canvas.devicePixelRatioF()
        return screen_scale(self._editor.current, wanted)

    @Slot()
    def _show_preview(self) -> None:
        """A travelling stroke changes all along: it is drawn once for all moves that are waiting."""
        if self._builder is not None:
            self._show(self._ink.preview(self._builder, self._editor.chosen_layer, self.symmetry))

    def _show(self, changed: QRectF | None) -> None:
        shown = self._canvas.zoom * self._canvas.devicePixelRatioF()
        self._canvas.set_picture(self._ink.picture_for(shown), changed)

    def _show_sheet(self) -> None:
        artwork = self._editor.current
        self._canvas.set_sheet(artwork.width, artwork.height, transparent=artwork.paper is None)
        self._show(None)

    @Slot(object)
    def _on_artwork_changed(self, changed: QRectF | None) -> None:
        self._builder = None
        painted, self._painted = self._painted, ()
        if changed is None:  # another artwork altogether
            self._last_dab = None
            self._ink = InkSheet(self._editor.current, self._wanted_scale())
            self._show_sheet()
        else:
            self._canvas.set_transparent(self._editor.current.paper is None)
            if _filled(self._ink.artwork) != _filled(self._editor.current):
                self._sharpen.start()  # more layers may have to be kept more coarsely
            self._show(self._ink.show(self._editor.current, changed, painted))

    @Slot(float)
    def _on_zoom_changed(self, _zoom: float) -> None:
        self._show(None)  # the copy of the size that is shown now
        self._sharpen.start()

    @Slot()
    def _on_zoom_rested(self) -> None:
        if self._builder is None and self._wanted_scale() != self._ink.scale:
            self._ink = InkSheet(self._editor.current, self._wanted_scale())
            self._show(None)


def _filled(artwork: Artwork) -> int:
    """How many layers need a picture."""
    return sum(bool(layer.strokes) for layer in artwork.layers)
