"""Everything an exact resume needs, in one hashed file a checkpoint."""

from __future__ import annotations

import logging

import torch

from gan.errors import FileError
from gan.run_folder import RunFolder
from gan.tensor_file import read_tensors, write_tensors
from gan.trainer import Trainer

log = logging.getLogger(__name__)

KIND = "checkpoint"


def save_checkpoint(folder: RunFolder, trainer: Trainer, elapsed_s: float) -> None:
    """Write atomically, then let go of the oldest."""
    description = {
        "kind": KIND,
        "counters": trainer.counters(),
        "elapsed_s": elapsed_s,
        "torch": torch.__version__,
        "threads": torch.get_num_threads(),
    }
    write_tensors(folder.checkpoint_file(trainer.step_count), trainer.tensors(), description)
    folder.drop_old_checkpoints()


def load_newest_checkpoint(folder: RunFolder, trainer: Trainer) -> float:
    """Put the trainer where the newest sound checkpoint left it; returns the seconds trained until then.

    A damaged checkpoint is passed over for the one before it. FileError when none is left.
    """
    files = folder.checkpoint_files()
    for file in reversed(files):
        try:
            tensors, description = read_tensors(file, KIND)
            trainer.restore(tensors, description["counters"])
            return float(description["elapsed_s"])
        except FileError:
            log.warning("checkpoint %s cannot be used", file.name, exc_info=True)
    raise FileError("no-checkpoint", "This run has no checkpoint that can be read; train it anew.")
