"""How soon Explore's map is there: the real window, from the choice of another sheet to its last pixel.

    taskset -c 0 python tests/benchmarks/explore_map.py [--times 10] [--json]

Nothing else runs meanwhile: hold it to one core to compare with the promise of 250 ms. Each time the other of two
sheets is chosen in the menu, and the clock runs until the pad has painted the map as a whole.

JSON keys: ``first_ms`` (the whole sheet is covered, if coarsely) and ``complete_ms`` (16 × 16 pictures, tint and
numerals), each with p50, max and count; ``cores``: how many the process may use.
"""

from __future__ import annotations

import os

os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import argparse
import json
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import numpy as np
from PySide6.QtCore import QEvent, QObject, QTimer, Slot
from PySide6.QtWidgets import QApplication

from studio.app import Studio, make_application
from studio.pages.explore.page import ExplorePage
from studio.pages.explore.state import DIRECTIONS, LATTICE

REST_S = 0.5  # between two maps, so that each finds an idle program


class Benchmark(QObject):
    """Chooses sheets one after another; each ``yield`` waits so many seconds."""

    def __init__(self, studio: Studio, times: int) -> None:
        super().__init__(studio)
        self.first_ms: list[float] = []
        self.complete_ms: list[float] = []
        self._studio, self._times = studio, times
        self._page: ExplorePage | None = None
        self._chosen_at: float | None = None
        self._steps = self._measure()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.go_on)

    @Slot()
    def go_on(self) -> None:
        wait_s = next(self._steps, None)
        if wait_s is None:
            self._studio.closing.leave()
        else:
            self._timer.start(round(1000 * wait_s))

    def _measure(self) -> Iterator[float]:
        studio = self._studio
        while studio.session.inference.info is None or studio.session.inference.info.directions is None:
            yield 0.1
        studio.window.show_room("explore")
        page = studio.window.pages["explore"]
        assert isinstance(page, ExplorePage)
        self._page = page
        while not page.pad.is_map_complete:
            yield 0.1
        yield 2.0
        page.pad.installEventFilter(self)
        entries = {entry.data(): entry for entry in page.sheets.menu.actions()}
        for count in range(self._times):
            self._chosen_at = time.perf_counter()
            entries[DIRECTIONS if count % 2 else LATTICE].trigger()
            while self._chosen_at is not None:
                yield 0.05
            yield REST_S
        page.pad.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        page = self._page
        if event.type() != QEvent.Type.Paint or page is None or watched is not page.pad:
            return False
        watched.event(event)  # paint first: the clock stops when the pixels are there
        if self._chosen_at is not None:
            took_ms = 1000 * (time.perf_counter() - self._chosen_at)
            if page.pad.is_map_whole and len(self.first_ms) == len(self.complete_ms):
                self.first_ms.append(took_ms)
            if page.pad.is_map_complete:
                self.complete_ms.append(took_ms)
                self._chosen_at = None
        return True


def _spread(values: list[float]) -> dict[str, float]:
    return {
        "p50": round(float(np.median(values)), 1),
        "max": round(max(values), 1),
        "count": len(values),
    }


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--times", type=int, default=10, help="how many maps")
    parser.add_argument("--json", action="store_true", help="one JSON object on stdout instead of a table")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as home:
        os.environ["LATENT_STUDIO_HOME"] = home
        application: QApplication = make_application(sys.argv[:1])
        studio = Studio()
        benchmark = Benchmark(studio, chosen.times)
        studio.ready.connect(benchmark.go_on)
        studio.left.connect(application.exit)
        studio.show()
        application.exec()
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    result = {
        "first_ms": _spread(benchmark.first_ms),
        "complete_ms": _spread(benchmark.complete_ms),
        "cores": cores,
    }
    if chosen.json:
        print(json.dumps(result))
    else:
        print(f"a map of 16 × 16 after another sheet was chosen, on {cores} core(s)")
        for name in ("first_ms", "complete_ms"):
            print(f"  {name:12}", "  ".join(f"{key} {value:g}" for key, value in result[name].items()))
    return 0


if __name__ == "__main__":
    sys.exit(main())
