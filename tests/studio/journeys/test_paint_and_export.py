"""A person paints, changes their mind, saves, exports, closes and finds everything again."""

from __future__ import annotations

import hashlib
import threading
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QMessageBox

from gan.errors import UserError
from gan.files import TEMPORARY_SUFFIX, sha256_of
from gan.media.provenance import SOURCE_TYPES, read_marks
from studio.document.export import pixels_of
from studio.document.file import read_document
from studio.document.painter import render
from studio.pages.paint.page import PaintPage
from studio.widgets.canvas.new_sheet_dialog import NewSheetDialog
from studio.widgets.exports.export_dialog import ExportDialog

LEFT, RIGHT_WAY = Qt.MouseButton.LeftButton, [(120.0, 150.0), (300.0, 170.0), (520.0, 150.0), (700.0, 190.0)]
MADE_MS = 20_000


@pytest.fixture
def page(qtbot, studio) -> PaintPage:
    """The Paint room in front, its brush ready."""
    studio.window.show_room("paint")
    page = studio.paint_page
    qtbot.waitUntil(lambda: bool(page.brush.stamps), timeout=MADE_MS)
    return page


def drag(qtbot, page: PaintPage, places, modifier=Qt.KeyboardModifier.NoModifier) -> None:
    canvas = page.canvas
    points = [canvas.to_widget(QPointF(*place)).toPoint() for place in places]
    qtbot.mousePress(canvas, LEFT, modifier, points[0])
    for point in points[1:]:
        qtbot.mouseMove(canvas, point)
    qtbot.mouseRelease(canvas, LEFT, modifier, points[-1])


def strokes(page: PaintPage, session) -> tuple:
    return session.artwork.current.layers[-1].strokes


def pixel_hash(session) -> str:
    image = render(session.artwork.current, 2.0, on_paper=True)  # owns the bytes that constBits looks at
    return hashlib.sha256(bytes(image.constBits())).hexdigest()


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
    drag(qtbot, page, RIGHT_WAY)
    (stroke,) = strokes(page, session)
    assert len(stroke.dabs) > 10 and len(stroke.stamps) == 1
    painted = ink_on_screen(page)
    assert (painted != blank).any()
    page.undo_action.trigger()
    assert not strokes(page, session)
    page.redo_action.trigger()
    assert strokes(page, session) == (stroke,)


def test_a_travelling_stroke_goes_from_the_brush_to_the_shift_clicked_stamp(qtbot, page, session):
    hand = page.shelf.hand
    centres = [hand.tile_rect(index).center().toPoint() for index in (2, 6)]
    qtbot.mouseClick(hand, LEFT, Qt.KeyboardModifier.NoModifier, centres[0])
    qtbot.mouseClick(hand, LEFT, Qt.KeyboardModifier.ShiftModifier, centres[1])
    qtbot.waitUntil(lambda: len(page.brush.stamps) > 1, timeout=MADE_MS)
    drag(qtbot, page, RIGHT_WAY)
    (stroke,) = strokes(page, session)
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
    assert len(strokes(page, session)) == 1
    qtbot.keyClick(page.canvas, Qt.Key.Key_E)
    assert page.canvas.tool == "erase"
    qtbot.keyClick(page.canvas, Qt.Key.Key_Return)
    assert [stroke.kind for stroke in strokes(page, session)] == ["ink", "erase"]
    assert render(session.artwork.current, 1.0, on_paper=False).pixelColor(408, 284).alpha() == 0


def test_shift_click_draws_straight_and_alt_click_picks_the_latent_up(qtbot, page, session):
    page.brush.choose_from_hand(5, as_target=False)
    drag(qtbot, page, [(100.0, 100.0)])
    drag(qtbot, page, [(400.0, 100.0)], Qt.KeyboardModifier.ShiftModifier)
    line = strokes(page, session)[1]
    assert len(line.dabs) > 5
    assert set(line.dabs[:, 1].round().tolist()) == {100.0}
    five = page.brush.start
    page.brush.choose_from_hand(1, as_target=False)
    assert page.brush.start != five
    drag(qtbot, page, [(100.0, 100.0)], Qt.KeyboardModifier.AltModifier)
    assert page.brush.start == five


def test_any_stroke_can_be_deleted_from_the_list(qtbot, page, session):
    for height in (100.0, 300.0, 500.0):
        drag(qtbot, page, [(100.0, height), (600.0, height)])
    middle = strokes(page, session)[1]
    rows = page.side.list
    cross = rows.cross_rect(1).center()
    qtbot.mouseClick(rows.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, cross)
    assert len(strokes(page, session)) == 2 and middle not in strokes(page, session)


def test_a_picture_sent_from_another_room_becomes_the_brush(qtbot, page, session):
    stamp = page.brush.hand[9]
    session.keep(stamp.latent, stamp.pixels)
    session.send("brush", stamp.latent, stamp.pixels)
    assert page.brush.start == stamp
    assert len(page.shelf.kept) == 1


def test_saved_work_is_the_same_pixels_when_it_is_opened_again(qtbot, page, session, tmp_path):
    page.brush.set_mode("travel")
    qtbot.waitUntil(lambda: len(page.brush.stamps) > 1, timeout=MADE_MS)
    drag(qtbot, page, RIGHT_WAY)
    page.canvas.set_tool("erase")
    drag(qtbot, page, [(300.0, 100.0), (320.0, 250.0)])
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
    drag(qtbot, page, RIGHT_WAY)
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
    drag(qtbot, page, RIGHT_WAY)
    answer(QMessageBox.StandardButton.Save, [])
    begin_new_sheet(page)
    assert session.artwork.current.stroke_count == 0
    assert read_document(path).artwork.stroke_count == 1


def test_save_as_writes_where_the_dialog_says(qtbot, page, session, tmp_path):
    drag(qtbot, page, RIGHT_WAY)

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
    drag(qtbot, page, RIGHT_WAY)
    page.undo_action.trigger()
    assert not page.open_document(bad)
    assert "bad.latent" in studio.window.banner.text
    assert session.artwork.path == tmp_path / "good.latent" and page.redo_action.isEnabled()


def export_dialog(qtbot, page: PaintPage) -> ExportDialog:
    page.room_bar_right.click()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ExportDialog)
    qtbot.waitUntil(lambda: not dialog.preview.image.isNull(), timeout=MADE_MS)
    return dialog


def export_into(qtbot, page: PaintPage, dialog: ExportDialog, folder: Path) -> Path:
    dialog.set_folder(folder)
    assert dialog.export_button.isEnabled()
    with qtbot.waitSignal(page.exporter.exported, timeout=MADE_MS) as exported:
        dialog.export_button.click()
    assert dialog.isVisible() and dialog.reveal_button.isVisible()
    dialog.close_button.click()
    return exported.args[0]


@pytest.mark.parametrize(("on_paper", "mode"), [(True, "RGB"), (False, "RGBA")])
def test_a_line_that_travels_from_3_to_8_leaves_as_a_marked_png(
    qtbot, page, session, tmp_path, on_paper, mode
):
    page.brush.set_mode("travel")
    qtbot.waitUntil(lambda: len(page.brush.stamps) > 1, timeout=MADE_MS)
    drag(qtbot, page, RIGHT_WAY)
    (stroke,) = strokes(page, session)
    assert [int(stamp.latent.mix.argmax()) for stamp in (stroke.stamps[0], stroke.stamps[-1])] == [3, 8]
    dialog = export_dialog(qtbot, page)
    dialog.scale.set_value(4)
    dialog.ground.set_value("paper" if on_paper else "transparent")
    path = export_into(qtbot, page, dialog, tmp_path)
    with Image.open(path) as picture:
        pixels = np.asarray(picture)
        assert (picture.size, picture.mode) == ((3264, 2272), mode)
    expected = pixels_of(render(session.artwork.current, 4.0, on_paper=on_paper), opaque=on_paper)
    assert np.array_equal(pixels, expected)
    assert pixels[0, 0].tolist() == ([0xF3, 0xEE, 0xE2] if on_paper else [0, 0, 0, 0])
    marks = read_marks(path)
    assert marks.source_type == SOURCE_TYPES["composite"] and "Latent Studio" in marks.creator_tool
    assert str(tmp_path).encode() not in path.read_bytes()


def test_an_export_clears_away_what_one_that_was_killed_has_left(qtbot, page, tmp_path):
    left = tmp_path / f".0123456789abcdef{TEMPORARY_SUFFIX}"
    left.write_bytes(b"half a picture")
    path = export_into(qtbot, page, export_dialog(qtbot, page), tmp_path)
    assert list(tmp_path.iterdir()) == [path]


def test_the_export_dialog_remembers_its_answers_and_numbers_a_name_that_exists(qtbot, page, tmp_path):
    dialog = export_dialog(qtbot, page)
    dialog.scale.set_value(3)
    dialog.ground.set_value("transparent")
    dialog.carries.setChecked(False)
    export_into(qtbot, page, dialog, tmp_path)
    answers = export_dialog(qtbot, page).answers
    assert (answers.scale, answers.on_paper, answers.carries) == (3, False, False)
    assert answers.path == tmp_path / "Untitled 2.png"


def dropped_on(widget, file: Path) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(file))])
    place, action = QPoint(400, 300), Qt.DropAction.CopyAction
    none = Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(place, action, mime, LEFT, none)
    QApplication.sendEvent(widget, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(widget, QDropEvent(QPointF(place), action, mime, LEFT, none))


def test_a_picture_dropped_on_the_window_opens_the_painting_that_it_carries(
    qtbot, page, studio, session, tmp_path
):
    drag(qtbot, page, RIGHT_WAY)
    path = export_into(qtbot, page, export_dialog(qtbot, page), tmp_path)
    painted, before = session.artwork.current, pixel_hash(session)
    page.files.save_to(tmp_path / "kept.latent")
    page.files.new()
    studio.window.show_room("explore")
    dropped_on(studio.window, path)
    assert studio.window.current_room == "paint"
    assert session.artwork.current == painted and pixel_hash(session) == before
    assert (page.files.name, session.artwork.path) == ("Untitled", None)
    assert session.artwork.is_modified  # no document holds it
    assert page.files.notices.current is None  # its model came along and is the open one


def test_a_picture_that_carries_nothing_is_offered_as_a_stencil(qtbot, page, studio, session, tmp_path):
    drag(qtbot, page, RIGHT_WAY)
    dialog = export_dialog(qtbot, page)
    dialog.carries.setChecked(False)
    path = export_into(qtbot, page, dialog, tmp_path)
    dropped_on(studio.window, path)
    qtbot.waitUntil(lambda: page.stencil.is_ready, timeout=30_000)
    assert page.canvas.tool == "stencil" and session.artwork.current.stroke_count == 1


@pytest.mark.parametrize("form", ["ora", "svg", "pdf", "sprites", "film"])
def test_every_other_form_is_written_from_the_same_dialog(qtbot, page, session, tmp_path, form):
    drag(qtbot, page, RIGHT_WAY)
    dialog = export_dialog(qtbot, page)
    dialog.form.set_value(form)
    dialog.scale.set_value(1)
    dialog.seconds.set_value(2)
    dialog.side.set_value("360")
    path = export_into(qtbot, page, dialog, tmp_path)
    assert path.stat().st_size > 1000 and path == dialog.answers.path
    starts = {"ora": b"PK", "svg": b"<svg", "pdf": b"%PDF", "sprites": b"\x89PNG", "film": b"GIF8"}
    assert path.read_bytes().startswith(starts[form])
    assert (tmp_path / "Untitled.json").exists() == (form == "sprites")


def test_an_export_can_be_called_off_and_leaves_nothing(qtbot, page, session, tmp_path):
    drag(qtbot, page, RIGHT_WAY)
    dialog = export_dialog(qtbot, page)
    dialog.set_folder(tmp_path)
    dialog.scale.set_value(16)
    dialog.export_button.click()
    dialog.close_button.click()  # while it writes, Cancel calls it off
    qtbot.waitUntil(lambda: not dialog.progress.isVisible(), timeout=MADE_MS)
    assert dialog.isVisible() and not list(tmp_path.iterdir())


def test_a_failure_of_another_export_is_not_taken_for_the_paintings_own(qtbot, page, session, tmp_path):
    go_on = threading.Event()

    def refuse() -> object:
        go_on.wait()
        raise UserError("no-ink", "There is no ink.")

    drag(qtbot, page, RIGHT_WAY)
    dialog = export_dialog(qtbot, page)
    dialog.set_folder(tmp_path)
    try:
        session.exports.run(refuse)
        dialog.export_button.click()
    finally:
        go_on.set()  # a thread that waits for ever would take the whole run down
    qtbot.waitUntil(lambda: dialog.reveal_button.isVisible() and not session.exports.is_busy, timeout=MADE_MS)
    assert dialog.answers.path.exists()
    assert "There is no ink" not in " ".join(label.text() for label in dialog.findChildren(QLabel))


def test_an_export_into_a_folder_that_went_away_is_a_sentence(qtbot, page, session, tmp_path):
    folder = tmp_path / "gone"
    folder.mkdir()
    dialog = export_dialog(qtbot, page)
    dialog.set_folder(folder)
    folder.rmdir()
    dialog.export_button.click()
    qtbot.waitUntil(lambda: not dialog.progress.isVisible(), timeout=MADE_MS)
    assert "No such file" in " ".join(label.text() for label in dialog.findChildren(QLabel))
    assert dialog.export_button.isVisible()


def test_selected_strokes_or_everything_can_be_copied_as_a_picture(qtbot, page, session):
    drag(qtbot, page, RIGHT_WAY)
    drag(qtbot, page, [(300.0, 400.0)])
    clipboard = QApplication.clipboard()
    clipboard.clear()

    def has_picture() -> bool:
        mime = clipboard.mimeData()
        return mime is not None and mime.hasImage()

    page.actions_of_room.copy_picture.trigger()
    qtbot.waitUntil(has_picture, timeout=MADE_MS)
    assert clipboard.image().size().toTuple() == (816, 568)
    assert SOURCE_TYPES["composite"].encode() in clipboard.mimeData().data("image/png").data()
    clipboard.clear()
    page.objects.selection.select([1])
    page.actions_of_room.copy_picture.trigger()
    qtbot.waitUntil(has_picture, timeout=MADE_MS)
    assert clipboard.image().width() < 100


def test_the_status_line_says_whether_the_work_is_saved(qtbot, page, session, tmp_path):
    texts = []
    page.status_text_changed.connect(texts.append)
    drag(qtbot, page, RIGHT_WAY)
    assert texts[-1].endswith("1 stroke · Not saved yet")
    page.files.save_to(tmp_path / "a.latent")
    assert texts[-1].endswith("1 stroke · Saved")
    drag(qtbot, page, RIGHT_WAY)
    assert texts[-1].endswith("2 strokes · Not saved yet")
    page.undo_action.trigger()
    assert texts[-1].endswith("1 stroke · Saved")


def test_on_a_small_screen_the_brush_keeps_its_room(qtbot, page, studio):
    studio.window.resize(960, 540)
    strip = page.brush_panel.strip
    qtbot.waitUntil(lambda: studio.window.height() == 540)
    qtbot.waitUntil(lambda: strip.parentWidget().rect().contains(strip.geometry()))
