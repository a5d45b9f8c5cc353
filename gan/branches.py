"""A new run that goes on from an earlier step of another one, which stays as it is."""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from gan.curve_log import FILE_NAME as CURVES_FILE
from gan.deeds import RECIPE_CHANGED, STEPPED_ALONE
from gan.errors import FileError, UserError
from gan.files import atomic_write
from gan.moments import list_moments, pin_moment
from gan.recipe_changes import changed_recipe
from gan.run_folder import RunFolder, step_of
from gan.tensor_file import read_tensors

DEEDS = (RECIPE_CHANGED, STEPPED_ALONE, "budget-revised")


def branch_run(path: Path, step: int, new_path: Path) -> int:
    """Lay out in ``new_path`` the run in ``path`` as it was; returns from which step it goes on when resumed.

    That is the newest kept and sound checkpoint no later than ``step``. UserError where there is none, or where
    ``new_path`` holds anything already. OSError, such as for a full disk, leaves nothing behind.
    """
    folder = RunFolder.open(path)
    if new_path.exists() and (not new_path.is_dir() or any(new_path.iterdir())):
        raise UserError(
            "branch-exists", "Something lies in {name} already; name another folder.", name=new_path.name
        )
    checkpoint, description = _newest_until(folder, step)
    try:
        _lay_out(folder, RunFolder(new_path), step_of(checkpoint), description)
    except BaseException:
        shutil.rmtree(new_path, ignore_errors=True)
        raise
    return step_of(checkpoint)


def _lay_out(folder: RunFolder, new_folder: RunFolder, start: int, description: Mapping[str, Any]) -> None:
    """What the new run has behind it; its description comes last, which makes it a run."""
    new_folder.checkpoints.mkdir(parents=True, exist_ok=True)
    for file in folder.checkpoint_files():
        if step_of(file) <= start:
            _copy(file, new_folder.checkpoints / file.name)
    _copy_moments(folder, new_folder, start)
    if (curves := folder.path / CURVES_FILE).is_file():
        _copy(
            curves, new_folder.path / CURVES_FILE
        )  # later steps are left out on reading, once it has gone on
    _write_log(folder, new_folder, start, float(description["elapsed_s"]))
    request, config = folder.read_config()
    config = changed_recipe(config, description["counters"].get("recipe", {}))
    new_folder.write_config(request, config)


def _newest_until(folder: RunFolder, step: int) -> tuple[Path, dict[str, Any]]:
    for file in reversed(folder.checkpoint_files()):
        if step_of(file) <= step:
            try:
                return file, read_tensors(file, "checkpoint")[1]
            except FileError:
                continue
    raise UserError(
        "no-checkpoint-before",
        "{name} kept no checkpoint from step {step} or before: it cannot go on from there.",
        name=folder.path.name,
        step=step,
    )


def _copy_moments(folder: RunFolder, new_folder: RunFolder, start: int) -> None:
    """Those until the start; the last one's generator is the new run's until it learns."""
    for name in ("samples", "moments"):
        (new_folder.path / name).mkdir(exist_ok=True)
    for moment in list_moments(folder.path):
        if moment.step <= start:
            _copy(moment.generator, new_folder.moment_file(moment.step))
            _copy(moment.frame, new_folder.frame_file(moment.step))
            _copy(moment.generator, new_folder.generator_file)
            if moment.is_pinned:
                pin_moment(new_folder.path, moment.step)


def _write_log(folder: RunFolder, new_folder: RunFolder, start: int, elapsed_s: float) -> None:
    events = [event for event in folder.read_events() if _was_before(event, start, elapsed_s)]
    events.append({"event": "branched", "step": start, "from": folder.path.name})
    lines = [json.dumps(event, allow_nan=False) + "\n" for event in events]
    atomic_write(new_folder.events_file, "".join(lines).encode("utf-8"))


def _was_before(event: Mapping[str, Any], start: int, elapsed_s: float) -> bool:
    """Whether it belongs to what the new run has behind it; what was done right at the start may be done otherwise."""
    step = event.get("step")
    if isinstance(step, int):
        return step < start if event.get("event") in DEEDS else step <= start
    return float(event.get("elapsed_s", 0.0)) <= elapsed_s


def _copy(file: Path, target: Path) -> None:
    """The run it belongs to may let go of it meanwhile."""
    try:
        content = file.read_bytes()
    except FileNotFoundError:
        return
    atomic_write(target, content, durable=False)
