"""One step at a time, and what is done when one goes wrong: numbers that are not finite, or too little memory."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from torch import Tensor

from gan.config import TrainingConfig
from gan.distributed import NextStep, Team
from gan.errors import GanError
from gan.events import Warned
from gan.good_states import GoodStates
from gan.memory import is_out_of_memory, release_device_memory
from gan.orders import Part
from gan.trainer import Trainer

MOST_ROLLBACKS = 3
CUDA_LOOKS_EVERY = 16  # steps, since looking makes the host wait for the graphics card
SMALLEST_MINIBATCH = 4


class SafeSteps:
    """Trains step by step; :attr:`warnings` collects what a person should hear."""

    def __init__(self, trainer: Trainer, team: Team) -> None:
        self.warnings: list[Warned] = []
        self.good_states = GoodStates(trainer)
        self._trainer = trainer
        self._team = team
        self._has_halved = False
        self._minibatch_on_trial: int | None = None

    def step(self, part: Part = "both") -> Tensor | None:
        """One step of the first process, and of all that follow it; None where it did not come about."""
        schedule = self._trainer.schedule
        self._team.lead(NextStep(schedule.steps_total, schedule.phase_start))
        return self._step(part)

    def follow(self, prepare: Callable[[], Part]) -> None:
        """What a further process of a team does: a step at each word of the first one, prepared as there."""
        while (step := self._team.follow()) is not None:
            part = prepare()
            self._trainer.schedule.set_budget(step.steps_total, phase_start=step.phase_start)
            self._step(part)

    def settle(self) -> None:
        """Before the last save: leave a state that broke since it was last looked at (on CUDA only)."""
        if self._trainer.guard.has_tripped():
            self.good_states.restore()

    def _step(self, part: Part) -> Tensor | None:
        values: Tensor | None = None
        try:
            values = self._trainer.step(part)
        except (RuntimeError, MemoryError) as error:
            if not is_out_of_memory(error):
                raise
        # Outside the handler: there, the traceback holds every tensor of the failed step.
        if values is None:
            self._halve_minibatch()
            return None
        if self._minibatch_on_trial is not None:
            self._tell_what_fits(self._minibatch_on_trial)
            self._minibatch_on_trial = None
        if self._is_broken():
            self._roll_back()
        else:
            self.good_states.take_if_due()
        return values

    def _is_broken(self) -> bool:
        trainer = self._trainer
        if trainer.device.type == "cuda" and trainer.step_count % CUDA_LOOKS_EVERY:
            return False
        return self._team.any_says(trainer.guard.has_tripped())

    def _roll_back(self) -> None:
        """Back to the last good state with half the learning rate, three times in the life of a run."""
        step = self._trainer.step_count
        if self._trainer.rollbacks >= MOST_ROLLBACKS:
            raise GanError(
                "training-diverged",
                "Training went off the rails at step {step}: the losses are no longer numbers. The last checkpoint "
                "is kept; go on from it, or train anew with a lower learning rate.",
                step=step,
            )
        good_step = self.good_states.roll_back()
        rollbacks = self._trainer.rollbacks
        self.warnings.append(
            Warned(
                step=step,
                code="rolled-back",
                values={"good_step": good_step, "rollbacks": rollbacks, "most": MOST_ROLLBACKS},
                sentence=f"Training went off the rails at step {step:,}; it returned to what it knew at step "
                f"{good_step:,} and goes on at half the learning rate ({rollbacks} of at most {MOST_ROLLBACKS} "
                "times).",
            )
        )

    def _halve_minibatch(self) -> None:
        """Once, and only where there is one process: several would have to agree in the middle of a step."""
        config = self._trainer.config
        size = config.minibatch_at(self._trainer.pictures_seen)
        if self._has_halved or size < SMALLEST_MINIBATCH or self._team.size > 1:
            raise GanError(
                "training-out-of-memory",
                "There is not enough memory to train with {size} pictures at a time. The last checkpoint is kept; "
                "close other programs, or train a smaller network or smaller pictures.",
                size=size,
            )
        release_device_memory()
        self._trainer.config = _with_minibatches_up_to(config, size // 2)
        self._has_halved, self._minibatch_on_trial = True, size // 2

    def _tell_what_fits(self, size: int) -> None:
        self.warnings.append(
            Warned(
                step=self._trainer.step_count,
                code="minibatch-halved",
                values={"before": 2 * size, "now": size},
                sentence=f"There was not enough memory for {2 * size} pictures at a time; {size} fit, and the run "
                "goes on with them.",
            )
        )


def _with_minibatches_up_to(config: TrainingConfig, most: int) -> TrainingConfig:
    return replace(config, minibatches=tuple((start, min(size, most)) for start, size in config.minibatches))
