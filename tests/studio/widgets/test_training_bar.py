"""The training bar offers what can be done next."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from studio.theme import apply_theme
from studio.widgets.training_bar import TrainingBar

BUTTON = Qt.MouseButton.LeftButton


@pytest.fixture
def bar(qtbot: QtBot, qapp: QApplication) -> TrainingBar:
    apply_theme(qapp, "dark")
    bar = TrainingBar()
    bar.set_ready(True)
    qtbot.addWidget(bar)
    bar.show()
    return bar


@pytest.mark.parametrize(
    ("state", "text", "signal"),
    [
        ("idle", "Train", "train_asked"),
        ("running", "Pause", "pause_asked"),
        ("paused", "Go on", "go_on_asked"),
    ],
)
def test_the_main_button_does_what_it_says(
    qtbot: QtBot, bar: TrainingBar, state: str, text: str, signal: str
) -> None:
    bar.set_state(state)
    assert bar.main.text() == text
    with qtbot.waitSignal(getattr(bar, signal)):
        qtbot.mouseClick(bar.main, BUTTON)


def test_what_a_run_waits_for_is_said(bar: TrainingBar) -> None:
    bar.set_ready(False, "The engine is still loading.")
    assert not bar.main.isEnabled()
    assert bar.main.toolTip() == "The engine is still loading."


def test_stop_asks_once_and_then_says_what_it_does(qtbot: QtBot, bar: TrainingBar) -> None:
    bar.set_state("running")
    with qtbot.waitSignal(bar.stop_asked):
        qtbot.mouseClick(bar.stop, BUTTON)
    bar.set_state("stopping")
    assert not bar.stop.isEnabled() and not bar.main.isEnabled()
    assert any("saving" in label.text() for label in bar.findChildren(QLabel))


def test_the_last_run_can_go_on_when_nothing_runs(qtbot: QtBot, bar: TrainingBar) -> None:
    assert not bar.continue_last.isVisible()
    bar.set_last_run("Run 3")
    assert "Run 3" in bar.continue_last.toolTip()
    with qtbot.waitSignal(bar.continue_asked):
        qtbot.mouseClick(bar.continue_last, BUTTON)
    bar.set_state("running")
    assert not bar.continue_last.isVisible()


def test_the_last_run_can_go_on_without_the_pictures_on_the_left(qtbot: QtBot, bar: TrainingBar) -> None:
    """It learns from its own pictures."""
    bar.set_ready(False, "Choose the pictures to learn from first.")
    bar.set_last_run("Run 3")
    with qtbot.waitSignal(bar.continue_asked):
        qtbot.mouseClick(bar.continue_last, BUTTON)
    bar.set_last_run("Run 3", ready=False)
    assert not bar.continue_last.isEnabled()
