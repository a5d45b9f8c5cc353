"""What Blend shows, as a value: two to four pictures, how much of each in shape and in style, and what was held."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from gan.blending import mixed_classes, mixed_styles, sum_of_classes, sum_of_styles, turned
from gan.config import GeneratorInfo
from gan.latents import Latent, angle_between, blend_mix, gaussian, one_hot, seed_origin, slerp
from studio.pages.blend.road import FEWEST_FRAMES, MOST_FRAMES, FixedPoints, road, with_fixed, without_fixed
from studio.pages.explore.state import USUAL_VARIETY

LEAST, MOST = -0.5, 1.5
FIRST_CLASSES, FIRST_SEEDS = ("3", "8"), (22, 21)  # a pair that morphs well
FIRST_SHAPE, FIRST_STYLE = 0.42, 0.35
FIRST_FRAMES = 16
WELLS = ("A", "B", "C", "D")
FEWEST_WELLS = 2
SAMPLES_ACROSS = 10
NOWHERE = -1
NEARLY = 1e-6  # a weight this small takes no part
ABREAST = 0.1  # shape and style this near to each other belong to one frame of the film

Weights = tuple[float, ...]
Mix = NDArray[np.float32]
T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Blend:
    """Style lock by construction: shape never touches z, style never touches the class mix.

    ``wells``: A, B and perhaps C and D; ``shape`` and ``style`` weigh them and add up to 1. ``pair`` are the two that
    angle, film and grid lie between. ``held_z (Z,)`` and ``held_mix (K,)`` stand instead of what the weights give,
    until the weights are moved; ``strength`` says that they are A − B + C.
    """

    wells: tuple[Latent, ...]
    locked: tuple[bool, ...] = (False, False)
    shape: Weights = (1.0 - FIRST_SHAPE, FIRST_SHAPE)
    style: Weights = (1.0 - FIRST_STYLE, FIRST_STYLE)
    pair: tuple[int, int] = (0, 1)
    linked: bool = False
    held_z: NDArray[np.float32] | None = None
    held_mix: Mix | None = None
    strength: float | None = None
    frames: int = FIRST_FRAMES
    fixed: FixedPoints = ()
    frame: int = (
        NOWHERE  # of the film that the middle picture was taken from, where the weights cannot say it
    )

    # The middle

    @property
    def z(self) -> NDArray[np.float32]:
        """The style in between, (Z,)."""
        if self.held_z is not None:
            return self.held_z
        return mixed_styles([well.z for well in self.wells], self.style)

    @property
    def mix(self) -> Mix:
        """The class mix in between, (K,)."""
        if self.held_mix is not None:
            return self.held_mix
        return mixed_classes([well.mix for well in self.wells], self.shape)

    @property
    def latent(self) -> Latent:
        """The picture in the middle."""
        return Latent(self.z, self.mix)

    def every_class(self) -> list[Latent]:
        """This style in each class."""
        z, classes = self.z, self.wells[0].mix.size
        return [Latent(z, one_hot(label, classes)) for label in range(classes)]

    # The wells

    def filled(self, well: int, latent: Latent) -> Blend:
        """Another picture in a well; one beyond the last is added to it, with no weight yet."""
        if well == len(self.wells):
            more = replace(self, wells=(*self.wells, latent), locked=(*self.locked, False))
            return replace(more, shape=(*self.shape, 0.0), style=(*self.style, 0.0)).on_the_sheet()
        wells = (*self.wells[:well], latent, *self.wells[well + 1 :])
        other = replace(self, wells=wells, held_z=None, held_mix=None, frame=NOWHERE)
        return other if self.strength is None else other.summed(self.strength)

    def on_the_sheet(self) -> Blend:
        """With weights from 0 to 1: more than two pictures have no "beyond"."""
        return replace(self, shape=_within(self.shape), style=_within(self.style))

    def without(self, well: int) -> Blend:
        """One picture less; the others keep their proportions."""
        assert len(self.wells) > FEWEST_WELLS
        fewer = replace(
            self,
            wells=_dropped(self.wells, well),
            locked=_dropped(self.locked, well),
            shape=_shared_out(_dropped(self.shape, well)),
            style=_shared_out(_dropped(self.style, well)),
            pair=(0, 1) if well in self.pair else _renumbered(self.pair, well),
            frame=NOWHERE if well in self.pair else self.frame,
        )
        if self.strength is None:
            return fewer
        return replace(fewer, held_z=None, held_mix=None, strength=None)

    def swapped(self) -> Blend:
        """The pictures of the pair change places with all that is theirs; the middle stays, but is no sum of theirs."""
        return replace(
            self,
            wells=_exchanged(self.wells, self.pair),
            locked=_exchanged(self.locked, self.pair),
            shape=_exchanged(self.shape, self.pair),
            style=_exchanged(self.style, self.pair),
            strength=None,
            fixed=tuple((1.0 - place, latent) for place, latent in reversed(self.fixed)),
            frame=NOWHERE if self.frame == NOWHERE else self.frames - 1 - self.frame,
        )

    def with_lock(self, well: int, locked: bool) -> Blend:
        """A locked well takes nothing."""
        return replace(self, locked=(*self.locked[:well], locked, *self.locked[well + 1 :]))

    # Weights

    def between(self, weights: Weights) -> float | None:
        """How far from the first of the pair to the second, if no other well takes part."""
        first, second = self.pair
        others = sum(abs(weight) for index, weight in enumerate(weights) if index not in self.pair)
        return (
            weights[second] if others < NEARLY and abs(weights[first] + weights[second] - 1) < 1e-3 else None
        )

    def gone(self, shape: Weights, style: Weights) -> Blend:
        """Weights by hand; what was held of the class ends when the shape moves, of the style when that does."""
        return replace(
            self,
            shape=shape,
            style=style,
            held_mix=self.held_mix if shape == self.shape else None,
            held_z=self.held_z if style == self.style else None,
            strength=None,
            frame=NOWHERE,
        )

    def gone_between(self, shape: float, style: float) -> Blend:
        """To a place between the two of the pair; nothing held is left."""
        there = replace(self, shape=self._of_pair(shape), style=self._of_pair(style))
        return replace(there, held_z=None, held_mix=None, strength=None, frame=NOWHERE)

    def _of_pair(self, t: float) -> Weights:
        weights = [0.0] * len(self.wells)
        weights[self.pair[0]], weights[self.pair[1]] = 1.0 - t, t
        return tuple(weights)

    def mixed(self, mix: Mix) -> Blend:
        """A mix of classes made by hand."""
        return replace(self, held_mix=mix, strength=None, frame=NOWHERE)

    def linked_as(self, linked: bool) -> Blend:
        return replace(self, linked=linked)

    def paired(self, first: int, second: int) -> Blend:
        """Another pair for angle, film and grid."""
        return replace(self, pair=(first, second), frame=NOWHERE)

    # Angles and sums

    @property
    def angle(self) -> float:
        """Between the styles of the pair, in degrees."""
        first, second = self.pair
        return angle_between(self.wells[first].z, self.wells[second].z)

    @property
    def angle_left(self) -> float:
        """From the middle to the second of the pair, in degrees."""
        return angle_between(self.z, self.wells[self.pair[1]].z)

    def turned(self, degrees: float) -> Blend:
        """The middle's style so many degrees further toward the second of the pair, and not beyond."""
        t, angle = self.between(self.style), self.angle
        if self.held_z is None and t is not None and 0.0 <= t <= 1.0:
            further = 1.0 if angle * (1.0 - t) <= degrees + NEARLY else t + degrees / angle
            return replace(self, style=self._of_pair(further), strength=None, frame=NOWHERE)
        z = turned(self.z, self.wells[self.pair[1]].z, degrees)
        return replace(self, held_z=z, strength=None, frame=NOWHERE)

    def summed(self, strength: float) -> Blend:
        """A − B + C as the middle; it stays so while the wells change, until something else moves it."""
        a, b, c = self.wells[:3]
        z = sum_of_styles(a.z, b.z, c.z, strength)
        mix = sum_of_classes(a.mix, b.mix, c.mix, strength)
        return replace(self, held_z=z, held_mix=mix, strength=strength, frame=NOWHERE)

    def unsummed(self) -> Blend:
        """Back to what the weights say."""
        return replace(self, held_z=None, held_mix=None, strength=None)

    def taken_into(self, well: int) -> Blend:
        """The middle becomes a well's picture, and the middle stays there."""
        taken = replace(self, strength=None).filled(well, self.latent)
        alone = tuple(float(index == well) for index in range(len(self.wells)))
        return replace(taken, shape=alone, style=alone)

    # The film

    @property
    def film(self) -> list[Latent]:
        """From the first of the pair to the second, through every fixed point."""
        first, second = self.pair
        return road(self.wells[first], self.wells[second], self.fixed, self.frames)

    @property
    def place_in_film(self) -> int:
        """The frame that the middle picture is nearest to, or -1."""
        if self.frame != NOWHERE:
            return self.frame
        if (place := self.place_on_grid) is None:
            return NOWHERE
        shape, style = place
        if not (0.0 <= shape <= 1.0 and 0.0 <= style <= 1.0 and abs(shape - style) <= ABREAST):
            return NOWHERE
        return round((shape + style) / 2 * (self.frames - 1))

    def at_frame(self, frame: int) -> Blend:
        """The middle becomes a frame; where that lies on the straight way, the weights say so."""
        there, straight = self.film[frame], self.gone_between(*[frame / (self.frames - 1)] * 2)
        if np.allclose(straight.z, there.z, atol=1e-4) and np.allclose(straight.mix, there.mix, atol=1e-4):
            return straight
        return replace(self, held_z=there.z, held_mix=there.mix, strength=None, frame=frame)

    def with_frames(self, count: int) -> Blend:
        return replace(self, frames=min(max(count, FEWEST_FRAMES), MOST_FRAMES), frame=NOWHERE)

    def with_fixed(self, frame: int, latent: Latent) -> Blend:
        """The film passes through this picture at this frame from now on; its two ends are the wells."""
        return replace(self, fixed=with_fixed(self.fixed, frame, self.frames, latent))

    def without_fixed(self, frame: int) -> Blend:
        """The frame follows its neighbours again."""
        return replace(self, fixed=without_fixed(self.fixed, frame, self.frames), frame=NOWHERE)

    # The grid

    @property
    def place_on_grid(self) -> tuple[float, float] | None:
        """How far along shape and style the middle lies between the pair; None where it is no blend of the two."""
        shape, style = self.between(self.shape), self.between(self.style)
        if self.held_z is not None or self.held_mix is not None or shape is None or style is None:
            return None
        return shape, style

    def every_blend(self, cells: int) -> list[Latent]:
        """cells × cells pictures of the pair row by row: columns go along the shape, rows along the style."""
        first, second = (self.wells[index] for index in self.pair)
        steps = np.linspace(0.0, 1.0, cells)
        mixes = [blend_mix(first.mix, second.mix, float(t)) for t in steps]
        return [Latent(z, mix) for z in slerp(first.z, second.z, steps) for mix in mixes]


def first_blend(info: GeneratorInfo) -> Blend:
    """The pair that a generator begins with."""
    model = info.model
    labels = [model.class_names.index(name) if name in model.class_names else -1 for name in FIRST_CLASSES]
    if -1 in labels:
        labels = [0, model.classes - 1]
    return Blend(
        wells=tuple(
            Latent(seed_origin(seed, model.z_size) * np.float32(USUAL_VARIETY), one_hot(label, model.classes))
            for label, seed in zip(labels, FIRST_SEEDS, strict=True)
        )
    )


def fresh_samples(info: GeneratorInfo, seed: int, count: int) -> list[Latent]:
    """New pictures: each style in all classes, one after the other."""
    classes = info.model.classes
    styles = gaussian(seed, -(-count // classes), info.model.z_size) * np.float32(USUAL_VARIETY)
    return [Latent(styles[index // classes], one_hot(index % classes, classes)) for index in range(count)]


def _within(weights: Weights) -> Weights:
    return _shared_out(tuple(min(max(weight, 0.0), 1.0) for weight in weights))


def _shared_out(weights: Weights) -> Weights:
    """The same proportions, adding up to 1; the first alone where nothing is left."""
    total = sum(max(weight, 0.0) for weight in weights)
    if total < NEARLY:
        return (1.0, *[0.0] * (len(weights) - 1))
    return tuple(max(weight, 0.0) / total for weight in weights)


def _dropped(values: Sequence[T], index: int) -> tuple[T, ...]:
    return (*values[:index], *values[index + 1 :])


def _renumbered(pair: tuple[int, int], gone: int) -> tuple[int, int]:
    first, second = (index - (index > gone) for index in pair)
    return first, second


def _exchanged(values: Sequence[T], pair: tuple[int, int]) -> tuple[T, ...]:
    exchanged = list(values)
    first, second = pair
    exchanged[first], exchanged[second] = values[second], values[first]
    return tuple(exchanged)
