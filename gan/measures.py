"""What can be measured of a picture: the drawn shape of grey ones, colour and detail of the others. Plain numpy."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

MEASURES = ("slant", "thickness", "ink", "width", "height")
COLOUR_MEASURES = ("brightness", "hue", "detail")
SPRITE_MEASURES = (*COLOUR_MEASURES, "coverage")
_LUMA = np.array([0.2126, 0.7152, 0.0722], dtype=np.float32)  # of red, green and blue, ITU-R BT.709


def measure_names(channels: int) -> tuple[str, ...]:
    """What is measured of pictures with so many channels: 3 is RGB, 4 is RGBA."""
    return {3: COLOUR_MEASURES, 4: SPRITE_MEASURES}.get(channels, MEASURES)


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


def measure_colours(pixels: NDArray[np.uint8]) -> NDArray[np.float64]:
    """(B, H, W, 3 or 4) uint8 -> (B, 4 or 5): brightness, two numbers of chroma, detail and, of RGBA, coverage.

    Brightness is the mean luma in 0…1; chroma the mean colour on the plane of hues, red at (1, 0) and yellow, green
    and the rest counterclockwise from there; detail how much the luma of neighbouring pixels differs; coverage the
    mean alpha. Colours count as far as they are opaque.
    """
    values = pixels.astype(np.float32) / np.float32(255.0)
    alpha = values[..., 3] if values.shape[3] == 4 else np.ones(values.shape[:3], dtype=np.float32)
    coverage = alpha.mean(axis=(1, 2), dtype=np.float64)
    means = np.einsum("bhwc,bhw->bc", values[..., :3], alpha) / alpha[0].size
    red, green, blue = (means / np.maximum(coverage, 1e-6)[:, None]).T.astype(np.float64)
    luma = values[..., :3] @ _LUMA * alpha
    across = np.abs(np.diff(luma, axis=2)).mean(axis=(1, 2), dtype=np.float64)
    down = np.abs(np.diff(luma, axis=1)).mean(axis=(1, 2), dtype=np.float64)
    brightness = _LUMA[0] * red + _LUMA[1] * green + _LUMA[2] * blue
    chroma = (red - (green + blue) / 2, (green - blue) * np.sqrt(0.75))
    measures = np.stack([brightness, *chroma, (across + down) / 2, coverage], axis=1)
    return measures[:, : values.shape[3] + 1]


def with_hue(colours: NDArray[np.float64], labels: NDArray[np.int64]) -> NDArray[np.float64]:
    """What :func:`measure_colours` gives, with hue for chroma: (N, M + 1), (N,) -> (N, M).

    Hue is what a straight line can say of an angle: where the pictures of a class have a colour in common, how far
    their chroma lies to its side, from red to yellow to green; else where it lies along the line on which it varies
    most, red being positive.
    """
    hue = np.zeros(len(colours))
    for label in np.unique(labels):
        own = colours[labels == label, 1:3]
        hue[labels == label] = own @ _line_of_hue(own)
    return np.concatenate([colours[:, :1], hue[:, None], colours[:, 3:]], axis=1)


def _line_of_hue(chroma: NDArray[np.float64]) -> NDArray[np.float64]:
    """Chroma (N, 2) of pictures of one class -> the direction (2,) in which their hue changes most."""
    mean, away = chroma.mean(axis=0), chroma - chroma.mean(axis=0)
    length = float(np.linalg.norm(mean))
    if length > np.sqrt((away**2).sum(axis=1).mean()):
        return np.array([-mean[1], mean[0]]) / length
    line: NDArray[np.float64] = np.linalg.eigh(away.T @ away)[1][:, 1]
    return line if line[0] >= 0 else -line


def standardised_within_class(
    measures: NDArray[np.float64], labels: NDArray[np.int64]
) -> NDArray[np.float64]:
    """Each column with mean 0 and standard deviation 1 in every class: (B, M), (B,) -> (B, M)."""
    standardised = np.zeros_like(measures)
    for label in np.unique(labels):
        own = measures[labels == label]
        standardised[labels == label] = (own - own.mean(axis=0)) / np.maximum(own.std(axis=0), 1e-9)
    return standardised
