"""A loop of pictures on its way to a file: what was asked for, what it will come to, and the writing of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Literal, overload

import numpy as np
from numpy.typing import NDArray

from gan.latents import Latent
from gan.media.loop import MOST_PIXELS, Order, loop_size, play_order, save_frames, save_loop
from gan.media.png import encode_png
from studio.document.travel import latents_between
from studio.frame_look import FrameLook

Form = Literal[".gif", ".png", ".webp", ".mp4", "frames"]
Playing = Literal["forward", "reverse", "ping-pong", "seamless"]
FORMS: tuple[Form, ...] = (".gif", ".png", ".webp", ".mp4", "frames")
PLAYINGS: tuple[Playing, ...] = ("forward", "reverse", "ping-pong", "seamless")

Progress = Callable[[int, int], None]
_FINE = 33  # latents by which the way back is measured
_SAMPLED = 6  # frames from which the size of the whole is told


@dataclass(frozen=True, slots=True, eq=False)
class LoopOrder:
    """``frames (N, H, W, C)`` as a generator drew them, and how they are to be shown; "frames" is a folder of PNGs."""

    frames: NDArray[np.uint8]
    path: Path
    form: Form
    order: Order
    fps: float
    look: FrameLook

    @property
    def shown(self) -> list[int]:
        """The frames of one round, by number."""
        return play_order(len(self.frames), self.order)

    @property
    def size(self) -> tuple[int, int]:
        """Width and height of the file's pictures."""
        height, width = self.look.size_of(*self.frames.shape[1:3])
        return width, height

    @property
    def is_too_large(self) -> bool:
        """More pixels than one loop may have."""
        width, height = self.size
        return len(self.frames) * width * height > MOST_PIXELS


class _Dressed(Sequence[NDArray[np.uint8]]):
    """Each frame is dressed when it is asked for: all of them at once would fill the memory."""

    def __init__(self, frames: NDArray[np.uint8], look: FrameLook) -> None:
        self._frames, self._look = frames, look

    def __len__(self) -> int:
        return len(self._frames)

    @overload
    def __getitem__(self, index: int) -> NDArray[np.uint8]: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[NDArray[np.uint8]]: ...

    def __getitem__(self, index: int | slice) -> NDArray[np.uint8] | Sequence[NDArray[np.uint8]]:
        if isinstance(index, slice):
            return _Dressed(self._frames[index], self._look)
        return self._look.dress(self._frames[index])


def export_loop(order: LoopOrder, progress: Progress | None = None) -> Path:
    """Write it, in any thread: whole or not at all. UserError and OSError say why not."""
    frames = _Dressed(order.frames, order.look)
    if order.form == "frames":
        save_frames(order.path, frames, order=order.order, progress=progress)
    else:
        save_loop(order.path, frames, fps=order.fps, order=order.order, progress=progress)
    return order.path


def estimated_bytes(order: LoopOrder) -> int:
    """About how large the file will be, from a few frames of its middle, which follow each other as all will."""
    start = max(len(order.frames) // 2 - _SAMPLED // 2, 0)
    frames = list(_Dressed(order.frames[start : start + _SAMPLED], order.look))
    first, all_of_them = _bytes_of(order, frames[:1]), _bytes_of(order, frames)
    if len(frames) == 1:
        return first
    return first + round((all_of_them - first) / (len(frames) - 1) * (len(order.shown) - 1))


def _bytes_of(order: LoopOrder, frames: Sequence[NDArray[np.uint8]]) -> int:
    if order.form == "frames":
        return sum(len(encode_png(frame, kind="generated")) for frame in frames)
    return loop_size(order.form, frames, fps=order.fps)


def closing_latents(latents: Sequence[Latent]) -> list[Latent]:
    """What leads from the last latent back to the first in steps like those between them; none where it is one step.

    UserError where they come from generators that differ.
    """
    if len(latents) < 3:
        return []
    step = _length(latents) / (len(latents) - 1)
    if step == 0.0:
        return []
    last, first = latents[-1], latents[0]
    way = _between(last, first, np.linspace(0.0, 1.0, _FINE))
    count = min(round(_length(way) / step) - 1, len(latents))
    return _between(last, first, np.arange(1, count + 1) / (count + 1)) if count > 0 else []


def _between(a: Latent, b: Latent, places: NDArray[np.float64]) -> list[Latent]:
    z, mix = latents_between(a, b, places)
    return [Latent(*both) for both in zip(z, mix, strict=True)]


def _length(way: Sequence[Latent]) -> float:
    """Of a way from latent to latent."""
    return sum(_distance(a, b) for a, b in pairwise(way))


def _distance(a: Latent, b: Latent) -> float:
    """How far apart two latents are: in style by the typical length of one, in class by what changes sides."""
    return float(
        np.linalg.norm(a.z.astype(float) - b.z) / a.z.size**0.5
        + 0.5 * np.abs(a.mix.astype(float) - b.mix).sum()
    )
