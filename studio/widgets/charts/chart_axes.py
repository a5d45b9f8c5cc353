"""The axes of a chart: three quiet numbers at the left, steps, epochs or minutes below."""

from __future__ import annotations

import pyqtgraph as pg

from studio.number_style import number
from studio.theme import Tokens, colour, text_font
from studio.widgets.controls.durations import clock_text

LEFT_WIDTH_PX = 44
BOTTOM_HEIGHT_PX = 22
SECONDS_BETWEEN_TICKS = (1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14400, 28800, 86400)
WIDTH_OF_A_TICK_PX, HALF_A_NUMBER_PX = 64, 18


class QuietAxis(pg.AxisItem):
    """Numbers without a line and without strokes; the grid says where they belong."""

    def __init__(self, orientation: str) -> None:
        super().__init__(orientation, pen=None, tickPen=None, maxTickLength=0)
        self.setStyle(
            tickFont=text_font(11, 500),
            tickTextOffset=8,
            autoExpandTextSpace=False,
            hideOverlappingLabels=False,
            tickAlpha=0,
        )

    def dress(self, tokens: Tokens) -> None:
        self.setPen(None)
        self.setTickPen(None)
        self.setTextPen(colour(tokens.text2))


class ValueAxis(QuietAxis):
    """Three numbers: both ends and the middle."""

    def __init__(self) -> None:
        super().__init__("left")
        self.setWidth(LEFT_WIDTH_PX)

    def show_range(self, low: float, high: float) -> None:
        self.setTicks([[(value, _number(value)) for value in (low, (low + high) / 2, high)]])

    def show_nothing(self) -> None:
        """Before there is a curve."""
        self.setTicks([])


class PlaceAxis(QuietAxis):
    """Steps, epochs, or elapsed time."""

    def __init__(self) -> None:
        super().__init__("bottom")
        self.is_wanted = True  # whether this is the chart that numbers its places
        self.is_numbered = False  # whether it does so now: not before there is a curve
        self._axis = "step"
        self.setHeight(BOTTOM_HEIGHT_PX)
        self.setStyle(showValues=False)

    def set_axis(self, axis: str) -> None:
        """ "step", "epoch" or "time" (in seconds)."""
        if axis != self._axis:
            self._axis = axis
            self.picture = None
            self.update()

    def set_numbered(self, numbered: bool) -> None:
        if numbered != self.is_numbered:
            self.is_numbered = numbered
            self.setStyle(showValues=numbered)

    def text_of(self, place: float) -> str:
        """One place, as exactly as a person can use it."""
        if self._axis == "time":
            return clock_text(place)
        return number(round(place)) if self._axis == "step" else number(place, 2)

    def tickSpacing(self, minVal: float, maxVal: float, size: float) -> list[tuple[float, float]]:
        span, ticks = maxVal - minVal, max(2.0, size / WIDTH_OF_A_TICK_PX)
        if self._axis == "time":
            fitting = (gap for gap in SECONDS_BETWEEN_TICKS if span / gap <= ticks)
            return [(float(next(fitting, SECONDS_BETWEEN_TICKS[-1])), 0.0)]
        least_power = 0 if self._axis == "step" else -3
        gaps = (mantissa * 10.0**power for power in range(least_power, 12) for mantissa in (1, 2, 5))
        return [(next(gap for gap in gaps if span / gap <= ticks), 0.0)]

    def tickValues(self, minVal: float, maxVal: float, size: float) -> list[tuple[float, list[float]]]:
        """Without a number so close to the right edge that it would be cut."""
        last = maxVal - (maxVal - minVal) * HALF_A_NUMBER_PX / max(1.0, size)
        levels = super().tickValues(minVal, maxVal, size)
        return [(spacing, [value for value in values if value <= last]) for spacing, values in levels]

    def tickStrings(self, values: list[float], scale: float, spacing: float) -> list[str]:
        return [clock_text(value) if self._axis == "time" else _number(value) for value in values]


def _number(value: float) -> str:
    """With as few decimals as it needs."""
    decimals = next((count for count in range(6) if abs(round(value, count) - value) < 1e-9), 6)
    return number(abs(value) if value == 0.0 else value, decimals)
