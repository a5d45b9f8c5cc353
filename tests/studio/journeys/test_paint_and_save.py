"""A person paints, takes strokes back, saves, and finds the same pixels again."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox

from gan.files import sha256_of
from studio.document.file import read_document
from studio.document.painter import render
from studio.pages.paint.page import PaintPage
from studio.widgets.canvas.new_sheet_dialog import NewSheetDialog
from tests.studio.journeys.hand import LEFT
from tests.studio.journeys.paint_room import LINE, MADE_MS, drag, pixel_hash, strokes


@pytest.fixture
def page(qtbot, studio) -> PaintPage:
    """The Paint room in front, its brush ready."""
    studio.window.show_room("paint")
    page = studio.paint_page
    qtbot.waitUntil(lambda: bool(page.brush.stamps), timeout=MADE_MS)
    return page


def ink_on_screen(page: PaintPage) -> np.ndarray:
    image = page.canvas.grab().toImage()
    pixels = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine() // 4, 4)
    return pixels.copy()


def begin_new_sheet(page: PaintPage) -> None:
    page.actions_of_room.new.trigger()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, NewSheetDialog)
    dialog.create_button.click()


def answer(button: QMessageBox.StandardButton, asked: list[str]) -> None:
    """Answer the next question as soon as it stands there."""

    def press() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        asked.append(box.text())
        box.button(button).click()

    QTimer.singleShot(0, press)


def test_a_stroke_is_painted_taken_back_and_made_again(qtbot, page, session):
    blank = ink_on_screen(page)
    drag(qtbot, page, *LINE)
    (stroke,) = strokes(session)
    assert len(stroke.dabs) > 10 and len(stroke.stamps) == 1
    painted = ink_on_screen(page)
    assert (painted != blank).any()
    page.undo_action.trigger()
    assert not strokes(session)
    page.redo_action.trigger()
    assert strokes(session) == (stroke,)


def test_a_travelling_stroke_goes_from_the_brush_to_the_shift_clicked_stamp(qtbot, page, session):
    hand = page.shelf.hand
    centres = [hand.tile_rect(index).center().toPoint() for index in (2, 6)]
    qtbot.mouseClick(hand, LEFT, Qt.KeyboardModifier.NoModifier, centres[0])
    qtbot.mouseClick(hand, LEFT, Qt.KeyboardModifier.ShiftModifier, centres[1])
    qtbot.waitUntil(lambda: len(page.brush.stamps) > 1, timeout=MADE_MS)
    drag(qtbot, page, *LINE)
    (stroke,) = strokes(session)
    classes = [int(stroke.stamps[int(dab[4])].latent.mix.argmax()) for dab in stroke.dabs]
    assert classes[0] == 2 and classes[-1] == 6
    assert stroke.stamps[0] == page.brush.hand[2] and stroke.stamps[-1] == page.brush.hand[6]
    changes = [
        np.abs(a.pixels.astype(int) - b.pixels).mean()
        for a, b in zip(stroke.stamps, stroke.stamps[1:], strict=False)
    ]
    assert max(changes) < 4 * np.mean(changes)  # no step jumps


def test_keys_choose_tools_size_and_paint(qtbot, page, session):
    page.canvas.setFocus()
    size = page.brush.brush.size_px
    qtbot.keyClick(page.canvas, Qt.Key.Key_BracketRight)
    assert page.brush.brush.size_px == round(1.1 * size)
    qtbot.keyClick(page.canvas, Qt.Key.Key_Return)
    assert len(strokes(session)) == 1
    qtbot.keyClick(page.canvas, Qt.Key.Key_E)
    assert page.canvas.tool == "erase"
    qtbot.keyClick(page.canvas, Qt.Key.Key_Return)
    assert [stroke.kind for stroke in strokes(session)] == ["ink", "erase"]
    assert render(session.artwork.current, 1.0, on_paper=False).pixelColor(408, 284).alpha() == 0


def test_shift_click_draws_straight_and_alt_click_picks_the_latent_up(qtbot, page, session):
    page.brush.choose_from_hand(5, as_target=False)
    drag(qtbot, page, (100.0, 100.0))
    drag(qtbot, page, (400.0, 100.0), modifier=Qt.KeyboardModifier.ShiftModifier)
    line = strokes(session)[1]
    assert len(line.dabs) > 5
    assert set(line.dabs[:, 1].round().tolist()) == {100.0}
    five = page.brush.start
    page.brush.choose_from_hand(1, as_target=False)
    assert page.brush.start != five
    drag(qtbot, page, (100.0, 100.0), modifier=Qt.KeyboardModifier.AltModifier)
    assert page.brush.start == five


def test_any_stroke_can_be_deleted_from_the_list(qtbot, page, session):
    for height in (100.0, 300.0, 500.0):
        drag(qtbot, page, (100.0, height), (600.0, height))
    middle = strokes(session)[1]
    rows = page.side.list
    cross = rows.cross_rect(1).center()
    qtbot.mouseClick(rows.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, cross)
    assert len(strokes(session)) == 2 and middle not in strokes(session)


def test_a_picture_sent_from_another_room_becomes_the_brush(qtbot, page, session):
    stamp = page.brush.hand[9]
    session.keep(stamp.latent, stamp.pixels)
    session.send("brush", stamp.latent, stamp.pixels)
    assert page.brush.start == stamp
    assert len(page.shelf.kept) == 1


def test_saved_work_is_the_same_pixels_when_it_is_opened_again(qtbot, page, session, tmp_path):
    page.brush.set_mode("travel")
    qtbot.waitUntil(lambda: len(page.brush.stamps) > 1, timeout=MADE_MS)
    drag(qtbot, page, *LINE)
    page.canvas.set_tool("erase")
    drag(qtbot, page, (300.0, 100.0), (320.0, 250.0))
    before, path = pixel_hash(session), tmp_path / "Autumn 秋.latent"
    assert page.files.save_to(path)
    assert not session.artwork.is_modified
    page.files.new()
    assert session.artwork.current.stroke_count == 0
    assert page.open_document(path)
    assert pixel_hash(session) == before
    assert page.files.name == "Autumn 秋"
    assert sha256_of(read_document(path).generator) == session.inference.info.fingerprint


def test_unsaved_work_is_asked_about_before_it_would_be_lost(qtbot, page, studio, session, tmp_path):
    drag(qtbot, page, *LINE)
    asked: list[str] = []
    answer(QMessageBox.StandardButton.Cancel, asked)
    studio.window.close()
    assert studio.window.isVisible() and session.artwork.current.stroke_count == 1
    answer(QMessageBox.StandardButton.Cancel, asked)
    begin_new_sheet(page)
    assert session.artwork.current.stroke_count == 1
    answer(QMessageBox.StandardButton.Discard, asked)
    begin_new_sheet(page)
    assert session.artwork.current.stroke_count == 0 and not session.artwork.is_modified
    assert len(asked) == 3 and "Untitled" in asked[0]


def test_save_in_the_question_saves_and_goes_on(qtbot, page, session, tmp_path):
    path = tmp_path / "one.latent"
    assert page.files.save_to(path)
    drag(qtbot, page, *LINE)
    answer(QMessageBox.StandardButton.Save, [])
    begin_new_sheet(page)
    assert session.artwork.current.stroke_count == 0
    assert read_document(path).artwork.stroke_count == 1


def test_save_as_writes_where_the_dialog_says(qtbot, page, session, tmp_path):
    drag(qtbot, page, *LINE)

    def type_name() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QFileDialog)
        dialog.setDirectory(str(tmp_path))
        dialog.selectFile("drawn")
        dialog.done(QFileDialog.DialogCode.Accepted)

    QTimer.singleShot(0, type_name)
    page.actions_of_room.save_as.trigger()
    assert session.artwork.path is not None and session.artwork.path.exists()
    assert session.artwork.path.suffix == ".latent"


def test_a_damaged_document_is_a_sentence_and_loses_nothing(qtbot, page, studio, session, tmp_path):
    page.files.save_to(tmp_path / "good.latent")
    bad = tmp_path / "bad.latent"
    bad.write_bytes((tmp_path / "good.latent").read_bytes()[:-200])
    drag(qtbot, page, *LINE)
    page.undo_action.trigger()
    assert not page.open_document(bad)
    assert "bad.latent" in studio.window.banner.text
    assert session.artwork.path == tmp_path / "good.latent" and page.redo_action.isEnabled()


def test_the_status_line_says_whether_the_work_is_saved(qtbot, page, session, tmp_path):
    texts = []
    page.status_text_changed.connect(texts.append)
    drag(qtbot, page, *LINE)
    assert texts[-1].endswith("1 stroke · Not saved yet")
    page.files.save_to(tmp_path / "a.latent")
    assert texts[-1].endswith("1 stroke · Saved")
    drag(qtbot, page, *LINE)
    assert texts[-1].endswith("2 strokes · Not saved yet")
    page.undo_action.trigger()
    assert texts[-1].endswith("1 stroke · Saved")


def test_on_a_small_screen_the_brush_keeps_its_room(qtbot, page, studio):
    studio.window.resize(960, 540)
    strip = page.brush_panel.strip
    qtbot.waitUntil(lambda: studio.window.height() == 540)
    qtbot.waitUntil(lambda: strip.parentWidget().rect().contains(strip.geometry()))
