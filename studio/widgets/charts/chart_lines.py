"""The lines of one curve on a plot: as it came, smoothed over it, and of another run behind both."""

from __future__ import annotations

import pyqtgraph as pg
from PySide6.QtCore import Qt

from studio.theme import Tokens, colour
from studio.widgets.charts.chart_title import ChartCurve
from studio.widgets.charts.curve_history import CurveHistory

RAW_ALPHA, OTHER_ALPHA = 0.28, 0.6
SMOOTH_POINTS_PER_PIXEL = 0.5  # thinned by mean, a 2 px antialiased line costs 3 ms; by peak it costs 30
MANY_POINTS = 20_000  # from here on lines are 1 px
DOT_PX = 7


class ChartLines:
    """Drawn anew when told to, thinned to what a screen can show."""

    def __init__(self, plot: pg.PlotWidget, curve: ChartCurve) -> None:
        self._plot, self._curve = plot, curve
        self._width_px = 2
        self._tokens: Tokens | None = None
        self._other, self._raw, self._smooth = (pg.PlotDataItem() for _ in range(3))
        for line in self._items():
            plot.addItem(line)  # before the rest: a plot gives what is added its own settings
            line.setClipToView(True)
        if curve.style == "line":
            self._thin(self._raw, "peak")
        for line in (self._smooth, self._other):
            line.opts["autoDownsampleFactor"] = SMOOTH_POINTS_PER_PIXEL
            line.opts["antialias"] = True
            if curve.style == "line":
                self._thin(line, "mean")

    def show(self, history: CurveHistory, axis: str, other: CurveHistory | None) -> None:
        """Draw all of it over an axis; of the other run the smoothed curve alone."""
        places, name = history.places(axis), self._curve.name
        if self._curve.style == "line":
            self._raw.setData(places, history.raw(name))
        self._smooth.setData(places, history.smoothed(name))
        if other is None:
            self._other.setData([], [])
        else:
            self._other.setData(other.places(axis), other.smoothed(name))
        self._set_width(1 if places.size > MANY_POINTS else 2)

    def leave(self) -> None:
        for line in self._items():
            self._plot.removeItem(line)

    def dress(self, tokens: Tokens) -> None:
        self._tokens = tokens
        paint = getattr(tokens, self._curve.token)
        self._raw.setPen(pg.mkPen(colour(paint, RAW_ALPHA), width=1))
        self._smooth.setPen(pg.mkPen(colour(paint), width=self._width_px))
        self._other.setPen(pg.mkPen(colour(paint, OTHER_ALPHA), width=1, style=Qt.PenStyle.DashLine))
        if self._curve.style == "dots":
            self._smooth.setSymbol("o")
            self._smooth.setSymbolSize(DOT_PX)
            self._smooth.setSymbolBrush(colour(paint))
            self._smooth.setSymbolPen(None)

    def _set_width(self, width_px: int) -> None:
        if width_px != self._width_px:
            self._width_px = width_px
            if self._tokens is not None:
                self.dress(self._tokens)

    def _items(self) -> tuple[pg.PlotDataItem, pg.PlotDataItem, pg.PlotDataItem]:
        return self._other, self._raw, self._smooth

    def _thin(self, line: pg.PlotDataItem, method: str) -> None:
        line.setDownsampling(auto=True, method=method)
