"""Draw-to-find: how soon candidates come, how near they are, and whether a drag waits for them.

    python tests/benchmarks/find.py [--pictures 20] [--bursts 40] [--json]

Recovery: pictures that the generator that ships made itself, each looked for from its pixels alone, beside the best of
512 random latents for the same picture. Drags: the real window with Explore in front, the pad dragged in short bursts
with rests between, once with nothing else to do and once with a search that begins again whenever it ends.

JSON keys: ``first_s`` and ``done_s`` (median and most), ``piece_ms`` (p50, p95, max: the longest that a drag waits),
``rmse`` with found, chance and the share of pictures found in their own class, ``chance_s``, ``drag_ms`` with alone and
finding (p50, p95, p99, max, count), ``searches`` that ended meanwhile.
"""

# ruff: noqa: E402 -- the environment comes before numpy and Qt

from __future__ import annotations

import os

os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
os.environ.setdefault("OMP_NUM_THREADS", "1")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import argparse
import json
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parents[2]), str(Path(__file__).resolve().parent)]

import numpy as np
from lag import Drag
from PySide6.QtCore import QObject, QTimer, Slot

import gan
from gan.found import Found, Wanted
from gan.image_maker import ImageMaker
from gan.latents import gaussian, one_hot
from studio.app import Studio, make_application
from studio.widgets.pad.latent_pad import LatentPad
from studio.widgets.pictures.picture_view import PictureView

CHANCE, BURST_S, REST_S = 512, 0.2, 0.3
PICTURES_SEED, CHANCE_SEED = 777, 5


def recovery(maker: ImageMaker, count: int) -> dict[str, object]:
    """Times and errors over ``count`` pictures of all classes in turn."""
    model = maker.info.model
    labels, chance_labels = np.arange(count) % model.classes, np.arange(CHANCE) % model.classes
    mixes = [
        np.stack([one_hot(int(label), model.classes) for label in each]) for each in (labels, chance_labels)
    ]
    wanted = maker.make(gaussian(PICTURES_SEED, count, model.z_size), mixes[0])
    began = time.perf_counter()
    chance = maker.make(gaussian(CHANCE_SEED, CHANCE, model.z_size), mixes[1])
    chance_s = time.perf_counter() - began
    pieces: list[float] = []
    first, done, errors, by_chance, own_class = [], [], [], [], 0
    for picture, label in zip(wanted, labels, strict=True):
        began = before = time.perf_counter()
        found: list[tuple[float, Found]] = []
        for step in maker.find(Wanted(picture)):
            now = time.perf_counter()
            pieces.append(now - before)
            before = now
            if step is not None:
                found.append((now - began, step))
        last = found[-1][1]
        first.append(found[0][0])
        done.append(found[-1][0])
        errors.append(nearest(last.pixels, picture))
        by_chance.append(nearest(chance, picture))
        own_class += int(last.latents[int(last.nearness.argmax())].mix.argmax() == label)
    return {
        "pictures": count,
        "first_s": {"median": _rounded(np.median(first)), "most": _rounded(max(first))},
        "done_s": {"median": _rounded(np.median(done)), "most": _rounded(max(done))},
        "piece_ms": _spread(1000 * np.array(pieces)),
        "rmse": {
            "found": _rounded(np.mean(errors), 4),
            "chance": _rounded(np.mean(by_chance), 4),
            "own_class": _rounded(own_class / count),
        },
        "chance_s": _rounded(chance_s),
    }


def nearest(pixels: np.ndarray, picture: np.ndarray) -> float:
    """The least root mean square difference of (N, H, W, C) from (H, W, C), in 0…1."""
    apart = (pixels.astype(np.float64) - picture) / 255
    return float(np.sqrt((apart**2).mean(axis=(1, 2, 3))).min())


class DragWhileFinding(QObject):
    """Drags in bursts, first alone, then with a search that never rests; each ``yield`` waits so many seconds."""

    def __init__(self, studio: Studio, bursts: int) -> None:
        super().__init__(studio)
        self.result: dict[str, object] = {}
        self._studio, self._bursts = studio, bursts
        self._searches = 0
        self._wanted: Wanted | None = None
        self._steps = self._measure()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.go_on)
        studio.session.inference.search.found.connect(self._on_found)

    @Slot()
    def go_on(self) -> None:
        wait_s = next(self._steps, None)
        if wait_s is None:
            self._studio.closing.leave()
        else:
            self._timer.start(round(1000 * wait_s))

    @Slot(object)
    def _on_found(self, found: Found) -> None:
        if found.is_last and self._wanted is not None:
            self._searches += 1
            self._studio.session.inference.search.look_for(self._wanted)

    def _measure(self) -> Iterator[float]:
        session = self._studio.session
        while session.inference.info is None or session.inference.info.directions is None:
            yield 0.1
        self._studio.window.show_room("explore")
        page = self._studio.window.pages["explore"]
        view = max(page.findChildren(PictureView), key=PictureView.width)
        drag = Drag(page.findChild(LatentPad), view, self)
        yield 2.0
        for name in ("alone", "finding"):
            if name == "finding":
                sheet = np.zeros((112, 112, 1), np.uint8)
                sheet[25:35, 25:85] = sheet[25:95, 75:85] = 255
                self._wanted = Wanted(sheet)
                session.inference.search.look_for(self._wanted)
            took: list[float] = []
            for _ in range(self._bursts):
                drag.begin()
                yield BURST_S
                took += drag.end()
                yield REST_S
            self.result[name] = _spread(np.array(took)) | {"count": len(took)}
        self._wanted = None
        self.result["searches"] = self._searches


def drags(bursts: int) -> dict[str, object]:
    with tempfile.TemporaryDirectory() as home:
        os.environ["LATENT_STUDIO_HOME"] = home
        application = make_application(sys.argv[:1])
        studio = Studio()
        benchmark = DragWhileFinding(studio, bursts)
        studio.left.connect(application.quit)
        studio.ready.connect(benchmark.go_on)
        studio.show()
        application.exec()
    searches = benchmark.result.pop("searches")
    return {"drag_ms": benchmark.result, "searches": searches}


def _spread(values: np.ndarray) -> dict[str, float]:
    parts = {f"p{part}": _rounded(np.percentile(values, part), 2) for part in (50, 95, 99)}
    return parts | {"max": _rounded(values.max(), 2)}


def _rounded(value: float | np.floating, digits: int = 3) -> float:
    return round(float(value), digits)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--pictures", type=int, default=20, help="to look for")
    parser.add_argument("--bursts", type=int, default=40, help="of dragging, each with and without a search")
    parser.add_argument("--json", action="store_true", help="one line of JSON")
    arguments = parser.parse_args()
    result = recovery(gan.open_image_maker("ink-digits"), arguments.pictures) | drags(arguments.bursts)
    if arguments.json:
        print(json.dumps(result))
    else:
        for name, figures in result.items():
            print(f"{name:9}", figures)
    sys.stdout.flush()
    os._exit(0)  # Qt's and torch's threads are over; nothing is left to save


if __name__ == "__main__":
    sys.exit(main())
