"""Where on the screen a sheet lies: zoom and offset as a value."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSizeF

SMALLEST_ZOOM, LARGEST_ZOOM = 0.05, 32.0


@dataclass(frozen=True, slots=True)
class CanvasView:
    """A place (x, y) of the sheet stands at ``offset + zoom * (x, y)`` of the widget."""

    zoom: float = 1.0
    offset_x: float = 0.0
    offset_y: float = 0.0

    def to_widget(self, place: QPointF) -> QPointF:
        return QPointF(self.offset_x + self.zoom * place.x(), self.offset_y + self.zoom * place.y())

    def to_sheet(self, place: QPointF) -> QPointF:
        return QPointF((place.x() - self.offset_x) / self.zoom, (place.y() - self.offset_y) / self.zoom)

    def rect_to_widget(self, rect: QRectF) -> QRectF:
        return QRectF(self.to_widget(rect.topLeft()), rect.size() * self.zoom)

    def moved(self, by: QPointF) -> CanvasView:
        return CanvasView(self.zoom, self.offset_x + by.x(), self.offset_y + by.y())

    def zoomed(self, zoom: float, about: QPointF) -> CanvasView:
        """At another zoom, with what lies under ``about`` (of the widget) staying there."""
        zoom = min(max(zoom, SMALLEST_ZOOM), LARGEST_ZOOM)
        share = zoom / self.zoom
        return CanvasView(
            zoom,
            about.x() - share * (about.x() - self.offset_x),
            about.y() - share * (about.y() - self.offset_y),
        )

    def kept_near(self, sheet: QSizeF, area: QSizeF, margin: float) -> CanvasView:
        """Moved as little as it takes to keep at least ``margin`` pixels of the sheet in the area."""
        width, height = sheet.width() * self.zoom, sheet.height() * self.zoom
        return CanvasView(
            self.zoom,
            min(max(self.offset_x, margin - width), area.width() - margin),
            min(max(self.offset_y, margin - height), area.height() - margin),
        )


def centred(sheet: QSizeF, area: QSizeF, zoom: float) -> CanvasView:
    """The sheet in the middle of the area, at whole pixels, so that 100% is sharp."""
    return CanvasView(
        zoom,
        float(round((area.width() - sheet.width() * zoom) / 2)),
        float(round((area.height() - sheet.height() * zoom) / 2)),
    )


def fitting_zoom(sheet: QSizeF, area: QSizeF, margin: float) -> float:
    """The largest zoom at which the whole sheet shows with a margin around it."""
    width, height = max(1.0, area.width() - 2 * margin), max(1.0, area.height() - 2 * margin)
    return min(max(min(width / sheet.width(), height / sheet.height()), SMALLEST_ZOOM), LARGEST_ZOOM)
