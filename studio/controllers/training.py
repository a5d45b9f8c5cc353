"""The window's face of a thread that trains."""

from __future__ import annotations

from collections.abc import Generator, Iterator

from PySide6.QtCore import QObject, Signal, Slot

from gan.errors import Failure
from gan.orders import Order, RunControl
from studio.workers.standing_thread import StandingThread
from studio.workers.training_worker import TrainingWorker


class TrainingController(QObject):
    """Starts, pauses and stops one run at a time, or one judge's lesson, and passes on what it reports."""

    started = Signal()
    reported = Signal(object)  # gan.events.TrainingEvent; of a lesson JudgeProgress and JudgeSaved
    failed = Signal(object)  # gan.errors.Failure
    saving = Signal()  # a run that was asked to stop is between two minibatches, and writes
    ended = Signal()
    state_changed = Signal(str)  # "idle", "starting", "running", "paused", "stopping"
    left = Signal()  # the thread is over; the last thing this controller ever says

    _start_asked = Signal(object, object)
    _pause_asked = Signal()
    _go_on_asked = Signal()
    _order_asked = Signal(object)
    _stop_asked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.state = "idle"
        self._worker = TrainingWorker()
        self._thread = StandingThread("training", self._worker, self)
        self._connect()

    def _connect(self) -> None:
        worker = self._worker
        self._thread.started.connect(worker.prepare)
        self._thread.over.connect(self.left)
        self._start_asked.connect(worker.start)
        self._pause_asked.connect(worker.pause)
        self._go_on_asked.connect(worker.go_on)
        self._order_asked.connect(worker.order)
        self._stop_asked.connect(worker.stop)
        self._thread.leave_asked.connect(worker.leave)
        worker.reported.connect(self._on_reported)
        worker.failed.connect(self._on_failed)
        worker.saving.connect(self.saving)
        worker.ended.connect(self._on_ended)

    def start(self, run: Iterator[object], control: RunControl | None = None) -> None:
        """Take over ``run``, a generator: the training thread alone calls ``next`` and ``close``.

        ``control``: what :meth:`order` passes orders to the run by.
        """
        assert isinstance(run, Generator), "a run can be closed"
        assert self.state == "idle", f"a run is {self.state}"
        self._enter("starting")
        self._thread.begin()
        self._start_asked.emit(run, control or RunControl())
        self.started.emit()

    def pause(self) -> None:
        if self.state in ("starting", "running"):
            self._enter("paused")
            self._pause_asked.emit()

    def go_on(self) -> None:
        if self.state == "paused":
            self._enter("running")
            self._go_on_asked.emit()

    def order(self, order: Order) -> None:
        """Carried out before the next minibatch, or at once by a run that is paused and stays so; what comes of it is
        ``reported``. Nothing where no run goes on."""
        if self.state in ("starting", "running", "paused"):
            self._order_asked.emit(order)

    def stop(self) -> None:
        """Asked between two events; ``ended`` follows once the run has done what was ordered before, and saved."""
        if self.state not in ("idle", "stopping"):
            self._enter("stopping")
            self._stop_asked.emit()

    def shut_down(self) -> None:
        """Stop and save what runs, then end the thread; ``left`` follows."""
        if self.state != "idle":
            self._enter("stopping")
        self._thread.leave()

    @property
    def has_left(self) -> bool:
        return self._thread.is_over

    @Slot(object)
    def _on_reported(self, event: object) -> None:
        if self.state == "starting":
            self._enter("running")
        self.reported.emit(event)

    @Slot(object)
    def _on_failed(self, failure: Failure) -> None:
        self.failed.emit(failure)

    @Slot()
    def _on_ended(self) -> None:
        self._enter("idle")
        self.ended.emit()

    def _enter(self, state: str) -> None:
        if state != self.state:
            self.state = state
            self.state_changed.emit(state)
