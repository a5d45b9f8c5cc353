"""A loop as it will leave: its pictures in their order and speed, dressed as in the file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from studio.frame_look import FrameLook
from studio.widgets.pictures.dressed_picture import SIDE_PX, ExportPreview, image_of


class LoopPreview(ExportPreview):
    """Plays while it can be seen; before there are pictures it says what it waits for."""

    def __init__(self, waiting: str, parent: QWidget | None = None) -> None:
        super().__init__(waiting, grows=False, parent=parent)  # its pictures have whole pixels
        self._frames: np.ndarray | None = None
        self._look = FrameLook()
        self._order: Sequence[int] = ()
        self._at = 0
        self._clock = QTimer(self)
        self._clock.setTimerType(Qt.TimerType.PreciseTimer)
        self._clock.timeout.connect(self._show_next)

    @property
    def number(self) -> int | None:
        """Which of the frames is shown."""
        return self._order[self._at] if self._frames is not None and self._order else None

    def show_frames(self, frames: np.ndarray) -> None:
        """(N, H, W, C) uint8."""
        self._frames = frames

    def play(self, order: Sequence[int], fps: float, look: FrameLook) -> None:
        """The frames of one round by number, over and over; goes on where it is if it can."""
        self._order, self._look = order, look
        self._at = min(self._at, len(order) - 1)
        self._clock.setInterval(max(round(1000 / fps), 1))
        self._start_or_stop()
        self._show()

    def _start_or_stop(self) -> None:
        if self.isVisible() and self._frames is not None and len(self._order) > 1:
            if not self._clock.isActive():
                self._clock.start()
        else:
            self._clock.stop()

    @Slot()
    def _show_next(self) -> None:
        self._at = (self._at + 1) % len(self._order)
        self._show()

    def _show(self) -> None:
        if self._frames is None or self.number is None:
            return
        height, width = self._frames.shape[1:3]
        ratio = self.devicePixelRatioF()
        scale = max(int(SIDE_PX * ratio // max(height, width)), 1)
        image = image_of(replace(self._look, scale=scale).dress(self._frames[self.number]))
        image.setDevicePixelRatio(ratio)
        self.show_image(image)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._start_or_stop()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._clock.stop()
