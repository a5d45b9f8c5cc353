"""Draws with its own copy of a generator, on CPU, in the inference thread: the window never waits for it."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject, QThread, Signal, SignalInstance, Slot

import gan
from gan.found import Found, Wanted
from gan.latents import MeasuredDirections
from studio.workers.failures import noted

if TYPE_CHECKING:
    from gan.image_maker import ImageMaker

OpenMaker = Callable[[str | Path], "ImageMaker"]


@dataclass(frozen=True, slots=True, eq=False)
class PictureJob:
    """Latents (B, Z) and mix (B, K) to draw; ``exact`` is bit-exact, ``read`` asks the judge as well.

    ``read_after`` asks it only once the pictures are on their way to the window.
    """

    z: np.ndarray
    mix: np.ndarray
    read: bool
    read_after: bool
    exact: bool


@dataclass(frozen=True, slots=True, eq=False)
class DrawnPictures:
    """Pixels (B, H, W, C) uint8 and, if asked for and known, class probabilities (B, K)."""

    pixels: np.ndarray
    probabilities: np.ndarray | None
    fingerprint: str  # of the generator that drew them


def load_engine() -> tuple[str, str]:
    """Import torch (this is where it happens); which device training will take, and why, in words."""
    device = gan.describe_device("auto")
    gc.freeze()  # torch's half a million objects stay: searching them for garbage would stop every thread
    return device


class InferenceWorker(QObject):
    """Every slot answers with exactly one signal: the controller sends the next job after the answer.

    A drawing that is read after it was sent is answered by ``drawn`` and then ``was_read``, or by ``failed``.
    """

    loaded = Signal(object)  # (device, why): what training will run on
    opened = Signal(object)  # gan.config.GeneratorInfo
    drawn = Signal(object)  # DrawnPictures
    was_read = Signal(object)  # class probabilities (B, K) float32 of the pictures just drawn, or None
    found = Signal(object)  # gan.found.Found, or None: there is more to do
    fitted = Signal(object)  # gan.latents.MeasuredDirections, or None: there is more to do
    failed = Signal(object)  # gan.errors.Failure

    def __init__(
        self, load: Callable[[], tuple[str, str]] = load_engine, open_maker: OpenMaker = gan.open_image_maker
    ) -> None:
        super().__init__()
        self._load = load
        self._open_maker = open_maker
        self._maker: ImageMaker | None = None
        self._finding: Iterator[Found | None] | None = None
        self._fitting: Iterator[MeasuredDirections | None] | None = None

    @Slot()
    def load(self) -> None:
        self._answer(self.loaded, self._load)

    @Slot(object)
    def open(self, source: str | Path) -> None:
        """Replaces the generator only when the new one is whole: a torn file keeps the old one."""
        self._answer(self.opened, lambda: self._replace_maker(source))

    @Slot(object)
    def draw(self, job: PictureJob) -> None:
        self._answer(self.was_read if job.read_after else self.drawn, lambda: self._draw(job))

    @Slot(object)
    def find(self, wanted: Wanted | None) -> None:
        """Begin to look for a picture, or with None go on, for a few milliseconds."""
        self._answer(self.found, lambda: self._find(wanted))

    @Slot(bool)
    def fit(self, afresh: bool) -> None:
        """Go on measuring directions for at most a few milliseconds."""
        self._answer(self.fitted, lambda: self._fit(afresh))

    @Slot()
    def leave(self) -> None:
        self._maker = self._finding = self._fitting = (
            None  # torch frees its tensors in the thread that used them
        )
        QThread.currentThread().quit()

    def _answer(self, signal: SignalInstance, work: Callable[[], object]) -> None:
        try:
            signal.emit(work())
        except Exception as error:
            self.failed.emit(noted(error, "inference"))

    def _replace_maker(self, source: str | Path) -> object:
        maker = self._open_maker(source)
        self._maker = maker
        return maker.info

    def _draw(self, job: PictureJob) -> DrawnPictures | np.ndarray | None:
        """The answer, or with ``read_after`` the second one: the first has gone out then."""
        maker = self._maker
        assert maker is not None, "a generator is opened first"
        pixels = (maker.make_stamps if job.exact else maker.make)(job.z, job.mix)
        drawn = DrawnPictures(pixels, maker.read(pixels) if job.read else None, maker.info.fingerprint)
        if not job.read_after:
            return drawn
        self.drawn.emit(drawn)
        return maker.read(pixels)

    def _find(self, wanted: Wanted | None) -> Found | None:
        if wanted is not None:
            assert self._maker is not None, "a generator is opened first"
            self._finding = self._maker.find(wanted)
        assert self._finding is not None, "a search is begun first"
        found = next(self._finding)
        if found is not None and found.is_last:
            self._finding = None
        return found

    def _fit(self, afresh: bool) -> MeasuredDirections | None:
        if afresh or self._fitting is None:
            assert self._maker is not None, "a generator is opened first"
            self._fitting = self._maker.fit_directions()
        directions = next(self._fitting)
        if directions is not None:
            self._fitting = None
        return directions
