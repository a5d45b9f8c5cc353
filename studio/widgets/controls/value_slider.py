"""A slider whose number can also be typed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from studio.widgets.controls.number_field import NumberField
from studio.widgets.controls.slider_track import SliderTrack
from studio.widgets.controls.slider_with_field import SliderWithField


class ValueSlider(SliderWithField):
    """Neutral unless ``accent``; double-click goes back to the value it began with."""

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
        track = SliderTrack(minimum, maximum, value, decimals)
        track.set_accent(accent)
        field = NumberField(
            "", minimum, maximum, value, decimals=decimals, suffix=suffix, signed=signed, quiet=not boxed
        )
        super().__init__(track, field, parent)
        self.number_field = field
        self.track.changed.connect(self._take_from_track)
        self.number_field.value_changed.connect(self.track.set_number)
        self.number_field.edited.connect(self.released)

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
