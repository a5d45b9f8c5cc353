"""One chart of a run: every curve as it came, faint, and smoothed over it."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from studio.theme import Tokens, colour, tokens_for
from studio.widgets.chart_axes import BOTTOM_HEIGHT_PX, PlaceAxis, ValueAxis
from studio.widgets.chart_scale import ceiling_for
from studio.widgets.chart_title import ChartCurve, ChartTitle
from studio.widgets.curve_history import CurveHistory

RAW_ALPHA = 0.28
SMOOTH_POINTS_PER_PIXEL = 0.5  # thinned by mean, a 2 px antialiased line costs 3 ms; by peak it costs 30
AIR = 0.01
HEADROOM = 1.02
TOP_PX = 8  # half of the topmost number
RETINTS = (QEvent.Type.PaletteChange, QEvent.Type.StyleChange)
KEY_PAN, KEY_ZOOM = 0.1, 1.25


class LossChart(QWidget):
    """Draws a :class:`CurveHistory` when told to; knows nothing of runs."""

    view_moved = Signal()  # by hand: wheel, drag or key

    def __init__(
        self,
        title: str,
        curves: Sequence[ChartCurve],
        *,
        ceiling: float | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """``ceiling`` fixes the vertical axis to 0…ceiling; without one it follows the curves."""
        super().__init__(parent)
        self._ceiling = ceiling
        self._shown_values = (0.0, 0.0)
        self._title = ChartTitle(title, curves)
        self._values, self._places = ValueAxis(), PlaceAxis()
        self._numbers_places = True
        self._plot = _quiet_plot(self._values, self._places)
        self._grid = [self._plot.addLine(y=0.0) for _ in range(3)]
        self._now = self._plot.addLine(x=0.0)
        self._now.hide()
        self._lines: dict[str, tuple[pg.PlotDataItem, pg.PlotDataItem]] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self._title)
        layout.addWidget(self._plot, 1)
        self._plot.getViewBox().sigRangeChangedManually.connect(self._on_range_changed_by_hand)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.set_curves(title, curves)
        self._show_values(0.0, ceiling or 1.0)
        self._values.show_nothing()
        self._places.setStyle(showValues=False)

    def set_curves(self, title: str, curves: Sequence[ChartCurve]) -> None:
        """Other curves under another name; what was drawn goes."""
        for raw, smooth in self._lines.values():
            self._plot.removeItem(raw)
            self._plot.removeItem(smooth)
        self._curves = tuple(curves)
        self._lines = {curve.name: self._new_lines() for curve in curves}
        self._title.set_curves(title, curves)
        self.setAccessibleName(title)
        self._dress(tokens_for(self))

    def show_history(self, history: CurveHistory, axis: str) -> None:
        """Draw all of it over "step" or "time"."""
        names = [curve.name for curve in self._curves]
        places = history.places(axis)
        for name in names:
            raw, smooth = self._lines[name]
            raw.setData(places, history.raw(name))
            smooth.setData(places, history.smoothed(name))
        self._places.set_in_time(axis == "time")
        self._title.set_values({name: history.latest(name) for name in names} if places.size else {})
        self._now.setVisible(places.size > 0)
        self._places.setStyle(showValues=self._numbers_places and places.size > 0)
        if places.size:
            self._now.setValue(places[-1])
            self._fit_values(history.span(names))
        else:
            self._values.show_nothing()

    def set_places(self, first: float, last: float) -> None:
        """The stretch of the run that is in view."""
        self._plot.setXRange(first, last, padding=0.0)

    def places(self) -> tuple[float, float]:
        first, last = self._plot.getViewBox().viewRange()[0]
        return float(first), float(last)

    def link_to(self, other: LossChart) -> None:
        """Zoom and move together with another chart."""
        self._plot.setXLink(other._plot)

    def show_places(self, shown: bool) -> None:
        """Only the lowest of several charts numbers its steps."""
        self._numbers_places = shown
        self._places.setHeight(BOTTOM_HEIGHT_PX if shown else 4)

    def _new_lines(self) -> tuple[pg.PlotDataItem, pg.PlotDataItem]:
        raw = pg.PlotDataItem(antialias=False)
        smooth = pg.PlotDataItem(antialias=True, autoDownsampleFactor=SMOOTH_POINTS_PER_PIXEL)
        for line, method in ((raw, "peak"), (smooth, "mean")):
            self._plot.addItem(line)  # before the rest: a plot gives what is added its own settings
            line.setDownsampling(auto=True, method=method)
            line.setClipToView(True)
        return raw, smooth

    def _fit_values(self, span: tuple[float, float] | None) -> None:
        if self._ceiling is not None:
            self._show_values(0.0, self._ceiling)
        elif span is not None:
            low, high = span
            self._show_values(
                -ceiling_for(-low) if low < 0.0 else 0.0, ceiling_for(max(high, 0.0) * HEADROOM)
            )

    def _show_values(self, low: float, high: float) -> None:
        self._values.show_range(low, high)
        if (low, high) == self._shown_values:
            return
        self._shown_values = (low, high)
        air = (high - low) * AIR  # a line at either end is drawn in full
        self._plot.setYRange(low - air, high + air, padding=0.0)
        for line, value in zip(self._grid, np.linspace(low, high, 3), strict=True):
            line.setValue(value)

    def _dress(self, tokens: Tokens) -> None:
        self._plot.setBackground(None)
        for axis in (self._values, self._places):
            axis.dress(tokens)
        for line in self._grid:
            line.setPen(pg.mkPen(colour(tokens.line), width=1))
        self._now.setPen(pg.mkPen(colour(tokens.accent), width=1))
        for curve in self._curves:
            raw, smooth = self._lines[curve.name]
            paint = getattr(tokens, curve.token)
            raw.setPen(pg.mkPen(colour(paint, RAW_ALPHA), width=1))
            smooth.setPen(pg.mkPen(colour(paint), width=2))

    @Slot()
    def _on_range_changed_by_hand(self) -> None:
        self.view_moved.emit()

    def _move(self, shift: float, factor: float) -> None:
        """Shift by a share of what is in view, and widen it about its middle."""
        first, last = self.places()
        middle, half = (first + last) / 2 + shift * (last - first), (last - first) / 2 * factor
        self.set_places(middle - half, middle + half)
        self.view_moved.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Left:
                self._move(-KEY_PAN, 1.0)
            case Qt.Key.Key_Right:
                self._move(KEY_PAN, 1.0)
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal:
                self._move(0.0, 1.0 / KEY_ZOOM)
            case Qt.Key.Key_Minus:
                self._move(0.0, KEY_ZOOM)
            case _:
                super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in RETINTS:
            self._dress(tokens_for(self))
        super().changeEvent(event)


def _quiet_plot(values: ValueAxis, places: PlaceAxis) -> pg.PlotWidget:
    """A plot without menus, buttons and frames, that moves sideways only."""
    plot = pg.PlotWidget(axisItems={"left": values, "bottom": places}, enableMenu=False)
    plot.setObjectName("plot")
    plot.hideButtons()
    plot.setMouseEnabled(x=True, y=False)
    plot.disableAutoRange()
    plot.setFrameShape(plot.Shape.NoFrame)
    plot.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    plot.getPlotItem().layout.setContentsMargins(0, TOP_PX, 0, 0)
    plot.getViewBox().setDefaultPadding(0.0)
    plot.setXRange(0.0, 1.0, padding=0.0)
    return plot
