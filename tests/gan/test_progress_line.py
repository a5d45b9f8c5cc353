"""What a terminal shows while something goes on, and what a file gets."""

import io
import sys

import pytest

from gan.progress_line import ProgressLine


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True

    def lines(self) -> list[str]:
        """As they stand on the screen."""
        shown = []
        for line in self.getvalue().split("\n"):
            cells = ""
            for part in line.split("\r"):
                cells = part + cells[len(part) :]
            shown.append(cells.rstrip())
        return shown


def _terminal(monkeypatch: pytest.MonkeyPatch) -> _Terminal:
    """In place of stderr; within the test, since pytest puts its own there before it."""
    stream = _Terminal()
    monkeypatch.setattr(sys, "stderr", stream)
    monkeypatch.setenv("COLUMNS", "60")
    return stream


def test_on_a_terminal_the_line_renews_itself_with_a_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = _terminal(monkeypatch)
    line = ProgressLine()
    line.show("step 100 of 400", 0.25)
    line.show("step 9", 1.0, always=True)
    line.end()
    assert terminal.lines() == ["[##########] 100% step 9", ""]


def test_a_sentence_takes_the_place_of_the_line_and_leaves_nothing_of_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    terminal = _terminal(monkeypatch)
    line = ProgressLine()
    line.show("a long line that says how far it is")
    line.say("A warning.")
    line.show("short", always=True)
    line.end()
    assert terminal.lines() == ["A warning.", "short", ""]


def test_a_line_is_never_wider_than_the_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = _terminal(monkeypatch)
    ProgressLine().show("x" * 200, 0.5)
    assert len(terminal.lines()[0]) == 59


def test_a_line_that_was_renewed_just_now_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = _terminal(monkeypatch)
    line = ProgressLine()
    for step in range(100_000):
        line.show(f"step {step}")
    assert terminal.getvalue().count("\r") < 1_000


def test_a_file_gets_plain_lines_without_bars_or_blanks(capsys: pytest.CaptureFixture[str]) -> None:
    line = ProgressLine()
    line.say("Begun.")
    line.show("step 1 of 4", 0.25)
    line.show("step 2 of 4", 0.5)  # too soon after the other
    line.show("step 4 of 4", 1.0, always=True)
    line.end()
    assert capsys.readouterr().err == "Begun.\nstep 1 of 4\nstep 4 of 4\n"
