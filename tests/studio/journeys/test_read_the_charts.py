"""A person reads the charts of a run: looks closer, asks what was when, and takes the curves along."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from gan.config import TrainingRequest
from gan.events import StepsDone
from studio.app import Studio
from studio.pages.train.charts import TrainCharts
from studio.pages.train.page import TrainPage
from studio.widgets.charts.training_charts import TrainingCharts
from tests.studio.journeys.hand import menu_entry, turn_wheel
from tests.studio.journeys.training_room import BUTTON, WAIT_MS, draw_shapes, open_train


@pytest.fixture
def bars(tmp_path: Path) -> str:
    (tmp_path / "bars").mkdir()
    return str(draw_shapes(tmp_path / "bars"))


@pytest.fixture
def room(qtbot: QtBot, studio: Studio) -> TrainPage:
    page = open_train(studio)
    qtbot.waitUntil(lambda: page.charts.charts is not None, timeout=WAIT_MS)
    return page


def train(qtbot: QtBot, studio: Studio, request: TrainingRequest) -> None:
    with qtbot.waitSignal(studio.session.training.ended, timeout=WAIT_MS):
        studio.session.start_training(request)


def charts_of(room: TrainPage) -> TrainingCharts:
    assert room.charts.charts is not None
    return room.charts.charts


def choose(charts: TrainCharts, action: QAction, file: Path) -> None:
    """Press an entry of the menu and type a name into its dialog."""
    charts.tools.menu.aboutToShow.emit()
    assert action in charts.tools.menu.actions() and action.isEnabled()
    action.trigger()
    dialog = charts.window().findChild(QFileDialog)
    assert dialog is not None
    name = dialog.findChild(QLineEdit)
    assert name is not None
    name.setText(str(file))
    dialog.accept()


@pytest.mark.qt_log_ignore("This plugin does not support")  # offscreen, a dialog cannot be raised
def test_a_person_looks_closer_asks_what_was_when_and_takes_the_curves_along(
    qtbot: QtBot, studio: Studio, room: TrainPage, bars: str, tmp_path: Path
) -> None:
    training, charts = studio.session.training, charts_of(room)
    studio.session.start_training(TrainingRequest(dataset=bars, steps=5000, device="cpu"))
    losses = charts.charts[0]
    qtbot.waitUntil(lambda: "Generator" in losses.title.text(), timeout=WAIT_MS)
    live = room.past.time.dock.live
    qtbot.waitUntil(live.isEnabled, timeout=WAIT_MS)
    assert live.isChecked()

    # The wheel zooms about the mouse, and the charts no longer follow the run, which goes on.
    viewport = losses.plot.viewport()
    turn_wheel(viewport, QPointF(losses.plot.x_of(2.0), viewport.height() / 2), 4)
    assert not live.isChecked()
    zoomed = charts.view
    qtbot.waitUntil(lambda: all(chart.places() == zoomed for chart in charts.charts), timeout=WAIT_MS)
    steps: list[StepsDone] = []
    training.reported.connect(lambda event: steps.append(event) if isinstance(event, StepsDone) else None)
    qtbot.waitUntil(lambda: len(steps) > 10, timeout=WAIT_MS)
    assert charts.view == zoomed

    # Live takes the charts along again.
    qtbot.mouseClick(live, BUTTON)
    qtbot.waitUntil(lambda: losses.places()[1] > steps[-1].step, timeout=WAIT_MS)
    assert charts.is_live

    with qtbot.waitSignal(training.ended, timeout=WAIT_MS):
        qtbot.mouseClick(room.bar.stop, BUTTON)
    last = int(room.charts.curves.steps.places("step")[-1])

    # The crosshair says in every title what was at its moment.
    qtbot.waitUntil(lambda: not charts.is_behind, timeout=WAIT_MS)
    now = [chart.title.text() for chart in charts.charts[:2]]
    viewport = losses.plot.viewport()
    qtbot.mouseMove(viewport, QPoint(round(losses.plot.x_of(2.0)), viewport.height() // 2))
    qtbot.waitUntil(lambda: all(chart.plot.crosshair is not None for chart in charts.charts), timeout=WAIT_MS)
    then = [chart.title.text() for chart in charts.charts[:2]]
    assert all(one != other for one, other in zip(now, then, strict=True))

    # The table holds every step.
    with qtbot.waitSignal(studio.session.exports.finished, timeout=WAIT_MS):
        choose(room.charts, room.charts.export.csv, tmp_path / "curves.csv")
    with (tmp_path / "curves.csv").open(newline="") as file:
        rows = list(csv.DictReader(file))
    assert [int(row["step"]) for row in rows] == list(range(1, last + 1))
    assert all(float(row["generator_loss"]) >= 0 and float(row["elapsed_s"]) > 0 for row in rows)
    assert float(rows[-1]["epoch"]) == pytest.approx(16 * last / 48)


def test_a_run_that_is_continued_in_the_next_sitting_shows_its_old_curves_and_another_run_behind_them(
    qtbot: QtBot, studio: Studio, room: TrainPage, bars: str
) -> None:
    session, charts = studio.session, charts_of(room)
    train(qtbot, studio, TrainingRequest(dataset=bars, steps=12, device="cpu"))
    first = session.run_file
    assert first is not None
    train(qtbot, studio, TrainingRequest(dataset=bars, steps=6, device="cpu", seed=2))
    assert room.charts.curves.steps.places("step").tolist() == list(range(1, 7)), "a new run, new curves"
    with qtbot.waitSignal(session.training.ended, timeout=WAIT_MS):
        session.resume_training(first.parent, steps=15)
    assert room.charts.curves.steps.places("step").tolist() == list(range(1, 16))

    room.charts.compare.menu.aboutToShow.emit()
    entry = menu_entry(room.charts.compare.menu, "Run 2")
    entry.trigger()
    qtbot.waitUntil(lambda: "(Run 2)" in charts.charts[0].title.text(), timeout=WAIT_MS)
