"""The menu bar: the frame's own entries, and those of the room in front; a menu with nothing in it is hidden."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QMenuBar, QStyleOptionMenuItem, QWidget

from studio.actions import without_mnemonic

HEIGHT_PX = 24


class RoomMenus(QMenuBar):
    """Menus are (key, title). A room's entries stand above the frame's; hidden rooms' shortcuts are silent."""

    def __init__(self, titles: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(HEIGHT_PX)
        self._menus: dict[str, QMenu] = {}
        self._room_actions: list[tuple[QMenu, QAction]] = []
        self._divider: dict[str, QAction] = {}
        for key, title in titles:
            menu = QMenu(title, self)
            menu.setToolTipsVisible(True)
            self.addMenu(menu)
            self._menus[key] = menu
            self._divider[key] = menu.addSeparator()
        self._hide_empty()

    def add_frame_actions(self, key: str, actions: Sequence[QAction]) -> None:
        """Entries that are there in every room; a menu may be given through its ``menuAction()``."""
        self._menus[key].addActions(list(actions))
        self._hide_empty()

    def show_room(self, actions_by_menu: Mapping[str, Sequence[QAction]]) -> None:
        for menu, action in self._room_actions:
            menu.removeAction(action)
        self._room_actions = []
        for key, actions in actions_by_menu.items():
            for action in actions:
                self._menus[key].insertAction(self._divider[key], action)
                self._room_actions.append((self._menus[key], action))
        self._hide_empty()

    def entries(self) -> Iterator[tuple[str, QAction]]:
        """Everything that can be pressed just now, with the title of its menu; the room's own come first."""
        everything = [
            entry
            for menu in self._menus.values()
            for entry in _entries_of(menu, without_mnemonic(menu.title()))
        ]
        of_room = {action for _, action in self._room_actions}
        yield from (entry for entry in everything if entry[1] in of_room)
        yield from (entry for entry in everything if entry[1] not in of_room)

    def _hide_empty(self) -> None:
        for menu in self._menus.values():
            menu.menuAction().setVisible(any(not action.isSeparator() for action in menu.actions()))

    def initStyleOption(self, option: QStyleOptionMenuItem, action: QAction) -> None:
        super().initStyleOption(option, action)
        option.text = option.text.replace("&", "")  # Alt and the letter work without the underline


def _entries_of(menu: QMenu, place: str) -> Iterator[tuple[str, QAction]]:
    for action in menu.actions():
        inner = action.menu()
        if isinstance(inner, QMenu):
            yield from _entries_of(inner, without_mnemonic(inner.title()))
        elif not action.isSeparator() and action.isVisible() and action.isEnabled():
            yield place, action
