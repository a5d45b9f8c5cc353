"""A slider whose number can also be typed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from studio.widgets.number_field import NumberField
from studio.widgets.slider_track import SliderTrack

NUMBER_PX = 64


class ValueSlider(QWidget):
    """Neutral unless ``accent``; double-click goes back to the value it began with."""

    value_changed = Signal(float)
    released = Signal()  # a drag or an edit has ended: the moment for an undo step

    def __init__(
        self,
        minimum: float,
        maximum: float,
        value: float,
        decimals: int = 2,
        suffix: str = "",
        *,
        accent: bool = False,
        signed: bool = False,
        boxed: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.track = SliderTrack(minimum, maximum, value, decimals)
        self.track.set_accent(accent)
        self.number_field = NumberField(
            "", minimum, maximum, value, decimals=decimals, suffix=suffix, signed=signed, quiet=not boxed
        )
        self.number_field.setFixedWidth(NUMBER_PX)
        self.track.changed.connect(self._take_from_track)
        self.track.sliderReleased.connect(self.released)
        self.number_field.value_changed.connect(self.track.set_number)
        self.number_field.edited.connect(self.released)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.track, 1)
        layout.addWidget(self.number_field)
        self.setFocusProxy(self.track)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def value(self) -> float:
        return self.track.number

    def set_value(self, value: float) -> None:
        """Reports only a change."""
        self.track.set_number(value)

    def set_default(self, value: float) -> None:
        self.track.set_default(value)

    def set_origin(self, value: float | None) -> None:
        """Fill from here instead of from the left end."""
        self.track.set_origin(value)

    def set_marks(self, values: Sequence[float]) -> None:
        self.track.set_marks(values)

    def set_trusted_range(self, low: float, high: float) -> None:
        self.track.set_trusted_range(low, high)

    def set_stops(self, stops: Sequence[tuple[float, float]]) -> None:
        """(place 0…1, value) pairs that bend the scale, as for brush sizes."""
        self.track.set_stops(stops)

    def _take_from_track(self, value: float) -> None:
        self.number_field.set_value(value)
        self.value_changed.emit(value)

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self.track.setAccessibleName(name)
        self.number_field.setAccessibleName(name)

    def setToolTip(self, text: str) -> None:
        super().setToolTip(text)
        self.track.setToolTip(text)
        self.number_field.setToolTip(text)
