"""Plays the film of Blend: once, round and round, or there and back, at a chosen speed."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QObject, QTimer, Signal, Slot

Manner = Literal["once", "loop", "there and back"]
MANNERS: tuple[Manner, ...] = ("once", "loop", "there and back")
SLOWEST, USUAL_SPEED, FASTEST = 1, 12, 60  # pictures a second


class FilmPlayer(QObject):
    """Counts frames; what a frame shows is its owner's business."""

    frame_reached = Signal(int)
    ended = Signal()  # by itself, after the last frame

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.manner: Manner = "there and back"
        self._frames, self._frame, self._way = 0, 0, 1
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._advance)
        self.set_speed(USUAL_SPEED)

    @property
    def is_playing(self) -> bool:
        return self._timer.isActive()

    def set_speed(self, frames_per_s: float) -> None:
        """While it plays, too."""
        self.speed = frames_per_s
        self._timer.setInterval(round(1000 / frames_per_s))

    def play(self, frames: int, start: int) -> None:
        """From a frame on; from the first where that is the last."""
        self._frames, self._way = frames, 1
        self._frame = start if 0 <= start < frames - 1 else 0
        self._timer.start()
        self.frame_reached.emit(self._frame)

    def stop(self) -> None:
        """Stay where it is."""
        self._timer.stop()

    @Slot()
    def _advance(self) -> None:
        if self.manner == "once" and self._frame == self._frames - 1:
            self.stop()
            self.ended.emit()
            return
        if self.manner == "there and back":
            if not 0 <= self._frame + self._way < self._frames:
                self._way = -self._way
            self._frame += self._way
        else:
            self._way = 1
            self._frame = (self._frame + 1) % self._frames
        self.frame_reached.emit(self._frame)
