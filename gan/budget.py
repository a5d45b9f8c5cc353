"""Minutes into steps: the schedule knows steps alone, so a budget in minutes is estimated and revised."""

from __future__ import annotations

import math

from gan.config import TrainingConfig

REVISED_AT = (0.02, 0.05, 0.1, 0.2, 0.35, 0.5, 0.65, 0.8, 0.9, 0.95, 0.98)  # shares of the budget's time
SPEED_MEMORY = 0.98


class TimeBudget:
    """Estimates how many steps fit into the minutes that are left; None minutes never revises anything."""

    def __init__(self, config: TrainingConfig, minutes: float | None) -> None:
        self.config = config
        self._seconds = None if minutes is None else minutes * 60.0
        self._start_s = 0.0
        self._revisions_left = list(REVISED_AT)
        self._speed = 0.0

    def go_on(self, start_s: float, elapsed_s: float) -> None:
        """The minutes count from ``start_s``; revisions that lie before ``elapsed_s`` are past."""
        self._start_s = start_s
        if self._seconds is not None:
            done = (elapsed_s - start_s) / self._seconds
            self._revisions_left = [share for share in REVISED_AT if share > done]

    def end(self) -> None:
        """From now on the steps are settled, whatever time they take."""
        self._seconds = None

    def measure(self, pictures: int, seconds: float) -> float:
        """Take in how fast it went just now; returns the smoothed images/s."""
        speed = pictures / max(seconds, 1e-9)
        self._speed = speed if self._speed == 0.0 else SPEED_MEMORY * self._speed + (1 - SPEED_MEMORY) * speed
        return self._speed

    def revised(self, elapsed_s: float, step: int, pictures_seen: int) -> int | None:
        """The new number of steps in all, when the time for a revision has come."""
        if self._seconds is None:
            return None
        done_s = elapsed_s - self._start_s
        if not self._revisions_left or done_s < self._revisions_left[0] * self._seconds:
            return None
        while self._revisions_left and done_s >= self._revisions_left[0] * self._seconds:
            self._revisions_left.pop(0)
        pictures_left = max(0.0, self._seconds - done_s) * self._speed
        return step + max(1, self.steps_for(pictures_seen, pictures_left))

    def steps_for(self, pictures_seen: int, pictures_left: float) -> int:
        """How many steps take that many pictures, minibatches growing as planned."""
        steps, seen, end = 0, float(pictures_seen), pictures_seen + pictures_left
        for start, until, size in self._stages():
            share = min(end, until) - max(seen, start)
            if share > 0:
                steps += math.ceil(share / size)
        return steps

    def pictures_of_steps(self, pictures_seen: int, steps: int) -> int:
        """How many pictures the next ``steps`` steps take."""
        pictures = 0
        for start, until, size in self._stages():
            seen = pictures_seen + pictures
            if steps > 0 and start <= seen < until:
                taken = min(steps, math.ceil((until - seen) / size)) if math.isfinite(until) else steps
                pictures += taken * size
                steps -= taken
        return pictures

    def _stages(self) -> list[tuple[int, float, int]]:
        """(from pictures, until pictures, pictures a step) in order."""
        plan, a_step = self.config.minibatches, self.config.discriminator_steps
        ends = [start for start, _ in plan[1:]] + [math.inf]
        return [(start, end, a_step * size) for (start, size), end in zip(plan, ends, strict=True)]
