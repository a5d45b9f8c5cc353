"""What the window is busy with while its lag is measured: maps and exports, one after another without a rest."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path

import numpy as np
from PySide6.QtCore import QObject, QTimer, Slot

from gan.errors import Failure
from gan.latents import Latent, gaussian, one_hot
from studio.controllers.exports import CALLED_OFF, Measure
from studio.document.artwork import Artwork, Brush, Layer, Stamp, Stroke
from studio.document.export import ExportOrder, export_png
from studio.pages.explore.page import ExplorePage
from studio.pages.explore.state import DIRECTIONS, LATTICE
from studio.session import Session

LOOK_MS = 10
EXPORT_SCALE = 5  # 1,920 by 1,280 become 61 megapixels


class Maps(QObject):
    """Chooses the other of two sheets in Explore's menu as soon as the map of one is complete."""

    def __init__(self, page: ExplorePage) -> None:
        super().__init__(page)
        self.count = 0
        self._page = page
        self._entries = {entry.data(): entry for entry in page.sheets.menu.actions()}
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self._on_look)

    def begin(self) -> None:
        self._timer.start()

    def end(self) -> None:
        self._timer.stop()

    @property
    def is_over(self) -> bool:
        """Whether nothing is being made any more."""
        return self._page.pad.is_map_complete

    @Slot()
    def _on_look(self) -> None:
        if self._page.pad.is_map_complete:
            self._entries[LATTICE if self.count % 2 == 0 else DIRECTIONS].trigger()
            self.count += 1


class Exports(QObject):
    """Writes a large painting as PNG, over the same file again and again; ``count`` is how many began."""

    def __init__(self, session: Session, folder: Path) -> None:
        super().__init__(session)
        self.count = 0
        self._session = session
        self._goes_on = False
        self._measure: Measure | None = None
        self._order = ExportOrder(large_artwork(), folder / "export.png", EXPORT_SCALE, on_paper=True)

    def begin(self) -> None:
        self._goes_on = True
        self._write()

    def end(self) -> None:
        self._goes_on = False
        if self._measure is not None:
            self._measure.call_off()

    @property
    def is_over(self) -> bool:
        """Whether nothing is being written any more."""
        return self._measure is None

    def _write(self) -> None:
        job, self._measure = self._session.exports.write(partial(export_png, self._order))
        job.finished.connect(self._on_over)
        job.failed.connect(self._on_failed)
        self.count += 1

    @Slot(object)
    def _on_over(self, _path: Path) -> None:
        self._measure = None
        if self._goes_on:
            self._write()

    @Slot(object)
    def _on_failed(self, failure: Failure) -> None:
        self._measure = None
        if failure.code != CALLED_OFF:
            print(failure, file=sys.stderr)


def large_artwork() -> Artwork:
    """2,000 stamps in strokes of a hundred, on 1,920 by 1,280."""
    random, strokes = np.random.default_rng(0), []
    y, x = np.mgrid[:28, :28] - 13.5
    for number in range(20):
        radii = random.uniform(4, 11, 100)
        pixels = [np.clip(255 * (1.8 - np.abs(np.hypot(x, y) - radius)), 0, 255) for radius in radii]
        latents = gaussian(number, 100, 64)
        stamps = tuple(
            Stamp(Latent(z, one_hot(number % 10, 10)), one[..., None].astype(np.uint8))
            for z, one in zip(latents, pixels, strict=True)
        )
        dabs = np.zeros((100, 5), np.float32)
        dabs[:, :2], dabs[:, 2] = random.uniform(0, (1920, 1280), (100, 2)), 62
        dabs[:, 4] = np.arange(100)
        strokes.append(
            Stroke(kind="ink", brush=Brush(), stamps=stamps, dabs=dabs, path=dabs[:, :2], seed=number)
        )
    return Artwork(1920, 1280, layers=(Layer("Ink", tuple(strokes)),))
