"""What of a run's history goes when room is short: what is most crowded on a logarithmic scale. No torch."""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping


def crowded_out(sizes: Mapping[int, int], limit_bytes: int, kept: Collection[int] = ()) -> list[int]:
    """The steps to let go of so that the rest takes at most ``limit_bytes``, sizes by step.

    The first, the last and those in ``kept`` stay, even where they alone take more.
    """
    steps, total, dropped = sorted(sizes), sum(sizes.values()), []
    while total > limit_bytes and (place := _most_crowded(steps, kept)) is not None:
        dropped.append(steps.pop(place))
        total -= sizes[dropped[-1]]
    return dropped


def _most_crowded(steps: list[int], kept: Collection[int]) -> int | None:
    """The place, neither first nor last, whose neighbours are closest to each other; None where none may go."""
    logs = [math.log1p(step) for step in steps]
    places = [place for place in range(1, len(steps) - 1) if steps[place] not in kept]
    return min(places, key=lambda place: logs[place + 1] - logs[place - 1], default=None)
