"""Charts draw what a run reports, follow it, and let go when a person looks elsewhere."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gan.events import StepsDone
from studio.theme import apply_theme
from studio.widgets.loss_chart import LossChart
from studio.widgets.run_curves import RunCurves
from studio.widgets.training_charts import TrainingCharts

DRAWN_MS = 5000


def steps_done(first: int, count: int, total: int | None = None) -> StepsDone:
    steps = np.arange(first, first + count)
    falling = (2.0 + 1.0 / steps).astype(np.float32)
    share = np.full(count, 0.75, np.float32)
    return StepsDone(
        step=int(steps[-1]),
        steps=steps,
        pictures_seen=16 * steps,
        elapsed_s=steps / 20.0,
        curves={
            "generator_loss": falling,
            "discriminator_loss": falling / 4,
            "pair_score": share,
            "real_wins": share,
            "real_score": share,
            "made_score": 1 - share,
        },
        images_per_second=856.0,
        steps_total=total,
        eta_s=None,
    )


@pytest.fixture
def charts(qtbot: QtBot, qapp: QApplication) -> TrainingCharts:
    apply_theme(qapp, "dark")
    charts = TrainingCharts()
    qtbot.addWidget(charts)
    charts.resize(420, 640)
    charts.show()
    return charts


def words(chart: LossChart) -> str:
    return chart.findChild(QObject, "chart_title").text()  # type: ignore[union-attr]


def wheel_over(chart: LossChart) -> None:
    viewport = chart.findChild(QObject, "plot").viewport()  # type: ignore[union-attr]
    place = QPointF(viewport.rect().center())
    event = QWheelEvent(
        place,
        viewport.mapToGlobal(place),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(viewport, event)


def test_every_chart_names_its_curves_with_their_newest_values(qtbot: QtBot, charts: TrainingCharts) -> None:
    curves = RunCurves("relativistic")
    curves.add(steps_done(1, 200))
    charts.show_run(curves)
    losses, scores, speed = charts.charts
    qtbot.waitUntil(lambda: "856" in words(speed), timeout=DRAWN_MS)
    assert words(losses) == "Losses: Generator 2.01, Discriminator 0.50"
    assert words(scores) == "Real against made: told apart 0.75, real wins 0.75"


def test_a_run_with_cross_entropy_shows_how_real_its_pictures_look(
    qtbot: QtBot, charts: TrainingCharts
) -> None:
    curves = RunCurves("bce")
    curves.add(steps_done(1, 20))
    charts.show_run(curves)
    scores = charts.charts[1]
    qtbot.waitUntil(lambda: "real 0.75" in words(scores), timeout=DRAWN_MS)
    assert words(scores) == "How real D finds them: made 0.25, real 0.75"


def test_the_charts_follow_a_run_that_grows(qtbot: QtBot, charts: TrainingCharts) -> None:
    curves = RunCurves("relativistic")
    charts.show_run(curves)
    curves.add(steps_done(1, 50, total=5000))
    qtbot.waitUntil(lambda: charts.charts[0].places() == (0.0, 60.0), timeout=DRAWN_MS)
    curves.add(steps_done(51, 500, total=5000))
    qtbot.waitUntil(lambda: charts.charts[0].places() == (0.0, 800.0), timeout=DRAWN_MS)
    assert charts.charts[2].places() == pytest.approx((0.0, 800.0)), "all share one axis"


def test_a_zoom_by_wheel_lets_go_and_live_takes_back(qtbot: QtBot, charts: TrainingCharts) -> None:
    curves = RunCurves("relativistic")
    curves.add(steps_done(1, 500))
    charts.show_run(curves)
    losses = charts.charts[0]
    qtbot.waitUntil(lambda: losses.places() == (0.0, 600.0), timeout=DRAWN_MS)
    with qtbot.waitSignal(charts.live_changed) as told:
        wheel_over(losses)
    assert told.args == [False]
    zoomed = losses.places()
    assert zoomed[1] - zoomed[0] < 600
    curves.add(steps_done(501, 500))
    qtbot.waitUntil(lambda: charts.charts[2].places()[1] < 600, timeout=DRAWN_MS)
    assert losses.places() == zoomed, "new points do not pull the view back"
    charts.set_live(True)
    assert losses.places() == (0.0, 1500.0)


@pytest.mark.parametrize("key", [Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Plus, Qt.Key.Key_Minus])
def test_keys_move_and_zoom_as_the_mouse_does(qtbot: QtBot, charts: TrainingCharts, key: Qt.Key) -> None:
    losses = charts.charts[0]
    before = losses.places()
    with qtbot.waitSignal(charts.live_changed):
        qtbot.keyClick(losses, key)
    assert losses.places() != before


def test_the_same_curves_lie_over_time_as_well(qtbot: QtBot, charts: TrainingCharts) -> None:
    curves = RunCurves("relativistic")
    curves.add(steps_done(1, 500))
    charts.show_run(curves)
    charts.set_axis("time")
    assert charts.charts[0].places() == (0.0, 30.0), "500 steps at 20 a second"


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
    counter = PaintCounter()
    viewports = [chart.findChild(QObject, "plot").viewport() for chart in charts.charts]  # type: ignore[union-attr]
    QApplication.processEvents()
    for viewport in viewports:
        viewport.installEventFilter(counter)
    curves.add(steps_done(501, 50, total=600))
    charts.draw_next()
    QApplication.processEvents()
    assert counter.painted == [viewports[0]]


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
