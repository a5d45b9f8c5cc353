"""The loop dialog shows what will come out, and says what stands against it."""

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from studio.motion import reduce_motion
from studio.theme import apply_theme
from studio.widgets.exports.loop_dialog import FRAMES, LoopAnswers, LoopDialog

FRAME_COUNT = 6


@pytest.fixture
def make(qtbot: QtBot, qapp: QApplication, tmp_path: Path):
    apply_theme(qapp, "dark")

    def made(channels: int = 1, *, most_pixels: int = 10**9, why_no_film: str = "") -> LoopDialog:
        dialog = LoopDialog(
            LoopAnswers(tmp_path / "path"),
            (28, 28, channels),
            most_pixels=most_pixels,
            why_no_film=why_no_film,
        )
        qtbot.addWidget(dialog)
        dialog.show()
        dialog.show_frames(np.zeros((FRAME_COUNT, 28, 28, channels), np.uint8))
        dialog.show_order(range(FRAME_COUNT), FRAME_COUNT)
        dialog.set_ready()
        return dialog

    return made


def words(dialog: LoopDialog) -> str:
    return " ".join(label.text() for label in dialog.findChildren(QLabel) if label.isVisible())


def test_it_says_how_many_how_long_and_how_large(make):
    dialog = make()
    assert "6 pictures, 0.5 s" in words(dialog) and "224 × 224 pixels" in words(dialog)
    dialog.fps.set_value(24)
    dialog.scale.set_value(2)
    assert "6 pictures, 0.3 s" in words(dialog) and "56 × 56 pixels" in words(dialog)
    dialog.show_estimate(132_400)
    assert "about 132 kB" in words(dialog)


def test_nothing_is_exported_before_the_pictures_are_there(qtbot, tmp_path):
    dialog = LoopDialog(LoopAnswers(tmp_path / "path"), (28, 28, 1), most_pixels=10**9)
    qtbot.addWidget(dialog)
    assert not dialog.export_button.isEnabled()


def test_the_preview_plays_the_order_that_is_chosen(qtbot, make):
    dialog, seen = make(), []
    dialog.fps.set_value(60)
    dialog.show_order([5, 4, 3], FRAME_COUNT)
    qtbot.waitUntil(lambda: seen.append(dialog.preview.number) or {5, 4, 3} <= set(seen))
    assert set(seen) <= {5, 4, 3}


def test_where_motion_is_reduced_neither_preview_nor_bar_moves_by_itself(make, qapp):
    reduce_motion(qapp, True)
    try:
        dialog = make()
        dialog.show_writing(FRAME_COUNT, FRAME_COUNT)
        assert not dialog.preview.is_playing and dialog.progress.maximum() == 1
        assert dialog.progress.isVisible() and "Writing" in words(dialog)
    finally:
        reduce_motion(qapp, False)
    dialog.show_writing(FRAME_COUNT, FRAME_COUNT)
    assert dialog.progress.maximum() == 0  # to and fro


def test_the_ending_follows_the_format(make, tmp_path):
    dialog = make()
    for form, name in ((".gif", "path.gif"), (".webp", "path.webp"), (FRAMES, "path"), (".png", "path.png")):
        dialog.form.set_value(form)
        assert dialog.path == tmp_path / name


def test_a_name_that_is_taken_gets_a_number_unless_it_was_typed(make, tmp_path):
    (tmp_path / "path.webp").touch()
    dialog = make()
    dialog.form.set_value(".webp")
    assert dialog.path.name == "path 2.webp" and dialog.export_button.text() == "Export"
    dialog.name.selectAll()
    dialog.name.insert("path.webp")
    dialog.name.textEdited.emit("path.webp")
    assert dialog.export_button.text() == "Replace" and "exists already" in words(dialog)


def test_a_name_that_no_disk_takes_is_disabled_with_the_reason(make):
    dialog = make()
    dialog.name.setText("n" * 300)
    dialog.name.textEdited.emit(dialog.name.text())
    assert not dialog.export_button.isEnabled() and "cannot lie here" in words(dialog)


def test_frames_never_go_into_a_folder_with_something_in_it(make, tmp_path):
    (tmp_path / "mine").mkdir()
    dialog = make()
    dialog.form.set_value(FRAMES)
    dialog.name.setText("mine")
    dialog.name.textEdited.emit("mine")
    assert dialog.export_button.isEnabled()
    (tmp_path / "mine" / "picture.png").touch()
    dialog.name.textEdited.emit("mine")
    assert not dialog.export_button.isEnabled() and "choose another" in words(dialog)


def test_what_is_too_large_or_too_fast_is_disabled_with_the_reason(make):
    dialog = make(most_pixels=6 * 224 * 224)
    assert dialog.export_button.isEnabled()
    dialog.scale.set_value(9)
    assert not dialog.export_button.isEnabled() and "Too large" in words(dialog)
    dialog.scale.set_value(8)
    dialog.fps.set_value(60)
    assert not dialog.export_button.isEnabled() and "at most 50" in words(dialog)
    dialog.form.set_value(".webp")
    assert dialog.export_button.isEnabled()


def test_without_the_package_for_films_the_way_to_it_is_said(make):
    dialog = make(why_no_film="Films need one more package")
    button = next(b for b in dialog.form.findChildren(object) if getattr(b, "text", str)() == "MP4")
    assert not button.isEnabled() and "one more package" in button.toolTip()


def test_colours_are_asked_nothing_about_ink(make):
    dialog = make(channels=3)
    assert not dialog.edges.isVisible() and not dialog.ground.isVisible()
    assert (dialog.look.edges, dialog.look.ground) == ("pixels", "plain")


def test_while_it_writes_escape_calls_off_and_closes_nothing(qtbot, make):
    dialog = make()
    dialog.show_writing(2, 6)
    assert "picture 2 of 6" in words(dialog) and not dialog.name.isEnabled()
    with qtbot.waitSignal(dialog.cancel_asked):
        dialog.reject()
    assert dialog.isVisible()
    dialog.show_not_written("The disk is full.")
    assert "The disk is full." in words(dialog) and dialog.export_button.isEnabled()


def test_afterwards_it_says_where_the_file_lies_and_a_change_makes_it_ready_again(make, tmp_path):
    dialog = make()
    dialog.show_written(tmp_path / "path.gif", 132_400)
    assert f"path.gif is written: 132 kB, in {tmp_path}" in words(dialog)
    assert dialog.reveal_button.isVisible() and not dialog.export_button.isEnabled()
    dialog.fps.set_value(20)
    assert not dialog.reveal_button.isVisible() and dialog.export_button.isEnabled()
