"""A loop as it will leave: its pictures in their order and speed, dressed as in the file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QHideEvent, QKeyEvent, QMouseEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from studio.frame_look import FrameLook
from studio.motion import motion_is_reduced
from studio.widgets.pictures.dressed_picture import SIDE_PX, ExportPreview, image_of


class LoopPreview(ExportPreview):
    """Plays while it can be seen, unless a person holds it or wants no motion; a click, or Space, changes that."""

    def __init__(self, waiting: str, parent: QWidget | None = None) -> None:
        super().__init__(waiting, grows=False, parent=parent)  # its pictures have whole pixels
        self._frames: np.ndarray | None = None
        self._look = FrameLook()
        self._order: Sequence[int] = ()
        self._at = 0
        self._is_held = motion_is_reduced()
        self._clock = QTimer(self)
        self._clock.setTimerType(Qt.TimerType.PreciseTimer)
        self._clock.timeout.connect(self._show_next)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setToolTip(
            self.tr("How it plays in the file; click, or press Space, to hold it and to let it go on")
        )

    @property
    def is_playing(self) -> bool:
        return self._clock.isActive()

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
        plays = self.isVisible() and not self._is_held
        if plays and self._frames is not None and len(self._order) > 1:
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

    def _hold_or_go_on(self) -> None:
        self._is_held = not self._is_held
        self._start_or_stop()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._hold_or_go_on()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self._hold_or_go_on()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._start_or_stop()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._clock.stop()
