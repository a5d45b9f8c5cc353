"""How fluid painting is on a large sheet: from the hand to the dab's pixels, zooming, panning, and memory.

    python tests/benchmarks/paint.py [--stamps 10000] [--side 4000] [--layers 3] [--json]

The real window with a sheet that is full of stamps. A dab: one mouse move that lays one more stamp, until the canvas
is painted; with the brush and with the eraser, on the lowest of the layers, at the zoom that shows the whole sheet and
at 100%. Zoom and pan: one turn of the wheel, one step of a drag with the middle button, until the canvas is painted.
The baseline of the same run is a bare widget of the canvas's size that shows one picture of its own size: no canvas
can be faster. Move: the first stroke that was painted goes aside and comes back, until the canvas is painted.

JSON keys: ``baseline_ms``, ``dab_ms``, ``travel_ms`` (a stroke whose every dab changes with each move), ``erase_ms``,
``dab_full_size_ms``, ``zoom_ms``, ``pan_ms``, ``move_ms`` with p50, p95, max and count; ``open_s``: the first picture
of the sheet; ``memory_mb`` with window, sheet, painted and
history (64 steps that each move every stroke of a layer); ``canvas_px``; ``cores``.
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
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import numpy as np
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from gan.latents import Latent, gaussian, one_hot
from studio.app import Studio, make_application
from studio.document.artwork import Artwork, Brush, Layer, Stamp, Stroke
from studio.document.stroke_builder import StrokeBuilder
from studio.document.stroke_edits import Similarity, transformed
from studio.pages.paint.page import PaintPage
from studio.widgets.canvas.paint_canvas import PaintCanvas

SIZE_PX, DABS_A_STROKE, STAMPS_A_STROKE = 90.0, 50, 12
MOVES = 120
HISTORY_STEPS = 64


class BareWidget(QWidget):
    """Shows one picture pixel by pixel: what the screen itself costs."""

    def __init__(self, width: int, height: int) -> None:
        super().__init__()
        self.resize(width, height)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._picture = QImage(width, height, QImage.Format.Format_RGB32)
        self._picture.fill(QColor("#F3EEE2"))

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.drawImage(0, 0, self._picture)


def main() -> None:
    options = _options()
    application = make_application([])
    with tempfile.TemporaryDirectory() as home:
        for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
            os.environ[name] = home
        studio = Studio()
        studio.window.resize(1920, 1080)
        studio.show()
        _wait(lambda: studio.session.inference.info is not None)
        studio.window.show_room("paint")
        page = studio.paint_page
        _wait(lambda: bool(page.brush.stamps))
        figures = measure(studio, page, full_sheet(options.stamps, options.side, options.layers))
        studio.closing.leave()
        _wait(lambda: studio.session.has_left)
    application.quit()
    print(json.dumps(figures) if options.json else _as_text(figures))


def measure(studio: Studio, page: PaintPage, artwork: Artwork) -> dict[str, object]:
    canvas, editor = page.canvas, studio.session.artwork
    memory = {"window": _memory_mb()}
    began = time.perf_counter()
    editor.new(artwork)
    _paint_now(canvas)
    opened = time.perf_counter() - began
    memory["sheet"] = _memory_mb()
    figures: dict[str, object] = {
        "canvas_px": [canvas.width(), canvas.height()],
        "cores": len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count(),
        "open_s": round(opened, 2),
        "baseline_ms": _summary(baseline(canvas)),
    }
    editor.choose_layer(0)
    page.brush.brush = Brush(size_px=SIZE_PX)
    strokes = artwork.stroke_count
    figures["dab_ms"] = _summary(dabs(canvas))
    page.brush.set_mode("travel")
    _wait(lambda: len(page.brush.stamps) > 1)
    figures["travel_ms"] = _summary(dabs(canvas))
    page.brush.set_mode("fixed")
    page._controls.choose_tool("erase")
    figures["erase_ms"] = _summary(dabs(canvas))
    page._controls.choose_tool("brush")
    figures["zoom_ms"] = _summary(zooms(canvas))
    canvas.set_zoom(1.0)
    _settle()
    figures["dab_full_size_ms"] = _summary(dabs(canvas))
    painted = editor.current.stroke_count - strokes
    assert painted == 4 and len(editor.current.layers[0].strokes[-1].dabs) > MOVES, "the hand painted nothing"
    figures["pan_ms"] = _summary(pans(canvas))
    canvas.show_whole()
    _settle()
    figures["move_ms"] = _summary(moves(page, canvas))
    memory["painted"] = _memory_mb()
    fill_history(page)
    memory["history"] = _memory_mb()
    figures["memory_mb"] = {name: round(value) for name, value in memory.items()}
    return figures


def full_sheet(stamps: int, side: int, layers: int) -> Artwork:
    """So many stamps all over a square sheet, spread over layers that lie over each other."""
    random = np.random.default_rng(1)
    tips = [_stamp(seed) for seed in range(STAMPS_A_STROKE)]
    strokes = [_stroke(random, side, tips) for _ in range(stamps // DABS_A_STROKE)]
    parts = np.array_split(np.arange(len(strokes)), layers)
    sheets = [Layer(f"Layer {n}", tuple(strokes[i] for i in part)) for n, part in enumerate(parts, start=1)]
    if layers > 1:
        sheets[-1] = replace(sheets[-1], blend="multiply", opacity=0.9)
    return Artwork(side, side, layers=tuple(sheets))


def _stamp(seed: int) -> Stamp:
    """A soft ring, as a network draws a zero."""
    y, x = np.mgrid[:28, :28] - 13.5
    grey = np.clip(255 * (1.8 - np.abs(np.hypot(x * 1.3, y) - 5 - seed / 3)), 0, 255)
    return Stamp(Latent(gaussian(seed, 1, 64)[0], one_hot(seed % 10, 10)), grey.astype(np.uint8)[..., None])


def _stroke(random: np.random.Generator, side: int, tips: list[Stamp]) -> Stroke:
    brush = Brush(size_px=SIZE_PX, turn="stroke", ink="#24376B")
    builder = StrokeBuilder(brush, tuple(tips))
    x, y = random.uniform(0, side, 2)
    angle = random.uniform(0, 2 * np.pi)
    length = (DABS_A_STROKE - 1) * builder.step_px
    builder.add(x, y)
    builder.add(x + length * np.cos(angle), y + length * np.sin(angle))
    return builder.stroke()


def baseline(canvas: PaintCanvas) -> list[float]:
    bare = BareWidget(canvas.width(), canvas.height())
    bare.show()
    _settle()
    times = [_timed(bare.repaint) for _ in range(MOVES)]
    bare.close()
    bare.deleteLater()
    return times


def dabs(canvas: PaintCanvas) -> list[float]:
    """One stroke whose every move is one spacing long."""
    step = 0.6 * SIZE_PX * canvas.zoom
    place = QPointF(20.0, canvas.height() / 3)
    _send(canvas, QEvent.Type.MouseButtonPress, place, Qt.MouseButton.LeftButton)
    _paint_now(canvas)
    times = []
    for number in range(MOVES):
        place += QPointF(step, step if number % 2 else -step)
        if place.x() > canvas.width() - 20:
            place.setX(20.0)
        times.append(_timed(partial(_move, canvas, place)))
    _send(canvas, QEvent.Type.MouseButtonRelease, place, Qt.MouseButton.LeftButton)
    _settle()
    return times


def _move(canvas: PaintCanvas, place: QPointF) -> None:
    _send(canvas, QEvent.Type.MouseMove, place, Qt.MouseButton.LeftButton)
    _paint_now(canvas)


def zooms(canvas: PaintCanvas) -> list[float]:
    middle = QPointF(canvas.width() / 2, canvas.height() / 2)
    return [_timed(partial(_wheel, canvas, middle, notch)) for notch in ([1] * 15 + [-1] * 15) * 2]


def _wheel(canvas: PaintCanvas, place: QPointF, notches: int) -> None:
    event = QWheelEvent(
        place,
        QPointF(canvas.mapToGlobal(place.toPoint())),
        QPoint(),
        QPoint(0, 120 * notches),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QCoreApplication.sendEvent(canvas, event)
    _paint_now(canvas)


def pans(canvas: PaintCanvas) -> list[float]:
    place = QPointF(canvas.width() / 2, canvas.height() / 2)
    middle = Qt.MouseButton.MiddleButton
    _send(canvas, QEvent.Type.MouseButtonPress, place, middle)
    times = []
    for number in range(MOVES):
        place += QPointF(7, 5) if number < MOVES / 2 else QPointF(-7, -5)
        times.append(_timed(partial(_pan, canvas, place)))
    _send(canvas, QEvent.Type.MouseButtonRelease, place, middle)
    return times


def _pan(canvas: PaintCanvas, place: QPointF) -> None:
    _send(canvas, QEvent.Type.MouseMove, place, Qt.MouseButton.MiddleButton)
    _paint_now(canvas)


def moves(page: PaintPage, canvas: PaintCanvas) -> list[float]:
    page.objects.selection.select([0])
    steps = [Similarity(dx=9.0 if number % 2 else -9.0) for number in range(20)]
    return [_timed(partial(_shift, page, canvas, by)) for by in steps]


def _shift(page: PaintPage, canvas: PaintCanvas, by: Similarity) -> None:
    page.objects.edits.transform(page.objects.edits.selected(), by, "moving")
    _paint_now(canvas)


def fill_history(page: PaintPage) -> None:
    """Steps that share nothing but their stamps: the values alone, without painting each."""
    editor = page._session.artwork
    for number in range(HISTORY_STEPS):
        layer = editor.current.layers[0]
        shifted = tuple(transformed(stroke, Similarity(dx=1.0 + number)) for stroke in layer.strokes)
        editor.change(editor.current.with_layer(0, replace(layer, strokes=shifted)), "moving", QRectF())


def _send(canvas: QWidget, kind: QEvent.Type, place: QPointF, button: Qt.MouseButton) -> None:
    moving = kind == QEvent.Type.MouseMove
    event = QMouseEvent(
        kind,
        place,
        QPointF(canvas.mapToGlobal(place.toPoint())),
        Qt.MouseButton.NoButton if moving else button,
        button,
        Qt.KeyboardModifier.NoModifier,
    )
    QCoreApplication.sendEvent(canvas, event)


def _paint_now(canvas: QWidget) -> None:
    """Whatever is waiting: timers of a preview, then the paint events they asked for."""
    QCoreApplication.processEvents()
    QCoreApplication.processEvents()


def _settle() -> None:
    end = time.perf_counter() + 0.6
    while time.perf_counter() < end:
        QCoreApplication.processEvents()
        time.sleep(0.005)


def _wait(condition: Callable[[], bool]) -> None:
    end = time.perf_counter() + 60
    while not condition():
        assert time.perf_counter() < end, "the window did not become ready"
        QCoreApplication.processEvents()
        time.sleep(0.005)


def _timed(act: Callable[[], object]) -> float:
    began = time.perf_counter()
    act()
    return 1000 * (time.perf_counter() - began)


def _memory_mb() -> float:
    """Resident memory; where the system does not say, 0."""
    try:
        pages = int(Path("/proc/self/statm").read_text().split()[1])
    except OSError:
        return 0.0
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


def _summary(times: list[float]) -> dict[str, float]:
    values = np.array(times)
    return {
        "p50": round(float(np.percentile(values, 50)), 2),
        "p95": round(float(np.percentile(values, 95)), 2),
        "max": round(float(values.max()), 2),
        "count": len(times),
    }


def _as_text(figures: dict[str, object]) -> str:
    lines = []
    for name, value in figures.items():
        words = (
            ", ".join(f"{key} {number}" for key, number in value.items())
            if isinstance(value, dict)
            else value
        )
        lines.append(f"{name:18} {words}")
    return "\n".join(lines)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--stamps", type=int, default=10_000)
    parser.add_argument("--side", type=int, default=4000)
    parser.add_argument("--layers", type=int, default=3)
    parser.add_argument("--json", action="store_true")
    return parser.parse_args()


if __name__ == "__main__":
    main()
