"""What an artwork is: layers of strokes that stay objects, as frozen values that check themselves."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from gan.errors import UserError
from gan.latents import Latent

DEFAULT_SIZE = (816, 568)  # shows at 100% in a window of 1280x800
DEFAULT_PAPER = "#F3EEE2"
LARGEST_SIDE_PX = 8192
SMALLEST_BRUSH_PX, LARGEST_BRUSH_PX = 1.0, 600.0
SMALLEST_SPACING, LARGEST_SPACING = 0.05, 5.0
MOST_DABS = 100_000
MOST_STROKES = 10_000
MOST_LAYERS = 64
LARGEST_STAMP_SIDE = 256
FARTHEST_PX = 100_000.0  # a stroke may leave the sheet, but not without end

DAB_X, DAB_Y, DAB_SIZE, DAB_ANGLE, DAB_STAMP = range(5)  # columns of Stroke.dabs

_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")


def _refuse(what: str) -> UserError:
    return UserError("artwork-value", "The artwork holds something impossible: {what}.", what=what)


def _check_colour(name: str, value: object) -> None:
    if not isinstance(value, str) or not _COLOUR.fullmatch(value):
        raise _refuse(f"{name} is not a colour like #1A2B3C")


def _check_number(name: str, value: object, least: float, most: float) -> None:
    # Written so that NaN fails too.
    if isinstance(value, bool) or not isinstance(value, int | float) or not least <= value <= most:
        raise _refuse(f"{name} is outside {least:g} to {most:g}")


def _check_text(name: str, value: object) -> None:
    if not isinstance(value, str) or len(value) > 200:
        raise _refuse(f"{name} is not a short text")


def _frozen(array: Any, dtype: Any) -> NDArray[Any]:
    copy = np.array(array, dtype=dtype)
    copy.setflags(write=False)
    return copy


@dataclass(frozen=True, slots=True)
class Brush:
    """How dabs are set: size in document pixels, spacing as a share of it, opacity 0 to 1."""

    size_px: float = 62.0
    spacing: float = 0.6
    opacity: float = 0.96
    turn: Literal["fixed", "stroke"] = "fixed"
    ink: str = "#201D1A"

    def __post_init__(self) -> None:
        _check_number("brush size", self.size_px, SMALLEST_BRUSH_PX, LARGEST_BRUSH_PX)
        _check_number("spacing", self.spacing, SMALLEST_SPACING, LARGEST_SPACING)
        _check_number("opacity", self.opacity, 0.0, 1.0)
        _check_colour("ink", self.ink)
        if self.turn not in ("fixed", "stroke"):
            raise _refuse("the brush turns in an unknown way")


@dataclass(frozen=True, slots=True, eq=False)
class Stamp:
    """A generated picture, ``pixels (H, W, C) uint8``, and its place in the latent space. Equal by value."""

    latent: Latent
    pixels: NDArray[np.uint8]

    def __post_init__(self) -> None:
        object.__setattr__(self, "pixels", _frozen(self.pixels, np.uint8))
        shape = self.pixels.shape
        if len(shape) != 3 or shape[2] not in (1, 3, 4):
            raise _refuse("a stamp is not a picture")
        if not 1 <= min(shape[:2]) <= max(shape[:2]) <= LARGEST_STAMP_SIDE:
            raise _refuse("a stamp is not a small picture")

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Stamp):
            return NotImplemented
        return self.latent == other.latent and np.array_equal(self.pixels, other.pixels)

    def __hash__(self) -> int:
        return hash((self.latent, self.pixels.shape, self.pixels.tobytes()))


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Stroke:
    """One movement of the brush: ink made of stamps, or an eraser's round tip. Compares by value.

    ``dabs (N, 5) float32``: x, y, size in document pixels, angle in degrees clockwise, index into ``stamps``.
    ``path (P, 2) float32``: the points that the hand went through. ``seed``: where anything that a brush
    leaves to chance starts from, so that the same stroke always gives the same pixels.
    """

    kind: Literal["ink", "erase"]
    brush: Brush
    stamps: tuple[Stamp, ...]
    dabs: NDArray[np.float32]
    path: NDArray[np.float32]
    seed: int = 0

    def __post_init__(self) -> None:
        object.__setattr__(self, "dabs", _frozen(self.dabs, np.float32))
        object.__setattr__(self, "path", _frozen(self.path, np.float32))
        _check_stroke(self)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Stroke):
            return NotImplemented
        return (
            (self.kind, self.brush, self.stamps, self.seed)
            == (other.kind, other.brush, other.stamps, other.seed)
            and np.array_equal(self.dabs, other.dabs)
            and np.array_equal(self.path, other.path)
        )

    def __hash__(self) -> int:
        return hash((self.kind, self.brush, self.seed, self.dabs.tobytes()))

    def bounds(self, first: int = 0) -> tuple[float, float, float, float]:
        """Left, top, right and bottom of all that the dabs from ``first`` on can touch."""
        dabs = self.dabs[first:]
        reach = dabs[:, DAB_SIZE] * np.float32(0.7072)  # half a diagonal: a stamp may stand at any angle
        x, y = dabs[:, DAB_X], dabs[:, DAB_Y]
        return (
            float((x - reach).min()),
            float((y - reach).min()),
            float((x + reach).max()),
            float((y + reach).max()),
        )


def _check_stroke(stroke: Stroke) -> None:
    dabs, path = stroke.dabs, stroke.path
    if stroke.kind not in ("ink", "erase") or (stroke.kind == "ink") != bool(stroke.stamps):
        raise _refuse("a stroke is neither ink nor eraser")
    if dabs.ndim != 2 or dabs.shape[1] != 5 or not 1 <= len(dabs) <= MOST_DABS:
        raise _refuse("a stroke has no dabs, or too many")
    if path.ndim != 2 or path.shape[1] != 2 or not 1 <= len(path) <= MOST_DABS:
        raise _refuse("a stroke has no path, or one too long")
    if isinstance(stroke.seed, bool) or not isinstance(stroke.seed, int) or not 0 <= stroke.seed < 2**63:
        raise _refuse("a seed is not a whole number")
    if not (np.abs(dabs[:, :DAB_SIZE]) <= FARTHEST_PX).all() or not (np.abs(path) <= FARTHEST_PX).all():
        raise _refuse("a stroke lies too far away")
    sizes, stamp_indexes = dabs[:, DAB_SIZE], dabs[:, DAB_STAMP]
    if not ((sizes >= SMALLEST_BRUSH_PX) & (sizes <= LARGEST_BRUSH_PX)).all():
        raise _refuse("a dab has an impossible size")
    if not (np.abs(dabs[:, DAB_ANGLE]) <= 3600.0).all():
        raise _refuse("a dab has an impossible angle")
    last = max(len(stroke.stamps) - 1, 0)
    if not ((stamp_indexes >= 0) & (stamp_indexes <= last) & (stamp_indexes % 1 == 0)).all():
        raise _refuse("a dab uses a stamp that is not there")


@dataclass(frozen=True, slots=True)
class Layer:
    """Strokes on a sheet of their own, first painted first; an eraser reaches only its own layer."""

    name: str
    strokes: tuple[Stroke, ...] = ()

    def __post_init__(self) -> None:
        _check_text("the name of a layer", self.name)
        if len(self.strokes) > MOST_STROKES:
            raise _refuse("a layer has too many strokes")


@dataclass(frozen=True, slots=True)
class Artwork:
    """A sheet of paper and what was painted on it, bottom layer first."""

    width: int = DEFAULT_SIZE[0]
    height: int = DEFAULT_SIZE[1]
    paper: str = DEFAULT_PAPER
    layers: tuple[Layer, ...] = (Layer("Ink"),)

    def __post_init__(self) -> None:
        for side in (self.width, self.height):
            if isinstance(side, bool) or not isinstance(side, int) or not 1 <= side <= LARGEST_SIDE_PX:
                raise _refuse(f"a side of the sheet is not 1 to {LARGEST_SIDE_PX} pixels")
        _check_colour("paper", self.paper)
        if not 1 <= len(self.layers) <= MOST_LAYERS:
            raise _refuse("there are no layers, or too many")

    @property
    def stroke_count(self) -> int:
        return sum(len(layer.strokes) for layer in self.layers)

    def with_stroke(self, stroke: Stroke) -> Artwork:
        """The same artwork with one more stroke on its top layer."""
        top = self.layers[-1]
        return replace(self, layers=(*self.layers[:-1], replace(top, strokes=(*top.strokes, stroke))))

    def without_stroke(self, layer_index: int, stroke_index: int) -> Artwork:
        """The same artwork as if that stroke had never been painted."""
        layer = self.layers[layer_index]
        strokes = layer.strokes[:stroke_index] + layer.strokes[stroke_index + 1 :]
        changed = replace(layer, strokes=strokes)
        return replace(self, layers=(*self.layers[:layer_index], changed, *self.layers[layer_index + 1 :]))
