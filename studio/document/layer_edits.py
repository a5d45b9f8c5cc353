"""What can be done to the layers of an artwork: each gives the artwork as it is afterwards."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

import numpy as np

from studio.document.artwork import MOST_LAYERS, Artwork, Brush, Layer, Stroke

MergeLoss = Literal["blend", "opacity", "eraser", ""]


def is_full(artwork: Artwork) -> bool:
    """Whether there is no room for another layer."""
    return len(artwork.layers) >= MOST_LAYERS


def with_new_layer(artwork: Artwork, index: int, layer: Layer) -> Artwork:
    """``layer`` at that place, those from there on one higher."""
    return replace(artwork, layers=(*artwork.layers[:index], layer, *artwork.layers[index:]))


def without_layer(artwork: Artwork, index: int) -> Artwork:
    """One layer stays at least."""
    assert len(artwork.layers) > 1
    return replace(artwork, layers=artwork.layers[:index] + artwork.layers[index + 1 :])


def with_layer_moved(artwork: Artwork, index: int, to: int) -> Artwork:
    """The layer at ``index`` stands at ``to`` afterwards."""
    layers = list(artwork.layers)
    layers.insert(to, layers.pop(index))
    return replace(artwork, layers=tuple(layers))


def merged_down(artwork: Artwork, index: int) -> Artwork:
    """The layer at ``index`` and the one below it as one, its strokes on top; all of them stay objects.

    The lower layer's name and blend mode hold. Opacities that differ go into the strokes.
    """
    assert index > 0
    lower, upper = artwork.layers[index - 1], artwork.layers[index]
    opacity = lower.opacity
    below, above = lower.strokes, upper.strokes
    if upper.opacity != lower.opacity:
        opacity = 1.0
        below, above = (
            tuple(_fainter(stroke, layer.opacity) for stroke in layer.strokes) for layer in (lower, upper)
        )
    merged = replace(lower, strokes=below + above, opacity=opacity)
    return without_layer(artwork.with_layer(index - 1, merged), index)


def merge_loss(artwork: Artwork, index: int) -> MergeLoss:
    """What merging that layer down cannot keep as it looks, if anything.

    Strokes that stay objects lie in one sheet afterwards: another blend mode of the upper one is gone, what is
    half transparent overlaps within the sheet, and an eraser of the upper one wipes the lower ink too. Layers that
    are laid alike and lie apart lose nothing.
    """
    lower, upper = artwork.layers[index - 1], artwork.layers[index]
    if not lower.strokes or not upper.strokes:
        return ""
    if not _overlap(upper.strokes, lower.strokes) and (upper.blend, upper.opacity) == (
        lower.blend,
        lower.opacity,
    ):
        return ""
    if upper.blend != "normal" or lower.blend != "normal":
        return "blend"
    if (upper.opacity, lower.opacity) != (1.0, 1.0):
        return "opacity"
    erasers = [stroke for stroke in upper.strokes if stroke.kind == "erase"]
    return "eraser" if _overlap(erasers, lower.strokes) else ""


def _fainter(stroke: Stroke, share: float) -> Stroke:
    if stroke.kind == "erase" or share == 1.0:
        return stroke
    brush: Brush = replace(stroke.brush, opacity=stroke.brush.opacity * share)
    return replace(stroke, brush=brush)


def _overlap(some: Sequence[Stroke], others: Sequence[Stroke]) -> bool:
    """Whether any of these can touch any of those."""
    left, top, right, bottom = np.array([stroke.bounds() for stroke in others]).T
    for stroke in some:
        own_left, own_top, own_right, own_bottom = stroke.bounds()
        across = (own_left <= right) & (left <= own_right)
        if (across & (own_top <= bottom) & (top <= own_bottom)).any():
            return True
    return False
