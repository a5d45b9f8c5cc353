"""The three charts of a run, drawn from growing arrays a few times a second, one at a time."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from studio.widgets.chart_scale import right_edge_for
from studio.widgets.chart_title import ChartCurve
from studio.widgets.loss_chart import LossChart
from studio.widgets.run_curves import SPEED, RunCurves

REDRAW_MS = 100  # one chart each time, so that no turn of the event loop paints two
GAP_PX = 12


class TrainingCharts(QWidget):
    """Losses, what the discriminator thinks, and the speed, over one common axis."""

    live_changed = Signal(bool)  # whether the charts follow the run

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._curves = RunCurves("relativistic")
        self._axis = "step"
        self._is_live = True
        self._drawn: dict[LossChart, int] = {}
        self._losses = LossChart(
            self.tr("Losses"),
            (
                ChartCurve("generator_loss", self.tr("Generator"), "chart_generator"),
                ChartCurve("discriminator_loss", self.tr("Discriminator"), "chart_discriminator"),
            ),
        )
        self._scores = LossChart(*self._score_curves(), ceiling=1.0)
        self._speed = LossChart(
            self.tr("Pictures per second"), (ChartCurve(SPEED, self.tr("now"), "chart_speed", 0),)
        )
        self._arrange()
        self._timer = QTimer(self)
        self._timer.setInterval(REDRAW_MS)
        self._timer.timeout.connect(self.draw_next)

    @property
    def charts(self) -> tuple[LossChart, LossChart, LossChart]:
        return self._losses, self._scores, self._speed

    @property
    def is_live(self) -> bool:
        return self._is_live

    def show_run(self, curves: RunCurves) -> None:
        """Follow these curves; they may grow from now on."""
        self._curves = curves
        self._scores.set_curves(*self._score_curves())
        self._redraw_all()

    def set_axis(self, axis: str) -> None:
        """Lay the curves over "step" or "time"."""
        self._axis = axis
        self.set_live(True)
        self._redraw_all()

    def set_live(self, live: bool) -> None:
        """Follow the run, or stay where the view is."""
        if live != self._is_live:
            self._is_live = live
            self.live_changed.emit(live)
        if live:
            self._follow()

    def _arrange(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP_PX)
        for chart, stretch in zip(self.charts, (5, 5, 4), strict=True):
            layout.addWidget(chart, stretch)
            chart.view_moved.connect(self._let_go)
        for chart in (self._scores, self._speed):
            chart.link_to(self._losses)
        self._losses.show_places(False)
        self._scores.show_places(False)

    def _score_curves(self) -> tuple[str, tuple[ChartCurve, ChartCurve]]:
        if self._curves.is_relativistic:
            return self.tr("Real against made"), (
                ChartCurve("pair_score", self.tr("told apart"), "chart_discriminator"),
                ChartCurve("real_wins", self.tr("real wins"), "chart_quality"),
            )
        return self.tr("How real D finds them"), (
            ChartCurve("made_score", self.tr("made"), "chart_generator"),
            ChartCurve("real_score", self.tr("real"), "chart_discriminator"),
        )

    def _redraw_all(self) -> None:
        self._drawn.clear()

    def _follow(self) -> None:
        self._losses.set_places(0.0, right_edge_for(*self._curves.extent(self._axis)))

    @Slot()
    def draw_next(self) -> None:
        """Draw the chart that is furthest behind its curves."""
        waiting = [chart for chart in self.charts if self._drawn.get(chart, -1) != self._curves.version]
        if not waiting:
            return
        chart = min(waiting, key=lambda one: self._drawn.get(one, -1))
        chart.show_history(self._curves.speed if chart is self._speed else self._curves.steps, self._axis)
        self._drawn[chart] = self._curves.version
        if self._is_live:
            self._follow()

    @Slot()
    def _let_go(self) -> None:
        self.set_live(False)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        self._timer.stop()
        super().hideEvent(event)
