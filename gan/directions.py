"""Straight directions in z that move one measure of the pictures in every class alike, fitted by least squares."""

from __future__ import annotations

import numpy as np

from gan.config import ModelConfig
from gan.latents import MeasuredDirections, gaussian, one_hot
from gan.measures import (
    measure_colours,
    measure_names,
    measure_shapes,
    standardised_within_class,
    with_hue,
)

PICTURES = 3072
HELD_OUT = 512
CHUNK = 16  # drawn and measured in less than 5 ms: between two chunks a window may ask for pictures
SEED = 20_021


class DirectionsFit:
    """Feed it pictures of :attr:`z`, :attr:`mix` chunk by chunk, then :meth:`solve`."""

    def __init__(self, model: ModelConfig) -> None:
        self.z = gaussian(SEED, PICTURES, model.z_size)
        self.labels = np.arange(PICTURES) % model.classes
        self.mix = np.stack([one_hot(int(label), model.classes) for label in self.labels])
        self.names = measure_names(model.channels)
        self._has_colours = model.channels >= 3
        self._measures: list[np.ndarray] = []

    def add(self, pixels: np.ndarray) -> None:
        """The pictures (B, H, W, C) of the next B latents."""
        self._measures.append((measure_colours if self._has_colours else measure_shapes)(pixels))

    def solve(self) -> MeasuredDirections:
        """Least squares of each measure, standardised within class, on z; R² on pictures left out of the fit.

        With gradient w of a measure, the step that moves it by one standard deviation is w / |w|².
        """
        raw = np.concatenate(self._measures)
        if self._has_colours:
            raw = with_hue(raw, self.labels)
        measures = standardised_within_class(raw, self.labels)
        inputs = np.hstack([self.z.astype(np.float64), np.ones((PICTURES, 1))])
        fitted, held_out = slice(0, PICTURES - HELD_OUT), slice(PICTURES - HELD_OUT, PICTURES)
        # Standard normal inputs are as well-conditioned as can be, and a decomposition would take 100 times as long.
        known = inputs[fitted]
        weights = np.linalg.solve(known.T @ known, known.T @ measures[fitted])
        residuals = measures[held_out] - inputs[held_out] @ weights
        r2 = 1.0 - residuals.var(axis=0) / np.maximum(measures[held_out].var(axis=0), 1e-9)
        gradients = weights[:-1].T
        vectors = gradients / np.maximum((gradients**2).sum(axis=1, keepdims=True), 1e-6)
        return MeasuredDirections(self.names, vectors.astype(np.float32), r2.astype(np.float32))
