"""A generator against pictures kept aside for measuring, every figure beside its floor."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from gan.config import GeneratorInfo
from gan.data import Dataset, Split, open_dataset, split_of
from gan.errors import UserError
from gan.image_maker import ImageMaker
from gan.judge import Judge
from gan.judges import judge_for
from gan.latents import gaussian
from gan.patches import patch_distance
from gan.quality import PixelFeatures, frechet_distance, kernel_distance, precision_and_recall

PICTURES = 10_000
PICTURES_FOR_COMPONENTS = 60_000
MOST_BYTES = 2**28  # of pictures of one kind that are in memory at once
_LABELS = {
    "pixel_fid": "pixel FID",
    "kid": "KID",
    "class_accuracy": "class accuracy",
    "swd": "SWD",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """Distances are lower-is-better, shares higher-is-better. What only a judge can say is None without one."""

    digit_fid: float | None
    pixel_fid: float
    kid: float
    precision: float
    recall: float
    class_accuracy: float | None
    swd: float


@dataclass(frozen=True, slots=True, kw_only=True)
class QualityReport:
    """Made against kept pictures, and as a floor as many training pictures against the same.

    ``features``: what KID, precision and recall are measured on, "judge" or "pixels"; ``fid_name``: what the Fréchet
    distance on the judge's features is called.
    """

    figures: Figures
    floor: Figures
    pictures: int
    kept: int
    is_published_split: bool
    features: str
    fid_name: str
    note: str

    def to_json(self) -> dict[str, object]:
        return {
            **asdict(self.figures),
            "pictures": self.pictures,
            "kept": self.kept,
            "features": self.features,
            "floor": asdict(self.floor),
        }

    def figures_by_name(self) -> dict[str, float]:
        """Each measure of the made pictures that there is."""
        return {name: value for name, value in asdict(self.figures).items() if value is not None}

    def floor_of(self, name: str) -> float:
        """The same measure of training pictures."""
        return float(getattr(self.floor, name))

    def label(self, name: str) -> str:
        """What a measure is called."""
        return self.fid_name if name == "digit_fid" else _LABELS.get(name, name)

    @property
    def summary(self) -> str:
        """What was held against what."""
        kept = "test pictures" if self.is_published_split else "pictures kept aside for measuring"
        return (
            f"{self.pictures:,} made pictures against {self.kept:,} {kept}; floor: as many training pictures."
        )

    def lines(self) -> list[str]:
        """For a terminal."""
        rows = [
            f"{self.label(name):<16}{value:>9.4f}   floor {self.floor_of(name):.4f}"
            for name, value in self.figures_by_name().items()
        ]
        return [self.summary, *rows, self.note]


class Examiner:
    """Measures pictures of one data set's kind, with a judge where there is one."""

    def __init__(self, split: Split, judge: Judge | None, pictures: int) -> None:
        self._judge = judge
        self.kept, _ = split.kept.some(pictures, seed=0).all()
        most = (
            PICTURES_FOR_COMPONENTS
            if self.kept[0].nbytes * PICTURES_FOR_COMPONENTS < MOST_BYTES
            else pictures
        )
        self._pixel_features = PixelFeatures.of(split.learnt.some(most, seed=0).all()[0])
        self._kept_pixels = self._pixel_features(self.kept)
        self._kept_features = self._kept_pixels if judge is None else judge.features(self.kept)

    def figures(self, pixels: NDArray[np.uint8], labels: NDArray[np.int64]) -> Figures:
        """Pictures (B, H, W, C) that are meant to show labels (B,)."""
        pixel_features = self._pixel_features(pixels)
        features = pixel_features if self._judge is None else self._judge.features(pixels)
        precision, recall = precision_and_recall(self._kept_features, features)
        judge, count = self._judge, min(len(pixels), len(self.kept))
        return Figures(
            digit_fid=None if judge is None else frechet_distance(features, self._kept_features),
            pixel_fid=frechet_distance(pixel_features, self._kept_pixels),
            kid=kernel_distance(features, self._kept_features),
            precision=precision,
            recall=recall,
            class_accuracy=None if judge is None else class_accuracy(judge, pixels, labels),
            swd=patch_distance(pixels[:count], self.kept[:count]),
        )


def class_accuracy(judge: Judge, pixels: np.ndarray, labels: np.ndarray) -> float:
    """Share of pictures (B, H, W, C) that the judge takes for what they were meant to show, labels (B,)."""
    return float((judge.probabilities(pixels).argmax(axis=1) == labels).mean())


def evaluate_generator(
    source: str | Path, data: str, data_root: Path | None, *, seed: int = 0
) -> QualityReport:
    """10,000 pictures at psi 1 (fewer of small or very large ones), of the classes of as many training pictures.

    Those training pictures are the floor. UserError where the generator draws pictures of another kind.
    """
    maker = ImageMaker.open(source)
    model = maker.info.model
    dataset = open_dataset(data, data_root, image_size=model.image_size, fit=_fit(maker.info))
    _require_same_kind(maker.info, dataset)
    split = split_of(dataset, data, data_root)
    count = min(PICTURES, len(split.learnt), MOST_BYTES // dataset.images[0].nbytes)
    training_pixels, labels = split.learnt.some(count, seed=seed).all()
    pixels = maker.make(gaussian(seed, count, model.z_size), np.eye(model.classes, dtype=np.float32)[labels])
    judge = judge_for(model, dataset.fingerprint)
    examiner = Examiner(split, judge, count)
    return QualityReport(
        figures=examiner.figures(pixels, labels),
        floor=examiner.figures(training_pixels, labels),
        pictures=count,
        kept=len(examiner.kept),
        is_published_split=split.is_published,
        features="pixels" if judge is None else "judge",
        fid_name="digit-FID" if all(name.isdigit() for name in model.class_names) else "judge FID",
        note=_note(judge, dataset, data),
    )


def _fit(info: GeneratorInfo) -> str:
    """How the pictures of a folder became squares when it learnt them."""
    return str(info.card.get("fit") or "crop")


def _require_same_kind(info: GeneratorInfo, dataset: Dataset) -> None:
    model = info.model
    own = (model.class_names, model.image_size, model.channels)
    if own != (dataset.class_names, dataset.images.shape[1], dataset.images.shape[3]):
        raise UserError(
            "other-pictures",
            "{name} draws pictures of other classes, size or colours than those of {title}.",
            name=info.name,
            title=dataset.title,
        )


def _note(judge: Judge | None, dataset: Dataset, data: str) -> str:
    """What was measured with, and why."""
    if judge is not None:
        return (
            f"Judge: a classifier that learnt {judge.card['dataset']}, right on {judge.card['test_accuracy']:.2%} of "
            "its test pictures; KID, precision and recall are on its features."
        )
    pixels = "KID, precision and recall are on the 64 principal components of the pixels."
    if len(dataset.class_names) < 2:
        return f"These pictures have no classes, so no judge can read them: {pixels}"
    return f"No judge reads these pictures yet (python -m gan train-judge --data {data}): {pixels}"
