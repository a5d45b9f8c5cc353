"""The window's face of data sets: what is in one, looking through a folder, fetching what Download asks for."""

from __future__ import annotations

import threading
from contextlib import closing

from PySide6.QtCore import QObject, Signal, Slot

import gan
from gan import places
from gan.errors import Failure
from gan.events import DatasetSummary
from studio.controllers.job_queue import JobQueue

Question = tuple[str, str | None, int, str]  # name, root, picture size, fit


class DatasetController(QObject):
    """Reads, decodes and downloads outside the GUI thread."""

    summarised = Signal(object)  # gan.events.DatasetSummary of the data set asked for last
    looked_through = Signal(object)  # the same of a folder, once each of its files has been decoded
    looked_at = Signal(int, int)  # files of files, while looking through
    downloaded = Signal(str)  # the data set's name
    progress_changed = Signal(int, int)  # bytes of bytes, while downloading
    failed = Signal(object)  # gan.errors.Failure
    left = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._asked: Question | None = None
        self._cancelled = threading.Event()
        self._enough = threading.Event()
        self._summaries = JobQueue(self)
        self._summaries.finished.connect(self._on_summarised)
        self._preparations = JobQueue(self)
        self._preparations.finished.connect(self._on_looked_through)
        self._downloads = JobQueue(self)
        self._downloads.finished.connect(self._on_downloaded)
        self._queues = (self._summaries, self._preparations, self._downloads)
        for queue in self._queues:
            queue.failed.connect(self._on_failed)
            queue.left.connect(self._on_left)

    def summarise(self, name: str, root: str | None, image_size: int = 28, fit: str = "crop") -> None:
        """Answered by ``summarised`` or ``failed``; a newer question replaces one that waits."""
        self.stop_looking()
        asked = self._asked = (name, root, image_size, fit)
        self._summaries.forget_waiting()
        self._summaries.run(
            lambda: (asked, gan.summarise_dataset(name, root, image_size=image_size, fit=fit))
        )

    def look_through(self) -> None:
        """Decode the folder asked for last, as a run would: ``looked_through`` follows unless it is stopped."""
        assert self._asked is not None, "there is a data set"
        asked = self._asked
        self._enough = enough = threading.Event()
        self._preparations.run(lambda: (asked, self._prepare(asked, enough)))

    def stop_looking(self) -> None:
        self._enough.set()
        self._preparations.forget_waiting()

    def download(self, name: str) -> None:
        """Fetch a data set into the studio's own folder; the only thing here that uses the network."""
        self._cancelled.clear()
        self._downloads.run(lambda: self._fetch(name))

    def cancel(self) -> None:
        self._cancelled.set()

    @property
    def has_left(self) -> bool:
        return all(queue.has_left for queue in self._queues)

    def shut_down(self) -> None:
        self.cancel()
        self.stop_looking()
        self._summaries.forget_waiting()
        for queue in self._queues:
            queue.shut_down()

    def _prepare(self, asked: Question, enough: threading.Event) -> DatasetSummary | None:
        """Runs in the job's thread, as :meth:`_fetch` does. None where it was stopped."""
        name, root, image_size, fit = asked
        with closing(gan.prepare_dataset(name, root, image_size=image_size, fit=fit)) as preparation:
            while not enough.is_set():
                try:
                    progress = next(preparation)
                except StopIteration as end:
                    summary: DatasetSummary = end.value
                    return summary
                self.looked_at.emit(progress.done, progress.total)
        return None

    def _fetch(self, name: str) -> str:
        """Runs in the job's thread; emitting from there is safe, and arrives queued."""
        from gan.data.download import download

        download(name, places.datasets_folder(), self.progress_changed.emit, self._cancelled.is_set)
        return name

    @Slot(object)
    def _on_summarised(self, answer: tuple[Question, object]) -> None:
        asked, summary = answer
        if asked == self._asked:
            self.summarised.emit(summary)

    @Slot(object)
    def _on_looked_through(self, answer: tuple[Question, object]) -> None:
        asked, summary = answer
        if asked == self._asked and summary is not None:
            self.looked_through.emit(summary)

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
