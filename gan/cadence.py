"""How often a run reports and saves; a value, so that a test can hurry and a long run can rest."""

from __future__ import annotations

import time
from dataclasses import dataclass

QUALITY_S = 15.0  # where quality is asked for: the first digits come sooner, undisturbed


@dataclass(frozen=True, slots=True, kw_only=True)
class Cadence:
    """Seconds between two of each; nothing that decides what a run computes. Samples: the recipe's unless given.

    ``quality_s``: at least so long between two measurements of quality, which take 5% of the time at most; None: none.
    """

    report_s: float = 0.05
    samples_s: float | None = None
    publish_s: float = 1.0
    checkpoint_s: float = 25.0  # with a report before it and the writing: at most 30 s of training are lost
    quality_s: float | None = None


class Due:
    """Says yes at most every so many seconds."""

    def __init__(self, interval_s: float) -> None:
        self.interval_s = interval_s
        self._last_s = time.monotonic()

    def __call__(self) -> bool:
        now = time.monotonic()
        if now - self._last_s < self.interval_s:
            return False
        self._last_s = now
        return True
