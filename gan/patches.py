"""Sliced Wasserstein distance of patches on the levels of a Laplacian pyramid: how alike pictures are at each size."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional as F

PATCH_SIZE = 7
SMALLEST_LEVEL = 16  # pixels
PICTURES_AT_ONCE = 128
DIRECTIONS_AT_ONCE = 32
SCALE = 1e3  # as published

_BINOMIAL = torch.tensor([1.0, 4.0, 6.0, 4.0, 1.0]) / 16


def laplacian_pyramid(images: Tensor) -> list[Tensor]:
    """Images (B, C, H, W) -> levels (B, C, h, w), full size first, each without what the next one holds.

    The last one, of 16 to 31 pixels, holds all the rest. Source: Burt and Adelson 1983.
    """
    levels = []
    while images.shape[-1] >= 2 * SMALLEST_LEVEL:
        smaller = _halved(images)
        levels.append(images - _doubled(smaller))
        images = smaller
    return [*levels, images]


def _halved(images: Tensor) -> Tensor:
    return _blurred(images)[:, :, ::2, ::2]


def _doubled(images: Tensor) -> Tensor:
    wide = torch.zeros(*images.shape[:2], 2 * images.shape[2], 2 * images.shape[3])
    wide[:, :, ::2, ::2] = images
    return 4.0 * _blurred(wide)


def _blurred(images: Tensor) -> Tensor:
    channels = images.shape[1]
    kernel = torch.outer(_BINOMIAL, _BINOMIAL).expand(channels, 1, 5, 5)
    return F.conv2d(F.pad(images, (2, 2, 2, 2), mode="reflect"), kernel, groups=channels)


class PatchSample:
    """Patches from random places of pictures that come bit by bit; the same places for the same seed."""

    def __init__(self, patches_per_picture: int, *, seed: int) -> None:
        self._per_picture = patches_per_picture
        self._chooser = np.random.default_rng(seed)
        self._levels: list[list[Tensor]] = []

    def add(self, pixels: NDArray[np.uint8]) -> None:
        """Pictures (B, H, W, C) uint8."""
        for start in range(0, len(pixels), PICTURES_AT_ONCE):
            images = torch.tensor(pixels[start : start + PICTURES_AT_ONCE]).permute(0, 3, 1, 2) / 255.0
            levels = laplacian_pyramid(images)
            self._levels = self._levels or [[] for _ in levels]
            for kept, level in zip(self._levels, levels, strict=True):
                kept.append(self._patches(level))

    def _patches(self, images: Tensor) -> Tensor:
        """(B, C, H, W) -> (B * P, C, 7, 7)."""
        count, channels, side = len(images), images.shape[1], images.shape[-1]
        tops, lefts = self._chooser.integers(0, side - PATCH_SIZE + 1, (2, count, self._per_picture))
        offsets = np.arange(PATCH_SIZE)
        rows = (tops[..., None] + offsets)[..., :, None]
        columns = (lefts[..., None] + offsets)[..., None, :]
        which = np.arange(count)[:, None, None, None]
        patches = images.permute(0, 2, 3, 1)[which, rows, columns]  # (B, P, 7, 7, C)
        return patches.flatten(0, 1).permute(0, 3, 1, 2).reshape(-1, channels, PATCH_SIZE, PATCH_SIZE)

    def descriptors(self) -> list[Tensor]:
        """For each level (N, C * 49), each colour channel with mean 0 and standard deviation 1."""
        return [_standardised(torch.cat(parts)).flatten(1) for parts in self._levels]


def _standardised(patches: Tensor) -> Tensor:
    mean = patches.mean(dim=(0, 2, 3), keepdim=True)
    spread = patches.std(dim=(0, 2, 3), keepdim=True).clamp_min(1e-6)
    return (patches - mean) / spread


def sliced_wasserstein_parts(a: Tensor, b: Tensor, *, directions: int, seed: int) -> Iterator[float]:
    """Distance of (N, D) and (N, D) along random directions, some at a time; their mean is the distance.

    Along one direction it is the mean distance of the sorted projections. Source: Rabin et al. 2011.
    """
    chooser = np.random.default_rng(seed)
    for _ in range(0, directions, DIRECTIONS_AT_ONCE):
        along = torch.tensor(chooser.standard_normal((a.shape[1], DIRECTIONS_AT_ONCE), dtype=np.float32))
        along /= along.norm(dim=0, keepdim=True)
        one, other = (np.sort((points @ along).numpy().T, axis=1) for points in (a, b))
        yield float(np.abs(one - other).mean(dtype=np.float64))


def patch_distance(
    a: NDArray[np.uint8],
    b: NDArray[np.uint8],
    *,
    patches_per_picture: int = 16,
    directions: int = 256,
    seed: int = 0,
) -> float:
    """SWD of as many pictures (N, H, W, C) as (N, H, W, C) uint8, mean over the levels of the pyramid, times 1,000.

    Source: Karras et al. 2018, arXiv:1710.10196, section 5; there with 16,384 pictures and 128 patches of each.
    """
    samples = PatchSample(patches_per_picture, seed=seed), PatchSample(patches_per_picture, seed=seed + 1)
    for sample, pixels in zip(samples, (a, b), strict=True):
        sample.add(pixels)
    levels = zip(*(sample.descriptors() for sample in samples), strict=True)
    distances = [
        np.mean(list(sliced_wasserstein_parts(one, other, directions=directions, seed=seed)))
        for one, other in levels
    ]
    return SCALE * float(np.mean(distances))
