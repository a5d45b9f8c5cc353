"""How smooth the real window is while it trains: late ticks, and the time from a drag to its pixels.

    python tests/benchmarks/ui_latency.py [--seconds 10] [--data practice] [--data-root DIR] [--json]

Two states, with Explore and with Train in front, each first left alone and then dragged in, all with real training
at full speed. In Explore the room's own pad is dragged; over Train a pad of the same kind stands in a window of its
own, since that room has none. JSON keys: per state ``tick_ms`` and ``drag_ms`` with p50, p95, p99, max and count,
``images_per_second`` with still and dragging; ``cores``; ``first_paint_s``.
"""

# ruff: noqa: E402 -- the environment comes before numpy and Qt

from __future__ import annotations

import os

os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import argparse
import json
import math
import sys
import tempfile
import time
from collections.abc import Generator, Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

STARTED_AT = time.perf_counter()

import numpy as np
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPointF, Qt, QTimer, Slot
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from gan.config import TrainingRequest
from gan.events import StepsDone, TrainingEvent
from gan.latents import one_hot
from studio.app import Studio, make_application
from studio.controllers.picture_channel import PicturesMade
from studio.session import Session
from studio.widgets.latent_pad import LatentPad
from studio.widgets.picture_view import PictureView

TICK_MS = 16
WARM_UP_S = 3.0  # after the first picture of the run: torch compiles and caches nothing more then


class Ticks(QObject):
    """A 16 ms timer, and how late each of its ticks came."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.late_ms: list[float] = []
        self._due = 0.0
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self._on_tick)

    def begin(self) -> None:
        self._due = time.perf_counter() + TICK_MS / 1000
        self._timer.start()

    def end(self) -> list[float]:
        self._timer.stop()
        late, self.late_ms = self.late_ms, []
        return late

    @Slot()
    def _on_tick(self) -> None:
        now = time.perf_counter()
        self.late_ms.append(max(0.0, (now - self._due) * 1000))
        self._due = now + TICK_MS / 1000


class Drag(QObject):
    """Drags the puck of a pad in a circle, one mouse event a tick, and times each to the picture it led to.

    An event that comes while an earlier one is unanswered is answered by the same picture, as for a person.
    """

    def __init__(self, pad: QWidget, view: PictureView, parent: QObject) -> None:
        super().__init__(parent)
        self.took_ms: list[float] = []
        self._pad, self._view = pad, view
        self._unanswered: list[float] = []
        self._shown: object = None
        self._count = 0
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self._move)

    def begin(self) -> None:
        self._view.installEventFilter(self)
        self._send(QEvent.Type.MouseButtonPress)
        self._timer.start()

    def end(self) -> list[float]:
        self._timer.stop()
        self._send(QEvent.Type.MouseButtonRelease)
        self._view.removeEventFilter(self)
        self._unanswered.clear()
        took, self.took_ms = self.took_ms, []
        return took

    @Slot()
    def _move(self) -> None:
        self._count += 1
        if not self._unanswered:
            self._shown = self._view.pixels
        self._unanswered.append(time.perf_counter())
        self._send(QEvent.Type.MouseMove)

    def _send(self, kind: QEvent.Type) -> None:
        angle = self._count / 40
        radius = 0.3 * min(self._pad.width(), self._pad.height())
        place = QPointF(self._pad.rect().center()) + radius * QPointF(math.cos(angle), math.sin(1.3 * angle))
        held = (
            Qt.MouseButton.NoButton if kind == QEvent.Type.MouseButtonRelease else Qt.MouseButton.LeftButton
        )
        button = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseMove else Qt.MouseButton.LeftButton
        position = self._pad.mapToGlobal(place)
        event = QMouseEvent(kind, place, position, button, held, Qt.KeyboardModifier.NoModifier)
        QCoreApplication.postEvent(self._pad, event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.Paint or watched is not self._view:
            return False
        watched.event(event)  # paint first: the clock stops when the pixels are there
        if self._unanswered and self._view.pixels is not self._shown:
            now = time.perf_counter()
            self.took_ms += [(now - sent) * 1000 for sent in self._unanswered]
            self._unanswered.clear()
        return True


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

    def __init__(self, studio: Studio, request: TrainingRequest, seconds: float) -> None:
        super().__init__(studio)
        self.result: dict[str, object] = {"cores": os.cpu_count()}
        self._studio, self._request, self._seconds = studio, request, seconds
        self._ticks = Ticks(self)
        self._pictures_seen = 0
        self._is_training = False
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

    @Slot(object)
    def _on_failed(self, failure: object) -> None:
        print(failure, file=sys.stderr)

    def _measure(self) -> Iterator[float]:
        studio = self._studio
        while studio.session.inference.info is None:
            yield 0.1
        assert studio.painted_at is not None
        self.result["first_paint_s"] = round(studio.painted_at - STARTED_AT, 3)
        studio.session.start_training(self._request)
        while not self._is_training:
            yield 0.1
        yield WARM_UP_S
        studio.window.show_room("explore")
        page = studio.window.pages["explore"]
        pad, view = page.findChild(LatentPad), max(page.findChildren(PictureView), key=QWidget.width)
        yield from self._measure_state("explore", pad, view)
        loose = LoosePad(studio.session)
        loose.show()
        studio.window.show_room("train")
        yield WARM_UP_S
        yield from self._measure_state("train", loose.pad, loose.view)
        loose.close()
        loose.deleteLater()

    def _measure_state(self, name: str, pad: QWidget, view: PictureView) -> Iterator[float]:
        yield 1.0
        still, _ = yield from self._watch(None)
        drag = Drag(pad, view, self)
        dragging, ticks = yield from self._watch(drag)
        self.result[name] = {
            "tick_ms": _spread(ticks),
            "drag_ms": _spread(drag.took_ms),
            "images_per_second": {"still": round(still), "dragging": round(dragging)},
        }

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


def _spread(values: list[float]) -> dict[str, float]:
    quantiles = {f"p{part}": round(float(np.percentile(values, part)), 2) for part in (50, 95, 99)}
    return quantiles | {"max": round(max(values), 2), "count": len(values)}


def _print_table(result: dict[str, object]) -> None:
    for state in ("explore", "train"):
        figures = result[state]
        assert isinstance(figures, dict)
        print(f"{state} in front while training, {figures['images_per_second']} images/s")
        for name in ("tick_ms", "drag_ms"):
            print(f"  {name:8}", "  ".join(f"{key} {value:g}" for key, value in figures[name].items()))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--seconds", type=float, default=10.0, help="of each of the four measurements")
    parser.add_argument("--data", default="practice", help="practice, mnist or a folder")
    parser.add_argument("--data-root", help="where mnist lies")
    parser.add_argument("--json", action="store_true", help="one JSON object on stdout instead of a table")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as home:
        os.environ["LATENT_STUDIO_HOME"] = home
        application: QApplication = make_application(sys.argv[:1])
        studio = Studio()
        request = TrainingRequest(dataset=chosen.data, data_root=chosen.data_root, device="cpu")
        benchmark = Benchmark(studio, request, chosen.seconds)
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
