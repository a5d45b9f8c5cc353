"""The curves of a run as a table for other programs: a row a step, values as measured. No Qt."""

from __future__ import annotations

import io
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from studio.widgets.charts.curve_history import CurveHistory, Numbers
from studio.widgets.charts.run_curves import RunCurves

PLACES = (("step", "step"), ("epoch", "epoch"), ("elapsed_s", "time"))


def curve_table(curves: RunCurves) -> Callable[[], bytes]:
    """A snapshot of the run as it is now; call it, in any thread, for the CSV in UTF-8.

    Columns: step, epoch, elapsed_s, then the curves by name; speed and quality stand in the rows of the steps at
    which they were measured, what was not measured is empty.
    """
    rows = curves.steps.places("step").copy()
    columns = {title: curves.steps.places(axis).copy() for title, axis in PLACES}
    for history in (curves.steps, curves.speed, curves.quality):
        columns |= {name: _at_rows(rows, history, name) for name in history.names}
    measured = {name: column for name, column in columns.items() if not np.isnan(column).all()}
    return lambda: _csv(measured)


def _at_rows(rows: Numbers, history: CurveHistory, name: str) -> Numbers:
    """The values (N,) of a curve that may have points at some of these steps only."""
    column = np.full(rows.size, np.nan)
    if rows.size and len(history):
        at: NDArray[np.intp] = np.searchsorted(rows, history.places("step")).clip(max=rows.size - 1)
        column[at] = history.raw(name)
    return column


def _csv(columns: dict[str, Numbers]) -> bytes:
    text = io.StringIO()
    text.write(",".join(columns) + "\n")
    for row in np.column_stack(list(columns.values())).tolist() if columns else []:
        text.write(",".join("" if value != value else f"{value:.8g}" for value in row) + "\n")
    return text.getvalue().encode("utf-8")
