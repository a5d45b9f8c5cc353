"""Stacked MNIST: three digits as red, green and blue of one picture, without labels; 1,000 kinds of picture.

Made from MNIST, the same every time: each channel goes through all digits of the split in a shuffled order of its
own, so that no digit comes more often than another. Source: Metz et al. 2017, arXiv:1611.02163, section 3.3.1.
"""

from __future__ import annotations

import hashlib

import numpy as np
from numpy.typing import NDArray

from gan.data.dataset import Dataset

NAME = "stacked-mnist"
TITLE = "Stacked MNIST"
CHANNELS = 3
_SEED = 20_261_124


def stacked(digits: Dataset) -> Dataset:
    """A split of MNIST, stacked: as many pictures, three times the bytes, all of one class."""
    shuffler = np.random.Generator(np.random.Philox(_SEED))
    triples = np.stack([shuffler.permutation(len(digits)) for _ in range(CHANNELS)], axis=1)
    images = stack(digits.images, triples)
    images.flags.writeable = False
    return Dataset(
        name=NAME,
        title=TITLE,
        images=images,
        labels=np.zeros(len(images), dtype=np.int64),
        class_names=(TITLE,),
        licence=digits.licence,
        fingerprint=hashlib.sha256(f"{NAME} 1: {digits.fingerprint} {_SEED}".encode()).hexdigest(),
    )


def stack(images: NDArray[np.uint8], triples: NDArray[np.intp]) -> NDArray[np.uint8]:
    """Pictures (N, H, W, 1) at places (B, 3) -> one picture a triple (B, H, W, 3)."""
    stacks = np.empty((len(triples), *images.shape[1:3], CHANNELS), dtype=np.uint8)
    for channel, places in enumerate(triples.T):
        stacks[..., channel] = images[places, :, :, 0]
    return stacks


def mode_of(digits: NDArray[np.int64]) -> NDArray[np.int64]:
    """Digits (B, 3), red first -> which of the 1,000 kinds, (B,)."""
    modes: NDArray[np.int64] = digits @ np.array((100, 10, 1))
    return modes
