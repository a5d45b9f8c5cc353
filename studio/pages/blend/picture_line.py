"""A list of latents drawn as one: a row, a film, a sheet of samples."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QObject, Signal, Slot

from gan.latents import Latent
from studio.controllers.inference import InferenceController
from studio.controllers.picture_channel import PictureChannel, PicturesMade
from studio.pages.picture_menu import Picture


class PictureLine(QObject):
    """Asks one channel for a list of latents and reports the pictures once all are there."""

    made = Signal(object)  # list[Picture]

    def __init__(self, inference: InferenceController, priority: int, parent: QObject) -> None:
        super().__init__(parent)
        self._channel: PictureChannel = inference.channel(priority)
        self._channel.made.connect(self._on_made)
        self._gathered: list[np.ndarray] = []

    def ask(self, latents: Sequence[Latent]) -> None:
        """A newer list replaces an older one that has not begun."""
        z, mix = np.stack([latent.z for latent in latents]), np.stack([latent.mix for latent in latents])
        self._channel.ask(z, mix, tag=tuple(latents))

    @Slot(object)
    def _on_made(self, made: PicturesMade) -> None:
        if made.start == 0:
            self._gathered = []
        self._gathered.extend(made.pixels)
        if len(self._gathered) == made.total:
            assert isinstance(made.tag, tuple)
            self.made.emit([Picture(*pair) for pair in zip(made.tag, self._gathered, strict=True)])
