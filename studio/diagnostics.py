"""What is left behind when something goes wrong: a rotating log, crash traces, and a word to the window."""

from __future__ import annotations

import faulthandler
import logging
import sys
import threading
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Signal

from gan.errors import Failure, describe

log = logging.getLogger("studio")

LOG_BYTES = 1_000_000
LOGS_KEPT = 3


class UnexpectedErrors(QObject):
    """Hears of exceptions nobody caught, in any thread; the studio goes on, the window says so."""

    caught = Signal(object)  # gan.errors.Failure; emitted in the thread that failed, so it arrives queued

    def install(self) -> None:
        sys.excepthook = self.on_exception
        threading.excepthook = self._on_thread_exception

    def uninstall(self) -> None:
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__

    def on_exception(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        log.error("an exception nobody caught", exc_info=(kind, error, trace))
        if isinstance(error, Exception):
            self.caught.emit(describe(error))

    def _on_thread_exception(self, hook: threading.ExceptHookArgs) -> None:
        if hook.exc_value is not None:
            self.on_exception(hook.exc_type, hook.exc_value, hook.exc_traceback)


def start_logging(folder: Path) -> Failure | None:
    """Log into ``folder``; where that cannot be written the studio works without, and says why."""
    root = logging.getLogger()
    root.setLevel(logging.INFO)
    if sys.stderr is not None:  # a windowed bundle has none
        terminal = logging.StreamHandler()
        terminal.setLevel(logging.WARNING)
        root.addHandler(terminal)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        file = RotatingFileHandler(
            folder / "studio.log", maxBytes=LOG_BYTES, backupCount=LOGS_KEPT, encoding="utf-8"
        )
        crashes = (folder / "crashes.log").open("a", encoding="utf-8")  # stays open: the process writes it
    except OSError as error:
        sentence = "Nothing can be written into {folder}. The studio works, but may remember nothing."
        values, details = {"folder": str(folder)}, describe(error).sentence
        return Failure(
            code="logs-unwritable", sentence=sentence.format(**values), values=values, details=details
        )
    file.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(threadName)s %(name)s: %(message)s"))
    root.addHandler(file)
    faulthandler.enable(crashes)
    return None
