"""Runs a training run: asks it for its next event whenever the training thread is idle."""

from __future__ import annotations

import gc
import os
import sys
import threading
from collections.abc import Generator

from PySide6.QtCore import QObject, QThread, QTimer, Signal, Slot

from gan.events import RunStarted, TrainingEvent
from gan.orders import Order, RunControl
from studio.workers.failures import noted

NICENESS, NICEST = 10, 19  # more than the window has, and the most there is
INTERPRETER_SLICE_S = 0.001  # Python's usual 5 ms are a third of a picture on screen


class TrainingWorker(QObject):
    """Queued slots are delivered between two events of the run: no flag, no lock, no sleep."""

    reported = Signal(object)  # gan.events.TrainingEvent; only TrainingController connects
    failed = Signal(object)  # gan.errors.Failure; the traceback is in the log
    saving = Signal()  # between two minibatches again: only writing is left to do
    ended = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._run: Generator[TrainingEvent, None, None] | None = None
        self._control = RunControl()
        self._is_paused = False
        self._has_begun = False  # to train
        self._has_reported = False
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._advance)

    @Slot()
    def prepare(self) -> None:
        """Step back behind the window, else drags stutter; Qt's priorities do nothing on Linux.

        The interpreter goes round in smaller slices: pictures are less late, and training is slowed less.
        """
        sys.setswitchinterval(INTERPRETER_SLICE_S)
        if sys.platform == "linux":
            niceness = min(NICEST, os.getpriority(os.PRIO_PROCESS, 0) + NICENESS)  # 0: of this thread
            os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), niceness)
        else:
            QThread.currentThread().setPriority(QThread.Priority.LowPriority)

    @Slot(object, object)
    def start(self, run: Generator[TrainingEvent, None, None], control: RunControl) -> None:
        assert self._run is None, "one run at a time"
        self._run, self._control = run, control
        self._is_paused = self._has_begun = False
        self._timer.start()

    @Slot()
    def pause(self) -> None:
        self._is_paused = True
        if not self._control.is_waiting:
            self._timer.stop()

    @Slot()
    def go_on(self) -> None:
        self._is_paused = False
        if self._run is not None:
            self._timer.start()

    @Slot(object)
    def order(self, order: Order) -> None:
        """Carried out before the next minibatch; a paused run does that and nothing else."""
        if self._run is not None:
            self._control.give(order)
            self._timer.start()

    @Slot()
    def stop(self) -> None:
        """What was ordered before comes first, such as a pin; a run that still prepares has nothing to do it with."""
        while self._run is not None and self._has_begun and self._control.is_waiting:
            self._advance()
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
            event = next(self._run)
            self._has_begun = self._has_begun or isinstance(event, RunStarted)
            self.reported.emit(event)
            self._spare_the_collector()
            if self._is_paused and not self._control.is_waiting:
                self._timer.stop()
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
        self.saving.emit()
        try:
            run.close()
        except Exception as error:
            self.failed.emit(noted(error, "closing the training run"))
        del run
        self.ended.emit()
