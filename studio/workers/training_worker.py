"""Runs a training run: asks it for its next event whenever the training thread is idle."""

from __future__ import annotations

import gc
import os
import sys
import threading
from collections.abc import Generator

from PySide6.QtCore import QObject, QThread, QTimer, Signal, Slot

from gan.events import TrainingEvent
from studio.workers.failures import noted

NICENESS = 10


class TrainingWorker(QObject):
    """Queued slots are delivered between two events of the run: no flag, no lock, no sleep."""

    reported = Signal(object)  # gan.events.TrainingEvent; only TrainingController connects
    failed = Signal(object)  # gan.errors.Failure; the traceback is in the log
    ended = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._run: Generator[TrainingEvent, None, None] | None = None
        self._has_reported = False
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._advance)

    @Slot()
    def prepare(self) -> None:
        """Step back behind the window, else drags stutter; Qt's priorities do nothing on Linux."""
        if sys.platform == "linux":
            os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), NICENESS)
        else:
            QThread.currentThread().setPriority(QThread.Priority.LowPriority)

    @Slot(object)
    def start(self, run: Generator[TrainingEvent, None, None]) -> None:
        assert self._run is None, "one run at a time"
        self._run = run
        self._timer.start()

    @Slot()
    def pause(self) -> None:
        self._timer.stop()

    @Slot()
    def go_on(self) -> None:
        if self._run is not None:
            self._timer.start()

    @Slot()
    def stop(self) -> None:
        if self._run is not None:
            self._end()

    @Slot()
    def leave(self) -> None:
        """Save what runs, then end this thread."""
        self.stop()
        QThread.currentThread().quit()

    @Slot()
    def _advance(self) -> None:
        if self._run is None:
            return
        try:
            self.reported.emit(next(self._run))
            self._spare_the_collector()
        except StopIteration:
            self._end()
        except Exception as error:
            self.failed.emit(noted(error, "the training run"))
            self._end()

    def _spare_the_collector(self) -> None:
        """The first run imports the rest of torch, which stays: searching it for garbage stops every thread."""
        if not self._has_reported:
            self._has_reported = True
            gc.freeze()

    def _end(self) -> None:
        """Close the run in the thread that ran it: that is when it saves and lets go of its device."""
        assert self._run is not None
        self._timer.stop()
        run, self._run = self._run, None
        try:
            run.close()
        except Exception as error:
            self.failed.emit(noted(error, "closing the training run"))
        del run
        self.ended.emit()
