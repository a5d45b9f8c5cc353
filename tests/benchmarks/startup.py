"""How soon the window stands: from the start of a fresh process to its first paint, and to its first picture.

    python tests/benchmarks/startup.py [--runs 7] [--built dist/latent-studio/latent-studio] [--cold] [--json]

Beside it, turn about in the same run, the least that it could take here: a bare QMainWindow painted in a fresh
process, and torch imported in another. A first run of each, which compiles the sources as an installation does, is
not counted. Each figure is the median. ``--built`` times a built program as well, by its log; ``--cold`` empties the
system's file cache before each process (Linux, as root). JSON keys: ``studio`` and ``bare``, each with ``painted_s``,
``painted_cpu_s`` (the process's own work until then, which a busy machine changes less) and, for the studio,
``room_s`` (Explore stands), ``ready_s`` (torch is loaded) and ``picture_s`` (Explore shows what the generator drew);
``torch`` with ``import_s``; ``picture_after_torch_s``, the first picture's time less that of torch's import;
``ratio`` of ``painted_s``, ``cpu_ratio``; ``built`` with ``painted_s`` and ``ready_s``; ``cold``; ``runs``,
``cores``, ``load`` (of the last minute), ``machine``, ``date``.
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
from collections.abc import Callable
from functools import partial
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

class Views(QObject):
    # The views of Explore: its first paint, and the first with pixels in it.
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            seen.setdefault("room_s", time.perf_counter())
            if watched.pixels is not None and "picture_s" not in seen:
                seen["picture_s"] = time.perf_counter()
                QTimer.singleShot(0, studio.closing.leave)
        return False

views = Views()

def on_room_shown(name):
    from studio.widgets.pictures.picture_view import PictureView

    for view in studio.window.pages[name].findChildren(PictureView):
        view.installEventFilter(views)

def on_ready():
    seen["ready_s"] = time.perf_counter()

studio.window.room_shown.connect(on_room_shown)
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


TORCH = """
import torch

seen["import_s"] = time.perf_counter()
print(json.dumps(seen))
"""


def empty_cache() -> None:
    os.sync()
    Path("/proc/sys/vm/drop_caches").write_text("3")


def measure_built(program: Path) -> dict[str, float]:
    """Run a built program; what it writes into its log is seen within 2 ms."""
    seen: dict[str, float] = {}
    with tempfile.TemporaryDirectory() as home:
        began = time.perf_counter()
        process = subprocess.Popen([program], env={**os.environ, "LATENT_STUDIO_HOME": home})
        try:
            while "ready_s" not in seen and time.perf_counter() - began < LIMIT_S:
                words = "".join(file.read_text("utf-8") for file in Path(home).rglob("studio.log"))
                for name, sign in (("painted_s", "the window is painted"), ("ready_s", "torch is loaded")):
                    if sign in words:
                        seen.setdefault(name, time.perf_counter() - began)
                time.sleep(0.002)
        finally:
            process.terminate()
            process.wait(LIMIT_S)
    return seen


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


def compare(runs: int, built: Path | None, cold: bool) -> dict[str, object]:
    """Medians of all, turn about."""
    with tempfile.TemporaryDirectory() as compiled:
        kinds = [partial(measure, program, compiled) for program in (STUDIO, BARE, TORCH)]
        if built is not None:
            kinds.append(partial(measure_built, built))
        seen = [[run_one(kind, cold) for kind in kinds] for _ in range(runs + 1)][1:]
    studio, bare, torch, *others = (_medians(list(figures)) for figures in zip(*seen, strict=True))
    return {
        "studio": studio,
        "bare": bare,
        "torch": torch,
        **({"built": others[0]} if others else {}),
        "picture_after_torch_s": round(studio["picture_s"] - torch["import_s"], 3),
        "ratio": round(studio["painted_s"] / bare["painted_s"], 2),
        "cpu_ratio": round(studio["painted_cpu_s"] / bare["painted_cpu_s"], 2),
        "cold": cold,
        "runs": runs,
        "cores": os.cpu_count(),
        "load": round(os.getloadavg()[0], 2) if hasattr(os, "getloadavg") else None,
        "machine": f"{platform.system()} {platform.machine()}, Python {platform.python_version()}",
        "date": datetime.date.today().isoformat(),
    }


def run_one(kind: Callable[[], dict[str, float]], cold: bool) -> dict[str, float]:
    if cold:
        empty_cache()
    return kind()


def _medians(runs: list[dict[str, float]]) -> dict[str, float]:
    return {name: round(statistics.median(run[name] for run in runs), 3) for name in runs[0]}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--runs", type=int, default=7, help="fresh processes of each kind")
    parser.add_argument("--built", type=Path, help="a program that PyInstaller built")
    parser.add_argument("--cold", action="store_true", help="with an empty file cache each time")
    parser.add_argument("--json", action="store_true", help="one JSON object on stdout instead of words")
    chosen = parser.parse_args()
    result = compare(chosen.runs, chosen.built, chosen.cold)
    if chosen.json:
        print(json.dumps(result))
        return 0
    for name in ("studio", "bare", "torch", "built"):
        figures = result.get(name)
        if not isinstance(figures, dict):
            continue
        print(f"{name:7}", "  ".join(f"{key} {value:.3f}" for key, value in figures.items()))
    print(
        "  ".join(f"{key} {value}" for key, value in result.items() if isinstance(value, int | float | str))
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
