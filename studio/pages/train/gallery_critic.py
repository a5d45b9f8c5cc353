"""The second opinion on the gallery: how real the discriminator finds a picture, and what lies nearest to it."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from PySide6.QtCore import QObject, Signal, Slot

from gan.errors import Failure
from studio.controllers.critic import FIND, LOOK, Neighbours, Seen
from studio.number_style import number
from studio.pages.engine_words import EngineWords
from studio.session import Session
from studio.widgets.gallery.nearest_card import NearestCard
from studio.widgets.gallery.sample_gallery import SampleGallery


class GalleryCritic(QObject):
    """Asks only for what somebody looks at; where a run has no discriminator to ask, it says nothing."""

    score_changed = Signal(str)  # words on the picture under the cursor, or ""

    def __init__(self, gallery: SampleGallery, card: NearestCard, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._gallery, self._card, self._critic = gallery, card, session.critic
        self._words = EngineWords(self)
        self._folder: Path | None = None
        self._pixels: np.ndarray | None = None
        self._has_classes = False
        self._seen: Seen | None = None
        self._cell: tuple[int, int] | None = None
        self._shows_heat = False
        self._critic.looked.connect(self._on_looked)
        self._critic.found.connect(self._on_found)
        self._critic.failed.connect(self._on_failed)
        gallery.cell_hovered.connect(self._on_hovered)

    def set_run(self, folder: Path | None, *, has_classes: bool) -> None:
        """Whose discriminator and whose training pictures are asked."""
        if folder != self._folder:
            self._card.hide()
        self._folder, self._has_classes = folder, has_classes
        self._seen = None

    def show_pictures(self, pixels: np.ndarray | None) -> None:
        """What the gallery shows now, (R, C, H, W, Ch)."""
        self._pixels = pixels
        self._look()

    @Slot(bool)
    def show_heat(self, shows: bool) -> None:
        self._shows_heat = shows
        if shows:
            self._look()
        else:
            self._gallery.set_heat(None)

    def find_nearest(self, pixels: np.ndarray) -> None:
        """The training pictures closest to one (H, W, C), on the card."""
        if self._folder is None:
            return
        self._card.show_waiting(pixels)
        self._card.show()
        self._card.raise_()
        self._critic.find_nearest(self._folder, pixels, tag=pixels)

    def _look(self) -> None:
        """One question for the whole gallery: a hover then only looks up its cell."""
        pixels, folder = self._pixels, self._folder
        if pixels is None or folder is None or not (self._shows_heat or self._cell is not None):
            return
        rows, columns = pixels.shape[:2]
        labels = np.repeat(np.arange(rows) if self._has_classes else np.zeros(rows, np.int64), columns)
        flat = pixels.reshape(rows * columns, *pixels.shape[2:])
        self._critic.look(folder, flat, labels, heat=self._shows_heat, tag=pixels)

    def _tell_score(self) -> None:
        pixels, seen = self._pixels, self._seen
        if (
            self._cell is None
            or seen is None
            or pixels is None
            or len(seen.scores) < np.prod(pixels.shape[:2])
        ):
            self.score_changed.emit("")
            return
        row, column = self._cell
        score = round(100 * float(seen.scores[row * pixels.shape[1] + column]))
        self.score_changed.emit(self.tr("D: {score}% genuine").format(score=score))

    @Slot(int, int, bool)
    def _on_hovered(self, row: int, column: int, alt_held: bool) -> None:
        was_away, self._cell = self._cell is None, (row, column) if row >= 0 else None
        if was_away and self._cell is not None:
            self._look()
        self._tell_score()
        if alt_held and self._cell is not None and self._pixels is not None:
            self.find_nearest(self._pixels[row, column])

    @Slot(object)
    def _on_looked(self, seen: Seen) -> None:
        pixels = self._pixels
        if pixels is None or not isinstance(seen.tag, np.ndarray) or seen.tag.shape != pixels.shape:
            return
        self._seen = seen
        self._tell_score()
        if seen.heat is not None and self._shows_heat:
            self._gallery.set_heat(seen.heat.reshape(*pixels.shape[:2], *seen.heat.shape[1:]))

    @Slot(object)
    def _on_found(self, neighbours: Neighbours) -> None:
        found = neighbours.found
        distances = [number(float(distance), 2) for distance in found.distances]
        self._card.show_found(
            neighbours.pixels, list(found.pictures), distances, self._verdict(found.verdict)
        )

    def _verdict(self, verdict: str) -> str:
        return {
            "copy": self.tr("This is nearly a training picture: it was learnt by heart."),
            "close": self.tr(
                "This is closer to a training picture than these mostly are to each other; look at both."
            ),
            "new": self.tr(
                "This is no copy: it differs from all training pictures as these differ from each other."
            ),
        }[verdict]

    @Slot(str, object)
    def _on_failed(self, kind: str, failure: Failure) -> None:
        if kind == FIND:
            self._card.show_trouble(self._words.sentence(failure))
        else:
            assert kind == LOOK
            self._seen = None
            self._gallery.set_heat(None)
            self._tell_score()
