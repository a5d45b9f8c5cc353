"""The window's face of exports: a page hands over a callable, and hears how it went."""

from __future__ import annotations

import threading
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from gan.errors import UserError
from studio.controllers.job_queue import Job, JobQueue

CALLED_OFF = "export-called-off"
Report = Callable[[int, int], None]


class Measure(QObject):
    """How far an export is. It is called off where it reports next, and leaves nothing then."""

    changed = Signal(int, int)  # done of so many: at most a hundred times

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._called_off = threading.Event()
        self._percent = -1

    def call_off(self) -> None:
        self._called_off.set()

    def report(self, done: int, total: int) -> None:
        """Called in the job's thread; emitting from there is safe, and arrives queued."""
        if self._called_off.is_set():
            raise UserError(CALLED_OFF, "The export was called off; nothing was written.")
        percent = 100 * done // max(total, 1)
        if percent != self._percent:
            self._percent = percent
            self.changed.emit(done, total)


class ExportController(JobQueue):
    """Writes files outside the GUI thread, one after another."""

    def write(self, work: Callable[[Report], object]) -> tuple[Job, Measure]:
        """As :meth:`run`, for work that says how far it is and can be called off; the measure goes with the job."""
        measure = Measure(self)
        job = self.run(lambda: work(measure.report))
        measure.setParent(job)
        return job, measure
