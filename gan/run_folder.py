"""What lies where in the folder of a run, and the three files of it that are plain text."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

from gan.config import TrainingConfig, TrainingRequest
from gan.errors import FileError, UserError
from gan.files import atomic_write, dump_json, parse_json_strictly, sweep_temporaries
from gan.thinning import crowded_out

NEWEST_CHECKPOINTS = 3
OLDER_CHECKPOINTS_BYTES = 60 * 2**20


class RunFolder:
    """A run on disk: ``config.json``, ``events.jsonl``, ``curves.log``, ``checkpoints/``, ``samples/``, ``moments/``,
    ``generator.safetensors``, ``discriminator.safetensors``, ``card.md``."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.config_file = path / "config.json"
        self.events_file = path / "events.jsonl"
        self.checkpoints = path / "checkpoints"
        self.samples = path / "samples"
        self.moments = path / "moments"
        self.generator_file = path / "generator.safetensors"
        self.discriminator_file = path / "discriminator.safetensors"
        self.card_file = path / "card.md"
        self.name_file = path / "name.json"

    @classmethod
    def create(cls, path: Path, request: TrainingRequest, config: TrainingConfig) -> RunFolder:
        """Begin a run in an empty or new folder. UserError where a run lies already."""
        folder = cls(path)
        if folder.config_file.exists():
            raise UserError(
                "run-exists", "A run lies in {name} already; resume it or name another.", name=path.name
            )
        folder.checkpoints.mkdir(parents=True, exist_ok=True)
        folder.write_config(request, config)
        return folder

    @classmethod
    def open(cls, path: Path) -> RunFolder:
        """The run that lies there. FileError where none does."""
        folder = cls(path)
        if not folder.config_file.is_file():
            raise FileError("run-missing", "There is no run in {name}.", name=path.name)
        sweep_temporaries(folder.checkpoints)
        sweep_temporaries(folder.samples)
        sweep_temporaries(folder.moments)
        sweep_temporaries(path)
        return folder

    @property
    def name(self) -> str:
        """What the run is shown by: the name a person gave it, or else its folder's."""
        try:
            value = parse_json_strictly(self.name_file.read_bytes())
        except (UserError, OSError):
            return self.path.name
        name = value.get("name") if isinstance(value, dict) else None
        return name if isinstance(name, str) and name else self.path.name

    def write_config(self, request: TrainingRequest, config: TrainingConfig) -> None:
        """What was asked for and what came of it."""
        atomic_write(self.config_file, dump_json({"request": request.to_json(), "config": config.to_json()}))

    def read_config(self) -> tuple[TrainingRequest, TrainingConfig]:
        """FileError or UserError with one sentence where the file is not what this program wrote."""
        value = parse_json_strictly(self.config_file.read_bytes())
        if not isinstance(value, dict) or not {"request", "config"} <= value.keys():
            raise FileError("run-damaged", "The description of this run is damaged.")
        return TrainingRequest.from_json(value["request"]), TrainingConfig.from_json(value["config"])

    def append_event(self, event: dict[str, Any]) -> None:
        """One line more in the log; a line that a crash tore is ended first."""
        line = json.dumps(event, allow_nan=False) + "\n"
        with self.events_file.open("ab+") as log:
            if log.tell() > 0:
                log.seek(-1, os.SEEK_END)
                if log.read(1) != b"\n":
                    line = "\n" + line
            log.write(line.encode("utf-8"))

    def read_events(self) -> list[dict[str, Any]]:
        """The log; a line torn by a crash is left out."""
        if not self.events_file.exists():
            return []
        events = []
        for line in self.events_file.read_text(encoding="utf-8", errors="replace").splitlines():
            try:
                event = json.loads(line)
            except ValueError:
                continue
            if isinstance(event, dict):
                events.append(event)
        return events

    def checkpoint_file(self, step: int) -> Path:
        """Where the checkpoint of that step lies."""
        return self.checkpoints / f"step-{step:010d}.safetensors"

    def checkpoint_files(self) -> list[Path]:
        """The checkpoints that are kept, oldest first."""
        return sorted(self.checkpoints.glob("step-*.safetensors"))

    def drop_old_checkpoints(self) -> None:
        """Keep the newest three, and of the older ones as many as there is room for; none that is pinned goes."""
        older = {step_of(file): file for file in self.checkpoint_files()[:-NEWEST_CHECKPOINTS]}
        sizes = {step: file.stat().st_size for step, file in older.items()}
        for step in crowded_out(sizes, OLDER_CHECKPOINTS_BYTES, self.pinned_steps()):
            older[step].unlink(missing_ok=True)

    def frame_file(self, step: int) -> Path:
        """Where the gallery of that step lies, if it was kept."""
        return self.samples / f"step-{step:010d}.png"

    def moment_file(self, step: int) -> Path:
        """Where the generator of that step lies, if it was kept."""
        return self.moments / f"step-{step:010d}.safetensors"

    def pin_file(self, step: int) -> Path:
        """An empty file where that step is never to go; one a step, so that none who writes disturbs another."""
        return self.moments / f"step-{step:010d}.pinned"

    def pinned_steps(self) -> frozenset[int]:
        """The steps that are never to go."""
        return frozenset(step_of(file) for file in self.moments.glob("step-*.pinned"))


def step_of(file: Path) -> int:
    """The step that a file's name tells; 0 where it tells none."""
    number = file.stem.removeprefix("step-")
    return int(number) if number.isdecimal() else 0
