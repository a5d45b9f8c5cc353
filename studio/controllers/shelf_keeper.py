"""Everything that is done to the shelf goes through here: each deed is on the disk soon, and one step to undo."""

from __future__ import annotations

import logging
from collections.abc import Collection, Iterable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from gan.errors import Failure, FileError, UserError, describe
from studio.controllers.job_queue import JobQueue
from studio.history import RoomHistory
from studio.settings import Settings
from studio.shelf import MOST_BOARDS, MOST_PICTURES, Board, Kept, Shelf, Standing, checked_name, set_aside
from studio.shelf_file import read_shelf, write_shelf

log = logging.getLogger(__name__)
BOARD_KEY = "shelf/board"


class ShelfKeeper(QObject):
    """The shelf of this sitting. A deed is undone where it was done: in the history of the room in front.

    A step knows only what it changed, so that undoing it leaves alone what other rooms did since. Rooms without such
    a history share one of the shelf's own.
    """

    changed = Signal()
    history_changed = Signal()  # deeds are undone elsewhere from now on
    failed = Signal(object)  # gan.errors.Failure
    left = Signal()

    def __init__(self, path: Path, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path, self._settings = path, settings
        self.shelf = Shelf()
        self._current = self.shelf.boards[0].key
        self._own_history = RoomHistory(self)
        self.history = self._own_history
        self._unread: Failure | None = None  # why the file was not read that still has to be set aside
        self._writer = JobQueue(self)
        self._writer.failed.connect(self.failed)
        self._writer.left.connect(self.left)

    def load(self) -> None:
        """Read what earlier sittings kept; a file that cannot be read is set aside, never overwritten."""
        try:
            self.shelf = read_shelf(self._path)
        except (FileError, OSError) as error:
            log.exception("the shelf could not be read")
            self._set_aside(describe(error))
        number = self._settings.value(BOARD_KEY, 0)
        self._current = self.shelf.boards[min(max(number, 0), len(self.shelf.boards) - 1)].key
        self.changed.emit()

    def work_in(self, history: RoomHistory | None) -> None:
        """From now on deeds are undone there; None for a room that keeps no such history."""
        self.history = history or self._own_history
        self.history_changed.emit()

    @property
    def board(self) -> Board:
        """The board that all rooms show."""
        return self.shelf.board(self._current)

    def choose(self, board_key: int) -> None:
        """Show another board."""
        if board_key != self._current:
            self._current = board_key
            self._remember_current()
            self.changed.emit()

    # Deeds

    def keep(self, pictures: Sequence[Kept]) -> None:
        """On the board that is shown. UserError where there is no room."""
        if len(self.shelf) + len(pictures) > MOST_PICTURES:
            raise UserError("shelf-pictures", "The shelf holds {most} pictures at most.", most=MOST_PICTURES)
        text = (
            self.tr("keeping")
            if len(pictures) == 1
            else self.tr("keeping {n} pictures").format(n=len(pictures))
        )
        self._do(text, self.shelf.with_kept(pictures, self._current), [picture.key for picture in pictures])

    def discard(self, keys: Collection[int]) -> None:
        if keys:
            text = (
                self.tr("discarding")
                if len(keys) == 1
                else self.tr("discarding {n} pictures").format(n=len(keys))
            )
            self._do(text, self.shelf.without(keys), keys)

    def move(self, keys: Collection[int], board_key: int) -> None:
        """To the end of another board."""
        if keys:
            self._do(self.tr("moving to another board"), self.shelf.moved(keys, board_key), keys)

    def rename(self, key: int, name: str) -> None:
        """A picture; "" takes its name away. UserError."""
        name = checked_name(name) if name.strip() else ""
        self._do(self.tr("naming a picture"), self.shelf.renamed(key, name), [key])

    def add_board(self, name: str) -> None:
        """An empty one, and show it. UserError."""
        self.add_boards([Board(checked_name(name))], self.tr("a new board"))

    def add_boards(self, boards: Iterable[Board], text: str) -> None:
        """Boards with what is on them; the first is shown. UserError where there is no room."""
        boards = list(boards)
        coming = sum(len(board) for board in boards)
        if len(self.shelf.boards) + len(boards) > MOST_BOARDS or len(self.shelf) + coming > MOST_PICTURES:
            raise UserError(
                "shelf-boards",
                "The shelf holds {boards} boards and {most} pictures at most.",
                boards=MOST_BOARDS,
                most=MOST_PICTURES,
            )
        self._current = boards[0].key
        pictures = [picture.key for board in boards for picture in board]
        self._do(text, self.shelf.with_boards(boards), pictures, [board.key for board in boards])

    def rename_board(self, key: int, name: str) -> None:
        """UserError."""
        self._do(self.tr("naming a board"), self.shelf.board_renamed(key, checked_name(name)), [], [key])

    def delete_board(self, key: int) -> None:
        """With its pictures; where it was the only one, an empty one takes its place."""
        board = self.shelf.board(key)
        after = self.shelf.without_board(key)
        fresh = [
            board.key for board in after.boards if board.key not in {old.key for old in self.shelf.boards}
        ]
        self._do(self.tr("deleting a board"), after, [picture.key for picture in board], [key, *fresh])

    def _do(self, text: str, after: Shelf, pictures: Collection[int], boards: Collection[int] = ()) -> None:
        before = self.shelf
        self._replace(after)
        self.history.record(
            text, self._put, before.standing(pictures, boards), after.standing(pictures, boards)
        )

    def _put(self, standing: Standing) -> None:
        self._replace(self.shelf.with_standing(standing))

    def _replace(self, shelf: Shelf) -> None:
        self.shelf = shelf
        self._current = self.board.key
        self._remember_current()
        if self._unread is not None:
            self._set_aside(self._unread)
        if self._unread is None:
            self._writer.forget_waiting()
            self._writer.run(partial(_write, self._path, shelf.boards))
        self.changed.emit()

    def _remember_current(self) -> None:
        place = next(place for place, board in enumerate(self.shelf.boards) if board.key == self.board.key)
        self._settings.set_value(BOARD_KEY, place)

    def _set_aside(self, failure: Failure) -> None:
        """Where that fails it is tried again before anything is written."""
        newer = failure.code == "shelf-newer"
        try:
            aside = set_aside(self._path, "newer" if newer else "damaged")
        except OSError as error:
            log.exception("the shelf could not be set aside")
            self._unread = failure
            self.failed.emit(describe(error))
            return
        self._unread = None
        sentence = (
            self.tr("Your kept pictures were written by a newer version. The file was set aside as “{name}”.")
            if newer
            else self.tr("Your kept pictures could not be read. The file was set aside as “{name}”.")
        )
        self.failed.emit(
            Failure(code=failure.code, sentence=sentence.format(name=aside.name), values={"name": aside.name})
        )

    # The end

    def shut_down(self) -> None:
        """Finish writing; ``left`` follows."""
        self._own_history.stack.clear()
        self._writer.shut_down()

    @property
    def has_left(self) -> bool:
        return self._writer.has_left


def _write(path: Path, boards: Sequence[Board]) -> None:
    """In a thread of its own. OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    write_shelf(path, boards)
