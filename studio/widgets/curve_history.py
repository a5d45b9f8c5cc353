"""The curves of a run in growing arrays, smoothed as they arrive. Plain numpy, no Qt."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import ArrayLike, NDArray

Numbers = NDArray[np.float64]

FIRST_CAPACITY = 1024
BLOCK = 64
SPAN_SAMPLE = 2000


class GrowingColumn:
    """Numbers that only get appended, in one array that doubles when it is full."""

    def __init__(self) -> None:
        self._room: Numbers = np.empty(FIRST_CAPACITY)
        self._count = 0

    @property
    def values(self) -> Numbers:
        """What has been appended, (N,); a view, valid until the next append."""
        return self._room[: self._count]

    def append(self, values: Numbers) -> None:
        needed = self._count + values.size
        if needed > self._room.size:
            room = np.empty(max(needed, 2 * self._room.size))
            room[: self._count] = self.values
            self._room = room
        self._room[self._count : needed] = values
        self._count = needed


class ExponentialMean:
    """A bias-corrected exponential moving average that goes on from where it was.

    ``weight`` 0 leaves the curve as it is; towards 1 it gets smoother. The correction is Adam's (Kingma and Ba 2014,
    arXiv:1412.6980, section 3), so that the first points are not drawn towards zero. What is not finite stays as it
    is and does not count.
    """

    def __init__(self, weight: float) -> None:
        assert 0.0 <= weight < 1.0
        self._weight = weight
        self._mean = 0.0
        self._count = 0
        lag = np.subtract.outer(np.arange(BLOCK), np.arange(BLOCK))
        self._response = np.where(lag >= 0, (1.0 - weight) * weight ** np.maximum(lag, 0), 0.0)
        self._fading = weight ** np.arange(1.0, BLOCK + 1.0)

    def extend(self, values: ArrayLike) -> Numbers:
        """The smoothed values (N,) of the next ones (N,)."""
        values = np.asarray(values, dtype=np.float64)
        smoothed = values.copy()
        finite = np.flatnonzero(np.isfinite(values))
        for start in range(0, finite.size, BLOCK):
            block = finite[start : start + BLOCK]
            smoothed[block] = self._extend_block(values[block])
        return smoothed

    def _extend_block(self, values: Numbers) -> Numbers:
        size = values.size
        means = self._response[:size, :size] @ values + self._fading[:size] * self._mean
        self._mean = float(means[-1])
        counts = self._count + np.arange(1.0, size + 1.0)
        self._count += size
        return means / (1.0 - self._weight**counts)


class Curve:
    """One curve: as it came, and smoothed."""

    def __init__(self, weight: float) -> None:
        self._raw = GrowingColumn()
        self.smooth(weight)

    @property
    def raw(self) -> Numbers:
        return self._raw.values

    @property
    def smoothed(self) -> Numbers:
        return self._smoothed.values

    def append(self, values: Numbers) -> None:
        self._raw.append(values)
        self._smoothed.append(self._mean.extend(values))

    def smooth(self, weight: float) -> None:
        """Smooth all of it anew."""
        self._mean = ExponentialMean(weight)
        self._smoothed = GrowingColumn()
        self._smoothed.append(self._mean.extend(self.raw))


class CurveHistory:
    """All curves of one run over its steps and seconds."""

    def __init__(self, names: Sequence[str], smoothing: float = 0.6) -> None:
        self._places = {"step": GrowingColumn(), "time": GrowingColumn()}
        self._curves = {name: Curve(smoothing) for name in names}

    def __len__(self) -> int:
        return self._places["step"].values.size

    def append(self, steps: ArrayLike, elapsed_s: ArrayLike, curves: Mapping[str, ArrayLike]) -> None:
        """Points (N,) of every curve; one that this history does not know is left out, one not given is a gap."""
        at_steps = np.asarray(steps, dtype=np.float64)
        self._places["step"].append(at_steps)
        self._places["time"].append(np.asarray(elapsed_s, dtype=np.float64))
        missing = np.full(at_steps.size, np.nan)
        for name, curve in self._curves.items():
            curve.append(np.asarray(curves.get(name, missing), dtype=np.float64))

    def places(self, axis: str) -> Numbers:
        """Where the points stand, (N,): axis "step", or "time" in seconds."""
        return self._places[axis].values

    def raw(self, name: str) -> Numbers:
        return self._curves[name].raw

    def smoothed(self, name: str) -> Numbers:
        return self._curves[name].smoothed

    def set_smoothing(self, weight: float) -> None:
        """0 (as it came) up to, but not including, 1."""
        for curve in self._curves.values():
            curve.smooth(weight)

    def latest(self, name: str) -> float | None:
        """The last smoothed value that is a number."""
        tail = self.smoothed(name)[-BLOCK:]
        finite = tail[np.isfinite(tail)]
        return float(finite[-1]) if finite.size else None

    def span(self, names: Sequence[str]) -> tuple[float, float] | None:
        """The range in which nearly all of these curves lie: a few wild steps do not flatten the rest."""
        ends = [end for name in names for end in self._usual_ends(name)]
        return (min(ends), max(ends)) if ends else None

    def _usual_ends(self, name: str) -> list[float]:
        latest = self.latest(name)
        if latest is None:
            return []
        stride = max(1, len(self) // SPAN_SAMPLE)
        raw, smoothed = self.raw(name)[::stride], self.smoothed(name)[::stride]
        ends = [np.quantile(part[np.isfinite(part)], (0.01, 0.98)) for part in (raw, smoothed)]
        return [latest, *np.concatenate(ends).tolist()]
