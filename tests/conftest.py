"""What holds for every test: no display, one core, a home of its own, and nothing left running behind it."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")  # before torch or numpy: waiting threads spin otherwise
os.environ.setdefault("OMP_NUM_THREADS", "1")
os.environ["LC_ALL"] = "C.UTF-8"  # a window whose language nobody chose is English, wherever the tests run
os.environ.pop("LANGUAGE", None)

import gc
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import hypothesis
import pytest

_PATIENCE_S = 3.0
_TESTS_A_FULL_COLLECTION = 50

# As in the studio (studio/garbage.py): what a test leaves in a cycle must not end in a worker thread of a later one.
gc.disable()
_tests_done = 0


@pytest.fixture(autouse=True)
def _garbage_in_the_main_thread() -> Iterator[None]:
    """Collect between tests, in the thread that runs them."""
    global _tests_done
    yield
    _tests_done += 1
    gc.collect(2 if _tests_done % _TESTS_A_FULL_COLLECTION == 0 else 1)


# The short profile takes the same examples in every run: a change is judged by what it changed. To look for new ones:
# pytest --hypothesis-profile=long. No deadline: a machine that trains beside the tests is slow now and then.
hypothesis.settings.register_profile("short", deadline=None, max_examples=50, derandomize=True)
hypothesis.settings.register_profile("long", deadline=None, max_examples=500)
hypothesis.settings.load_profile("short")


@pytest.fixture(autouse=True)
def _nothing_left_running() -> Iterator[None]:
    """Fail a test that leaves a Python thread, a QThread, a ticking QTimer or pool work behind."""
    threads_before = set(threading.enumerate())
    qt_before = {id(thing) for thing in _running_qt_things()}
    yield
    for thread in _new_python_threads(threads_before):
        thread.join(_PATIENCE_S)
    if _left(threads_before, qt_before):
        gc.collect()  # what only a reference cycle kept alive ends here
    if left := _left(threads_before, qt_before):
        pytest.fail(f"left running: {', '.join(map(_in_words, left))}")


def _left(threads_before: set[threading.Thread], qt_before: set[int]) -> list[object]:
    left_by_qt = [thing for thing in _running_qt_things(deleting=True) if id(thing) not in qt_before]
    return [*_new_python_threads(threads_before), *left_by_qt]


def _new_python_threads(before: set[threading.Thread]) -> list[threading.Thread]:
    """Without the stand-ins that Python makes for threads of Qt's, which are looked at as QThreads."""
    return [
        thread
        for thread in threading.enumerate()
        if thread not in before and not isinstance(thread, threading._DummyThread)
    ]


def _in_words(thing: object) -> str:
    parent = getattr(thing, "parent", None)
    return f"{thing!r} of {parent()!r}" if callable(parent) else repr(thing)


def _running_qt_things(*, deleting: bool = False) -> list[object]:
    if "PySide6.QtCore" not in sys.modules:
        return []
    from PySide6.QtCore import QCoreApplication, QEvent, QThread, QThreadPool, QTimer
    from shiboken6 import Shiboken

    application = QCoreApplication.instance()
    if deleting and application is not None:
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def is_running(thing: object) -> bool:
        if isinstance(thing, QThread):
            return thing.isRunning() and (application is None or thing is not application.thread())
        return isinstance(thing, QTimer) and thing.isActive() and not thing.isSingleShot()

    running: list[object] = [thing for thing in Shiboken.getAllValidWrappers() if is_running(thing)]
    pool = QThreadPool.globalInstance()
    if pool.activeThreadCount() and not pool.waitForDone(int(1000 * _PATIENCE_S)):
        running.append(pool)
    return running


@pytest.fixture(autouse=True)
def studio_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home for settings, runs and data sets, so that no test touches the person's own."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("LATENT_STUDIO_HOME", str(home))
    return home
