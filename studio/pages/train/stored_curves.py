"""The curves, measurements and marks of a run as its folder holds them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from pathlib import Path
from typing import Any

from gan.curve_log import read_curves
from gan.errors import FileError
from gan.events import QualityMeasured
from gan.run_folder import RunFolder
from studio.pages.train.chart_marks import MarkTexts
from studio.widgets.charts.run_curves import RunCurves


def stored_curves(folder: Path, smoothing: float, texts: MarkTexts, *, until: int | None = None) -> RunCurves:
    """All of a run, or what it had done at a step. UserError or FileError with one sentence, OSError."""
    run = RunFolder(folder)
    if not run.config_file.is_file():
        raise FileError("run-missing", "There is no run in {name}.", name=run.name)
    _, config = run.read_config()
    stored = read_curves(folder)
    if stored is None:
        raise FileError("curves-missing", "{name} was trained before curves were kept.", name=run.name)
    curves = RunCurves(config.loss, smoothing, picture_count=stored.picture_count, name=run.name)
    curves.restore(
        stored.steps, stored.pictures_seen, stored.elapsed_s, stored.images_per_second, stored.curves
    )
    for entry in run.read_events():
        if (measured := _quality(entry)) is not None:
            curves.add_quality(measured)
        elif (mark := texts.of_log(entry)) is not None:
            curves.add_mark(mark)
    if until is not None:
        curves.forget_after(until)
    return curves


def _quality(entry: Mapping[str, Any]) -> QualityMeasured | None:
    """A measurement as the run logged it; None for any other line, and for one that is not what we write."""
    if entry.get("event") != "quality-measured":
        return None
    values: dict[str, Any] = {field.name: entry.get(field.name) for field in fields(QualityMeasured)} | {
        "floor": {}
    }
    numbers = [values[name] for name in ("step", "elapsed_s", "precision", "recall", "swd")]
    judged = [values[name] for name in ("digit_fid", "class_accuracy")]
    if not all(isinstance(one, int | float) for one in numbers):
        return None
    if not all(one is None or isinstance(one, int | float) for one in judged):
        return None
    return QualityMeasured(**values)
