"""The stamps between A and B, made once for each pair and generator."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QObject, Signal, Slot

from gan.latents import Latent
from studio.controllers.inference import InferenceController
from studio.document.artwork import Stamp
from studio.document.travel import DENSE_COUNT, RAMP_COUNT, even_places, latents_between
from studio.pages.whole_answers import WholeAnswers

PRIORITY = 2
REMEMBERED = 8


@dataclass(frozen=True, slots=True)
class _Pair:
    start: Stamp
    target: Stamp
    fingerprint: str  # of the generator


@dataclass(frozen=True, slots=True, eq=False)
class _Drawing:
    pair: _Pair
    latents: list[Latent]


class TravelWay(QObject):
    """A dense sampling first measures how the picture changes, then the stamps are made at equal changes."""

    made = Signal()

    def __init__(self, inference: InferenceController, parent: QObject) -> None:
        super().__init__(parent)
        self._measuring = WholeAnswers(inference.channel(PRIORITY), self)
        self._drawing = WholeAnswers(inference.channel(PRIORITY), self)
        self._measuring.made.connect(self._on_measured)
        self._drawing.made.connect(self._on_drawn)
        self._wanted: _Pair | None = None
        self._ways: OrderedDict[_Pair, tuple[Stamp, ...]] = OrderedDict()

    @property
    def stamps(self) -> tuple[Stamp, ...]:
        """All stamps from A to B; none while they are being made."""
        return () if self._wanted is None else self._ways.get(self._wanted, ())

    def want(self, start: Stamp, target: Stamp, fingerprint: str) -> None:
        """Make the way between two stamps with the open generator. UserError if they do not match."""
        pair = _Pair(start, target, fingerprint)
        if pair == self._wanted:
            return
        z, mix = latents_between(start.latent, target.latent, np.linspace(0.0, 1.0, DENSE_COUNT))
        self._wanted = pair
        if pair not in self._ways:
            self._measuring.ask(z, mix, pair)

    def forget(self) -> None:
        """Nothing is wanted any more; late answers change nothing."""
        self._wanted = None

    @Slot(object, object)
    def _on_measured(self, pair: _Pair, pixels: np.ndarray) -> None:
        if pair == self._wanted:
            places = even_places(pixels, RAMP_COUNT)
            z, mix = latents_between(pair.start.latent, pair.target.latent, places)
            self._drawing.ask(z, mix, _Drawing(pair, [Latent(*both) for both in zip(z, mix, strict=True)]))

    @Slot(object, object)
    def _on_drawn(self, drawing: _Drawing, pixels: np.ndarray) -> None:
        stamps = [Stamp(*both) for both in zip(drawing.latents, pixels, strict=True)]
        pair = drawing.pair
        if pair.start.pixels.shape == pair.target.pixels.shape == stamps[0].pixels.shape:
            stamps[0], stamps[-1] = pair.start, pair.target  # exactly what the wells show
        self._ways[pair] = tuple(stamps)
        while len(self._ways) > REMEMBERED:
            self._ways.popitem(last=False)
        self.made.emit()
