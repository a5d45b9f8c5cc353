"""Round numbers for the ends of an axis. Plain arithmetic, no Qt."""

from __future__ import annotations

import math

CEILINGS = (1.0, 2.0, 4.0, 6.0, 8.0, 10.0)  # their halves are round too, so that three grid lines suffice
RIGHT_EDGES = (1.0, 1.5, 2.0, 3.0, 4.0, 6.0, 8.0, 10.0)
LEAST_POINTS_IN_VIEW = 8
AIR_AHEAD = 1.1  # the newest point never sticks to the right edge


def ceiling_for(value: float) -> float:
    """The least round number at or above a value."""
    return _round_up(value, CEILINGS)


def right_edge_for(last: float, total: float | None) -> float:
    """Where the axis ends while points still arrive: it grows in jumps, and stops at the budget."""
    edge = _round_up(last * AIR_AHEAD, RIGHT_EDGES)
    if total is None:
        return edge
    return max(min(edge, total), last)


def clamped_view(first: float, last: float, edge: float, *, grain: float) -> tuple[float, float]:
    """A stretch of the axis that was asked for, kept between 0 and its right edge and wider than a few points.

    ``grain``: how far two points lie apart.
    """
    width = min(max(last - first, LEAST_POINTS_IN_VIEW * grain), edge)
    start = min(max((first + last - width) / 2, 0.0), edge - width)
    return start, start + width


def _round_up(value: float, choices: tuple[float, ...]) -> float:
    if value <= 0.0:
        return choices[0]
    power = 10.0 ** math.floor(math.log10(value))
    return next(choice * power for choice in choices if choice * power >= value * (1.0 - 1e-9))
