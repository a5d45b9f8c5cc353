"""The charts of a run are zoomed, moved and read by wheel, drag and key."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from studio.widgets.charts.curve_chart import CurveChart
from studio.widgets.charts.run_curves import RunCurves
from studio.widgets.charts.training_charts import TrainingCharts
from tests.studio.widgets.charts_of_a_run import (
    DRAWN_MS,
    draw_steps,
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


def wheel_over(chart: CurveChart) -> None:
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


def test_a_zoom_by_wheel_lets_go_and_live_takes_back(qtbot: QtBot, charts: TrainingCharts) -> None:
    curves = RunCurves("relativistic")
    curves.add(steps_done(1, 500))
    charts.show_run(curves)
    losses = charts.charts[0]
    qtbot.waitUntil(lambda: losses.places() == (0.0, 600.0), timeout=DRAWN_MS)
    with qtbot.waitSignal(charts.live_changed) as told:
        wheel_over(losses)
    assert told.args == [False]
    qtbot.waitUntil(lambda: losses.places()[1] - losses.places()[0] < 600)
    zoomed = losses.places()
    curves.add(steps_done(501, 500))
    qtbot.waitUntil(lambda: charts.charts[2].places()[1] < 600, timeout=DRAWN_MS)
    assert losses.places() == zoomed, "new points do not pull the view back"
    charts.set_live(True)
    qtbot.waitUntil(lambda: losses.places() == (0.0, 1500.0))


@pytest.mark.parametrize(
    ("key", "view"),
    [
        (Qt.Key.Key_Left, (90.0, 190.0)),
        (Qt.Key.Key_Right, (110.0, 210.0)),
        (Qt.Key.Key_Plus, (110.0, 190.0)),
        (Qt.Key.Key_Minus, (87.5, 212.5)),
        (Qt.Key.Key_Home, (0.0, 100.0)),
        (Qt.Key.Key_End, (500.0, 600.0)),
        (Qt.Key.Key_0, (0.0, 600.0)),
    ],
)
def test_keys_move_all_charts_as_the_mouse_does(
    qtbot: QtBot, drawn: TrainingCharts, key: Qt.Key, view: tuple[float, float]
) -> None:
    qtbot.keyClick(drawn.charts[1], key)
    qtbot.waitUntil(lambda: all(chart.places() == pytest.approx(view) for chart in drawn.charts))
    assert drawn.is_live == (key == Qt.Key.Key_0)


def test_a_drag_moves_and_a_double_click_follows_again(qtbot: QtBot, drawn: TrainingCharts) -> None:
    viewport = drawn.charts[0].plot.viewport()
    tenth = round(drawn.charts[0].plot.x_of(110.0) - drawn.charts[0].plot.x_of(100.0))
    start = viewport.rect().center()
    qtbot.mousePress(viewport, Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(viewport, start + QPoint(tenth, 0))
    qtbot.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=start + QPoint(tenth, 0))
    qtbot.waitUntil(lambda: drawn.charts[0].places() == pytest.approx((90.0, 190.0), abs=0.5))
    qtbot.mouseDClick(viewport, Qt.MouseButton.LeftButton, pos=start)
    assert drawn.is_live
    qtbot.waitUntil(lambda: drawn.charts[0].places() == (0.0, 600.0))


def test_no_zoom_leads_out_of_the_run_or_between_two_points(qtbot: QtBot, drawn: TrainingCharts) -> None:
    losses = drawn.charts[0]
    for _ in range(30):
        qtbot.keyClick(losses, Qt.Key.Key_Minus)
        qtbot.waitUntil(lambda: losses.places() == drawn.view)
    assert drawn.view == (0.0, 600.0)
    for _ in range(30):
        qtbot.keyClick(losses, Qt.Key.Key_Plus)
        qtbot.waitUntil(lambda: losses.places() == drawn.view)
    first, last = drawn.view
    assert 4.0 <= last - first <= 20.0


def test_the_crosshair_shows_on_all_charts_what_was_at_that_moment(
    qtbot: QtBot, drawn: TrainingCharts
) -> None:
    losses, scores, speed = drawn.charts
    viewport = scores.plot.viewport()
    moment = QPoint(round(scores.plot.x_of(125.5)), 40)
    qtbot.mouseMove(viewport, moment)
    qtbot.waitUntil(lambda: scores.plot.crosshair == pytest.approx(125.5, abs=0.5))
    qtbot.waitUntil(lambda: losses.plot.crosshair == speed.plot.crosshair == scores.plot.crosshair)
    assert words(losses) == "Losses: Generator 2.01, Discriminator 0.50"
    QApplication.sendEvent(viewport, QEvent(QEvent.Type.Leave))
    qtbot.waitUntil(lambda: losses.plot.crosshair is None)
    assert words(losses) == "Losses: Generator 2.00, Discriminator 0.50"


def test_keys_move_the_crosshair_and_ask_for_its_moment(qtbot: QtBot, drawn: TrainingCharts) -> None:
    losses = drawn.charts[0]
    shift = Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(losses, Qt.Key.Key_Right, shift)
    qtbot.waitUntil(lambda: losses.plot.crosshair == 150.0)  # it begins in the middle
    qtbot.keyClick(losses, Qt.Key.Key_Right, shift)
    qtbot.waitUntil(lambda: losses.plot.crosshair == 152.0)
    with qtbot.waitSignal(drawn.moment_asked) as told:
        qtbot.keyClick(losses, Qt.Key.Key_Return)
    assert told.args == [152]
    qtbot.keyClick(losses, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: losses.plot.crosshair is None)


def test_a_click_on_the_axis_asks_for_that_moment_and_lets_go(qtbot: QtBot, charts: TrainingCharts) -> None:
    curves = RunCurves("relativistic", picture_count=1600)
    curves.add(steps_done(1, 500, total=600))
    charts.show_run(curves)
    charts.set_axis("epoch")
    lowest = charts.charts[-1]
    qtbot.waitUntil(lambda: "8" in words(lowest) and lowest.places() == (0.0, 6.0), timeout=DRAWN_MS)
    viewport = lowest.plot.viewport()
    place = QPoint(round(lowest.plot.x_of(0.1)), viewport.height() - 4)
    with qtbot.waitSignal(charts.moment_asked) as told:
        qtbot.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=place)
    assert told.args[0] == pytest.approx(10, abs=2)
    assert not charts.is_live
    losses = charts.charts[0]
    newest = words(losses)
    qtbot.waitUntil(lambda: losses.plot.playhead == pytest.approx(0.1, abs=0.02))
    assert words(losses) != newest, "the title says what was then"
    charts.set_live(True)
    qtbot.waitUntil(lambda: charts.charts[0].plot.playhead == pytest.approx(5.0))
