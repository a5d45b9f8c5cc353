"""Leaving: the window hides at once, threads save and end, and only then does the process."""

from __future__ import annotations

import logging

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication

from studio.main_window import MainWindow
from studio.session import Session

log = logging.getLogger(__name__)

PATIENCE_MS = 30_000


class Closing(QObject):
    """Begins when the window has closed, after it asked about unsaved work."""

    left = Signal()  # every thread is over
    gave_up = Signal()  # one is not, after 30 s

    def __init__(self, window: MainWindow, session: Session) -> None:
        super().__init__(window)
        self._window, self._session = window, session
        self._has_begun = self._asking = False
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE_MS)
        self._patience.timeout.connect(self._on_patience_over)
        session.left.connect(self._on_session_left)
        window.closed.connect(self.leave)

    @property
    def has_begun(self) -> bool:
        return self._has_begun

    @Slot()
    def ask(self) -> None:
        """As if the person had closed the window; who asks again before answering wants no question."""
        if self._asking:
            self.leave()
            return
        self._asking = True
        self._window.close()
        self._asking = False

    @Slot()
    def leave(self) -> None:
        """Without asking about anything."""
        if not self._has_begun:
            self._has_begun = True
            self._window.hide()
            if (question := QApplication.activeModalWidget()) is not None:
                question.close()  # nobody will answer it
            self._patience.start()
            self._session.shut_down()

    @Slot()
    def _on_session_left(self) -> None:
        self._patience.stop()
        self.left.emit()

    @Slot()
    def _on_patience_over(self) -> None:
        log.error("a thread did not end within %d ms", PATIENCE_MS)
        self.gave_up.emit()
