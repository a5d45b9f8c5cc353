"""How smooth the real window is at rest, at work and while it trains: late ticks, and from a drag to its pixels.

    python tests/benchmarks/ui_latency.py [--seconds 10] [--states train] [--data mnist] [--data-root DIR] [--json]

Each state is first left alone and then dragged in. Three with Explore in front and no training: ``idle``; ``map``,
another sheet chosen as soon as the map of the last is complete (for a hand that drags, the map waits half done);
``export``, a picture of 61 megapixels written over and over. The others with real training at full speed: with
``explore``, ``blend``, ``paint`` or ``train`` in front, and ``train_long``, Train in front of a run that goes on at
step 100,000, whose stored curves are made up and drawn as a whole. Explore's pad and Blend's grid are dragged to the
room's own large picture, in Paint the brush to its dabs on an empty sheet; over Train a pad like Explore's stands in a
window of its own, since that room has none.

JSON keys: per state ``tick_still_ms``, ``tick_ms`` and ``drag_ms`` (both while dragging) with p50, p95, p99, max and
count, ``images_per_second`` trained with still and dragging, ``memory_mb`` with the resident memory after each tenth
of the state, the beginning first; of ``map`` and ``export`` also ``begun``, how many of them; ``cores``;
``first_paint_s``.
"""

# ruff: noqa: E402 -- the environment comes before numpy and Qt

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
from collections.abc import Generator, Iterator
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parents[2]), str(Path(__file__).resolve().parent)]

STARTED_AT = time.perf_counter()

import numpy as np
from lag import Drag, Memory, StrokeDrag, Ticks, spread
from PySide6.QtCore import QObject, QPointF, Qt, QTimer, Slot
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget
from ui_work import Exports, Maps

from gan.config import TrainingRequest
from gan.curve_log import FILE_NAME, CurveLog
from gan.events import RunStarted, StepsDone, TrainingEvent
from gan.latents import one_hot
from gan.run_folder import RunFolder
from studio.app import Studio, make_application
from studio.controllers.picture_channel import PicturesMade
from studio.pages.blend.page import BlendPage
from studio.pages.explore.page import ExplorePage
from studio.pages.train.page import TrainPage
from studio.session import Session
from studio.widgets.charts.run_curves import LOSS_NAMES, SCORE_NAMES
from studio.widgets.pad.latent_pad import LatentPad
from studio.widgets.pictures.picture_view import PictureView

AT_REST = ("idle", "map", "export")
TRAINING = ("explore", "blend", "paint", "train", "train_long")
STATES = AT_REST + TRAINING
LONG_RUN_STEPS = 100_000
WARM_UP_S = 3.0  # after the first picture of the run: torch compiles and caches nothing more then


class LoosePad(QWidget):
    """A pad and its picture in a window of their own, on a line as urgent as Explore's."""

    def __init__(self, session: Session) -> None:
        super().__init__(None, Qt.WindowType.Tool)
        self.pad, self.view = LatentPad(), PictureView(side_px=224)
        layout = QHBoxLayout(self)
        layout.addWidget(self.pad)
        layout.addWidget(self.view)
        self.resize(600, 320)
        self._session = session
        self._channel = session.inference.channel(0)
        self._channel.made.connect(self._on_made)
        self.pad.place_changed.connect(self._on_place)

    @Slot(QPointF)
    def _on_place(self, place: QPointF) -> None:
        info = self._session.inference.info
        assert info is not None
        z = np.zeros((1, info.model.z_size), np.float32)
        z[0, :2] = place.x(), place.y()
        self._channel.ask(z, one_hot(3 % info.model.classes, info.model.classes)[None], read=True)

    @Slot(object)
    def _on_made(self, made: PicturesMade) -> None:
        self.view.set_pixels(made.pixels[0])


class Benchmark(QObject):
    """Goes through the states one after another; each ``yield`` waits so many seconds."""

    def __init__(
        self,
        studio: Studio,
        request: TrainingRequest,
        seconds: float,
        states: tuple[str, ...],
        folder: Path,
    ) -> None:
        super().__init__(studio)
        self.result: dict[str, object] = {"cores": os.cpu_count()}
        self._states, self._memory_mb = states, Memory(self)
        self._studio, self._request, self._seconds = studio, request, seconds
        self._folder = folder
        self._ticks = Ticks(self)
        self._pictures_seen = 0
        self._is_training = False
        self._started: RunStarted | None = None
        self._steps = self._measure()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._go_on)
        studio.session.training.reported.connect(self._on_reported)
        studio.session.failed.connect(self._on_failed)

    @Slot()
    def begin(self) -> None:
        self._go_on()

    @Slot()
    def _go_on(self) -> None:
        wait_s = next(self._steps, None)
        if wait_s is None:
            self._studio.closing.leave()
        else:
            self._timer.start(round(1000 * wait_s))

    @Slot(object)
    def _on_reported(self, event: TrainingEvent) -> None:
        if isinstance(event, StepsDone):
            self._is_training = True
            self._pictures_seen = int(event.pictures_seen[-1])
        elif isinstance(event, RunStarted):
            self._started = event

    @Slot(object)
    def _on_failed(self, failure: object) -> None:
        print(failure, file=sys.stderr)

    def _measure(self) -> Iterator[float]:
        studio = self._studio
        while studio.session.inference.info is None:
            yield 0.1
        assert studio.painted_at is not None
        self.result["first_paint_s"] = round(studio.painted_at - STARTED_AT, 3)
        if set(AT_REST) & set(self._states):
            yield from self._measure_at_rest()
        if set(TRAINING) & set(self._states):
            studio.session.start_training(self._request)
            while not self._is_training:
                yield 0.1
            yield WARM_UP_S
            yield from self._measure_rooms()
        if {"train", "train_long"} & set(self._states):
            yield from self._measure_train()

    def _measure_at_rest(self) -> Iterator[float]:
        """Explore, before anything is trained."""
        session, page = self._studio.session, self._explore()
        while session.inference.info is None or session.inference.info.directions is None:
            yield 0.1
        while not page.pad.is_map_complete:
            yield 0.1
        yield WARM_UP_S
        if "idle" in self._states:
            yield from self._measure_state("idle", self._drag_in_explore(page))
        for name, work in (("map", Maps(page)), ("export", Exports(session, self._folder))):
            if name not in self._states:
                continue
            work.begin()
            yield from self._measure_state(name, self._drag_in_explore(page), work)
            work.end()
            while not work.is_over:
                yield 0.1

    def _measure_rooms(self) -> Iterator[float]:
        """Those that show pictures, while training."""
        window = self._studio.window
        if "explore" in self._states:
            yield from self._measure_state("explore", self._drag_in_explore(self._explore()))
        if "blend" in self._states:
            window.show_room("blend")
            blend = window.pages["blend"]
            assert isinstance(blend, BlendPage)
            while not blend.side.grid.is_complete:
                yield 0.1
            yield from self._measure_state("blend", Drag(blend.side.grid, blend.desk.result, self))
        if "paint" in self._states:
            window.show_room("paint")
            paint = self._studio.paint_page
            while not paint.brush.stamps:
                yield 0.1
            yield from self._measure_state("paint", StrokeDrag(paint.canvas, self))

    def _explore(self) -> ExplorePage:
        self._studio.window.show_room("explore")
        page = self._studio.window.pages["explore"]
        assert isinstance(page, ExplorePage)
        return page

    def _drag_in_explore(self, page: ExplorePage) -> Drag:
        return Drag(page.pad, max(page.findChildren(PictureView), key=QWidget.width), self)

    def _measure_train(self) -> Iterator[float]:
        studio = self._studio
        loose = LoosePad(studio.session)
        loose.show()
        studio.window.show_room("train")
        yield WARM_UP_S
        if "train" in self._states:
            yield from self._measure_state("train", Drag(loose.pad, loose.view, self))
        if "train_long" in self._states:
            yield from self._go_on_as_a_long_run()
            yield from self._measure_state("train_long", Drag(loose.pad, loose.view, self))
        loose.close()
        loose.deleteLater()

    def _go_on_as_a_long_run(self) -> Iterator[float]:
        """Stop, let the run look as if it had come far, and go on with it."""
        assert self._started is not None
        session = self._studio.session
        session.training.stop()
        while session.training.state != "idle":
            yield 0.1
        age(self._started, LONG_RUN_STEPS)
        page = self._studio.window.pages["train"]
        assert isinstance(page, TrainPage)
        page.charts.show_stored(self._started.folder)
        self._is_training = False
        session.resume_training(self._started.folder)
        while not self._is_training:
            yield 0.1
        yield WARM_UP_S
        assert len(page.charts.curves.steps) > LONG_RUN_STEPS

    def _measure_state(self, name: str, drag: Drag, work: Maps | Exports | None = None) -> Iterator[float]:
        yield 1.0
        self._memory_mb.begin()
        begun = [0 if work is None else work.count]
        still, ticks_still = yield from self._watch(None)
        begun.append(0 if work is None else work.count)
        dragging, ticks = yield from self._watch(drag)
        begun.append(0 if work is None else work.count)
        memory = self._memory_mb.end()
        figures: dict[str, object] = {
            "tick_still_ms": spread(ticks_still),
            "tick_ms": spread(ticks),
            "drag_ms": spread(drag.took_ms),
            "memory_mb": [memory[round(tenth * (len(memory) - 1) / 10)] for tenth in range(11)],
            "images_per_second": {"still": round(still), "dragging": round(dragging)},
        }
        if work is not None:
            figures["begun"] = {"still": begun[1] - begun[0], "dragging": begun[2] - begun[1]}
        self.result[name] = figures

    def _watch(self, drag: Drag | None) -> Generator[float, None, tuple[float, list[float]]]:
        """Training speed and how late each tick was, over one measurement."""
        began, pictures = time.perf_counter(), self._pictures_seen
        self._ticks.begin()
        if drag is not None:
            drag.begin()
        yield self._seconds
        speed = (self._pictures_seen - pictures) / (time.perf_counter() - began)
        ticks = self._ticks.end()
        if drag is not None:
            drag.took_ms = drag.end()
        return speed, ticks


def age(started: RunStarted, steps: int) -> None:
    """Give a run that rests a checkpoint at a late step, and curves up to there."""
    from gan.tensor_file import read_tensors, write_tensors  # torch is loaded by now

    folder = RunFolder(started.folder)
    tensors, description = read_tensors(folder.checkpoint_files()[-1], "checkpoint")
    description["counters"]["step_count"] = steps
    write_tensors(folder.checkpoint_file(steps), tensors, description)
    (folder.path / FILE_NAME).unlink()
    log = CurveLog(folder.path)
    log.take(started)
    log.take(made_up_steps(steps, SCORE_NAMES[started.config.loss]))


def made_up_steps(count: int, scores: tuple[str, str]) -> StepsDone:
    """Noisy curves that fall and settle, as those of a run do."""
    steps, random = np.arange(1, count + 1), np.random.default_rng(0)
    fall = np.exp(-steps / (count / 20))
    losses = {name: 1 + 3 * fall + random.normal(0, 0.3, count) for name in LOSS_NAMES}
    shares = {name: np.clip(0.7 + random.normal(0, 0.1, count), 0, 1) for name in scores}
    return StepsDone(
        step=count,
        steps=steps,
        pictures_seen=64 * steps,
        elapsed_s=steps * 0.075,
        curves={name: values.astype(np.float32) for name, values in (losses | shares).items()},
        images_per_second=856.0,
        steps_total=None,
        eta_s=None,
    )


def _print_table(result: dict[str, object]) -> None:
    for state in STATES:
        figures = result.get(state)
        if not isinstance(figures, dict):
            continue
        print(
            f"{state}:",
            *(f"{key} {figures[key]}" for key in ("images_per_second", "begun") if key in figures),
        )
        for name in ("tick_still_ms", "tick_ms", "drag_ms"):
            print(f"  {name:13}", "  ".join(f"{key} {value:g}" for key, value in figures[name].items()))
        print(f"  {'memory_mb':13}", "  ".join(map(str, figures["memory_mb"])))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument(
        "--seconds", type=float, default=10.0, help="of each measurement, two for every state"
    )
    parser.add_argument("--states", nargs="+", choices=STATES, default=STATES, help="which to measure")
    parser.add_argument("--data", default="practice", help="practice, mnist or a folder")
    parser.add_argument("--data-root", help="where mnist lies")
    parser.add_argument("--json", action="store_true", help="one JSON object on stdout instead of a table")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as home:
        os.environ["LATENT_STUDIO_HOME"] = home
        application: QApplication = make_application(sys.argv[:1])
        studio = Studio()
        request = TrainingRequest(dataset=chosen.data, data_root=chosen.data_root, device="cpu")
        benchmark = Benchmark(studio, request, chosen.seconds, tuple(chosen.states), Path(home))
        studio.ready.connect(benchmark.begin)
        studio.left.connect(application.exit)
        studio.show()
        application.exec()
    if chosen.json:
        print(json.dumps(benchmark.result))
    else:
        _print_table(benchmark.result)
    return 0


if __name__ == "__main__":
    sys.exit(main())
