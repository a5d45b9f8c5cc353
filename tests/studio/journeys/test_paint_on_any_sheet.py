"""A person begins sheets of any size, and paints by grid, rulers, tiles and axes."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QApplication

from studio.pages.paint.page import PaintPage
from studio.widgets.canvas.canvas_guides import knobs
from studio.widgets.canvas.new_sheet_dialog import NewSheetDialog
from tests.studio.journeys.hand import drag_over, turn_wheel
from tests.studio.journeys.paint_room import drag, enter_paint, seen


@pytest.fixture
def page(qtbot, studio) -> PaintPage:
    """The Paint room in front, its brush ready."""
    return enter_paint(qtbot, studio)


def dialog_of(page: PaintPage) -> NewSheetDialog:
    page.actions_of_room.new.trigger()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, NewSheetDialog)
    return dialog


def test_a_sheet_of_a_usual_size_is_begun_and_painted_on(qtbot, page, session):
    dialog = dialog_of(page)
    names = [dialog.list.item(row).text() for row in range(dialog.list.count())]
    dialog.list.setCurrentRow(next(row for row, name in enumerate(names) if name.startswith("A4")))
    assert (dialog.across.value, dialog.down.value) == (2480, 3508)
    dialog.create_button.click()
    artwork = session.artwork.current
    assert (artwork.width, artwork.height) == (2480, 3508) and page.canvas.zoom < 0.5
    drag(qtbot, page, (300.0, 400.0), (2000.0, 3000.0))
    assert session.artwork.current.stroke_count == 1


def test_a_sheet_of_ones_own_size_can_be_transparent_and_is_remembered(qtbot, page, session):
    dialog = dialog_of(page)
    dialog.across.set_value(333)
    dialog.down.set_value(777)
    assert dialog.list.currentRow() == -1
    dialog.ground.set_value("transparent")
    dialog.create_button.click()
    artwork = session.artwork.current
    assert (artwork.width, artwork.height, artwork.paper) == (333, 777, None)
    again = dialog_of(page)
    assert (again.across.value, again.down.value, again.ground.value) == (333, 777, "transparent")
    again.reject()
    assert session.artwork.current is artwork


def test_the_wheel_zooms_about_the_cursor_up_to_3200_percent(page):
    canvas, place = page.canvas, QPointF(300.0, 200.0)
    turn_wheel(canvas, place, 1)
    under = canvas.to_widget(QPointF(100.0, 80.0))
    for _ in range(30):
        turn_wheel(canvas, under, 1)
    assert canvas.zoom == 32.0 and page.room_bar_left.zoom_button.text() == "3200%"
    now = canvas.to_widget(QPointF(100.0, 80.0))
    assert (now.x(), now.y()) == pytest.approx((under.x(), under.y()), abs=0.01)


def test_grid_rulers_and_tiles_show_and_are_remembered(page, session):
    guides, plain = page.actions_of_room.guides, seen(page)
    for action in guides.of_view():
        action.trigger()
        assert seen(page) != plain
        action.trigger()
        assert seen(page) == plain
    page.room_bar_left.grid_button.click()
    assert guides.grid.isChecked() and page.canvas.guides.grid
    assert session.settings.value("paint/grid", False)


def test_a_stroke_in_two_mirrors_is_four_strokes_and_one_step(qtbot, page, session):
    page.actions_of_room.guides.symmetries.actions()[3].trigger()
    assert page.room_bar_left.symmetry_button.text() == "Two mirrors"
    drag(qtbot, page, (100.0, 100.0), (200.0, 150.0))
    strokes = session.artwork.current.layers[0].strokes
    assert [stroke.mirrored for stroke in strokes] == [False, True, True, False]
    assert strokes[3].path[0].tolist() == pytest.approx([716.0, 468.0], abs=1)
    page.undo_action.trigger()
    assert session.artwork.current.stroke_count == 0
    page.actions_of_room.guides.symmetries.actions()[0].trigger()
    drag(qtbot, page, (100.0, 100.0), (200.0, 150.0))
    assert session.artwork.current.stroke_count == 1


def test_axes_are_dragged_by_their_knobs(qtbot, page, session):
    page.actions_of_room.guides.symmetries.actions()[1].trigger()
    canvas = page.canvas
    (knob,) = knobs(canvas.guides.axes, canvas._view)
    drag_over(qtbot, canvas, [knob.toPoint(), (knob + QPointF(-108, 90)).toPoint()])
    assert page.guides.symmetry.x == pytest.approx(300.0, abs=1)
    assert session.artwork.current.stroke_count == 0
    drag(qtbot, page, (100.0, 200.0))
    assert session.artwork.current.layers[0].strokes[1].path[0].tolist() == pytest.approx([500, 200], abs=2)


def test_every_symmetry_paints_as_often_as_it_says(qtbot, page, session):
    for action in page.actions_of_room.guides.symmetries.actions():
        action.trigger()
        before = session.artwork.current.stroke_count
        drag(qtbot, page, (150.0, 220.0))
        kind, turns = action.data()
        often = turns or {"none": 1, "both": 4}.get(kind, 2)
        assert session.artwork.current.stroke_count - before == often
