"""What a place on Explore's pad stands for: plane, seed, class mix, variety and the directions beside the pad."""

from __future__ import annotations

import math
from operator import is_

import numpy as np
from numpy.typing import ArrayLike, NDArray

from gan.config import GeneratorInfo
from gan.errors import GanError
from gan.latents import (
    DirectionPlane,
    Latent,
    MeasuredDirections,
    SeedLattice,
    gaussian,
    one_hot,
    seed_origin,
)
from studio.settings import Settings
from studio.widgets.pad_view import PadLimits, PadView

DIRECTIONS, LATTICE = "directions", "lattice"
AXES = ("slant", "thickness")
BESIDE = ("width", "ink", "height")
LARGEST_SEED = 999_999
FURTHEST = 9999.0  # a sheet without end ends where nobody has ever been
USUAL_VARIETY = 0.8
RANDOM_AXES_SEED = 2024  # two directions for a generator whose own are not measured yet
FIRST_SEED, FIRST_MIX = 82, {"3": 0.34, "5": 0.33, "8": 0.33}  # a first map with clear, balanced regions

VIEWS = {
    DIRECTIONS: (PadView(span=6.0), PadLimits(rim=3.0, least_span=0.1, most_span=6.0)),
    LATTICE: (PadView(span=4.0), PadLimits(rim=None, least_span=0.1, most_span=32.0)),
}


class ExploreState:
    """Turns places into latents for one generator at a time; remembers itself in the settings."""

    def __init__(self, info: GeneratorInfo, settings: Settings) -> None:
        self._info = info
        self._settings = settings
        self.plane = settings.value("explore/plane", DIRECTIONS)
        if self.plane not in VIEWS:
            self.plane = DIRECTIONS
        self.seed = min(max(settings.value("explore/seed", FIRST_SEED), 0), LARGEST_SEED)
        self.variety = self._remembered("variety", USUAL_VARIETY, -1.0, 2.0)
        u, v = (self._remembered(axis, 0.0, -FURTHEST, FURTHEST) for axis in ("u", "v"))
        self.place = (u, v)
        self.steps = np.zeros(len(BESIDE))
        self._sent: NDArray[np.float32] | None = None  # a style from another room, instead of the seed's
        self._made_of: tuple[object, ...] = ()
        self._kept_plane: DirectionPlane | SeedLattice | None = None
        self.mix = self._first_mix()
        self._restore_latent()

    @property
    def info(self) -> GeneratorInfo:
        return self._info

    @property
    def shows_sent_style(self) -> bool:
        """The pad stands around a style that came from elsewhere, not around the seed's."""
        return self._sent is not None

    @property
    def directions(self) -> MeasuredDirections | None:
        """The measured directions, if the generator has those that the pad and the sliders speak of."""
        directions = self._info.directions
        return directions if directions is not None and set(AXES + BESIDE) <= set(directions.names) else None

    def adapt(self, info: GeneratorInfo) -> None:
        """Go on with another generator, or with fresh weights; what does not fit it starts anew."""
        other_style = info.model.z_size != self._info.model.z_size
        other_classes = info.model.class_names != self._info.model.class_names
        self._info = info
        if other_style:
            self._sent = None
        if other_classes:
            self.mix = self._first_mix()

    def take_seed(self, seed: int) -> None:
        """Stand around the style that a seed names."""
        self.seed = seed
        self._sent = None
        self.steps = np.zeros(len(BESIDE))

    def take_latent(self, latent: Latent) -> None:
        """Stand so that one place of the direction plane is exactly this latent, and go there."""
        if abs(self.variety) < 0.1:
            self.variety = USUAL_VARIETY
        self.plane = DIRECTIONS
        self.mix = latent.mix
        self.steps = np.zeros(len(BESIDE))
        self._sent = latent.z / np.float32(self.variety)
        self.place = self._place_of(self._sent)

    def set_step(self, index: int, step: float) -> None:
        """Go ``step`` standard deviations along one direction beside the pad."""
        self.steps = self.steps.copy()
        self.steps[index] = step

    def z_at(self, places: ArrayLike) -> NDArray[np.float32]:
        """Styles (N, Z) at places (N, 2)."""
        return (self._untruncated_at(places) * np.float32(self.variety)).astype(np.float32)

    def _untruncated_at(self, places: ArrayLike) -> NDArray[np.float32]:
        z = self._plane().z_at(places)
        if (directions := self.directions) is not None and self.steps.any():
            beside = np.stack([directions.vector(name) for name in BESIDE])
            z = z + (self.steps @ beside).astype(np.float32)
        return z

    def latent_at(self, place: tuple[float, float]) -> Latent:
        """The latent of one place."""
        return Latent(self.z_at([place])[0], self.mix)

    def mix_for(self, count: int) -> NDArray[np.float32]:
        """The class mix once for each of so many pictures, (count, K)."""
        return np.repeat(self.mix[None], count, axis=0)

    def ends_of(self, index: int) -> NDArray[np.float32]:
        """Styles (2, Z) at both ends of one direction beside the pad, with all else as it is."""
        assert self.directions is not None, "no direction has ends before it is measured"
        further = np.array([[-3.0], [3.0]]) - self.steps[index]
        ends = self._untruncated_at([self.place]) + further * self.directions.vector(BESIDE[index])
        return (ends * np.float32(self.variety)).astype(np.float32)

    def save(self) -> None:
        """Remember everything for the next start."""
        write = self._settings.set_value
        write("explore/plane", self.plane)
        write("explore/seed", self.seed)
        write("explore/variety", float(self.variety))
        write("explore/u", float(self.place[0]))
        write("explore/v", float(self.place[1]))
        write("explore/steps", [f"{step:.3f}" for step in self.steps])
        origin = self._sent if self._sent is not None else np.zeros(1, dtype=np.float32)
        write("explore/style_and_mix", Latent(origin, self.mix).to_text())

    def _remembered(self, name: str, default: float, least: float, most: float) -> float:
        """A number from the settings, if it is one."""
        value = self._settings.value(f"explore/{name}", default)
        return min(max(value, least), most) if math.isfinite(value) else default

    def _restore_latent(self) -> None:
        """Class mix and a sent style, if they were saved for a generator of this shape."""
        try:
            saved = Latent.from_text(self._settings.value("explore/style_and_mix", ""))
            steps = np.array([float(step) for step in self._settings.value("explore/steps", ["0"])])
        except (GanError, ValueError):
            return
        if len(saved.mix) == self._info.model.classes:
            self.mix = saved.mix
        if len(saved.z) == self._info.model.z_size > 1:
            self._sent = saved.z
        if steps.shape == self.steps.shape and np.isfinite(steps).all():
            self.steps = np.clip(steps, -3.0, 3.0)

    def _first_mix(self) -> NDArray[np.float32]:
        """The mix of the first map; the first class where there are others."""
        names = self._info.model.class_names
        if set(FIRST_MIX) <= set(names):
            return np.array([FIRST_MIX.get(name, 0.0) for name in names], dtype=np.float32)
        return one_hot(0, len(names))

    def _plane(self) -> DirectionPlane | SeedLattice:
        """Kept while nothing about it changes: a drag asks for it a hundred times a second."""
        made_of = (self.plane, self.seed, self._sent, self._info.directions, self._info.model)
        if self._kept_plane is None or not all(map(is_, self._made_of, made_of)):
            self._made_of, self._kept_plane = made_of, self._new_plane()
        return self._kept_plane

    def _new_plane(self) -> DirectionPlane | SeedLattice:
        z_size = self._info.model.z_size
        if self.plane == LATTICE:
            return SeedLattice(self.seed, z_size)
        origin = self._sent if self._sent is not None else seed_origin(self.seed, z_size)
        return DirectionPlane(origin, *self._axes())

    def _axes(self) -> NDArray[np.float32]:
        """The two directions of the plane, (2, Z)."""
        if (directions := self.directions) is not None:
            return np.stack([directions.vector(name) for name in AXES])
        axes = gaussian(RANDOM_AXES_SEED, 2, self._info.model.z_size)
        return axes / np.linalg.norm(axes, axis=1, keepdims=True)

    def _place_of(self, z: NDArray[np.float32]) -> tuple[float, float]:
        """Where the direction plane around ``z`` shows ``z`` itself."""
        plane = DirectionPlane(z, *self._axes())
        u, v = ((z - plane.origin) @ axis / (axis @ axis) for axis in (plane.first, plane.second))
        rim = VIEWS[DIRECTIONS][1].rim or 3.0
        return float(np.clip(u, -rim, rim)), float(np.clip(v, -rim, rim))
