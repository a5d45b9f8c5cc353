"""A thread for one job: an export, a download, a data set read through."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QThread, Signal

from studio.workers.failures import noted


class JobThread(QThread):
    """Runs one callable and says exactly once how it went: ``done`` or ``failed``."""

    done = Signal(object)  # what the job returned
    failed = Signal(object)  # gan.errors.Failure

    def __init__(self, job: Callable[[], object], parent: QObject) -> None:
        super().__init__(parent)
        self.setObjectName("job")
        self._job = job

    def run(self) -> None:
        try:
            self.done.emit(self._job())
        except Exception as error:
            self.failed.emit(noted(error, "a job"))
