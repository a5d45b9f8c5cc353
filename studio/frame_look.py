"""How pictures are dressed to leave the studio: how large, with which edges, and on what ground."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QColor

from studio.images import crisp_alpha
from studio.tokens import DARK

Edges = Literal["crisp", "pixels"]
Ground = Literal["paper", "transparent", "plain"]
GROUNDS: tuple[Ground, ...] = ("paper", "transparent", "plain")
Pixels = NDArray[np.uint8]

PAPER, INK = DARK.paper, DARK.ink  # of a new sheet in Paint: a file does not follow the theme of the window
LEAST_SCALE, MOST_SCALE = 1, 16


@dataclass(frozen=True, slots=True)
class FrameLook:
    """``scale`` pixels for one; "crisp" and "paper" mean ink, which only grey pictures are made of.

    "plain" is the picture as it was made; "paper" lies under ink, and under what is transparent.
    """

    scale: int = 8
    edges: Edges = "crisp"
    ground: Ground = "paper"

    def dress(self, pixels: Pixels) -> Pixels:
        """(H, W, C) -> (H·scale, W·scale, C'), 1 to 4 channels, alpha not multiplied in."""
        if pixels.shape[2] == 1:
            return self._dress_ink(pixels[..., 0])
        if pixels.shape[2] == 2:
            pixels = pixels[..., [0, 0, 0, 1]]
        large = pixels.repeat(self.scale, axis=0).repeat(self.scale, axis=1)
        if pixels.shape[2] == 4 and self.ground == "paper":
            return _over(_rgb(PAPER), large[..., :3], large[..., 3])
        return large

    def _dress_ink(self, alpha: Pixels) -> Pixels:
        if self.edges == "crisp":
            large = crisp_alpha(alpha, self.scale)
        else:
            large = alpha.repeat(self.scale, axis=0).repeat(self.scale, axis=1)
        if self.ground == "plain":
            return large[..., None]
        if self.ground == "paper":
            return _over(_rgb(PAPER), _rgb(INK), large)
        return np.dstack([np.broadcast_to(_rgb(INK), (*large.shape, 3)), large])

    def size_of(self, height: int, width: int) -> tuple[int, int]:
        """Height and width of a dressed picture."""
        return height * self.scale, width * self.scale


def _rgb(hex_code: str) -> Pixels:
    ink = QColor(hex_code)
    return np.array([ink.red(), ink.green(), ink.blue()], np.uint8)


def _over(ground: Pixels, ink: Pixels, alpha: Pixels) -> Pixels:
    """Colours (…, 3) laid on a ground (3,) by alpha (H, W): (H, W, 3)."""
    share = alpha[..., None].astype(np.uint16)
    return ((ink * share + ground * (255 - share) + 127) // 255).astype(np.uint8)
