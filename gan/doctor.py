"""Events in, notes out: what goes wrong in a run, in plain words, with the evidence and a mend to apply."""

from __future__ import annotations

from collections.abc import Iterator

from gan.config import TrainingConfig
from gan.events import DoctorNote, TrainingEvent
from gan.learnt_by_heart import LearntByHeart
from gan.symptoms import (
    Breakdowns,
    Collapse,
    MissingClasses,
    NoLearning,
    Read,
    StrongDiscriminator,
    Symptom,
)


class Doctor:
    """Watches one run. ``read`` is a judge of its pictures, where there is one."""

    def __init__(self, config: TrainingConfig, read: Read | None = None) -> None:
        self._symptoms: list[Symptom] = [
            Collapse(config),
            LearntByHeart(config),
            StrongDiscriminator(config),
            NoLearning(config),
            Breakdowns(config),
        ]
        if read is not None and config.model.classes > 1:
            self._symptoms.append(MissingClasses(config, read))

    def change_recipe(self, config: TrainingConfig) -> None:
        """Mends start from the recipe as it is by now."""
        for symptom in self._symptoms:
            symptom.config = config

    def observe(self, event: TrainingEvent) -> Iterator[DoctorNote]:
        """What there is to say after this event; mostly nothing."""
        for symptom in self._symptoms:
            if (note := symptom.observe(event)) is not None:
                yield note
