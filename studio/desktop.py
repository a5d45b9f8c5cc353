"""What the desktop around the window wants to know of it, and what it asks of it."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QFileOpenEvent, QGuiApplication

PROGRAM_NAME = "latent-studio"  # of its .desktop file and of its icon
WINDOWS_ID = "LatentStudio.LatentStudio"  # under which Windows groups its windows in the task bar


def introduce(application: QGuiApplication) -> None:
    """Let task bars and docks show the studio's name and icon instead of Python's."""
    application.setDesktopFileName(PROGRAM_NAME)
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.shell32.SetCurrentProcessExplicitAppUserModelID(WINDOWS_ID)


class FileOpenRequests(QObject):
    """macOS hands over a double-clicked file as an event, also to a studio that is open already."""

    asked = Signal(Path)

    def __init__(self, application: QGuiApplication) -> None:
        super().__init__(application)
        application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QFileOpenEvent) and event.file():
            self.asked.emit(Path(event.file()))
            return True
        return super().eventFilter(watched, event)
