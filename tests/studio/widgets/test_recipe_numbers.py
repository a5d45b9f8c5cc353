"""Numbers of the recipe: typed, dragged over many sizes, refused in one sentence, brought back at a press."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from studio.theme import apply_theme
from studio.widgets.controls.rate_slider import RateSlider, rate_text
from studio.widgets.controls.typed_number import TypedNumber
from studio.widgets.training.advanced_recipe import AdvancedRecipe
from studio.widgets.training.live_changes import LiveChanges

BUTTON = Qt.MouseButton.LeftButton
VALUES = {
    "generator_learning_rate": 2e-3,
    "discriminator_learning_rate": 2e-3,
    "discriminator_steps": 1,
    "sample_interval_s": 0.5,
}


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication) -> None:
    apply_theme(qapp, "dark")


def type_into(qtbot: QtBot, field: TypedNumber, text: str) -> None:
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, text)
    qtbot.keyClick(field, Qt.Key.Key_Return)


def words(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0.002, "0.0020"),
        (0.00125, "0.00125"),
        (1.25e-5, "0.0000125"),
        (1.0, "1.0000"),
        (0.1, "0.1000"),
        (0, "0"),
    ],
)
def test_a_rate_is_written_without_an_exponent(value: float, text: str) -> None:
    assert rate_text(value) == text


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("5", "It can be from 0.1 to 4."),
        ("-1", "It can be from 0.1 to 4."),
        ("nan", "This is not a number."),
        ("much", "This is not a number."),
        ("inf", "It can be from 0.1 to 4."),
    ],
)
def test_what_does_not_fit_is_refused_in_one_sentence_and_stays_to_be_mended(
    qtbot: QtBot, typed: str, said: str
) -> None:
    field = TypedNumber(0.1, 4)
    qtbot.addWidget(field)
    field.show()
    field.set_value(2)
    with qtbot.waitSignal(field.refused) as told:
        type_into(qtbot, field, typed)
    assert told.args == [said]
    assert (field.text(), field.value) == (typed, 2)
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert (field.text(), field.trouble) == ("2", "")


def test_a_comma_is_a_point_and_a_whole_number_may_be_grouped(qtbot: QtBot) -> None:
    rate, count = TypedNumber(0, 1), TypedNumber(0, 10_000, "{:.0f}".format, whole=True)
    for field, typed, value in ((rate, "0,25", 0.25), (count, "1,024", 1024)):
        qtbot.addWidget(field)
        field.show()
        type_into(qtbot, field, typed)
        assert field.value == value
    type_into(qtbot, count, "2.5")
    assert count.trouble == "This has to be a whole number."


@pytest.fixture
def slider(qtbot: QtBot) -> RateSlider:
    slider = RateSlider(1e-5, 0.1, 2e-3, typed_least=1e-7, typed_most=1.0)
    qtbot.addWidget(slider)
    slider.resize(260, 32)
    slider.show()
    return slider


def test_equal_ways_on_a_rate_slider_are_equal_factors(qtbot: QtBot, slider: RateSlider) -> None:
    track = slider.track
    middle = QPoint(track.width() // 2, 16)
    qtbot.mouseClick(track, BUTTON, pos=middle)
    assert slider.value == pytest.approx(1e-3, rel=0.1), "half way from 0.00001 to 0.1"
    assert slider.number_field.text() == rate_text(slider.value)


def test_a_typed_rate_is_kept_exactly_and_may_lie_beyond_the_track(qtbot: QtBot, slider: RateSlider) -> None:
    for typed, value in (("0.00123", 0.00123), ("1", 1.0), ("0.0000001", 1e-7)):
        with qtbot.waitSignal(slider.released):
            type_into(qtbot, slider.number_field, typed)
        assert slider.value == value


@pytest.fixture
def live(qtbot: QtBot) -> LiveChanges:
    live = LiveChanges()
    qtbot.addWidget(live)
    live.resize(280, 300)
    live.show_values(VALUES)
    live.show()
    live.set_active(True)
    return live


def test_only_rows_of_what_the_run_has_are_shown(live: LiveChanges) -> None:
    assert "Sample every" in words(live)
    assert "Augmentation" not in words(live)
    live.show_values({"augment_strength": 0.1})
    assert "Augmentation" in words(live)


def test_a_drag_is_one_change_told_when_it_is_let_go(qtbot: QtBot, live: LiveChanges) -> None:
    told: list[dict[str, float]] = []
    live.changed.connect(told.append)
    track = live.control("discriminator_learning_rate").track
    start = track.focus_rect().center()
    qtbot.mousePress(track, BUTTON, pos=start)
    for step in range(1, 8):
        qtbot.mouseMove(track, start - QPoint(2 * step, 0))
    qtbot.wait(400)
    assert told == [], "it is still held"
    qtbot.mouseRelease(track, BUTTON, pos=start - QPoint(14, 0))
    qtbot.waitUntil(lambda: len(told) == 1)
    assert list(told[0]) == ["discriminator_learning_rate"]
    assert 0 < told[0]["discriminator_learning_rate"] < 2e-3


def test_several_keys_make_one_change(qtbot: QtBot, live: LiveChanges) -> None:
    told: list[dict[str, float]] = []
    live.changed.connect(told.append)
    track = live.control("discriminator_steps").track
    for _ in range(3):
        qtbot.keyClick(track, Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: bool(told))
    assert told == [{"discriminator_steps": 4}]
    assert isinstance(told[0]["discriminator_steps"], int)


def test_values_follow_the_run_without_a_change_of_ones_own(qtbot: QtBot, live: LiveChanges) -> None:
    told: list[object] = []
    live.changed.connect(told.append)
    live.show_values({"generator_learning_rate": 5e-4})
    assert live.control("generator_learning_rate").value == 5e-4
    qtbot.wait(400)
    assert told == []


def test_a_row_in_the_hand_does_not_jump_when_the_run_reports(qtbot: QtBot, live: LiveChanges) -> None:
    track = live.control("generator_learning_rate").track
    place = track.focus_rect().center()
    qtbot.mousePress(track, BUTTON, pos=place)
    qtbot.mouseMove(track, place + QPoint(9, 0))
    held = live.control("generator_learning_rate").value
    live.show_values({"generator_learning_rate": 1e-4})
    assert live.control("generator_learning_rate").value == held
    qtbot.mouseRelease(track, BUTTON, pos=place + QPoint(9, 0))


def test_a_rate_that_cannot_be_is_refused_below_the_rows(qtbot: QtBot, live: LiveChanges) -> None:
    told: list[object] = []
    live.changed.connect(told.append)
    control = live.control("generator_learning_rate")
    assert isinstance(control, RateSlider)
    type_into(qtbot, control.number_field, "7")
    assert "It can be from 0.0000001 to 1.0000." in words(live)
    qtbot.wait(400)
    assert told == []


def test_without_a_run_the_rows_hold_still_and_say_why(live: LiveChanges) -> None:
    live.set_active(False, "Press Train first.")
    control = live.control("generator_learning_rate")
    assert not control.isEnabled()
    assert "Press Train first." in control.toolTip()


@pytest.fixture
def advanced(qtbot: QtBot) -> AdvancedRecipe:
    advanced = AdvancedRecipe()
    qtbot.addWidget(advanced)
    advanced.resize(280, 500)
    advanced.set_derived({"z_size": 64, "minibatch": "16 to 64", "generator_learning_rate": 2e-3})
    advanced.show()
    return advanced


def test_advanced_is_folded_away_until_it_is_pressed(qtbot: QtBot, advanced: AdvancedRecipe) -> None:
    field = advanced.fields["z_size"]
    assert not field.isVisible()
    qtbot.mouseClick(advanced.head, BUTTON)
    assert field.isVisible()
    assert field.field.placeholderText() == "64"
    assert "From 1 to 4096." in field.toolTip()


def test_a_field_goes_back_to_what_is_derived(qtbot: QtBot, advanced: AdvancedRecipe) -> None:
    qtbot.mouseClick(advanced.head, BUTTON)
    field = advanced.fields["z_size"]
    assert not field.reset.isVisible()
    type_into(qtbot, field.field, "32")
    assert advanced.values == {"z_size": 32}
    qtbot.mouseClick(field.reset, BUTTON)
    assert advanced.values == {}
    type_into(qtbot, field.field, "32")
    type_into(qtbot, field.field, " ")
    assert advanced.values == {}, "emptying does the same"


def test_a_number_out_of_range_is_said_at_its_field(qtbot: QtBot, advanced: AdvancedRecipe) -> None:
    qtbot.mouseClick(advanced.head, BUTTON)
    type_into(qtbot, advanced.fields["penalty_gamma"].field, "-3")
    assert "It can be from 0 to 1000." in words(advanced.fields["penalty_gamma"])
    assert advanced.trouble
    type_into(qtbot, advanced.fields["penalty_gamma"].field, "0.3")
    assert not advanced.trouble
    assert advanced.values == {"penalty_gamma": 0.3}


def test_a_run_shows_its_own_numbers_while_it_holds_the_fields(
    qtbot: QtBot, advanced: AdvancedRecipe
) -> None:
    field = advanced.fields["z_size"]
    type_into(qtbot, field.field, "32")
    advanced.set_locked(True, "The run began with this.")
    advanced.show_run({"z_size": 128})
    assert (field.field.text(), field.field.isEnabled()) == ("128", False)
    assert field.toolTip() == "The run began with this."
    advanced.set_locked(False, "")
    assert (field.field.text(), advanced.values) == ("32", {"z_size": 32})
