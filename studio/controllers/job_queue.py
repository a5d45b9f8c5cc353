"""The window's face of jobs: one after another, each in a thread of its own that ends with it."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot

from gan.errors import Failure
from studio.workers.job_thread import JobThread


class Job(QObject):
    """One callable on its way: who ordered it hears of its own end here, and of no other's."""

    finished = Signal(object)  # what it returned
    failed = Signal(object)  # gan.errors.Failure

    def __init__(self, work: Callable[[], object], parent: QObject) -> None:
        super().__init__(parent)
        self.work = work


class JobQueue(QObject):
    """Runs callables in the order they came, so that two writers of one file never meet."""

    finished = Signal(object)  # what a job returned, whichever it was
    failed = Signal(object)  # gan.errors.Failure
    left = Signal()  # after shut_down, once the last job is over

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting: deque[Job] = deque()
        self._job: Job | None = None
        self._thread: JobThread | None = None
        self._shutting_down = False

    @property
    def is_busy(self) -> bool:
        return self._thread is not None

    @property
    def has_left(self) -> bool:
        return self._shutting_down and not self.is_busy

    def run(self, work: Callable[[], object]) -> Job:
        """Do ``work`` after all that was ordered before; what comes back says how it went, and goes then."""
        job = Job(work, self)
        self._waiting.append(job)
        self._start_next()
        return job

    def forget_waiting(self) -> None:
        """Drop the jobs that have not begun."""
        while self._waiting:
            self._waiting.pop().deleteLater()

    def shut_down(self) -> None:
        """Finish what was asked (an export is never cut short); ``left`` follows."""
        self._shutting_down = True
        if not self.is_busy:
            self.left.emit()

    def _start_next(self) -> None:
        if self._thread is None and self._waiting:
            self._job = self._waiting.popleft()
            self._thread = JobThread(self._job.work, self)
            self._thread.done.connect(self._on_done)
            self._thread.failed.connect(self._on_failed)
            self._thread.finished.connect(self._on_over)
            self._thread.start()

    @Slot(object)
    def _on_done(self, result: object) -> None:
        assert self._job is not None
        self._job.finished.emit(result)
        self.finished.emit(result)

    @Slot(object)
    def _on_failed(self, failure: Failure) -> None:
        assert self._job is not None
        self._job.failed.emit(failure)
        self.failed.emit(failure)

    @Slot()
    def _on_over(self) -> None:
        assert self._thread is not None and self._job is not None
        self._thread.wait()  # it has returned from run(): this only lets the system finish with it
        self._thread.deleteLater()
        self._job.deleteLater()
        self._thread = self._job = None
        self._start_next()
        if self.has_left:
            self.left.emit()
