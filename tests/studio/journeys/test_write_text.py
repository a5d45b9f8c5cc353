"""A person writes the date in one hand, changes the hand, saves, reopens and goes on writing."""

from __future__ import annotations

from datetime import UTC, datetime

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt

from studio.document.painter import render
from studio.pages.paint.page import PaintPage
from studio.widgets.canvas.type_panel import TypeValues
from tests.studio.journeys.paint_room import MADE_MS, click, enter_paint, strokes

PLACE, ELSEWHERE = (200.0, 200.0), (600.0, 450.0)


@pytest.fixture
def page(qtbot, studio) -> PaintPage:
    """The Paint room in front with the type tool taken by its key."""
    page = enter_paint(qtbot, studio)
    page.canvas.setFocus()
    qtbot.keyClick(page.canvas, Qt.Key.Key_W)
    assert page.canvas.tool == "type" and page.type_panel.isVisible()
    return page


def shown(session) -> str:
    """What the strokes show, glyph by glyph."""
    return "".join(
        str(int(stroke.stamps[int(dab[4])].latent.mix.argmax()))
        for stroke in strokes(session)
        for dab in stroke.dabs
    )


def write(qtbot, page: PaintPage, session, text: str) -> None:
    digits = "".join(each for each in text if each.isdigit())
    qtbot.keyClicks(page.type_panel.text, text)
    qtbot.waitUntil(lambda: shown(session).endswith(digits), timeout=MADE_MS)


def ink(session) -> bytes:
    image = render(session.artwork.current, 1.0, on_paper=False)
    return bytes(image.constBits())


def test_todays_date_in_one_hand_then_in_another_and_still_text_after_reopening(
    qtbot, page, session, tmp_path
):
    today = f"{datetime.now(tz=UTC):%d %m %Y}"
    click(qtbot, page, PLACE)
    write(qtbot, page, session, today)
    (first,) = strokes(session)
    assert first.lettering.text == today and len({stamp.latent.z.tobytes() for stamp in first.stamps}) == 1
    assert session.artwork.undo_stack.count() == 1
    page.type_panel.hand_button.click()
    qtbot.waitUntil(lambda: strokes(session) != (first,), timeout=MADE_MS)
    (second,) = strokes(session)
    assert np.array_equal(second.dabs, first.dabs) and second.lettering == first.lettering
    assert second.stamps != first.stamps
    assert len({stamp.latent.z.tobytes() for stamp in second.stamps}) == 1
    written = ink(session)
    assert page.files.save_to(tmp_path / "date.latent")
    page.files.new()
    assert page.open_document(tmp_path / "date.latent")
    assert ink(session) == written and strokes(session) == (second,)
    click(qtbot, page, (float(second.dabs[0, 0]), float(second.dabs[0, 1])))
    assert page.type_panel.values.text == today
    qtbot.keyClick(page.type_panel.text, Qt.Key.Key_End)
    qtbot.keyClick(page.type_panel.text, Qt.Key.Key_7)
    qtbot.waitUntil(lambda: strokes(session)[0].lettering.text == today + "7", timeout=MADE_MS)
    assert len(strokes(session)) == 1
    assert strokes(session)[0].stamps[0].latent.z.tobytes() == second.stamps[0].latent.z.tobytes()
    page.undo_action.trigger()
    assert strokes(session) == (second,) and ink(session) == written


def test_writing_and_each_other_hand_are_one_undo_step_each(qtbot, page, session):
    click(qtbot, page, PLACE)
    write(qtbot, page, session, "2026")
    (first,) = strokes(session)
    page.type_panel.hand_button.click()
    qtbot.waitUntil(lambda: strokes(session) != (first,), timeout=MADE_MS)
    page.undo_action.trigger()
    assert strokes(session) == (first,)
    page.undo_action.trigger()
    assert strokes(session) == () and not page.undo_action.isEnabled()
    page.redo_action.trigger()
    assert strokes(session) == (first,)


def test_a_character_without_a_class_is_marked_and_named_and_never_another(qtbot, page, session):
    click(qtbot, page, PLACE)
    write(qtbot, page, session, "20")
    clean = page.canvas.grab().toImage()
    write(qtbot, page, session, "a6")
    assert shown(session) == "206" and strokes(session)[0].lettering.missing == "a"
    assert "no “a”:" in page.type_panel.words.text() and page.type_panel.words.isVisible()
    marked = page.canvas.grab().toImage()
    left, top, width, height = 200 + 2 * 0.62 * 62, 170.0, 0.62 * 62, 60.0
    corner = page.canvas.to_widget(QPointF(left, top)).toPoint()
    assert marked.copy(corner.x(), corner.y(), int(width), int(height)) != clean.copy(
        corner.x(), corner.y(), int(width), int(height)
    )


def test_setting_follows_the_panel_and_an_emptied_text_goes(qtbot, page, session):
    click(qtbot, page, PLACE)
    write(qtbot, page, session, "11")
    qtbot.keyClick(page.type_panel.text, Qt.Key.Key_Return)
    write(qtbot, page, session, "2026")
    assert strokes(session)[0].lettering.text == "11\n2026"
    before = strokes(session)[0].dabs
    panel = page.type_panel
    panel.tracking.set_value(0.5)
    panel.alignment.set_value("centre")
    panel.leading.set_value(2.0)
    panel.jitter.set_value(30)
    qtbot.waitUntil(lambda: strokes(session)[0].lettering.jitter == 0.3, timeout=MADE_MS)
    assert (strokes(session)[0].dabs != before).any()
    page.brush_panel.size_slider.set_value(100)
    qtbot.waitUntil(lambda: strokes(session)[0].brush.size_px == 100, timeout=MADE_MS)
    assert session.artwork.undo_stack.count() == 1
    panel.text.selectAll()
    qtbot.keyClick(panel.text, Qt.Key.Key_Delete)
    assert strokes(session) == ()
    click(qtbot, page, ELSEWHERE)
    assert panel.values == TypeValues("", 0.5, 2.0, "centre", 0.3)


def test_letters_write_and_call_no_tool_and_escape_goes_back_to_the_sheet(qtbot, page, session):
    click(qtbot, page, PLACE)
    qtbot.keyClicks(page.type_panel.text, "beh")
    assert page.canvas.tool == "type" and page.type_panel.values.text == "beh"
    assert "nothing of this" in page.type_panel.words.text() and strokes(session) == ()
    write(qtbot, page, session, "7")
    assert "marked on the sheet" in page.type_panel.words.text()
    qtbot.keyClick(page.type_panel.text, Qt.Key.Key_Escape)
    assert page.canvas.hasFocus() and not page.type_panel.text.isEnabled()
    (written,) = strokes(session)
    page.type_panel.jitter.set_value(50)
    assert strokes(session) == (written,)  # it is done


def test_moved_text_is_written_on_where_it_lies_now(qtbot, page, session):
    click(qtbot, page, PLACE)
    write(qtbot, page, session, "20")
    qtbot.keyClick(page.type_panel.text, Qt.Key.Key_Escape)
    page.objects.selection.select([0])
    page.objects.panel.across.set_value(500)
    page.objects.panel.across.edited.emit()
    (moved,) = strokes(session)
    click(qtbot, page, (float(moved.dabs[0, 0]), float(moved.dabs[0, 1])))
    qtbot.keyClick(page.type_panel.text, Qt.Key.Key_End)
    write(qtbot, page, session, "26")
    (longer,) = strokes(session)
    assert shown(session) == "2026" and longer.dabs[:2, :2] == pytest.approx(moved.dabs[:, :2], abs=1e-2)


def test_what_is_selected_stays_so_for_the_tool_and_is_let_go_where_a_text_begins(qtbot, page, session):
    click(qtbot, page, PLACE)
    write(qtbot, page, session, "3")
    qtbot.keyClick(page.type_panel.text, Qt.Key.Key_Escape)
    qtbot.keyClick(page.canvas, Qt.Key.Key_V)
    page.objects.selection.select([0])
    qtbot.keyClick(page.canvas, Qt.Key.Key_W)
    assert page.objects.selection.indexes == (0,), "what the menu Stroke would change"
    click(qtbot, page, ELSEWHERE)
    assert page.objects.selection.indexes == ()
    qtbot.keyClicks(page.type_panel.text, "5")
    qtbot.waitUntil(lambda: shown(session) == "35", timeout=MADE_MS)


def test_after_memory_ran_out_a_text_is_written_on_once_and_still_closed_by_an_undo(
    qtbot, page, session, monkeypatch
):
    click(qtbot, page, PLACE)
    write(qtbot, page, session, "3")

    def refuse(_step: object) -> None:
        raise MemoryError

    with monkeypatch.context() as full, qtbot.captureExceptions() as caught:
        full.setattr(session.artwork.undo_stack, "push", refuse)
        qtbot.keyClicks(page.type_panel.text, "5")
        qtbot.waitUntil(lambda: bool(caught), timeout=MADE_MS)
    write(qtbot, page, session, "7")
    assert shown(session) == "357" and len(strokes(session)) == 1
    page.undo_action.trigger()
    assert not strokes(session) and not page.type_panel.text.isEnabled()


def test_a_locked_layer_takes_no_text_and_says_so(qtbot, page, session):
    page.actions_of_room.layers.lock.trigger()
    said = []
    page.status_text_changed.connect(said.append)
    click(qtbot, page, PLACE)
    assert "locked" in said[-1] and not page.type_panel.text.isEnabled()
