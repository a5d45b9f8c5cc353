"""Waiting for a job where the answer is needed at once, as before closing: the window draws on, but takes no input."""

from __future__ import annotations

from PySide6.QtCore import QEventLoop, QObject, Slot

from gan.errors import Failure
from studio.controllers.job_queue import Job


class Waiting(QObject):
    """For one job; it spends the time in a turn of the event loop of its own, as a dialog does."""

    def __init__(self, job: Job) -> None:
        super().__init__()
        self._loop = QEventLoop()
        self._failure: Failure | None = None
        job.failed.connect(self._on_failed)
        job.finished.connect(self._loop.quit)

    def wait(self) -> Failure | None:
        """Why it did not work, or None."""
        self._loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        return self._failure

    @Slot(object)
    def _on_failed(self, failure: Failure) -> None:
        self._failure = failure
        self._loop.quit()
