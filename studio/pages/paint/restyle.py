"""Draws the stamps of selected strokes anew in another style: one knob, or another hand altogether."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QObject, Signal, Slot

from gan.latents import Latent, gaussian
from studio.document.artwork import Stamp, Stroke
from studio.document.editor import ArtworkEditor
from studio.document.restyle import along, in_new_hand, stamps_of, styles_of, towards, with_other_stamps
from studio.document.stroke_edits import with_stamps
from studio.pages.paint.edits import PaintEdits
from studio.pages.paint.generator_bytes import GeneratorBytes
from studio.pages.paint.stroke_selection import StrokeSelection
from studio.pages.whole_answers import WholeAnswers
from studio.session import Session

PRIORITY = 1
NEW_STYLE = ""  # the direction that leads to a style of its own seed
FARTHEST = 3.0  # steps of a direction; of a new style, all the way
SEEDS = 2**31


@dataclass(frozen=True, slots=True, eq=False)
class _Order:
    strokes: dict[int, Stroke]
    stamps: list[Stamp]
    latents: list[Latent]
    seed: int | None  # a new one for the strokes, or the one that each has
    text: str
    merge: str


class PaintRestyle(QObject):
    """The knob counts from the strokes as they were when it was first touched; the newest answer wins."""

    said = Signal(str)
    knob_reset = Signal()  # what it counted from is no longer there

    def __init__(
        self,
        edits: PaintEdits,
        selection: StrokeSelection,
        editor: ArtworkEditor,
        session: Session,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._edits, self._editor, self._session = edits, editor, session
        self._answers = WholeAnswers(session.inference.channel(PRIORITY), self)
        self._answers.made.connect(self._on_made)
        self._direction = NEW_STYLE
        self._base: dict[int, Stroke] = {}
        self._random = np.random.default_rng()
        self._seed = 0
        self._gesture = 0
        self._generator = GeneratorBytes()
        self.is_waiting = False  # for stamps
        self._is_putting = self._closes = False
        selection.changed.connect(self.forget)
        editor.changed.connect(self._on_changed)
        session.generator_changed.connect(self.forget)

    @Slot(str)
    def set_direction(self, name: str) -> None:
        """A measured direction of the open generator, or a new style of its own."""
        self._direction = name
        self.forget()

    @Slot(float)
    def set_amount(self, steps: float) -> None:
        """-3 to 3 steps from how the strokes were."""
        if not self._base:
            self._base = self._take()
            self._seed = int(self._random.integers(SEEDS))
            self._gesture += 1
        if self._base:
            text, merge = self.tr("restyling strokes"), f"restyle {self._gesture}"
            self._ask(self._base, lambda z: self._moved(z, steps), None, text, merge)
        elif steps:
            self.knob_reset.emit()

    @Slot()
    def release(self) -> None:
        """The knob was let go: what comes next is a step of its own."""
        self._closes = self.is_waiting
        if not self.is_waiting:
            self._editor.close_step()

    @Slot()
    def reseed(self) -> None:
        """All selected strokes in one new hand."""
        strokes = self._take()
        if strokes:
            seed = int(self._random.integers(SEEDS))
            self.forget()
            text = self.tr("writing in another hand")
            self._ask(strokes, lambda z: in_new_hand(z, seed), seed, text, "")

    @Slot()
    def forget(self, _info: object = None) -> None:
        """The knob stands at nothing again, and stamps that are on their way are for strokes that are gone."""
        if self._base or self.is_waiting:
            self._base = {}
            self._answers.forget()
            self.is_waiting = self._closes = False
            self.knob_reset.emit()

    def _take(self) -> dict[int, Stroke]:
        """The selected strokes of ink, if they can be drawn anew; if not, a sentence says why."""
        strokes = {index: stroke for index, stroke in self._edits.selected().items() if stroke.stamps}
        info = self._session.inference.info
        if not strokes or info is None or not self._edits.may_change():
            return {}
        for stamp in stamps_of(strokes.values()):
            if (stamp.latent.z.size, stamp.latent.mix.size) != (info.model.z_size, info.model.classes):
                self.said.emit(
                    self.tr("These strokes come from another model; open that one to restyle them.")
                )
                return {}
        return strokes

    def _moved(self, z: np.ndarray, steps: float) -> np.ndarray:
        info = self._session.inference.info
        directions = info.directions if info is not None else None
        if directions is not None and self._direction in directions.names:
            return along(z, directions.vector(self._direction), steps)
        return towards(z, gaussian(self._seed, 1, z.shape[1])[0], steps / FARTHEST)

    def _ask(
        self,
        strokes: dict[int, Stroke],
        move: Callable[[np.ndarray], np.ndarray],
        seed: int | None,
        text: str,
        merge: str,
    ) -> None:
        stamps = stamps_of(strokes.values())
        z = move(styles_of(stamps))
        latents = [stamp.latent.with_z(row) for stamp, row in zip(stamps, z, strict=True)]
        self.is_waiting = True
        mix = np.stack([latent.mix for latent in latents])
        self._answers.ask(z, mix, _Order(strokes, stamps, latents, seed, text, merge))

    @Slot(object, object)
    def _on_made(self, order: _Order, pixels: np.ndarray) -> None:
        made = [Stamp(*both) for both in zip(order.latents, pixels, strict=True)]
        others = dict(zip(order.stamps, made, strict=True))
        self.is_waiting = False
        made_with = self._generator.read(self._session.generator_file)

        def restyled(stroke: Stroke) -> Stroke:
            seed = stroke.seed if order.seed is None else order.seed
            return with_stamps(stroke, with_other_stamps(stroke, others), seed)

        self._is_putting = True
        try:
            self._edits.replace_each(
                order.strokes, restyled, order.text, merge=order.merge, generator=made_with
            )
        finally:
            self._is_putting = False
        if self._closes:
            self._closes = False
            self._editor.close_step()

    @Slot()
    def _on_changed(self, _changed: object = None) -> None:
        if not self._is_putting:
            self.forget()
