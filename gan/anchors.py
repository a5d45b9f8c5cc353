"""Sheets mixed from a few chosen latents: free anchors, and the plane through three of them. Plain numpy."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from gan.latents import FloatArray, Latent

LEAST_WEIGHT, MOST_WEIGHT = 0.1, 10.0
_CORNERS = np.array([(0.0, 2.0), (np.sqrt(3.0), -1.0), (-np.sqrt(3.0), -1.0)])


@dataclass(frozen=True, slots=True)
class Anchor:
    """A latent at a place (u, v) of a sheet; a larger ``weight`` makes it reach further."""

    place: tuple[float, float]
    latent: Latent
    weight: float = 1.0


class AnchorPlane:
    """A sheet on which every anchor's own place shows exactly its latent, and other places a mixture of all.

    An anchor counts with its weight divided by the squared distance (Shepard 1968), so that its pull falls smoothly
    and no other one has any at its own place.
    """

    def __init__(self, anchors: Sequence[Anchor]) -> None:
        assert anchors, "a mixture is of something"
        self._places = np.array([anchor.place for anchor in anchors], dtype=np.float64)
        self._pulls = np.array([anchor.weight for anchor in anchors], dtype=np.float64)
        self._mixture = _Mixture([anchor.latent for anchor in anchors])

    def weights_at(self, places: ArrayLike) -> NDArray[np.float64]:
        """How much each anchor counts at places (N, 2): (N, A), rows sum to 1."""
        way = np.asarray(places, dtype=np.float64)[:, None, :] - self._places
        squares = (way**2).sum(axis=2)
        nearest = squares.min(axis=1, keepdims=True)
        weights = self._pulls * np.divide(
            nearest, squares, out=np.ones_like(squares), where=squares > nearest
        )
        return weights / weights.sum(axis=1, keepdims=True)

    def latents_at(self, places: ArrayLike) -> tuple[FloatArray, FloatArray]:
        """Styles (N, Z) and class mixes (N, K) at places (N, 2)."""
        return self._mixture.of(self.weights_at(places))


class ThreePointPlane:
    """The plane through three latents, which lie at the corners of an equilateral triangle around the middle.

    The corners show exactly their latents; beyond the triangle the plane goes on.
    """

    corners: tuple[tuple[float, float], ...] = tuple((float(u), float(v)) for u, v in _CORNERS)

    def __init__(self, latents: Sequence[Latent]) -> None:
        assert len(latents) == 3, "a plane goes through three points"
        self._mixture = _Mixture(latents)
        self._to_weights = np.linalg.inv(np.vstack([_CORNERS.T, np.ones(3)]))

    def weights_at(self, places: ArrayLike) -> NDArray[np.float64]:
        """Barycentric weights (N, 3) at places (N, 2): rows sum to 1, beyond the triangle some are negative."""
        places64 = np.asarray(places, dtype=np.float64)
        weights = np.column_stack([places64, np.ones(len(places64))]) @ self._to_weights.T
        return np.round(weights, 12)  # exactly 1 and 0 at the corners

    def latents_at(self, places: ArrayLike) -> tuple[FloatArray, FloatArray]:
        """Styles (N, Z) and class mixes (N, K) at places (N, 2)."""
        return self._mixture.of(self.weights_at(places))


class _Mixture:
    """Weighted sums of latents. A style is as long as the weighted lengths say, since the sum alone is too short.

    Shares of a class never fall below zero.
    """

    def __init__(self, latents: Sequence[Latent]) -> None:
        self._z = np.stack([latent.z for latent in latents]).astype(np.float64)
        self._mixes = np.stack([latent.mix for latent in latents]).astype(np.float64)
        self._lengths = np.linalg.norm(self._z, axis=1)

    def of(self, weights: NDArray[np.float64]) -> tuple[FloatArray, FloatArray]:
        """Weights (N, A) -> styles (N, Z) and class mixes (N, K)."""
        z, mixes = weights @ self._z, weights @ self._mixes
        lengths = np.linalg.norm(z, axis=1)
        wanted = np.maximum(weights @ self._lengths, 0.0)
        scale = np.divide(wanted, lengths, out=np.ones_like(wanted), where=lengths > 1e-6 * wanted)
        beyond = (mixes < 0).any(axis=1)
        inside = np.clip(mixes[beyond], 0.0, None)
        mixes[beyond] = inside / inside.sum(axis=1, keepdims=True)
        alone = weights == 1.0  # nothing is left to rounding where one latent is meant
        rows, whose = np.nonzero(alone)
        z *= scale[:, None]
        z[rows], mixes[rows] = self._z[whose], self._mixes[whose]
        return z.astype(np.float32), mixes.astype(np.float32)
