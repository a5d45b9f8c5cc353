"""Every change is one undo step."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QRectF

from gan.errors import FileError
from studio.document.artwork import Artwork, Layer
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


def test_strokes_go_onto_the_chosen_layer_and_undo_brings_the_choice_back(editor, make_stroke, qtbot):
    two = replace(editor.current, layers=(Layer("Low"), Layer("High")))
    editor.change(two, "adding", QRectF(), chosen_layer=1)
    editor.choose_layer(0)
    editor.add_stroke(make_stroke((10, 10)))
    assert [len(layer.strokes) for layer in editor.current.layers] == [1, 0]
    editor.undo_stack.undo()
    with qtbot.waitSignal(editor.layer_chosen) as chosen:
        editor.undo_stack.undo()
        editor.undo_stack.redo()
    assert chosen.args == [1] and editor.chosen_layer == 1


def test_steps_of_one_gesture_are_one_step(editor):
    first = editor.current
    for share in (0.75, 0.5, 0.25):
        faint = replace(first.layers[0], opacity=share)
        editor.change(first.with_layer(0, faint), "opacity", QRectF(), merge="opacity 0")
    editor.close_step()
    editor.change(
        first.with_layer(0, replace(first.layers[0], opacity=0.1)), "opacity", QRectF(), merge="opacity 0"
    )
    editor.undo_stack.undo()
    assert editor.current.layers[0].opacity == 0.25
    editor.undo_stack.undo()
    assert editor.current is first and not editor.is_modified


def test_undo_brings_back_the_generator_that_the_pixels_come_from(editor, make_stroke):
    editor.add_stroke(make_stroke((10, 10)), generator=b"first")
    editor.add_stroke(make_stroke((30, 10)), generator=b"second")
    editor.undo_stack.undo()
    assert editor.document.generator == b"first"
    editor.undo_stack.undo()
    assert editor.document.generator is None
    editor.undo_stack.redo()
    assert editor.document.generator == b"first"


def test_history_is_bounded_by_what_its_steps_hold_and_the_oldest_go_first(editor, make_stroke, monkeypatch):
    monkeypatch.setattr("studio.document.editor.MOST_UNDO_BYTES", 40_000)
    monkeypatch.setattr("studio.document.editor.LEAST_UNDO_STEPS", 2)
    for number in range(1, 8):
        editor.add_stroke(make_stroke((10 * number, 10), seed=number), generator=bytes([number]) * 10_000)
        if number == 6:
            editor.undo_stack.setClean()
    assert editor.undo_stack.count() == 3 and editor.is_modified
    editor.undo_stack.undo()
    assert not editor.is_modified, "the saved state is still known"
    while editor.undo_stack.canUndo():
        editor.undo_stack.undo()
    assert editor.current.stroke_count == 4 and editor.generator == bytes([4]) * 10_000
    editor.undo_stack.redo()
    assert editor.current.stroke_count == 5
    editor.add_stroke(make_stroke((90, 90)), generator=bytes(100_000))
    editor.undo_stack.undo()
    assert editor.current.stroke_count == 5, "one step can always be undone"


def test_64_steps_can_be_undone_however_much_they_hold(editor, make_stroke, monkeypatch):
    monkeypatch.setattr("studio.document.editor.MOST_UNDO_BYTES", 1)
    for number in range(70):
        editor.add_stroke(make_stroke((10 + number, 10), seed=number))
    assert editor.undo_stack.count() == 64
