"""Every fifth point of every fault; ``python -m tests.faults --all`` meets them all."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.faults.scenarios import SCENARIOS

ROOT = Path(__file__).parents[2]


@pytest.mark.skipif(sys.platform == "win32", reason="children are forked")
@pytest.mark.parametrize("name", SCENARIOS)
def test_old_or_new_and_nothing_else_survives_every_fault(name):
    # In a process of its own: this one has threads, and a fork copies only the one that forks.
    done = subprocess.run(
        [sys.executable, "-m", "tests.faults", name], cwd=ROOT, capture_output=True, text=True, timeout=120
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "faults survived" in done.stdout
