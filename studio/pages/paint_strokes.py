"""Turns what the hand does on the canvas into strokes of the artwork, and shows the artwork on the canvas."""

from __future__ import annotations

import logging
from pathlib import Path

from PySide6.QtCore import QObject, QPointF, QRectF, QTimer, Signal, Slot

from studio.document.artwork import DAB_X, DAB_Y, Stamp
from studio.document.ink_sheet import InkSheet, screen_scale
from studio.document.picking import stamp_at
from studio.document.stroke_builder import StrokeBuilder, straight_start
from studio.pages.paint_brush import PaintBrush
from studio.session import Session
from studio.widgets.paint_canvas import PaintCanvas

log = logging.getLogger(__name__)

SHARPEN_AFTER_MS = 200  # a zoom comes in many small steps: only where it rests is the ink drawn anew


class PaintStrokes(QObject):
    """One stroke at a time; it becomes an undo step when the hand lifts."""

    brush_missing = Signal()  # the hand came down before the brush was ready
    picked = Signal(object)  # studio.document.artwork.Stamp

    def __init__(self, canvas: PaintCanvas, session: Session, brush: PaintBrush) -> None:
        super().__init__(canvas)
        self._canvas, self._session, self._brush = canvas, session, brush
        self._editor = session.artwork
        self._ink = InkSheet(self._editor.current, self._wanted_scale())
        self._builder: StrokeBuilder | None = None
        self._line_from: QPointF | None = None  # of a straight line in progress
        self._last_dab: QPointF | None = None
        self._generator = _GeneratorBytes()
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
            self._builder.add(place.x(), place.y())
        self._next_preview.start()

    @Slot()
    def _on_finished(self) -> None:
        if self._builder is None:
            return
        self._show_preview()
        stroke, self._builder = self._builder.stroke(), None
        self._last_dab = QPointF(float(stroke.dabs[-1, DAB_X]), float(stroke.dabs[-1, DAB_Y]))
        made_with = self._generator.read(self._session.generator_file) if stroke.kind == "ink" else None
        self._editor.add_stroke(stroke, made_with)

    @Slot()
    def _on_cancelled(self) -> None:
        self._builder = None
        self._show(self._ink.drop_preview())

    @Slot(QPointF)
    def _on_picked(self, place: QPointF) -> None:
        stamp: Stamp | None = stamp_at(self._editor.current, place.x(), place.y())
        if stamp is not None:
            self.picked.emit(stamp)

    def _begin(self, place: QPointF) -> None:
        erases = self._canvas.tool == "erase"
        stamps = () if erases else self._brush.stamps
        seed = self._editor.current.stroke_count
        self._builder = StrokeBuilder(self._brush.brush, stamps, erases=erases, seed=seed)
        if self._line_from is not None:
            corner = (self._line_from.x(), self._line_from.y())
            self._builder.add(*straight_start(corner, (place.x(), place.y()), self._builder.step_px))
        self._builder.add(place.x(), place.y())

    # The screen

    def _wanted_scale(self) -> float:
        wanted = self._canvas.zoom * self._canvas.devicePixelRatioF()
        return screen_scale(self._editor.current, wanted)

    @Slot()
    def _show_preview(self) -> None:
        """A travelling stroke changes all along: it is drawn once for all moves that are waiting."""
        if self._builder is not None:
            self._show(self._ink.preview(self._builder))

    def _show(self, changed: QRectF | None) -> None:
        self._canvas.set_layers(self._ink.images, changed)

    def _show_sheet(self) -> None:
        artwork = self._editor.current
        self._canvas.set_sheet(artwork.width, artwork.height, artwork.paper)
        self._show(None)

    @Slot(object)
    def _on_artwork_changed(self, changed: QRectF | None) -> None:
        self._builder = None
        if changed is None:  # another artwork altogether
            self._last_dab = None
            self._ink = InkSheet(self._editor.current, self._wanted_scale())
            self._show_sheet()
        else:
            self._show(self._ink.show(self._editor.current, changed))

    @Slot(float)
    def _on_zoom_changed(self, _zoom: float) -> None:
        self._sharpen.start()

    @Slot()
    def _on_zoom_rested(self) -> None:
        if self._builder is None and self._wanted_scale() != self._ink.scale:
            self._ink = InkSheet(self._editor.current, self._wanted_scale())
            self._show(None)


class _GeneratorBytes:
    """The generator's file, read again only when it changed: while training it does so every second."""

    def __init__(self) -> None:
        self._known: tuple[Path, int, int] | None = None
        self._content: bytes | None = None

    def read(self, path: Path) -> bytes | None:
        """None if it cannot be read: the stroke is worth more than the file that made its stamps."""
        try:
            state = path.stat()
            key = (path, state.st_mtime_ns, state.st_size)
            if key != self._known:
                self._content, self._known = path.read_bytes(), key
        except OSError:
            log.exception("the generator could not be read for the document")
            return None
        return self._content
