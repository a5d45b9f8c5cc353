"""A run as a table: every step has its row, and what was measured now and then stands where it belongs."""

from __future__ import annotations

import csv
import io
import threading

import numpy as np

from gan.events import QualityMeasured, StepsDone
from studio.widgets.charts.curve_table import curve_table
from studio.widgets.charts.run_curves import RunCurves


def steps_done(first: int, count: int) -> StepsDone:
    steps = np.arange(first, first + count)
    level = (steps / 8).astype(np.float32)
    return StepsDone(
        step=int(steps[-1]),
        steps=steps,
        pictures_seen=16 * steps,
        elapsed_s=steps / 20.0,
        curves=dict.fromkeys(("generator_loss", "discriminator_loss", "pair_score", "real_wins"), level),
        images_per_second=800.0 + first,
        steps_total=None,
        eta_s=None,
    )


def rows_of(curves: RunCurves) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(curve_table(curves)().decode("utf-8"))))


def test_every_step_has_a_row_with_all_its_values() -> None:
    curves = RunCurves("relativistic", picture_count=64)
    curves.add(steps_done(1, 3))
    curves.add(steps_done(4, 2))
    rows = rows_of(curves)
    assert [row["step"] for row in rows] == ["1", "2", "3", "4", "5"]
    assert [row["epoch"] for row in rows] == ["0.25", "0.5", "0.75", "1", "1.25"]
    assert [row["elapsed_s"] for row in rows] == ["0.05", "0.1", "0.15", "0.2", "0.25"]
    assert [row["generator_loss"] for row in rows] == ["0.125", "0.25", "0.375", "0.5", "0.625"]
    assert [row["images_per_second"] for row in rows] == ["", "", "801", "", "804"]
    assert "digit_fid" not in rows[0], "nothing was measured"


def test_a_measurement_stands_in_the_row_of_its_step() -> None:
    curves = RunCurves("relativistic")
    curves.add(steps_done(1, 6))
    curves.add_quality(
        QualityMeasured(
            step=4,
            elapsed_s=0.2,
            pictures=500,
            digit_fid=0.59,
            class_accuracy=0.994,
            precision=0.8,
            recall=0.7,
            swd=3.0,
            floor={},
        )
    )
    assert [row["digit_fid"] for row in rows_of(curves)] == ["", "", "", "0.59", "", ""]


def test_a_run_without_steps_is_a_table_without_rows() -> None:
    assert rows_of(RunCurves("bce")) == []


def test_the_table_is_of_the_moment_it_was_asked_for() -> None:
    curves = RunCurves("relativistic")
    curves.add(steps_done(1, 3))
    table = curve_table(curves)
    curves.add(steps_done(4, 2000))
    written: list[bytes] = []
    thread = threading.Thread(target=lambda: written.append(table()))
    thread.start()
    thread.join()
    assert written[0].count(b"\n") == 1 + 3
