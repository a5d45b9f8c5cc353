"""A picture that is dropped or pasted from another program: its file, or the picture itself."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QImage


def foreign_picture(mime: QMimeData) -> Path | QImage | None:
    """The first file on this computer, or else an image; None where there is neither."""
    for url in mime.urls():
        if url.isLocalFile():
            return Path(url.toLocalFile())
    if mime.hasImage():
        image = QImage(mime.imageData())
        return None if image.isNull() else image
    return None
