"""What ``pip install .`` brings along."""

import subprocess
import sys
import zipfile
from pathlib import Path

ROOT = Path(__file__).parents[1]


def test_the_wheel_carries_every_module_and_every_resource(tmp_path):
    build = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(tmp_path)]
    done = subprocess.run(build, cwd=ROOT, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    (wheel,) = tmp_path.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        carried = set(archive.namelist())
    listed = subprocess.run(
        ["git", "ls-files", "gan", "studio", "resources"], cwd=ROOT, capture_output=True, text=True
    )
    names = [name for name in listed.stdout.splitlines() if (ROOT / name).exists()]
    wanted = {f"gan/{name}" if name.startswith("resources/") else name for name in names}
    assert wanted - carried == set()
    assert not any(name.startswith("tests/") for name in carried)
