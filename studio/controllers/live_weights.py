"""Paces the reopening of a generator that is still being trained."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot

PAUSE_MS = 500
MOST_PUT_OFF = 5  # times in a row while a hand moves: to reopen takes longer than a step of a drag may


class LiveWeights(QObject):
    """Passes on the newest saved file, at most twice a second, and every three seconds while something is dragged."""

    due = Signal(object)  # Path

    def __init__(self, is_dragged: Callable[[], bool], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._is_dragged = is_dragged
        self._put_off = 0
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
        if self._newest is None:
            return
        self._pause.start()
        if self._is_dragged() and self._put_off < MOST_PUT_OFF:
            self._put_off += 1
            return
        self._put_off = 0
        path, self._newest = self._newest, None
        self.due.emit(path)
