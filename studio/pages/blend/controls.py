"""What the hand does in Blend: each gesture makes another value of the room, and one step of its history."""

from __future__ import annotations

from random import randrange

import numpy as np
from PySide6.QtCore import QObject, Signal, Slot

from gan.config import GeneratorInfo
from gan.errors import GanError
from gan.latents import Latent, one_hot
from studio.number_style import number
from studio.pages.blend.actions import BlendActions
from studio.pages.blend.angles import USUAL_STRENGTH
from studio.pages.blend.desk import BlendDesk
from studio.pages.blend.edits import BlendEdits
from studio.pages.blend.film import BlendFilm
from studio.pages.blend.road import fixed_frames
from studio.pages.blend.side import BlendSide
from studio.pages.blend.state import WELLS, Weights, fresh_samples
from studio.pages.blend.wells import BlendWells
from studio.pages.picture_menu import fits


class BlendControls(QObject):
    """Listens to the widgets and the actions; what then is shown is the page's business."""

    said = Signal(str)

    def __init__(
        self,
        desk: BlendDesk,
        side: BlendSide,
        film: BlendFilm,
        wells: BlendWells,
        actions: BlendActions,
        edits: BlendEdits,
    ) -> None:
        super().__init__(desk)
        self._desk, self._side, self._film = desk, side, film
        self._wells, self._actions, self._edits = wells, actions, edits
        self._info: GeneratorInfo | None = None
        self._connect_desk()
        self._connect_side_and_film()
        self._connect_actions()

    def set_generator(self, info: GeneratorInfo) -> None:
        """What fresh pictures are of, and what others have to fit."""
        self._info = info

    def _connect_desk(self) -> None:
        desk, wells = self._desk, self._wells
        desk.weights_changed.connect(self._on_weights)
        desk.released.connect(self._edits.let_go)
        desk.link_changed.connect(self._on_link)
        desk.mixer.mix_changed.connect(self._on_mix)
        desk.mixer.edit_ended.connect(self._edits.let_go)
        desk.classes.clicked.connect(self._on_class)
        wells.offered.connect(self.fill)
        wells.lock_changed.connect(self._on_lock)
        wells.removal_asked.connect(self._on_removal)
        wells.refused.connect(self.said)
        wells.aimed.connect(self._side.show_target)

    def _connect_side_and_film(self) -> None:
        side, film = self._side, self._film
        side.grid.place_changed.connect(self._on_place)
        side.grid.drag_ended.connect(self._edits.let_go)
        side.pair_chosen.connect(self._on_pair)
        side.sources.closed.connect(self._wells.let_be)
        side.angles.strength_changed.connect(self._on_strength)
        side.angles.strength_released.connect(self._edits.let_go)
        film.count_changed.connect(self._on_count)
        film.frame_stopped_at.connect(self._on_stopped)
        film.frames.clicked.connect(self._on_frame)
        film.frames.discarded.connect(self._release_frame)
        film.frames.latent_dropped.connect(self._on_dropped_on_frame)

    def _connect_actions(self) -> None:
        actions = self._actions
        actions.swap.triggered.connect(self._swap)
        actions.add.triggered.connect(self._add)
        actions.turn.triggered.connect(self._turn)
        actions.sum.triggered.connect(self._sum)
        actions.into_a.triggered.connect(self._take_into_a)
        actions.fix.triggered.connect(self._fix_middle)
        actions.play.triggered.connect(self._film.play.click)
        actions.fresh.triggered.connect(self._take_fresh)
        actions.paste.triggered.connect(self._paste)

    # The wells

    @Slot(int, object)
    def fill(self, well: int, latent: Latent) -> None:
        """Another picture into a well that is open."""
        if self._draws(latent):
            what = self.tr("filling {name}").format(name=WELLS[well])
            self._edits.do(what, self._edits.blend.filled(well, latent))

    def _draws(self, latent: Latent) -> bool:
        if self._info is not None and fits(latent, self._info):
            return True
        self.said.emit(self.tr("This picture comes from another generator"))
        return False

    @Slot(int, bool)
    def _on_lock(self, well: int, locked: bool) -> None:
        words = self.tr("locking {name}") if locked else self.tr("unlocking {name}")
        self._edits.do(words.format(name=WELLS[well]), self._edits.blend.with_lock(well, locked))

    @Slot()
    def _swap(self) -> None:
        self._edits.do(self.tr("swapping"), self._edits.blend.swapped())

    @Slot()
    def _add(self) -> None:
        """A fresh picture in the next well, with no weight yet, and all others to choose from."""
        blend, fresh = self._edits.blend, self._fresh_latent()
        if fresh is None or len(blend.wells) == len(WELLS):
            return
        well = len(blend.wells)
        what = self.tr("adding {name}").format(name=WELLS[well])
        self._edits.do(what, blend.filled(well, fresh))
        self._wells.aim_at(well)

    @Slot(int)
    def _on_removal(self, well: int) -> None:
        self._wells.let_be()
        what = self.tr("taking {name} out").format(name=WELLS[well])
        self._edits.do(what, self._edits.blend.without(well))

    @Slot()
    def _take_fresh(self) -> None:
        """Into the well in hand, A where none is."""
        if (fresh := self._fresh_latent()) is not None:
            self._wells.offer_to(max(self._wells.in_hand, 0), fresh)

    @Slot()
    def _paste(self) -> None:
        self._wells.paste_into(max(self._wells.in_hand, 0))

    def _fresh_latent(self) -> Latent | None:
        if self._info is None:
            return None
        return fresh_samples(self._info, randrange(2**31), self._info.model.classes)[
            randrange(self._info.model.classes)
        ]

    # Weights

    @Slot(object, object)
    def _on_weights(self, shape: Weights, style: Weights) -> None:
        blend = self._edits.blend
        what = self.tr("shape") if shape != blend.shape else self.tr("style")
        self._edits.move(what, blend.gone(shape, style), held=self._desk.is_held)

    @Slot(bool)
    def _on_link(self, linked: bool) -> None:
        self._edits.do(self.tr("linking"), self._edits.blend.linked_as(linked))

    @Slot(object)
    def _on_mix(self, mix: np.ndarray) -> None:
        after = self._edits.blend.mixed(mix)
        self._edits.move(self.tr("mixing classes"), after, held=self._desk.mixer.is_held)

    @Slot(int)
    def _on_class(self, label: int) -> None:
        blend = self._edits.blend
        self._edits.do(self.tr("going to a class"), blend.mixed(one_hot(label, blend.wells[0].mix.size)))

    @Slot(float, float)
    def _on_place(self, shape: float, style: float) -> None:
        after = self._edits.blend.gone_between(shape, style)
        self._edits.move(self.tr("moving over the grid"), after, held=self._side.grid.is_held)

    @Slot(int, int)
    def _on_pair(self, first: int, second: int) -> None:
        self._edits.do(self.tr("choosing two"), self._edits.blend.paired(first, second))

    # Angles and sums

    @Slot()
    def _turn(self) -> None:
        blend = self._edits.blend
        after = blend.turned(self._side.angles.degrees.value)
        second = WELLS[blend.pair[1]]
        self._edits.do(self.tr("turning toward {name}").format(name=second), after)
        left = self.tr("{angle}° left to {name}").format(angle=number(after.angle_left, 0), name=second)
        self.said.emit(left)

    @Slot()
    def _sum(self) -> None:
        blend = self._edits.blend
        if blend.strength is None:
            self._edits.do(self.tr("A − B + C"), blend.summed(USUAL_STRENGTH))
        else:
            self._edits.do(self.tr("A − B + C"), blend.unsummed())

    @Slot(float)
    def _on_strength(self, strength: float) -> None:
        after = self._edits.blend.summed(strength)
        self._edits.move(self.tr("strength"), after, held=self._side.angles.is_held)

    @Slot()
    def _take_into_a(self) -> None:
        blend = self._edits.blend
        if blend.locked[0]:
            self.said.emit(self.tr("{name} is locked").format(name=WELLS[0]))
        else:
            self._edits.do(self.tr("the middle into A"), blend.taken_into(0))

    # The film

    @Slot(int)
    def _on_count(self, count: int) -> None:
        self._edits.do(
            self.tr("the length of the film"), self._edits.blend.with_frames(count), merge="frames"
        )

    @Slot(int)
    def _on_stopped(self, frame: int) -> None:
        self._edits.do(self.tr("going to a frame"), self._edits.blend.at_frame(frame))

    @Slot(int)
    def _on_frame(self, frame: int) -> None:
        """Go there; it stands fast from then on, or no longer if it did."""
        self._film.stop()
        blend = self._edits.blend
        there = blend.at_frame(frame)
        if frame in (0, blend.frames - 1):
            self._edits.do(self.tr("going to a frame"), there)
        elif frame in fixed_frames(blend.fixed, blend.frames):
            self._edits.do(self.tr("letting a frame go"), there.without_fixed(frame))
        else:
            self._edits.do(self.tr("a fixed point"), there.with_fixed(frame, blend.film[frame]))

    @Slot(int)
    def _release_frame(self, frame: int) -> None:
        blend = self._edits.blend
        if frame in fixed_frames(blend.fixed, blend.frames):
            self._edits.do(self.tr("letting a frame go"), blend.without_fixed(frame))

    @Slot(int, str)
    def _on_dropped_on_frame(self, frame: int, text: str) -> None:
        try:
            latent = Latent.from_text(text)
        except GanError as error:
            self.said.emit(error.failure.sentence)
        else:
            self._fix(frame, latent)

    @Slot()
    def _fix_middle(self) -> None:
        """At the frame the middle is nearest to; where that is an end, or nowhere, half way."""
        blend = self._edits.blend
        frame = blend.place_in_film
        inner = 0 < frame < blend.frames - 1
        self._fix(frame if inner else blend.frames // 2, blend.latent)

    def _fix(self, frame: int, latent: Latent) -> None:
        blend = self._edits.blend
        if not self._draws(latent):
            return
        if frame in (0, blend.frames - 1):
            self._wells.offer_to(blend.pair[0 if frame == 0 else 1], latent)
        else:
            self._edits.do(self.tr("a fixed point"), blend.with_fixed(frame, latent))
