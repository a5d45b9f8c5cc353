"""How good made pictures are: Fréchet and kernel distance, precision and recall, class accuracy."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray

Float64Array = NDArray[np.float64]


def frechet_distance(a: Float64Array, b: Float64Array) -> float:
    """Squared Fréchet distance of the Gaussians fitted to features a (N, F) and b (M, F).

    |mean_a - mean_b|² + tr(A + B - 2 (A½ B A½)½). Source: Heusel et al. 2017, arXiv:1706.08500, eq. 6.
    """
    mean_difference = a.mean(axis=0) - b.mean(axis=0)
    covariance_a, covariance_b = np.cov(a, rowvar=False), np.cov(b, rowvar=False)
    root_a = _symmetric_root(np.atleast_2d(covariance_a))
    inner = root_a @ np.atleast_2d(covariance_b) @ root_a
    cross = np.sqrt(np.clip(np.linalg.eigvalsh((inner + inner.T) / 2), 0.0, None)).sum()
    total = (
        mean_difference @ mean_difference + np.trace(np.atleast_2d(covariance_a + covariance_b)) - 2 * cross
    )
    return float(max(total, 0.0))


def _symmetric_root(matrix: Float64Array) -> Float64Array:
    values, vectors = np.linalg.eigh(matrix)
    root: Float64Array = (vectors * np.sqrt(np.clip(values, 0.0, None))) @ vectors.T
    return root


def kernel_distance(
    a: Float64Array, b: Float64Array, *, subsets: int = 20, size: int = 1000, seed: int = 0
) -> float:
    """Unbiased squared MMD with kernel (x·y/F + 1)³, mean over random subsets: (N, F), (M, F) -> float.

    Source: Bińkowski et al. 2018, arXiv:1801.01401 (KID).
    """
    size = min(size, len(a), len(b))
    chooser = np.random.default_rng(seed)
    estimates = []
    for _ in range(subsets):
        x = a[chooser.choice(len(a), size, replace=False)]
        y = b[chooser.choice(len(b), size, replace=False)]
        within = sum(_off_diagonal_mean(_cubic_kernel(part, part)) for part in (x, y))
        estimates.append(within - 2 * _cubic_kernel(x, y).mean())
    return float(np.mean(estimates))


def _cubic_kernel(x: Float64Array, y: Float64Array) -> Float64Array:
    return (x @ y.T / x.shape[1] + 1.0) ** 3


def _off_diagonal_mean(matrix: Float64Array) -> float:
    count = len(matrix)
    return float((matrix.sum() - np.trace(matrix)) / (count * (count - 1)))


def precision_and_recall(
    real: Float64Array, made: Float64Array, *, neighbours: int = 3
) -> tuple[float, float]:
    """Share of made pictures among the real ones, and of real among the made: (N, F), (M, F) -> two shares.

    A point lies among others if it is within some one's distance to its k-th nearest fellow.
    Source: Kynkäänniemi et al. 2019, arXiv:1904.06991, eq. 1-3.
    """
    real_points, made_points = torch.from_numpy(real).float(), torch.from_numpy(made).float()
    return (
        share_within(made_points, real_points, neighbour_radii(real_points, neighbours)),
        share_within(real_points, made_points, neighbour_radii(made_points, neighbours)),
    )


def neighbour_radii(points: torch.Tensor, neighbours: int) -> torch.Tensor:
    """Distance of each point (N, F) to its k-th nearest other point: (N,)."""
    return torch.cat(
        [torch.cdist(part, points).kthvalue(neighbours + 1, dim=1).values for part in points.split(1000)]
    )


def share_within(points: torch.Tensor, others: torch.Tensor, radii: torch.Tensor) -> float:
    """Share of points (N, F) that lie within the radius (M,) of some other point (M, F)."""
    inside = [(torch.cdist(part, others) <= radii).any(dim=1) for part in points.split(1000)]
    return float(torch.cat(inside).float().mean())


LARGEST_FLAT = 1_024  # values of a picture whose components are still found within a second or so
VALUES_AT_ONCE = 2**22  # of pictures


@dataclass(frozen=True, slots=True)
class PixelFeatures:
    """The first 64 principal components of a training set's pixels: features that depend on no judge.

    Pictures of more than ``largest`` values are halved, by means of 2 x 2 pixels, until they have no more.
    """

    mean: Float64Array
    components: Float64Array
    scale: float
    largest: int

    @classmethod
    def of(cls, pixels: NDArray[np.uint8], count: int = 64, *, largest: int = LARGEST_FLAT) -> PixelFeatures:
        """Fit to (N, H, W, C); the scale gives the kept components a total variance of 100."""
        mean = sum(part.sum(axis=0) for part in _flat_parts(pixels, largest)) / len(pixels)
        scatter = torch.zeros(len(mean), len(mean), dtype=torch.float64)
        for part in _flat_parts(pixels, largest):
            centred = torch.from_numpy(part - mean)
            scatter += centred.T @ centred
        # By torch: numpy's threads wait by spinning, on a busy computer for seconds.
        values, vectors = torch.linalg.eigh(scatter / max(1, len(pixels) - 1))
        scale = float((100.0 / max(float(values.sum()), 1e-9)) ** 0.5)
        return cls(mean, vectors.flip(1)[:, :count].numpy(), scale, largest)

    def __call__(self, pixels: NDArray[np.uint8]) -> Float64Array:
        """(B, H, W, C) uint8 -> (B, 64)."""
        parts = [
            (part - self.mean) @ self.components * self.scale for part in _flat_parts(pixels, self.largest)
        ]
        features: Float64Array = np.concatenate(parts)
        return features


def _flat_parts(pixels: NDArray[np.uint8], largest: int) -> Iterator[Float64Array]:
    """(N, H, W, C) uint8 -> some (n, D) at a time, 0 to 1, D at most ``largest`` where the sides can be halved."""
    at_once = max(1, VALUES_AT_ONCE // pixels[0].size)
    for start in range(0, len(pixels), at_once):
        part: NDArray[Any] = pixels[start : start + at_once]
        while part[0].size > largest and part.shape[1] % 2 == 0:
            left = part[:, ::2, ::2].astype(np.float32) + part[:, 1::2, ::2]
            part = (left + part[:, ::2, 1::2] + part[:, 1::2, 1::2]) / 4
        yield part.reshape(len(part), -1).astype(np.float64) / 255.0
