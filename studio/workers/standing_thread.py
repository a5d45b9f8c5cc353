"""A thread that stands as long as the window does, with one worker living in it."""

from __future__ import annotations

from PySide6.QtCore import QObject, QThread


class StandingThread(QThread):
    """Runs an event loop for ``worker``; ends when the worker itself quits it, so nothing queued is lost."""

    def __init__(self, name: str, worker: QObject, parent: QObject) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        worker.moveToThread(self)
        self.finished.connect(worker.deleteLater)  # Qt delivers this one inside the ending thread
