"""Practice digits: a training set made by the generator that ships, so that Train works with no network.

They are made pictures and say so wherever they are named.
"""

from __future__ import annotations

import hashlib
from dataclasses import replace
from functools import lru_cache

import numpy as np

from gan.data.dataset import THUMBNAIL_COUNT, Dataset
from gan.events import DatasetSummary
from gan.latents import gaussian

TITLE = "Practice digits (made pictures)"
LICENCE = "Made by this program's own generator, which learnt from MNIST (CC BY-SA 3.0)"
NAME = "practice"
_GENERATOR = "ink-digits"
_PICTURE_COUNT = 12_000
_SEED = 20_260_802
_CHUNK = 250


@lru_cache(maxsize=2)
def _digits(count: int) -> Dataset:
    import gan  # loads torch once pictures are made, hence not at the top

    maker = gan.open_image_maker(_GENERATOR)
    class_names = maker.info.model.class_names
    labels = np.arange(count, dtype=np.int64) % len(class_names)
    mix = np.eye(len(class_names), dtype=np.float32)[labels]
    z = gaussian(_SEED, count, maker.info.model.z_size)
    parts = [slice(start, start + _CHUNK) for start in range(0, count, _CHUNK)]
    images = np.concatenate([maker.make(z[part], mix[part]) for part in parts])
    images.flags.writeable = False
    # From what they were made by, not from their pixels: those differ in the last level between machines.
    recipe = f"{NAME} 1: {maker.info.fingerprint} {_SEED} {count}"
    return Dataset(
        name=NAME,
        title=TITLE,
        images=images,
        labels=labels,
        class_names=class_names,
        licence=LICENCE,
        fingerprint=hashlib.sha256(recipe.encode()).hexdigest(),
        is_practice=True,
    )


def practice_digits() -> Dataset:
    """The whole set; made on the first call, then kept in memory."""
    return _digits(_PICTURE_COUNT)


def practice_summary() -> DatasetSummary:
    """What the recipe panel shows; makes only the thumbnails."""
    few = _digits(THUMBNAIL_COUNT).summary()
    classes = len(few.class_names)
    counts = np.bincount(np.arange(_PICTURE_COUNT) % classes, minlength=classes).astype(np.int64)
    return replace(few, picture_count=_PICTURE_COUNT, class_counts=counts)
