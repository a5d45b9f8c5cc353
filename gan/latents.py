"""Points of the latent space and the ways to move between them. Plain numpy, no torch.

Shapes: ``z (Z,)`` or ``(N, Z)`` float32 from a standard normal; ``mix (K,)`` float32, one share a class, summing to 1.
"""

from __future__ import annotations

import base64
import binascii
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from gan.errors import UserError

FloatArray = NDArray[np.float32]

TEXT_PREFIX = "latent:1:"
LARGEST_Z = 4096
LARGEST_CLASSES = 1024
NEARLY_PARALLEL = 0.9995  # above this cosine a great circle and a straight line are the same to float32


def _frozen(values: ArrayLike) -> FloatArray:
    array = np.array(values, dtype=np.float32)
    array.setflags(write=False)
    return array


@dataclass(frozen=True, slots=True, eq=False)
class Latent:
    """One picture's place in the latent space: style ``z (Z,)`` and class mix ``mix (K,)``. Compares by value."""

    z: FloatArray
    mix: FloatArray

    def __post_init__(self) -> None:
        object.__setattr__(self, "z", _frozen(self.z))
        object.__setattr__(self, "mix", _frozen(self.mix))
        if self.z.ndim != 1 or not 1 <= self.z.size <= LARGEST_Z:
            raise UserError("latent-shape", "A latent has between 1 and {most} numbers.", most=LARGEST_Z)
        if self.mix.ndim != 1 or not 1 <= self.mix.size <= LARGEST_CLASSES:
            raise UserError(
                "latent-classes", "A class mix has between 1 and {most} shares.", most=LARGEST_CLASSES
            )
        if not (np.isfinite(self.z).all() and np.isfinite(self.mix).all()):
            raise UserError("latent-not-finite", "A latent cannot hold NaN or infinity.")
        if abs(float(self.mix.sum()) - 1.0) > 1e-3:
            raise UserError("latent-mix-sum", "The shares of a class mix add up to 1.")

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Latent):
            return NotImplemented
        return np.array_equal(self.z, other.z) and np.array_equal(self.mix, other.mix)

    def __hash__(self) -> int:
        return hash((self.z.tobytes(), self.mix.tobytes()))

    def with_z(self, z: ArrayLike) -> Latent:
        """The same class in another style."""
        return Latent(np.asarray(z, dtype=np.float32), self.mix)

    def with_mix(self, mix: ArrayLike) -> Latent:
        """The same style in another class."""
        return Latent(self.z, np.asarray(mix, dtype=np.float32))

    def to_text(self) -> str:
        """One line of text that :meth:`from_text` reads back bit for bit: for the clipboard and for drags."""
        raw = self.z.astype("<f4").tobytes() + self.mix.astype("<f4").tobytes()
        return f"{TEXT_PREFIX}{self.z.size}:{self.mix.size}:{base64.urlsafe_b64encode(raw).decode('ascii')}"

    @classmethod
    def from_text(cls, text: str) -> Latent:
        """Read a latent copied as text. UserError if it is not one."""
        text = text.strip()
        parts = text.removeprefix(TEXT_PREFIX).split(":")
        if (
            not text.startswith(TEXT_PREFIX)
            or len(parts) != 3
            or len(text) > 8 * (LARGEST_Z + LARGEST_CLASSES)
        ):
            raise UserError("latent-text", "This text is not a latent copied from Latent Studio.")
        try:
            z_size, classes = int(parts[0]), int(parts[1])
            raw = np.frombuffer(base64.b64decode(parts[2], altchars=b"-_", validate=True), dtype="<f4")
        except (ValueError, binascii.Error) as error:
            raise UserError("latent-text", "This text is not a latent copied from Latent Studio.") from error
        if min(z_size, classes) < 1 or raw.size != z_size + classes:
            raise UserError("latent-text-cut", "This latent is cut short; copy it again.")
        return cls(raw[:z_size], raw[z_size:])


def gaussian(seed: int, count: int, z_size: int) -> FloatArray:
    """Standard normal latents (count, Z), the same for the same seed everywhere (Philox, Salmon et al. 2011)."""
    generator = np.random.Generator(np.random.Philox(seed))
    return generator.standard_normal((count, z_size), dtype=np.float32)


def seed_origin(seed: int, z_size: int) -> FloatArray:
    """The latent (Z,) that a seed names."""
    return gaussian(seed, 1, z_size)[0]


def one_hot(label: int, classes: int) -> FloatArray:
    """All of one class, (K,)."""
    mix = np.zeros(classes, dtype=np.float32)
    mix[label] = 1.0
    return mix


def _weights(t: float | ArrayLike) -> NDArray[np.float64]:
    """t as a column, so that (N,) broadcasts against (Z,)."""
    t = np.asarray(t, dtype=np.float64)
    return t[..., None]


def lerp(a: ArrayLike, b: ArrayLike, t: float | ArrayLike) -> FloatArray:
    """Straight line from a to b: (Z,), (Z,), scalar or (N,) -> (Z,) or (N, Z)."""
    a, b = np.asarray(a, dtype=np.float64), np.asarray(b, dtype=np.float64)
    return ((1.0 - _weights(t)) * a + _weights(t) * b).astype(np.float32)


def slerp(a: ArrayLike, b: ArrayLike, t: float | ArrayLike) -> FloatArray:
    """Great circle from a to b with the length going linearly: (Z,), (Z,), scalar or (N,) -> (Z,) or (N, Z).

    Nearly parallel ends take the straight line; opposite ends take one fixed great circle.
    Source: Shoemake 1985; for GAN latents White 2016, arXiv:1609.04468.
    """
    a64, b64 = np.asarray(a, dtype=np.float64), np.asarray(b, dtype=np.float64)
    length_a, length_b = np.linalg.norm(a64), np.linalg.norm(b64)
    if min(length_a, length_b) < 1e-12:
        return lerp(a64, b64, t)
    unit_a, unit_b = a64 / length_a, b64 / length_b
    cosine = float(np.clip(unit_a @ unit_b, -1.0, 1.0))
    if cosine > NEARLY_PARALLEL:
        return lerp(a64, b64, t)
    across = unit_b - cosine * unit_a
    if np.linalg.norm(across) < 1e-6:
        across = _some_perpendicular(unit_a)
    across /= np.linalg.norm(across)
    angle, column = np.arccos(cosine), _weights(t)
    direction = np.cos(angle * column) * unit_a + np.sin(angle * column) * across
    return (((1.0 - column) * length_a + column * length_b) * direction).astype(np.float32)


def _some_perpendicular(unit: NDArray[np.float64]) -> NDArray[np.float64]:
    """A direction at right angles to ``unit (Z,)``, always the same one."""
    axis = np.zeros_like(unit)
    axis[int(np.argmin(np.abs(unit)))] = 1.0
    return axis - (axis @ unit) * unit


def blend_mix(a: ArrayLike, b: ArrayLike, t: float) -> FloatArray:
    """Class mix between a and b (K,), or beyond them where t leaves 0…1: one share is below zero there, and the sum
    of all stays 1."""
    return lerp(a, b, t)


def angle_between(a: ArrayLike, b: ArrayLike) -> float:
    """Angle between two latents in degrees."""
    a, b = np.asarray(a, dtype=np.float64), np.asarray(b, dtype=np.float64)
    lengths = np.linalg.norm(a) * np.linalg.norm(b)
    if lengths < 1e-12:
        return 0.0
    return float(np.degrees(np.arccos(np.clip(a @ b / lengths, -1.0, 1.0))))


def mixed_by_layer(
    first: Latent, second: Latent, *, style: bool, classes: Sequence[bool]
) -> tuple[FloatArray, FloatArray]:
    """``first`` with what some layers take from ``second`` instead: z (Z,) and a mix for each layer (L, K).

    ``style``: the layer that takes z takes the second's; ``classes (L,)``: which layers take the second's class.
    What comes out is no latent any more: no one z and mix draws the same picture.
    """
    mixes = np.stack([second.mix if taken else first.mix for taken in classes])
    return (second if style else first).z, mixes


@dataclass(frozen=True, slots=True, eq=False)
class MeasuredDirections:
    """Steps in z that each move one measured property of the pictures, in every class alike.

    ``vectors (M, Z)``: adding one moves its measure by one standard deviation; ``r2 (M,)``: how much of the measure
    the straight line explains on pictures it was not fitted to (1 = all).
    """

    names: tuple[str, ...]
    vectors: FloatArray
    r2: FloatArray

    def __post_init__(self) -> None:
        object.__setattr__(self, "vectors", _frozen(self.vectors))
        object.__setattr__(self, "r2", _frozen(self.r2))
        if (
            self.vectors.ndim != 2
            or len(self.names) != len(self.vectors)
            or self.r2.shape != (len(self.names),)
        ):
            raise UserError(
                "directions-shape", "Each measured direction has one name, one vector and one R²."
            )
        if not np.isfinite(self.vectors).all():
            raise UserError("directions-not-finite", "A direction cannot hold NaN or infinity.")

    def vector(self, name: str) -> FloatArray:
        """The step (Z,) of one named measure."""
        return self.vectors[self.names.index(name)]


@dataclass(frozen=True, slots=True, eq=False)
class PrincipalDirections:
    """The steps in z that change a generator's first layer most, the strongest first.

    ``vectors (P, Z)``, each of length 1 and at right angles to the others: adding one goes one standard deviation of
    z along it; ``shares (P,)``: the part of all the change of that layer that lies along each.
    """

    vectors: FloatArray
    shares: FloatArray

    def __post_init__(self) -> None:
        object.__setattr__(self, "vectors", _frozen(self.vectors))
        object.__setattr__(self, "shares", _frozen(self.shares))
        if self.vectors.ndim != 2 or not self.vectors.size or self.shares.shape != self.vectors.shape[:1]:
            raise UserError("directions-shape", "Each principal direction has one vector and one share.")

    def __len__(self) -> int:
        return len(self.vectors)

    def places_of(self, other: PrincipalDirections, least_cosine: float) -> tuple[int | None, ...]:
        """For each direction of ``other`` which of these it is, either way round, or None where the angle is wide."""
        if self.vectors.shape[1] != other.vectors.shape[1]:
            return (None,) * len(other)
        cosines = np.abs(other.vectors @ self.vectors.T)
        nearest = cosines.argmax(axis=1)
        is_same = cosines.max(axis=1) >= least_cosine
        return tuple(int(place) if same else None for place, same in zip(nearest, is_same, strict=True))


SAME_COSINE = 0.9999  # directions less than a degree apart would take a sheet far out for nothing


def span_plane(first: ArrayLike, second: ArrayLike) -> bool:
    """Whether two directions (Z,) have lengths and are not the same."""
    first64, second64 = np.asarray(first, dtype=np.float64), np.asarray(second, dtype=np.float64)
    lengths = np.linalg.norm(first64) * np.linalg.norm(second64)
    if not lengths > 1e-18:
        return False
    return bool(abs(first64 @ second64) < SAME_COSINE * lengths)


class DirectionPlane:
    """The plane through a style, along two directions; a place (u, v) is in standard deviations of their measures.

    The origin loses its own parts along both directions, so (0, 0) is the typical value of both; the second
    direction loses its part along the first, so that u alone changes the first measure.
    """

    def __init__(self, origin: ArrayLike, first: ArrayLike, second: ArrayLike) -> None:
        if not span_plane(first, second):
            raise UserError(
                "directions-parallel", "The two directions of the pad are the same, or one has no length."
            )
        first64, second64 = np.asarray(first, dtype=np.float64), np.asarray(second, dtype=np.float64)
        length = np.linalg.norm(second64)
        unit_first = first64 / np.linalg.norm(first64)
        across = second64 - (second64 @ unit_first) * unit_first
        unit_second = across / np.linalg.norm(across)
        origin64 = np.asarray(origin, dtype=np.float64)
        self.first: NDArray[np.float64] = first64
        # Its measure still has to move by one sd a unit: what the measure gains is the part of the step along it.
        self.second: NDArray[np.float64] = unit_second * length**2 / float(second64 @ unit_second)
        self.origin: NDArray[np.float64] = (
            origin64 - (origin64 @ unit_first) * unit_first - (origin64 @ unit_second) * unit_second
        )

    def z_at(self, places: ArrayLike) -> FloatArray:
        """Styles (N, Z) at places (N, 2)."""
        places64 = np.asarray(places, dtype=np.float64)
        return (self.origin + places64[:, :1] * self.first + places64[:, 1:] * self.second).astype(np.float32)


class SeedLattice:
    """An endless sheet: every whole-numbered place is a seed of its own, places between are mixed from four.

    Source: the idea of StyleGAN3's visualizer (Karras et al. 2021); the mix is divided by the length of its weights,
    so that a picture between four seeds is as varied as one at a seed.
    """

    def __init__(self, seed: int, z_size: int) -> None:
        self._seed = seed
        self._z_size = z_size
        self._corners: dict[tuple[int, int], FloatArray] = {}

    def z_at(self, places: ArrayLike) -> FloatArray:
        """Styles (N, Z) at places (N, 2)."""
        places64 = np.asarray(places, dtype=np.float64)
        cells = np.floor(places64).astype(np.int64)
        u, v = (places64 - cells).T
        mixed = np.zeros((len(places64), self._z_size))
        squares = np.zeros(len(places64))
        for right, up in ((0, 0), (1, 0), (0, 1), (1, 1)):
            weight = (u if right else 1.0 - u) * (v if up else 1.0 - v)
            mixed += weight[:, None] * self._at_corners(cells + np.array((right, up)))
            squares += weight**2
        return (mixed / np.sqrt(squares)[:, None]).astype(np.float32)

    def _at_corners(self, cells: Iterable[Iterable[int]]) -> FloatArray:
        return np.stack([self._corner(int(column), int(row)) for column, row in cells])

    def _corner(self, column: int, row: int) -> FloatArray:
        if (column, row) not in self._corners:
            if len(self._corners) > 4096:  # a long walk must not grow without end
                self._corners.clear()
            key = [self._seed & 0xFFFFFFFFFFFFFFFF, ((column & 0xFFFFFFFF) << 32) | (row & 0xFFFFFFFF)]
            generator = np.random.Generator(np.random.Philox(key=np.array(key, dtype=np.uint64)))
            self._corners[column, row] = generator.standard_normal(self._z_size, dtype=np.float32)
        return self._corners[column, row]
