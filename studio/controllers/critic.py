"""The window's face of judgement: what the discriminator finds real, and which training pictures are nearest."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject, Signal, Slot

import gan
from gan.run_folder import RunFolder
from studio.controllers.questions import Questions

if TYPE_CHECKING:
    from gan.discriminator_view import DiscriminatorView
    from gan.nearest import NearestFound, NearestPictures

LOOK, FIND = "look", "find"


@dataclass(frozen=True, slots=True, eq=False)
class Seen:
    """What the discriminator says of pictures (B, …): ``scores (B,)`` and, if asked for, ``heat (B, H, W)``."""

    tag: object
    step: int
    scores: np.ndarray
    heat: np.ndarray | None


@dataclass(frozen=True, slots=True, eq=False)
class Neighbours:
    """The training pictures nearest to the one that was asked about."""

    tag: object
    pixels: np.ndarray
    found: NearestFound


class CriticController(QObject):
    """Answers off the GUI thread; the newest question of each kind wins."""

    looked = Signal(object)  # Seen
    found = Signal(object)  # Neighbours
    failed = Signal(str, object)  # "look" or "find"; gan.errors.Failure
    left = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._eyes = _Eyes()
        self._questions = Questions(self)
        self._questions.answered.connect(self._on_answered)
        self._questions.failed.connect(self.failed)
        self._questions.left.connect(self.left)

    def look(self, folder: Path, pixels: np.ndarray, labels: np.ndarray, *, heat: bool, tag: object) -> None:
        """``pixels (B, H, W, C)`` uint8, ``labels (B,)``, by the discriminator of that run as it is saved."""
        self._questions.ask(LOOK, partial(self._eyes.look, folder, pixels, labels, heat, tag))

    def find_nearest(self, folder: Path, pixels: np.ndarray, *, tag: object) -> None:
        """``pixels (H, W, C)`` uint8 against the pictures that run learns from."""
        self._questions.ask(FIND, partial(self._eyes.find, folder, pixels, tag))

    def shut_down(self) -> None:
        self._questions.shut_down()

    @property
    def has_left(self) -> bool:
        return self._questions.has_left

    @Slot(str, object)
    def _on_answered(self, _name: str, answer: object) -> None:
        match answer:
            case Seen():
                self.looked.emit(answer)
            case Neighbours():
                self.found.emit(answer)


class _Eyes:
    """Keeps the last discriminator and the last training set open; one question at a time uses it."""

    def __init__(self) -> None:
        self._view: DiscriminatorView | None = None
        self._view_of: tuple[Path, int] | None = None
        self._finder: NearestPictures | None = None
        self._finder_of: Path | None = None

    def look(self, folder: Path, pixels: np.ndarray, labels: np.ndarray, heat: bool, tag: object) -> Seen:
        view = self._opened_view(folder)
        return Seen(
            tag,
            view.step,
            view.scores(pixels, labels),
            view.saliency(pixels, labels) if heat else None,
        )

    def find(self, folder: Path, pixels: np.ndarray, tag: object) -> Neighbours:
        if self._finder is None or self._finder_of != folder:
            self._finder = None  # before the next one takes its memory
            self._finder, self._finder_of = gan.open_nearest(folder), folder
        return Neighbours(tag, pixels, self._finder.find(pixels))

    def _opened_view(self, folder: Path) -> DiscriminatorView:
        file = RunFolder(folder).discriminator_file
        saved_at = file.stat().st_mtime_ns if file.exists() else 0
        if self._view is None or self._view_of != (folder, saved_at):
            self._view, self._view_of = gan.open_discriminator(folder), (folder, saved_at)
        return self._view
