"""How a painting came to be: its strokes appearing dab by dab, the lowest layer first, as frames of a loop."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Qt

from studio.document.artwork import Artwork, Stroke
from studio.document.export import Progress, pixels_of
from studio.document.painter import (
    StrokePainter,
    blank_image,
    lay_sheet,
    paper_colour,
    sheet_size,
)
from studio.document.stroke_builder import ERASER_SPACING

HOLD_S = 1.5  # that the whole painting is looked at before it begins again
LEAST_S, MOST_S = 2, 30


@dataclass(frozen=True, slots=True)
class TimelapseOrder:
    """``side_px``: of the longer side; ``seconds`` from the first dab to the last; the suffix says as what."""

    artwork: Artwork
    path: Path
    on_paper: bool
    side_px: int
    seconds: int
    fps: int

    @property
    def scale(self) -> float:
        return min(1.0, self.side_px / max(self.artwork.width, self.artwork.height))

    @property
    def frame_count(self) -> int:
        return self.seconds * self.fps + round(HOLD_S * self.fps)

    @property
    def size(self) -> tuple[int, int]:
        size = sheet_size(self.artwork, self.scale)
        return size.width(), size.height()


def export_timelapse(order: TimelapseOrder, progress: Progress | None = None) -> Path:
    """Write it, in any thread: whole or not at all. UserError and OSError say why not."""
    from gan.media.loop import save_loop

    total = 2 * order.frame_count
    frames = []
    for frame in _frames(order):
        frames.append(frame)
        if progress is not None:
            progress(len(frames), total)
    frames += [frames[-1]] * (order.frame_count - len(frames))

    def report(done: int, _: int) -> None:
        if progress is not None:
            progress(order.frame_count + done, total)

    save_loop(order.path, frames, fps=order.fps, kind="composite", progress=report)
    return order.path


def _frames(order: TimelapseOrder) -> Iterator[NDArray[np.uint8]]:
    """The last one shows everything; each dab is painted once."""
    artwork, painter = order.artwork, StrokePainter(order.scale)
    layers = [layer for layer in artwork.layers if layer.visible]
    size = sheet_size(artwork, order.scale)
    opaque = order.on_paper and artwork.paper is not None
    ground = paper_colour(artwork) if order.on_paper else Qt.GlobalColor.transparent
    sheets = [blank_image(size) for _ in layers]
    steps = [(place, stroke) for place, layer in enumerate(layers) for stroke in layer.strokes]
    painted = stroke_number = dab = 0
    for target in _dabs_by_frame([stroke for _, stroke in steps], order.seconds * order.fps):
        while painted < target:
            place, stroke = steps[stroke_number]
            stop = min(len(stroke.dabs), dab + target - painted)
            painter.paint_stroke(stroke, sheets[place], first=dab, stop=stop)
            painted, dab = painted + stop - dab, stop
            if dab == len(stroke.dabs):
                stroke_number, dab = stroke_number + 1, 0
        image = blank_image(size, ground)
        for layer, sheet in zip(layers, sheets, strict=True):
            lay_sheet(image, layer, sheet, image.rect())
        yield pixels_of(image, opaque=opaque)


def _dabs_by_frame(strokes: list[Stroke], frame_count: int) -> list[int]:
    """How many dabs each frame shows. An eraser sets its dabs so densely that they would take all the time."""
    shares = [
        np.full(len(stroke.dabs), ERASER_SPACING if stroke.kind == "erase" else stroke.brush.spacing)
        for stroke in strokes
    ]
    times = np.cumsum(np.concatenate([np.zeros(0), *shares]))
    ends = np.arange(1, frame_count) / frame_count * (times[-1] if len(times) else 0.0)
    return [*np.searchsorted(times, ends).tolist(), len(times)]
