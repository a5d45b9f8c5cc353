"""What a search is asked for, and what it has found so far: plain values."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from gan.latents import Latent


@dataclass(frozen=True, slots=True, eq=False)
class Wanted:
    """A drawn or foreign picture to find: ``pixels (H, W, C)`` uint8 of any size, with 1, 3 or 4 channels.

    ``label``: only in this class; None: in any. ``near``: start around this latent instead of everywhere.
    """

    pixels: NDArray[np.uint8]
    label: int | None = None
    near: Latent | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Found:
    """The candidates after ``step`` of ``steps``. Those that stay keep their place from one to the next.

    ``pixels (N, H, W, C)`` uint8; ``nearness (N,)``: 1 for a picture that is the wanted one, 0 for one that is no
    nearer to it than an empty sheet.
    """

    latents: tuple[Latent, ...]
    pixels: NDArray[np.uint8]
    nearness: NDArray[np.float32]
    step: int
    steps: int

    @property
    def is_last(self) -> bool:
        """Nothing gets better after this."""
        return self.step == self.steps
