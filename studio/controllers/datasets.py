"""The window's face of data sets: what is in one, and fetching one when Download is pressed."""

from __future__ import annotations

import threading

from PySide6.QtCore import QObject, Signal, Slot

import gan
from gan import places
from gan.errors import Failure
from studio.controllers.job_queue import JobQueue


class DatasetController(QObject):
    """Reads and downloads outside the GUI thread."""

    summarised = Signal(object)  # gan.events.DatasetSummary of the data set asked for last
    downloaded = Signal(str)  # the data set's name
    progress_changed = Signal(int, int)  # bytes of bytes, while downloading
    failed = Signal(object)  # gan.errors.Failure
    left = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._asked: tuple[str, str | None] | None = None
        self._cancelled = threading.Event()
        self._summaries = JobQueue(self)
        self._summaries.finished.connect(self._on_summarised)
        self._downloads = JobQueue(self)
        self._downloads.finished.connect(self._on_downloaded)
        for queue in (self._summaries, self._downloads):
            queue.failed.connect(self._on_failed)
            queue.left.connect(self._on_left)

    def summarise(self, name: str, root: str | None) -> None:
        """Answered by ``summarised`` or ``failed``; a newer question replaces one that waits."""
        asked = self._asked = (name, root)
        self._summaries.forget_waiting()
        self._summaries.run(lambda: (asked, gan.summarise_dataset(name, root)))

    def download(self, name: str) -> None:
        """Fetch a data set into the studio's own folder; the only thing here that uses the network."""
        self._cancelled.clear()
        self._downloads.run(lambda: self._fetch(name))

    def cancel(self) -> None:
        self._cancelled.set()

    @property
    def has_left(self) -> bool:
        return self._summaries.has_left and self._downloads.has_left

    def shut_down(self) -> None:
        self.cancel()
        self._summaries.forget_waiting()
        self._summaries.shut_down()
        self._downloads.shut_down()

    def _fetch(self, name: str) -> str:
        """Runs in the job's thread; emitting from there is safe, and arrives queued."""
        from gan.data.download import download

        download(name, places.datasets_folder(), self.progress_changed.emit, self._cancelled.is_set)
        return name

    @Slot(object)
    def _on_summarised(self, answer: tuple[tuple[str, str | None], object]) -> None:
        asked, summary = answer
        if asked == self._asked:
            self.summarised.emit(summary)

    @Slot(object)
    def _on_downloaded(self, name: str) -> None:
        if not self._cancelled.is_set():
            self.downloaded.emit(name)

    @Slot(object)
    def _on_failed(self, failure: Failure) -> None:
        self.failed.emit(failure)

    @Slot()
    def _on_left(self) -> None:
        if self.has_left:
            self.left.emit()
