"""A sheet of made pictures on its way to a file, and beside it which latent lies where."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from gan.files import atomic_file, atomic_write, dump_json
from gan.latents import Latent
from gan.media.png import encode_png
from gan.media.provenance import SOURCE_TYPES, TOOL
from studio.frame_look import FrameLook
from studio.sheet_layout import SheetLayout

FORMAT, FORMAT_VERSION = "latent-studio-sheet", 1
Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True, eq=False)
class SheetOrder:
    """``frames (N, H, W, C)`` as a generator drew them for the latents, and how they are to lie on the sheet."""

    frames: NDArray[np.uint8]
    latents: Sequence[Latent]
    columns: int
    gap_px: int
    look: FrameLook
    path: Path
    with_latents: bool
    generator_name: str
    fingerprint: str

    @property
    def layout(self) -> SheetLayout:
        """Where each picture lies."""
        height, width = self.look.size_of(*self.frames.shape[1:3])
        return SheetLayout(len(self.frames), self.columns, (height, width), self.gap_px)

    @property
    def latents_path(self) -> Path:
        """The JSON beside the picture."""
        return self.path.with_suffix(".json")


def export_sheet(order: SheetOrder, progress: Progress | None = None) -> Path:
    """Write it, in any thread: an error, which OSError says, leaves neither file."""
    dressed = []
    for done, frame in enumerate(order.frames, start=1):
        dressed.append(order.look.dress(frame))
        if progress is not None:
            progress(done, len(order.frames))
    ground = order.look.dress(np.zeros_like(order.frames[0]))[0, 0]
    png = encode_png(order.layout.compose(np.stack(dressed), ground), kind="generated")
    with atomic_file(order.path) as picture:
        picture.write(png)
        if progress is not None:
            progress(
                len(dressed), len(dressed)
            )  # encoding may have taken long: it can be called off till here
        if order.with_latents:
            atomic_write(order.latents_path, dump_json(_described(order)))
    return order.path


def _described(order: SheetOrder) -> dict[str, object]:
    """As the hash of a sprite sheet is laid out elsewhere: frames by where they lie, and whence they come."""
    layout, (height, width) = order.layout, order.layout.cell_px
    return {
        "format": FORMAT,
        "format_version": FORMAT_VERSION,
        "picture": order.path.name,
        "width": layout.size[0],
        "height": layout.size[1],
        "rows": layout.rows,
        "columns": layout.columns,
        "gap": layout.gap_px,
        "frames": [
            {
                "row": row,
                "column": column,
                "x": x,
                "y": y,
                "width": width,
                "height": height,
                "latent": latent.to_text(),
            }
            for (row, column, x, y), latent in zip(layout.places(), order.latents, strict=True)
        ],
        "generator": {"name": order.generator_name, "fingerprint": order.fingerprint},
        "creator_tool": TOOL,
        "digital_source_type": SOURCE_TYPES["generated"],
    }
