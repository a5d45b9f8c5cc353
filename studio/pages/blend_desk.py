"""The middle of Blend: A, the picture in between and B; the two sliders; this style in every class."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from studio.pages.picture_buttons import PictureButtons
from studio.pages.picture_menu import PictureActions
from studio.tokens import class_colour, tokens_for
from studio.widgets.blend_sliders import BlendSliders
from studio.widgets.class_mixer import ClassMixer
from studio.widgets.dotted_line import DottedLine
from studio.widgets.labels import secondary_label, section_label
from studio.widgets.picture_tile import RING_PX
from studio.widgets.picture_view import PictureView
from studio.widgets.picture_well import PictureWell
from studio.widgets.tile_grid import TileGrid

SIDE_PX, TOP_PX = 24, 16
BAR_PX, TALL_BAR_PX = 48, 72
TILE_PX, LARGE_TILE_PX = 56, 84
SIZES_PX = ((980, 280, 392), (0, 168, 224))  # room height from which well and middle picture are so large


class BlendDesk(QWidget):
    """Arranges widgets; the page gives them values and listens to them."""

    def __init__(self, actions: PictureActions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.wells = {"a": PictureWell("A", 168), "b": PictureWell("B", 168)}
        self.result = PictureView("slate", 224)
        self.result.setAccessibleName(self.tr("Picture between A and B"))
        self.result.setToolTip(self.tr("The picture in between; drag it to another place or program"))
        rooms = ((actions.brush, "paint"), (actions.explore, "explore"))
        self.buttons = PictureButtons(actions, rooms)
        self.sliders = BlendSliders()
        self.mixer = ClassMixer(BAR_PX, names_shown=False)
        self.classes = TileGrid(10, TILE_PX)
        self.classes.setAccessibleName(self.tr("This style in every class"))
        self.classes.setToolTip(self.tr("The same hand in another class; click to go there"))
        self._lines = (DottedLine(), DottedLine())
        self._class_part = self._every_class()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SIDE_PX - RING_PX, TOP_PX - RING_PX, SIDE_PX - RING_PX, 16)
        layout.setSpacing(0)
        layout.addLayout(self._pictures())
        layout.addStretch(2)
        indented = QHBoxLayout()
        indented.setContentsMargins(RING_PX, 0, RING_PX, 0)
        indented.addWidget(self.sliders)
        layout.addLayout(indented)
        layout.addStretch(2)
        layout.addWidget(self._class_part)
        layout.addStretch(1)

    def fit(self, room: QSize) -> None:
        """As large as a room of this size allows, on whole pixels of a 28-pixel picture."""
        _, well, result = next(sizes for sizes in SIZES_PX if room.height() >= sizes[0])
        for picture_well in self.wells.values():
            picture_well.set_side(well)
        outer = result + 2 * RING_PX
        self.result.setFixedSize(outer, outer)
        for line in self._lines:
            line.setFixedHeight(outer)
        self.buttons.setFixedWidth(min(result, 296))
        large = result > 224
        self.mixer.set_bar_height(TALL_BAR_PX if large else BAR_PX)
        self.classes.set_columns(self.classes.columns, LARGE_TILE_PX if large else TILE_PX)

    def show_classes(self, names: tuple[str, ...]) -> None:
        """Another generator's classes."""
        self.mixer.set_classes(names)
        self.classes.set_columns(len(names), self.classes.largest_px)
        self.classes.set_names(names)
        self._class_part.setVisible(len(names) > 1)

    def show_mix(self, mix: NDArray[np.float32]) -> None:
        """The bars, and a frame in its own colour around each class that takes part."""
        self.mixer.set_mix(mix)
        tokens = tokens_for(self)
        taking_part = {int(label): class_colour(tokens, int(label)) for label in np.flatnonzero(mix >= 0.005)}
        self.classes.set_outlines(taking_part)

    def _pictures(self) -> QHBoxLayout:
        middle = QVBoxLayout()
        middle.setSpacing(8 - RING_PX)
        middle.addWidget(self.result)
        middle.addWidget(self.buttons, 0, Qt.AlignmentFlag.AlignHCenter)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.wells["a"], 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._lines[0], 1, Qt.AlignmentFlag.AlignTop)
        row.addLayout(middle)
        row.addWidget(self._lines[1], 1, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.wells["b"], 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _every_class(self) -> QWidget:
        part = QWidget()
        head = QHBoxLayout()
        head.setContentsMargins(RING_PX, 0, RING_PX, 0)
        head.addWidget(section_label(self.tr("This style in every class")))
        head.addStretch()
        head.addWidget(secondary_label(self.tr("click one to go there; drag a bar to mix")))
        bars = QHBoxLayout()
        bars.setContentsMargins(RING_PX, 0, RING_PX, 0)
        bars.addWidget(self.mixer)
        layout = QVBoxLayout(part)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addSpacing(6)
        layout.addLayout(bars)
        layout.addSpacing(8 - RING_PX)
        layout.addWidget(self.classes)
        return part
