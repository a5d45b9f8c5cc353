"""What a person feels of a busy program: how late its event loop is, and how long pixels take to follow a hand."""

from __future__ import annotations

import math
import mmap
import time
from pathlib import Path

import numpy as np
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPointF, Qt, QTimer, Slot
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget

from studio.widgets.canvas.paint_canvas import PaintCanvas
from studio.widgets.pictures.picture_view import PictureView

TICK_MS = 16
MOVES_A_STROKE = 60


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


class Memory(QObject):
    """The resident memory of the process in MB, read once a second where Linux tells it."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._read: list[int] = []
        self._timer = QTimer(self)
        self._timer.setInterval(1000)
        self._timer.timeout.connect(self._on_tick)

    def begin(self) -> None:
        self._read.clear()
        self._on_tick()
        self._timer.start()

    def end(self) -> list[int]:
        self._timer.stop()
        self._on_tick()
        return list(self._read)

    @Slot()
    def _on_tick(self) -> None:
        told = Path("/proc/self/statm")
        pages = int(told.read_text().split()[1]) if told.is_file() else 0
        self._read.append(round(pages * mmap.PAGESIZE / 1e6))


class Drag(QObject):
    """Drags the puck of a pad in a circle, one mouse event a tick, and times each to the picture it led to.

    An event that comes while an earlier one is unanswered is answered by the same picture, as for a person.
    """

    moves_a_radian = 40

    def __init__(self, pad: QWidget, view: PictureView | PaintCanvas, parent: QObject) -> None:
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
            self._remember()
        self._unanswered.append(time.perf_counter())
        self._send(QEvent.Type.MouseMove)

    def _remember(self) -> None:
        self._shown = self._view.pixels

    def _has_changed(self) -> bool:
        """Whether the view has another picture than the one that was remembered."""
        return self._view.pixels is not self._shown

    def _send(self, kind: QEvent.Type) -> None:
        angle = self._count / self.moves_a_radian
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
        if self._unanswered and self._has_changed():
            now = time.perf_counter()
            self.took_ms += [(now - sent) * 1000 for sent in self._unanswered]
            self._unanswered.clear()
        return True


class StrokeDrag(Drag):
    """Paints so fast that each move lays dabs, and lifts the hand about once a second."""

    moves_a_radian = 5

    def __init__(self, canvas: PaintCanvas, parent: QObject) -> None:
        super().__init__(canvas, canvas, parent)
        self._canvas = canvas

    @Slot()
    def _move(self) -> None:
        super()._move()
        if self._count % MOVES_A_STROKE == 0:
            self._send(QEvent.Type.MouseButtonRelease)
            self._send(QEvent.Type.MouseButtonPress)

    def _remember(self) -> None:
        self._shown = self._canvas._picture.cacheKey()

    def _has_changed(self) -> bool:
        return self._canvas._picture.cacheKey() != self._shown


def spread(values: list[float]) -> dict[str, float]:
    """p50, p95, p99, max and count."""
    quantiles = {f"p{part}": round(float(np.percentile(values, part)), 2) for part in (50, 95, 99)}
    return quantiles | {"max": round(max(values), 2), "count": len(values)}
