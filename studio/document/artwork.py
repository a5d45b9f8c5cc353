"""What an artwork is: layers of strokes that stay objects, as frozen values that check themselves."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
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
FARTHEST_SCATTER, LARGEST_TURN = 3.0, 180.0
MOST_DABS = 100_000
MOST_STROKES = 10_000
MOST_LAYERS = 64
LARGEST_STAMP_SIDE = 256
LONGEST_LETTERING = 1000
LONGEST_LINE = 1024
SMALLEST_TRACKING, LARGEST_TRACKING = -0.4, 2.0
SMALLEST_LEADING, LARGEST_LEADING = 0.3, 4.0
FARTHEST_PX = 100_000.0  # a stroke may leave the sheet, but not without end
BLEND_MODES = ("normal", "multiply", "screen", "darken", "lighten", "overlay")
BlendMode = Literal["normal", "multiply", "screen", "darken", "lighten", "overlay"]

Alignment = Literal["left", "centre", "right"]
Gradient = Literal["none", "stroke", "stamp"]
Edges = Literal["crisp", "pixels"]
Pressure = Literal["none", "size", "opacity", "style"]

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


def _check_flag(name: str, value: object) -> None:
    if not isinstance(value, bool):
        raise _refuse(f"{name} is neither yes nor no")


def _check_seed(value: object) -> None:
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value < 2**63:
        raise _refuse("a seed is not a whole number")


def _check_text(name: str, value: object) -> None:
    if not isinstance(value, str) or len(value) > 200:
        raise _refuse(f"{name} is not a short text")


def _checked_line(line: object) -> tuple[tuple[float, float], ...]:
    """Two places or more that are not all one, or none at all; JSON brings lists."""
    if not isinstance(line, list | tuple) or len(line) > LONGEST_LINE:
        raise _refuse("the line of a text is not one, or too long")
    for place in line:
        if not isinstance(place, list | tuple) or len(place) != 2:
            raise _refuse("the line of a text is not one, or too long")
        for value in place:
            _check_number("the line of a text", value, -FARTHEST_PX, FARTHEST_PX)
    places = tuple((float(x), float(y)) for x, y in line)
    if places and len(set(places)) == 1:
        raise _refuse("the line of a text has no length")
    return places


def _frozen(array: Any, dtype: Any) -> NDArray[Any]:
    copy = np.array(array, dtype=dtype)
    copy.setflags(write=False)
    return copy


def no_pressures() -> NDArray[np.float32]:
    """Of a stroke that no pen drew."""
    return np.zeros(0, np.float32)


@dataclass(frozen=True, slots=True)
class Brush:
    """How dabs are set: size in document pixels, spacing as a share of it, opacity 0 to 1.

    ``gradient``: where ``ink`` becomes ``second_ink``, along the stroke or from the upper to the lower edge of each
    stamp. ``edges``: how a stamp is enlarged, with a crisp edge at any size or pixel by pixel. By chance each dab lies
    up to ``scatter`` of its size away, turned by up to ``turn_jitter`` degrees, and up to a share ``size_jitter``
    smaller. ``pressure``: what the pressure of a pen changes. ``inverted``: what is dark in a grey stamp is ink, not
    what is light.
    """

    size_px: float = 62.0
    spacing: float = 0.6
    opacity: float = 0.96
    turn: Literal["fixed", "stroke"] = "fixed"
    ink: str = "#201D1A"
    gradient: Gradient = "none"
    second_ink: str = "#C9451C"
    edges: Edges = "crisp"
    scatter: float = 0.0
    turn_jitter: float = 0.0
    size_jitter: float = 0.0
    pressure: Pressure = "none"
    inverted: bool = False

    def __post_init__(self) -> None:
        _check_number("brush size", self.size_px, SMALLEST_BRUSH_PX, LARGEST_BRUSH_PX)
        _check_number("spacing", self.spacing, SMALLEST_SPACING, LARGEST_SPACING)
        _check_number("opacity", self.opacity, 0.0, 1.0)
        _check_colour("ink", self.ink)
        if self.turn not in ("fixed", "stroke"):
            raise _refuse("the brush turns in an unknown way")
        _check_colour("the second ink", self.second_ink)
        _check_number("scatter", self.scatter, 0.0, FARTHEST_SCATTER)
        _check_number("the jitter of the turn", self.turn_jitter, 0.0, LARGEST_TURN)
        _check_number("the jitter of the size", self.size_jitter, 0.0, 1.0)
        if self.gradient not in ("none", "stroke", "stamp") or self.edges not in ("crisp", "pixels"):
            raise _refuse("the brush inks in an unknown way")
        if self.pressure not in ("none", "size", "opacity", "style"):
            raise _refuse("pressure does something unknown")
        _check_flag("the ink of a brush", self.inverted)


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


@dataclass(frozen=True, slots=True)
class Lettering:
    """What a stroke of type says, and how it is set, so that it can be set again.

    ``x``, ``y``: the middle of the first line at its left end, centre or right end, as aligned, in document
    pixels; ``turn``: degrees clockwise about there. ``tracking`` and ``leading`` are shares of the brush size.
    ``jitter`` 0 to 1 moves and turns each glyph by chance, from ``seed``. ``missing``: the characters that the
    model had no class for; they have a place and no dab. ``line``: the points that the first line of the text runs
    along, from its left to its right; the others run below. Without one it is straight, and only then ``x``, ``y``
    and ``turn`` count.
    """

    text: str
    x: float
    y: float
    turn: float = 0.0
    tracking: float = 0.0
    leading: float = 1.1
    alignment: Alignment = "left"
    jitter: float = 0.0
    seed: int = 0
    missing: str = ""
    line: tuple[tuple[float, float], ...] = ()

    def __post_init__(self) -> None:
        for name, value in (("a text", self.text), ("what a text lacks", self.missing)):
            if not isinstance(value, str) or len(value) > LONGEST_LETTERING:
                raise _refuse(f"{name} is not one of at most {LONGEST_LETTERING} characters")
        _check_number("the place of a text", self.x, -FARTHEST_PX, FARTHEST_PX)
        _check_number("the place of a text", self.y, -FARTHEST_PX, FARTHEST_PX)
        _check_number("the turn of a text", self.turn, -3600.0, 3600.0)
        _check_number("tracking", self.tracking, SMALLEST_TRACKING, LARGEST_TRACKING)
        _check_number("leading", self.leading, SMALLEST_LEADING, LARGEST_LEADING)
        _check_number("jitter", self.jitter, 0.0, 1.0)
        if self.alignment not in ("left", "centre", "right"):
            raise _refuse("a text is aligned in an unknown way")
        _check_seed(self.seed)
        object.__setattr__(self, "line", _checked_line(self.line))


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Stroke:
    """One movement of the brush: ink made of stamps, or an eraser's round tip. Compares by value.

    ``dabs (N, 5) float32``: x, y, size in document pixels, angle in degrees clockwise, index into ``stamps``.
    ``path (P, 2) float32``: the points that the hand went through. ``seed``: where anything that a brush
    leaves to chance starts from, so that the same stroke always gives the same pixels. ``mirrored``: its
    stamps show as in a mirror, left and right changed before they are turned. ``lettering``: the text that its
    dabs are set from, if it is type. ``pressures (N,) float32``: how hard a pen lay there, 0 to 1, at each dab; none
    of a mouse.
    """

    kind: Literal["ink", "erase"]
    brush: Brush
    stamps: tuple[Stamp, ...]
    dabs: NDArray[np.float32]
    path: NDArray[np.float32]
    seed: int = 0
    mirrored: bool = False
    lettering: Lettering | None = None
    pressures: NDArray[np.float32] = field(default_factory=no_pressures)

    def __post_init__(self) -> None:
        object.__setattr__(self, "pressures", _frozen(self.pressures, np.float32))
        object.__setattr__(self, "dabs", _frozen(self.dabs, np.float32))
        object.__setattr__(self, "path", _frozen(self.path, np.float32))
        _check_stroke(self)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Stroke):
            return NotImplemented
        return (
            (self.kind, self.brush, self.stamps, self.seed, self.mirrored, self.lettering)
            == (other.kind, other.brush, other.stamps, other.seed, other.mirrored, other.lettering)
            and np.array_equal(self.dabs, other.dabs)
            and np.array_equal(self.path, other.path)
            and np.array_equal(self.pressures, other.pressures)
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
    if stroke.lettering is not None and stroke.kind != "ink":
        raise _refuse("an eraser cannot be type")
    _check_seed(stroke.seed)
    _check_flag("the mirror of a stroke", stroke.mirrored)
    if not (np.abs(dabs[:, :DAB_SIZE]) <= FARTHEST_PX).all() or not (np.abs(path) <= FARTHEST_PX).all():
        raise _refuse("a stroke lies too far away")
    sizes, stamp_indexes = dabs[:, DAB_SIZE], dabs[:, DAB_STAMP]
    if not ((sizes >= SMALLEST_BRUSH_PX) & (sizes <= LARGEST_BRUSH_PX)).all():
        raise _refuse("a dab has an impossible size")
    if not (np.abs(dabs[:, DAB_ANGLE]) <= 3600.0).all():
        raise _refuse("a dab has an impossible angle")
    pressures = stroke.pressures
    if pressures.ndim != 1 or len(pressures) not in (0, len(dabs)):
        raise _refuse("a stroke has a pressure for some dabs only")
    if not ((pressures >= 0) & (pressures <= 1)).all():
        raise _refuse("a pressure is impossible")
    last = max(len(stroke.stamps) - 1, 0)
    if not ((stamp_indexes >= 0) & (stamp_indexes <= last) & (stamp_indexes % 1 == 0)).all():
        raise _refuse("a dab uses a stamp that is not there")


@dataclass(frozen=True, slots=True)
class Layer:
    """Strokes on a sheet of their own, first painted first; an eraser reaches only its own layer.

    ``opacity`` 0 to 1 and ``blend`` say how the sheet is laid over what lies below it.
    """

    name: str
    strokes: tuple[Stroke, ...] = ()
    opacity: float = 1.0
    blend: BlendMode = "normal"
    visible: bool = True
    locked: bool = False

    def __post_init__(self) -> None:
        _check_text("the name of a layer", self.name)
        _check_number("the opacity of a layer", self.opacity, 0.0, 1.0)
        if self.blend not in BLEND_MODES:
            raise _refuse("a layer blends in an unknown way")
        _check_flag("the visibility of a layer", self.visible)
        _check_flag("the lock of a layer", self.locked)
        if len(self.strokes) > MOST_STROKES:
            raise _refuse("a layer has too many strokes")


@dataclass(frozen=True, slots=True)
class Artwork:
    """A sheet of paper and what was painted on it, bottom layer first. ``paper`` None: it is transparent."""

    width: int = DEFAULT_SIZE[0]
    height: int = DEFAULT_SIZE[1]
    paper: str | None = DEFAULT_PAPER
    layers: tuple[Layer, ...] = (Layer("Ink"),)

    def __post_init__(self) -> None:
        for side in (self.width, self.height):
            if isinstance(side, bool) or not isinstance(side, int) or not 1 <= side <= LARGEST_SIDE_PX:
                raise _refuse(f"a side of the sheet is not 1 to {LARGEST_SIDE_PX} pixels")
        if self.paper is not None:
            _check_colour("paper", self.paper)
        if not 1 <= len(self.layers) <= MOST_LAYERS:
            raise _refuse("there are no layers, or too many")

    @property
    def stroke_count(self) -> int:
        return sum(len(layer.strokes) for layer in self.layers)

    def with_layer(self, index: int, layer: Layer) -> Artwork:
        """The same artwork with another layer in the place of that one; ``index`` may count from the top, -1."""
        layers = list(self.layers)
        layers[index] = layer
        return replace(self, layers=tuple(layers))

    def with_stroke(self, stroke: Stroke, layer_index: int = -1) -> Artwork:
        """The same artwork with one more stroke on that layer, the top one unless another is named."""
        layer = self.layers[layer_index]
        return self.with_layer(layer_index, replace(layer, strokes=(*layer.strokes, stroke)))

    def without_stroke(self, layer_index: int, stroke_index: int) -> Artwork:
        """The same artwork as if that stroke had never been painted."""
        layer = self.layers[layer_index]
        strokes = layer.strokes[:stroke_index] + layer.strokes[stroke_index + 1 :]
        return self.with_layer(layer_index, replace(layer, strokes=strokes))
