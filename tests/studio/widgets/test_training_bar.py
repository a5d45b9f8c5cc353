"""The training bar offers what can be done next."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from studio.theme import apply_theme
from studio.widgets.training.training_bar import TrainingBar

BUTTON = Qt.MouseButton.LeftButton


@pytest.fixture
def bar(qtbot: QtBot, qapp: QApplication) -> TrainingBar:
    apply_theme(qapp, "dark")
    bar = TrainingBar()
    bar.set_ready(True)
    qtbot.addWidget(bar)
    bar.show()
    return bar


def words(bar: TrainingBar) -> str:
    return " ".join(label.text() for label in bar.findChildren(QLabel) if label.isVisible())


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
    assert words(bar) == "Finishing this batch…"
    bar.set_saving()
    assert words(bar) == "Saving…"
    bar.set_state("idle")
    assert words(bar) == ""


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


@pytest.mark.parametrize("state", ["paused", "idle"])
def test_single_steps_are_offered_while_the_run_is_held(qtbot: QtBot, bar: TrainingBar, state: str) -> None:
    bar.set_state(state)
    bar.set_last_run("Run 3")
    assert bar.step.isEnabled()
    told: list[str] = []
    bar.step_asked.connect(told.append)
    for action in bar.step.menu().actions():
        action.trigger()
    assert told == ["both", "discriminator", "generator"]


def test_a_run_that_goes_on_is_paused_before_it_steps(bar: TrainingBar) -> None:
    bar.set_state("running")
    assert not bar.step.isEnabled()
    assert "Pause the run" in bar.step.toolTip()
    assert not any(action.isEnabled() for action in bar.step.menu().actions()), "nor by their shortcuts"


def test_without_any_run_there_is_nothing_to_step_or_to_take_out(bar: TrainingBar) -> None:
    assert not bar.step.isEnabled()
    assert not any(button.isEnabled() for button in (bar.sample, bar.save, bar.export))
    assert not bar.finish.isVisible()


@pytest.mark.parametrize(
    ("button", "signal"),
    [
        ("finish", "finish_asked"),
        ("sample", "sample_asked"),
        ("save", "save_asked"),
        ("export", "export_asked"),
        ("runs", "runs_asked"),
    ],
)
def test_each_button_asks_for_what_it_says(qtbot: QtBot, bar: TrainingBar, button: str, signal: str) -> None:
    bar.set_state("running")
    bar.set_has_generator(True)
    with qtbot.waitSignal(getattr(bar, signal)):
        qtbot.mouseClick(getattr(bar, button), BUTTON)


def test_finish_says_what_it_does_and_is_asked_once(bar: TrainingBar) -> None:
    bar.set_state("running")
    assert "fifth more steps" in bar.finish.toolTip()
    bar.set_finishing()
    assert not bar.finish.isEnabled()
    assert words(bar) == "Coming to a good end…"
    bar.set_state("idle")
    bar.set_state("running")
    assert bar.finish.isEnabled(), "the next run has not been told to end"


def test_on_a_narrow_screen_words_give_way_to_icons_with_names(bar: TrainingBar) -> None:
    wide = bar.sizeHint().width()
    bar.set_narrow(True)
    assert bar.sizeHint().width() < wide - 100
    assert bar.export.text() == "" and bar.export.accessibleName() == "Export"
    bar.set_narrow(False)
    assert bar.sizeHint().width() == wide


def test_a_tool_that_cannot_be_pressed_says_why(qtbot: QtBot) -> None:
    bar = TrainingBar()
    qtbot.addWidget(bar)
    for button in (bar.stop, bar.sample, bar.save):
        assert button.toolTip().endswith("Only while a run goes on.")
    assert bar.export.toolTip().endswith("Only once a run has saved one.")
    bar.set_state("running")
    bar.set_has_generator(True)
    for button in (bar.stop, bar.sample, bar.save, bar.export):
        assert "Only" not in button.toolTip()
