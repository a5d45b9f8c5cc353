"""The middle of Blend: the wells, the picture in between, what weighs them, and this style in every class."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from studio.pages.blend.state import FEWEST_WELLS, WELLS, Blend
from studio.pages.picture_buttons import PictureButtons
from studio.pages.picture_menu import PictureActions
from studio.tokens import class_colour, tokens_for
from studio.widgets.blend.blend_sliders import BlendSliders
from studio.widgets.blend.blend_weights import BlendWeights
from studio.widgets.blend.class_mixer import ClassMixer
from studio.widgets.controls.dotted_line import DottedLine
from studio.widgets.controls.labels import secondary_label, section_label
from studio.widgets.pictures.picture_tile import RING_PX
from studio.widgets.pictures.picture_view import PictureView
from studio.widgets.pictures.picture_well import PictureWell
from studio.widgets.pictures.tile_grid import TileGrid

SIDE_PX, TOP_PX = 24, 16
SEEN = 0.005  # a smaller share of a class is not shown


@dataclass(frozen=True, slots=True, kw_only=True)
class Sizes:
    """How large things are from a height of the room on; whole multiples of a 28-pixel picture where they can be."""

    from_px: int
    well: int
    small_well: int  # where there are more than two
    result: int
    bar: int  # 0: no bars, the classes are all there is room for
    tile: int
    pad: int


SIZES = (
    Sizes(from_px=980, well=280, small_well=168, result=392, bar=72, tile=84, pad=144),
    Sizes(from_px=640, well=168, small_well=84, result=224, bar=48, tile=56, pad=96),
    Sizes(from_px=0, well=112, small_well=84, result=112, bar=0, tile=40, pad=96),
)


class BlendDesk(QWidget):
    """Arranges widgets; the page gives them values and listens to them. Weights come as tuples, one a well."""

    weights_changed = Signal(object, object)  # of shape and of style
    released = Signal()
    link_changed = Signal(bool)

    def __init__(self, actions: PictureActions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sizes = SIZES[1]
        self.wells = [
            PictureWell(name, 168, removable=number >= FEWEST_WELLS) for number, name in enumerate(WELLS)
        ]
        self.result = PictureView("slate", 224)
        self.result.setAccessibleName(self.tr("Picture in between"))
        self.result.setToolTip(self.tr("The picture in between; drag it to another place or program"))
        rooms = ((actions.brush, "paint"), (actions.explore, "explore"))
        self.buttons = PictureButtons(actions, rooms)
        self.sliders, self.weights = BlendSliders(), BlendWeights()
        self.mixer = ClassMixer(48, names_shown=False)
        self.classes = TileGrid(10, 56)
        self.classes.setAccessibleName(self.tr("This style in every class"))
        self.classes.setToolTip(self.tr("The same hand in another class; click to go there"))
        self._lines = (DottedLine(), DottedLine())
        self._class_part = self._every_class()
        self._arrange()
        self._connect()

    @property
    def is_held(self) -> bool:
        """Whether a slider or a dot is being dragged."""
        return self.sliders.is_held or self.weights.is_held

    def fit(self, room: QSize) -> None:
        """As large as a room of this size allows."""
        self._sizes = next(sizes for sizes in SIZES if room.height() >= sizes.from_px)
        self._fit_pictures()
        sizes = self._sizes
        self.weights.set_pad_height(sizes.pad)
        self.mixer.set_bar_height(sizes.bar)
        self.mixer.setVisible(sizes.bar > 0)
        self._head.setVisible(sizes.bar > 0)
        self.classes.set_columns(self.classes.columns, sizes.tile)

    @Slot(int)
    def follow(self, scrolled_px: int) -> None:
        """Keep the picture in between in view: it moves down beside the wells as far as there is room."""
        column = self._middle.sizeHint().height() - self._middle.contentsMargins().top()
        room = self._row.sizeHint().height() - column
        self._middle.setContentsMargins(0, min(scrolled_px, max(room, 0)), 0, 0)

    def show_classes(self, names: tuple[str, ...]) -> None:
        """Another generator's classes; without any there is neither shape nor mixture of them."""
        self.mixer.set_classes(names)
        self.classes.set_columns(len(names), self.classes.largest_px)
        self.classes.set_names(names)
        self._class_part.setVisible(len(names) > 1)
        self.sliders.set_shape_shown(len(names) > 1)
        self.weights.set_shape_shown(len(names) > 1)

    def show_blend(self, blend: Blend) -> None:
        """Wells, weights, bars."""
        count = len(blend.wells)
        for number, well in enumerate(self.wells):
            well.setVisible(number < count)
        two = count == FEWEST_WELLS
        if self.sliders.isHidden() == two:
            self.sliders.setVisible(two)
            self.weights.setVisible(not two)
            self._fit_pictures()
        if two:
            self.sliders.set_values(blend.shape[1], blend.style[1])
        else:
            self.weights.set_weights(blend.shape, blend.style)
        self.sliders.set_linked(blend.linked)
        self.weights.set_linked(blend.linked)
        self._show_mix(blend.mix)

    def _show_mix(self, mix: NDArray[np.float32]) -> None:
        """The bars, and a frame in its own colour around each class that takes part."""
        self.mixer.set_mix(mix)
        tokens = tokens_for(self)
        taking_part = {int(label): class_colour(tokens, int(label)) for label in np.flatnonzero(mix >= SEEN)}
        self.classes.set_outlines(taking_part)

    def _fit_pictures(self) -> None:
        sizes, two = self._sizes, not self.sliders.isHidden()
        for well in self.wells:
            well.set_side(sizes.well if two else sizes.small_well, note_shown=two and sizes.bar > 0)
        outer = sizes.result + 2 * RING_PX
        self.result.setFixedSize(outer, outer)
        for line in self._lines:
            line.setFixedHeight(outer)
            line.setVisible(two)
        self.buttons.setFixedWidth(min(max(sizes.result, 216), 296))

    def _arrange(self) -> None:
        self.weights.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SIDE_PX - RING_PX, TOP_PX - RING_PX, SIDE_PX - RING_PX, 0)
        layout.setSpacing(0)
        layout.addLayout(self._pictures())
        layout.addStretch(2)
        for control in (self.sliders, self.weights):
            indented = QHBoxLayout()
            indented.setContentsMargins(RING_PX, 0, RING_PX, 0)
            indented.addWidget(control)
            layout.addLayout(indented)
        layout.addStretch(2)
        layout.addWidget(self._class_part)
        layout.addStretch(1)

    def _connect(self) -> None:
        self.sliders.values_changed.connect(self._on_sliders)
        self.weights.weights_changed.connect(self.weights_changed)
        for control in (self.sliders, self.weights):
            control.released.connect(self.released)
            control.link_changed.connect(self.link_changed)

    def _pictures(self) -> QHBoxLayout:
        middle = self._middle = QVBoxLayout()
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(8 - RING_PX)
        middle.addWidget(self.result, 0, Qt.AlignmentFlag.AlignHCenter)
        middle.addWidget(self.buttons, 0, Qt.AlignmentFlag.AlignHCenter)
        middle.addStretch()
        row = self._row = QHBoxLayout()
        row.setSpacing(8)
        row.addLayout(_column(self.wells[0], self.wells[2]))
        row.addWidget(self._lines[0], 1, Qt.AlignmentFlag.AlignTop)
        row.addStretch()
        row.addLayout(middle)
        row.addStretch()
        row.addWidget(self._lines[1], 1, Qt.AlignmentFlag.AlignTop)
        row.addLayout(_column(self.wells[1], self.wells[3]))
        return row

    def _every_class(self) -> QWidget:
        part, self._head = QWidget(), QWidget()
        head = QHBoxLayout(self._head)
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
        layout.addWidget(self._head)
        layout.addSpacing(4)
        layout.addLayout(bars)
        layout.addSpacing(8 - RING_PX)
        layout.addWidget(self.classes)
        return part

    @Slot(float, float)
    def _on_sliders(self, shape: float, style: float) -> None:
        self.weights_changed.emit((1.0 - shape, shape), (1.0 - style, style))


def _column(upper: PictureWell, lower: PictureWell) -> QVBoxLayout:
    """Two wells above each other at the top."""
    column = QVBoxLayout()
    column.setSpacing(0)
    column.addWidget(upper)
    column.addWidget(lower)
    column.addStretch()
    return column
