"""A notice says one thing and offers ways on; the one before it waits until it is answered."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from studio.widgets.frame.notice_bar import Notice, NoticeBar

FOUND = Notice("found", "Unsaved work was found.", (("open", "Open", "tip"), ("discard", "Discard", "tip")))
USED = Notice("used", "It is <b>open</b> elsewhere.", (("copy", "Open a copy", "tip"),))


@pytest.fixture
def bar(qtbot: QtBot) -> NoticeBar:
    bar = NoticeBar()
    qtbot.addWidget(bar)
    return bar


def test_it_is_hidden_until_there_is_something_to_say(bar):
    assert bar.isHidden() and bar.current is None
    bar.offer(FOUND)
    assert bar.isVisible() and bar.accessibleName() == FOUND.sentence


def test_an_answer_is_reported_once_and_ends_the_notice(qtbot, bar):
    bar.offer(FOUND)
    with qtbot.waitSignal(bar.answered) as answered:
        qtbot.mouseClick(bar.button(1), Qt.MouseButton.LeftButton)
    assert answered.args == ["found", "discard"]
    assert bar.isHidden()


def test_the_newest_shows_and_the_one_before_comes_back(qtbot, bar):
    bar.offer(FOUND)
    bar.offer(USED)
    assert bar.current is USED
    qtbot.mouseClick(bar.button(0), Qt.MouseButton.LeftButton)
    assert bar.current is FOUND and bar.button(0).text() == "Open"
    bar.withdraw("found")
    assert bar.isHidden()


def test_the_same_notice_said_again_stands_once(bar):
    for _ in range(2):
        bar.offer(FOUND)
    bar.withdraw("found")
    assert bar.current is None


def test_closing_answers_nothing(qtbot, bar):
    bar.offer(FOUND)
    with qtbot.waitSignal(bar.closed) as closed, qtbot.assertNotEmitted(bar.answered):
        qtbot.keyClick(bar, Qt.Key.Key_Escape)
    assert closed.args == ["found"]


def test_names_from_strangers_are_shown_as_plain_text(bar):
    bar.offer(USED)
    assert {each.textFormat() for each in bar.findChildren(QLabel)} == {Qt.TextFormat.PlainText}
