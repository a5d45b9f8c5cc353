"""Questions: answered elsewhere, by name, the newest first to count."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from gan.errors import UserError
from studio.controllers.questions import Questions


@pytest.fixture
def questions(qtbot: QtBot) -> Iterator[Questions]:
    questions = Questions()
    yield questions
    questions.shut_down()
    qtbot.waitUntil(lambda: questions.has_left)


def test_of_questions_that_wait_under_one_name_only_the_newest_is_answered(
    qtbot: QtBot, questions: Questions
) -> None:
    answers: list[tuple[str, object]] = []
    questions.answered.connect(lambda name, answer: answers.append((name, answer)))
    go_on = threading.Event()
    questions.ask("frame", lambda: go_on.wait(10))
    for number in range(5):
        questions.ask("frame", lambda number=number: number)
    questions.ask("moments", lambda: "all")
    go_on.set()
    qtbot.waitUntil(lambda: len(answers) == 3)
    assert answers == [("frame", True), ("frame", 4), ("moments", "all")]


def test_a_failure_comes_under_the_name_of_its_question(qtbot: QtBot, questions: Questions) -> None:
    def fail() -> None:
        raise UserError("no-run", "There is no run in {name}.", name="here")

    with qtbot.waitSignal(questions.failed) as told:
        questions.ask("frame", fail)
    assert told.args[0] == "frame" and told.args[1].sentence == "There is no run in here."
    with qtbot.waitSignal(questions.answered) as told:
        questions.ask("frame", lambda: 7)
    assert told.args == ["frame", 7]


def test_what_changes_something_is_done_whatever_is_asked_after_it(
    qtbot: QtBot, questions: Questions
) -> None:
    answers: list[object] = []
    questions.answered.connect(lambda _name, answer: answers.append(answer))
    go_on = threading.Event()
    questions.ask("frame", lambda: go_on.wait(10))
    questions.do("moments", lambda: "pinned")
    questions.do("moments", lambda: "pinned, too")
    questions.ask("moments", lambda: "read")
    questions.forget("moments")
    go_on.set()
    qtbot.waitUntil(lambda: len(answers) == 3)
    assert answers == [True, "pinned", "pinned, too"]


def test_what_changes_something_is_done_before_the_end_and_starts_nothing_more(
    qtbot: QtBot, questions: Questions
) -> None:
    done: list[str] = []
    answers: list[object] = []
    questions.answered.connect(lambda _name, answer: answers.append(answer))
    go_on = threading.Event()
    questions.ask("frame", lambda: go_on.wait(10))
    questions.do("name", lambda: done.append("named"))
    questions.ask("frame", lambda: done.append("read"))
    with qtbot.waitSignal(questions.left):
        questions.shut_down()
        go_on.set()
    assert done == ["named"] and questions.has_left
    assert answers == [], "a branch that is ready now would begin to train"


def test_nothing_is_asked_after_the_end(qtbot: QtBot, questions: Questions) -> None:
    with qtbot.waitSignal(questions.left):
        questions.shut_down()
    answers: list[object] = []
    questions.answered.connect(lambda _name, answer: answers.append(answer))
    questions.ask("frame", lambda: 7)
    qtbot.wait(50)
    assert answers == []
