"""What Paint paints with: the hand's stamps, the chosen ones, and how the brush sets them."""

from __future__ import annotations

from typing import Literal

import numpy as np
from PySide6.QtCore import QObject, Signal, Slot

from gan.config import GeneratorInfo
from gan.errors import UserError
from gan.latents import Latent, one_hot
from studio.controllers.inference import InferenceController
from studio.document.artwork import Brush, Stamp
from studio.pages.travel_way import TravelWay
from studio.pages.whole_answers import WholeAnswers

HAND_PRIORITY = 1
MOST_CLASSES = 64  # more stamps than that are no shelf
FIRST_CLASS, FIRST_TARGET = 3, 8

Mode = Literal["fixed", "travel"]


class PaintBrush(QObject):
    """``start`` is the brush; in Travel the stroke goes on to ``target``.

    Stamps taken from the hand follow the open generator, kept and picked ones stay as they are.
    """

    changed = Signal()  # start, target, mode, or the way between them
    hand_changed = Signal()

    def __init__(self, inference: InferenceController, parent: QObject) -> None:
        super().__init__(parent)
        self.brush = Brush()
        self.mode: Mode = "fixed"
        self.hand: tuple[Stamp, ...] = ()
        self.start: Stamp | None = None
        self.target: Stamp | None = None
        self.trouble = ""  # why there is no way from start to target
        self._start_class: int | None = FIRST_CLASS
        self._target_class: int | None = FIRST_TARGET
        self._info: GeneratorInfo | None = None
        self._style: np.ndarray | None = None
        self._awake = self._hand_is_stale = False
        self._hand_answers = WholeAnswers(inference.channel(HAND_PRIORITY), self)
        self._hand_answers.made.connect(self._on_hand_made)
        self._single_answers = WholeAnswers(inference.channel(HAND_PRIORITY), self)
        self._single_answers.made.connect(self._on_single_made)
        self._way = TravelWay(inference, self)
        self._way.made.connect(self.changed)
        inference.opened.connect(self._on_opened)
        if inference.info is not None:
            self._on_opened(inference.info)

    @property
    def stamps(self) -> tuple[Stamp, ...]:
        """What a stroke that began now would be made of; none while it is not ready."""
        if self.mode == "travel":
            return self._way.stamps
        return () if self.start is None else (self.start,)

    def set_awake(self, awake: bool) -> None:
        """Whether the room is in front; stamps that became old meanwhile are made anew."""
        self._awake = awake
        if awake and self._hand_is_stale:
            self._ask_for_hand()

    def set_mode(self, mode: Mode) -> None:
        self.mode = mode
        self._refresh()

    def choose_from_hand(self, index: int, *, as_target: bool) -> None:
        """One of the hand's stamps; it stays that class when the generator changes."""
        if as_target:
            self._target_class = index
            self._aim(self.hand[index])
        else:
            self._start_class = index
            self._begin_with(self.hand[index])

    def take(self, latent: Latent, pixels: np.ndarray | None, *, as_target: bool = False) -> None:
        """A picture from elsewhere, as it is; without pixels, as the open generator draws it.

        As the brush, it also lends its style to the hand.
        """
        if pixels is None:
            self._make(latent, as_target)
            return
        stamp = Stamp(latent, pixels)
        if as_target:
            self._target_class = None
            self._aim(stamp)
            return
        self._start_class = None
        self._begin_with(stamp)
        if self._info is not None and latent.z.size == self._info.model.z_size:
            self._style = latent.z
            self._ask_for_hand()

    def _make(self, latent: Latent, as_target: bool) -> None:
        try:
            self._check_shape(latent)
        except UserError as error:
            self.trouble = error.failure.sentence
            self.changed.emit()
        else:
            self._single_answers.ask(latent.z[None], latent.mix[None], (latent, as_target))

    def _begin_with(self, stamp: Stamp) -> None:
        self.start = stamp
        self._refresh()

    def _aim(self, stamp: Stamp) -> None:
        self.target, self.mode = stamp, "travel"
        self._refresh()

    def _refresh(self) -> None:
        """Ask for the way if the stroke travels, and say that something changed."""
        self.trouble = ""
        if self.mode == "travel" and self.start and self.target and self._info:
            try:
                self._check_shape(self.start.latent)
                self._way.want(self.start, self.target, self._info.fingerprint)
            except UserError as error:
                self._way.forget()
                self.trouble = error.failure.sentence
        self.changed.emit()

    def _check_shape(self, latent: Latent) -> None:
        model = self._info.model if self._info is not None else None
        if model is None or (latent.z.size, latent.mix.size) != (model.z_size, model.classes):
            raise UserError("latent-foreign", "This stamp comes from another model; open that one first.")

    @Slot(object)
    def _on_opened(self, info: GeneratorInfo) -> None:
        if self._info is not None and self._info.fingerprint == info.fingerprint:
            return  # only its directions are new
        self._info = info
        if self._style is None or self._style.size != info.model.z_size:
            self._style = np.zeros(info.model.z_size, np.float32)  # the mean style: the plainest hand
        self._ask_for_hand()

    def _ask_for_hand(self) -> None:
        """Only while the room is in front: a run in training brings a new generator twice a second."""
        self._hand_is_stale = True
        if not self._awake or self._info is None or self._style is None:
            return
        self._hand_is_stale = False
        classes = self._info.model.classes
        count = min(classes, MOST_CLASSES)
        latents = [Latent(self._style, one_hot(label, classes)) for label in range(count)]
        z, mix = np.stack([each.z for each in latents]), np.stack([each.mix for each in latents])
        self._hand_answers.ask(z, mix, latents)

    @Slot(object, object)
    def _on_hand_made(self, latents: list[Latent], pixels: np.ndarray) -> None:
        self.hand = tuple(Stamp(*both) for both in zip(latents, pixels, strict=True))
        if self._start_class is not None:
            self._start_class = min(self._start_class, len(self.hand) - 1)
            self.start = self.hand[self._start_class]
        if self._target_class is not None:
            self._target_class = min(self._target_class, len(self.hand) - 1)
            self.target = self.hand[self._target_class]
        self.hand_changed.emit()
        self._refresh()

    @Slot(object, object)
    def _on_single_made(self, asked: tuple[Latent, bool], pixels: np.ndarray) -> None:
        latent, as_target = asked
        self.take(latent, pixels[0], as_target=as_target)
