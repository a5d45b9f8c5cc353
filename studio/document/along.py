"""What happens along a stroke: which latents its stamps have, and which dab shows which of them."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from gan.latents import Latent, gaussian, one_hot

Along = Literal["fixed", "random", "drift", "travel", "field", "sequence"]
Latents = tuple[NDArray[np.float32], NDArray[np.float32]]  # z (N, Z) and mix (N, K)

RANDOM_COUNT, DRIFT_COUNT, FIELD_SIDE = 48, 64, 16
VARIETY = 0.8  # of random styles, and where a drift goes to: usual variety
DRIFT_KEEPS = 0.985  # how much of one style is left in the next
NEXT_DRIFT = 29  # so many steps further on begins the drift of the next stroke


def random_latents(brush: Latent, seed: int, *, any_class: bool) -> Latents:
    """Styles that have nothing to do with each other; the brush's class, or each class as often."""
    z = np.float32(VARIETY) * gaussian(seed, RANDOM_COUNT, brush.z.size)
    classes = brush.mix.size
    if not any_class:
        return z, np.repeat(brush.mix[None], RANDOM_COUNT, axis=0)
    return z, np.stack([one_hot(index % classes, classes) for index in range(RANDOM_COUNT)])


def drift_latents(brush: Latent, seed: int) -> Latents:
    """A slow random walk that begins at the brush and never leaves what is usual (Ornstein and Uhlenbeck 1930)."""
    steps = np.float32(VARIETY * (1 - DRIFT_KEEPS**2) ** 0.5) * gaussian(seed, DRIFT_COUNT, brush.z.size)
    walk = [np.asarray(brush.z)]
    for step in steps[1:]:
        walk.append((np.float32(DRIFT_KEEPS) * walk[-1] + step).astype(np.float32))
    return np.stack(walk), np.repeat(brush.mix[None], DRIFT_COUNT, axis=0)


def sequence_latents(brush: Latent, labels: Sequence[int]) -> Latents:
    """Classes in order, all in the style of the brush. ``labels`` is not empty."""
    mix = np.stack([one_hot(label, brush.mix.size) for label in labels])
    return np.repeat(brush.z[None], len(labels), axis=0), mix


def stamp_order(
    along: Along, count: int, seed: int, places: NDArray[np.float64], sheet: tuple[int, int]
) -> NDArray[np.intp]:
    """Which of ``count`` stamps each dab shows, (N,), for dabs at ``places (N, 2)`` of a sheet, in its pixels.

    Only in "travel" does a further dab change what the earlier ones show.
    """
    number = len(places)
    if count <= 1 or along == "fixed":
        return np.zeros(number, dtype=np.intp)
    if along == "travel":
        return np.rint(np.arange(number) / max(number - 1, 1) * (count - 1)).astype(np.intp)
    if along == "random":
        chance = np.random.Generator(np.random.Philox(seed))
        rounds = [chance.permutation(count) for _ in range(ceil(number / count))]
        return np.concatenate(rounds)[:number]
    if along == "drift":  # to the end of the walk and back
        turn = (np.arange(number) + seed * NEXT_DRIFT) % (2 * count - 2)
        return np.minimum(turn, 2 * count - 2 - turn)
    if along == "field":
        cells = np.clip((places / sheet * FIELD_SIDE).astype(np.intp), 0, FIELD_SIDE - 1)
        return cells[:, 1] * FIELD_SIDE + cells[:, 0]
    return np.arange(number) % count
