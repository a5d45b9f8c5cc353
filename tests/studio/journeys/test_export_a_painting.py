"""A painting leaves in every form, and comes back from the picture that carries it."""

from __future__ import annotations

import threading
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLabel

from gan.errors import UserError
from gan.files import TEMPORARY_SUFFIX
from gan.media.provenance import SOURCE_TYPES, read_marks
from studio.document.export import pixels_of
from studio.document.painter import render
from studio.pages.paint.page import PaintPage
from studio.widgets.exports.export_dialog import ExportDialog
from tests.studio.journeys.hand import LEFT
from tests.studio.journeys.paint_room import LINE, MADE_MS, drag, pixel_hash, strokes


@pytest.fixture
def page(qtbot, studio) -> PaintPage:
    """The Paint room in front, its brush ready."""
    studio.window.show_room("paint")
    page = studio.paint_page
    qtbot.waitUntil(lambda: bool(page.brush.stamps), timeout=MADE_MS)
    return page


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
    drag(qtbot, page, *LINE)
    (stroke,) = strokes(session)
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
    drag(qtbot, page, *LINE)
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
    drag(qtbot, page, *LINE)
    dialog = export_dialog(qtbot, page)
    dialog.carries.setChecked(False)
    path = export_into(qtbot, page, dialog, tmp_path)
    dropped_on(studio.window, path)
    qtbot.waitUntil(lambda: page.stencil.is_ready, timeout=30_000)
    assert page.canvas.tool == "stencil" and session.artwork.current.stroke_count == 1


@pytest.mark.parametrize("form", ["ora", "svg", "pdf", "sprites", "film"])
def test_every_other_form_is_written_from_the_same_dialog(qtbot, page, session, tmp_path, form):
    drag(qtbot, page, *LINE)
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
    drag(qtbot, page, *LINE)
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

    drag(qtbot, page, *LINE)
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
    drag(qtbot, page, *LINE)
    drag(qtbot, page, (300.0, 400.0))
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
