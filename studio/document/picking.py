"""What lies under a place: the stamp that the eyedropper picks up, the strokes that are selected."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from studio.document.artwork import DAB_SIZE, DAB_STAMP, DAB_X, DAB_Y, Artwork, Layer, Stamp, Stroke


def stamp_at(artwork: Artwork, x: float, y: float) -> Stamp | None:
    """The topmost visible stamp around (x, y); None on bare paper and where an eraser went last."""
    for layer in reversed([layer for layer in artwork.layers if layer.visible]):
        for stroke in reversed(layer.strokes):
            dabs = stroke.dabs
            distance = np.hypot(dabs[:, DAB_X] - x, dabs[:, DAB_Y] - y) / dabs[:, DAB_SIZE]
            nearest = int(distance.argmin())
            if distance[nearest] > 0.5:
                continue
            if stroke.kind == "erase":
                break
            return stroke.stamps[int(dabs[nearest, DAB_STAMP])]
    return None


def stroke_at(layer: Layer, x: float, y: float) -> int | None:
    """The topmost stroke of ink with a dab around (x, y), by its index in the layer."""
    for index in reversed(range(len(layer.strokes))):
        stroke = layer.strokes[index]
        dabs = stroke.dabs
        distance = np.hypot(dabs[:, DAB_X] - x, dabs[:, DAB_Y] - y) / dabs[:, DAB_SIZE]
        if stroke.kind == "ink" and distance.min() <= 0.5:
            return index
    return None


def strokes_within(layer: Layer, left: float, top: float, right: float, bottom: float) -> list[int]:
    """The strokes that have the middle of a dab inside a rectangle."""

    def touches(stroke: Stroke) -> bool:
        x, y = stroke.dabs[:, DAB_X], stroke.dabs[:, DAB_Y]
        return bool(((x >= left) & (x <= right) & (y >= top) & (y <= bottom)).any())

    return [index for index, stroke in enumerate(layer.strokes) if touches(stroke)]


def reach(strokes: Iterable[Stroke]) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of dabs as they are seen: their squares, upright."""
    dabs = np.concatenate([stroke.dabs for stroke in strokes])
    half = dabs[:, DAB_SIZE] / 2
    return (
        float((dabs[:, DAB_X] - half).min()),
        float((dabs[:, DAB_Y] - half).min()),
        float((dabs[:, DAB_X] + half).max()),
        float((dabs[:, DAB_Y] + half).max()),
    )
