"""Someone puts what they kept in order: boards, names, several at once, a file for a friend."""

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit

from gan.latents import Latent, gaussian, one_hot
from gan.media.provenance import read_marks
from studio.controllers.shelf_keeper import ShelfKeeper
from studio.pages.drag_files import drag_files
from studio.pages.shelf_desk import ShelfDesk
from studio.session import shelf_file
from studio.shelf_file import read_shelf

LEFT, CTRL, SHIFT = (
    Qt.MouseButton.LeftButton,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
PATIENCE_MS = 20_000


@pytest.fixture
def desk(qtbot, studio, studio_window, session) -> ShelfDesk:
    """Five pictures kept in Explore, and the shelf open."""
    studio_window.show_room("explore")
    for seed in range(5):
        session.keep(
            Latent(gaussian(seed, 1, 64)[0], one_hot(seed, 10)), np.full((28, 28, 1), 40 * seed, np.uint8)
        )
    session.shelf_asked.emit()
    desk = studio.window.findChild(ShelfDesk)
    assert desk.dialog.isVisible() and desk.dialog.grid.count() == 5
    return desk


def click(qtbot, grid, row, keys=Qt.KeyboardModifier.NoModifier):
    qtbot.mouseClick(grid.viewport(), LEFT, keys, grid.item_rect(row).center())


def type_name(qtbot, view, name):
    field = view.findChild(QLineEdit)
    field.selectAll()
    qtbot.keyClicks(field, name)
    qtbot.keyClick(field, Qt.Key.Key_Return)


def labels(session) -> list[list[int]]:
    """The classes on each board."""
    return [[int(kept.latent.mix.argmax()) for kept in board] for board in session.shelf.boards]


def wait_for_disk(qtbot, session):
    def stands(boards) -> list[tuple[str, list[tuple[str, str]]]]:
        return [(board.name, [(kept.latent.to_text(), kept.name) for kept in board]) for board in boards]

    def is_on_disk() -> bool:
        return shelf_file().is_file() and stands(read_shelf(shelf_file()).boards) == stands(
            session.shelf.boards
        )

    qtbot.waitUntil(is_on_disk, timeout=PATIENCE_MS)


def test_new_board_rename_move_discard_two_undo_and_all_is_there_after_a_restart(qtbot, desk, session):
    dialog, grid = desk.dialog, desk.dialog.grid
    first = session.board.key
    qtbot.mouseClick(dialog.new_board, LEFT)
    type_name(qtbot, dialog.boards, "Sevens like mine")
    qtbot.waitUntil(lambda: session.board.name == "Sevens like mine")  # Qt takes a name after its key
    assert grid.count() == 0
    dialog.boards.setCurrentRow(0)
    assert session.board.key == first
    click(qtbot, grid, 1)
    click(qtbot, grid, 3, CTRL)
    dialog.move_to.menu().actions()[0].trigger()
    assert labels(session) == [[0, 2, 4], [1, 3]]
    click(qtbot, grid, 0)
    qtbot.keyClick(grid, Qt.Key.Key_F2)
    type_name(qtbot, grid, "round one")
    qtbot.waitUntil(lambda: session.board[0].name == "round one")
    click(qtbot, grid, 1)
    qtbot.keyClick(grid, Qt.Key.Key_Right, SHIFT)
    qtbot.keyClick(grid, Qt.Key.Key_Delete)
    assert labels(session) == [[0], [1, 3]]
    qtbot.mouseClick(dialog.undo, LEFT)
    assert labels(session) == [[0, 2, 4], [1, 3]]
    wait_for_disk(qtbot, session)
    again = ShelfKeeper(shelf_file(), session.settings)
    again.load()
    assert [board.name for board in again.shelf.boards] == ["", "Sevens like mine"]
    assert again.shelf[0].name == "round one" and len(again.shelf) == 5


def test_what_is_done_in_a_room_is_undone_there_and_leaves_the_other_room_s_deeds_alone(
    qtbot, desk, session, studio_window
):
    explore = studio_window.pages["explore"]
    session.discard(0)
    studio_window.show_room("blend")
    session.keep(Latent(gaussian(9, 1, 64)[0], one_hot(9, 10)), np.zeros((28, 28, 1), np.uint8))
    studio_window.show_room("explore")
    assert labels(session) == [[1, 2, 3, 4, 9]]
    explore.undo_action.trigger()
    assert labels(session) == [[0, 1, 2, 3, 4, 9]]
    explore.redo_action.trigger()
    assert labels(session) == [[1, 2, 3, 4, 9]]
    studio_window.show_room("blend")
    studio_window.pages["blend"].undo_action.trigger()
    assert labels(session) == [[1, 2, 3, 4]]


def test_a_discard_in_paint_is_undone_in_the_shelf_and_leaves_the_painting_as_saved(
    qtbot, desk, session, studio_window
):
    studio_window.show_room("paint")
    session.discard(0)
    assert labels(session) == [[1, 2, 3, 4]] and session.artwork.undo_stack.isClean()
    qtbot.mouseClick(desk.dialog.undo, LEFT)
    assert labels(session) == [[0, 1, 2, 3, 4]]


def test_a_deleted_board_comes_back_with_all_that_was_on_it(qtbot, desk, session):
    qtbot.mouseClick(desk.dialog.delete_board, LEFT)
    assert labels(session) == [[]]
    qtbot.keyClick(desk.dialog, Qt.Key.Key_Z, CTRL)
    assert labels(session) == [[0, 1, 2, 3, 4]]


def test_a_board_goes_to_a_friend_as_one_file(qtbot, desk, session, tmp_path):
    session.kept.rename(session.board[2].key, "my two")
    file = tmp_path / "for a friend.latentboard"
    desk.export_to(file)
    qtbot.waitUntil(file.is_file, timeout=PATIENCE_MS)
    session.kept.delete_board(session.board.key)  # as if it were the friend's empty shelf
    desk.import_from(file)
    qtbot.waitUntil(lambda: labels(session) == [[], [0, 1, 2, 3, 4]], timeout=PATIENCE_MS)
    assert session.board.name == "Kept" and session.board[2].name == "my two"
    assert int(session.board[3].pixels[0, 0, 0]) == 120


def test_a_file_that_is_no_board_is_refused_in_one_sentence_and_changes_nothing(
    qtbot, desk, session, tmp_path
):
    bad = tmp_path / "bad.latentboard"
    bad.write_bytes(b'{"format_version": 2}')
    desk.import_from(bad)
    qtbot.waitUntil(lambda: "bad.latentboard" in desk.dialog.trouble, timeout=PATIENCE_MS)
    assert labels(session) == [[0, 1, 2, 3, 4]]


def test_what_is_dragged_out_is_a_png_that_says_what_it_is(qtbot, desk, session):
    session.kept.rename(session.board[1].key, "my / one")
    files = drag_files([session.board[1], session.board[2]])
    assert len(files) == 2 and files[0].name.startswith("my  one")
    with Image.open(files[0]) as picture:
        assert picture.format == "PNG" and picture.size == (224, 224)
        assert Latent.from_text(picture.text["Latent"]) == session.board[1].latent
    assert "trainedAlgorithmicMedia" in read_marks(files[0]).source_type


def test_latents_copy_and_paste_as_text(qtbot, desk, session):
    grid = desk.dialog.grid
    click(qtbot, grid, 1)
    click(qtbot, grid, 2, SHIFT)
    qtbot.keyClick(grid, Qt.Key.Key_C, CTRL)
    assert len(QGuiApplication.clipboard().text().splitlines()) == 2
    qtbot.keyClick(grid, Qt.Key.Key_V, CTRL)
    qtbot.waitUntil(lambda: labels(session) == [[0, 1, 2, 3, 4, 1, 2]], timeout=PATIENCE_MS)
    QGuiApplication.clipboard().setText("Dear friend")
    qtbot.keyClick(grid, Qt.Key.Key_V, CTRL)
    assert "not a latent" in desk.dialog.trouble


def test_the_row_of_every_room_shows_the_board_that_was_chosen(qtbot, desk, session, studio_window):
    session.kept.add_board("Other")
    row = studio_window.pages["explore"].panel.kept
    assert row.boards.text() == "Other"
    row.board_chosen.emit(session.shelf.boards[0].key)
    assert row.boards.text() == "Kept" and session.board.key == session.shelf.boards[0].key
