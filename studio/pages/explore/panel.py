"""Explore's side panel: the picture under the puck, what it is made of, and what was kept."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QSignalBlocker, QSize, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from studio.pages.explore.directions import ExploreDirections
from studio.pages.explore.state import FURTHEST, LARGEST_SEED, ExploreState
from studio.pages.picture_buttons import PictureButtons
from studio.pages.picture_menu import PictureActions
from studio.widgets.blend.class_mixer import ClassMixer
from studio.widgets.controls.buttons import plain_button
from studio.widgets.controls.fold_head import FoldHead
from studio.widgets.controls.labels import secondary_label, section_label
from studio.widgets.controls.number_field import NumberField
from studio.widgets.controls.variety_slider import VarietySlider
from studio.widgets.explore.class_readout import ClassReadout
from studio.widgets.explore.judge_offer import JudgeOffer
from studio.widgets.explore.layer_mixer import LayerMixer
from studio.widgets.pictures.kept_row import KeptRow
from studio.widgets.pictures.picture_tile import RING_PX
from studio.widgets.pictures.picture_view import PictureView

LEFT_PX, RIGHT_PX, TOP_PX = 16, 24, 16
COLUMN_MOST_PX = 328
DIRECTIONS_FROM_PX = 640  # room height from which they are unfolded by themselves
SLIDERS = ((980, 5), (0, 3))  # room height from which so many directions are shown
PREVIEW_SIDES_PX = ((980, 392), (560, 224), (0, 168))  # room height from which each fits


class ExplorePanel(QWidget):
    """Arranges widgets; the page gives them values and listens to them."""

    place_typed = Signal(float, float)
    edit_ended = Signal()

    def __init__(self, actions: PictureActions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.preview = PictureView("slate", 224)
        self.preview.setAccessibleName(self.tr("Picture under the dot"))
        self.preview.setToolTip(self.tr("The picture under the dot; drag it to another place or program"))
        self.readout = ClassReadout()
        self.judge_offer = JudgeOffer()
        self.u_field = NumberField("u", -FURTHEST, FURTHEST, 0, decimals=2, signed=True)
        self.v_field = NumberField("v", -FURTHEST, FURTHEST, 0, decimals=2, signed=True)
        self.seed_field = NumberField(self.tr("Seed"), 0, LARGEST_SEED, 0)
        self.another = plain_button(self.tr("Another"), "dice")
        self.another.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.mixer = ClassMixer()
        self.layers = LayerMixer()
        self.variety = VarietySlider()
        self.directions = ExploreDirections()
        self.buttons = PictureButtons(actions, ((actions.brush, "paint"), (actions.blend_a, "blend")))
        self.kept = KeptRow(self.tr("Click to go there, drag it to where you need it, Delete to let it go"))
        self._mix_note = secondary_label("")
        self._class_part = self._headed(self.tr("Class"), self._mix_note, self.mixer)
        self._folds, self._room_px = False, 0
        self._add_tooltips()
        self._connect()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(LEFT_PX - RING_PX, TOP_PX - RING_PX, RIGHT_PX - RING_PX, 8)
        layout.setSpacing(0)
        layout.addLayout(self._top())
        layout.addSpacing(12)
        layout.addStretch(2)
        layout.addLayout(self._middle(), 3)
        layout.addSpacing(4)
        layout.addWidget(self.layers)
        layout.addSpacing(6)
        layout.addStretch(2)
        layout.addWidget(self.kept)
        layout.addStretch(1)

    def _connect(self) -> None:
        for field in (self.u_field, self.v_field):
            field.value_changed.connect(self._on_typed)
        self.variety.released.connect(self.edit_ended)
        self.directions.edit_ended.connect(self.edit_ended)
        self.directions.unfolded.connect(self._on_directions_unfolded)
        self.layers.unfolded.connect(self._on_layers_unfolded)
        self.mixer.edit_ended.connect(self.edit_ended)

    @Slot()
    def _on_typed(self) -> None:
        self.place_typed.emit(self.u_field.value, self.v_field.value)

    def fit(self, room: QSize, top_px: int) -> None:
        """As large a preview as a room of this size allows, its upper edge ``top_px`` below the room's."""
        margins = self.contentsMargins()
        margins.setTop(top_px - TOP_PX)
        self.setContentsMargins(margins)
        side = next(side for height, side in PREVIEW_SIDES_PX if room.height() >= height)
        self.preview.setFixedSize(side + 2 * RING_PX, side + 2 * RING_PX)
        self._give_way(room.height())

    def _give_way(self, height: int) -> None:
        """In a low room the directions are folded, or one of the two parts that fold is open at a time."""
        self._room_px = height
        self.directions.set_room_for(next(n for least, n in SLIDERS if height >= least))
        if (folds := height < DIRECTIONS_FROM_PX) != self._folds:
            self._folds = folds
            self.directions.head.setChecked(not folds)
        if self.layers.is_unfolded:
            self._fold_where_low(self.directions.head)

    def _fold_where_low(self, head: FoldHead) -> None:
        if 0 < self._room_px < self.minimumSizeHint().height():
            head.setChecked(False)

    @Slot(bool)
    def _on_directions_unfolded(self, unfolded: bool) -> None:
        if unfolded:
            self._fold_where_low(self.layers.head)

    @Slot(bool)
    def _on_layers_unfolded(self, unfolded: bool) -> None:
        if unfolded:
            self._fold_where_low(self.directions.head)

    def show_state(self, state: ExploreState) -> None:
        """Show values without reporting them back."""
        fields = (self.u_field, self.v_field, self.seed_field)
        values = (*state.place, state.seed)
        for field, value in zip(fields, values, strict=True):
            with QSignalBlocker(field):
                field.set_value(value)
        with QSignalBlocker(self.variety):
            self.variety.set_value(state.variety)
        for part in (self.seed_field, self.another, self.variety):
            part.setEnabled(not state.is_mixed)
        self.show_mix(state)
        self.directions.show_state(state)

    def show_mix(self, state: ExploreState) -> None:
        """The class mix under the dot, and whether there is one to change there."""
        self.mixer.set_mix(state.latent_at(state.place).mix)
        self.mixer.setEnabled(state.mix_can_change)
        self._mix_note.setText(
            self.tr("drag the bars to mix")
            if state.mix_can_change
            else self.tr("mixed from the pictures on the sheet")
        )

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

    @Slot(object, object)
    def show_ends(self, names: Sequence[str], pixels: np.ndarray) -> None:
        """The pictures at both ends of each named direction, (directions, 2, H, W, C)."""
        self.directions.show_ends(names, pixels)

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
        layout.addWidget(self.judge_offer)
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
        middle.addSpacing(8)
        middle.addStretch(1)
        middle.addWidget(self.variety)
        middle.addSpacing(6)
        middle.addStretch(1)
        middle.addWidget(self.directions)
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
