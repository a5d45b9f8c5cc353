"""The gallery's page of fresh samples: other seeds at every press, drawn by the generator that is open."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from PySide6.QtCore import QObject, Signal, Slot

from gan.config import GeneratorInfo
from gan.events import GalleryLatents
from gan.gallery import COLUMNS, ROWS_WITHOUT_CLASSES
from gan.latents import gaussian, one_hot
from studio.controllers.picture_channel import PicturesMade
from studio.pages.train.gallery_sheet import GallerySheet
from studio.session import Session

PRIORITY = 1
FIRST_SEED = 1000  # the fixed page has its own


class FreshSamples(QObject):
    """Every cell has a seed of its own; fresh weights redraw the same seeds until others are asked for."""

    ready = Signal()  # ``sheet`` is a new one

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self.sheet: GallerySheet | None = None
        self._inference = session.inference
        self._channel = session.inference.channel(PRIORITY)
        self._channel.made.connect(self._on_made)
        session.generator_changed.connect(self._on_generator_changed)
        self._first_seed = FIRST_SEED
        self._is_shown = False
        self._asked: GallerySheet | None = None
        self._parts: list[np.ndarray] = []

    def set_shown(self, shown: bool) -> None:
        """Nothing is drawn for a page that nobody sees."""
        if shown != self._is_shown:
            self._is_shown = shown
            self._draw()

    def draw_others(self) -> None:
        """Other seeds."""
        if self.sheet is not None:
            self._first_seed += self.sheet.seeds.size
        self._draw()

    def _draw(self) -> None:
        if (info := self._inference.info) is None or not self._is_shown:
            return
        self._asked, self._parts = _empty_sheet(info, self._first_seed), []
        z, mix = self._asked.latents.z, self._asked.latents.mix
        self._channel.ask(z.reshape(-1, z.shape[-1]), mix.reshape(-1, mix.shape[-1]), tag=self._asked)

    @Slot(object)
    def _on_generator_changed(self, _info: GeneratorInfo) -> None:
        self._draw()

    @Slot(object)
    def _on_made(self, made: PicturesMade) -> None:
        if self._asked is None or made.tag is not self._asked:
            return
        self._parts.append(made.pixels)
        if made.start + len(made.pixels) == made.total:
            pixels = np.concatenate(self._parts)
            pixels = pixels.reshape(*self._asked.seeds.shape, *pixels.shape[1:])
            self.sheet = replace(self._asked, pixels=pixels)
            self.ready.emit()


def _empty_sheet(info: GeneratorInfo, first_seed: int) -> GallerySheet:
    model = info.model
    has_classes = model.classes > 1
    rows = model.classes if has_classes else ROWS_WITHOUT_CLASSES
    seeds = first_seed + np.arange(rows * COLUMNS).reshape(rows, COLUMNS)
    z = np.stack([gaussian(int(seed), 1, model.z_size)[0] for seed in seeds.flat])
    mix = np.stack([[one_hot(row if has_classes else 0, model.classes)] * COLUMNS for row in range(rows)])
    names = model.class_names if has_classes else ("",) * rows
    return GallerySheet(
        latents=GalleryLatents(row_names=names, z=z.reshape(rows, COLUMNS, -1), mix=mix),
        picture_px=(model.image_size, model.image_size),
        seeds=seeds,
        step=info.step,
        drawn_by=info.name,
    )
