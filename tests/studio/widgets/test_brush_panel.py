"""The brush's controls take and give values."""

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from studio.theme import apply_theme
from studio.widgets.canvas.brush_panel import BrushPanel, BrushValues
from studio.widgets.canvas.ink_swatches import InkSwatches
from studio.widgets.canvas.stamp_shelf import StampShelf
from studio.widgets.pictures.latent_mime import latent_mime

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
INKS = [("#201D1A", "Black"), ("#24376B", "Indigo"), ("#C9451C", "Vermilion")]
PICTURE = np.full((28, 28, 1), 200, np.uint8)


@pytest.fixture
def panel(qtbot: QtBot, qapp: QApplication) -> BrushPanel:
    apply_theme(qapp, "dark")
    panel = BrushPanel(INKS)
    panel.resize(303, 360)
    qtbot.addWidget(panel)
    panel.show()
    return panel


@pytest.fixture
def swatches(qtbot: QtBot, qapp: QApplication) -> InkSwatches:
    apply_theme(qapp, "dark")
    swatches = InkSwatches(INKS)
    swatches.resize(190, 32)
    qtbot.addWidget(swatches)
    swatches.show()
    return swatches


def test_values_go_in_and_come_out(panel):
    values = BrushValues(123.0, 1.5, 0.4, "fixed", "#c9451c")
    panel.set_values(values)
    assert panel.values == values


def test_all_that_is_folded_away_goes_in_and_comes_out_and_is_told_in_a_few_words(qtbot, panel):
    assert not panel.more.body.isVisible() and panel.more.head.accessibleDescription() == ""
    values = BrushValues(
        gradient="stamp",
        second_ink="#24376b",
        edges="pixels",
        scatter=1.5,
        turn_jitter=90.0,
        size_jitter=0.4,
        pressure="opacity",
        inverted=True,
    )
    panel.set_values(values)
    assert panel.values == values
    assert panel.more.head.accessibleDescription() == "gradient, inverted, pixels, chance, pressure"
    panel.more.head.setFocus()
    qtbot.keyClick(panel.more.head, Qt.Key.Key_Space)
    assert panel.more.body.isVisible() and panel.more.gradient.second.isVisible()
    panel.more.gradient.kind.set_value("none")
    assert not panel.more.gradient.second.isVisible()


def test_a_hand_that_writes_has_inks_and_edges_and_one_that_erases_has_a_size(panel):
    panel.more.head.click()
    panel.set_typing()
    assert panel.more.edges.isVisible() and panel.more.gradient.kind.isVisible()
    assert not panel.more.pressure.isVisible() and not panel.scatter_slider.isVisible()
    panel.set_erasing(True)
    assert panel.size_slider.isVisible()
    assert not panel.more.isVisible() and not panel.scatter_slider.isVisible()
    panel.set_erasing(False)
    assert panel.more.pressure.isVisible() and panel.scatter_slider.isVisible()


def test_a_model_in_colour_takes_no_ink_and_the_panel_says_so(panel):
    panel.more.head.click()
    panel.set_values(BrushValues(gradient="stamp"))
    panel.set_takes_ink(False)
    assert not panel.swatches.isVisible() and not panel.more.gradient.isVisible()
    assert panel.more.edges.isVisible() and panel.more.head.accessibleDescription() == ""
    panel.set_takes_ink(True)
    assert panel.swatches.isVisible() and panel.more.head.accessibleDescription() == "gradient"


def test_a_change_is_reported(qtbot, panel):
    with qtbot.waitSignal(panel.brush_changed):
        panel.size_slider.set_value(300)
    with qtbot.waitSignal(panel.mode_changed) as changed:
        panel.mode.set_value("travel")
    assert changed.args == ["travel"]


def test_the_size_scale_is_fine_where_small_brushes_differ(panel):
    track = panel.size_slider.track
    found = []
    for place in (0.0, 0.4, 0.7, 1.0):
        track.set_number(1 if place else 2)
        track._go_to_x(8 + place * (track.width() - 16))
        found.append(round(panel.values.size_px))
    assert found == pytest.approx([1, 50, 200, 600], abs=2)


@pytest.mark.parametrize(
    ("size", "larger", "smaller"), [(100, 110, 91), (2, 3, 1), (600, 600, 545), (1, 2, 1)]
)
def test_a_step_is_a_tenth_and_at_least_a_pixel(panel, size, larger, smaller):
    for steps, expected in ((1, larger), (-1, smaller)):
        panel.size_slider.set_value(size)
        panel.step_size(steps)
        assert panel.values.size_px == expected


def test_an_eraser_shows_its_size_and_nothing_else(panel):
    panel.set_erasing(True)
    assert panel.size_slider.isVisible()
    assert not panel.swatches.isVisible() and not panel.strip.isVisible() and not panel.turn.isVisible()


def test_a_latent_can_be_dropped_into_either_well(qtbot, panel):
    panel.strip.set_travels(True)
    for well, signal in (
        (panel.strip.start_well, panel.strip.start_dropped),
        (panel.strip.target_well, panel.strip.target_dropped),
    ):
        mime = latent_mime("latent")
        event = QDropEvent(QPointF(20, 20), Qt.DropAction.CopyAction, mime, LEFT, NONE)
        with qtbot.waitSignal(signal) as dropped:
            well.dropEvent(event)
        assert dropped.args == ["latent"]


def test_the_way_shows_only_while_the_stroke_travels(panel):
    strip = panel.strip
    strip.set_words("Every dab is this picture.")
    fixed = strip.grab().toImage()
    strip.set_travels(True)
    strip.set_way([PICTURE] * 5)
    assert strip.grab().toImage() != fixed
    assert strip.target_well.isVisible()


def test_ink_is_chosen_by_click_and_by_arrow_keys(qtbot, swatches):
    with qtbot.waitSignal(swatches.ink_changed) as changed:
        qtbot.mouseClick(swatches, LEFT, NONE, swatches.swatch_rect(2).center().toPoint())
    assert changed.args == ["#c9451c"]
    qtbot.keyClick(swatches, Qt.Key.Key_Left)
    assert swatches.ink == "#24376b"


def test_an_own_ink_takes_one_place_at_the_end(qtbot, swatches):
    with qtbot.waitSignal(swatches.custom_requested):
        qtbot.mouseClick(swatches, LEFT, NONE, swatches.plus_rect().center().toPoint())
    swatches.set_ink("#00FF00")
    swatches.set_ink("#0000FF")
    assert swatches.ink == "#0000ff"
    assert swatches.plus_rect().right() <= swatches.width()
    reported = []
    swatches.ink_changed.connect(reported.append)
    swatches.set_ink("#0000FF")
    assert reported == []


def test_the_shelf_reports_the_row_and_the_place(qtbot, qapp):
    apply_theme(qapp, "dark")
    shelf = StampShelf()
    qtbot.addWidget(shelf)
    shelf.resize(904, 88)
    shelf.set_hand([PICTURE] * 10, [], [], "the ten digits")
    shelf.set_kept([PICTURE] * 30, [], [])
    shelf.show()
    for row, signal in ((shelf.hand, shelf.hand_clicked), (shelf.kept, shelf.kept_clicked)):
        with qtbot.waitSignal(signal) as clicked:
            qtbot.mouseClick(row, LEFT, NONE, row.tile_rect(3).center().toPoint())
        assert clicked.args == [3]
    assert shelf.hand.visibleRegion().boundingRect().right() >= shelf.hand.tile_rect(9).right()
    for _ in range(29):
        qtbot.keyClick(shelf.kept, Qt.Key.Key_Right)
    assert shelf.kept.visibleRegion().contains(shelf.kept.tile_rect(29).center().toPoint())


def test_many_presets_scroll_and_the_keys_reach_the_last(qtbot, panel):
    panel.resize(303, 900)
    presets, told = panel.presets, []
    presets.taken.connect(told.append)
    presets.set_presets([f"Brush {n}" for n in range(40)], [np.zeros((8, 8, 4), np.uint8)] * 40)
    qtbot.waitUntil(lambda: 180 < presets.height() < 240)
    assert presets.row.height() > 300
    presets.row.setFocus()
    qtbot.keyClick(presets.row, Qt.Key.Key_End)
    qtbot.keyClick(presets.row, Qt.Key.Key_Return)
    last = presets.row.tile_rect(39).center().toPoint()
    assert told == [39] and presets.row.visibleRegion().contains(last)


def test_a_preset_is_named_in_place_and_escape_leaves_its_name(qtbot, panel):
    told = []
    panel.presets.renamed.connect(lambda *what: told.append(what))
    panel.presets.set_presets(["One", "Two"], [np.zeros((8, 8, 4), np.uint8)] * 2)
    panel.presets.rename(1)
    assert panel.presets.editor.text() == "Two"
    qtbot.keyClicks(panel.presets.editor, "Rain")
    qtbot.keyClick(panel.presets.editor, Qt.Key.Key_Escape)
    assert told == [] and panel.presets.row.hasFocus()
    panel.presets.rename(1)
    qtbot.keyClicks(panel.presets.editor, "Rain")
    qtbot.keyClick(panel.presets.editor, Qt.Key.Key_Return)
    assert told == [(1, "Rain")]
