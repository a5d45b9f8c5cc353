"""Sliders and number fields: dragged, typed, stepped; both halves always agree."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QDoubleSpinBox, QWidget
from pytestqt.qtbot import QtBot

from studio.widgets.controls.number_field import NumberField
from studio.widgets.controls.slider_track import HANDLE_PX, SliderTrack
from studio.widgets.controls.value_slider import ValueSlider


@pytest.fixture
def slider(qtbot: QtBot) -> ValueSlider:
    slider = ValueSlider(-1.0, 2.0, 0.8)
    qtbot.addWidget(slider)
    slider.resize(316, 32)
    slider.show()
    return slider


def _spin(widget: ValueSlider | NumberField) -> QDoubleSpinBox:
    return widget.findChildren(QDoubleSpinBox)[0]


def _place(track: SliderTrack, part: float) -> QPoint:
    return QPoint(round(HANDLE_PX / 2 + part * (track.width() - HANDLE_PX)), track.height() // 2)


def test_a_press_on_the_track_jumps_there(qtbot: QtBot, slider: ValueSlider) -> None:
    with qtbot.waitSignals([slider.value_changed, slider.released]):
        qtbot.mouseClick(slider.track, Qt.MouseButton.LeftButton, pos=_place(slider.track, 0.5))
    assert slider.value == pytest.approx(0.5, abs=0.02)
    assert _spin(slider).value() == pytest.approx(slider.value)


def test_a_drag_is_live_and_ends_with_one_release(qtbot: QtBot, slider: ValueSlider) -> None:
    values: list[float] = []
    slider.value_changed.connect(values.append)
    track = slider.track
    qtbot.mousePress(track, Qt.MouseButton.LeftButton, pos=_place(track, 0.2))
    for part in (0.4, 0.6, 0.8):
        qtbot.mouseMove(track, _place(track, part))
    with qtbot.waitSignal(slider.released):
        qtbot.mouseRelease(track, Qt.MouseButton.LeftButton, pos=_place(track, 0.8))
    assert values == sorted(values)
    assert slider.value == pytest.approx(-1 + 0.8 * 3, abs=0.02)


def test_arrow_keys_step_and_shift_steps_finely(qtbot: QtBot, slider: ValueSlider) -> None:
    qtbot.keyClick(slider.track, Qt.Key.Key_Right)
    assert slider.value == pytest.approx(0.83)
    qtbot.keyClick(slider.track, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert slider.value == pytest.approx(0.82)


def test_a_double_click_goes_back_to_the_first_value(qtbot: QtBot, slider: ValueSlider) -> None:
    slider.set_value(1.7)
    qtbot.mouseDClick(slider.track, Qt.MouseButton.LeftButton, pos=_place(slider.track, 0.9))
    assert slider.value == pytest.approx(0.8)


def test_a_number_can_be_typed(qtbot: QtBot, slider: ValueSlider) -> None:
    spin = _spin(slider)
    spin.selectAll()
    qtbot.keyClicks(spin, "-0.25")
    with qtbot.waitSignals([slider.value_changed, slider.released]):
        qtbot.keyClick(spin, Qt.Key.Key_Return)
    assert slider.value == pytest.approx(-0.25)


def test_setting_the_same_value_reports_nothing(qtbot: QtBot, slider: ValueSlider) -> None:
    with qtbot.assertNotEmitted(slider.value_changed):
        slider.set_value(0.8)


def test_stops_bend_the_scale(qtbot: QtBot) -> None:
    track = SliderTrack(1, 600, 50, 0)
    qtbot.addWidget(track)
    track.set_stops([(0.0, 1), (0.4, 50), (0.7, 200), (1.0, 600)])
    track.resize(216, 32)
    for part, number in ((0.4, 50), (0.7, 200), (1.0, 600)):
        qtbot.mouseClick(track, Qt.MouseButton.LeftButton, pos=_place(track, part))
        assert track.number == pytest.approx(number, abs=2)


def test_the_ring_of_focus_is_around_the_handle(slider: ValueSlider) -> None:
    slider.set_value(2.0)
    assert slider.track.focus_rect().right() == slider.track.width() - 1


@pytest.mark.parametrize(("signed", "shown"), [(True, "+0.68"), (False, "0.68")])
def test_signed_numbers_show_their_sign(qtbot: QtBot, signed: bool, shown: str) -> None:
    field = NumberField("u", -3, 3, 0.68, decimals=2, signed=signed)
    qtbot.addWidget(field)
    assert _spin(field).text() == shown


def test_a_negative_number_is_written_with_a_minus_sign_and_typed_with_a_hyphen(qtbot: QtBot) -> None:
    field = NumberField("v", -3, 3, -1.24, decimals=2)
    qtbot.addWidget(field)
    assert _spin(field).text() == "\N{MINUS SIGN}1.24"
    _spin(field).selectAll()
    qtbot.keyClicks(_spin(field), "-2.5")
    with qtbot.waitSignals([field.value_changed, field.edited]):
        qtbot.keyClick(_spin(field), Qt.Key.Key_Return)
    assert field.value == -2.5


def test_a_number_field_has_room_for_its_longest_number(qtbot: QtBot) -> None:
    field = NumberField("Seed", 0, 2**31 - 1, 28)
    qtbot.addWidget(field)
    assert field.sizeHint().width() > field.fontMetrics().horizontalAdvance("2147483647")


@pytest.mark.parametrize("how", ["key", "double click"])
def test_an_edit_without_a_drag_ends_too(qtbot: QtBot, slider: ValueSlider, how: str) -> None:
    slider.set_value(1.0)
    with qtbot.waitSignal(slider.released):
        if how == "key":
            qtbot.keyClick(slider.track, Qt.Key.Key_Right)
        else:
            qtbot.mouseDClick(slider.track, Qt.MouseButton.LeftButton, pos=_place(slider.track, 0.9))


def test_a_key_that_changes_nothing_ends_no_edit(qtbot: QtBot, slider: ValueSlider) -> None:
    slider.set_value(2.0)
    with qtbot.assertNotEmitted(slider.released):
        qtbot.keyClick(slider.track, Qt.Key.Key_Right)


def test_a_field_with_a_name_made_late_takes_the_keys_from_no_window(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
    field = NumberField("A", 0, 100, 0)
    qtbot.addWidget(field)
    QApplication.processEvents()
    assert QApplication.activeWindow() is window
