"""One page of the gallery as a value: its pictures, and where each of them comes from."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from gan.events import GalleryLatents


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class GallerySheet:
    """``pixels (R, C, H, W, Ch)`` uint8, None before the first; ``seeds (R, C)`` with a number for each cell."""

    latents: GalleryLatents
    picture_px: tuple[int, int]  # height, width
    seeds: np.ndarray
    pixels: np.ndarray | None = None
    step: int = 0
    drawn_by: str = ""
