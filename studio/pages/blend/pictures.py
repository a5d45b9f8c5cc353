"""The lines of pictures that Blend shows: the middle before all, then its classes, the wells, the film, the grid."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QObject, QTimer, Signal, Slot

from gan.latents import Latent
from studio.controllers.inference import InferenceController
from studio.controllers.picture_channel import PicturesMade
from studio.pages.blend.picture_line import PictureLine
from studio.widgets.pad.latent_map import map_order

MIDDLE, CLASSES, WELLS, FILM, GRID, FRESH = 0, 1, 1, 2, 3, 4  # the smaller goes first
CLASSES_MS = 60  # the row of classes follows a drag at most this often, and the middle never waits for it


class BlendPictures(QObject):
    """Asks for latents; of each line the newest question wins."""

    grid_begun = Signal()
    grid_cells_made = Signal(object, object)  # pixels (n, H, W, C); probabilities (n, K) or None

    def __init__(self, inference: InferenceController, parent: QObject) -> None:
        super().__init__(parent)
        self.middle = PictureLine(inference, MIDDLE, self)
        self.classes = PictureLine(inference, CLASSES, self)
        self._waiting_classes: list[Latent] | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(CLASSES_MS)
        self._pause.timeout.connect(self._on_pause_over)
        self.wells = PictureLine(inference, WELLS, self)
        self.film = PictureLine(inference, FILM, self)
        self.fresh = PictureLine(inference, FRESH, self)
        self._grid = inference.channel(GRID)
        self._grid.made.connect(self._on_cells)

    def ask_classes(self, latents: list[Latent]) -> None:
        """At once, or when the last row is old enough; then the newest."""
        self._waiting_classes = latents
        if not self._pause.isActive():
            self._on_pause_over()

    def forget(self) -> None:
        """Nothing that waits is asked any more: another generator could not draw it."""
        self._waiting_classes = None

    @Slot()
    def _on_pause_over(self) -> None:
        if self._waiting_classes is not None:
            self.classes.ask(self._waiting_classes)
            self._waiting_classes = None
            self._pause.start()

    def ask_grid(self, latents: list[Latent], cells: int, *, read: bool) -> None:
        """Given row by row, made in the order of a map; ``read`` asks what the judge takes each for."""
        ordered = [latents[cell] for cell in map_order(cells)]
        z, mix = np.stack([latent.z for latent in ordered]), np.stack([latent.mix for latent in ordered])
        self._grid.ask(z, mix, read=read)

    @Slot(object)
    def _on_cells(self, made: PicturesMade) -> None:
        if made.start == 0:
            self.grid_begun.emit()
        self.grid_cells_made.emit(made.pixels, made.probabilities)
