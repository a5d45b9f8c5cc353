"""The charts of a run: what they show, what is marked on them, and how seldom they are painted."""

from __future__ import annotations

from dataclasses import replace
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QAbstractEventDispatcher, QEvent, QEventLoop, QObject, QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from studio.theme import apply_theme
from studio.widgets.charts.chart_marks import ChartMark
from studio.widgets.charts.chart_picture import charts_as_png, charts_as_svg
from studio.widgets.charts.run_curves import RunCurves
from studio.widgets.charts.training_charts import TrainingCharts
from tests.studio.widgets.charts_of_a_run import (
    DRAWN_MS,
    draw_steps,
    measured,
    shown_charts,
    steps_done,
    words,
)


@pytest.fixture
def charts(qtbot: QtBot, qapp: QApplication) -> TrainingCharts:
    return shown_charts(qtbot, qapp)


@pytest.fixture
def drawn(qtbot: QtBot, charts: TrainingCharts) -> TrainingCharts:
    return draw_steps(qtbot, charts)


def test_every_chart_names_its_curves_with_their_newest_values(qtbot: QtBot, charts: TrainingCharts) -> None:
    curves = RunCurves("relativistic")
    curves.add(steps_done(1, 200))
    charts.show_run(curves)
    losses, scores, speed = charts.charts
    qtbot.waitUntil(lambda: "856" in words(speed), timeout=DRAWN_MS)
    assert words(losses) == "Losses: Generator 2.01, Discriminator 0.50"
    assert words(scores) == "Training against made: told apart 0.75, training wins 0.75"


def test_a_run_with_cross_entropy_shows_how_genuine_its_pictures_look(
    qtbot: QtBot, charts: TrainingCharts
) -> None:
    curves = RunCurves("bce")
    curves.add(steps_done(1, 20))
    charts.show_run(curves)
    scores = charts.charts[1]
    qtbot.waitUntil(lambda: "training 0.75" in words(scores), timeout=DRAWN_MS)
    assert words(scores) == "How genuine D finds them: made 0.25, training 0.75"


def test_the_charts_follow_a_run_that_grows(qtbot: QtBot, charts: TrainingCharts) -> None:
    curves = RunCurves("relativistic")
    charts.show_run(curves)
    curves.add(steps_done(1, 50, total=5000))
    qtbot.waitUntil(lambda: charts.charts[0].places() == (0.0, 60.0), timeout=DRAWN_MS)
    curves.add(steps_done(51, 500, total=5000))
    qtbot.waitUntil(lambda: charts.charts[0].places() == (0.0, 800.0), timeout=DRAWN_MS)
    qtbot.waitUntil(lambda: all(chart.places() == (0.0, 800.0) for chart in charts.charts), timeout=DRAWN_MS)


def test_the_values_axis_fits_what_is_in_view(qtbot: QtBot, charts: TrainingCharts) -> None:
    curves = RunCurves("relativistic", smoothing=0.0)
    falling = steps_done(1, 500)
    curves.add(replace(falling, curves={**falling.curves, "generator_loss": 100.0 / falling.steps}))
    charts.show_run(curves)
    losses = charts.charts[0]
    qtbot.waitUntil(lambda: losses.values() == (0.0, 10.0), timeout=DRAWN_MS)
    losses.view_asked.emit(300.0, 400.0)
    qtbot.waitUntil(lambda: losses.values() == pytest.approx((0.0, 0.6)), timeout=DRAWN_MS)
    charts.set_live(True)
    charts.set_outliers_shown(True)
    qtbot.waitUntil(lambda: losses.values() == (0.0, 200.0), timeout=DRAWN_MS)


def test_quality_has_the_place_of_the_speed_until_there_is_room_for_both(
    qtbot: QtBot, drawn: TrainingCharts
) -> None:
    drawn.resize(420, 560)
    assert [words(chart).partition(":")[0] for chart in drawn.charts][2:] == ["Pictures per second"]
    curves = RunCurves("relativistic")
    curves.add(steps_done(1, 500, total=600))
    curves.add_quality(measured(400))
    drawn.show_run(curves)
    qtbot.waitUntil(lambda: "digit-FID 0.59" in words(drawn.charts[2]), timeout=DRAWN_MS)
    assert (
        words(drawn.charts[2]) == "Quality, lower is better: digit-FID 0.59, right class 99.4%, recall 0.70"
    )
    assert len(drawn.charts) == 3
    drawn.resize(420, 760)
    assert words(drawn.charts[3]).startswith("Pictures per second")


def test_changes_and_notes_are_marked_where_they_happened(qtbot: QtBot, drawn: TrainingCharts) -> None:
    curves = RunCurves("relativistic")
    curves.add(steps_done(1, 500, total=600))
    curves.add_mark(ChartMark(step=120, kind="change", label="G to 0.001"))
    curves.add_mark(ChartMark(step=300, kind="note", label="D is pulling ahead"))
    curves.add_mark(ChartMark(step=480, kind="change", label="G to 0.002"))
    drawn.show_run(curves)
    losses = drawn.charts[0]
    qtbot.waitUntil(lambda: losses.plot.labels_shown() == ["G to 0.001", "G to 0.002"], timeout=DRAWN_MS)
    losses.view_asked.emit(100.0, 200.0)
    qtbot.waitUntil(lambda: losses.plot.labels_shown() == ["G to 0.001"])
    assert drawn.charts[1].plot.labels_shown() == [], "once is enough"


def test_another_run_lies_behind_and_is_named(qtbot: QtBot, drawn: TrainingCharts) -> None:
    before = drawn.charts[0].grab().toImage()
    other = RunCurves("relativistic", name="Run 7")
    other.add(steps_done(1, 3000))
    drawn.set_live(True)
    drawn.compare_with(other)
    qtbot.waitUntil(lambda: "(Run 7)" in words(drawn.charts[0]), timeout=DRAWN_MS)
    qtbot.waitUntil(lambda: drawn.charts[0].places() == (0.0, 3000.0))  # both are in view as a whole
    assert drawn.charts[0].grab().toImage() != before
    drawn.compare_with(None)
    assert "Run 7" not in words(drawn.charts[0])
    qtbot.waitUntil(lambda: drawn.charts[0].places() == (0.0, 600.0))


def test_the_charts_are_a_picture_in_pixels_and_in_lines(drawn: TrainingCharts) -> None:
    png = QImage.fromData(charts_as_png(drawn))
    assert png.size() == 2 * (drawn.size() + QSize(32, 32))
    drawing = ElementTree.fromstring(charts_as_svg(drawn, "Run 1 curves"))
    said = "".join(drawing.itertext())
    assert "Run 1 curves" in said and "Losses" in said and "Generator" in said
    assert len(list(drawing.iter("{http://www.w3.org/2000/svg}polyline"))) >= 6, "the lines are lines"


def test_the_same_curves_lie_over_time_as_well(qtbot: QtBot, charts: TrainingCharts) -> None:
    curves = RunCurves("relativistic")
    curves.add(steps_done(1, 500))
    charts.show_run(curves)
    charts.set_axis("time")
    qtbot.waitUntil(lambda: charts.charts[0].places() == (0.0, 30.0))  # 500 steps at 20 a second


class PaintCounter(QObject):
    """Remembers which charts were painted in each turn of the event loop."""

    def __init__(self) -> None:
        super().__init__()
        self.painted: list[QObject] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self.painted.append(watched)
        return False


def test_new_points_repaint_one_chart_at_a_time(qtbot: QtBot, charts: TrainingCharts) -> None:
    curves = RunCurves("relativistic")
    curves.add(steps_done(1, 500, total=600))
    charts.show_run(curves)
    qtbot.waitUntil(lambda: all("0" in words(chart) or "8" in words(chart) for chart in charts.charts))
    charts.set_live(False)  # no jump of the common axis, which moves all three
    QApplication.processEvents()
    counter = PaintCounter()
    viewports = [chart.findChild(QObject, "plot").viewport() for chart in charts.charts]  # type: ignore[union-attr]
    QApplication.processEvents()
    for viewport in viewports:
        viewport.installEventFilter(counter)
    curves.add(steps_done(501, 50, total=600))
    charts.draw_next()
    qtbot.waitUntil(lambda: len(counter.painted) > 0)
    assert counter.painted == [viewports[0]]


def test_in_a_long_run_only_numbers_change_until_a_pixel_is_full(
    qtbot: QtBot, charts: TrainingCharts
) -> None:
    curves = RunCurves("relativistic", smoothing=0.0)
    curves.add(steps_done(1, 100_000, total=200_000))
    charts.show_run(curves)
    qtbot.waitUntil(lambda: not charts.is_behind and charts.charts[0].places() == (0.0, 150_000.0))
    qtbot.waitUntil(lambda: not charts.is_behind, timeout=DRAWN_MS)
    QApplication.processEvents()
    counter = PaintCounter()
    charts.charts[0].plot.viewport().installEventFilter(counter)
    last = steps_done(100_001, 10, total=200_000)
    curves.add(replace(last, curves={name: values + 1 for name, values in last.curves.items()}))
    qtbot.waitUntil(lambda: "Generator 3.00" in words(charts.charts[0]), timeout=DRAWN_MS)
    qtbot.waitUntil(lambda: not charts.is_behind, timeout=DRAWN_MS)
    assert counter.painted == []
    curves.add(steps_done(100_011, 1000, total=200_000))
    qtbot.waitUntil(lambda: len(counter.painted) > 0, timeout=DRAWN_MS)


def one_turn_of_the_event_loop() -> None:
    dispatcher = QAbstractEventDispatcher.instance()
    assert dispatcher is not None
    dispatcher.processEvents(QEventLoop.ProcessEventsFlag.AllEvents)


def test_a_view_that_moves_repaints_one_chart_in_each_turn(qtbot: QtBot, drawn: TrainingCharts) -> None:
    counter = PaintCounter()
    for chart in drawn.charts:
        chart.plot.viewport().installEventFilter(counter)
    turns: list[set[QObject]] = []
    for _ in range(10):
        qtbot.keyClick(drawn.charts[0], Qt.Key.Key_Right)
        while any(chart.places() != drawn.view for chart in drawn.charts):
            before = len(counter.painted)
            one_turn_of_the_event_loop()
            turns.append(set(counter.painted[before:]))
    assert max(map(len, turns)) == 1
    assert set(counter.painted) == {chart.plot.viewport() for chart in drawn.charts}


def test_a_hidden_room_draws_nothing(qtbot: QtBot, charts: TrainingCharts) -> None:
    charts.hide()
    curves = RunCurves("relativistic")
    curves.add(steps_done(1, 50))
    charts.show_run(curves)
    qtbot.wait(300)
    assert words(charts.charts[0]) == "Losses"
    charts.show()
    qtbot.waitUntil(lambda: words(charts.charts[0]) != "Losses", timeout=DRAWN_MS)


def test_a_new_smoothing_shows_another_value(qtbot: QtBot, charts: TrainingCharts) -> None:
    curves = RunCurves("relativistic", smoothing=0.0)
    curves.add(steps_done(1, 3))
    charts.show_run(curves)
    losses = charts.charts[0]
    qtbot.waitUntil(lambda: "Generator 2.33" in words(losses), timeout=DRAWN_MS)
    curves.set_smoothing(0.99)
    qtbot.waitUntil(lambda: "Generator 2.61" in words(losses), timeout=DRAWN_MS)


def test_both_themes_colour_the_curves(qtbot: QtBot, qapp: QApplication, charts: TrainingCharts) -> None:
    curves = RunCurves("relativistic")
    curves.add(steps_done(1, 50))
    charts.show_run(curves)
    losses = charts.charts[0]
    qtbot.waitUntil(lambda: words(losses) != "Losses", timeout=DRAWN_MS)
    dark = losses.grab().toImage()
    apply_theme(qapp, "light")
    light = losses.grab().toImage()
    assert dark != light
