"""Stamps for given latents, all of them or none, made once for each generator."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QObject, Signal, Slot

from gan.latents import Latent
from studio.controllers.inference import InferenceController
from studio.document.along import Latents
from studio.document.artwork import Stamp
from studio.pages.whole_answers import WholeAnswers

PRIORITY = 2
REMEMBERED = 8


@dataclass(frozen=True, slots=True)
class _Order:
    latents: tuple[Latent, ...]
    fingerprint: str  # of the generator


class AlongStamps(QObject):
    """The newest wish counts; what was made lately is there at once when it is wanted again."""

    made = Signal()

    def __init__(self, inference: InferenceController, parent: QObject) -> None:
        super().__init__(parent)
        self._answers = WholeAnswers(inference.channel(PRIORITY), self)
        self._answers.made.connect(self._on_made)
        self._wanted: _Order | None = None
        self._known: OrderedDict[_Order, tuple[Stamp, ...]] = OrderedDict()

    @property
    def stamps(self) -> tuple[Stamp, ...]:
        """One for each latent; none while they are being made."""
        return () if self._wanted is None else self._known.get(self._wanted, ())

    def want(self, latents: Latents, fingerprint: str) -> None:
        """Make these with the open generator, whose fingerprint this is."""
        z, mix = latents
        order = _Order(tuple(Latent(*both) for both in zip(z, mix, strict=True)), fingerprint)
        if order == self._wanted:
            return
        self._wanted = order
        if order in self._known:
            self._known.move_to_end(order)
            self._answers.forget()
        else:
            self._answers.ask(z, mix, order)

    def forget(self) -> None:
        """Nothing is wanted any more."""
        self._wanted = None
        self._answers.forget()

    @Slot(object, object)
    def _on_made(self, order: _Order, pixels: np.ndarray) -> None:
        self._known[order] = tuple(Stamp(*both) for both in zip(order.latents, pixels, strict=True))
        while len(self._known) > REMEMBERED:
            self._known.popitem(last=False)
        self.made.emit()
