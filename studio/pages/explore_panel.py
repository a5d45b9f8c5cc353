"""Explore's side panel: the picture under the puck, what it is made of, and what was kept."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QSignalBlocker, QSize, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from studio.pages.explore_state import DIRECTIONS, FURTHEST, LARGEST_SEED, ExploreState
from studio.pages.picture_buttons import PictureButtons
from studio.pages.picture_menu import PictureActions
from studio.widgets.buttons import plain_button
from studio.widgets.class_mixer import ClassMixer
from studio.widgets.class_readout import ClassReadout
from studio.widgets.direction_slider import DirectionSlider
from studio.widgets.kept_row import KeptRow
from studio.widgets.labels import secondary_label, section_label
from studio.widgets.number_field import NumberField
from studio.widgets.picture_tile import RING_PX
from studio.widgets.picture_view import PictureView
from studio.widgets.variety_slider import VarietySlider

LEFT_PX, RIGHT_PX, TOP_PX = 16, 24, 16
COLUMN_MOST_PX = 328
PREVIEW_SIDES_PX = ((980, 392), (560, 224), (0, 168))  # room height from which each fits


class ExplorePanel(QWidget):
    """Arranges widgets; the page gives them values and listens to them."""

    place_typed = Signal(float, float)
    step_changed = Signal(int, float)
    edit_ended = Signal()

    def __init__(self, actions: PictureActions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.preview = PictureView("slate", 224)
        self.preview.setAccessibleName(self.tr("Picture under the dot"))
        self.preview.setToolTip(self.tr("The picture under the dot; drag it to another place or program"))
        self.readout = ClassReadout()
        self.u_field = NumberField("u", -FURTHEST, FURTHEST, 0, decimals=2, signed=True)
        self.v_field = NumberField("v", -FURTHEST, FURTHEST, 0, decimals=2, signed=True)
        self.seed_field = NumberField(self.tr("Seed"), 0, LARGEST_SEED, 0)
        self.another = plain_button(self.tr("Another"), "dice")
        self.another.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.mixer = ClassMixer()
        self.variety = VarietySlider()
        self.directions = tuple(
            DirectionSlider(name) for name in (self.tr("Width"), self.tr("Ink"), self.tr("Height"))
        )
        self.buttons = PictureButtons(actions, ((actions.brush, "paint"), (actions.blend_a, "blend")))
        self.kept = KeptRow(self.tr("Click to go there, drag it to where you need it, Delete to let it go"))
        self._class_part = self._headed(
            self.tr("Class"), secondary_label(self.tr("drag the bars to mix")), self.mixer
        )
        self._on_pad = secondary_label(self.tr("Slant and thickness are on the pad"))
        self._direction_part = self._headed(self.tr("Directions"), self._on_pad, *self.directions)
        keeps_its_place = self._direction_part.sizePolicy()
        keeps_its_place.setRetainSizeWhenHidden(True)  # nothing jumps when they have been measured
        self._direction_part.setSizePolicy(keeps_its_place)
        self._add_tooltips()
        self._connect()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(LEFT_PX - RING_PX, TOP_PX - RING_PX, RIGHT_PX - RING_PX, 16)
        layout.setSpacing(0)
        layout.addLayout(self._top())
        layout.addSpacing(20)
        layout.addStretch(2)
        layout.addLayout(self._middle(), 3)
        layout.addSpacing(14)
        layout.addStretch(2)
        layout.addWidget(self.kept)
        layout.addStretch(1)

    def _connect(self) -> None:
        for field in (self.u_field, self.v_field):
            field.value_changed.connect(self._on_typed)
        for slider in self.directions:
            slider.value_changed.connect(self._on_step)
            slider.released.connect(self.edit_ended)
        self.variety.released.connect(self.edit_ended)
        self.mixer.edit_ended.connect(self.edit_ended)

    @Slot()
    def _on_typed(self) -> None:
        self.place_typed.emit(self.u_field.value, self.v_field.value)

    @Slot(float)
    def _on_step(self, step: float) -> None:
        slider = self.sender()
        assert isinstance(slider, DirectionSlider)
        self.step_changed.emit(self.directions.index(slider), step)

    def fit(self, room: QSize, top_px: int) -> None:
        """As large a preview as a room of this size allows, its upper edge ``top_px`` below the room's."""
        margins = self.contentsMargins()
        margins.setTop(top_px - TOP_PX)
        self.setContentsMargins(margins)
        side = next(side for height, side in PREVIEW_SIDES_PX if room.height() >= height)
        self.preview.setFixedSize(side + 2 * RING_PX, side + 2 * RING_PX)

    def show_state(self, state: ExploreState) -> None:
        """Show values without reporting them back."""
        fields = (self.u_field, self.v_field, self.seed_field)
        values = (*state.place, state.seed)
        for field, value in zip(fields, values, strict=True):
            with QSignalBlocker(field):
                field.set_value(value)
        with QSignalBlocker(self.variety):
            self.variety.set_value(state.variety)
        self.mixer.set_mix(state.mix)
        for slider, step in zip(self.directions, state.steps, strict=True):
            with QSignalBlocker(slider):
                slider.set_value(float(step))
        self._on_pad.setVisible(state.plane == DIRECTIONS)
        self._direction_part.setVisible(state.directions is not None)

    def show_generator(self, state: ExploreState) -> None:
        """Another generator: its classes, and whether there is anyone to read its pictures."""
        names = state.info.model.class_names
        self.mixer.set_classes(names)
        self._class_part.setVisible(len(names) > 1)
        self.readout.setVisible(state.info.has_judge)
        self.show_state(state)

    def show_place(self, u: float, v: float) -> None:
        """Where the puck is."""
        for field, value in ((self.u_field, u), (self.v_field, v)):
            with QSignalBlocker(field):
                field.set_value(value)

    def show_picture(self, pixels: np.ndarray, latent_text: str) -> None:
        """The picture (H, W, C) under the puck."""
        self.preview.set_pixels(pixels)
        self.preview.set_latent(latent_text)

    @Slot(object)
    def show_ends(self, pixels: np.ndarray) -> None:
        """The pictures at both ends of each direction, (directions, 2, H, W, C)."""
        for slider, (low, high) in zip(self.directions, pixels, strict=True):
            slider.set_ends(low, high)

    def _add_tooltips(self) -> None:
        self.u_field.setToolTip(self.tr("How far to the right the dot is; type a number to go there"))
        self.v_field.setToolTip(self.tr("How far up the dot is; type a number to go there"))
        self.seed_field.setToolTip(self.tr("The number of this style; the same number brings it back"))
        self.another.setToolTip(self.tr("Another style, at random"))

    def _top(self) -> QHBoxLayout:
        fields = QGridLayout()
        fields.setSpacing(8)
        fields.addWidget(self.u_field, 0, 0)
        fields.addWidget(self.v_field, 0, 1)
        fields.addWidget(self.seed_field, 1, 0)
        fields.addWidget(self.another, 1, 1)
        fields.setColumnStretch(0, 1)
        fields.setColumnStretch(1, 1)
        column = QWidget()
        column.setMaximumWidth(COLUMN_MOST_PX)
        layout = QVBoxLayout(column)
        layout.setContentsMargins(0, RING_PX, 0, RING_PX)
        layout.setSpacing(0)
        layout.addWidget(self.readout)
        layout.addSpacing(8)
        layout.addStretch(1)
        layout.addLayout(fields)
        layout.addSpacing(8)
        layout.addStretch(1)
        layout.addWidget(self.buttons)
        top = QHBoxLayout()
        top.setContentsMargins(0, 0, RING_PX, 0)
        top.setSpacing(24 - RING_PX)
        top.addWidget(self.preview)
        top.addWidget(column, 1)
        top.addStretch()
        return top

    def _middle(self) -> QVBoxLayout:
        middle = QVBoxLayout()
        middle.setContentsMargins(RING_PX, 0, RING_PX, 0)
        middle.setSpacing(0)
        middle.addWidget(self._class_part)
        middle.addSpacing(12)
        middle.addStretch(1)
        middle.addWidget(self.variety)
        middle.addSpacing(6)
        middle.addStretch(1)
        middle.addWidget(self._direction_part)
        return middle

    def _headed(self, title: str, note: QWidget, *widgets: QWidget) -> QWidget:
        part = QWidget()
        head = QHBoxLayout()
        head.addWidget(section_label(title))
        head.addStretch()
        head.addWidget(note)
        layout = QVBoxLayout(part)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addSpacing(4)
        for widget in widgets:
            layout.addWidget(widget)
        return part
