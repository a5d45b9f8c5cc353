"""A slider along one direction of the latent space, with the picture at each of its ends."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from studio.widgets.controls.editable_name import EditableName
from studio.widgets.controls.labels import label
from studio.widgets.controls.number_field import NumberField
from studio.widgets.controls.slider_track import SliderTrack
from studio.widgets.pictures.picture_tile import RING_PX
from studio.widgets.pictures.picture_view import PictureView

RANGE = 3.0  # standard deviations
NAME_PX = 96
END_PX = 36
NUMBER_PX = 64


class DirectionSlider(QWidget):
    """Reports standard deviations; a click on an end's picture goes there."""

    value_changed = Signal(float)
    released = Signal()
    named = Signal(str)  # "" for the usual name again

    def __init__(self, name: str, *, can_be_named: bool = False, parent: QWidget | None = None) -> None:
        """``name`` is what it is called unless it ``can_be_named`` by a person."""
        super().__init__(parent)
        self._editable = EditableName(name) if can_be_named else None
        title = self._editable or label(name)
        title.setFixedWidth(NAME_PX)
        self._track = SliderTrack(-RANGE, RANGE, 0.0, 2)
        self._track.set_origin(0.0)
        self._number = NumberField("", -RANGE, RANGE, 0.0, decimals=2, signed=True, quiet=True)
        self._number.setFixedWidth(NUMBER_PX)
        self._ends = (PictureView("slate", END_PX), PictureView("slate", END_PX))
        for widget in (self._track, self._number):
            widget.setAccessibleName(name)
            widget.setToolTip(self.tr("Less or more of this, in standard deviations; double-click for none"))
        for end, words in zip(self._ends, (self.tr("Least {name}"), self.tr("Most {name}")), strict=True):
            end.setAccessibleName(words.format(name=name))
            end.setToolTip(self.tr("The picture at this end; click to go there"))
        self._connect()
        self._lay_out(title)
        self.setFixedHeight(END_PX + 4)  # no focus proxy: Tab would pass by what stands before it

    def _connect(self) -> None:
        self._track.changed.connect(self._on_changed)
        self._track.sliderReleased.connect(self.released)
        self._number.value_changed.connect(self._track.set_number)
        self._number.edited.connect(self.released)
        self._ends[0].clicked.connect(self._go_low)
        self._ends[1].clicked.connect(self._go_high)
        if self._editable is not None:
            self._editable.named.connect(self.named)

    def _lay_out(self, title: QWidget) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8 - RING_PX)
        layout.addWidget(title)
        layout.addSpacing(RING_PX)
        layout.addWidget(self._ends[0])
        layout.addWidget(self._track, 1)
        layout.addWidget(self._ends[1])
        layout.addWidget(self._number)

    def set_value(self, value: float) -> None:
        """Reports only a change."""
        self._track.set_number(value)

    def set_name(self, name: str) -> None:
        """What a person calls it, without reporting it; "" for the usual name."""
        if self._editable is None:
            return
        self._editable.set_name(name)
        for widget in (self._track, self._number):
            widget.setAccessibleName(self._editable.shown)

    def set_ends(self, low: np.ndarray, high: np.ndarray) -> None:
        """The pictures (H, W, C) at -3 and +3."""
        for end, pixels in zip(self._ends, (low, high), strict=True):
            end.set_pixels(pixels)

    @Slot(float)
    def _on_changed(self, value: float) -> None:
        self._number.set_value(value)
        self.value_changed.emit(value)

    @Slot()
    def _go_low(self) -> None:
        self._go(-RANGE)

    @Slot()
    def _go_high(self) -> None:
        self._go(RANGE)

    def _go(self, value: float) -> None:
        self.set_value(value)
        self.released.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F2 and self._editable is not None:
            self._editable.edit()
        else:
            super().keyPressEvent(event)
