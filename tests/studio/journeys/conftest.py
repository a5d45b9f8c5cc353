"""The real window for journeys: built as the program builds it, in a home of its own."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from studio.app import Studio
from studio.main_window import MainWindow
from studio.session import Session

READY_MS = 60_000  # torch is imported once in a test process, which takes seconds on a busy machine
LEFT_MS = 30_000


@pytest.fixture
def studio(qtbot: QtBot, qapp: object, studio_home: object) -> Iterator[Studio]:
    """Painted, torch loaded, the generator that ships open, and every room made."""
    studio = Studio()
    studio.window.resize(1280, 800)
    studio.show()
    qtbot.waitUntil(lambda: studio.session.inference.info is not None, timeout=READY_MS)
    qtbot.waitUntil(lambda: not studio.window.build_room(), timeout=READY_MS)
    yield studio
    if not studio.session.has_left:
        with qtbot.waitSignal(studio.left, timeout=LEFT_MS):
            studio.closing.leave()
    studio.window.deleteLater()
    studio.deleteLater()


@pytest.fixture
def studio_window(studio: Studio) -> MainWindow:
    return studio.window


@pytest.fixture
def session(studio: Studio) -> Session:
    return studio.session


@pytest.fixture
def events(studio: Studio) -> list[object]:
    """What training reports, from here on."""
    events: list[object] = []
    studio.session.training.reported.connect(events.append)
    return events
