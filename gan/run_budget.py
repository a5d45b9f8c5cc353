"""How long one run goes on: minutes become steps, each revision is logged, and a resume replays it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict
from typing import Any

from gan.budget import TimeBudget
from gan.events import BudgetRevised
from gan.run_folder import RunFolder
from gan.runs import SAVED
from gan.trainer import Trainer

FINISH_SHARE = 0.2  # of the steps done so far

Log = Callable[..., None]
"""Writes one line of the run's log: a name and values."""


class RunBudget:
    """Sets the trainer's schedule; the clock is asked here and nowhere else."""

    def __init__(self, trainer: Trainer, folder: RunFolder, minutes: float | None, log: Log) -> None:
        self._trainer = trainer
        self._folder = folder
        self._log = log
        self._time = TimeBudget(trainer.config, minutes)
        self._replayed: list[BudgetRevised] = []
        self._settled_until = 0  # the furthest step that was saved before: nothing is decided anew up to it

    @property
    def is_used_up(self) -> bool:
        """Whether all steps are done."""
        total = self._trainer.schedule.steps_total
        return total is not None and self._trainer.step_count >= total

    def begin_anew(self, steps: int | None, elapsed_s: float) -> None:
        """A resume gave a new budget; after a finished decay it begins a new phase."""
        phase_start = self._trainer.step_count if self.is_used_up else None
        self._trainer.schedule.set_budget(steps, phase_start=phase_start)
        self._time.go_on(elapsed_s, elapsed_s)
        self._log("budget-begun", elapsed_s=elapsed_s)

    def go_on(self, elapsed_s: float) -> None:
        """A resume goes on with the old budget: line up the revisions that came after its checkpoint."""
        events = self._folder.read_events()
        begun = [event for event in events if event.get("event") == "budget-begun"]
        revised = [event for event in events if event.get("event") == "budget-revised"]
        step = self._trainer.step_count
        self._replayed = _in_force(_revision(event) for event in revised if event["step"] >= step)
        revised_until_s = max([elapsed_s, *(float(event["elapsed_s"]) for event in revised)])
        self._settled_until = max(
            (int(event["step"]) for event in events if event.get("event") == SAVED), default=0
        )
        self._time.go_on(float(begun[-1]["elapsed_s"]) if begun else 0.0, revised_until_s)
        if _is_finishing(events):
            self._time.end()
        self.replay()

    def replay(self) -> None:
        """To be called before each step: the budget changes where it changed before the run was cut off.

        And after it, before anybody asks whether the budget is used up: the last step may have got a revision.
        """
        while self._replayed and self._replayed[0].step <= self._trainer.step_count:
            revision = self._replayed.pop(0)
            self._trainer.schedule.set_budget(revision.steps_total, phase_start=revision.phase_start)

    def measure(self, pictures: int, seconds: float) -> float:
        """Take in how fast it went just now; returns the smoothed images/s."""
        return self._time.measure(pictures, seconds)

    def revise(self, elapsed_s: float) -> BudgetRevised | None:
        """Minutes become steps from the measured speed, a few times over the run."""
        trainer = self._trainer
        if self._replayed or trainer.step_count <= self._settled_until:
            return None
        self._time.config = trainer.config  # its minibatches may have been halved
        steps_total = self._time.revised(elapsed_s, trainer.step_count, trainer.pictures_seen)
        if steps_total is None:
            return None
        trainer.schedule.set_budget(steps_total)
        revision = BudgetRevised(
            step=trainer.step_count, phase_start=trainer.schedule.phase_start, steps_total=steps_total
        )
        self._log("budget-revised", elapsed_s=elapsed_s, **asdict(revision))
        return revision

    def finish(self, elapsed_s: float) -> BudgetRevised:
        """Let the rates fall over a fifth more steps, or until the end of the budget where that is sooner."""
        trainer, schedule = self._trainer, self._trainer.schedule
        steps_total = trainer.step_count + max(1, round(FINISH_SHARE * trainer.step_count))
        if schedule.steps_total is not None:
            steps_total = min(steps_total, schedule.steps_total)
        schedule.finish(trainer.step_count, steps_total)
        self._time.end()
        self._replayed.clear()
        revision = BudgetRevised(
            step=trainer.step_count, phase_start=schedule.phase_start, steps_total=steps_total
        )
        self._log("budget-revised", elapsed_s=elapsed_s, finishing=True, **asdict(revision))
        return revision

    def eta_s(self, speed: float) -> float | None:
        """Seconds until the budget is used up at that many images/s."""
        total = self._trainer.schedule.steps_total
        if total is None:
            return None
        left = self._time.pictures_of_steps(self._trainer.pictures_seen, total - self._trainer.step_count)
        return left / max(speed, 1e-6)


def _in_force(revisions: Iterable[BudgetRevised]) -> list[BudgetRevised]:
    """In the order of their steps: one that was made after a resume replaces those from its step on."""
    kept: list[BudgetRevised] = []
    for revision in revisions:
        while kept and kept[-1].step >= revision.step:
            kept.pop()
        kept.append(revision)
    return kept


def _is_finishing(events: Iterable[Mapping[str, Any]]) -> bool:
    """Whether the last budget was cut short on purpose."""
    finishing = False
    for event in events:
        if event.get("event") == "budget-begun":
            finishing = False
        elif event.get("event") == "budget-revised" and event.get("finishing") is True:
            finishing = True
    return finishing


def _revision(event: Mapping[str, Any]) -> BudgetRevised:
    return BudgetRevised(**{key: int(event[key]) for key in ("step", "phase_start", "steps_total")})
