"""A painting, a picture, or a generator can be dropped anywhere on the window."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QWidget

SUFFIXES = (".latent", ".safetensors", ".png", ".jpg", ".jpeg", ".webp", ".bmp", ".gif")


class DocumentDrop(QObject):
    """What a part of the window takes for itself does not come here."""

    dropped = Signal(object)  # Path

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QDragEnterEvent | QDragMoveEvent | QDropEvent):
            return False
        file = dropped_file(event.mimeData())
        if file is None:
            return False
        event.acceptProposedAction()
        if event.type() == QEvent.Type.Drop:
            self.dropped.emit(file)
        return True


def dropped_file(mime: QMimeData) -> Path | None:
    """The one file that is dragged, if it may be one of ours."""
    urls = mime.urls()
    if len(urls) != 1 or not urls[0].isLocalFile():
        return None
    file = Path(urls[0].toLocalFile())
    return file if file.suffix.lower() in SUFFIXES else None
