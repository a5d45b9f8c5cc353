"""Which stamp lies under a place: the eyedropper picks up latents, not colours."""

from __future__ import annotations

import numpy as np

from studio.document.artwork import DAB_SIZE, DAB_STAMP, DAB_X, DAB_Y, Artwork, Stamp


def stamp_at(artwork: Artwork, x: float, y: float) -> Stamp | None:
    """The topmost stamp around (x, y); None on bare paper and where an eraser went last."""
    for layer in reversed(artwork.layers):
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
