"""The charts of a run over one common axis, drawn from growing arrays a few times a second, one at a time."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, QSize, QTimer, Signal, Slot
from PySide6.QtGui import QHideEvent, QPainter, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from studio.widgets.charts.chart_scale import clamped_view, right_edge_for
from studio.widgets.charts.chart_title import ChartCurve
from studio.widgets.charts.curve_chart import CurveChart
from studio.widgets.charts.run_curves import SPEED, RunCurves

REDRAW_MS = 100  # one chart each time
TURNS_TO_PAINT = 4  # of the event loop, from a change of a scene to its pixels
GAP_PX = 12
ROOMY_PX, LOW_PX = 640, 300  # where quality and speed both have room, and where the speed alone has none
STRETCHES = (5, 5, 5, 4)

View = tuple[float, float]


class TrainingCharts(QWidget):
    """Losses, what the discriminator thinks, the quality once it is measured, and the speed.

    They share view, crosshair, marks and playhead. Whatever changes goes to one chart after another, first to the one
    under the mouse, so that no turn of the event loop paints two.
    """

    live_changed = Signal(bool)  # whether the charts follow the run
    moment_asked = Signal(int)  # the step of a moment that was clicked or dragged to
    menu_asked = Signal(QPoint)  # on the screen

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._curves = RunCurves("relativistic")
        self._other: RunCurves | None = None
        self._axis = "step"
        self._with_outliers = False
        self._is_live = True
        self._view: View = (0.0, 1.0)
        self._crosshair: float | None = None
        self._playhead_step: int | None = None
        self._drawn: dict[CurveChart, int] = {}
        self._outlines: dict[CurveChart, tuple[int, View, float]] = {}  # what the lines were drawn from
        self._lagging: list[CurveChart] = []
        self._draw_due = False
        self._turns_to_wait = 0
        self._losses = CurveChart(self.tr("Losses"), self._loss_curves())
        self._scores = CurveChart(*self._score_curves(), ceiling=1.0)
        self._quality = CurveChart(
            self.tr("Quality, lower is better"),
            self._quality_curves(),
            short_title=self.tr("Quality"),
        )
        self._speed = CurveChart(
            self.tr("Pictures per second"), (ChartCurve(SPEED, self.tr("now"), "chart_speed", 0),)
        )
        self._all = (self._losses, self._scores, self._quality, self._speed)
        self._arrange()
        self._timer = _timer(self, REDRAW_MS, self.draw_next)
        self._turn = _timer(self, 0, self._take_turn)

    @property
    def charts(self) -> tuple[CurveChart, ...]:
        """Those that are shown, from the top."""
        return tuple(chart for chart in self._all if not chart.isHidden())

    @property
    def is_live(self) -> bool:
        return self._is_live

    @property
    def view(self) -> View:
        """The first and the last place that is in view, or will be in the next turn of the event loop."""
        return self._view

    @property
    def is_behind(self) -> bool:
        """Whether a chart still has to be drawn or moved."""
        outdated = any(self._drawn.get(chart, -1) != self._curves.version for chart in self.charts)
        return outdated or bool(self._lagging)

    def show_run(self, curves: RunCurves) -> None:
        """Follow these curves; they may grow from now on."""
        self._curves = curves
        self._scores.set_curves(*self._score_curves())
        self._playhead_step = self._crosshair = None
        self._redraw_all()
        self._follow()

    def compare_with(self, other: RunCurves | None) -> None:
        """Lay the smoothed curves of another run behind these, dashed."""
        self._other = other
        for chart in self._all:
            chart.set_other_name("" if other is None else other.name)
        self._redraw_all()
        if self._is_live:
            self._follow()

    def set_axis(self, axis: str) -> None:
        """Lay the curves over "step", "epoch" or "time"."""
        self._axis = axis
        self._crosshair = None
        self.set_live(True)
        self._redraw_all()

    def set_outliers_shown(self, shown: bool) -> None:
        """Whether the values' axis reaches to the wildest step or leaves a few of them out."""
        self._with_outliers = shown
        self._redraw_all()

    def set_live(self, live: bool) -> None:
        """Follow the run, or stay where the view is."""
        if live:
            self.set_playhead(None)
            self._follow()
        if live != self._is_live:
            self._is_live = live
            self.live_changed.emit(live)

    def set_playhead(self, step: int | None) -> None:
        """Where the moment lies that is looked at; None for the newest."""
        if step != self._playhead_step:
            self._playhead_step = step
            self._spread()

    def paint_on(self, painter: QPainter) -> None:
        """All charts as they stand, each at its place in this widget."""
        for chart in self.charts:
            chart.paint_on(painter, QRectF(chart.geometry()))

    # What is drawn

    def _arrange(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP_PX)
        for chart, stretch in zip(self._all, STRETCHES, strict=True):
            layout.addWidget(chart, stretch)
            chart.view_asked.connect(self._on_view_asked)
            chart.reset_asked.connect(self._on_reset_asked)
            chart.pointed_at.connect(self._on_pointed_at)
            chart.place_asked.connect(self._on_place_asked)
            chart.menu_asked.connect(self.menu_asked)
        self._choose_charts()

    def _choose_charts(self) -> None:
        """Quality has the place of the speed where there is not room for both."""
        measured = self._curves.distance is not None
        self._quality.setVisible(measured)
        self._speed.setVisible(self.height() >= (ROOMY_PX if measured else LOW_PX))
        lowest = self.charts[-1]
        for chart in self._all:
            chart.number_places(chart is lowest)

    def _loss_curves(self) -> tuple[ChartCurve, ChartCurve]:
        return (
            ChartCurve("generator_loss", self.tr("Generator"), "chart_generator"),
            ChartCurve("discriminator_loss", self.tr("Discriminator"), "chart_discriminator"),
        )

    def _score_curves(self) -> tuple[str, tuple[ChartCurve, ChartCurve]]:
        if self._curves.is_relativistic:
            return self.tr("Training against made"), (
                ChartCurve("pair_score", self.tr("told apart"), "chart_discriminator"),
                ChartCurve("real_wins", self.tr("training wins"), "chart_quality"),
            )
        return self.tr("How genuine D finds them"), (
            ChartCurve("made_score", self.tr("made"), "chart_generator"),
            ChartCurve("real_score", self.tr("training"), "chart_discriminator"),
        )

    def _quality_curves(self) -> tuple[ChartCurve, ...]:
        if self._curves.distance == "swd":
            distance = ChartCurve("swd", self.tr("patch distance"), "chart_quality", 1, "dots")
        else:
            distance = ChartCurve("digit_fid", self.tr("digit-FID"), "chart_quality", 2, "dots")
        right = ChartCurve("class_accuracy", self.tr("right class"), "text2", 1, "word", is_share=True)
        return distance, right, ChartCurve("recall", self.tr("recall"), "text2", 2, "word")

    def _redraw_all(self) -> None:
        self._drawn.clear()
        self._outlines.clear()

    @Slot()
    def draw_next(self) -> None:
        """Draw the chart that is furthest behind its curves, as soon as it is its turn."""
        self._draw_due = True
        self._begin_turns()

    @Slot()
    def _take_turn(self) -> None:
        if self._turns_to_wait > 0:
            self._turns_to_wait -= 1
            return
        self._turns_to_wait = TURNS_TO_PAINT
        if self._lagging:
            self._catch_up(self._lagging.pop(0))
        elif self._draw_due:
            self._draw_due = False
            self._draw_furthest_behind()
        else:
            self._turn.stop()

    def _draw_furthest_behind(self) -> None:
        if (self._curves.distance is not None) == self._quality.isHidden():
            self._quality.set_curves(self.tr("Quality, lower is better"), self._quality_curves())
            self._choose_charts()
        waiting = [chart for chart in self.charts if self._drawn.get(chart, -1) != self._curves.version]
        if not waiting:
            return
        chart = min(waiting, key=lambda one: self._drawn.get(one, -1))
        if self._looks_the_same(chart):
            chart.set_playhead(self._playhead(), is_newest=self._playhead_step is None)
        else:
            self._draw(chart)
            self._outlines[chart] = (self._curves.shape, self._view, self._ends()[0])
        self._drawn[chart] = self._curves.version
        if self._is_live:
            self._follow()

    def _looks_the_same(self, chart: CurveChart) -> bool:
        """Whether what is new would not be seen: in a long run a pixel takes many steps."""
        if chart not in self._outlines:
            return False
        shape, view, last = self._outlines[chart]
        a_pixel = (view[1] - view[0]) / max(1, chart.plot.width())
        unchanged = (shape, view) == (self._curves.shape, self._view)
        return unchanged and self._ends()[0] - last < a_pixel / 2

    def _draw(self, chart: CurveChart) -> None:
        which = "speed" if chart is self._speed else "quality" if chart is self._quality else "steps"
        other = None if self._other is None else getattr(self._other, which)
        chart.show_history(
            getattr(self._curves, which), self._axis, other=other, with_outliers=self._with_outliers
        )
        is_first = chart is self._losses
        marks = [
            (self._curves.place_of(mark.step, self._axis), mark)
            for mark in self._curves.marks
            if is_first or mark.kind == "change"
        ]
        chart.set_marks(marks, labelled=is_first)
        chart.set_playhead(self._playhead(), is_newest=self._playhead_step is None)

    def _playhead(self) -> float | None:
        if self._playhead_step is not None:
            return self._curves.place_of(self._playhead_step, self._axis)
        last, _ = self._curves.extent(self._axis)
        return last if len(self._curves.steps) else None

    # What is in view

    def _ends(self) -> tuple[float, float]:
        """The newest place of either run, and the right edge that goes with it."""
        last, total = self._curves.extent(self._axis)
        edge = right_edge_for(last, total)
        if self._other is not None:
            other_last, _ = self._other.extent(self._axis)
            edge = max(edge, other_last)
        return last, edge

    def _follow(self) -> None:
        _, edge = self._ends()
        self._set_view((0.0, edge), self._losses)

    def _set_view(self, view: View, first: CurveChart) -> None:
        if view != self._view:
            self._view = view
            self._spread(first)

    def _spread(self, first: CurveChart | None = None) -> None:
        """Let every chart catch up, one after another."""
        if not self._lagging:
            self._lagging = sorted(self.charts, key=lambda chart: chart is not first)
        else:  # those that wait already go on waiting in their order, however fast the mouse is
            self._lagging += [chart for chart in self.charts if chart not in self._lagging]
        self._begin_turns()

    def _begin_turns(self) -> None:
        if self.isVisible() and not self._turn.isActive():
            self._turn.start()

    def _catch_up(self, chart: CurveChart) -> None:
        chart.set_view(*self._view)
        chart.set_crosshair(self._crosshair)
        chart.set_playhead(self._playhead(), is_newest=self._playhead_step is None)

    def _asking_chart(self) -> CurveChart:
        sender = self.sender()
        return sender if isinstance(sender, CurveChart) else self._losses

    @Slot(float, float)
    def _on_view_asked(self, first: float, last: float) -> None:
        points = len(self._curves.steps)
        if points == 0:
            return
        newest, edge = self._ends()
        view = clamped_view(first, last, edge, grain=max(newest, edge / 100) / points)
        self._set_view(view, self._asking_chart())
        self.set_live(False)
        self._redraw_all()  # the values' axis fits what is in view

    @Slot()
    def _on_reset_asked(self) -> None:
        self.set_live(True)
        self._redraw_all()

    @Slot(object)
    def _on_pointed_at(self, place: float | None) -> None:
        if place is not None:
            place = min(max(place, 0.0), self._ends()[0])  # beyond the newest point there is nothing to read
        if place != self._crosshair and (place is None or len(self._curves.steps)):
            self._crosshair = place
            self._spread(self._asking_chart())

    @Slot(float)
    def _on_place_asked(self, place: float) -> None:
        step = self._curves.step_at(place, self._axis)
        self.set_live(False)
        self.set_playhead(step)
        self.moment_asked.emit(step)

    def minimumSizeHint(self) -> QSize:
        return QSize(240, 240)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._choose_charts()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._timer.start()
        self._spread()

    def hideEvent(self, event: QHideEvent) -> None:
        self._timer.stop()
        self._turn.stop()
        super().hideEvent(event)


def _timer(parent: QWidget, interval_ms: int, slot: object) -> QTimer:
    timer = QTimer(parent)
    timer.setInterval(interval_ms)
    timer.timeout.connect(slot)
    return timer
