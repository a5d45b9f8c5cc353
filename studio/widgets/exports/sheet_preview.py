"""A sheet as it will leave, small: how its pictures lie, and on what."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from PySide6.QtWidgets import QWidget

from studio.frame_look import FrameLook
from studio.sheet_layout import SheetLayout
from studio.widgets.pictures.dressed_picture import SIDE_PX, ExportPreview, image_of


class SheetPreview(ExportPreview):
    """Before there are pictures it says what it waits for."""

    def __init__(self, waiting: str, parent: QWidget | None = None) -> None:
        super().__init__(waiting, parent=parent)
        self._frames: np.ndarray | None = None

    def show_frames(self, frames: np.ndarray) -> None:
        """(N, H, W, C) uint8."""
        self._frames = frames

    def show_layout(self, layout: SheetLayout, look: FrameLook) -> None:
        """Lay them out so, as far as so small a picture can show it."""
        if self._frames is None:
            return
        across = max(layout.columns * self._frames.shape[2], layout.rows * self._frames.shape[1])
        wanted = -(-round(SIDE_PX * self.devicePixelRatioF()) // across)
        small = replace(look, scale=min(wanted, look.scale))
        gap = round(layout.gap_px * small.scale / look.scale)
        dressed = np.stack([small.dress(frame) for frame in self._frames])
        cell = (dressed.shape[1], dressed.shape[2])
        ground = small.dress(np.zeros_like(self._frames[0]))[0, 0]
        self.show_image(image_of(replace(layout, cell_px=cell, gap_px=gap).compose(dressed, ground)))
