"""A way over a pad: key places with a smooth curve through them, walked in steps of equal length. No Qt."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterable, Sequence
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

Place = tuple[float, float]
Places = NDArray[np.float64]  # (N, 2)

MOST_KEYS = 64
NEAR = 0.01  # of the pad: a hand that has gone no further has not moved
MEETING = 0.05  # of the pad: ends this near are one, and the path is closed
FAITHFUL = 0.008  # of the pad: the curve stays so near to what was drawn
_FINE = 24  # points of the curve from one key place to the next


class PadPath:
    """Never changed, only replaced. ``keys`` are places (u, v); a closed path goes on from the last to the first."""

    def __init__(self, keys: Iterable[Place] = (), *, closed: bool = False) -> None:
        self.keys: tuple[Place, ...] = tuple((float(u), float(v)) for u, v in keys)[:MOST_KEYS]
        self.closed = bool(closed) and len(self.keys) > 2

    def __eq__(self, other: object) -> bool:
        return isinstance(other, PadPath) and (self.keys, self.closed) == (other.keys, other.closed)

    def __hash__(self) -> int:
        return hash((self.keys, self.closed))

    def __bool__(self) -> bool:
        """Whether it leads anywhere."""
        return len(self.keys) > 1

    @classmethod
    def drawn(cls, places: Sequence[Place], span: float) -> PadPath:
        """The path along a line drawn over a pad ``span`` wide: as few key places as keep the curve on it."""
        line = kept(places, NEAR * span)
        if len(line) < 2:
            return cls()
        gap = np.hypot(*(line[-1] - line[0]))
        closed = len(line) > 3 and gap <= MEETING * span < _lengths(line)[-1] / 3
        if closed:
            line = np.concatenate([line[:-1] if gap < NEAR * span else line, line[:1]])
        chosen = _chosen(line, FAITHFUL * span, closed)
        places_of_keys = line[chosen[:-1] if closed else chosen]
        return cls(map(tuple, places_of_keys), closed=closed)

    @cached_property
    def curve(self) -> Places:
        """Points of the line itself, close together, (N, 2); the last of a closed path is its first."""
        return _through(np.array(self.keys, dtype=np.float64).reshape(-1, 2), self.closed)

    @cached_property
    def _along(self) -> NDArray[np.float64]:
        return _lengths(self.curve)

    @property
    def length(self) -> float:
        """Of the curve, in units of the plane."""
        return float(self._along[-1]) if self else 0.0

    def at(self, distances: NDArray[np.float64]) -> Places:
        """Places (N, 2) so far (N,) along the curve."""
        return np.stack([np.interp(distances, self._along, axis) for axis in self.curve.T], axis=1)

    def places(self, count: int) -> Places:
        """So many places in steps of equal length, (count, 2): from end to end, or once round a closed path."""
        return self.at(np.linspace(0.0, self.length, count, endpoint=not self.closed))

    def nearest(self, place: Place) -> tuple[float, int]:
        """How far the curve is from a place, and behind which key the nearest point of it lies."""
        away, piece, _ = self._nearest(place)
        return away, min(piece // _FINE, len(self.keys) - 1)

    def distance_of(self, place: Place, near: float) -> float:
        """How far along the curve a place lies that is so near to it; 0 for any other."""
        away, piece, share = self._nearest(place)
        if away > near:
            return 0.0
        return float((1 - share) * self._along[piece] + share * self._along[piece + 1])

    def _nearest(self, place: Place) -> tuple[float, int, float]:
        """The distance to the curve, on which of its straight pieces that is, and how far along the piece."""
        starts, ways = self.curve[:-1], np.diff(self.curve, axis=0)
        lengths = np.maximum((ways**2).sum(axis=1), 1e-18)
        shares = np.clip(((np.array(place) - starts) * ways).sum(axis=1) / lengths, 0.0, 1.0)
        away = np.hypot(*(starts + shares[:, None] * ways - place).T)
        piece = int(away.argmin())
        return float(away[piece]), piece, float(shares[piece])

    # Other paths

    def with_key(self, place: Place, at: int | None = None) -> PadPath:
        """One more key place, at the end unless told."""
        at = len(self.keys) if at is None else at
        return PadPath((*self.keys[:at], place, *self.keys[at:]), closed=self.closed)

    def moved(self, key: int, place: Place) -> PadPath:
        """One key somewhere else."""
        return PadPath((*self.keys[:key], place, *self.keys[key + 1 :]), closed=self.closed)

    def without(self, key: int) -> PadPath:
        """One key less."""
        return PadPath(self.keys[:key] + self.keys[key + 1 :], closed=self.closed)

    def closed_up(self, closed: bool) -> PadPath:
        """Leading back from its end to its beginning, or not."""
        return PadPath(self.keys, closed=closed)

    def meeting(self, span: float) -> PadPath:
        """Closed, where its two ends lie within a twentieth of the pad."""
        if self.closed or len(self.keys) < 4:
            return self
        (a, b), (c, d) = self.keys[0], self.keys[-1]
        if np.hypot(c - a, d - b) > MEETING * span:
            return self
        return PadPath(self.keys[:-1], closed=True)


def kept(places: Sequence[Place], step: float) -> Places:
    """The first place, and each that lies at least ``step`` from the last one kept: (N, 2)."""
    line: list[Place] = []
    for place in places:
        if not line or math.dist(place, line[-1]) >= step:
            line.append(place)
    return np.array(line, dtype=np.float64).reshape(-1, 2)


def _lengths(line: Places) -> NDArray[np.float64]:
    """How far along a line (N, 2) each of its points lies, (N,)."""
    return np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(line, axis=0).T))])


def _chosen(line: Places, tolerance: float, closed: bool) -> list[int]:
    """Which points of a line the curve has to go through to stay within the tolerance of all others."""
    last = len(line) - 1
    chosen = sorted({0, last // 3, 2 * last // 3, last}) if closed else [0, last]
    while len(chosen) < MOST_KEYS:
        keys = line[chosen[:-1] if closed else chosen]
        curve = _through(keys, closed)
        missed = [
            _worst(line, first, end, curve[number * _FINE : (number + 1) * _FINE + 1])
            for number, (first, end) in enumerate(itertools.pairwise(chosen))
        ]
        more = [point for away, point in missed if away > tolerance]
        if not more:
            break
        chosen = sorted({*chosen, *more[: MOST_KEYS - len(chosen)]})
    return chosen


def _worst(line: Places, first: int, end: int, part: Places) -> tuple[float, int]:
    """How far the line strays from its part of the curve between two points, and where."""
    between = line[first + 1 : end]
    if not len(between):
        return 0.0, first
    away = np.hypot(*(between[:, None] - part[None]).transpose(2, 0, 1)).min(axis=1)
    return float(away.max()), first + 1 + int(away.argmax())


def _through(keys: Places, closed: bool) -> Places:
    """A smooth curve through key places: ``_FINE`` points from each to the next, and the last.

    Source: centripetal Catmull-Rom splines, Yuksel, Schaefer and Keyser 2011, which neither loop nor overshoot.
    """
    if len(keys) < 2:
        return keys
    around = (
        np.concatenate([keys[-1:], keys, keys[:2]])
        if closed
        else np.concatenate([2 * keys[:1] - keys[1:2], keys, 2 * keys[-1:] - keys[-2:-1]])
    )
    p0, p1, p2, p3 = (around[first : len(around) - 3 + first, None] for first in range(4))
    gaps = np.maximum(np.sqrt(np.hypot(*np.diff(around, axis=0).T)), 1e-9)[:, None, None]
    t1 = gaps[:-2]
    t2, t3 = t1 + gaps[1:-1], t1 + gaps[1:-1] + gaps[2:]
    t = t1 + gaps[1:-1] * np.linspace(0.0, 1.0, _FINE, endpoint=False)[None, :, None]
    a1 = (t1 - t) / t1 * p0 + t / t1 * p1
    a2 = (t2 - t) / (t2 - t1) * p1 + (t - t1) / (t2 - t1) * p2
    a3 = (t3 - t) / (t3 - t2) * p2 + (t - t2) / (t3 - t2) * p3
    b1 = (t2 - t) / t2 * a1 + t / t2 * a2
    b2 = (t3 - t) / (t3 - t1) * a2 + (t - t1) / (t3 - t1) * a3
    curve = (t2 - t) / (t2 - t1) * b1 + (t - t1) / (t2 - t1) * b2
    end = keys[:1] if closed else keys[-1:]
    return np.concatenate([curve.reshape(-1, 2), end])
