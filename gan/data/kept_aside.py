"""Pictures kept aside for measuring: a set's own test split, or a share of its pictures that no judge learns from."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from gan.data.dataset import Dataset
from gan.errors import UserError

SHARE_KEPT = 0.25
MOST_KEPT = 10_000
LEAST_KEPT = 8
_SEED = 0


@dataclass(frozen=True, slots=True, eq=False)
class Pictures:
    """Some pictures of a set that may be larger than memory: ``rows (M,)`` of ``images (N, H, W, C)``."""

    images: NDArray[np.uint8]
    labels: NDArray[np.int64]
    rows: NDArray[np.int64]

    @classmethod
    def all_of(cls, dataset: Dataset) -> Pictures:
        return cls(dataset.images, dataset.labels, np.arange(len(dataset)))

    def __len__(self) -> int:
        return len(self.rows)

    def take(self, places: NDArray[np.int64]) -> tuple[NDArray[np.uint8], NDArray[np.int64]]:
        """Copies of the pictures at these places among the M: (B, H, W, C) and labels (B,)."""
        rows = self.rows[places]
        return self.images[rows], self.labels[rows]

    def all(self) -> tuple[NDArray[np.uint8], NDArray[np.int64]]:
        """All of them and their labels, copied only where they are not a whole set."""
        if len(self) == len(self.images):
            return self.images, self.labels
        return self.images[self.rows], self.labels[self.rows]

    def some(self, count: int, seed: int) -> Pictures:
        """At most so many of them, drawn at random."""
        if count >= len(self):
            return self
        chosen = np.random.default_rng(seed).choice(len(self), count, replace=False)
        return Pictures(self.images, self.labels, self.rows[chosen])


@dataclass(frozen=True, slots=True, eq=False)
class Split:
    """What is learnt from and what is kept aside; ``is_published``: the set itself came so."""

    learnt: Pictures
    kept: Pictures
    is_published: bool


def published_split(train: Dataset, test: Dataset) -> Split:
    """As the set came."""
    return Split(Pictures.all_of(train), Pictures.all_of(test), is_published=True)


def split_by_lot(dataset: Dataset) -> Split:
    """A quarter of each class is kept, at most 10,000 pictures in all; the same ones every time.

    UserError where that leaves too few.
    """
    share = min(SHARE_KEPT, MOST_KEPT / max(1, len(dataset)))
    chooser = np.random.default_rng(_SEED)
    is_kept = np.zeros(len(dataset), dtype=bool)
    for label in range(len(dataset.class_names)):
        own = chooser.permutation(np.flatnonzero(dataset.labels == label))
        is_kept[own[: round(share * len(own))]] = True
    if is_kept.sum() < LEAST_KEPT:
        raise UserError(
            "too-few-to-measure",
            "Measuring needs some more pictures than the {count} of {title}.",
            count=len(dataset),
            title=dataset.title,
        )
    learnt, kept = np.flatnonzero(~is_kept), np.flatnonzero(is_kept)
    return Split(
        Pictures(dataset.images, dataset.labels, learnt),
        Pictures(dataset.images, dataset.labels, kept),
        is_published=False,
    )
