"""Pictures of any shape as squares: cropped, padded or stretched, by torchvision's transforms."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray
from PIL import Image

Squarer = Callable[[Image.Image], Image.Image]


def squarer(image_size: int, fit: str) -> Squarer:
    """What turns one picture (L, RGB or RGBA) into ``image_size`` by ``image_size``. Loads torch.

    "crop" keeps the middle, "pad" the whole on the mean colour of its edge (or on nothing, where it is transparent),
    "stretch" the whole, squeezed. Colours are weighed by opacity, as Pillow does for RGBA.
    """
    from gan.vision import v2

    lanczos = v2.InterpolationMode.LANCZOS
    to_size = v2.Resize((image_size, image_size), interpolation=lanczos)

    def cropped(picture: Image.Image) -> Image.Image:
        return to_size(v2.functional.center_crop(picture, [min(picture.size)] * 2))

    def padded(picture: Image.Image) -> Image.Image:
        width, height = (max(1, round(side * image_size / max(picture.size))) for side in picture.size)
        smaller = v2.functional.resize(picture, [height, width], interpolation=lanczos)
        left, top = (image_size - width) // 2, (image_size - height) // 2
        margins = [left, top, image_size - width - left, image_size - height - top]
        return v2.functional.pad(smaller, margins, fill=edge_colour(smaller))

    return {"crop": cropped, "pad": padded, "stretch": to_size}[fit]


def edge_colour(picture: Image.Image) -> list[int]:
    """The mean of the outermost pixels, or fully transparent for a picture that has transparency."""
    pixels = np.atleast_3d(np.asarray(picture))
    if pixels.shape[2] == 4:
        return [0, 0, 0, 0]
    edge = np.concatenate([pixels[0], pixels[-1], pixels[:, 0], pixels[:, -1]])
    return [round(float(level)) for level in edge.mean(axis=0)]


def fewest_channels(picture: Image.Image) -> NDArray[np.uint8]:
    """(H, W, 1), (H, W, 3) or (H, W, 4): no colour where all is grey, no opacity where all is opaque."""
    pixels = np.atleast_3d(np.asarray(picture, dtype=np.uint8))
    if pixels.shape[2] == 4 and (pixels[..., 3] == 255).all():
        pixels = pixels[..., :3]
    if pixels.shape[2] == 3 and (pixels == pixels[..., :1]).all():
        pixels = pixels[..., :1]
    return pixels


def with_channels(pixels: NDArray[np.uint8], channels: int) -> NDArray[np.uint8]:
    """(..., C) with as many channels or more: grey in all colours, opaque."""
    have = pixels.shape[-1]
    if have == channels:
        return pixels
    colours = np.repeat(pixels, 3, axis=-1) if have == 1 else pixels
    if channels == 3:
        return colours
    return np.concatenate([colours, np.full_like(colours[..., :1], 255)], axis=-1)
