"""What can be done to strokes that were painted: each gives new strokes or layers, the old ones stay as they are."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from math import cos, radians, sin

import numpy as np
from numpy.typing import NDArray

from studio.document.artwork import (
    DAB_ANGLE,
    DAB_SIZE,
    DAB_STAMP,
    DAB_X,
    DAB_Y,
    LARGEST_BRUSH_PX,
    SMALLEST_BRUSH_PX,
    Artwork,
    Gradient,
    Layer,
    Lettering,
    Stamp,
    Stroke,
)


@dataclass(frozen=True, slots=True)
class Similarity:
    """Scale, then turn (degrees, clockwise) about ``(x, y)``, then move by ``(dx, dy)``, in document pixels."""

    x: float = 0.0
    y: float = 0.0
    scale: float = 1.0
    turn: float = 0.0
    dx: float = 0.0
    dy: float = 0.0

    def at(self, points: NDArray[np.float32]) -> NDArray[np.float32]:
        """Where points (N, 2) come to lie."""
        across, down = (points.astype(np.float64) - (self.x, self.y)).T * self.scale
        c, s = cos(radians(self.turn)), sin(radians(self.turn))
        x = c * across - s * down + self.x + self.dx
        y = s * across + c * down + self.y + self.dy
        return np.stack([x, y], axis=1).astype(np.float32)

    def place(self, point: tuple[float, float]) -> tuple[float, float]:
        """Where one point comes to lie."""
        ((x, y),) = self.at(np.array([point], np.float32)).tolist()
        return x, y


def transformed(stroke: Stroke, by: Similarity) -> Stroke:
    """The same stroke elsewhere, larger or turned; its stamps stay. UserError if it would lie too far away."""
    dabs = stroke.dabs.copy()
    dabs[:, [DAB_X, DAB_Y]] = by.at(stroke.dabs[:, [DAB_X, DAB_Y]])
    dabs[:, DAB_SIZE] = np.clip(dabs[:, DAB_SIZE] * by.scale, SMALLEST_BRUSH_PX, LARGEST_BRUSH_PX)
    if by.turn:
        dabs[:, DAB_ANGLE] = (dabs[:, DAB_ANGLE] + by.turn + 180) % 360 - 180
    size = min(max(stroke.brush.size_px * by.scale, SMALLEST_BRUSH_PX), LARGEST_BRUSH_PX)
    lettering = None if stroke.lettering is None else _moved(stroke.lettering, by)
    brush = replace(stroke.brush, size_px=size)
    return replace(stroke, dabs=dabs, path=by.at(stroke.path), brush=brush, lettering=lettering)


def _moved(lettering: Lettering, by: Similarity) -> Lettering:
    x, y = by.place((lettering.x, lettering.y))
    points = by.at(np.array(lettering.line, np.float32)) if lettering.line else ()
    line = tuple((float(across), float(down)) for across, down in points)
    return replace(lettering, x=x, y=y, turn=(lettering.turn + by.turn + 180) % 360 - 180, line=line)


def mirrored(stroke: Stroke, x: float) -> Stroke:
    """As in a mirror that stands upright at ``x``; type is no longer text then."""
    dabs, path = stroke.dabs.copy(), stroke.path.copy()
    dabs[:, DAB_X], path[:, 0] = 2 * x - dabs[:, DAB_X], 2 * x - path[:, 0]
    dabs[:, DAB_ANGLE] *= -1
    return replace(stroke, dabs=dabs, path=path, mirrored=not stroke.mirrored, lettering=None)


def scale_range(strokes: Sequence[Stroke]) -> tuple[float, float]:
    """How much smaller and larger these can become before a dab reaches the limits of a brush."""
    sizes = [stroke.dabs[:, DAB_SIZE] for stroke in strokes]
    least, most = min(float(size.min()) for size in sizes), max(float(size.max()) for size in sizes)
    return min(1.0, SMALLEST_BRUSH_PX / least), max(1.0, LARGEST_BRUSH_PX / most)


def takes_ink(stroke: Stroke) -> bool:
    """Whether its stamps are grey: pictures in colour keep their own, and an eraser has none."""
    return any(stamp.pixels.shape[2] == 1 for stamp in stroke.stamps)


def inked(stroke: Stroke, ink: str, gradient: Gradient, second_ink: str) -> Stroke:
    """In other colours."""
    return replace(stroke, brush=replace(stroke.brush, ink=ink, gradient=gradient, second_ink=second_ink))


def with_opacity(stroke: Stroke, opacity: float) -> Stroke:
    """As strong as that, 0 to 1."""
    return replace(stroke, brush=replace(stroke.brush, opacity=opacity))


def with_stamps(stroke: Stroke, stamps: Sequence[Stamp], seed: int) -> Stroke:
    """The same movement with other pictures, one for each that it had."""
    return replace(stroke, stamps=tuple(stamps), seed=seed)


def dab_count(strokes: Collection[Stroke]) -> int:
    """How much there is to paint."""
    return sum(len(stroke.dabs) for stroke in strokes)


def used_stamps(stroke: Stroke) -> tuple[Stamp, ...]:
    """Those that a dab shows."""
    return tuple(stroke.stamps[int(index)] for index in np.unique(stroke.dabs[:, DAB_STAMP]))


# In a layer


def with_changed(artwork: Artwork, layer_index: int, changed: Mapping[int, Stroke]) -> Artwork:
    """Other strokes in the places of some."""
    layer = artwork.layers[layer_index]
    strokes = tuple(changed.get(index, stroke) for index, stroke in enumerate(layer.strokes))
    return artwork.with_layer(layer_index, replace(layer, strokes=strokes))


def without_strokes(artwork: Artwork, layer_index: int, indexes: Collection[int]) -> Artwork:
    """As if they had never been painted."""
    layer = artwork.layers[layer_index]
    return artwork.with_layer(layer_index, replace(layer, strokes=_others(layer, indexes)))


def with_added(artwork: Artwork, layer_index: int, strokes: Sequence[Stroke]) -> Artwork:
    """More strokes on top of a layer."""
    layer = artwork.layers[layer_index]
    return artwork.with_layer(layer_index, replace(layer, strokes=(*layer.strokes, *strokes)))


def with_order(artwork: Artwork, layer_index: int, indexes: Sequence[int], place: int) -> Artwork:
    """The strokes at ``indexes`` stand together, with ``place`` of the others below them."""
    layer = artwork.layers[layer_index]
    others = _others(layer, indexes)
    taken = tuple(layer.strokes[index] for index in sorted(indexes))
    return artwork.with_layer(layer_index, replace(layer, strokes=others[:place] + taken + others[place:]))


def _others(layer: Layer, indexes: Collection[int]) -> tuple[Stroke, ...]:
    return tuple(stroke for index, stroke in enumerate(layer.strokes) if index not in indexes)
