"""The training controller with plain generators as runs."""

import os
import sys
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QThread
from PySide6.QtWidgets import QApplication

from gan.errors import FileError
from gan.events import CheckpointSaved, TrainingEvent, Warned
from gan.orders import RunControl, SaveNow, StepOnce
from studio.controllers.training import TrainingController


@pytest.fixture
def training(qtbot) -> Iterator[TrainingController]:
    controller = TrainingController()
    yield controller
    with qtbot.waitSignal(controller.left):
        controller.shut_down()


class Recorder:
    """A run that never ends by itself, and notes in which thread it was asked and closed."""

    def __init__(self) -> None:
        self.threads: set[int] = set()
        self.closed_in: int | None = None
        self.yielded = 0

    def run(self) -> Iterator[TrainingEvent]:
        try:
            while True:
                self.threads.add(threading.get_native_id())
                self.yielded += 1
                yield CheckpointSaved(step=self.yielded)
        finally:
            self.closed_in = threading.get_native_id()


class Obedient(Recorder):
    """A run that answers each order with the number of things it did before, over and over else."""

    def __init__(self) -> None:
        super().__init__()
        self.control = RunControl()
        self.obeyed: list[object] = []

    def run(self) -> Iterator[TrainingEvent]:
        for event in super().run():
            while (order := self.control.next) is not None:
                self.obeyed.append(order)
                self.control.settle()
                yield Warned(step=self.yielded, code="obeyed", values={}, sentence="")
            yield event


def reports_of(training) -> list[TrainingEvent]:
    reports: list[TrainingEvent] = []
    training.reported.connect(reports.append)
    return reports


def test_every_event_reaches_the_window_in_order(qtbot, training):
    events = [CheckpointSaved(step=step) for step in range(1, 200)]
    reports = reports_of(training)
    with qtbot.waitSignal(training.ended):
        training.start(event for event in events)
    assert reports == events


def test_a_run_is_asked_and_closed_in_one_thread_that_is_not_the_window_s(qtbot, training):
    recorder = Recorder()
    with qtbot.waitSignal(training.reported):
        training.start(recorder.run())
    with qtbot.waitSignal(training.ended):
        training.stop()
    assert recorder.threads == {recorder.closed_in}
    assert recorder.closed_in != threading.get_native_id()


def test_states_follow_the_life_of_a_run(qtbot, training):
    states: list[str] = []
    training.state_changed.connect(states.append)
    with qtbot.waitSignal(training.reported):
        training.start(Recorder().run())
    training.pause()
    training.go_on()
    with qtbot.waitSignal(training.ended):
        training.stop()
    assert states == ["starting", "running", "paused", "running", "stopping", "idle"]


def test_a_paused_run_is_not_asked_for_more_and_goes_on_where_it_was(qtbot, training):
    recorder = Recorder()
    with qtbot.waitSignal(training.reported):
        training.start(recorder.run())
    training.pause()
    qtbot.wait(50)
    paused_at = recorder.yielded
    qtbot.wait(50)
    assert recorder.yielded == paused_at
    training.go_on()
    qtbot.waitUntil(lambda: recorder.yielded > paused_at)


def test_a_paused_run_carries_out_its_orders_and_nothing_else(qtbot, training):
    run = Obedient()
    with qtbot.waitSignal(training.reported):
        training.start(run.run(), run.control)
    training.pause()
    qtbot.wait(50)
    reports, paused_at = reports_of(training), run.yielded
    training.order(StepOnce("generator"))
    training.order(SaveNow())
    qtbot.waitUntil(lambda: len(reports) == 2)
    qtbot.wait(50)
    assert run.obeyed == [StepOnce("generator"), SaveNow()]
    assert [event.code for event in reports] == ["obeyed", "obeyed"]
    assert run.yielded <= paused_at + 1
    assert training.state == "paused"
    training.go_on()
    qtbot.waitUntil(lambda: len(reports) > 2)


def test_orders_reach_a_run_that_goes_on_and_none_is_kept_for_the_next(qtbot, training):
    run, next_run = Obedient(), Obedient()
    with qtbot.waitSignal(training.reported):
        training.start(run.run(), run.control)
    training.order(SaveNow())
    qtbot.waitUntil(lambda: run.obeyed == [SaveNow()])
    with qtbot.waitSignal(training.ended):
        training.stop()
    training.order(SaveNow())
    with qtbot.waitSignal(training.reported):
        training.start(next_run.run(), next_run.control)
    qtbot.wait(50)
    assert next_run.obeyed == []


def test_a_run_that_still_prepares_is_stopped_at_once_and_drops_its_orders(qtbot, training):
    go_on, asked = threading.Event(), []

    def preparing() -> Iterator[TrainingEvent]:
        for number in range(50):
            asked.append(number)
            yield Warned(step=0, code="prepared", values={}, sentence="")
            go_on.wait(10)

    with qtbot.waitSignal(training.reported):
        training.start(preparing(), RunControl())
    with qtbot.waitSignal(training.ended):
        training.order(SaveNow())
        training.stop()
        go_on.set()
    assert len(asked) <= 2


def test_a_failing_run_says_why_once_and_leaves_the_thread_ready_for_another(qtbot, training):
    def broken() -> Iterator[TrainingEvent]:
        yield CheckpointSaved(step=1)
        raise FileError("dataset-missing", "No pictures under {root}.", root="/nowhere")

    failures: list = []
    training.failed.connect(failures.append)
    with qtbot.waitSignal(training.ended):
        training.start(broken())
    assert [failure.sentence for failure in failures] == ["No pictures under /nowhere."]
    with qtbot.waitSignal(training.ended):
        training.start(event for event in [CheckpointSaved(step=1)])
    assert len(failures) == 1


def test_a_run_that_cannot_save_while_stopping_reports_it_and_still_ends(qtbot, training):
    def unsaveable() -> Iterator[TrainingEvent]:
        try:
            while True:
                yield CheckpointSaved(step=1)
        finally:
            raise OSError(28, "No space left on device")

    with qtbot.waitSignal(training.reported):
        training.start(unsaveable())
    with qtbot.waitSignals([training.failed, training.ended]):
        training.stop()
    assert training.state == "idle"


def test_shutting_down_closes_the_run_that_is_under_way(qtbot):
    training, recorder = TrainingController(), Recorder()
    with qtbot.waitSignal(training.reported):
        training.start(recorder.run())
    with qtbot.waitSignal(training.left):
        training.shut_down()
    assert recorder.closed_in is not None
    assert training.has_left


@pytest.mark.skipif(sys.platform != "linux", reason="niceness is per thread on Linux only")
def test_the_training_thread_steps_back_behind_the_window(qtbot, training):
    recorder = Recorder()
    with qtbot.waitSignal(training.reported):
        training.start(recorder.run())
    (thread,) = recorder.threads
    assert os.getpriority(os.PRIO_PROCESS, thread) == min(19, os.getpriority(os.PRIO_PROCESS, 0) + 10)
    assert QThread.currentThread() is QApplication.instance().thread()


def test_a_thousand_signals_leave_the_count_of_true_alone(training):
    """PySide6 6.12.0 on Python 3.11 drops a reference to True at each emit, and aborts after some hundred."""
    before = sys.getrefcount(True)
    for _ in range(1000):
        training.state_changed.emit("idle")
    assert abs(sys.getrefcount(True) - before) < 100
