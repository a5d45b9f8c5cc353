"""Builds the studio: the session, its window, and the order in which both come and go."""

from __future__ import annotations

import logging
import os
import sys
import time
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QByteArray, QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication, QWidget

import gan
from gan import places
from gan.errors import Failure
from studio.appearance import dress_application
from studio.desktop import FileOpenRequests, introduce
from studio.diagnostics import UnexpectedErrors, start_logging
from studio.garbage import GuiThreadGarbage
from studio.language import chosen_language, speak
from studio.main_window import MainWindow
from studio.quit_signals import QuitSignals
from studio.settings import Settings
from studio.words import remember_words

if TYPE_CHECKING:
    from studio.closing import Closing
    from studio.pages.document_drop import DocumentDrop
    from studio.pages.paint.page import PaintPage
    from studio.session import Session
    from studio.window_controls import WindowControls

log = logging.getLogger(__name__)

FIRST_ROOM = "explore"  # something to play with at once, before anything is trained


@dataclass(frozen=True, slots=True, eq=False)
class _Inside:
    """What stands behind the frame of the window."""

    session: Session
    controls: WindowControls
    closing: Closing
    drops: DocumentDrop


class Studio(QObject):
    """One window around one session. ``show`` it, ``close`` it, and wait for ``left``.

    The frame of the window is painted first. What stands behind it, with numpy, and the rooms are made after that,
    or when they are asked for.
    """

    ready = Signal()  # painted, torch is loaded
    left = Signal()  # every thread is over: the process may end
    gave_up = Signal()  # one is not, long after it was asked

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._garbage = GuiThreadGarbage(self)
        self._settings = Settings(places.settings_file())
        dress_application(self._settings)
        remember_words()
        speak(chosen_language(self._settings))
        rooms = {
            "train": train_page,
            "explore": explore_page,
            "blend": blend_page,
            "paint": paint_page,
            "models": models_page,
        }
        room = self._settings.value("window/room", FIRST_ROOM)
        self._first_room = room if room in rooms else FIRST_ROOM
        self.window = MainWindow({}, later={name: partial(make, self) for name, make in rooms.items()})
        self.window.restoreGeometry(self._settings.value("window/geometry", QByteArray()))
        self.window.announce_room(self._first_room)
        self.window.painted.connect(self._on_painted)
        self.painted_at: float | None = None  # time.perf_counter()
        self._furnishing = QTimer(self)
        self._furnishing.setInterval(0)
        self._furnishing.timeout.connect(self._build_room)

    @property
    def session(self) -> Session:
        return self._inside.session

    @property
    def closing(self) -> Closing:
        return self._inside.closing

    @property
    def paint_page(self) -> PaintPage:
        return cast("PaintPage", self.window.room("paint"))

    @cached_property
    def _inside(self) -> _Inside:
        """Made once; its modules, and numpy, are imported here."""
        from studio.closing import Closing
        from studio.pages.document_drop import DocumentDrop
        from studio.session import Session
        from studio.window_controls import WindowControls

        session = Session(self._settings, self)
        session.inference.engine_ready.connect(self._on_engine_ready)
        session.generator_changed.connect(self._furnish)
        session.failed.connect(self._furnish)
        controls = WindowControls(self.window, session)
        closing = Closing(self.window, session)
        closing.left.connect(self.left)
        closing.gave_up.connect(self.gave_up)
        drops = DocumentDrop(self.window)
        drops.dropped.connect(self.open_file)
        return _Inside(session, controls, closing, drops)

    def show(self) -> None:
        self.window.show()

    @Slot()
    def close(self) -> None:
        """The window hides at once; ``left`` follows when everything is saved."""
        self.closing.ask()

    @Slot(object)
    def open_file(self, path: Path) -> None:
        """A painting or a picture opens in Paint; everything else is taken for a generator."""
        from studio.document.file import is_for_paint

        session = self.session
        if is_for_paint(path):
            self.window.show_room("paint")
            self.paint_page.open_document(path)
        else:
            session.open_file(path)

    def report(self, failure: Failure) -> None:
        self.session.failed.emit(failure)

    @Slot()
    def _on_painted(self) -> None:
        """The room of last time comes next, and is painted before what is slow begins."""
        self.painted_at = time.perf_counter()
        log.info("the window is painted")
        if not self.closing.has_begun and not self.window.current_room:
            self.window.show_room(self._first_room)
        QTimer.singleShot(0, self._begin)

    @Slot()
    def _begin(self) -> None:
        """Torch, in the inference thread, and what earlier sittings left."""
        if self.closing.has_begun:
            return
        session = self.session
        session.inference.load_engine()
        if not session.has_generator:
            session.open_shipped()
        session.load_shelf()
        session.named_directions.load()

    @Slot(object)
    def _furnish(self, _news: object) -> None:
        """The other rooms, one at a time, once there is something to see in the first."""
        if not self._furnishing.isActive():
            self._furnishing.start()

    @Slot()
    def _build_room(self) -> None:
        if self.closing.has_begun or not self.window.build_room():
            self._furnishing.stop()

    @Slot(str)
    def _on_engine_ready(self, device: str) -> None:
        log.info("torch is loaded: %s", device)
        self.ready.emit()


# A room's modules are imported with its page.


def train_page(studio: Studio) -> QWidget:
    from studio.pages.train.page import TrainPage

    return TrainPage(studio.session)


def explore_page(studio: Studio) -> QWidget:
    from studio.pages.explore.page import ExplorePage

    return ExplorePage(studio.session)


def blend_page(studio: Studio) -> QWidget:
    from studio.pages.blend.page import BlendPage

    return BlendPage(studio.session)


def paint_page(studio: Studio) -> QWidget:
    from studio.pages.paint.page import PaintPage

    return PaintPage(studio.session)


def models_page(studio: Studio) -> QWidget:
    from studio.pages.models.page import ModelsPage

    return ModelsPage(studio.session)


def make_application(arguments: list[str]) -> QApplication:
    application = QApplication(arguments)
    application.setApplicationName(places.APPLICATION_NAME)
    application.setApplicationVersion(gan.__version__)
    application.setQuitOnLastWindowClosed(False)  # the process ends when its threads have
    introduce(application)
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
    studio.gave_up.connect(_end_now)
    FileOpenRequests(application).asked.connect(studio.open_file)
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
