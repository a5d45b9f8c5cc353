"""The run that can go on: the newest one of this computer that left a checkpoint."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from gan.run_folder import RunFolder
from studio.settings import Settings

FOLDER_KEY = "train/last_run"


@dataclass(frozen=True, slots=True)
class LastRun:
    """Where it lies, and the step from which it goes on."""

    folder: Path
    step: int


def remember_run(settings: Settings, folder: Path) -> None:
    settings.set_value(FOLDER_KEY, str(folder))


def last_run(settings: Settings) -> LastRun | None:
    """None where there is none, or where it is gone."""
    folder = settings.value(FOLDER_KEY, "")
    if not folder:
        return None
    checkpoints = RunFolder(Path(folder)).checkpoint_files()
    return LastRun(Path(folder), int(checkpoints[-1].stem.removeprefix("step-"))) if checkpoints else None
