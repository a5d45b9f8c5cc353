"""Answers that come in parts, given on whole: a brush is ready only with all its stamps."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QObject, Signal, Slot

from studio.controllers.picture_channel import PictureChannel, PicturesMade


class WholeAnswers(QObject):
    """Asks for exact pictures: the same latents give the same pixels every time."""

    made = Signal(object, object)  # the tag; pixels (N, H, W, C)

    def __init__(self, channel: PictureChannel, parent: QObject) -> None:
        super().__init__(parent)
        self._channel = channel
        self._tag: object = None
        self._parts: list[np.ndarray] = []
        channel.made.connect(self._on_made)

    def ask(self, z: np.ndarray, mix: np.ndarray, tag: object) -> None:
        """For (N, Z) under (N, K); what was asked before is forgotten."""
        self._tag, self._parts = tag, []
        self._channel.ask(z, mix, exact=True, tag=tag)

    def forget(self) -> None:
        """Let no answer through until the next question."""
        self._tag = None

    @Slot(object)
    def _on_made(self, made: PicturesMade) -> None:
        if self._tag is None or made.tag is not self._tag:
            return
        if made.start == 0:
            self._parts = []
        self._parts.append(made.pixels)
        if made.start + len(made.pixels) == made.total:
            self.made.emit(self._tag, np.concatenate(self._parts))
