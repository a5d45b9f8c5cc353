"""What the hand draws with the tool Stencil: a shape on the sheet, or the frame of a picture."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, QPointF, QRectF, Signal, Slot

from studio.document.editor import ArtworkEditor
from studio.document.stencil import fitted
from studio.pages.paint.stencil_work import Points, corners_of, frame_of, outline_of
from studio.widgets.canvas.paint_canvas import PaintCanvas
from studio.widgets.canvas.stencil_panel import StencilPanel

CLICK_PX, MARGIN = 4.0, 0.03  # less than so many screen pixels is no drag; of the whole sheet, on each side


class StencilShape(QObject):
    """A click stands for the whole sheet, so that no hand is needed."""

    begun = Signal()
    moved = Signal()
    drawn = Signal()
    given_up = Signal()

    def __init__(self, canvas: PaintCanvas, panel: StencilPanel, editor: ArtworkEditor) -> None:
        super().__init__(canvas)
        self._canvas, self._panel, self._editor = canvas, panel, editor
        self._is_drawing = False
        self.points: Points = ()  # in sheet pixels; none: nothing is to be filled
        self.pixels: NDArray[np.uint8] | None = None  # of the picture
        canvas.stroke_started.connect(self._on_started)
        canvas.stroke_moved.connect(self._on_moved)
        canvas.stroke_finished.connect(self._on_finished)
        canvas.stroke_cancelled.connect(self._on_cancelled)

    @property
    def kind(self) -> str:
        return self._panel.values.shape

    @property
    def is_drawn(self) -> bool:
        """Whether there is something to fill, and the hand has let go of it."""
        return bool(self.points) and not self._is_drawing

    @property
    def outline(self) -> list[QPointF]:
        """The closed line around it."""
        points = outline_of(self.kind, self.points) if len(self.points) > 1 else ()
        return [QPointF(*point) for point in points]

    def clear(self) -> None:
        self._is_drawing, self.points = False, ()

    def take_picture(self, pixels: NDArray[np.uint8]) -> None:
        """It fills the sheet as far as it fits."""
        self.pixels = pixels
        self.points = corners_of(fitted(pixels, self._whole_sheet()))

    @Slot(QPointF, bool)
    def _on_started(self, place: QPointF, _straight: bool) -> None:
        if self._canvas.tool == "stencil":
            self.begun.emit()
            self._is_drawing, self.points = True, ((place.x(), place.y()),)

    @Slot(QPointF)
    def _on_moved(self, place: QPointF) -> None:
        if self._is_drawing:
            before = self.points if self.kind == "outline" else self.points[:1]
            self.points = (*before, (place.x(), place.y()))
            self.moved.emit()

    @Slot()
    def _on_finished(self) -> None:
        if not self._is_drawing:
            return
        self._is_drawing = False
        frame = frame_of(self.points)
        is_click = max(frame.width(), frame.height()) * self._canvas.zoom < CLICK_PX
        frame = self._whole_sheet() if is_click else frame
        if self.kind == "picture":
            self.points = () if self.pixels is None else corners_of(fitted(self.pixels, frame))
        elif is_click:
            corners = corners_of(frame)
            self.points = outline_of("rectangle", corners) if self.kind == "outline" else corners
        self.drawn.emit()

    @Slot()
    def _on_cancelled(self) -> None:
        if self._is_drawing:
            self.clear()
            self.given_up.emit()

    def _whole_sheet(self) -> QRectF:
        sheet = self._editor.current
        margin = MARGIN * min(sheet.width, sheet.height)
        return QRectF(0, 0, sheet.width, sheet.height).adjusted(margin, margin, -margin, -margin)
