"""Everything an exact resume needs, in one hashed file a checkpoint."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import torch

from gan.errors import FileError
from gan.run_folder import RunFolder
from gan.tensor_file import read_tensors, write_tensors
from gan.trainer import Trainer

log = logging.getLogger(__name__)

KIND = "checkpoint"


@dataclass(frozen=True, slots=True)
class Resumed:
    """Where a run goes on. ``differences``: by name, what was and what is, of all that the last bits depend on."""

    elapsed_s: float
    differences: Mapping[str, tuple[object, object]]


def save_checkpoint(folder: RunFolder, trainer: Trainer, elapsed_s: float, processes: int = 1) -> None:
    """Write atomically, then let go of the oldest."""
    description = {
        "kind": KIND,
        "counters": trainer.counters(),
        "elapsed_s": elapsed_s,
        **_surroundings(trainer, processes),
    }
    write_tensors(folder.checkpoint_file(trainer.step_count), trainer.tensors(), description)
    folder.drop_old_checkpoints()


def load_newest_checkpoint(folder: RunFolder, trainer: Trainer, processes: int = 1) -> Resumed:
    """Put the trainer where the newest sound checkpoint left it.

    A damaged checkpoint is passed over for the one before it. A run that was cut off before its first one begins
    again, which comes to the same. FileError where there are some, but none can be read.
    """
    files = folder.checkpoint_files()
    for file in reversed(files):
        try:
            tensors, description = read_tensors(file, KIND)
            trainer.restore(tensors, description["counters"])
            return Resumed(float(description["elapsed_s"]), _differences(description, trainer, processes))
        except FileError:
            log.warning("checkpoint %s cannot be used", file.name, exc_info=True)
    if files:
        raise FileError("no-checkpoint", "This run has no checkpoint that can be read; train it anew.")
    return Resumed(0.0, {})


def _surroundings(trainer: Trainer, processes: int) -> dict[str, Any]:
    """What the last bits of a result depend on beside the recipe."""
    return {
        "torch": torch.__version__,
        "threads": torch.get_num_threads(),
        "device": trainer.device.type,
        "processes": processes,
    }


def _differences(
    description: Mapping[str, Any], trainer: Trainer, processes: int
) -> dict[str, tuple[object, object]]:
    return {
        name: (description[name], now)
        for name, now in _surroundings(trainer, processes).items()
        if name in description and description[name] != now
    }
