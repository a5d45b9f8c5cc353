"""Segments: one value in, one fact out, by mouse and by key."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from studio.widgets.controls.segmented import Segmented

OPTIONS = [("once", "Once"), ("loop", "Loop"), ("both", "There and back")]


def _segmented(qtbot: QtBot) -> tuple[Segmented, dict[str, QAbstractButton]]:
    segmented = Segmented(OPTIONS)
    qtbot.addWidget(segmented)
    segmented.show()
    return segmented, {button.text(): button for button in segmented.findChildren(QAbstractButton)}


def test_the_first_segment_is_chosen_at_first(qtbot: QtBot) -> None:
    assert _segmented(qtbot)[0].value == "once"


def test_a_click_chooses_a_segment(qtbot: QtBot) -> None:
    segmented, buttons = _segmented(qtbot)
    with qtbot.waitSignal(segmented.value_changed) as caught:
        qtbot.mouseClick(buttons["Loop"], Qt.MouseButton.LeftButton)
    assert caught.args == ["loop"]
    assert segmented.value == "loop"


def test_arrow_keys_move_the_choice(qtbot: QtBot) -> None:
    segmented, buttons = _segmented(qtbot)
    segmented.activateWindow()
    buttons["Once"].setFocus()
    qtbot.waitUntil(buttons["Once"].hasFocus)
    with qtbot.waitSignal(segmented.value_changed) as caught:
        qtbot.keyClick(buttons["Once"], Qt.Key.Key_Right)
    assert caught.args == ["loop"]


def test_setting_the_same_segment_reports_nothing(qtbot: QtBot) -> None:
    segmented, _ = _segmented(qtbot)
    with qtbot.assertNotEmitted(segmented.value_changed):
        segmented.set_value("once")


def test_a_segment_that_is_off_says_why(qtbot: QtBot) -> None:
    segmented, buttons = _segmented(qtbot)
    segmented.set_option_enabled("loop", False, "Needs two pictures.")
    assert not buttons["Loop"].isEnabled()
    assert buttons["Loop"].toolTip() == "Needs two pictures."
