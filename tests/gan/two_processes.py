"""What each of two processes under torchrun does; started by test_distributed.py, not by hand."""

import os
import signal
import sys
import threading
from pathlib import Path

import torch

from gan.cli import main
from gan.distributed import Team, joined_team
from gan.tensor_file import write_tensors
from tests.gan.tiny_training import state_of, tiny_trainer, train


def train_and_compare(folder: Path) -> None:
    """Leave behind this process's state after 10 steps, and after 10 steps of which 5 were restored."""
    with joined_team() as team:
        _prepare(team, folder)
        torch.set_num_threads(1)
        trainer = train(tiny_trainer(team), 5)
        tensors, counters = state_of(trainer), trainer.counters()
        train(trainer, 10)
        resumed = tiny_trainer(team)
        resumed.restore(tensors, counters)
        train(resumed, 10)
        for name, state in (("whole", trainer), ("resumed", resumed)):
            write_tensors(folder / f"{name}-{team.rank}.safetensors", state_of(state), {"kind": "checkpoint"})


def _prepare(team: Team, folder: Path) -> None:
    """The second process is slow at it, and leaves a mark if the first did not wait."""
    gone_on = folder / "gone-on"
    with team.first_goes_first():
        looks = 0
        while team.rank == 1 and not gone_on.exists() and looks < 50:
            threading.Event().wait(0.02)
            looks += 1
        if team.rank == 1 and gone_on.exists():
            (folder / "first-did-not-wait").touch()
    if team.rank == 0:
        gone_on.touch()


def die_while_training(pictures: Path, run: Path) -> int:
    """Train without end; the second process is killed soon after the run gave its first generator."""
    if os.environ["RANK"] == "1":
        threading.Thread(target=_die_after, args=(run / "generator.safetensors",), daemon=True).start()
    return main(["train", "--data", str(pictures), "--device", "cpu", "--out", str(run)])


def _die_after(file: Path) -> None:
    while not file.exists():
        threading.Event().wait(0.02)
    os.kill(os.getpid(), signal.SIGKILL)


if __name__ == "__main__":
    task, *paths = sys.argv[1:]
    if task == "compare":
        train_and_compare(Path(paths[0]))
    else:
        raise SystemExit(die_while_training(Path(paths[0]), Path(paths[1])))
