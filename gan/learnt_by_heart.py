"""The doctor's eye for overfitting: few pictures, seen so often that the discriminator knows each of them."""

from __future__ import annotations

from collections import deque

import numpy as np

from gan.config import TrainingConfig
from gan.events import DoctorNote, Mend, RunStarted, StepsDone, TrainingEvent

ENOUGH_AUGMENTATION = 1.0  # at twice as much the generator draws turned and scaled pictures itself


class LearntByHeart:
    """Training pictures win nearly every pair, after each was seen many times as it is."""

    STEPS = 500
    LEAST_WINS = 0.93
    LEAST_EPOCHS = 20

    def __init__(self, config: TrainingConfig) -> None:
        self.config = config
        self._pictures: int | None = None
        self._wins: deque[float] = deque(maxlen=self.STEPS)
        self._told = False

    def observe(self, event: TrainingEvent) -> DoctorNote | None:
        if isinstance(event, RunStarted):
            self._pictures = event.dataset.picture_count
        if self._pictures is None or not isinstance(event, StepsDone) or "real_wins" not in event.curves:
            return None
        self._wins.extend(event.curves["real_wins"].tolist())
        epochs = int(event.pictures_seen[-1]) / self._pictures
        wins = float(np.mean(self._wins))
        known = (
            len(self._wins) == self.STEPS
            and wins >= self.LEAST_WINS
            and epochs >= self.LEAST_EPOCHS
            and self.config.augment_strength < ENOUGH_AUGMENTATION
        )
        if not known or self._told:
            self._told = known
            return None
        self._told = True
        return DoctorNote(
            step=event.step,
            code="learnt-by-heart",
            values={"wins": wins, "steps": self.STEPS, "epochs": int(epochs)},
            sentence="The discriminator knows the training pictures by heart, so the generator learns to repeat them.",
            evidence=f"Each was seen {epochs:,.0f} times, and over the last {self.STEPS} steps training pictures won "
            f"{wins:.1%} of all pairs.",
            mend=Mend(
                sentence="Show the discriminator its pictures turned and scaled.",
                changes={"augment_strength": ENOUGH_AUGMENTATION},
            ),
        )
