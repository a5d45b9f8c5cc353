"""A generator against the test pictures, every figure beside its floor; and the judge that measures."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
import torch

from gan.data import Dataset, open_dataset, open_test_split
from gan.errors import UserError
from gan.files import atomic_write
from gan.image_maker import ImageMaker
from gan.judge import Judge, save_judge, shipped_judge_for, train_judge
from gan.latents import gaussian
from gan.quality import PixelFeatures, frechet_distance, kernel_distance, precision_and_recall

PICTURES = 10_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """Distances are lower-is-better, shares higher-is-better."""

    digit_fid: float
    pixel_fid: float
    kid: float
    precision: float
    recall: float
    class_accuracy: float


@dataclass(frozen=True, slots=True, kw_only=True)
class QualityReport:
    """Made against test pictures, and as a floor as many training pictures against the same."""

    figures: Figures
    floor: Figures
    pictures: int

    def to_json(self) -> dict[str, object]:
        return {**asdict(self.figures), "pictures": self.pictures, "floor": asdict(self.floor)}

    def figures_by_name(self) -> dict[str, float]:
        """Each measure of the made pictures."""
        return asdict(self.figures)

    def floor_of(self, name: str) -> float:
        """The same measure of training pictures."""
        return float(getattr(self.floor, name))

    def lines(self) -> list[str]:
        """For a terminal."""
        head = f"{self.pictures:,} made pictures against the test pictures; floor: as many training pictures"
        rows = [
            f"{name.replace('_', ' '):<16}{value:>9.4f}   floor {self.floor_of(name):.4f}"
            for name, value in self.figures_by_name().items()
        ]
        return [head, *rows]


class Examiner:
    """Measures pictures of one data set's kind with the judge that ships for it."""

    def __init__(self, train: Dataset, test: Dataset, judge: Judge) -> None:
        self._judge = judge
        self._pixel_features = PixelFeatures.of(train.images)
        self._test_features = judge.features(test.images)
        self._test_pixels = self._pixel_features(test.images)

    def figures(self, pixels: np.ndarray, labels: np.ndarray) -> Figures:
        """Pictures (B, H, W, C) uint8 that are meant to show labels (B,)."""
        features = self._judge.features(pixels)
        precision, recall = precision_and_recall(self._test_features, features)
        return Figures(
            digit_fid=frechet_distance(features, self._test_features),
            pixel_fid=frechet_distance(self._pixel_features(pixels), self._test_pixels),
            kid=kernel_distance(features, self._test_features),
            precision=precision,
            recall=recall,
            class_accuracy=class_accuracy(self._judge, pixels, labels),
        )


def class_accuracy(judge: Judge, pixels: np.ndarray, labels: np.ndarray) -> float:
    """Share of pictures (B, H, W, C) that the judge takes for what they were meant to show, labels (B,)."""
    return float((judge.probabilities(pixels).argmax(axis=1) == labels).mean())


def evaluate_generator(
    source: str | Path, data: str, data_root: Path | None, *, seed: int = 0
) -> QualityReport:
    """10,000 pictures at psi 1, of the classes of 10,000 training pictures; those pictures are the floor.

    UserError where the judge cannot read them.
    """
    maker = ImageMaker.open(source)
    model = maker.info.model
    judge = shipped_judge_for(model)
    train, test = open_dataset(data, data_root), open_test_split(data, data_root)
    if judge is None or train.class_names != model.class_names:
        raise UserError(
            "no-judge", "There is no judge for pictures like those of {name}.", name=maker.info.name
        )
    chosen = np.random.default_rng(seed).choice(len(train), min(PICTURES, len(train)), replace=False)
    labels = train.labels[chosen]
    pixels = maker.make(
        gaussian(seed, len(labels), model.z_size), np.eye(model.classes, dtype=np.float32)[labels]
    )
    examiner = Examiner(train, test, judge)
    return QualityReport(
        figures=examiner.figures(pixels, labels),
        floor=examiner.figures(train.images[chosen], labels),
        pictures=len(labels),
    )


def train_judge_to_file(
    data: str, data_root: Path | None, out: Path, progress: Callable[[int, int], None]
) -> dict[str, object]:
    """Train a judge on the training split, measure it on the test split, write it."""
    began_s = time.monotonic()
    torch.set_num_threads(1)
    train, test = open_dataset(data, data_root), open_test_split(data, data_root)
    judge = train_judge(train.images, train.labels, train.class_names, progress=progress)
    accuracy = class_accuracy(judge, test.images, test.labels)
    card = {
        "dataset": train.title,
        "pictures": len(train),
        "licence": train.licence,
        "test_accuracy": accuracy,
    }
    save_judge(out, judge, {**card, "epochs": 7, "seed": 0})
    atomic_write(out.with_suffix(".md"), _judge_markdown(card).encode("utf-8"))
    return {"file": str(out), "test_accuracy": accuracy, "seconds": round(time.monotonic() - began_s, 1)}


def _judge_markdown(card: Mapping[str, object]) -> str:
    """The judge's card for people."""
    return "\n".join(
        [
            f"# The judge for {card['dataset']}",
            "",
            f"- Trained on: the training split, {card['pictures']:,} pictures",
            f"- Licence of the pictures: {card['licence']}",
            f"- Right on the test split: {card['test_accuracy']:.2%}",
            "- Command: `python -m gan train-judge --data mnist --out FILE`",
            "",
            "It reads made pictures, and its features measure digit-FID. It is no judge of pictures of other kinds.",
            "",
        ]
    )
