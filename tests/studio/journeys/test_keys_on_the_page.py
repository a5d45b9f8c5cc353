"""The page for artists names keys: each is, in the room that it stands under, the key of what is said beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from studio.app import Studio

PAGE = Path(__file__).parents[3] / "resources/pages/artists.md"
ROOM_OF_TABLE = {"everywhere": "explore", "a picture": "train"}  # of others: the room that heads them


def tables() -> dict[str, list[tuple[str, str]]]:
    """Keys and actions by what stands over their columns."""
    found: dict[str, list[tuple[str, str]]] = {}
    rows: list[tuple[str, str]] = []
    for line in PAGE.read_text("utf-8").splitlines():
        if head := re.fullmatch(r"\| ([\w ]+) \| \|", line):
            rows = found[head[1]] = []
        elif row := re.fullmatch(r"\| \*\*(.+)\*\* \| (.+) \|", line):
            rows.append((row[1], row[2]))
    return found


def entries(menu: QMenu) -> Iterator[QAction]:
    for action in menu.actions():
        inner = action.menu()
        if isinstance(inner, QMenu):
            yield from entries(inner)
        elif not action.isSeparator():
            yield action


def test_every_key_on_the_page_does_what_is_said_beside_it(studio: Studio) -> None:
    found = tables()
    assert [*found] == ["everywhere", "a picture", "Explore", "Blend", "Paint", "Train", "Models"]
    for title, rows in found.items():
        studio.window.show_room(ROOM_OF_TABLE.get(title, title.lower()))
        bar = studio.window.menuBar()
        menus = [entry.menu() for entry in bar.actions()]
        actions = [action for menu in menus if isinstance(menu, QMenu) for action in entries(menu)]
        keys = {(action.text(), key.toString()) for action in actions for key in action.shortcuts()}
        said = {(words, QKeySequence(key).toString()) for key, words in rows}
        assert len(said) == len(rows) > 1
        assert said - keys == set(), title
