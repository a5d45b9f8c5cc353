"""Latents travel between widgets, rooms and programs as text."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QDrag, QPixmap
from PySide6.QtWidgets import QWidget

LATENT_MIME = "application/x-latent"


def latent_mime(text: str) -> QMimeData:
    """Also as plain text, so that it can be dropped into a letter."""
    mime = QMimeData()
    mime.setData(LATENT_MIME, text.encode())
    mime.setText(text)
    return mime


def latent_text(mime: QMimeData) -> str | None:
    if not mime.hasFormat(LATENT_MIME):
        return None
    return bytes(mime.data(LATENT_MIME).data()).decode(errors="replace")


def drag_latent(source: QWidget, text: str, picture: QPixmap) -> None:
    """Returns once it has been dropped."""
    drag = QDrag(source)
    drag.setMimeData(latent_mime(text))
    drag.setPixmap(picture)
    drag.setHotSpot(QPoint(picture.deviceIndependentSize().toSize().width() // 2, 0))
    drag.exec(Qt.DropAction.CopyAction)
