"""The buttons under a room's picture: Keep, the rooms it can go to, and a menu with the rest."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QWidget

from studio.actions import tip_with_shortcut
from studio.pages.picture_menu import PictureActions
from studio.widgets.controls.buttons import Button, IconButton, icon_button, main_button
from studio.words import known, phrase

KEEP_PX = 96  # at least; it takes what the icons leave


class PictureButtons(QWidget):
    """Keep is the room's main button; ``rooms`` names the actions that get an icon of their own."""

    def __init__(self, actions: PictureActions, rooms: tuple[tuple[QAction, str], ...]) -> None:
        super().__init__()
        self._actions = actions
        self._going: list[tuple[IconButton, QAction]] = []
        self.keep: Button = main_button(
            phrase("{}   {}", known(actions.keep.text()), actions.keep.shortcut().toString()), "pin"
        )
        self.keep.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.keep.setMinimumWidth(KEEP_PX)
        self.keep.clicked.connect(actions.keep.trigger)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.keep, 1)
        for action, icon_name in rooms:
            button = _going_to(action, icon_name)
            self._going.append((button, action))
            action.changed.connect(self._follow)
            layout.addWidget(button)
        self.more = icon_button("more", self.tr("All that can be done with this picture"), kind="plain")
        menu = QMenu(self)
        actions.fill(menu)
        self.more.setMenu(menu)
        layout.addWidget(self.more)
        actions.keep.changed.connect(self._follow)
        self._follow()

    @Slot()
    def _follow(self) -> None:
        """Buttons sleep with their actions and say why."""
        keep = self._actions.keep
        self.keep.setEnabled(keep.isEnabled())
        usual = self.tr("Keep this picture: it stays on the shelf, in every room")
        self.keep.setToolTip(usual if keep.isEnabled() else keep.toolTip())
        for button, action in self._going:
            button.setEnabled(action.isEnabled())
            button.setToolTip(_tip_of(action) if action.isEnabled() else action.toolTip())


def _going_to(action: QAction, icon_name: str) -> IconButton:
    button = icon_button(icon_name, _tip_of(action), kind="plain")
    button.clicked.connect(action.trigger)
    return button


def _tip_of(action: QAction) -> str:
    return tip_with_shortcut(known(action.text()), action.shortcut())
