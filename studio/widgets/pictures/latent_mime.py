"""Latents travel between widgets, rooms and programs as text."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDrag, QPixmap
from PySide6.QtWidgets import QWidget

LATENT_MIME = "application/x-latent"


def latent_mime(text: str, files: Sequence[Path] = ()) -> QMimeData:
    """Also as plain text, so that it can be dropped into a letter, and as the ``files`` that hold the pictures.

    Of several latents, one a line, those who take only one get the first.
    """
    mime = QMimeData()
    if files:
        mime.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    mime.setData(LATENT_MIME, text.partition("\n")[0].encode())
    mime.setText(text)
    return mime


def latent_text(mime: QMimeData) -> str | None:
    if not mime.hasFormat(LATENT_MIME):
        return None
    return bytes(mime.data(LATENT_MIME).data()).decode(errors="replace")


def drag_latent(source: QWidget, text: str, picture: QPixmap, files: Sequence[Path] = ()) -> None:
    """Returns once it has been dropped."""
    drag = QDrag(source)
    drag.setMimeData(latent_mime(text, files))
    drag.setPixmap(picture)
    drag.setHotSpot(QPoint(picture.deviceIndependentSize().toSize().width() // 2, 0))
    drag.exec(Qt.DropAction.CopyAction)
