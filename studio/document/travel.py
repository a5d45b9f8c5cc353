"""Travel from one latent to another in steps that look equal."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

from gan.errors import UserError
from gan.latents import Latent, blend_mix, slerp

DENSE_COUNT = 97  # pictures that measure the way
RAMP_COUNT = 48  # stamps that a stroke travels through


def latents_between(
    a: Latent, b: Latent, places: ArrayLike
) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """``z (N, Z)`` and ``mix (N, K)`` at ``places (N,)``, 0 = a and 1 = b. UserError if they do not match."""
    if a.z.shape != b.z.shape or a.mix.shape != b.mix.shape:
        raise UserError(
            "travel-mismatch", "These two stamps come from models that differ; choose both from one."
        )
    places = np.asarray(places, dtype=np.float64)
    return slerp(a.z, b.z, places), np.stack([blend_mix(a.mix, b.mix, float(t)) for t in places])


def even_places(pixels: NDArray[np.uint8], count: int) -> NDArray[np.float64]:
    """``count`` places in [0, 1] with equal change of the picture between neighbours.

    ``pixels (N, H, W, C)``: pictures at N equal steps; their way is the sum of mean absolute differences.
    """
    difference = np.abs(np.diff(pixels.astype(np.int16), axis=0)).mean(axis=(1, 2, 3))
    way = np.concatenate([[0.0], np.cumsum(difference)])
    if way[-1] == 0.0:
        return np.linspace(0.0, 1.0, count)
    # A trace of the plain distance keeps the way rising where nothing moves.
    way = way / way[-1] + np.linspace(0.0, 1e-6, len(way))
    return np.interp(np.linspace(0.0, way[-1], count), way, np.linspace(0.0, 1.0, len(way)))
