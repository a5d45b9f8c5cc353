"""What can be measured of a drawn shape: slant, stroke thickness, ink, width, height. Plain numpy."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

MEASURES = ("slant", "thickness", "ink", "width", "height")


def measure_shapes(pixels: NDArray[np.uint8]) -> NDArray[np.float64]:
    """(B, H, W, C) uint8 -> (B, 5) in the order of :data:`MEASURES`.

    Slant is the shear that leans the shape to the right (0 = upright), ink the mean brightness in 0…1; thickness,
    width and height are in pixels: width and height are standard deviations of the ink about its centre (width with
    the slant taken out), thickness is twice the area over the outline (total variation), which for a long even
    stroke is its breadth. Blank pictures measure 0.
    """
    light = pixels.astype(np.float64).mean(axis=3) / 255.0
    rows, columns = np.arange(light.shape[1]), np.arange(light.shape[2])
    area = light.sum(axis=(1, 2))
    safe_area = np.maximum(area, 1e-6)
    centre_x = (light.sum(axis=1) @ columns) / safe_area
    centre_y = (light.sum(axis=2) @ rows) / safe_area
    x = columns[None, :] - centre_x[:, None]
    y = centre_y[:, None] - rows[None, :]  # upwards
    xx = np.einsum("bhw,bw->b", light, x**2) / safe_area
    yy = np.einsum("bhw,bh->b", light, y**2) / safe_area
    xy = np.einsum("bhw,bh,bw->b", light, y, x) / safe_area
    safe_yy = np.maximum(yy, 1e-6)
    padded = np.pad(light, ((0, 0), (1, 1), (1, 1)))
    across = np.diff(padded, axis=2)[:, 1:, :]
    down = np.diff(padded, axis=1)[:, :, 1:]
    outline = np.sqrt(across**2 + down**2).sum(axis=(1, 2))
    thickness = 2.0 * area / np.maximum(outline, 1e-6)
    width = np.sqrt(np.maximum(xx - xy**2 / safe_yy, 0.0))
    return np.stack([xy / safe_yy, thickness, light.mean(axis=(1, 2)), width, np.sqrt(yy)], axis=1)


def standardised_within_class(
    measures: NDArray[np.float64], labels: NDArray[np.int64]
) -> NDArray[np.float64]:
    """Each column with mean 0 and standard deviation 1 in every class: (B, M), (B,) -> (B, M)."""
    standardised = np.zeros_like(measures)
    for label in np.unique(labels):
        own = measures[labels == label]
        standardised[labels == label] = (own - own.mean(axis=0)) / np.maximum(own.std(axis=0), 1e-9)
    return standardised
