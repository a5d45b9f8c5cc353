"""Paces the reopening of a generator that is still being trained."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot

PAUSE_MS = 500


class LiveWeights(QObject):
    """Passes on the newest saved file, at most twice a second."""

    due = Signal(object)  # Path

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._newest: Path | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._pass_on)

    def saved(self, path: Path) -> None:
        self._newest = path
        if not self._pause.isActive():
            self._pass_on()

    def forget(self) -> None:
        """The viewer follows something else now."""
        self._newest = None

    @Slot()
    def _pass_on(self) -> None:
        if self._newest is not None:
            path, self._newest = self._newest, None
            self._pause.start()
            self.due.emit(path)
