"""How soon digits are recognisable, and how fast a run goes beside a bare torch loop of the same step."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Generator, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import cast

import numpy as np

import gan
from gan.benches.machine import machine_facts
from gan.config import TrainingConfig, TrainingRequest
from gan.data import open_dataset, open_test_split
from gan.errors import UserError
from gan.evaluate import class_accuracy
from gan.events import GeneratorSaved, RunStarted, StepsDone, TrainingEvent
from gan.image_maker import ImageMaker
from gan.judge import shipped_judge_for
from gan.latents import gaussian, one_hot
from gan.quality import precision_and_recall
from gan.reference_loop import reference_speed

LEVELS = (0.80, 0.95)
LEAST_RECALL = 0.5  # beside the higher level
PICTURES = 2_000
GIVE_UP_S = 120.0
LOOK_EVERY_S = 0.5
REFERENCE_MINIBATCH = 32


class Clock:
    """Watches a run's events; counts training seconds alone, for looking stops the clock."""

    def __init__(self, test_images: np.ndarray) -> None:
        self.reached: dict[float, float] = {}
        self.recall = 0.0
        self.images_per_second = 0.0
        self.config: TrainingConfig | None = None
        self._test_images = test_images
        self._elapsed_s = self._looked_s = 0.0

    @property
    def is_done(self) -> bool:
        return len(self.reached) == len(LEVELS) or self._elapsed_s > GIVE_UP_S

    def observe(self, event: TrainingEvent) -> None:
        """Look at the generator whenever it was saved, though not too often."""
        if isinstance(event, RunStarted):
            self.config = event.config
        if isinstance(event, StepsDone):
            self._elapsed_s, self.images_per_second = float(event.elapsed_s[-1]), event.images_per_second
        if isinstance(event, GeneratorSaved) and self._elapsed_s - self._looked_s >= LOOK_EVERY_S:
            self._looked_s = self._elapsed_s
            self._look(event.path)

    def _look(self, generator: Path) -> None:
        accuracy, self.recall = _recognised(generator, self._test_images)
        seconds = f"{self._elapsed_s:6.1f} s"
        print(f"{seconds}  {accuracy:.3f} recognised, recall {self.recall:.2f}", file=sys.stderr)
        for level in LEVELS:
            enough_recall = level < max(LEVELS) or self.recall >= LEAST_RECALL
            if accuracy >= level and enough_recall and level not in self.reached:
                self.reached[level] = round(self._elapsed_s, 1)


def bench_clock(request: TrainingRequest) -> dict[str, object]:
    """Train until 95% of the pictures are recognised with recall of at least 0.5, or for two minutes."""
    root = Path(request.data_root) if request.data_root else None
    train, test = open_dataset(request.dataset, root), open_test_split(request.dataset, root)
    clock = Clock(test.images)
    with tempfile.TemporaryDirectory() as folder, _closing(gan.train(request, Path(folder) / "run")) as run:
        for event in run:
            clock.observe(event)
            if clock.is_done:
                break
    assert clock.config is not None
    bare = replace(clock.config, minibatches=((0, REFERENCE_MINIBATCH),))
    reference = reference_speed(bare, train.images, train.labels)
    return {
        "seconds_to_80": clock.reached.get(0.80),
        "seconds_to_95": clock.reached.get(0.95),
        "recall_at_95": round(clock.recall, 3) if 0.95 in clock.reached else None,
        "images_per_second": round(clock.images_per_second, 1),
        "reference_images_per_second": round(reference, 1),
        "ratio": round(clock.images_per_second / reference, 3),
        "preset": request.preset,
        "size": request.size,
        "overrides": dict(request.overrides),
        "seed": request.seed,
        "machine": machine_facts(request.threads),
    }


def _closing(run: Iterator[TrainingEvent]) -> closing[Generator[TrainingEvent]]:
    return closing(cast(Generator[TrainingEvent], run))


def _recognised(generator: Path, test_images: np.ndarray) -> tuple[float, float]:
    """Class accuracy and recall of 2,000 pictures of a generator's file."""
    maker = ImageMaker.open(generator)
    judge = shipped_judge_for(maker.info.model)
    if judge is None:
        raise UserError("no-judge", "There is no judge for pictures like these.")
    classes = maker.info.model.classes
    labels = np.arange(PICTURES) % classes
    mix = np.stack([one_hot(int(label), classes) for label in labels])
    pixels = maker.make(gaussian(1, PICTURES, maker.info.model.z_size), mix)
    _, recall = precision_and_recall(judge.features(test_images[:PICTURES]), judge.features(pixels))
    return class_accuracy(judge, pixels, labels), recall
