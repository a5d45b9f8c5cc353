"""Leaving: the window hides at once, threads save and end, and only then does the process."""

from __future__ import annotations

import logging
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from studio.session import Session

log = logging.getLogger(__name__)

PATIENCE_MS = 30_000


class Closing(QObject):
    """Watches the window's close event, however it came about."""

    left = Signal()  # every thread is over
    gave_up = Signal()  # one is not, after 30 s

    def __init__(self, window: QWidget, session: Session, may_close: Callable[[], bool]) -> None:
        super().__init__(window)
        self._window, self._session, self._may_close = window, session, may_close
        self._asking = self.has_begun = False
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE_MS)
        self._patience.timeout.connect(self._on_patience_over)
        session.left.connect(self._on_session_left)
        window.installEventFilter(self)

    @Slot()
    def close_window(self) -> None:
        """As if the person had; asked a second time while a question is open, it no longer waits for it."""
        if self._asking:
            self.leave()
        else:
            self._window.close()

    def leave(self) -> None:
        """Without asking about anything."""
        if not self.has_begun:
            self.has_begun = True
            self._window.hide()
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

    def _is_allowed(self) -> bool:
        if self.has_begun:
            return True
        self._asking = True
        try:
            return self._may_close() or self.has_begun
        finally:
            self._asking = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is not self._window or event.type() != QEvent.Type.Close:
            return False
        if self._asking or not self._is_allowed():
            event.ignore()
            return True
        self.leave()
        return False
