"""The report of a stretch of steps: what they measured stays on the device until it is made."""

from __future__ import annotations

import time

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from gan.events import StepsDone
from gan.trainer import Trainer


class StepReport:
    """Begins at the trainer's present step. ``passed_s``: how long the steps took so far."""

    def __init__(self, trainer: Trainer, elapsed_s: float) -> None:
        self._trainer = trainer
        self._elapsed_s = elapsed_s
        self._began_s = time.monotonic()
        self._first_pictures = trainer.pictures_seen
        self._curves: list[Tensor] = []
        self._values: NDArray[np.float32] | None = None
        self._marks: list[tuple[int, int, float]] = []
        self.passed_s = 0.0

    def add(self, values: Tensor | None) -> None:
        """After a step, its values (N,); None where it did not come about."""
        self.passed_s = time.monotonic() - self._began_s
        if values is not None:
            self._curves.append(values)
            trainer = self._trainer
            self._marks.append((trainer.step_count, trainer.pictures_seen, self._elapsed_s + self.passed_s))

    def finish(self) -> None:
        """Get the values from the device; the time until it has come that far counts, too."""
        if self._curves:
            self._values = torch.stack(self._curves).cpu().numpy()
            self.passed_s = time.monotonic() - self._began_s

    @property
    def pictures(self) -> int:
        """How many pictures were seen since it began."""
        return self._trainer.pictures_seen - self._first_pictures

    def __bool__(self) -> bool:
        """Whether any step came about."""
        return bool(self._curves)

    def steps_done(self, speed: float, eta_s: float | None) -> StepsDone | None:
        """Once finished: these steps without those whose losses are no numbers; ``speed`` in images/s."""
        assert self._values is not None
        values = self._values
        sound = np.isfinite(values).all(axis=1)
        if not sound.any():
            return None
        steps, pictures, elapsed = (np.array(column)[sound] for column in zip(*self._marks, strict=True))
        return StepsDone(
            step=int(steps[-1]),
            steps=steps,
            pictures_seen=pictures,
            elapsed_s=elapsed,
            curves=dict(zip(self._trainer.curve_names, values[sound].T, strict=True)),
            images_per_second=speed,
            steps_total=self._trainer.schedule.steps_total,
            eta_s=eta_s,
        )
