"""Asks for a name and writes one file outside the GUI thread; the window stays alive behind the question."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from gan.errors import Failure
from studio.session import Session


class FileWriter(QObject):
    """Lives until the file is written or given up. An existing file is replaced only when told to.

    ``write`` is called in another thread with the chosen path; a failure of it is the session's to tell.
    """

    written = Signal(str)  # the name of the file

    def __init__(self, window: QWidget, session: Session, write: Callable[[Path], None]) -> None:
        super().__init__(window)
        self._session, self._write = session, write
        self._name = ""
        self.dialog = QFileDialog(window)
        self.dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        self.dialog.fileSelected.connect(self._on_file)
        self.dialog.rejected.connect(self._end)

    def ask(self) -> None:
        """Open the dialog."""
        self.dialog.open()

    @Slot(str)
    def _on_file(self, path: str) -> None:
        self._name = Path(path).name
        job = self._session.exports.run(partial(self._write, Path(path)))
        job.finished.connect(self._on_finished)
        job.failed.connect(self._on_failed)

    @Slot(object)
    def _on_finished(self, _nothing: object) -> None:
        self.written.emit(self._name)
        self._end()

    @Slot(object)
    def _on_failed(self, failure: Failure) -> None:
        self._session.failed.emit(failure)
        self._end()

    @Slot()
    def _end(self) -> None:
        self.dialog.deleteLater()
        self.deleteLater()
