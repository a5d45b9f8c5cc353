"""The runs in a folder as a list shows them; one that is damaged is listed too, with what is wrong. No torch."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from gan.config import TrainingRequest
from gan.errors import GanError, UserError, describe
from gan.files import atomic_write, dump_json
from gan.run_folder import RunFolder, step_of

SAVED, QUALITY_MEASURED = "saved", "quality-measured"
LONGEST_NAME = 80

State = Literal["empty", "unfinished", "finished", "damaged"]


@dataclass(frozen=True, slots=True, kw_only=True)
class RunSummary:
    """One run. ``quality``: the last figures that were measured, by name; ``thumbnail``: its newest gallery as PNG.

    ``changed_s``: when it last did anything, in seconds since 1970; ``sentence``: what is wrong with a damaged one.
    """

    folder: Path
    name: str
    state: State
    dataset_name: str = ""
    preset: str = ""
    step: int = 0
    steps_total: int | None = None
    elapsed_s: float = 0.0
    quality: Mapping[str, float] = field(default_factory=dict)
    thumbnail: Path | None = None
    changed_s: float = 0.0
    sentence: str = ""


def list_runs(path: Path) -> tuple[RunSummary, ...]:
    """The runs that lie in the folder ``path``, the one that did something last first."""
    try:
        folders = [RunFolder(entry) for entry in path.iterdir() if entry.is_dir()]
    except OSError:
        return ()
    runs = [summarise_run(folder.path) for folder in folders if folder.config_file.exists()]
    return tuple(sorted(runs, key=lambda run: run.changed_s, reverse=True))


def summarise_run(path: Path) -> RunSummary:
    """What there is to say of the run in ``path``; never an error."""
    folder = RunFolder(path)
    try:
        _, config = folder.read_config()
        events = folder.read_events()
    except (GanError, OSError) as error:
        return RunSummary(
            folder=path,
            name=folder.name,
            state="damaged",
            changed_s=_changed_s(folder),
            sentence=describe(error).sentence,
        )
    saved = _last(events, SAVED)
    step = int(saved.get("step", 0)) or max(map(step_of, folder.checkpoint_files()), default=0)
    steps_total = saved.get("steps_total")
    finished = steps_total is not None and step >= steps_total
    return RunSummary(
        folder=path,
        name=folder.name,
        state="finished" if finished else "unfinished" if step else "empty",
        dataset_name=config.dataset_name,
        preset=config.preset,
        step=step,
        steps_total=steps_total,
        elapsed_s=float(saved.get("elapsed_s", 0.0)),
        quality=_quality(_last(events, QUALITY_MEASURED)),
        thumbnail=max(folder.samples.glob("step-*.png"), default=None, key=step_of),
        changed_s=_changed_s(folder),
    )


def rename_run(path: Path, name: str) -> None:
    """Give the run in ``path`` a name to be shown by; its folder stays. UserError for one that is not a short line."""
    name = name.strip()
    if not name or len(name) > LONGEST_NAME or not name.isprintable():
        raise UserError("run-name", "A name has 1 to {most} signs, all on one line.", most=LONGEST_NAME)
    atomic_write(RunFolder(path).name_file, dump_json({"name": name}))


def request_of(path: Path) -> TrainingRequest:
    """What was asked for when the run in ``path`` was begun or last resumed. FileError or UserError if damaged."""
    return RunFolder(path).read_config()[0]


def run_size(path: Path) -> int:
    """How many bytes the run in ``path`` takes."""
    return sum(_size(file) for file in path.rglob("*"))


def _size(file: Path) -> int:
    """0 where it went meanwhile, as in a run that goes on."""
    try:
        return file.stat().st_size if file.is_file() else 0
    except OSError:
        return 0


def _last(events: Iterable[Mapping[str, Any]], name: str) -> Mapping[str, Any]:
    last: Mapping[str, Any] = {}
    for event in events:
        if event.get("event") == name:
            last = event
    return last


def _quality(event: Mapping[str, Any]) -> dict[str, float]:
    return {name: value for name, value in event.items() if isinstance(value, float) and name != "elapsed_s"}


def _changed_s(folder: RunFolder) -> float:
    """The log grows with all that happens."""
    for file in (folder.events_file, folder.config_file):
        try:
            return file.stat().st_mtime
        except OSError:
            continue
    return 0.0
