"""A thread that stands as long as the window does, with one worker living in it."""

from __future__ import annotations

from PySide6.QtCore import QObject, QThread, Signal, Slot


class StandingThread(QThread):
    """Runs an event loop for ``worker``, from the first need on.

    It ends when the worker itself quits it, so nothing queued is lost.
    """

    leave_asked = Signal()  # to the worker's slot of that name
    over = Signal()  # nothing of the thread runs any more: it and its worker may be destroyed

    def __init__(self, name: str, worker: QObject, parent: QObject) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.is_over = False
        self._worker = worker
        worker.moveToThread(self)
        self.finished.connect(self._on_finished)

    def begin(self) -> None:
        if not self.isRunning():
            self.start()

    def leave(self) -> None:
        """Ask the worker to finish; ``over`` follows, at once if nothing ever ran."""
        if self.isRunning():
            self.leave_asked.emit()
        else:
            self._on_finished()

    @Slot()
    def _on_finished(self) -> None:
        """``finished`` comes from the thread while it still has its last steps to do."""
        self.wait()
        self.is_over = True
        self.over.emit()
