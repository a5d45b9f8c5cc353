"""The curves of a run in growing arrays, smoothed as they arrive. Plain numpy, no Qt."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import ArrayLike, NDArray

Numbers = NDArray[np.float64]

AXES = ("step", "epoch", "time")
EVERYWHERE = (-np.inf, np.inf)
FIRST_CAPACITY = 1024
BLOCK = 64
LONGEST_CORRECTION = 4096  # 0.99 to the power of this is less than a float can add to 1
SPAN_SAMPLE = 2000
USUAL_PART = (0.01, 0.98)  # outside lie the few wild values that would flatten the rest


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

    def cut(self, count: int) -> None:
        """Forget what comes after the first ``count``."""
        self._count = min(count, self._count)


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
        smoothed = np.array(values, dtype=np.float64)
        finite = np.isfinite(smoothed)
        if count := int(finite.sum()):
            smoothed[finite] = self._means(smoothed[finite]) / self._correction(count)
            self._count += count
        return smoothed

    def _means(self, values: Numbers) -> Numbers:
        """Without the correction: whole blocks at once, then what each inherits from the one before it."""
        blocks = np.zeros((-(-values.size // BLOCK), BLOCK))
        blocks.reshape(-1)[: values.size] = values
        means = blocks @ self._response.T
        inherited = np.empty((len(blocks), 1))
        mean = self._mean
        for row, last in enumerate(means[:, -1].tolist()):
            inherited[row] = mean
            mean = last + self._fading[-1] * mean
        means += inherited * self._fading
        joined = means.reshape(-1)[: values.size]
        self._mean = float(joined[-1])
        return joined

    def _correction(self, count: int) -> Numbers:
        """What the next means are divided by; 1 once the first values weigh nothing any more."""
        correction = np.ones(count)
        weighing = min(count, max(0, LONGEST_CORRECTION - self._count))
        correction[:weighing] -= self._weight ** (self._count + np.arange(1.0, weighing + 1.0))
        return correction


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

    def cut(self, count: int) -> None:
        self._raw.cut(count)
        self.smooth(self._weight)

    def smooth(self, weight: float) -> None:
        """Smooth all of it anew."""
        self._weight = weight
        self._mean = ExponentialMean(weight)
        self._smoothed = GrowingColumn()
        self._smoothed.append(self._mean.extend(self.raw))


class CurveHistory:
    """Some curves of one run over its steps, epochs and seconds, in the order of their steps."""

    def __init__(self, names: Sequence[str], smoothing: float = 0.6) -> None:
        self._places = {axis: GrowingColumn() for axis in AXES}
        self._curves = {name: Curve(smoothing) for name in names}

    def __len__(self) -> int:
        return self._places["step"].values.size

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(self._curves)

    def append(self, places: Mapping[str, ArrayLike], curves: Mapping[str, ArrayLike]) -> None:
        """Points (N,) over every axis and of every curve; one not known here is left out, one not given is a gap."""
        for axis, column in self._places.items():
            column.append(np.asarray(places[axis], dtype=np.float64))
        missing = np.full(np.size(places["step"]), np.nan)
        for name, curve in self._curves.items():
            curve.append(np.asarray(curves.get(name, missing), dtype=np.float64))

    def forget_after(self, step: int) -> None:
        """A run that went back to a step: what came after it did not happen."""
        count = int(np.searchsorted(self.places("step"), step, side="right"))
        if count == len(self):
            return
        for column in self._places.values():
            column.cut(count)
        for curve in self._curves.values():
            curve.cut(count)

    def places(self, axis: str) -> Numbers:
        """Where the points stand, (N,): axis "step", "epoch", or "time" in seconds."""
        return self._places[axis].values

    def raw(self, name: str) -> Numbers:
        return self._curves[name].raw

    def smoothed(self, name: str) -> Numbers:
        return self._curves[name].smoothed

    def set_smoothing(self, weight: float) -> None:
        """0 (as it came) up to, but not including, 1."""
        for curve in self._curves.values():
            curve.smooth(weight)

    def moved(self, place: float, axis: str, onto: str) -> float:
        """The place on another axis that belongs to a place on this one; the ends hold for all beyond them."""
        if len(self) == 0:
            return 0.0
        return float(np.interp(place, self.places(axis), self.places(onto)))

    def latest(self, name: str) -> float | None:
        """The last smoothed value that is a number."""
        return _last_number(self.smoothed(name))

    def value_at(self, name: str, axis: str, place: float) -> float | None:
        """The smoothed value at the last point that is not beyond a place; None before the first."""
        count = int(np.searchsorted(self.places(axis), place, side="right"))
        return _last_number(self.smoothed(name)[:count])

    def span(
        self,
        names: Sequence[str],
        axis: str = "step",
        within: tuple[float, float] = EVERYWHERE,
        *,
        with_outliers: bool = False,
    ) -> tuple[float, float] | None:
        """The range in which these curves lie over a stretch of an axis; without outliers, nearly all of them."""
        first, last = np.searchsorted(self.places(axis), within)
        if first == last:  # between two points, or beyond the last one
            first, last = max(0, int(first) - 1), int(last) + 1
        ends = [end for name in names for end in self._ends(name, slice(first, last), with_outliers)]
        return (min(ends), max(ends)) if ends else None

    def _ends(self, name: str, stretch: slice, with_outliers: bool) -> list[float]:
        raw, smoothed = self.raw(name)[stretch], self.smoothed(name)[stretch]
        if with_outliers:
            finite = raw[np.isfinite(raw)]
            return [float(finite.min()), float(finite.max())] if finite.size else []
        ends = [_usual_ends(raw), _usual_ends(smoothed)]
        latest = _last_number(smoothed)
        return [] if latest is None else [latest, *np.concatenate(ends).tolist()]


def _last_number(values: Numbers) -> float | None:
    tail = values[-BLOCK:]
    finite = tail[np.isfinite(tail)]
    return float(finite[-1]) if finite.size else None


def _usual_ends(values: Numbers) -> Numbers:
    """Between which nearly all values lie, (2,), or (0,) where none is a number."""
    sample = values[:: max(1, values.size // SPAN_SAMPLE)]
    finite = sample[np.isfinite(sample)]
    return np.quantile(finite, USUAL_PART) if finite.size else np.empty(0)
