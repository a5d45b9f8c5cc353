"""A painting at the size it is printed, as a PDF of one page."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRect, QSizeF
from PySide6.QtGui import QImage, QPageSize, QPainter, QPdfWriter

from gan.files import atomic_write
from gan.media.provenance import TOOL, xmp_packet
from studio.document.export import ExportOrder, Progress, bands_of, export_size

LEAST_DPI, MOST_DPI, USUAL_DPI = 50, 1200, 300
MM_PER_INCH = 25.4


def print_size_mm(width: int, height: int, dpi: int) -> tuple[float, float]:
    """Of so many pixels of the sheet, so many of which lie on an inch."""
    return width / dpi * MM_PER_INCH, height / dpi * MM_PER_INCH


def export_pdf(order: ExportOrder, dpi: int, progress: Progress | None = None) -> Path:
    """Write it, in any thread: whole or not at all. ``dpi``: pixels of the sheet to an inch. OSError says why not."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    _write(buffer, order, dpi, progress)
    atomic_write(order.path, bytes(buffer.data().data()))
    return order.path


def _write(device: QIODevice, order: ExportOrder, dpi: int, progress: Progress | None) -> None:
    """The picture goes in bands, whose edges are whole pixels of the page."""
    width, height = export_size(order.artwork, order.scale)
    page = QSizeF(*(side * MM_PER_INCH for side in (order.artwork.width / dpi, order.artwork.height / dpi)))
    writer = QPdfWriter(device)
    writer.setCreator(TOOL)
    writer.setPageSize(QPageSize(page, QPageSize.Unit.Millimeter, "", QPageSize.SizeMatchPolicy.ExactMatch))
    writer.setPageMargins(QMarginsF())
    writer.setResolution(dpi * order.scale)
    writer.setDocumentXmpMetadata(QByteArray(xmp_packet("composite").encode()))
    painter = QPainter(writer)
    painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering)
    painter.setWindow(0, 0, width, height)
    top = 0
    try:
        for band in bands_of(order.artwork, order.scale, on_paper=order.on_paper, progress=progress):
            rows = len(band)
            kind = QImage.Format.Format_RGB888 if band.shape[2] == 3 else QImage.Format.Format_RGBA8888
            image = QImage(band.data, width, rows, band.strides[0], kind)
            painter.drawImage(QRect(0, top, width, rows), image)
            top += rows
    finally:
        painter.end()
