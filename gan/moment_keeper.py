"""Keeps moments of a run that goes on: many early ones, fewer later, never too much in all."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np

from gan.files import atomic_write
from gan.media.png import encode_png
from gan.run_folder import RunFolder, step_of
from gan.sheet import sheet_of
from gan.thinning import crowded_out

GROWTH = 1.06  # a moment where the run has so much more behind it than at the last one
LIMIT_BYTES = 140 * 2**20  # with the older checkpoints, 200 MB of history


class MomentKeeper:
    """Writes a gallery and a generator a moment; over the limit, the most crowded ones go, those pinned never."""

    def __init__(self, folder: RunFolder, limit_bytes: int = LIMIT_BYTES) -> None:
        self._folder = folder
        self._limit_bytes = limit_bytes
        self._next_step = 0.0

    def begin_at(self, step: int) -> None:
        """The run begins or goes on at this step; later moments go, for it has not come so far (those pinned stay)."""
        files = self._files_by_step()
        for later in files.keys() - self._folder.pinned_steps():
            if later > step:
                _unlink(files.pop(later))
        self._next_step = max((kept for kept in files if kept <= step), default=0) * GROWTH

    def is_due(self, step: int) -> bool:
        """Whether it is time for one."""
        return step >= self._next_step

    def keep(self, step: int, pixels: np.ndarray, write_generator: Callable[[Path], object]) -> None:
        """The gallery ``pixels (R, C, H, W, Ch)`` of that step, and its generator."""
        self._next_step = step * GROWTH
        self._folder.moments.mkdir(exist_ok=True)
        self._folder.samples.mkdir(exist_ok=True)
        write_generator(self._folder.moment_file(step))
        picture = encode_png(sheet_of(pixels), kind="generated")
        atomic_write(self._folder.frame_file(step), picture, durable=False)
        self._thin()

    def _thin(self) -> None:
        files = self._files_by_step()
        sizes = {step: sum(file.stat().st_size for file in of_step) for step, of_step in files.items()}
        for step in crowded_out(sizes, self._limit_bytes, self._folder.pinned_steps()):
            _unlink(files[step])

    def _files_by_step(self) -> dict[int, list[Path]]:
        files: dict[int, list[Path]] = {}
        for file in (
            *self._folder.samples.glob("step-*.png"),
            *self._folder.moments.glob("step-*.safetensors"),
        ):
            files.setdefault(step_of(file), []).append(file)
        return files


def _unlink(files: list[Path]) -> None:
    for file in files:
        file.unlink(missing_ok=True)
