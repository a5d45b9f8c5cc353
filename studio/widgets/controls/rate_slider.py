"""A slider for numbers that span many sizes, such as learning rates: equal ways are equal factors."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from studio.widgets.controls.slider_track import SliderTrack
from studio.widgets.controls.slider_with_field import SliderWithField
from studio.widgets.controls.typed_number import TypedNumber

DIGITS, LEAST_DECIMALS = 3, 4
_PLACES = 2  # of the decimal logarithm: steps of 2.3%


class RateSlider(SliderWithField):
    """The number can also be typed, over a wider range than the track shows."""

    def __init__(
        self,
        least: float,
        most: float,
        value: float,
        *,
        typed_least: float,
        typed_most: float,
        parent: QWidget | None = None,
    ) -> None:
        track = SliderTrack(math.log10(least), math.log10(most), math.log10(value), _PLACES)
        field = TypedNumber(typed_least, typed_most, rate_text)
        super().__init__(track, field, parent)
        self.number_field = field
        self._value = value
        self._following = False
        self.track.changed.connect(self._take_from_track)
        self.number_field.value_typed.connect(self._take_typed)
        self._show()

    @property
    def value(self) -> float:
        """Exactly as it was set or typed; from the track, to two digits."""
        return self._value

    def set_value(self, value: float) -> None:
        """Reports only a change."""
        if value != self._value:
            self._value = value
            self._show()
            self.value_changed.emit(value)

    def set_default(self, value: float) -> None:
        """Where a double-click goes back to."""
        self.track.set_default(math.log10(value))

    @property
    def is_held(self) -> bool:
        """Whether a person is dragging or typing just now."""
        return self.track.isSliderDown() or self.number_field.is_edited

    @Slot(float)
    def _take_from_track(self, logarithm: float) -> None:
        if not self._following:
            self.set_value(float(f"{10**logarithm:.2g}"))

    @Slot(float)
    def _take_typed(self, value: float) -> None:
        self.set_value(value)
        self.released.emit()

    def _show(self) -> None:
        self._following = True  # the track holds the nearest of its places only
        self.track.set_number(math.log10(self._value))
        self._following = False
        self.number_field.set_value(self._value)


def rate_text(value: float) -> str:
    """0.002 as 0.0020, 0.0000125 as it is: three digits that count, four places at least."""
    if value == 0:
        return "0"
    text = np.format_float_positional(value, precision=DIGITS, fractional=False, trim="-")
    whole, _, decimals = text.partition(".")
    return f"{whole}.{decimals:0<{LEAST_DECIMALS}}"
