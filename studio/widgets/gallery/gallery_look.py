"""How the pictures of the gallery are looked at: contrast, inversion, and what D looks at as heat."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PySide6.QtGui import QColor, QImage

from studio.images import ink_grid

MIDDLE_GREY = 127.5
MOST_HEAT_ALPHA = 0.85
HEAT_FALL = 2.0  # the power that lets what matters little go cold
FADED = 0.45  # how much of the ink stays under the heat


@dataclass(frozen=True, slots=True)
class GalleryLook:
    """``contrast`` 1 and not ``inverted`` is what the generator drew."""

    contrast: float = 1.0
    inverted: bool = False

    def applied(self, pixels: np.ndarray) -> np.ndarray:
        """uint8 of any shape, about middle grey; transparency is left alone."""
        if self.contrast == 1.0 and not self.inverted:
            return pixels
        levels = np.arange(256, dtype=np.float32)
        levels = np.clip((levels - MIDDLE_GREY) * self.contrast + MIDDLE_GREY, 0, 255)
        if self.inverted:
            levels = 255 - levels
        seen = np.rint(levels).astype(np.uint8)[pixels]
        if pixels.shape[-1] == 4:
            seen[..., 3] = pixels[..., 3]
        return seen


def heat_grid(heat: np.ndarray, warm: QColor) -> QImage:
    """(R, C, H, W) in 0…1 to one picture of R rows and C columns, in one colour that is clear where nothing is."""
    alpha = np.rint(255 * MOST_HEAT_ALPHA * np.clip(heat, 0.0, 1.0) ** HEAT_FALL).astype(np.uint8)
    return ink_grid(alpha[..., None], warm)
