"""Builds the studio: the session, its window, and the order in which both come and go."""

from __future__ import annotations

import logging
import os
import sys
import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QApplication, QWidget

import gan
from gan import places
from gan.errors import Failure
from studio.closing import Closing
from studio.diagnostics import UnexpectedErrors, start_logging
from studio.document.file import SUFFIX
from studio.garbage import GuiThreadGarbage
from studio.main_window import MainWindow
from studio.quit_signals import QuitSignals
from studio.session import Session
from studio.settings import Settings
from studio.window_controls import WindowControls, dress_application

if TYPE_CHECKING:
    from studio.pages.paint_page import PaintPage

log = logging.getLogger(__name__)


class Studio(QObject):
    """One window around one session. ``show`` it, ``close`` it, and wait for ``left``."""

    ready = Signal()  # painted, torch is loaded
    left = Signal()  # every thread is over: the process may end

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._garbage = GuiThreadGarbage(self)
        settings = Settings(places.settings_file())
        dress_application(settings)
        self.session = Session(settings, self)
        rooms = {"train": train_page, "explore": explore_page, "blend": blend_page, "paint": paint_page}
        makers = {name: partial(make, self.session) for name, make in rooms.items()}
        self.window = MainWindow({}, later=makers)
        self.painted_at: float | None = None  # time.perf_counter()
        self._controls = WindowControls(self.window, self.session)
        self.closing = Closing(self.window, self.session)
        self.closing.left.connect(self.left)
        self.window.painted.connect(self._on_painted)
        self.session.inference.engine_ready.connect(self._on_engine_ready)

    @property
    def paint_page(self) -> PaintPage:
        return cast("PaintPage", self.window.room("paint"))

    def show(self) -> None:
        self.window.show()

    @Slot()
    def close(self) -> None:
        """The window hides at once; ``left`` follows when everything is saved."""
        self.closing.ask()

    def open_file(self, path: Path) -> None:
        """A document opens in Paint, everything else is taken for a generator."""
        if path.suffix.lower() == SUFFIX:
            self.window.show_room("paint")
            self.paint_page.open_document(path)
        else:
            self.session.open_file(path)

    def report(self, failure: Failure) -> None:
        self.session.failed.emit(failure)

    @Slot()
    def _on_painted(self) -> None:
        """Only now what is slow begins: torch, in the inference thread, and what earlier sittings left."""
        self.painted_at = time.perf_counter()
        self.window.build_rooms()
        self.session.inference.load_engine()
        if not self.session.has_generator:
            self.session.open_shipped()
        self.session.load_shelf()

    @Slot(str)
    def _on_engine_ready(self, device: str) -> None:
        log.info("torch is loaded: %s", device)
        self.ready.emit()


# A room's modules are imported with its page: what is not shown at start costs nothing before the first paint.


def train_page(session: Session) -> QWidget:
    from studio.pages.train_page import TrainPage

    return TrainPage(session)


def explore_page(session: Session) -> QWidget:
    from studio.pages.explore_page import ExplorePage

    return ExplorePage(session)


def blend_page(session: Session) -> QWidget:
    from studio.pages.blend_page import BlendPage

    return BlendPage(session)


def paint_page(session: Session) -> QWidget:
    from studio.pages.paint_page import PaintPage

    return PaintPage(session)


def make_application(arguments: list[str]) -> QApplication:
    application = QApplication(arguments)
    application.setApplicationName(places.APPLICATION_NAME)
    application.setApplicationVersion(gan.__version__)
    application.setQuitOnLastWindowClosed(False)  # the process ends when its threads have
    return application


def run_studio(file: Path | None, started_at: float) -> int:
    """The whole life of the program with a window; returns the exit code."""
    application = make_application(sys.argv[:1])
    trouble = start_logging(places.logs_folder())
    studio = Studio()
    errors = UnexpectedErrors(studio)
    errors.caught.connect(studio.report)
    errors.install()
    quit_signals = QuitSignals(studio)
    quit_signals.asked.connect(studio.close)
    quit_signals.install()
    studio.left.connect(application.exit)
    studio.closing.gave_up.connect(_end_now)
    if file is not None:
        studio.open_file(file)
    studio.show()
    if trouble is not None:
        studio.report(trouble)
    code = application.exec()
    quit_signals.uninstall()
    errors.uninstall()
    if studio.painted_at is not None:
        log.info("first painted after %.2f s", studio.painted_at - started_at)
    return code


def _end_now() -> None:
    """A thread hangs: leaving it to Qt's destructors would abort with a crash report instead."""
    logging.shutdown()
    os._exit(1)
