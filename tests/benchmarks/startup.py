"""How soon the window stands: from the start of a fresh process to its first paint, and until torch is ready.

    python tests/benchmarks/startup.py [--runs 7] [--json]

Beside it, turn about in the same run, the least a Qt window takes here: a bare QMainWindow painted in a fresh
process. A first run of each, which compiles the sources as an installation does, is not counted. Each figure is the
median. JSON keys: ``studio`` and ``bare``, each with ``painted_s``, ``painted_cpu_s`` (the
process's own work until then, which a busy machine changes less) and, for the studio, ``ready_s``; ``ratio`` of
``painted_s``, ``cpu_ratio``; ``runs``, ``cores``, ``load`` (of the last minute), ``machine``, ``date``.
"""

from __future__ import annotations

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import argparse
import datetime
import json
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LIMIT_S = 120

CLOCK = """
import json, sys, time
from PySide6.QtCore import QEvent, QObject, QTimer

seen = {}

class Clock(QObject):
    # Asks for the next turn of the event loop before the window itself can: nothing but the paint lies in between.
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint and not seen:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self.on_painted)
        return False

    def on_painted(self):
        seen["painted_s"], seen["painted_cpu_s"] = time.perf_counter(), time.process_time()
"""

STUDIO = """
import studio.__main__
from gan import places
from studio.app import Studio, make_application
from studio.diagnostics import start_logging

application = make_application(sys.argv[:1])
start_logging(places.logs_folder())
studio = Studio()
clock = Clock()
studio.window.installEventFilter(clock)

def on_ready():
    seen["ready_s"] = time.perf_counter()
    studio.closing.leave()

studio.ready.connect(on_ready)
studio.left.connect(application.exit)
studio.show()
application.exec()
print(json.dumps(seen))
"""

BARE = """
from PySide6.QtWidgets import QApplication, QMainWindow

application = QApplication(sys.argv[:1])
window, clock = QMainWindow(), Clock()
window.installEventFilter(clock)
window.resize(1280, 800)
window.show()
QTimer.singleShot(50, application.quit)
application.exec()
print(json.dumps(seen))
"""


def measure(program: str, compiled: str) -> dict[str, float]:
    """Run a program in a fresh process; its clock is ours (``perf_counter`` counts for the whole machine)."""
    with tempfile.TemporaryDirectory() as home:
        environment = {**os.environ, "LATENT_STUDIO_HOME": home, "PYTHONPYCACHEPREFIX": compiled}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        began = time.perf_counter()
        done = subprocess.run(
            [sys.executable, "-c", CLOCK + program],
            cwd=ROOT,
            env=environment,
            stdout=subprocess.PIPE,
            timeout=LIMIT_S,
            check=True,
        )
    seen = json.loads(done.stdout)
    return {name: value if name.endswith("cpu_s") else value - began for name, value in seen.items()}


def compare(runs: int) -> dict[str, object]:
    """Medians of both, turn about."""
    with tempfile.TemporaryDirectory() as compiled:
        seen = [(measure(STUDIO, compiled), measure(BARE, compiled)) for _ in range(runs + 1)][1:]
    studio, bare = (_medians(list(figures)) for figures in zip(*seen, strict=True))
    return {
        "studio": studio,
        "bare": bare,
        "ratio": round(studio["painted_s"] / bare["painted_s"], 2),
        "cpu_ratio": round(studio["painted_cpu_s"] / bare["painted_cpu_s"], 2),
        "runs": runs,
        "cores": os.cpu_count(),
        "load": round(os.getloadavg()[0], 2) if hasattr(os, "getloadavg") else None,
        "machine": f"{platform.system()} {platform.machine()}, Python {platform.python_version()}",
        "date": datetime.date.today().isoformat(),
    }


def _medians(runs: list[dict[str, float]]) -> dict[str, float]:
    return {name: round(statistics.median(run[name] for run in runs), 3) for name in runs[0]}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--runs", type=int, default=7, help="fresh processes of each kind")
    parser.add_argument("--json", action="store_true", help="one JSON object on stdout instead of words")
    chosen = parser.parse_args()
    result = compare(chosen.runs)
    if chosen.json:
        print(json.dumps(result))
        return 0
    for name in ("studio", "bare"):
        figures = result[name]
        assert isinstance(figures, dict)
        print(f"{name:7}", "  ".join(f"{key} {value:.3f}" for key, value in figures.items()))
    print("  ".join(f"{key} {value}" for key, value in result.items() if key not in ("studio", "bare")))
    return 0


if __name__ == "__main__":
    sys.exit(main())
