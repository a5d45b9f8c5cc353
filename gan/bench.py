"""How soon digits are recognisable, beside a reference loop of the same step in bare torch."""

from __future__ import annotations

import platform
import sys
import tempfile
from pathlib import Path

import numpy as np

import gan
from gan.config import TrainingRequest
from gan.data import open_dataset, open_test_split
from gan.errors import UserError
from gan.evaluate import class_accuracy
from gan.events import GeneratorSaved, StepsDone
from gan.image_maker import ImageMaker
from gan.judge import shipped_judge_for
from gan.latents import gaussian, one_hot
from gan.quality import precision_and_recall
from gan.reference_loop import reference_speed

LEVELS = (0.80, 0.95)
LEAST_RECALL = 0.5
PICTURES = 2_000
GIVE_UP_S = 120.0
LOOK_EVERY_S = 0.5


def bench(data: str, data_root: Path | None, *, preset: str, seed: int) -> dict[str, object]:
    """Train until 95% of the pictures are recognised with recall of at least 0.5, and count training seconds only."""
    test = open_test_split(data, data_root)
    train = open_dataset(data, data_root)
    reference = reference_speed(train.images, train.labels, len(train.class_names))
    reached: dict[float, float] = {}
    recall, elapsed_s, speed, looked_s = 0.0, 0.0, 0.0, 0.0
    with tempfile.TemporaryDirectory() as folder:
        root = None if data_root is None else str(data_root)
        request = TrainingRequest(dataset=data, data_root=root, preset=preset, seed=seed, device="cpu")
        run = gan.train(request, Path(folder) / "run")
        for event in run:
            if isinstance(event, StepsDone):
                elapsed_s, speed = float(event.elapsed_s[-1]), event.images_per_second
            if isinstance(event, GeneratorSaved) and elapsed_s - looked_s >= LOOK_EVERY_S:
                looked_s = elapsed_s
                accuracy, recall = _recognised(event.path, test.images)
                print(f"{elapsed_s:6.1f} s  {accuracy:.3f} recognised, recall {recall:.2f}", file=sys.stderr)
                for level in LEVELS:
                    if (
                        accuracy >= level
                        and level not in reached
                        and (level < 0.95 or recall >= LEAST_RECALL)
                    ):
                        reached[level] = round(elapsed_s, 1)
                if len(reached) == len(LEVELS) or elapsed_s > GIVE_UP_S:
                    break
        run.close()  # type: ignore[attr-defined]  # gan.train is a generator
    return {
        "seconds_to_80": reached.get(0.80),
        "seconds_to_95": reached.get(0.95),
        "recall_at_95": round(recall, 3) if 0.95 in reached else None,
        "images_per_second": round(speed, 1),
        "reference_images_per_second": round(reference, 1),
        "ratio": round(speed / reference, 3),
        "preset": preset,
        "seed": seed,
        "machine": f"{platform.machine()}, {platform.system()}, Python {platform.python_version()}, 1 thread",
    }


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
