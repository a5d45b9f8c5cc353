"""The gallery of a run as pictures in ``samples/``: many early ones, fewer later, never too much in all."""

from __future__ import annotations

import math
from pathlib import Path

import numpy as np

from gan.files import atomic_write
from gan.media.png import encode_png

GROWTH = 1.1  # a sheet where the run has a tenth more steps behind it than at the last one
LIMIT_BYTES = 200 * 2**20


class SampleSheets:
    """Keeps sheets evenly spaced in the logarithm of the step; over the limit, the most crowded ones go."""

    def __init__(self, folder: Path, limit_bytes: int = LIMIT_BYTES) -> None:
        self._folder = folder
        self._limit_bytes = limit_bytes
        self._next_step = 0.0
        if files := self.files():
            self._next_step = _step_of(files[-1]) * GROWTH

    def files(self) -> list[Path]:
        """The sheets that are kept, oldest first."""
        return sorted(self._folder.glob("step-*.png"))

    def offer(self, step: int, pixels: np.ndarray, *, always: bool = False) -> None:
        """Keep the gallery ``pixels (R, C, H, W, Ch)`` of that step, if it is time for one."""
        if step < self._next_step and not always:
            return
        self._next_step = step * GROWTH
        self._folder.mkdir(exist_ok=True)
        picture = encode_png(sheet_of(pixels), kind="generated")
        atomic_write(self._folder / f"step-{step:010d}.png", picture, durable=False)
        self._thin()

    def _thin(self) -> None:
        files = self.files()
        sizes = {file: file.stat().st_size for file in files}
        while len(files) > 2 and sum(sizes[file] for file in files) > self._limit_bytes:
            files.pop(_most_crowded([_step_of(file) for file in files])).unlink(missing_ok=True)


def _most_crowded(steps: list[int]) -> int:
    """The place, neither first nor last, whose neighbours are closest to each other on a logarithmic scale."""
    logs = [math.log1p(step) for step in steps]
    return min(range(1, len(steps) - 1), key=lambda place: logs[place + 1] - logs[place - 1])


def _step_of(file: Path) -> int:
    number = file.stem.removeprefix("step-")
    return int(number) if number.isdecimal() else 0


def sheet_of(pixels: np.ndarray) -> np.ndarray:
    """(R, C, H, W, Ch) -> (R·H, C·W, Ch)."""
    rows, columns, height, width, channels = pixels.shape
    return pixels.transpose(0, 2, 1, 3, 4).reshape(rows * height, columns * width, channels)
