"""How often a run reports and saves; a value, so that a test can hurry and a long run can rest."""

from __future__ import annotations

import time
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Cadence:
    """Seconds between two of each; nothing that decides what a run computes."""

    report_s: float = 0.05
    samples_s: float = 0.5
    publish_s: float = 1.0
    checkpoint_s: float = (
        25.0  # with the report before it and the writing itself: at most 30 s of training are lost
    )


class Due:
    """Says yes at most every so many seconds."""

    def __init__(self, interval_s: float) -> None:
        self._interval_s = interval_s
        self._last_s = time.monotonic()

    def __call__(self) -> bool:
        now = time.monotonic()
        if now - self._last_s < self._interval_s:
            return False
        self._last_s = now
        return True
