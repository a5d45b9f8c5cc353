"""The kinds of button: one main a room, plain ones, quiet ones, and icons alone."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QPainter, QPaintEvent
from PySide6.QtWidgets import QMenu, QPushButton, QToolButton, QWidget

from studio.icons import icon_pixmap, set_icon
from studio.theme import tokens_for

GRID_PX = 8
ICON_PX = 20
_ARROW_ROOM_PX = 24


class Button(QPushButton):
    """A button whose width follows its words to the next multiple of the grid."""

    def __init__(self, text: str, kind: str, icon_name: str | None = None, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setProperty("kind", kind)
        self.setIconSize(QSize(ICON_PX, ICON_PX))
        self.setAutoDefault(False)
        if icon_name is not None:
            set_icon(self, icon_name)

    def set_icon_name(self, icon_name: str) -> None:
        set_icon(self, icon_name)

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(-(-hint.width() // GRID_PX) * GRID_PX, max(32, hint.height()))


class MenuButton(Button):
    """A button that opens a menu and shows an arrow for it."""

    def __init__(self, text: str, menu: QMenu, kind: str = "plain", icon_name: str | None = None) -> None:
        super().__init__(text, kind, icon_name)
        self.setMenu(menu)
        self.setStyleSheet(f"padding-right: {_ARROW_ROOM_PX + 4}px; text-align: left;")

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        tokens = tokens_for(self)
        colour_name = tokens.text2 if self.isEnabled() else tokens.text3
        arrow = icon_pixmap("down", colour_name, ICON_PX, self.devicePixelRatioF())
        QPainter(self).drawPixmap(self.width() - ICON_PX - 6, (self.height() - ICON_PX) // 2, arrow)


class IconButton(QToolButton):
    """An icon alone; its tooltip is also what a screen reader says."""

    def __init__(self, icon_name: str, tooltip: str, *, kind: str = "icon", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", kind)
        self.setIconSize(QSize(ICON_PX, ICON_PX))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setToolTip(tooltip)
        self.setAccessibleName(tooltip)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        set_icon(self, icon_name)

    def set_icon_name(self, icon_name: str) -> None:
        set_icon(self, icon_name)


def main_button(text: str, icon_name: str | None = None) -> Button:
    """What to press next: one in a room."""
    return Button(text, "main", icon_name)


def plain_button(text: str, icon_name: str | None = None) -> Button:
    return Button(text, "plain", icon_name)


def quiet_button(text: str, icon_name: str | None = None) -> Button:
    return Button(text, "quiet", icon_name)


def icon_button(icon_name: str, tooltip: str, kind: str = "icon") -> IconButton:
    """``kind`` "icon" has no ground at rest, "plain" has one."""
    return IconButton(icon_name, tooltip, kind=kind)


def action_button(action: QAction, icon_name: str) -> IconButton:
    """An icon that presses an action and is enabled with it."""
    button = IconButton(icon_name, action.toolTip())
    action.setProperty("icon_name", icon_name)
    set_icon(action, icon_name)
    button.setDefaultAction(action)
    return button
