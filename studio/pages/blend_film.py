"""The way from A to B in sixteen pictures, along the lower edge of Blend."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from studio.widgets.labels import secondary_label, section_label
from studio.widgets.picture_tile import RING_PX
from studio.widgets.surface import Surface, horizontal_line
from studio.widgets.tile_grid import TileGrid

FRAMES = 16
TILE_PX = 56
SIDE_PX = 16


class BlendFilm(Surface):
    """A frame that is clicked becomes the picture in the middle."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("chrome", parent)
        self.frames = TileGrid(FRAMES, TILE_PX, flush=True)
        self.frames.setAccessibleName(self.tr("From A to B"))
        self.frames.setToolTip(self.tr("Click a picture to go there; drag it out to use it elsewhere"))
        head = QHBoxLayout()
        head.setContentsMargins(SIDE_PX, 0, SIDE_PX, 0)
        head.setSpacing(12)
        head.addWidget(section_label(self.tr("A to B")))
        head.addWidget(secondary_label(self.tr("{n} pictures").format(n=FRAMES)))
        head.addStretch()
        head.addWidget(secondary_label(self.tr("Click one to go there; drag it out to use it elsewhere")))
        strip = QHBoxLayout()
        strip.setContentsMargins(SIDE_PX - RING_PX, 0, SIDE_PX - RING_PX, 0)
        strip.addWidget(self.frames)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 9)
        layout.setSpacing(0)
        layout.addWidget(horizontal_line())
        layout.addSpacing(10)
        layout.addLayout(head)
        layout.addSpacing(8)
        layout.addLayout(strip)
