"""The charts as a picture for a page or a slide: PNG in pixels, SVG in lines and words."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPointF, QRect, QRectF, QSize
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgGenerator

from studio.theme import colour, tokens_for
from studio.widgets.charts.training_charts import TrainingCharts

MARGIN_PX = 16
PNG_SCALE = 2


def charts_as_png(charts: TrainingCharts) -> bytes:
    """Twice as fine as on the screen, on the ground that the charts stand on."""
    size = _size(charts)
    image = QImage(size * PNG_SCALE, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(PNG_SCALE)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    _paint(charts, painter)
    painter.end()
    return _written(lambda buffer: image.save(buffer, "PNG"))  # type: ignore[call-overload]


def charts_as_svg(charts: TrainingCharts, title: str) -> bytes:
    """Every line and word as such, so that it can be scaled and edited."""

    def write(buffer: QBuffer) -> None:
        paper = QSvgGenerator()
        paper.setOutputDevice(buffer)
        paper.setSize(_size(charts))
        paper.setViewBox(QRect(QRect().topLeft(), _size(charts)))
        paper.setTitle(title)
        painter = QPainter(paper)
        _paint(charts, painter)
        painter.end()

    return _written(write)


def _size(charts: TrainingCharts) -> QSize:
    return charts.size() + QSize(2 * MARGIN_PX, 2 * MARGIN_PX)


def _paint(charts: TrainingCharts, painter: QPainter) -> None:
    painter.fillRect(QRectF(QPointF(), _size(charts)), colour(tokens_for(charts).panel))
    painter.translate(MARGIN_PX, MARGIN_PX)
    charts.paint_on(painter)


def _written(write: Callable[[QBuffer], object]) -> bytes:
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    write(buffer)
    buffer.close()
    return bytes(content.data())
