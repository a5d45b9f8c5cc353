"""The tour, as a person or a bundle's self-test would take it: another process, no display."""

import json
import os
import subprocess
import sys

from PySide6.QtGui import QImage

LONGEST_S = 600


def test_the_tour_takes_every_step_and_leaves_its_pictures(tmp_path):
    environment = {name: value for name, value in os.environ.items() if name != "QT_QPA_PLATFORM"}
    environment.pop("DISPLAY", None)
    ended = subprocess.run(
        [sys.executable, "-m", "studio", "--tour", str(tmp_path)],
        env=environment,
        timeout=LONGEST_S,
        capture_output=True,
        text=True,
    )
    assert ended.returncode == 0, ended.stdout + ended.stderr
    report = json.loads((tmp_path / "tour.json").read_text(encoding="utf-8"))
    assert report["ok"]
    assert all(step["ok"] for step in report["steps"])
    for room in ("train", "explore", "blend", "paint", "models"):
        assert QImage(str(tmp_path / f"{room}.png")).width() == 1280
    assert (tmp_path / "painting.latent").exists()
