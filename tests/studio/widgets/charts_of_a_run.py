"""The charts of a run as their tests use them: with steps, and drawn."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gan.events import QualityMeasured, StepsDone
from studio.theme import apply_theme
from studio.widgets.charts.curve_chart import CurveChart
from studio.widgets.charts.run_curves import RunCurves
from studio.widgets.charts.training_charts import TrainingCharts

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


def measured(step: int) -> QualityMeasured:
    return QualityMeasured(
        step=step,
        elapsed_s=step / 20.0,
        pictures=500,
        digit_fid=0.59,
        class_accuracy=0.994,
        precision=0.8,
        recall=0.7,
        swd=3.0,
        floor={},
    )


def shown_charts(qtbot: QtBot, qapp: QApplication) -> TrainingCharts:
    """Without a run yet."""
    apply_theme(qapp, "dark")
    charts = TrainingCharts()
    qtbot.addWidget(charts)
    charts.resize(420, 640)
    charts.show()
    return charts


def words(chart: CurveChart) -> str:
    return chart.findChild(QObject, "chart_title").text()  # type: ignore[union-attr]


def draw_steps(qtbot: QtBot, charts: TrainingCharts) -> TrainingCharts:
    """500 steps on all three charts, of which 100 to 200 are in view."""
    curves = RunCurves("relativistic", smoothing=0.0, picture_count=1600)
    curves.add(steps_done(1, 500, total=600))
    charts.show_run(curves)
    qtbot.waitUntil(lambda: all("0" in words(chart) or "8" in words(chart) for chart in charts.charts))
    charts.charts[0].view_asked.emit(100.0, 200.0)
    qtbot.waitUntil(lambda: all(chart.places() == (100.0, 200.0) for chart in charts.charts))
    return charts
