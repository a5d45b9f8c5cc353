"""Walks a dot along a path at an even pace: once, round and round, or there and back."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QElapsedTimer, QObject, QPointF, Qt, QTimer, Signal, Slot

from studio.widgets.pad.pad_path import PadPath
from studio.widgets.pad.path_pill import LOOP, ONCE, THERE_AND_BACK

STEP_MS = 16
PADS_A_SECOND = 0.25  # at speed 1


class PathPlayer(QObject):
    """The clock decides where the dot is, so a slow machine shows fewer places, not a slower walk."""

    walked = Signal(QPointF)
    playing_changed = Signal(bool)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.speed = 1.0
        self._mode = ONCE
        self._path, self._pace = PadPath(), 1.0
        self._gone = 0.0  # along the path and back, in units of the plane
        self._clock = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(STEP_MS)
        self._timer.timeout.connect(self._step)

    @property
    def is_playing(self) -> bool:
        return self._timer.isActive()

    @property
    def mode(self) -> str:
        return self._mode

    def set_mode(self, mode: str) -> None:
        """Go on from where the dot is."""
        self._gone = along(self._gone, self._path.length, self._mode) if self._path else 0.0
        self._mode = mode

    def play(self, path: PadPath, span: float, start: float = 0.0) -> None:
        """From so far along; a pad shows ``span`` of the plane."""
        self._path, self._pace = path, span * PADS_A_SECOND
        self._gone = start
        self._clock.start()
        self._timer.start()
        self.playing_changed.emit(True)

    def stop(self) -> None:
        if self._timer.isActive():
            self._timer.stop()
            self.playing_changed.emit(False)

    @Slot()
    def _step(self) -> None:
        self.walk(self._clock.restart() / 1000)

    def walk(self, seconds: float) -> None:
        """So much further."""
        self._gone += seconds * self._pace * self.speed
        length = self._path.length
        is_over = self._mode == ONCE and self._gone >= length
        place = self._path.at(np.array([along(self._gone, length, self._mode)]))[0]
        self.walked.emit(QPointF(*place))
        if is_over:
            self.stop()


def along(gone: float, length: float, mode: str) -> float:
    """How far along a path of this length one is who has gone so far."""
    if mode == THERE_AND_BACK:
        return length - abs(gone % (2 * length) - length)
    return gone % length if mode == LOOP else min(gone, length)
