"""Every change is one undo step."""

import pytest
from PySide6.QtCore import QRectF

from gan.errors import FileError
from studio.document.artwork import Artwork
from studio.document.editor import ArtworkEditor


@pytest.fixture
def editor(qtbot) -> ArtworkEditor:
    return ArtworkEditor()


def test_a_stroke_can_be_taken_back_and_made_again(editor, make_stroke):
    blank, stroke = editor.current, make_stroke((10, 10), (80, 10))
    editor.add_stroke(stroke)
    assert editor.current.layers[-1].strokes == (stroke,)
    editor.undo_stack.undo()
    assert editor.current is blank
    editor.undo_stack.redo()
    assert editor.current.layers[-1].strokes == (stroke,)


def test_a_change_says_where_it_is(editor, make_stroke, qtbot):
    with qtbot.waitSignal(editor.changed) as signal:
        editor.add_stroke(make_stroke((100, 50), size_px=20.0))
    assert QRectF(84, 34, 32, 32).contains(signal.args[0]) and signal.args[0].contains(QRectF(90, 40, 20, 20))


def test_any_past_stroke_can_be_deleted_and_brought_back(editor, make_stroke):
    strokes = [make_stroke((20 * n, 10), seed=n) for n in range(1, 4)]
    for stroke in strokes:
        editor.add_stroke(stroke)
    editor.remove_stroke(0, 1)
    assert editor.current.layers[0].strokes == (strokes[0], strokes[2])
    editor.undo_stack.undo()
    assert editor.current.layers[0].strokes == tuple(strokes)


def test_at_least_64_steps_can_be_undone(editor, make_stroke):
    stroke = make_stroke((10, 10))
    for _ in range(70):
        editor.add_stroke(stroke)
    for _ in range(64):
        assert editor.undo_stack.canUndo()
        editor.undo_stack.undo()
    assert editor.current.stroke_count == 6


def test_saving_makes_it_unmodified_and_undo_makes_it_modified_again(editor, make_stroke, tmp_path):
    assert not editor.is_modified
    editor.add_stroke(make_stroke((10, 10)), generator=b"weights")
    assert editor.is_modified
    editor.save(tmp_path / "one.latent")
    assert not editor.is_modified and editor.path == tmp_path / "one.latent"
    editor.undo_stack.undo()
    assert editor.is_modified


def test_opening_brings_back_artwork_and_generator(editor, make_stroke, tmp_path):
    editor.add_stroke(make_stroke((10, 10), (300, 40), stamps=5), generator=b"weights")
    editor.save(tmp_path / "one.latent")
    painted = editor.current
    editor.new()
    assert editor.current == Artwork() and editor.path is None and editor.generator is None
    editor.open(tmp_path / "one.latent")
    assert editor.current == painted and editor.generator == b"weights"
    assert not editor.is_modified and not editor.undo_stack.canUndo()


def test_a_file_that_cannot_be_opened_leaves_everything_as_it_was(editor, make_stroke, tmp_path):
    editor.add_stroke(make_stroke((10, 10)))
    painted = editor.current
    (tmp_path / "bad.latent").write_bytes(b"PK\x03\x04 and nothing more")
    with pytest.raises(FileError, match=r"bad\.latent was not opened"):
        editor.open(tmp_path / "bad.latent")
    assert editor.current is painted and editor.is_modified and editor.undo_stack.canUndo()


def test_a_folder_that_is_not_there_keeps_the_work_unsaved(editor, make_stroke, tmp_path):
    editor.add_stroke(make_stroke((10, 10)))
    with pytest.raises(OSError):
        editor.save(tmp_path / "missing" / "one.latent")
    assert editor.is_modified and editor.path is None
