"""Whatever ends the program, at most the last second of painting is gone; and no window spoils another's file."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox

from gan.config import ModelConfig
from gan.files import sha256_of
from studio.app import Studio
from studio.document.archive import pack, unpack
from studio.document.artwork_json import FORMAT_VERSION
from studio.document.backups import backup_files
from studio.document.file import CAPS, KIND, read_document
from studio.document.journal import name_in_journal, open_journal
from studio.pages.paint.page import PaintPage
from studio.pages.paint.recovery import SAVE_AFTER_MS, find_left_work, recovery_folder
from tests.studio.journeys.hand import LEFT, answer
from tests.studio.journeys.paint_room import MADE_MS, drag, enter_paint
from tests.studio.journeys.untrained import save_untrained

WRITTEN_MS = 15_000

PAINT_AND_HANG = """
import sys
from pathlib import Path
from PySide6.QtCore import QPointF, QTimer
from studio.app import Studio, make_application

application = make_application(["test"])
studio = Studio()
studio.show()

def paint():
    page = studio.paint_page
    if not page.brush.stamps:
        return
    timer.stop()
    if len(sys.argv) > 1:
        assert page.files.save_to(Path(sys.argv[1]))
    canvas = page.canvas
    for height in (100.0, 300.0):
        canvas.stroke_started.emit(QPointF(100.0, height), False)
        canvas.stroke_moved.emit(QPointF(700.0, height))
        canvas.stroke_finished.emit()
    print("painted", flush=True)

timer = QTimer()
timer.timeout.connect(paint)
studio.window.show_room("paint")
timer.start(20)
application.exec()
"""


def journals() -> list[Path]:
    folder = recovery_folder()
    return sorted(folder.glob("*.unsaved")) if folder.is_dir() else []


def unsaved() -> list[Path]:
    """Journals whose work is not settled."""
    return [path for path in journals() if name_in_journal(path) is not None]


def strokes_on_disk() -> int:
    try:
        return sum(open_journal(path)[1].artwork.stroke_count for path in unsaved())
    except OSError:  # it goes just now
        return -1


def is_settled() -> bool:
    return strokes_on_disk() == 0 and not unsaved()


@pytest.fixture
def page(qtbot, studio) -> PaintPage:
    return enter_paint(qtbot, studio)


def draw_line(qtbot, page: PaintPage, height: float) -> None:
    drag(qtbot, page, *((x, height) for x in (120.0, 400.0, 700.0)))


def paint_until_killed(qtbot, home: Path, *arguments: str) -> None:
    """A studio of its own, killed as soon as both strokes are on the disk."""
    environment = {**os.environ, "LATENT_STUDIO_HOME": str(home), "QT_QPA_PLATFORM": "offscreen"}
    program = subprocess.Popen(
        [sys.executable, "-c", PAINT_AND_HANG, *arguments],
        env=environment,
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[3],
    )
    assert program.stdout is not None
    assert program.stdout.readline().strip() == "painted"
    qtbot.waitUntil(lambda: strokes_on_disk() == 2, timeout=WRITTEN_MS)
    program.send_signal(signal.SIGKILL)
    program.communicate()


@pytest.fixture
def killed(qtbot, qapp, studio_home) -> Path:
    """A sitting that ended by kill -9, before this one begins; where its painting had been saved."""
    file = studio_home / "Autumn.latent"
    paint_until_killed(qtbot, studio_home, str(file))
    assert read_document(file).artwork.stroke_count == 0
    return file


@pytest.mark.skipif(sys.platform == "win32", reason="kill -9")
def test_work_that_kill_9_ended_is_offered_and_goes_on(qtbot, killed, studio, session):
    studio.window.show_room("paint")
    page, notices = studio.paint_page, studio.paint_page.files.notices
    qtbot.waitUntil(lambda: notices.current is not None, timeout=MADE_MS)
    assert notices.isVisible() and "“Autumn”" in notices.current.sentence
    assert session.artwork.current.stroke_count == 0  # nothing happens unasked
    qtbot.mouseClick(notices.button(0), LEFT)
    assert session.artwork.current.stroke_count == 2 and session.artwork.is_modified
    assert (page.files.name, session.artwork.path) == ("Autumn", killed)
    assert notices.current is None
    assert sha256_of(session.artwork.generator) == session.inference.info.fingerprint
    assert strokes_on_disk() == 2 and len(journals()) == 1  # at no moment was it nowhere
    assert page.files.save()
    assert read_document(killed).artwork == session.artwork.current
    qtbot.waitUntil(is_settled, timeout=WRITTEN_MS)


@pytest.mark.skipif(sys.platform == "win32", reason="kill -9")
def test_work_that_is_ignored_is_offered_again_and_discarding_can_be_undone(qtbot, killed, studio, session):
    studio.window.show_room("paint")
    page, notices = studio.paint_page, studio.paint_page.files.notices
    qtbot.waitUntil(lambda: notices.current is not None, timeout=MADE_MS)
    notices.setFocus()
    qtbot.keyClick(notices, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: bool(page.brush.stamps), timeout=MADE_MS)
    draw_line(qtbot, page, 200.0)  # a new painting takes a journal of its own
    qtbot.waitUntil(lambda: len(journals()) == 2, timeout=WRITTEN_MS)
    page.recovery._look_for_work()  # as the next start does
    qtbot.waitUntil(lambda: notices.current is not None, timeout=WRITTEN_MS)
    qtbot.mouseClick(notices.button(1), LEFT)
    assert "is discarded" in notices.current.sentence and len(journals()) == 2
    qtbot.mouseClick(notices.button(0), LEFT)
    assert "was found" in notices.current.sentence
    qtbot.mouseClick(notices.button(1), LEFT)
    notices.findChild(type(notices._close)).click()
    qtbot.waitUntil(lambda: len(journals()) == 1, timeout=WRITTEN_MS)
    assert session.artwork.current.stroke_count == 1


def test_an_edit_is_on_the_disk_within_a_second_and_gone_once_it_is_saved(qtbot, page, session, tmp_path):
    draw_line(qtbot, page, 150.0)
    qtbot.waitUntil(lambda: strokes_on_disk() == 1, timeout=WRITTEN_MS)
    draw_line(qtbot, page, 250.0)
    qtbot.waitUntil(lambda: strokes_on_disk() == 2, timeout=WRITTEN_MS)
    page.undo_action.trigger()
    qtbot.waitUntil(lambda: strokes_on_disk() == 1, timeout=WRITTEN_MS)
    assert page.files.save_to(tmp_path / "a.latent")
    qtbot.waitUntil(is_settled, timeout=WRITTEN_MS)
    draw_line(qtbot, page, 350.0)
    qtbot.waitUntil(lambda: strokes_on_disk() == 2, timeout=WRITTEN_MS)
    page.undo_action.trigger()  # as it was saved
    qtbot.waitUntil(is_settled, timeout=WRITTEN_MS)


def test_nothing_is_left_when_the_window_closes_after_saving(qtbot, page, studio, tmp_path):
    draw_line(qtbot, page, 150.0)
    qtbot.waitUntil(lambda: strokes_on_disk() == 1, timeout=WRITTEN_MS)
    assert page.files.save_to(tmp_path / "a.latent")
    with qtbot.waitSignal(studio.left, timeout=MADE_MS):
        studio.window.close()
    assert not list(recovery_folder().iterdir())
    assert sorted(os.listdir(tmp_path)) == ["a.latent"]  # no lock either


def test_work_that_nobody_was_asked_about_stays(qtbot, page, studio):
    draw_line(qtbot, page, 150.0)
    with qtbot.waitSignal(studio.left, timeout=MADE_MS):
        studio.closing.leave()  # at once: the second Ctrl-C
    assert strokes_on_disk() == 1
    assert find_left_work() == [(journals()[0], "Untitled")]


def test_work_that_was_given_up_for_a_file_that_then_does_not_open_is_still_safe(
    qtbot, page, session, tmp_path
):
    draw_line(qtbot, page, 150.0)
    qtbot.waitUntil(lambda: strokes_on_disk() == 1, timeout=WRITTEN_MS)
    bad = tmp_path / "bad.latent"
    bad.write_bytes(b"PK no painting")
    answer(QMessageBox.StandardButton.Discard)
    assert not page.files.open(bad)
    assert session.artwork.is_modified
    qtbot.waitUntil(lambda: not session.documents.is_busy, timeout=WRITTEN_MS)
    assert strokes_on_disk() == 1


def test_work_that_was_given_up_as_the_window_closed_is_not_offered_again(qtbot, page, studio):
    draw_line(qtbot, page, 150.0)
    qtbot.waitUntil(lambda: strokes_on_disk() == 1, timeout=WRITTEN_MS)
    answer(QMessageBox.StandardButton.Discard)
    with qtbot.waitSignal(studio.left, timeout=MADE_MS):
        studio.window.close()
    assert not list(recovery_folder().iterdir())


def test_the_pause_before_writing_leaves_time_within_the_second():
    assert SAVE_AFTER_MS <= 500


def test_work_that_cannot_be_kept_safe_is_said_once_until_it_can(qtbot, page, studio_home):
    recovery_folder().write_bytes(b"in the way")
    draw_line(qtbot, page, 150.0)
    notices = page.files.notices
    qtbot.waitUntil(lambda: notices.current is not None, timeout=WRITTEN_MS)
    assert "cannot be kept safe" in notices.current.sentence
    recovery_folder().unlink()
    qtbot.waitUntil(lambda: notices.current is None, timeout=WRITTEN_MS)
    assert strokes_on_disk() == 1


def test_a_second_window_is_offered_a_copy(qtbot, page, studio, session, tmp_path):
    draw_line(qtbot, page, 150.0)
    file = tmp_path / "shared.latent"
    qtbot.waitUntil(lambda: strokes_on_disk() == 1, timeout=WRITTEN_MS)
    other = Studio()
    other.window.show_room("paint")
    files = other.paint_page.files
    qtbot.waitUntil(lambda: not other.session.documents.is_busy, timeout=WRITTEN_MS)
    assert files.notices.current is None  # what the first window has not saved is no work that was left
    assert page.files.save_to(file)
    assert not files.open(file)
    assert "“shared” is open in another window" in files.notices.current.sentence
    qtbot.mouseClick(files.notices.button(0), LEFT)
    assert other.session.artwork.current == session.artwork.current
    assert (files.name, other.session.artwork.path) == ("shared copy", None)
    assert other.session.artwork.is_modified and files.notices.current is None
    assert not files.save_to(file)  # the first window's file is not ours
    page.files.new()
    assert files.save_to(file)  # now it is
    with qtbot.waitSignal(other.left, timeout=MADE_MS):
        other.closing.leave()
    other.window.deleteLater()
    other.deleteLater()
    assert page.files.open(file)


def rewritten_as_newer(file: Path) -> None:
    with file.open("rb") as opened:
        members = dict(unpack(opened, CAPS, kind=KIND, format_version=FORMAT_VERSION).members)
    file.write_bytes(pack(members, kind=KIND, format_version=FORMAT_VERSION + 1))


def save_as(page: PaintPage, file: Path) -> None:
    def choose() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QFileDialog)
        dialog.setDirectory(str(file.parent))
        dialog.selectFile(file.name)
        dialog.done(QFileDialog.DialogCode.Accepted)

    QTimer.singleShot(0, choose)


def test_a_newer_document_is_shown_and_stays_as_it_is(qtbot, page, studio, session, tmp_path):
    draw_line(qtbot, page, 150.0)
    file = tmp_path / "ahead.latent"
    page.files.save_to(file)
    rewritten_as_newer(file)
    content = file.read_bytes()
    assert page.files.open(file)
    assert "newer version" in page.files.notices.current.sentence
    assert session.artwork.current.stroke_count == 1
    draw_line(qtbot, page, 250.0)
    assert not page.files.save_to(file)
    assert "stays as it is" in studio.window.banner.text
    save_as(page, tmp_path / "ahead copy.latent")
    page.actions_of_room.save.trigger()  # Save asks for a name
    assert read_document(tmp_path / "ahead copy.latent").artwork.stroke_count == 2
    assert file.read_bytes() == content and page.files.notices.current is None


def test_a_write_protected_document_stays_as_it_is(qtbot, page, session, tmp_path):
    file = tmp_path / "locked.latent"
    page.files.save_to(file)
    file.chmod(0o444)
    page.files.new()
    assert page.files.open(file)
    assert "write-protected" in page.files.notices.current.sentence
    draw_line(qtbot, page, 150.0)
    save_as(page, tmp_path / "other.latent")
    page.actions_of_room.save.trigger()
    assert read_document(file).artwork.stroke_count == 0
    assert session.artwork.path == tmp_path / "other.latent"


def test_a_damaged_document_whose_backup_is_whole_offers_that(qtbot, page, session, tmp_path):
    draw_line(qtbot, page, 150.0)
    file = tmp_path / "a.latent"
    page.files.save_to(file)
    painted = session.artwork.current
    draw_line(qtbot, page, 250.0)
    page.files.save_to(file)
    file.write_bytes(file.read_bytes()[:-100])
    page.files.new()
    assert not page.files.open(file)
    qtbot.mouseClick(page.files.notices.button(0), LEFT)
    assert session.artwork.current == painted and session.artwork.path is None
    assert len(backup_files(file)[0].read_bytes()) > 0


def test_recent_files_are_in_the_menu_and_open_from_it(qtbot, page, studio, session, tmp_path):
    for name in ("a", "b & c"):
        page.files.save_to(tmp_path / f"{name}.latent")
        draw_line(qtbot, page, 150.0)
        page.files.save_to(tmp_path / f"{name}.latent")
    menu = page.files.recent.menu
    assert menu.menuAction() in page.actions_by_menu()["file"]
    assert [action.text() for action in menu.actions()[:2]] == ["b && c", "a"]
    menu.actions()[1].trigger()
    assert session.artwork.path == tmp_path / "a.latent"
    assert menu.actions()[0].text() == "a"
    (tmp_path / "b & c.latent").unlink()
    menu.aboutToShow.emit()
    assert [action.text() for action in menu.actions() if action.data()] == ["a"]
    menu.actions()[-1].trigger()
    assert not page.files.recent.paths and not menu.menuAction().isEnabled()


def test_a_painting_brings_its_model_to_a_computer_that_never_had_it(qtbot, page, studio, session, tmp_path):
    model = ModelConfig(class_names=("0", "1", "2"), z_size=8, image_size=28, channels=1, width=8)
    hers = save_untrained(model, tmp_path / "hers.safetensors", "Hers")
    with qtbot.waitSignal(session.generator_changed, timeout=MADE_MS):
        session.open_file(hers)
    qtbot.waitUntil(lambda: len(page.brush.hand) == 3, timeout=MADE_MS)
    draw_line(qtbot, page, 150.0)
    file, painted = tmp_path / "gift.latent", session.artwork.current
    page.files.save_to(file)
    page.files.new()
    hers.unlink()
    with qtbot.waitSignal(session.generator_changed, timeout=MADE_MS):
        session.open_shipped()
    assert page.files.open(file)
    assert session.artwork.current == painted
    notices = page.files.notices
    assert "another model" in notices.current.sentence
    with qtbot.waitSignal(session.generator_changed, timeout=MADE_MS):
        qtbot.mouseClick(notices.button(0), LEFT)
    assert session.inference.info.name == "Hers" and notices.current is None
    qtbot.waitUntil(lambda: len(page.brush.hand) == 3, timeout=MADE_MS)
    draw_line(qtbot, page, 250.0)
    first, second = session.artwork.current.layers[-1].strokes
    assert first == painted.layers[-1].strokes[0]
    assert second.stamps[0].latent.z.size == 8


def test_strokes_without_a_model_keep_their_pixels_and_say_so(qtbot, page, session, tmp_path):
    draw_line(qtbot, page, 150.0)
    painted = session.artwork.current
    session.artwork.generator = None
    page.files.save_to(tmp_path / "a.latent")
    page.files.new()
    assert page.files.open(tmp_path / "a.latent")
    assert "does not hold the model" in page.files.notices.current.sentence
    assert session.artwork.current == painted
