"""What was answered when a painting left last; what is out of range reads as the default."""

from __future__ import annotations

from pathlib import Path

from studio.document.export import LARGEST_SCALE, SMALLEST_SCALE
from studio.settings import Settings
from studio.widgets.exports.export_dialog import (
    LEAST_DPI,
    LEAST_S,
    MOST_DPI,
    MOST_GAP_PX,
    MOST_S,
    ExportAnswers,
)


def last_answers(settings: Settings, name: str) -> ExportAnswers:
    """``name`` is the file's, without its suffix."""
    read, first = settings.value, ExportAnswers(Path())
    folder = Path(read("export/folder", str(Path.home())))
    return ExportAnswers(
        (folder if folder.is_dir() else Path.home()) / name,
        read("export/form", first.form),
        read("export/film", first.film),
        read("export/area", first.area),
        _within(read("export/scale", first.scale), SMALLEST_SCALE, LARGEST_SCALE),
        read("export/on_paper", first.on_paper),
        read("export/carries", first.carries),
        _within(read("export/dpi", first.dpi), LEAST_DPI, MOST_DPI),
        read("export/json", first.json_kind),
        _within(read("export/gap", first.gap_px), 0, MOST_GAP_PX),
        _within(read("export/seconds", first.seconds), LEAST_S, MOST_S),
        read("export/side", first.side_px),
    )


def remember_answers(settings: Settings, answers: ExportAnswers) -> None:
    settings.set_value("export/folder", str(answers.path.parent))
    for key, value in (
        ("form", answers.form),
        ("film", answers.film),
        ("area", answers.area),
        ("scale", answers.scale),
        ("on_paper", answers.on_paper),
        ("carries", answers.carries),
        ("dpi", answers.dpi),
        ("json", answers.json_kind),
        ("gap", answers.gap_px),
        ("seconds", answers.seconds),
        ("side", answers.side_px),
    ):
        settings.set_value(f"export/{key}", value)


def _within(value: int, least: int, most: int) -> int:
    return min(max(value, least), most)
