"""What a place on Explore's pad stands for: sheet, seed, class mix, variety, anchors and directions beside the pad."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from operator import is_

import numpy as np
from numpy.typing import ArrayLike, NDArray

from gan.anchors import LEAST_WEIGHT, MOST_WEIGHT, Anchor, AnchorPlane, ThreePointPlane
from gan.config import GeneratorInfo
from gan.latents import (
    DirectionPlane,
    Latent,
    SeedLattice,
    gaussian,
    one_hot,
    seed_origin,
    span_plane,
)
from studio.pages.explore.layer_mix import LayerMix
from studio.pages.explore.memory import ExploreMemory
from studio.pages.explore.moment import Moment
from studio.pages.explore.sheet_directions import (
    USUAL_AXES,
    USUAL_PRINCIPAL,
    direction_names,
    direction_vector,
    pad_axes,
)
from studio.settings import Settings
from studio.widgets.pad.pad_view import PadLimits, PadView

DIRECTIONS, PRINCIPAL, LATTICE = "directions", "principal", "lattice"
POINTS, ANCHORS = "points", "anchors"
FURTHEST_STEP = 3.0  # standard deviations along a direction, on the pad and beside it
LARGEST_SEED = 999_999
FURTHEST = 9999.0  # a sheet without end ends where nobody has ever been
USUAL_VARIETY = 0.8
RANDOM_AXES_SEED = 2024  # two directions for a generator whose own are not measured yet
FIRST_SEED, FIRST_MIX = 238, {"4": 0.34, "7": 0.33, "9": 0.33}  # a first map with clear, balanced regions

PLANTED = ((-1.875, 1.875), (1.875, 1.875), (1.875, -1.875), (-1.875, -1.875))  # the first anchors
_ROUND_ZERO = (PadView(span=6.0), PadLimits(rim=3.0, least_span=0.1, most_span=6.0))
VIEWS = {
    DIRECTIONS: _ROUND_ZERO,
    PRINCIPAL: _ROUND_ZERO,
    POINTS: _ROUND_ZERO,
    ANCHORS: _ROUND_ZERO,
    LATTICE: (PadView(span=4.0), PadLimits(rim=None, least_span=0.1, most_span=32.0)),
}

Plane = DirectionPlane | SeedLattice | AnchorPlane | ThreePointPlane


class ExploreState:
    """Turns places into latents for one generator at a time; remembers itself in the settings."""

    def __init__(self, info: GeneratorInfo, settings: Settings) -> None:
        self._info = info
        self._memory = memory = ExploreMemory(settings)
        self.seed = round(memory.number("seed", FIRST_SEED, 0, LARGEST_SEED))
        self.variety = memory.number("variety", USUAL_VARIETY, -1.0, 2.0)
        self.wanted_axes = memory.axes("axes") or USUAL_AXES
        self.wanted_principal = memory.axes("principal_axes") or USUAL_PRINCIPAL
        # Beside the pad: standard deviations along directions, of those that are not 0.
        self.steps: Mapping[str, float] = memory.steps(FURTHEST_STEP)
        self.mix = self._first_mix()
        self.layer_mix = LayerMix.from_text(memory.text("layer_mix", "")).fitting(info)
        self._sent: NDArray[np.float32] | None = None  # a style from another room, instead of the seed's
        self._restore_latent()
        self.anchors = memory.anchors(info)
        self.points = memory.points(info)  # three or none
        self.plane = memory.text("plane", DIRECTIONS)
        if self.plane not in VIEWS or not self._has_sheet(self.plane):
            self.plane = DIRECTIONS
        self.place = VIEWS[self.plane][1].place(
            memory.number("u", 0.0, -FURTHEST, FURTHEST), memory.number("v", 0.0, -FURTHEST, FURTHEST)
        )
        self.path = memory.path(FURTHEST)
        self._made_of: tuple[object, ...] = ()
        self._kept_plane: Plane | None = None

    @property
    def info(self) -> GeneratorInfo:
        return self._info

    @property
    def shows_sent_style(self) -> bool:
        """The pad stands around a style that came from elsewhere, not around the seed's."""
        return self._sent is not None

    @property
    def directions(self) -> tuple[str, ...]:
        """Those that pad and sliders speak of: the principal ones on their sheet, else the measured ones."""
        return direction_names(self._info, principal=self.plane == PRINCIPAL)

    @property
    def axes(self) -> tuple[str, str]:
        """The two directions of the pad: those that were chosen, if this generator has them."""
        is_principal = self.plane == PRINCIPAL
        wanted = self.wanted_principal if is_principal else self.wanted_axes
        return pad_axes(self._info, wanted, principal=is_principal)

    @property
    def axes_have_names(self) -> bool:
        """Right and up on the pad are directions with names."""
        return self.plane in (DIRECTIONS, PRINCIPAL) and bool(self.directions)

    @property
    def beside(self) -> tuple[str, ...]:
        """The directions that are not on the pad."""
        return tuple(name for name in self.directions if name not in self.axes)

    def choose_axes(self, across: str, up: str) -> None:
        """Other directions for the pad. How far one has gone along each stays: as a place or as a step beside it."""
        gone = dict(self.steps)
        if self.axes_have_names:
            gone.update(zip(self.axes, self.place, strict=True))
        if self.plane == PRINCIPAL:
            self.wanted_principal = (across, up)
        else:
            self.plane, self.wanted_axes = DIRECTIONS, (across, up)
        self.place = (gone.pop(across, 0.0), gone.pop(up, 0.0))
        limit = FURTHEST_STEP
        self.steps = {name: min(max(step, -limit), limit) for name, step in gone.items() if step}

    @property
    def is_mixed(self) -> bool:
        """The sheet is made of chosen pictures: its classes and its variety are theirs, and no seed is in it."""
        return self.plane == POINTS or (self.plane == ANCHORS and bool(self.anchors))

    @property
    def marks(self) -> tuple[Anchor, ...]:
        """The pictures that the sheet is made of, where they lie."""
        if self.plane == ANCHORS:
            return self.anchors
        pairs = zip(ThreePointPlane.corners, self.points, strict=False)
        return tuple(Anchor(*pair) for pair in pairs) if self.plane == POINTS else ()

    @property
    def mark_here(self) -> int | None:
        """Which of these pictures the dot stands on exactly."""
        places = [mark.place for mark in self.marks]
        return places.index(self.place) if self.place in places else None

    @property
    def mix_can_change(self) -> bool:
        """Whether there is one class mix that :meth:`take_mix` is about: the sheet's, or that of the anchor here."""
        return not self.is_mixed or (self.plane == ANCHORS and self.mark_here is not None)

    def adapt(self, info: GeneratorInfo) -> None:
        """Go on with another generator, or with fresh weights; what does not fit it starts anew."""
        before, self._info = self._info, info
        self.layer_mix = self.layer_mix.fitting(info)
        if info.model.z_size != before.model.z_size:
            self._sent = None
        if info.model.class_names != before.model.class_names:
            self.mix = self._first_mix()
        if info.name != before.name or info.model != before.model:
            self.anchors, self.points = self._memory.anchors(info), self._memory.points(info)
            if self.plane == ANCHORS and not self.anchors:
                self.plane = DIRECTIONS
                self.show_anchors()
        if not self._has_sheet(self.plane):
            self.plane = DIRECTIONS

    def _has_sheet(self, plane: str) -> bool:
        """Whether there is what the sheet is made of."""
        if plane == PRINCIPAL:
            return bool(direction_names(self._info, principal=True))
        return plane != POINTS or bool(self.points)

    def moment(self) -> Moment:
        """How everything stands now, for :meth:`go_back_to`."""
        return Moment.of(self)

    def go_back_to(self, moment: Moment) -> None:
        """Stand as at that moment; the generator is the same since."""
        for name, value in moment.values.items():
            setattr(self, name, value)

    def take_seed(self, seed: int) -> None:
        """Stand around the style that a seed names."""
        self.seed = seed
        self._sent = None
        self.steps = {}

    def take_latent(self, latent: Latent) -> None:
        """Stand so that one place of a sheet along directions is exactly this latent, and go there."""
        if abs(self.variety) < 0.1:
            self.variety = USUAL_VARIETY
        if self.plane != PRINCIPAL:
            self.plane = DIRECTIONS
        self.mix = latent.mix
        self.steps = {}
        self._sent = latent.z / np.float32(self.variety)
        self.place = self._place_of(self._sent)

    def take_mix(self, mix: NDArray[np.float32]) -> None:
        """Another class mix: of the whole sheet, or of the one anchor that the dot stands on."""
        if not self.is_mixed:
            self.mix = mix
        elif self.plane == ANCHORS and (index := self.mark_here) is not None:
            self.change_anchor(index, latent=self.anchors[index].latent.with_mix(mix))

    def set_step(self, name: str, step: float) -> None:
        """Go ``step`` standard deviations along one direction beside the pad."""
        self.steps = {**self.steps, name: step}

    def show_anchors(self) -> None:
        """Go to the sheet of anchors; the first ones are planted where the sheet that holds is cut short."""
        if self.plane == ANCHORS:
            return
        if not self.anchors:
            scale = VIEWS[self.plane][0].span / VIEWS[ANCHORS][0].span
            z, mix = self.latents_at(np.array(PLANTED) * scale)
            self.anchors = tuple(map(Anchor, PLANTED, map(Latent, z, mix)))
        self._go_to(ANCHORS)

    def add_anchor(self, place: tuple[float, float], latent: Latent) -> None:
        """One more, on the sheet of anchors."""
        if self.plane != ANCHORS:
            self._go_to(ANCHORS)
        self.anchors = (*self.anchors, Anchor(place, latent))

    def change_anchor(
        self,
        index: int,
        *,
        place: tuple[float, float] | None = None,
        latent: Latent | None = None,
        weight: float | None = None,
    ) -> None:
        """Move one, give it another picture, or make it reach further; a dot that stands on it goes along."""
        old = self.anchors[index]
        new = replace(
            old,
            place=old.place if place is None else place,
            latent=old.latent if latent is None else latent,
            weight=old.weight if weight is None else min(max(weight, LEAST_WEIGHT), MOST_WEIGHT),
        )
        if self.mark_here == index:
            self.place = new.place
        self.anchors = (*self.anchors[:index], new, *self.anchors[index + 1 :])

    def remove_anchor(self, index: int) -> None:
        self.anchors = self.anchors[:index] + self.anchors[index + 1 :]

    def take_points(self, latents: Sequence[Latent]) -> None:
        """Go to the plane through three latents."""
        self.points = tuple(latents)
        self._go_to(POINTS)

    def change_point(self, index: int, latent: Latent) -> None:
        """Another latent at one of the three corners."""
        self.points = (*self.points[:index], latent, *self.points[index + 1 :])

    def go_to(self, plane: str) -> None:
        """Another sheet, at its middle."""
        if plane == ANCHORS:
            self.show_anchors()
        elif self._has_sheet(plane):
            self._go_to(plane)

    def _go_to(self, plane: str) -> None:
        self.plane, self.place = plane, (0.0, 0.0)
        if self.is_mixed:
            self.steps = {}  # so that every picture of the sheet is exactly itself

    def latents_at(self, places: ArrayLike) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        """Styles (N, Z) and class mixes (N, K) at places (N, 2)."""
        return self._with_steps(places, self.steps)

    def _with_steps(
        self, places: ArrayLike, steps: Mapping[str, float]
    ) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        plane, variety = self._plane(), np.float32(self.variety)
        if isinstance(plane, AnchorPlane | ThreePointPlane):
            z, mix = plane.latents_at(places)
        else:
            z = plane.z_at(places) * variety
            mix = np.repeat(self.mix[None], len(z), axis=0)
        for name in self.beside:
            if step := steps.get(name, 0.0):
                z = z + np.float32(step) * variety * direction_vector(self._info, name)
        return z.astype(np.float32), mix

    def z_at(self, places: ArrayLike) -> NDArray[np.float32]:
        """Styles (N, Z) at places (N, 2)."""
        return self.latents_at(places)[0]

    def latent_at(self, place: tuple[float, float]) -> Latent:
        """The latent of one place."""
        z, mix = self.latents_at([place])
        return Latent(z[0], mix[0])

    def ends_of(self, name: str) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        """Styles (2, Z) and mixes (2, K) at both ends of one direction beside the pad, with all else as it is."""
        ends = [
            self._with_steps([self.place], {**self.steps, name: end})
            for end in (-FURTHEST_STEP, FURTHEST_STEP)
        ]
        return np.concatenate([z for z, _ in ends]), np.concatenate([mix for _, mix in ends])

    def save(self) -> None:
        """Remember everything for the next start."""
        memory = self._memory
        memory.write("plane", self.plane)
        memory.write("seed", self.seed)
        memory.write("variety", float(self.variety))
        memory.write("u", float(self.place[0]))
        memory.write("v", float(self.place[1]))
        memory.write("axes", list(self.wanted_axes))
        memory.write("principal_axes", list(self.wanted_principal))
        memory.write_steps(self.steps)
        memory.write("layer_mix", self.layer_mix.to_text())
        memory.write_latent(self._sent, self.mix)
        memory.write_anchors(self._info, self.anchors, self.points)
        memory.write_path(self.path)

    def _restore_latent(self) -> None:
        """Class mix and a sent style, if they were saved for a generator of this shape."""
        saved = self._memory.latent()
        if saved is None:
            return
        if len(saved.mix) == self._info.model.classes:
            self.mix = saved.mix
        if len(saved.z) == self._info.model.z_size > 1:
            self._sent = saved.z

    def _first_mix(self) -> NDArray[np.float32]:
        """The mix of the first map; the first class where there are others."""
        names = self._info.model.class_names
        if set(FIRST_MIX) <= set(names):
            return np.array([FIRST_MIX.get(name, 0.0) for name in names], dtype=np.float32)
        return one_hot(0, len(names))

    def _plane(self) -> Plane:
        """Kept while nothing about it changes: a drag asks for it a hundred times a second."""
        made_of = (
            self.plane,
            self.wanted_axes,
            self.wanted_principal,
            self.seed,
            self._sent,
            self._info.directions,
            self._info.principal,
            self._info.model,
            self.anchors,
            self.points,
        )
        if self._kept_plane is None or not all(map(is_, self._made_of, made_of)):
            self._made_of, self._kept_plane = made_of, self._new_plane()
        return self._kept_plane

    def _new_plane(self) -> Plane:
        z_size = self._info.model.z_size
        if self.plane == POINTS:
            return ThreePointPlane(self.points)
        if self.plane == ANCHORS and self.anchors:
            return AnchorPlane(self.anchors)
        if self.plane == LATTICE:
            return SeedLattice(self.seed, z_size)
        origin = self._sent if self._sent is not None else seed_origin(self.seed, z_size)
        return DirectionPlane(origin, *self._axis_vectors())

    def _axis_vectors(self) -> NDArray[np.float32]:
        """The two directions of the plane, (2, Z); others where a broken generator has the same one twice, or none."""
        if self.directions:
            chosen = np.stack([direction_vector(self._info, name) for name in self.axes])
            if span_plane(*chosen):
                return chosen
        axes = gaussian(RANDOM_AXES_SEED, 2, self._info.model.z_size)
        return axes / np.linalg.norm(axes, axis=1, keepdims=True)

    def _place_of(self, z: NDArray[np.float32]) -> tuple[float, float]:
        """Where the direction plane around ``z`` shows ``z`` itself."""
        plane = DirectionPlane(z, *self._axis_vectors())
        u, v = ((z - plane.origin) @ axis / (axis @ axis) for axis in (plane.first, plane.second))
        rim = VIEWS[DIRECTIONS][1].rim or 3.0
        return float(np.clip(u, -rim, rim)), float(np.clip(v, -rim, rim))
