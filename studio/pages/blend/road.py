"""The way of the film: from one picture to another through fixed points, as many pictures as are asked for."""

from __future__ import annotations

from itertools import pairwise

import numpy as np

from gan.latents import Latent, blend_mix, slerp

FEWEST_FRAMES, MOST_FRAMES = 3, 32

FixedPoints = tuple[tuple[float, Latent], ...]
"""Where on the way, between 0 and 1, and what is there; in the order of the way."""


def frame_of(place: float, frames: int) -> int:
    """The frame at a place of the way that is neither of its ends."""
    return min(max(round(place * (frames - 1)), 1), frames - 2)


def fixed_frames(fixed: FixedPoints, frames: int) -> dict[int, Latent]:
    """What stands at which frame; where a short film has room for one of several, the first."""
    found: dict[int, Latent] = {}
    for place, latent in fixed:
        found.setdefault(frame_of(place, frames), latent)
    return found


def with_fixed(fixed: FixedPoints, frame: int, frames: int, latent: Latent) -> FixedPoints:
    """With a picture at a frame between the ends, instead of what was fixed there."""
    assert 0 < frame < frames - 1, "the ends of the film are the pictures themselves"
    others = without_fixed(fixed, frame, frames)
    return tuple(sorted((*others, (frame / (frames - 1), latent)), key=lambda point: point[0]))


def without_fixed(fixed: FixedPoints, frame: int, frames: int) -> FixedPoints:
    """Without whatever is fixed at a frame."""
    return tuple(point for point in fixed if frame_of(point[0], frames) != frame)


def road(first: Latent, last: Latent, fixed: FixedPoints, frames: int) -> list[Latent]:
    """``frames`` pictures, shape and style together, exactly the fixed ones at theirs."""
    stations = {0: first, **fixed_frames(fixed, frames), frames - 1: last}
    way = [first]
    stops = sorted(stations)
    for begin, end in pairwise(stops):
        start, goal, steps = stations[begin], stations[end], np.linspace(0.0, 1.0, end - begin + 1)
        styles = slerp(start.z, goal.z, steps)
        way += [
            Latent(z, blend_mix(start.mix, goal.mix, float(t)))
            for z, t in zip(styles[1:-1], steps[1:-1], strict=True)
        ]
        way.append(goal)
    return way
