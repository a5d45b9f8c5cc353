"""Everything that floats over the sheet: guides, the ways of strokes, and the frame around what is selected."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QImage, QPainter

from studio.theme import Tokens
from studio.widgets.canvas.brush_cursor import draw_outline, draw_spine
from studio.widgets.canvas.canvas_guides import CanvasGuides, draw_axes, draw_grid, knob_at
from studio.widgets.canvas.canvas_view import CanvasView
from studio.widgets.canvas.missing_mark import draw_missing
from studio.widgets.canvas.selection_frame import (
    FramePart,
    SelectionFrame,
    draw_band,
    draw_frame,
    mapped,
    part_at,
)


class CanvasOverlay:
    """All places are in sheet pixels."""

    def __init__(self) -> None:
        self.guides = CanvasGuides()
        self.spines: list[list[QPointF]] = []
        self.frame: SelectionFrame | None = None
        self.band: QRectF | None = None
        self.missing: list[QRectF] = []
        self.outline: list[QPointF] = []
        self.type_line: list[QPointF] = []
        self.preview: QImage | None = None

    def part_of_frame(self, view: CanvasView, place: QPointF) -> FramePart:
        """What a press takes hold of."""
        if self.frame is None:
            return ""
        return part_at(mapped(self.frame, view.to_widget), view.to_widget(place))

    def axis_at(self, view: CanvasView, place: QPointF) -> int | None:
        """The axis whose knob is at a place of the widget."""
        return None if self.guides.axes is None else knob_at(self.guides.axes, view, place)

    def draw(
        self, painter: QPainter, view: CanvasView, sheet: QSizeF, tokens: Tokens, *, selecting: bool
    ) -> None:
        """Frame and band only while one selects."""
        if self.preview is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(view.rect_to_widget(QRectF(QPointF(), sheet)), self.preview)
        if self.guides.grid:
            draw_grid(painter, view, sheet, tokens)
        if self.guides.axes is not None:
            draw_axes(painter, self.guides.axes, view, sheet, tokens)
        for spine in self.spines:
            draw_spine(painter, [view.to_widget(point) for point in spine], tokens)
        draw_spine(painter, [view.to_widget(point) for point in self.type_line], tokens)
        draw_outline(painter, [view.to_widget(point) for point in self.outline], tokens)
        for mark in self.missing:
            draw_missing(painter, view.rect_to_widget(mark), tokens)
        if selecting and self.frame is not None:
            draw_frame(painter, mapped(self.frame, view.to_widget), tokens)
        if selecting and self.band is not None:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            draw_band(painter, view.rect_to_widget(self.band), tokens)
