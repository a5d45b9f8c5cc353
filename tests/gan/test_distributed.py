"""One run in two processes: equal weights, no picture twice, and an end with a sentence when one dies."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
import torch

import gan
from gan.distributed import ALONE, Team
from gan.events import RunStarted, Warned
from gan.tensor_file import read_tensors
from tests.gan.tiny_training import differing

SCRIPT = Path(__file__).with_name("two_processes.py")
ROOT = Path(__file__).parents[2]

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="torchrun's gloo is for Linux and macOS here")


def _torchrun(*arguments: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "torch.distributed.run", "--standalone", "--nproc-per-node", "2"]
    return subprocess.run(
        [*command, str(SCRIPT), *map(str, arguments)],
        cwd=ROOT,
        env=os.environ | {"OMP_NUM_THREADS": "1", "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=120,
    )


def _team(rank: int, size: int) -> Team:
    team = Team()
    team.rank, team.size = rank, size
    return team


def test_shares_are_equal_and_together_the_whole_minibatch() -> None:
    team = [_team(rank, 3) for rank in range(3)]
    count = team[0].minibatch(16)
    assert count == 18
    shares = [member.share(torch.arange(count)).tolist() for member in team]
    assert [len(share) for share in shares] == [6, 6, 6]
    assert sorted(row for share in shares for row in share) == list(range(18))
    assert team[0].minibatch(2) == 6  # batch norm needs two pictures in each process


def test_a_run_of_one_process_has_the_recipes_minibatches() -> None:
    assert ALONE.minibatch(17) == 17
    assert ALONE.share(torch.arange(4)).tolist() == [0, 1, 2, 3]


def test_two_processes_wait_for_each_other_keep_equal_weights_and_resume_bit_for_bit(tmp_path: Path) -> None:
    done = _torchrun("compare", tmp_path)
    assert done.returncode == 0, done.stderr
    assert not (tmp_path / "first-did-not-wait").exists(), (
        "a slow second process would be taken for a lost one"
    )
    states = {
        name: read_tensors(tmp_path / f"{name}.safetensors", "checkpoint")[0]
        for name in ("whole-0", "whole-1", "resumed-0")
    }
    apart = differing(states["whole-0"], states["whole-1"])
    assert {name.split(".")[0] for name in apart} <= {"generator", "discriminator", "average"}
    assert all("running_" in name for name in apart), (
        "batch norm looks at its own share, nothing else differs"
    )
    assert apart, "each process saw pictures of its own"
    assert differing(states["whole-0"], states["resumed-0"]) == set()


def test_a_killed_process_ends_the_run_with_a_sentence_and_a_checkpoint_for_any_number_of_processes(
    picture_folder: Path, tmp_path: Path
) -> None:
    began_s = time.monotonic()
    done = _torchrun("die", picture_folder, tmp_path / "run")
    assert done.returncode != 0
    assert time.monotonic() - began_s < 60
    assert "Another process of this run is gone" in done.stderr
    run = gan.resume(tmp_path / "run", steps=10**6)
    started, warned = next(run), next(run)
    run.close()  # type: ignore[attr-defined]  # a generator
    assert isinstance(started, RunStarted) and started.step >= 0
    assert isinstance(warned, Warned)
    assert (warned.code, warned.values["what"]) == ("resumed-inexactly", "processes")
