"""Where a moment of a run lies on the time slider: evenly in time trained, or by the logarithm of its step."""

from __future__ import annotations

from dataclasses import dataclass
from math import log1p

from studio.number_style import number
from studio.widgets.controls.durations import clock_text

TIME, LOG = "time", "log"
SCALES = (TIME, LOG)
ROUND_SPANS_S = (1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14400, 28800, 86400)


@dataclass(frozen=True, slots=True)
class TimeMark:
    """A moment that is kept."""

    step: int
    elapsed_s: float


@dataclass(frozen=True, slots=True)
class TimeScale:
    """From the beginning of a run to its end, which may lie ahead."""

    kind: str
    end: TimeMark

    def place_of(self, mark: TimeMark) -> float:
        """0…1."""
        if self.kind == LOG:
            return min(1.0, log1p(mark.step) / log1p(max(1, self.end.step)))
        return min(1.0, mark.elapsed_s / max(self.end.elapsed_s, 1e-9))

    def labels(self, most: int) -> list[tuple[float, str]]:
        """(place, words) of round values, ``most`` of them at most; the end is one where it fits."""
        return self._log_labels(most) if self.kind == LOG else self._time_labels(most)

    def _time_labels(self, most: int) -> list[tuple[float, str]]:
        end_s = self.end.elapsed_s
        if end_s <= 0:
            return []
        fits = (span for span in ROUND_SPANS_S if end_s / span < most)
        span = next(fits, int(end_s))
        return [(place / end_s, clock_text(place)) for place in range(0, int(end_s) + 1, span)]

    def _log_labels(self, most: int) -> list[tuple[float, str]]:
        decades = [0]
        while (step := 10 ** len(decades)) <= self.end.step:
            decades.append(step)
        shown = decades[:: max(1, -(-len(decades) // most))]
        return [(self.place_of(TimeMark(step, 0.0)), number(step)) for step in shown]
