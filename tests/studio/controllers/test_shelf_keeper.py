"""What is done to the shelf, and how it is undone."""

import errno
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QObject

from gan.errors import UserError
from gan.latents import Latent, gaussian, one_hot
from studio.controllers.shelf_keeper import ShelfKeeper
from studio.history import RoomHistory
from studio.settings import Settings
from studio.shelf import Board, Kept
from studio.shelf_file import read_shelf


@pytest.fixture
def keeper(qtbot, tmp_path) -> Iterator[ShelfKeeper]:
    keeper = ShelfKeeper(tmp_path / "new folder" / "shelf.json", Settings(tmp_path / "settings.ini"))
    yield keeper
    if not keeper.has_left:
        with qtbot.waitSignal(keeper.left, raising=False, timeout=3000):
            keeper.shut_down()


@pytest.fixture
def room() -> Iterator[RoomHistory]:
    owner = QObject()
    yield RoomHistory(owner)
    owner.deleteLater()


def kept(seed: int) -> Kept:
    return Kept(Latent(gaussian(seed, 1, 8)[0], one_hot(0, 1)), np.full((4, 4, 1), seed, np.uint8), f"{seed}")


def names(keeper: ShelfKeeper) -> list[list[str]]:
    return [[picture.generator_name for picture in board] for board in keeper.shelf.boards]


def test_every_deed_is_undone_and_done_again_one_by_one(keeper, room):
    keeper.work_in(room)
    keeper.keep([kept(1), kept(2)])
    keeper.add_board("Mine")
    keeper.move([keeper.shelf[0].key], keeper.board.key)
    keeper.rename(keeper.shelf[0].key, "two")
    keeper.rename_board(keeper.board.key, "Ours")
    keeper.discard([keeper.shelf[1].key])
    keeper.delete_board(keeper.board.key)
    stands = [names(keeper)]
    while room.stack.canUndo():
        room.undo.trigger()
        stands.append(names(keeper))
    assert stands == [
        [["2"]], [["2"], []], [["2"], ["1"]], [["2"], ["1"]], [["2"], ["1"]], [["1", "2"], []], [["1", "2"]], [[]],
    ]  # fmt: skip
    while room.stack.canRedo():
        room.redo.trigger()
    assert names(keeper) == [["2"]] and keeper.shelf[0].name == "two"


def test_each_room_undoes_its_own_deeds_and_a_room_without_history_the_shelf_s(keeper, room):
    keeper.work_in(room)
    keeper.keep([kept(1)])
    keeper.work_in(None)
    keeper.keep([kept(2)])
    own = keeper.history
    assert own is not room
    room.undo.trigger()
    assert names(keeper) == [["2"]]
    own.undo.trigger()
    assert names(keeper) == [[]]


def test_the_board_that_was_shown_is_shown_again(qtbot, keeper, tmp_path):
    keeper.keep([kept(1)])
    keeper.add_board("Mine")
    keeper.keep([kept(2)])
    with qtbot.waitSignal(keeper.left):
        keeper.shut_down()
    again = ShelfKeeper(tmp_path / "new folder" / "shelf.json", keeper._settings)
    again.load()
    assert again.board.name == "Mine" and names(again) == [["1"], ["2"]]


def test_a_shelf_of_a_newer_version_is_set_aside_under_that_word(qtbot, keeper, tmp_path):
    (tmp_path / "new folder").mkdir()
    (tmp_path / "new folder" / "shelf.json").write_bytes(b'{"format_version": 9}')
    with qtbot.waitSignal(keeper.failed) as failed:
        keeper.load()
    assert "shelf (newer 1).json" in failed.args[0].sentence
    assert (tmp_path / "new folder" / "shelf (newer 1).json").read_bytes() == b'{"format_version": 9}'


def test_a_damaged_shelf_that_cannot_be_set_aside_is_not_overwritten(qtbot, keeper, tmp_path, monkeypatch):
    def refuse(*_names: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    file = tmp_path / "new folder" / "shelf.json"
    file.parent.mkdir()
    file.write_bytes(b"torn")
    failures = []
    keeper.failed.connect(failures.append)
    with monkeypatch.context() as stuck:
        stuck.setattr(Path, "rename", refuse)
        keeper.load()
        keeper.keep([kept(1)])
    keeper.keep([kept(2)])
    with qtbot.waitSignal(keeper.left):
        keeper.shut_down()
    assert file.with_name("shelf (damaged 1).json").read_bytes() == b"torn"
    assert [len(board) for board in read_shelf(file).boards] == [2]
    assert ["denied" in failure.sentence for failure in failures] == [True, True, False]


def test_no_more_is_kept_than_can_be_read_again(keeper, monkeypatch):
    monkeypatch.setattr("studio.controllers.shelf_keeper.MOST_PICTURES", 2)
    keeper.keep([kept(1), kept(2)])
    with pytest.raises(UserError, match="2 pictures"):
        keeper.keep([kept(3)])
    with pytest.raises(UserError):
        keeper.add_boards([Board("more", (kept(4),))], "importing")
    assert names(keeper) == [["1", "2"]]
