"""What a recipe makes of a few hundred pictures: its variants side by side, each against the whole test set."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image

import gan
from gan.benches.machine import machine_facts
from gan.config import ModelConfig, TrainingRequest
from gan.data import Dataset, open_dataset, open_test_split
from gan.data.kept_aside import published_split
from gan.errors import UserError
from gan.evaluate import Examiner, Figures
from gan.image_maker import ImageMaker
from gan.judge import Judge, shipped_judge_for
from gan.latents import gaussian
from gan.presets import differs_from_preset
from gan.progress import follow
from gan.run_folder import RunFolder

_SEED = 0  # which pictures are chosen, and which latents are drawn: the same for every variant


@dataclass(frozen=True, slots=True, kw_only=True)
class Variant:
    """A preset's recipe with some entries set otherwise."""

    name: str
    overrides: Mapping[str, Any] = field(default_factory=dict)


_MANY = {"augment_strength": 0.0}
_STERN = _MANY | {"model.discriminator_norm": "none", "penalty_gamma": 0.2, "penalty_interval": 4}
_SHIFTED = {"augment_strength": 1.0, "augment_target": 0.0, "augment_kinds": ["shift", "turn", "scale"]}
_TURNED = _SHIFTED | {"augment_kinds": ["turn", "scale"]}
_ADAPTIVE = _TURNED | {"augment_target": 0.5}

VARIANTS = (
    Variant(name="as for many pictures", overrides=_MANY),
    Variant(name="- shifted, turned, scaled", overrides=_MANY | _SHIFTED),
    Variant(name="- turned, scaled", overrides=_MANY | _TURNED),
    Variant(name="- turned, scaled twice as much", overrides=_MANY | _TURNED | {"augment_strength": 2.0}),
    Variant(name="- turned, scaled, adaptive", overrides=_MANY | _ADAPTIVE),
    Variant(name="no norm, stronger penalties", overrides=_STERN),
    Variant(name="- shifted, turned, scaled", overrides=_STERN | _SHIFTED),
    Variant(name="- turned, scaled", overrides=_STERN | _TURNED),
    Variant(name="- turned, scaled, adaptive", overrides=_STERN | _ADAPTIVE),
)


def bench_few_pictures(request: TrainingRequest, pictures: int) -> dict[str, object]:
    """Compare every variant on a few pictures of the set that ``request`` names."""
    root = Path(request.data_root) if request.data_root else None
    train, test = open_dataset(request.dataset, root), open_test_split(request.dataset, root)
    return {
        "rows": compare(request, train, test, pictures, VARIANTS),
        "dataset": train.title,
        "pictures": pictures,
        "seconds": None if request.minutes is None else round(60 * request.minutes, 1),
        "preset": request.preset,
        "size": request.size,
        "seed": request.seed,
        "machine": machine_facts(request.threads),
    }


def compare(
    request: TrainingRequest, train: Dataset, test: Dataset, pictures: int, variants: Sequence[Variant]
) -> list[dict[str, object]]:
    """Train every variant on the same few for as long, and measure as many made pictures as there are test ones.

    UserError where no judge reads such pictures.
    """
    examiner = Examiner(published_split(train, test), _judge_of(train), len(test))
    chosen = some_of_each(train, pictures)
    repeated = np.resize(np.random.default_rng(_SEED).permutation(chosen), len(test))
    themselves = examiner.figures(train.images[repeated], train.labels[repeated])
    rows = [_row("the pictures themselves, repeated", themselves)]
    print(f"{'':34}digit-FID  recall  precision  accuracy  images/s", file=sys.stderr)
    _print(rows[0])
    with tempfile.TemporaryDirectory() as folder:
        few = _as_folder(train, chosen, Path(folder) / "pictures")
        asked = replace(request, dataset=str(few), data_root=None, device="cpu")
        for place, variant in enumerate(variants):
            run, overrides = Path(folder) / str(place), {**variant.overrides, **request.overrides}
            trained = follow(gan.train(replace(asked, overrides=overrides), run))
            row = _row(variant.name, _figures(examiner, run, test.labels))
            row |= {"images_per_second": trained["images_per_second"], "overrides": overrides}
            row["is_preset"] = not differs_from_preset(RunFolder(run).read_config()[1], len(chosen))
            rows.append(row)
            _print(row)
    print("* as the preset chooses for so many pictures", file=sys.stderr)
    return rows


def _judge_of(dataset: Dataset) -> Judge:
    size, channels = dataset.images.shape[1], dataset.images.shape[3]
    judge = shipped_judge_for(
        ModelConfig(class_names=dataset.class_names, image_size=size, channels=channels)
    )
    if judge is None:
        raise UserError(
            "no-judge", "There is no judge for pictures like those of {name}.", name=dataset.title
        )
    return judge


def some_of_each(dataset: Dataset, pictures: int) -> np.ndarray:
    """Rows of so many pictures in all, as many of each class as go, always the same. UserError where too many."""
    classes = len(dataset.class_names)
    each = pictures // classes
    counts = np.bincount(dataset.labels, minlength=classes)
    if not 2 <= each <= counts.min():
        raise UserError(
            "few-pictures-count",
            "{pictures} pictures cannot be chosen: {least} to {most} can.",
            pictures=pictures,
            least=2 * classes,
            most=int(counts.min()) * classes,
        )
    chooser = np.random.default_rng(_SEED)
    return np.sort(
        np.concatenate(
            [
                chooser.choice(np.flatnonzero(dataset.labels == label), each, replace=False)
                for label in range(classes)
            ]
        )
    )


def _as_folder(dataset: Dataset, rows: np.ndarray, folder: Path) -> Path:
    """What somebody would have who owns only these: a folder of PNG files, its subfolders the classes."""
    for row in rows:
        place = folder / dataset.class_names[dataset.labels[row]]
        place.mkdir(parents=True, exist_ok=True)
        Image.fromarray(dataset.images[row].squeeze()).save(place / f"{row:06}.png")
    return folder


def _figures(examiner: Examiner, run: Path, labels: np.ndarray) -> Figures:
    """As many pictures as there are test pictures, of the same classes, at psi 1."""
    maker = ImageMaker.open(run)
    model = maker.info.model
    z = gaussian(_SEED, len(labels), model.z_size)
    return examiner.figures(maker.make(z, np.eye(model.classes, dtype=np.float32)[labels]), labels)


def _row(name: str, figures: Figures) -> dict[str, object]:
    assert figures.digit_fid is not None and figures.class_accuracy is not None, "there is a judge"
    return {
        "variant": name,
        "digit_fid": round(figures.digit_fid, 3),
        "recall": round(figures.recall, 3),
        "precision": round(figures.precision, 3),
        "class_accuracy": round(figures.class_accuracy, 4),
    }


def _print(row: Mapping[str, Any]) -> None:
    speed = f"{row['images_per_second']:10,.0f}" if "images_per_second" in row else ""
    name = f"{row['variant']}{' *' if row.get('is_preset') else ''}"
    print(
        f"{name:34}{row['digit_fid']:9.3f}{row['recall']:8.3f}{row['precision']:11.3f}"
        f"{row['class_accuracy']:10.3f}{speed}",
        file=sys.stderr,
    )
