"""What can be seen to go wrong in a run: one class a trouble, fed with events, each answering at most once a spell."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from typing import Protocol

import numpy as np

from gan.config import TrainingConfig
from gan.events import DoctorNote, Mend, SamplesDrawn, StepsDone, TrainingEvent, Warned

Read = Callable[[np.ndarray], np.ndarray]
"""A judge: pixels (B, H, W, C) -> class probabilities (B, K)."""

LARGEST_RATE = 2e-3
ABSURD_RATE = 10 * LARGEST_RATE  # beyond it nothing else is worth mending


class Symptom(Protocol):
    """Looks at every event and says something when it has seen enough. ``config``: the recipe as it is by now."""

    config: TrainingConfig

    def observe(self, event: TrainingEvent) -> DoctorNote | None: ...


def _more_penalty(config: TrainingConfig) -> Mend:
    gamma = round(max(0.1, 3 * config.penalty_gamma), 4)
    return Mend(
        sentence=f"Raise the gradient penalty to {gamma:g}.", changes={"penalty_gamma": min(gamma, 1000.0)}
    )


def _sane_rates(config: TrainingConfig) -> Mend | None:
    """Where a learning rate is absurd no other mend would help."""
    rates = {
        name: getattr(config, name) for name in ("generator_learning_rate", "discriminator_learning_rate")
    }
    if max(rates.values()) <= ABSURD_RATE:
        return None
    return Mend(
        sentence=f"Bring the learning rates down to {LARGEST_RATE:g}.",
        changes={name: min(rate, LARGEST_RATE) for name, rate in rates.items()},
    )


def _rates(config: TrainingConfig, factor: float) -> dict[str, float]:
    return {
        "generator_learning_rate": max(1e-7, config.generator_learning_rate * factor),
        "discriminator_learning_rate": max(1e-7, config.discriminator_learning_rate * factor),
    }


class Collapse:
    """The pictures of one class become all alike: their mean distance falls far below what it has been."""

    FALLEN_TO = 0.35
    DRAWINGS = 5
    LEAST_DISTANCE = 0.02  # of black against white; noise before anything is learnt lies below

    def __init__(self, config: TrainingConfig) -> None:
        self.config = config
        self._recent: deque[float] = deque(maxlen=self.DRAWINGS)
        self._best = 0.0
        self._told = False

    def observe(self, event: TrainingEvent) -> DoctorNote | None:
        if not isinstance(event, SamplesDrawn):
            return None
        self._recent.append(distance_within_rows(event.pixels))
        distance = float(np.median(self._recent))
        if len(self._recent) == self.DRAWINGS:
            self._best = max(self._best, distance)
        fallen = self._best > self.LEAST_DISTANCE and distance < self.FALLEN_TO * self._best
        if not fallen or self._told:
            self._told = fallen
            return None
        self._told = True
        return DoctorNote(
            step=event.step,
            code="mode-collapse",
            values={"distance": distance, "best": self._best},
            sentence="The pictures become all alike: the generator has found one that passes and repeats it.",
            evidence=f"Pictures of one class differ by {distance:.3f} on average, and did by {self._best:.3f}.",
            mend=_sane_rates(self.config) or _more_penalty(self.config),
        )


class MissingClasses:
    """A judge reads pictures that were meant to show a class as something else, time and again."""

    LOOK_EVERY = 10  # drawings, since a judge takes as long as a training step
    LEAST_SHARE = 0.25
    LEARNT_SHARE = 0.75
    LOOKS = 3

    def __init__(self, config: TrainingConfig, read: Read) -> None:
        self.config = config
        self._read = read
        self._drawings = 0
        self._poor_looks = np.zeros(config.model.classes, dtype=np.int64)
        self._told: tuple[str, ...] = ()

    def observe(self, event: TrainingEvent) -> DoctorNote | None:
        if not isinstance(event, SamplesDrawn):
            return None
        self._drawings += 1
        if self._drawings % self.LOOK_EVERY:
            return None
        shares = self._shares(event.pixels)
        others_are_learnt = float(np.median(shares)) >= self.LEARNT_SHARE
        poor = (shares < self.LEAST_SHARE) & others_are_learnt
        self._poor_looks = np.where(poor, self._poor_looks + 1, 0)
        names = self.config.model.class_names
        missing = tuple(names[index] for index in np.flatnonzero(self._poor_looks >= self.LOOKS))
        if not missing or missing == self._told:
            self._told = missing
            return None
        self._told = missing
        least = float(shares[self._poor_looks >= self.LOOKS].max())
        return DoctorNote(
            step=event.step,
            code="classes-missing",
            values={"classes": missing},
            sentence=f"The generator does not draw {', '.join(missing)} any more, but something else instead.",
            evidence=f"The judge recognises at most {least:.0%} of them; of the other classes {np.median(shares):.0%}.",
            mend=_sane_rates(self.config) or _more_penalty(self.config),
        )

    def _shares(self, pixels: np.ndarray) -> np.ndarray:
        """(R, C, H, W, Ch), row r meant to show class r -> the share that is read so, (R,)."""
        rows, columns = pixels.shape[:2]
        read = self._read(pixels.reshape(rows * columns, *pixels.shape[2:])).argmax(axis=1)
        return (read.reshape(rows, columns) == np.arange(rows)[:, None]).mean(axis=1)


class StrongDiscriminator:
    """The discriminator is right nearly always, and sure of it: the generator learns nothing from it any more."""

    STEPS = 500
    RELATIVISTIC_LEAST = 0.95  # a healthy run stays near 0.65
    BCE_LEAST = 0.97

    def __init__(self, config: TrainingConfig) -> None:
        self.config = config
        self._certainty: deque[float] = deque(maxlen=self.STEPS)
        self._told = False

    def observe(self, event: TrainingEvent) -> DoctorNote | None:
        if not isinstance(event, StepsDone):
            return None
        self._certainty.extend(_certainty(event).tolist())
        certainty = float(np.mean(self._certainty)) if self._certainty else 0.0
        least = self.RELATIVISTIC_LEAST if "pair_score" in event.curves else self.BCE_LEAST
        strong = len(self._certainty) == self.STEPS and certainty >= least
        if not strong or self._told:
            self._told = strong
            return None
        self._told = True
        rate = self.config.discriminator_learning_rate / 2
        return DoctorNote(
            step=event.step,
            code="discriminator-too-strong",
            values={"certainty": certainty, "steps": self.STEPS},
            sentence="The discriminator tells made from training pictures almost always, so the generator gets no "
            "hint how to improve.",
            evidence=f"Over the last {self.STEPS} steps it was {certainty:.1%} sure on average.",
            mend=_sane_rates(self.config)
            or Mend(
                sentence=f"Halve the discriminator's learning rate to {rate:g}.",
                changes={"discriminator_learning_rate": max(1e-7, rate)},
            ),
        )


class NoLearning:
    """The pictures stand still although steps are made and the rates are not at the end of their decay."""

    STEPS = 1_000
    LEAST_CHANGE = 0.5 / 255

    def __init__(self, config: TrainingConfig) -> None:
        self.config = config
        self._since: tuple[int, np.ndarray] | None = None
        self._steps_total: int | None = None
        self._told = False

    def observe(self, event: TrainingEvent) -> DoctorNote | None:
        if isinstance(event, StepsDone):
            self._steps_total = event.steps_total
        if not isinstance(event, SamplesDrawn):
            return None
        if self._since is None:
            self._since = (event.step, event.pixels)
        earlier_step, earlier = self._since
        if event.step - earlier_step < self.STEPS:
            return None
        self._since = (event.step, event.pixels)
        change = float(np.abs(event.pixels.astype(np.int16) - earlier).mean()) / 255
        still = change < self.LEAST_CHANGE and not self._decays(event.step)
        if not still or self._told:
            self._told = still
            return None
        self._told = True
        return DoctorNote(
            step=event.step,
            code="no-learning",
            values={"change": change, "steps": event.step - earlier_step},
            sentence="The pictures no longer change: the generator is not learning.",
            evidence=f"In {event.step - earlier_step:,} steps they changed by {255 * change:.2f} of 255 grey levels.",
            mend=self._mend(),
        )

    def _decays(self, step: int) -> bool:
        return self._steps_total is not None and step > self.config.decay_from * self._steps_total

    def _mend(self) -> Mend | None:
        factor = LARGEST_RATE / max(
            self.config.generator_learning_rate, self.config.discriminator_learning_rate
        )
        if factor <= 1.0:
            return None
        factor = min(10.0, factor)
        return Mend(
            sentence=f"Raise both learning rates {factor:.3g} times.", changes=_rates(self.config, factor)
        )


class Breakdowns:
    """Numbers ceased to be finite more than once."""

    def __init__(self, config: TrainingConfig) -> None:
        self.config = config

    def observe(self, event: TrainingEvent) -> DoctorNote | None:
        if not isinstance(event, Warned) or event.code != "rolled-back":
            return None
        rollbacks = int(event.values["rollbacks"])
        if rollbacks < 2:
            return None
        rate = self.config.generator_learning_rate / 4
        return DoctorNote(
            step=event.step,
            code="unstable",
            values={"rollbacks": rollbacks},
            sentence="This run breaks down again and again: its learning rates are too high.",
            evidence=f"It went off the rails {rollbacks} times and returned to an earlier state each time.",
            mend=_sane_rates(self.config)
            or Mend(
                sentence=f"Quarter both learning rates, the generator's to {rate:g}.",
                changes=_rates(self.config, 0.25),
            ),
        )


def distance_within_rows(pixels: np.ndarray) -> float:
    """Mean over rows of the mean distance between two pictures of a row, (R, C, H, W, Ch) uint8, 0 to 1.

    The distance is the root mean square over pixels; of large pictures every other pixel or fewer are looked at.
    """
    stride = max(1, pixels.shape[2] // 28)
    values = pixels[:, :, ::stride, ::stride].astype(np.float32) / 255
    flat = values.reshape(*values.shape[:2], -1)
    squares = (flat**2).mean(axis=2)
    products = flat @ flat.transpose(0, 2, 1) / flat.shape[2]
    distances = np.sqrt(np.maximum(squares[:, :, None] + squares[:, None, :] - 2 * products, 0.0))
    columns = flat.shape[1]
    return float(distances.sum() / (len(flat) * columns * max(1, columns - 1)))


def _certainty(event: StepsDone) -> np.ndarray:
    """How sure the discriminator was of the truth at each step, 0 to 1."""
    curves = event.curves
    if "pair_score" in curves:
        return curves["pair_score"]
    return np.minimum(curves["real_score"], 1.0 - curves["made_score"])
