"""The brush's controls take and give values."""

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from studio.theme import apply_theme
from studio.widgets.brush_panel import BrushPanel, BrushValues
from studio.widgets.ink_swatches import InkSwatches
from studio.widgets.latent_mime import latent_mime
from studio.widgets.stamp_shelf import StampShelf
from studio.widgets.stroke_list import StrokeLine, StrokeList

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


@pytest.fixture
def stroke_list(qtbot: QtBot, qapp: QApplication) -> StrokeList:
    apply_theme(qapp, "dark")
    made = StrokeList()
    made.set_lines([StrokeLine(f"3 to 8, {count} dabs", None) for count in range(5)])
    made.resize(303, 300)
    qtbot.addWidget(made)
    made.show()
    return made


def test_pointing_at_a_stroke_is_reported_and_so_is_leaving(qtbot, stroke_list):
    pointed = []
    stroke_list.pointed_at.connect(pointed.append)
    qtbot.mouseMove(stroke_list.viewport(), stroke_list.row_rect(2).center())
    stroke_list.set_lines([])
    assert pointed == [2, -1]


def test_a_stroke_is_deleted_by_its_cross_and_by_key(qtbot, stroke_list):
    gone = []
    stroke_list.discarded.connect(gone.append)
    qtbot.mouseClick(stroke_list.viewport(), LEFT, NONE, stroke_list.cross_rect(1).center())
    qtbot.mouseClick(stroke_list.viewport(), LEFT, NONE, stroke_list.row_rect(3).center())
    qtbot.keyClick(stroke_list, Qt.Key.Key_Delete)
    assert gone == [1, 3]
