"""The shelf of kept pictures: named boards of latents with their pixels, as values."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import count
from pathlib import Path

import numpy as np

from gan.errors import UserError
from gan.latents import Latent

LONGEST_NAME = 60
MOST_BOARDS, MOST_PICTURES = 200, 20_000
_keys = count(1)


def _next_key() -> int:
    return next(_keys)


@dataclass(frozen=True, slots=True, eq=False)
class Kept:
    """One picture a person kept: ``pixels (H, W, C)`` uint8, as ``generator_name`` drew it.

    ``key`` stays with it in this sitting, whatever it is renamed to and wherever it is moved.
    """

    latent: Latent
    pixels: np.ndarray
    generator_name: str
    name: str = ""
    key: int = field(default_factory=_next_key)


@dataclass(frozen=True, slots=True, eq=False)
class Board(Sequence[Kept]):
    """Pictures under one name, the oldest first; the first board has no name until it is given one."""

    name: str = ""
    pictures: tuple[Kept, ...] = ()
    key: int = field(default_factory=_next_key)

    def __len__(self) -> int:
        return len(self.pictures)

    def __iter__(self) -> Iterator[Kept]:
        return iter(self.pictures)

    def __getitem__(self, index):  # type: ignore[no-untyped-def]  # int or slice, as tuples have it
        return self.pictures[index]


@dataclass(frozen=True, slots=True, eq=False)
class Standing:
    """Where some pictures and boards stand, and as what: all that one deed changed, and nothing else.

    ``pictures``: the picture, the key of its board and its place there; ``boards``: the name and the place; None for
    what stands nowhere.
    """

    pictures: Mapping[int, tuple[Kept, int, int] | None]
    boards: Mapping[int, tuple[str, int] | None]


class Shelf(Sequence[Kept]):
    """All kept pictures, board by board. Immutable: every deed gives another shelf. There is always a board."""

    def __init__(self, boards: Sequence[Board] = ()) -> None:
        self.boards = tuple(boards) or (Board(),)

    def __len__(self) -> int:
        return sum(len(board) for board in self.boards)

    def __iter__(self) -> Iterator[Kept]:
        return (picture for board in self.boards for picture in board)

    def __getitem__(self, index):  # type: ignore[no-untyped-def]  # int or slice, as tuples have it
        return tuple(self)[index]

    def board(self, key: int) -> Board:
        """The board of that key, or else the first."""
        return next((board for board in self.boards if board.key == key), self.boards[0])

    def with_kept(self, pictures: Iterable[Kept], board_key: int) -> Shelf:
        """Pictures more on one board."""
        board = self.board(board_key)
        return self._with(replace(board, pictures=(*board.pictures, *pictures)))

    def without(self, keys: Collection[int]) -> Shelf:
        """All but these pictures."""
        return Shelf([_without(board, keys) for board in self.boards])

    def moved(self, keys: Collection[int], board_key: int) -> Shelf:
        """These pictures on another board, behind those that are there."""
        moving = [picture for picture in self if picture.key in keys]
        return self.without(keys).with_kept(moving, board_key)

    def renamed(self, key: int, name: str) -> Shelf:
        """One picture under another name."""
        return Shelf(
            [
                replace(
                    board,
                    pictures=tuple(
                        replace(picture, name=name) if picture.key == key else picture for picture in board
                    ),
                )
                for board in self.boards
            ]
        )

    def with_boards(self, boards: Iterable[Board]) -> Shelf:
        """Boards more, behind the others."""
        return Shelf((*self.boards, *boards))

    def without_board(self, key: int) -> Shelf:
        """A board and its pictures fewer; in place of the last one there is an empty one."""
        return Shelf([board for board in self.boards if board.key != key])

    def board_renamed(self, key: int, name: str) -> Shelf:
        return self._with(replace(self.board(key), name=name))

    def _with(self, changed: Board) -> Shelf:
        return Shelf([changed if board.key == changed.key else board for board in self.boards])

    # Undo

    def standing(self, pictures: Collection[int], boards: Collection[int] = ()) -> Standing:
        """Where these pictures and boards stand now."""
        where = {
            picture.key: (picture, board.key, place)
            for board in self.boards
            for place, picture in enumerate(board)
            if picture.key in pictures
        }
        named = {
            board.key: (board.name, place) for place, board in enumerate(self.boards) if board.key in boards
        }
        return Standing({key: where.get(key) for key in pictures}, {key: named.get(key) for key in boards})

    def with_standing(self, standing: Standing) -> Shelf:
        """Those pictures and boards as they stood, and all others as they are.

        What another room put on a board that goes, or what stood on a board that has gone since, comes to the first.
        """
        rest = [_without(board, standing.pictures.keys()) for board in self.boards]
        stay = [board for board in rest if standing.boards.get(board.key, ("", 0)) is not None]
        orphans = [picture for board in rest if board not in stay for picture in board]
        for key, (name, place) in _sorted_by_place(standing.boards):
            known = next((board for board in stay if board.key == key), None)
            if known is not None:
                stay.remove(known)
            stay.insert(place, replace(known or Board(key=key), name=name))
        boards = {board.key: list(board) for board in (stay or [Board()])}
        first = next(iter(boards))
        boards[first] += orphans
        wanted = [entry for entry in standing.pictures.values() if entry is not None]
        for picture, board_key, place in sorted(wanted, key=lambda entry: entry[2]):
            boards[board_key if board_key in boards else first].insert(place, picture)
        names = {board.key: board.name for board in stay}
        return Shelf([Board(names.get(key, ""), tuple(pictures), key) for key, pictures in boards.items()])


def _without(board: Board, keys: Collection[int]) -> Board:
    return replace(board, pictures=tuple(picture for picture in board if picture.key not in keys))


def _sorted_by_place(boards: Mapping[int, tuple[str, int] | None]) -> list[tuple[int, tuple[str, int]]]:
    return sorted(
        ((key, entry) for key, entry in boards.items() if entry is not None), key=lambda one: one[1][1]
    )


def checked_name(text: str) -> str:
    """A name for a board or a picture, in one line. UserError where it cannot be one."""
    name = " ".join(text.split())
    if not 1 <= len(name) <= LONGEST_NAME or not name.isprintable():
        raise UserError("kept-name", "A name has 1 to {most} signs, all on one line.", most=LONGEST_NAME)
    return name


def set_aside(path: Path, word: str = "damaged") -> Path:
    """Give a file that cannot be used a name of its own beside the old one, so that nothing is ever lost."""
    number = 1
    while (aside := path.with_name(f"{path.stem} ({word} {number}){path.suffix}")).exists():
        number += 1
    return path.rename(aside)
