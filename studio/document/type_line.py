"""The line that a text runs along: places by arc length, going straight on beyond its ends."""

from __future__ import annotations

from collections.abc import Sequence
from math import atan2, degrees

import numpy as np
from numpy.typing import NDArray

Line = tuple[tuple[float, float], ...]
STEP_PX, MOST_POINTS = 4.0, 512  # between points of a drawn line
SMOOTHED = 2  # so many points on either side are averaged


class TypeLine:
    """``points``: two or more places, not all the same."""

    def __init__(self, points: Sequence[tuple[float, float]]) -> None:
        self._points, self._travelled = _distinct(np.asarray(points, np.float64))
        assert len(self._points) > 1

    @property
    def length_px(self) -> float:
        return float(self._travelled[-1])

    def at(self, distance_px: float, reach_px: float) -> tuple[float, float, float]:
        """x, y and the direction in degrees clockwise, that of the chord from ``reach_px`` before to as much after."""
        x, y = self._place(distance_px)
        before_x, before_y = self._place(distance_px - reach_px)
        after_x, after_y = self._place(distance_px + reach_px)
        return x, y, degrees(atan2(after_y - before_y, after_x - before_x))

    def _place(self, distance_px: float) -> tuple[float, float]:
        inside = min(max(distance_px, 0.0), self.length_px)
        x, y = (float(np.interp(inside, self._travelled, self._points[:, axis])) for axis in (0, 1))
        beyond = distance_px - inside
        if not beyond:
            return x, y
        first, second = (0, 1) if beyond < 0 else (-2, -1)
        way = self._points[second] - self._points[first]
        way = way / np.hypot(*way)
        return x + beyond * float(way[0]), y + beyond * float(way[1])


def drawn_line(points: Sequence[tuple[float, float]] | NDArray[np.float32]) -> Line:
    """A line through what a hand drew, without its shaking; none where it went nowhere."""
    places, travelled = _distinct(np.asarray(points, np.float64).reshape(-1, 2))
    if len(places) < 2:
        return ()
    count = int(np.clip(travelled[-1] / STEP_PX, 2, MOST_POINTS - 1)) + 1
    even = np.linspace(0.0, travelled[-1], count)
    steps = np.stack([np.interp(even, travelled, places[:, axis]) for axis in (0, 1)], axis=1)
    smooth = np.array([_mean_around(steps, index) for index in range(count)])
    return tuple((round(float(x), 2), round(float(y), 2)) for x, y in smooth)


def _mean_around(steps: NDArray[np.float64], index: int) -> NDArray[np.float64]:
    """Of as many points on either side as there are on both."""
    reach = min(SMOOTHED, index, len(steps) - 1 - index)
    return np.asarray(steps[index - reach : index + reach + 1].mean(axis=0))


def _distinct(points: NDArray[np.float64]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Without points that repeat the one before, and how far each lies along the way."""
    moved = np.hypot(*np.diff(points, axis=0).T)
    kept = points[np.concatenate([[True], moved > 1e-6])]
    return kept, np.concatenate([[0.0], np.cumsum(moved[moved > 1e-6])])
