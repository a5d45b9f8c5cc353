"""A viewer's line to the inference thread: it asks for pictures, and the newest question wins."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QObject, Signal

from studio.controllers.latest_wins import Request


@dataclass(frozen=True, slots=True, eq=False)
class PicturesMade:
    """Pictures ``start`` to ``start + len(pixels)`` of the ``total`` that were asked for under ``tag``."""

    tag: object
    start: int
    total: int
    pixels: np.ndarray  # (n, H, W, C) uint8
    probabilities: np.ndarray | None  # (n, K) float32
    fingerprint: str  # of the generator that drew them


class PictureChannel(QObject):
    """One per viewer. Long requests are answered in parts, so that more urgent channels get between."""

    made = Signal(object)  # PicturesMade
    was_read = Signal(
        object
    )  # class probabilities (n, K) float32 of what was made last; None without a judge

    def __init__(self, ask: Callable[[PictureChannel, Request], None], parent: QObject) -> None:
        super().__init__(parent)
        self._ask = ask

    def ask(
        self,
        z: np.ndarray,
        mix: np.ndarray,
        *,
        read: bool = False,
        read_after: bool = False,
        exact: bool = False,
        tag: object = None,
    ) -> None:
        """Ask for latents (B, Z) under mix (B, K); replaces what was asked before and has not begun.

        With ``read`` the pictures bring what the judge takes them for; with ``read_after`` they do not wait for it,
        and ``was_read`` follows.
        """
        self._ask(self, Request(z, mix, read, read_after, exact, tag))
