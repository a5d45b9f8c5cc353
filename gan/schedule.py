"""Learning rates over a budget: constant, then linearly down. A function of the step alone."""

from __future__ import annotations

from typing import Any

from gan.config import TrainingConfig


class Schedule:
    """A phase from ``phase_start`` to ``steps_total``; without a budget the rates stay as they are.

    Going on after a finished decay begins a new phase: constant again, then down once more.
    """

    def __init__(self, config: TrainingConfig) -> None:
        self._decay_from = config.decay_from
        self._decay_to = config.decay_to
        self.phase_start = 0
        self.steps_total: int | None = None

    def factor(self, step: int) -> float:
        """What the learning rates are multiplied by at this step, in (0, 1]."""
        return 1.0 - (1.0 - self._decay_to) * self._fallen(step)

    def _fallen(self, step: int) -> float:
        """How much of the way down lies behind this step, 0 to 1."""
        if self.steps_total is None or self.steps_total <= self.phase_start:
            return 0.0
        progress = (step - self.phase_start) / (self.steps_total - self.phase_start)
        return min(1.0, max(0.0, (progress - self._decay_from) / max(1e-9, 1.0 - self._decay_from)))

    def set_budget(self, steps_total: int | None, *, phase_start: int | None = None) -> None:
        """Aim at ``steps_total`` steps from now on."""
        self.steps_total = steps_total
        if phase_start is not None:
            self.phase_start = phase_start

    def finish(self, step: int, steps_total: int) -> None:
        """Be done at ``steps_total``, falling from what the factor is at ``step``: the phase is laid out anew for that.

        A recipe whose rates do not fall just ends there.
        """
        share = self._decay_from + self._fallen(step) * (1.0 - self._decay_from)
        if share < 1.0:
            self.phase_start = round((step - share * steps_total) / (1.0 - share))
        self.steps_total = steps_total

    def to_json(self) -> dict[str, Any]:
        return {"phase_start": self.phase_start, "steps_total": self.steps_total}

    def restore(self, value: dict[str, Any]) -> None:
        """Take over what :meth:`to_json` gave. KeyError, TypeError or ValueError where it is something else."""
        total = value["steps_total"]
        self.steps_total = None if total is None else int(total)
        self.phase_start = int(value["phase_start"])
