"""A track and the field of its number in one row, which share a name, a tooltip and the keyboard."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from studio.widgets.controls.slider_track import SliderTrack

NUMBER_PX = 64


class SliderWithField(QWidget):
    """A subclass lets the one follow the other, and reports."""

    value_changed = Signal(float)
    released = Signal()  # a drag, a key or an edit has ended: the moment for an undo step

    def __init__(self, track: SliderTrack, field: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.track, self._field = track, field
        track.sliderReleased.connect(self.released)
        field.setFixedWidth(NUMBER_PX)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(track, 1)
        layout.addWidget(field)
        self.setFocusProxy(track)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self.track.setAccessibleName(name)
        self._field.setAccessibleName(name)

    def setToolTip(self, text: str) -> None:
        super().setToolTip(text)
        self.track.setToolTip(text)
        self._field.setToolTip(text)
