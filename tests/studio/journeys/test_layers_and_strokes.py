"""A person arranges a picture in layers, and changes strokes long after they were painted."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtWidgets import QLineEdit

from studio.document.picking import reach
from studio.pages.paint.page import PaintPage
from studio.widgets.canvas.history_popup import HistoryPopup
from studio.widgets.canvas.selection_frame import KNOB_PX
from tests.studio.journeys.hand import LEFT, NONE
from tests.studio.journeys.paint_room import MADE_MS, drag, enter_paint, pixel_hash, seen, strokes


@pytest.fixture
def page(qtbot, studio) -> PaintPage:
    """The Paint room in front, its brush ready."""
    return enter_paint(qtbot, studio)


def click(qtbot, page: PaintPage, place: QPoint, modifier=NONE) -> None:
    """On the list of layers."""
    qtbot.mouseClick(page.side.list.viewport(), LEFT, modifier, place)


def names(session) -> list[str]:
    return [layer.name for layer in session.artwork.current.layers]


def test_the_second_of_five_strokes_is_deleted_and_comes_back(qtbot, page, session):
    for height in (60.0, 160.0, 260.0, 360.0, 460.0):
        drag(qtbot, page, (100.0, height), (600.0, height))
    five, before = session.artwork.current.layers[0].strokes, pixel_hash(session)
    click(qtbot, page, page.side.list.cross_rect(1).center())
    assert session.artwork.current.layers[0].strokes == (five[0], *five[2:])
    assert pixel_hash(session) != before
    page.undo_action.trigger()
    assert session.artwork.current.layers[0].strokes == five and pixel_hash(session) == before


def test_layers_are_hidden_multiplied_merged_and_all_of_it_undone(qtbot, page, session):
    actions, rows = page.actions_of_room.layers, page.side.list
    drag(qtbot, page, (100.0, 200.0), (600.0, 200.0))
    actions.add.trigger()
    page.brush_panel.swatches.set_ink("#c9451c")
    drag(qtbot, page, (100.0, 210.0), (600.0, 210.0))
    assert [len(layer.strokes) for layer in session.artwork.current.layers] == [1, 1]
    plain, on_screen = pixel_hash(session), seen(page)
    click(qtbot, page, rows.eye_rect(1).center())
    hidden = pixel_hash(session)
    assert hidden != plain and seen(page) != on_screen
    click(qtbot, page, rows.eye_rect(1).center())
    assert pixel_hash(session) == plain
    multiply = next(
        each for each in page.layer_panel.blend_button.menu().actions() if each.data() == "multiply"
    )
    multiply.trigger()
    multiplied = pixel_hash(session)
    assert multiplied not in (plain, hidden) and page.layer_panel.blend_button.text() == "Multiply"
    said = []
    page.status_text_changed.connect(said.append)
    actions.merge.trigger()
    assert names(session) == ["Ink"] and session.artwork.current.stroke_count == 2
    assert "The picture changed" in said[-1]
    page.undo_action.trigger()
    assert pixel_hash(session) == multiplied and session.artwork.chosen_layer == 1
    page.undo_action.trigger()
    assert pixel_hash(session) == plain and page.layer_panel.blend_button.text() == "Normal"


def test_a_hidden_layer_is_not_merged_unseen(qtbot, page, session):
    drag(qtbot, page, (100.0, 200.0), (600.0, 200.0))
    page.actions_of_room.layers.add.trigger()
    drag(qtbot, page, (100.0, 300.0), (600.0, 300.0))
    page.actions_of_room.layers.hide.trigger()
    said = []
    page.status_text_changed.connect(said.append)
    page.actions_of_room.layers.merge.trigger()
    assert names(session) == ["Ink", "Layer 2"] and "hidden" in said[-1]


def test_every_key_of_the_room_means_one_thing(page, studio_window):
    keys = [
        action.shortcut().toString()
        for _, action in studio_window.menuBar().entries()
        if not action.shortcut().isEmpty()
    ]
    assert len(keys) > 30 and sorted(keys) == sorted(set(keys))


def test_a_locked_layer_takes_nothing_and_says_so(qtbot, page, session):
    drag(qtbot, page, (100.0, 200.0), (600.0, 200.0))
    page.actions_of_room.layers.lock.trigger()
    before, said = session.artwork.current, []
    page.status_text_changed.connect(said.append)
    drag(qtbot, page, (100.0, 300.0), (600.0, 300.0))
    click(qtbot, page, page.side.list.cross_rect(0).center())
    page.layer_panel.opacity.set_value(40)
    assert session.artwork.current == before
    assert len(said) == 3 and all("locked" in sentence for sentence in said)
    assert page.layer_panel.opacity.value == 100
    page.actions_of_room.layers.lock.trigger()
    drag(qtbot, page, (100.0, 300.0), (600.0, 300.0))
    assert session.artwork.current.stroke_count == 2


def test_one_drag_of_the_opacity_is_one_step(qtbot, page, session):
    drag(qtbot, page, (100.0, 200.0), (600.0, 200.0))
    slider, steps = page.layer_panel.opacity, session.artwork.undo_stack.count()
    for value in (80, 60, 40):
        slider.set_value(value)
    slider.released.emit()
    slider.set_value(20)
    assert session.artwork.current.layers[0].opacity == 0.2
    assert session.artwork.undo_stack.count() == steps + 2
    page.undo_action.trigger()
    assert session.artwork.current.layers[0].opacity == 0.4 and slider.value == 40
    page.undo_action.trigger()
    assert session.artwork.current.layers[0].opacity == 1.0


def test_layers_are_added_named_moved_and_deleted_by_keys(qtbot, page, session):
    canvas = page.canvas
    canvas.setFocus()
    shift_control = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(canvas, Qt.Key.Key_N, shift_control)
    qtbot.keyClick(canvas, Qt.Key.Key_F2)
    editor = page.side.list.findChild(QLineEdit)
    qtbot.keyClicks(editor, "Birds")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: names(session) == ["Ink", "Birds"])
    canvas.setFocus()
    qtbot.keyClick(canvas, Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
    assert names(session) == ["Ink", "Birds", "Birds copy"]
    page.actions_of_room.layers.lower.trigger()
    assert names(session) == ["Ink", "Birds copy", "Birds"] and session.artwork.chosen_layer == 1
    qtbot.keyClick(canvas, Qt.Key.Key_Delete, Qt.KeyboardModifier.ShiftModifier)
    assert names(session) == ["Ink", "Birds"] and session.artwork.chosen_layer == 0
    for _ in range(5):
        page.undo_action.trigger()
    assert names(session) == ["Ink"] and not session.artwork.is_modified


def test_strokes_are_sent_to_another_layer_by_hand(qtbot, page, session):
    drag(qtbot, page, (100.0, 200.0), (600.0, 200.0))
    page.actions_of_room.layers.add.trigger()
    session.artwork.choose_layer(0)
    rows = page.side.list
    start, end = rows.stroke_rect(0).center(), rows.layer_rect(1).center()
    qtbot.mousePress(rows.viewport(), LEFT, NONE, start)
    qtbot.mouseMove(rows.viewport(), (start + end) / 2)
    qtbot.mouseMove(rows.viewport(), end)
    qtbot.mouseRelease(rows.viewport(), LEFT, NONE, end)
    assert [len(layer.strokes) for layer in session.artwork.current.layers] == [0, 1]
    assert session.artwork.chosen_layer == 1 and page.objects.selection.indexes == (0,)


def test_a_transparent_paper_is_one_step_and_shows(qtbot, page, session):
    before = seen(page)
    papers = page.actions_of_room.layers.papers.actions()
    next(action for action in papers if action.data() is None).trigger()
    assert session.artwork.current.paper is None and seen(page) != before
    page.undo_action.trigger()
    assert seen(page) == before


def two_lines(qtbot, page: PaintPage) -> None:
    """Two strokes far apart, and the tool Select in the hand."""
    drag(qtbot, page, (100.0, 150.0), (300.0, 150.0))
    drag(qtbot, page, (100.0, 400.0), (300.0, 400.0))
    qtbot.keyClick(page.canvas, Qt.Key.Key_V)
    assert page.canvas.tool == "select"


def test_a_selection_is_moved_and_coloured_and_undone_by_a_click_in_the_history(qtbot, page, session):
    two_lines(qtbot, page)
    first, second = strokes(session)
    before = pixel_hash(session)
    drag(qtbot, page, (200.0, 150.0), (220.0, 170.0), (260.0, 250.0))
    moved = strokes(session)[0]
    assert page.objects.selection.indexes == (0,) and strokes(session)[1] == second
    assert (moved.dabs[:, :2] - first.dabs[:, :2]).round().tolist() == [[60.0, 100.0]] * len(first.dabs)
    page.objects.panel.swatches.set_ink("#6b3a66")
    assert strokes(session)[0].brush.ink == "#6b3a66" and strokes(session)[1] == second
    page.actions_of_room.history.trigger()
    view = page.findChild(HistoryPopup).view
    texts = [view.model().index(row, 0).data() for row in range(view.model().rowCount())]
    assert texts[1:] == ["brush stroke", "brush stroke", "moving strokes", "colouring strokes"]
    row = view.visualRect(view.model().index(2, 0)).center()
    qtbot.mouseClick(view.viewport(), LEFT, NONE, row)
    assert pixel_hash(session) == before and strokes(session) == (first, second)
    page.findChild(HistoryPopup).close()


def test_corners_scale_and_the_knob_turns_as_one_step_each(qtbot, page, session):
    two_lines(qtbot, page)
    first, steps = strokes(session)[0], session.artwork.undo_stack.count()
    drag(qtbot, page, (200.0, 150.0))
    left, top, right, bottom = reach([first])
    drag(qtbot, page, (right, bottom), (right + 50, bottom + 20), (2 * right - left, 2 * bottom - top))
    large = strokes(session)[0]
    assert large.dabs[0, 2] == pytest.approx(2 * first.dabs[0, 2], rel=0.02)
    assert session.artwork.undo_stack.count() == steps + 1
    left, top, right, bottom = reach([large])
    knob = page.canvas.to_widget(QPointF((left + right) / 2, top)) - QPointF(0, KNOB_PX)
    middle = page.canvas.to_widget(QPointF((left + right) / 2, (top + bottom) / 2))
    aside = QPointF(middle.x() + 200, middle.y())
    qtbot.mousePress(page.canvas, LEFT, NONE, knob.toPoint())
    qtbot.mouseMove(page.canvas, aside.toPoint())
    qtbot.mouseRelease(page.canvas, LEFT, NONE, aside.toPoint())
    turned = strokes(session)[0]
    assert turned.dabs[0, 3] - large.dabs[0, 3] == pytest.approx(90.0, abs=1.0)
    page.undo_action.trigger()
    page.undo_action.trigger()
    assert strokes(session)[0] == first and page.objects.selection.indexes == (0,)


def test_escape_gives_a_gesture_up(qtbot, page, session):
    two_lines(qtbot, page)
    before = strokes(session)
    points = [page.canvas.to_widget(QPointF(x, 150.0)).toPoint() for x in (200.0, 240.0, 300.0)]
    qtbot.mousePress(page.canvas, LEFT, NONE, points[0])
    for point in points[1:]:
        qtbot.mouseMove(page.canvas, point)
    qtbot.waitUntil(lambda: strokes(session) != before)
    qtbot.keyClick(page.canvas, Qt.Key.Key_Escape)
    assert strokes(session) == before
    qtbot.mouseRelease(page.canvas, LEFT, NONE, points[-1])
    assert strokes(session) == before


def test_keys_and_typed_numbers_do_what_the_mouse_does(qtbot, page, session):
    two_lines(qtbot, page)
    canvas, panel = page.canvas, page.objects.panel
    canvas.setFocus()
    qtbot.keyClick(canvas, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert page.objects.selection.indexes == (0, 1)
    first = strokes(session)[0]
    qtbot.keyClick(canvas, Qt.Key.Key_Right)
    qtbot.keyClick(canvas, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert (strokes(session)[0].dabs[0, :2] - first.dabs[0, :2]).tolist() == [1.0, 10.0]
    page.undo_action.trigger()
    assert strokes(session)[0] == first
    panel.turn.set_value(90)
    panel.turn.edited.emit()
    assert strokes(session)[0].dabs[0, 3] == pytest.approx(first.dabs[0, 3] + 90, abs=1e-3)
    assert panel.turn.value == 0
    panel.scale.set_value(50)
    panel.scale.edited.emit()
    assert strokes(session)[0].dabs[0, 2] == pytest.approx(first.dabs[0, 2] / 2)
    panel.across.set_value(400)
    panel.across.edited.emit()
    left, _, right, _ = reach(strokes(session))
    assert (left + right) / 2 == pytest.approx(400, abs=0.6)
    qtbot.keyClick(canvas, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert len(strokes(session)) == 4 and page.objects.selection.indexes == (2, 3)
    qtbot.keyClick(canvas, Qt.Key.Key_Delete)
    assert len(strokes(session)) == 2 and page.objects.selection.indexes == ()


def test_a_band_takes_what_it_touches_and_shift_takes_one_more_or_one_less(qtbot, page, session):
    two_lines(qtbot, page)
    drag(qtbot, page, (40.0, 60.0), (200.0, 200.0), (350.0, 300.0))
    assert page.objects.selection.indexes == (0,)
    shift = Qt.KeyboardModifier.ShiftModifier
    drag(qtbot, page, (200.0, 400.0), modifier=shift)
    assert page.objects.selection.indexes == (0, 1)
    drag(qtbot, page, (200.0, 150.0), modifier=shift)
    assert page.objects.selection.indexes == (1,)
    drag(qtbot, page, (600.0, 500.0))
    assert page.objects.selection.indexes == ()


def test_strokes_are_drawn_anew_in_another_style_and_hand(qtbot, page, session):
    two_lines(qtbot, page)
    first, second = strokes(session)
    page.objects.selection.select([0])
    knob = page.objects.panel.style_knob
    steps = session.artwork.undo_stack.count()
    for amount in (0.5, 1.0, 2.0):
        knob.set_value(amount)
    qtbot.waitUntil(lambda: strokes(session)[0] != first, timeout=MADE_MS)
    knob.released.emit()
    qtbot.waitUntil(lambda: not page.objects.restyle.is_waiting, timeout=MADE_MS)
    restyled = strokes(session)[0]
    assert (restyled.dabs == first.dabs).all() and restyled.stamps != first.stamps
    assert (restyled.stamps[0].latent.mix == first.stamps[0].latent.mix).all()
    assert strokes(session)[1] == second and session.artwork.undo_stack.count() == steps + 1
    page.undo_action.trigger()
    assert strokes(session) == (first, second) and knob.value == 0
    page.objects.selection.select([0, 1])
    page.actions_of_room.strokes.reseed.trigger()
    qtbot.waitUntil(lambda: strokes(session)[0] != first, timeout=MADE_MS)
    one, two = strokes(session)
    assert one.seed == two.seed and one.stamps == two.stamps != first.stamps
    assert session.artwork.generator == session.generator_file.read_bytes()


def test_after_memory_ran_out_an_undo_still_takes_the_style_knob_back(qtbot, page, session, monkeypatch):
    two_lines(qtbot, page)
    page.objects.selection.select([0])
    knob = page.objects.panel.style_knob

    def refuse(_step: object) -> None:
        raise MemoryError

    with monkeypatch.context() as full, qtbot.captureExceptions() as caught:
        full.setattr(session.artwork.undo_stack, "push", refuse)
        knob.set_value(1.0)
        qtbot.waitUntil(lambda: bool(caught), timeout=MADE_MS)
    assert knob.value == 1.0
    page.undo_action.trigger()
    assert knob.value == 0.0


def test_stamps_that_come_too_late_change_nothing(qtbot, page, session):
    two_lines(qtbot, page)
    first = strokes(session)[0]
    page.objects.selection.select([0])
    page.actions_of_room.strokes.reseed.trigger()
    page.undo_action.trigger()  # before they are drawn
    assert strokes(session) == (first,)
    after = session.inference.channel(9)  # less urgent: answered once the stamps are
    latent = first.stamps[0].latent
    with qtbot.waitSignal(after.made, timeout=MADE_MS):
        after.ask(latent.z[None], latent.mix[None])
    assert strokes(session) == (first,)


def test_a_locked_layer_refuses_every_change_to_its_strokes(qtbot, page, session):
    two_lines(qtbot, page)
    page.objects.selection.select([0, 1])
    page.actions_of_room.layers.lock.trigger()
    before, said = session.artwork.current, []
    page.status_text_changed.connect(said.append)
    drag(qtbot, page, (200.0, 150.0), (300.0, 300.0), (400.0, 400.0))
    for action in page.actions_of_room.strokes.of_selection()[1:]:
        action.trigger()
    page.objects.panel.style_knob.set_value(1.0)
    assert session.artwork.current == before and len(said) >= 7
    assert all("locked" in sentence for sentence in said)


def test_the_history_outlives_another_room_and_another_model(qtbot, page, studio, session, tmp_path):
    two_lines(qtbot, page)
    steps = session.artwork.undo_stack.count()
    copy = tmp_path / "other.safetensors"
    copy.write_bytes(session.generator_file.read_bytes())
    studio.window.show_room("explore")
    with qtbot.waitSignal(session.generator_changed, timeout=MADE_MS):
        session.open_file(copy)
    studio.window.show_room("paint")
    assert session.artwork.undo_stack.count() == steps
    page.undo_action.trigger()
    assert len(strokes(session)) == 1
