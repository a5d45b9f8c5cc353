"""Jobs: exports, downloads, data sets."""

import threading

from gan.errors import UserError
from studio.controllers.job_queue import JobQueue


def finish(qtbot, queue: JobQueue) -> None:
    queue.shut_down()
    qtbot.waitUntil(lambda: queue.has_left)


def test_jobs_run_in_order_and_outside_the_window_s_thread(qtbot):
    queue, results = JobQueue(), []
    queue.finished.connect(results.append)
    for number in range(5):
        queue.run(lambda number=number: (number, threading.get_ident()))
    qtbot.waitUntil(lambda: len(results) == 5)
    assert [number for number, _ in results] == list(range(5))
    assert threading.get_ident() not in {thread for _, thread in results}
    finish(qtbot, queue)


def test_a_failing_job_says_why_and_the_next_one_runs(qtbot):
    def refuse() -> object:
        raise UserError("no-ink", "There is no ink on {name}.", name="paper")

    queue, heard = JobQueue(), []
    queue.failed.connect(lambda failure: heard.append(failure.sentence))
    queue.finished.connect(heard.append)
    queue.run(refuse)
    queue.run(lambda: "written")
    qtbot.waitUntil(lambda: len(heard) == 2)
    assert heard == ["There is no ink on paper.", "written"]
    finish(qtbot, queue)


def test_shutting_down_finishes_what_was_asked(qtbot):
    queue, results, go_on = JobQueue(), [], threading.Event()
    queue.finished.connect(results.append)
    queue.run(go_on.wait)
    queue.run(lambda: "second")
    queue.shut_down()
    assert not queue.has_left
    with qtbot.waitSignal(queue.left):
        go_on.set()
    assert results == [True, "second"]


def test_a_forgotten_job_never_runs(qtbot):
    queue, results, go_on = JobQueue(), [], threading.Event()
    queue.finished.connect(results.append)
    queue.run(go_on.wait)
    queue.run(lambda: "forgotten")
    queue.forget_waiting()
    go_on.set()
    finish(qtbot, queue)
    assert results == [True]
