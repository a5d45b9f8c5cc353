"""One chart of a run: every curve as it came, faint, and smoothed over it."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPoint, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import QVBoxLayout, QWidget

from studio.theme import Tokens, colour, tokens_for
from studio.widgets.charts.chart_axes import BOTTOM_HEIGHT_PX, PlaceAxis, ValueAxis
from studio.widgets.charts.chart_lines import ChartLines
from studio.widgets.charts.chart_marks import ChartMark
from studio.widgets.charts.chart_plot import ChartPlot
from studio.widgets.charts.chart_scale import ceiling_for
from studio.widgets.charts.chart_title import ChartCurve, ChartTitle
from studio.widgets.charts.curve_history import CurveHistory

AIR = 0.01
HEADROOM = 1.02
GAP_PX = 4
UNNUMBERED_HEIGHT_PX = 4
RETINTS = (QEvent.Type.PaletteChange, QEvent.Type.StyleChange)
KEY_PAN, KEY_ZOOM, KEY_POINT = 0.1, 1.25, 0.02
TO_THE_END = 1e6  # views; whoever shows the charts stops at the ends of the run


class CurveChart(QWidget):
    """Draws a :class:`CurveHistory` when told to; knows nothing of runs."""

    view_asked = Signal(float, float)  # first and last place, by wheel, drag or key
    reset_asked = Signal()
    pointed_at = Signal(object)  # the place under the crosshair, None once it is gone
    place_asked = Signal(float)
    menu_asked = Signal(QPoint)  # on the screen

    def __init__(
        self,
        title: str,
        curves: Sequence[ChartCurve],
        *,
        short_title: str = "",
        ceiling: float | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """``ceiling`` fixes the vertical axis to 0…ceiling; without one it follows the curves."""
        super().__init__(parent)
        self._ceiling = ceiling
        self._shown_values = (0.0, 0.0)
        self._history: CurveHistory | None = None
        self._shown_axis = "step"
        self._read_at: float | None = None
        self._values, self._places = ValueAxis(), PlaceAxis()
        self.title = ChartTitle(title, curves, short_title)
        self.plot = ChartPlot(self._values, self._places)
        self._grid = [self.plot.addLine(y=0.0) for _ in range(3)]
        self._lines: dict[str, ChartLines] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP_PX)
        layout.addWidget(self.title)
        layout.addWidget(self.plot, 1)
        self.plot.view_asked.connect(self.view_asked)
        self.plot.reset_asked.connect(self.reset_asked)
        self.plot.pointed_at.connect(self.pointed_at)
        self.plot.place_asked.connect(self.place_asked)
        self.plot.menu_asked.connect(self.menu_asked)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.set_curves(title, curves)
        self._show_values(0.0, ceiling or 1.0)
        self._values.show_nothing()

    def set_curves(self, title: str, curves: Sequence[ChartCurve]) -> None:
        """Other curves under another name; what was drawn goes."""
        for lines in self._lines.values():
            lines.leave()
        self._history = None
        self._curves = tuple(curves)
        self._drawn = tuple(curve for curve in curves if curve.style != "word")
        self._lines = {curve.name: ChartLines(self.plot, curve) for curve in self._drawn}
        self.title.set_curves(title, curves)
        self.setAccessibleName(title)
        self._dress(tokens_for(self))

    def show_history(
        self,
        history: CurveHistory,
        axis: str,
        *,
        other: CurveHistory | None = None,
        with_outliers: bool = False,
    ) -> None:
        """Draw all of it over "step", "epoch" or "time", and the smoothed curves of another run behind it."""
        self._history, self._shown_axis = history, axis
        places = history.places(axis)
        for curve in self._drawn:
            self._lines[curve.name].show(history, axis, other)
        self._places.set_axis(axis)
        self._places.set_numbered(self._places.is_wanted and places.size > 0)
        self._show_values_in_title()
        if places.size or other is not None:
            self._fit_values(history, axis, other, with_outliers)
        else:
            self._values.show_nothing()

    def set_view(self, first: float, last: float) -> None:
        """The stretch of the run that is in view."""
        if self.places() != (first, last):
            self.plot.setXRange(first, last, padding=0.0)

    def places(self) -> tuple[float, float]:
        return self.plot.view()

    def values(self) -> tuple[float, float]:
        """What the values' axis shows, from its lowest to its highest number."""
        return self._shown_values

    def set_crosshair(self, place: float | None) -> None:
        """Show a line there and the values of that moment; None shows the playhead's values again."""
        self.plot.set_crosshair(place)
        self._show_values_in_title()

    def set_playhead(self, place: float | None, *, is_newest: bool = False) -> None:
        """The moment that is looked at, whose values the title says."""
        self.plot.set_playhead(place)
        self._read_at = None if is_newest else place
        self._show_values_in_title()

    def set_marks(self, marks: Sequence[tuple[float, ChartMark]], *, labelled: bool) -> None:
        self.plot.set_marks(marks, labelled=labelled)

    def set_other_name(self, name: str) -> None:
        """The run that is drawn dashed; "" for none."""
        self.title.set_other_name(name)

    def number_places(self, wanted: bool) -> None:
        """Only the lowest of several charts numbers its steps."""
        if wanted != self._places.is_wanted:
            self._places.is_wanted = wanted
            self._places.set_numbered(wanted and self._history is not None and len(self._history) > 0)
            self._places.setHeight(BOTTOM_HEIGHT_PX if wanted else UNNUMBERED_HEIGHT_PX)

    def paint_on(self, painter: QPainter, target: QRectF) -> None:
        """The same chart on paper of another size, as lines and words where the paper can hold them."""
        title = QRectF(target.topLeft(), target.size())
        title.setHeight(self.title.height())
        painter.save()
        painter.translate(title.topLeft())
        self.title.paint_on(painter, title.width())
        painter.restore()
        area = QRectF(target)
        area.setTop(title.bottom() + GAP_PX)
        self.plot.render(painter, area, self.plot.viewport().rect(), Qt.AspectRatioMode.IgnoreAspectRatio)

    def _show_values_in_title(self) -> None:
        """Those under the crosshair, else at the playhead, else the newest."""
        history, place = self._history, self.plot.crosshair
        if place is None:
            place = self._read_at
        if history is None or not len(history):
            self.title.set_values({})
            return
        names = [curve.name for curve in self._curves]
        if place is None:
            values = {name: history.latest(name) for name in names}
        else:
            values = {name: history.value_at(name, self._shown_axis, place) for name in names}
        self.title.set_values(values)

    def _fit_values(
        self, history: CurveHistory, axis: str, other: CurveHistory | None, with_outliers: bool
    ) -> None:
        if self._ceiling is not None:
            self._show_values(0.0, self._ceiling)
            return
        names = [curve.name for curve in self._drawn]
        found = [history.span(names, axis, self.places(), with_outliers=with_outliers)]
        if other is not None:
            found.append(other.span(names, axis, self.places()))
        if spans := [span for span in found if span is not None]:
            low, high = min(span[0] for span in spans), max(span[1] for span in spans)
            self._show_values(
                -ceiling_for(-low) if low < 0.0 else 0.0, ceiling_for(max(high, 0.0) * HEADROOM)
            )

    def _show_values(self, low: float, high: float) -> None:
        self._values.show_range(low, high)
        if (low, high) == self._shown_values:
            return
        self._shown_values = (low, high)
        air = (high - low) * AIR  # a line at either end is drawn in full
        self.plot.setYRange(low - air, high + air, padding=0.0)
        for line, value in zip(self._grid, np.linspace(low, high, 3), strict=True):
            line.setValue(value)

    def _dress(self, tokens: Tokens) -> None:
        self.plot.setBackground(None)
        for axis in (self._values, self._places):
            axis.dress(tokens)
        for line in self._grid:
            line.setPen(pg.mkPen(colour(tokens.line), width=1))
        for lines in self._lines.values():
            lines.dress(tokens)

    def _move(self, shift: float, factor: float) -> None:
        """Shift by a share of what is in view, and widen it about its middle."""
        first, last = self.places()
        middle, half = (first + last) / 2 + shift * (last - first), (last - first) / 2 * factor
        self.view_asked.emit(middle - half, middle + half)

    def _point(self, shift: float) -> None:
        """Move the crosshair by a share of what is in view; it begins in the middle."""
        first, last = self.places()
        place = self.plot.crosshair
        place = (first + last) / 2 if place is None else place + shift * (last - first)
        self.pointed_at.emit(min(max(place, first), last))

    @Slot()
    def _ask_for_place(self) -> None:
        if self.plot.crosshair is not None:
            self.place_asked.emit(self.plot.crosshair)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        points = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        match event.key():
            case Qt.Key.Key_Left:
                self._point(-KEY_POINT) if points else self._move(-KEY_PAN, 1.0)
            case Qt.Key.Key_Right:
                self._point(KEY_POINT) if points else self._move(KEY_PAN, 1.0)
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal:
                self._move(0.0, 1.0 / KEY_ZOOM)
            case Qt.Key.Key_Minus:
                self._move(0.0, KEY_ZOOM)
            case Qt.Key.Key_Home:
                self._move(-TO_THE_END, 1.0)
            case Qt.Key.Key_End:
                self._move(TO_THE_END, 1.0)
            case Qt.Key.Key_0:
                self.reset_asked.emit()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._ask_for_place()
            case Qt.Key.Key_Escape if self.plot.crosshair is not None:
                self.pointed_at.emit(None)
            case _:
                super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_asked.emit(event.globalPos())

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in RETINTS:
            self._dress(tokens_for(self))
        super().changeEvent(event)
