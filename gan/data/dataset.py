"""A training set as a value: pictures, labels and what to tell about them."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from gan.errors import Failure
from gan.events import DatasetSummary, PictureShapes

THUMBNAIL_COUNT = 20


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Dataset:
    """``images (N, H, W, C)`` uint8, ``labels (N,)`` int64 below ``len(class_names)``.

    ``fit``: how pictures of other shapes became squares, "" where they are squares as published.
    ``warnings``: what a person should hear about this set, one sentence each.
    """

    name: str
    title: str
    images: NDArray[np.uint8]
    labels: NDArray[np.int64]
    class_names: tuple[str, ...]
    licence: str
    fingerprint: str
    is_practice: bool = False
    fit: str = ""
    skipped_count: int = 0
    skipped: tuple[tuple[str, str], ...] = ()
    shapes: PictureShapes | None = None
    warnings: tuple[Failure, ...] = ()

    def __len__(self) -> int:
        return len(self.images)

    def summary(self) -> DatasetSummary:
        """The set as the recipe panel and the run's first event show it."""
        classes = len(self.class_names)
        return DatasetSummary(
            name=self.name,
            title=self.title,
            picture_count=len(self),
            class_names=self.class_names,
            class_counts=np.bincount(self.labels, minlength=classes).astype(np.int64),
            thumbnails=self.images[some_of_each_class(self.labels, classes)],
            licence=self.licence,
            is_practice=self.is_practice,
            image_size=self.images.shape[1],
            fit=self.fit,
            skipped_count=self.skipped_count,
            skipped=self.skipped,
            shapes=self.shapes,
        )


def some_of_each_class(labels: NDArray[np.int64], classes: int) -> NDArray[np.intp]:
    """Up to THUMBNAIL_COUNT places: the first of every class, then the second of every class, and so on."""
    by_class = [
        np.flatnonzero(labels == label)[:THUMBNAIL_COUNT] for label in range(min(classes, THUMBNAIL_COUNT))
    ]
    in_turn = [places[turn] for turn in range(THUMBNAIL_COUNT) for places in by_class if turn < len(places)]
    return np.array(in_turn[:THUMBNAIL_COUNT], dtype=np.intp)


def fingerprint_of(images: NDArray[np.uint8], labels: NDArray[np.int64], class_names: tuple[str, ...]) -> str:
    """SHA-256 over shape, pixels, labels and class names: the same set gives the same text everywhere."""
    digest = hashlib.sha256(repr((images.shape, class_names)).encode("utf-8", "surrogatepass"))
    digest.update(np.ascontiguousarray(images).data)
    digest.update(np.ascontiguousarray(labels.astype("<i8")).data)
    return digest.hexdigest()
