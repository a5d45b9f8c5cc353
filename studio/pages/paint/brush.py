"""What Paint paints with: the hand's stamps, the chosen ones, and how the brush sets them."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QObject, Signal, Slot

from gan.config import GeneratorInfo
from gan.errors import UserError
from gan.latents import Latent, one_hot
from studio.controllers.inference import InferenceController
from studio.document.along import Along
from studio.document.artwork import Brush, Stamp
from studio.document.brush_presets import BrushPreset
from studio.document.glyphs import missing_in
from studio.pages.paint.along_stamps import AlongStamps
from studio.pages.paint.brush_latents import MOST_CLASSES, Way, latents_along
from studio.pages.paint.travel_way import TravelWay
from studio.pages.whole_answers import WholeAnswers
from studio.settings import Settings

HAND_PRIORITY = 1
FIRST_CLASS, FIRST_TARGET = 3, 8
MOST_IN_SEQUENCE = 64


class PaintBrush(QObject):
    """``start`` is the brush; ``mode`` says what happens to it along a stroke. In Travel it goes on to ``target``.

    ``text`` is the sequence of classes, "" for all of them in order; ``chance`` the seed of random styles and
    drifts; ``any_class`` lets random styles be of every class. A field is Explore's pad as it stands.
    Stamps taken from the hand follow the open generator, kept and picked ones stay as they are.
    """

    changed = Signal()  # start, target, mode, or the way between them
    hand_changed = Signal()

    def __init__(self, inference: InferenceController, settings: Settings, parent: QObject) -> None:
        super().__init__(parent)
        self._settings = settings
        self.brush = Brush()
        self.mode: Along = "fixed"
        self.text, self.chance, self.any_class = "", 0, False
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
        self._recalling: BrushPreset | None = None  # whose pictures are on their way
        self._recall_answers = WholeAnswers(inference.channel(HAND_PRIORITY), self)
        self._recall_answers.made.connect(self._on_recalled)
        self._way = TravelWay(inference, self)
        self._way.made.connect(self.changed)
        self._along = AlongStamps(inference, self)
        self._along.made.connect(self.changed)
        inference.opened.connect(self._on_opened)
        if inference.info is not None:
            self._on_opened(inference.info)

    @property
    def stamps(self) -> tuple[Stamp, ...]:
        """What a stroke that began now would be made of; none while it is not ready."""
        if self._recalling is not None:
            return ()
        if self.mode == "travel":
            return self._way.stamps
        if self.mode != "fixed":
            return self._along.stamps
        return () if self.start is None else (self.start,)

    @property
    def class_names(self) -> tuple[str, ...]:
        """Of the open generator."""
        return () if self._info is None else self._info.model.class_names

    @property
    def missing(self) -> str:
        """The characters of the sequence that the open generator has no class for."""
        return missing_in(self.text, self.class_names)

    def set_awake(self, awake: bool) -> None:
        """Whether the room is in front; stamps that became old meanwhile are made anew."""
        self._awake = awake
        if awake and self._hand_is_stale:
            self._ask_for_hand()
        elif awake and self.mode == "field":
            self._refresh()  # the pad may have been moved

    def set_mode(self, mode: Along) -> None:
        self.mode = mode
        self._refresh()

    def set_text(self, text: str) -> None:
        """Another sequence of classes, one character each."""
        self.text = text[:MOST_IN_SEQUENCE]
        self._refresh()

    def set_any_class(self, any_class: bool) -> None:
        self.any_class = any_class
        self._refresh()

    def cast_again(self) -> None:
        """Other random styles, another drift."""
        self.chance += 1
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

    def recall(self, preset: BrushPreset) -> bool:
        """Do along a stroke what a preset does, with its pictures as the open generator draws them.

        False if that one cannot draw them: then those in the hand stay.
        """
        self._recalling, latents = None, preset.latents
        one_class = preset.along == "sequence" and len(self.class_names) == 1  # which makes no sequence
        self.mode = "fixed" if one_class else preset.along
        if preset.along == "sequence":
            self.text = preset.text
        if preset.along in ("random", "drift"):
            self.chance = preset.chance
        if preset.along == "random":
            self.any_class = preset.any_class
        fits = self._info is not None and all(map(self._has_shape, latents))
        if latents and fits:
            self._recalling = preset
            z, mix = np.stack([each.z for each in latents]), np.stack([each.mix for each in latents])
            self._recall_answers.ask(z, mix, preset)
        self._refresh()
        return fits

    def _make(self, latent: Latent, as_target: bool) -> None:
        try:
            self._check_shape(latent)
        except UserError as error:
            self.trouble = error.failure.sentence
            self.changed.emit()
        else:
            self._single_answers.ask(latent.z[None], latent.mix[None], (latent, as_target))

    def _begin_with(self, stamp: Stamp) -> None:
        self.start, self._recalling = stamp, None
        self._refresh()

    def _aim(self, stamp: Stamp) -> None:
        self.target, self.mode, self._recalling = stamp, "travel", None
        self._refresh()

    def _refresh(self) -> None:
        """Ask for the stamps that the mode needs, and say that something changed."""
        self.trouble = ""
        if self.mode != "fixed" and self.start and self._info:
            try:
                self._want_stamps(self.start, self._info)
            except UserError as error:
                self._way.forget()
                self._along.forget()
                self.trouble = error.failure.sentence
        self.changed.emit()

    def _want_stamps(self, start: Stamp, info: GeneratorInfo) -> None:
        if self.mode != "field":
            self._check_shape(start.latent)
        if self.mode == "travel":
            if self.target is not None:
                self._way.want(start, self.target, info.fingerprint)
            return
        way = Way(self.mode, self.text, self.chance, self.any_class)
        if (latents := latents_along(way, start.latent, info, self._settings)) is None:
            self._along.forget()
        else:
            self._along.want(latents, info.fingerprint)

    def _has_shape(self, latent: Latent) -> bool:
        model = self._info.model if self._info is not None else None
        return model is not None and (latent.z.size, latent.mix.size) == (model.z_size, model.classes)

    def _check_shape(self, latent: Latent) -> None:
        if not self._has_shape(latent):
            raise UserError("latent-foreign", "This stamp comes from another model; open that one first.")

    @Slot(object)
    def _on_opened(self, info: GeneratorInfo) -> None:
        if self._info is not None and self._info.fingerprint == info.fingerprint:
            return  # only its directions are new
        self._info, self._recalling = info, None
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
    def _on_recalled(self, preset: BrushPreset, pixels: np.ndarray) -> None:
        if preset is not self._recalling:
            return
        stamps = [Stamp(*both) for both in zip(preset.latents, pixels, strict=True)]
        if preset.target is not None:
            self.target, self._target_class = stamps[-1], None
        if preset.start is not None:
            self.take(preset.start, pixels[0])
        else:
            self._recalling = None
            self._refresh()

    @Slot(object, object)
    def _on_single_made(self, asked: tuple[Latent, bool], pixels: np.ndarray) -> None:
        latent, as_target = asked
        self.take(latent, pixels[0], as_target=as_target)
