"""The kinds of button: one main a room, plain ones, quiet ones, and icons alone."""

from __future__ import annotations

from PySide6.QtCore import QObject, QRect, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QAction, QCursor, QFontMetrics, QIcon, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QMenu,
    QMessageBox,
    QPushButton,
    QStyle,
    QStyleOptionButton,
    QToolButton,
    QWidget,
)

from studio.icons import icon_pixmap, set_icon
from studio.theme import Tokens, colour, text_font, tokens_for

GRID_PX, HEIGHT_PX, ICON_PX = 8, 32, 20
_GAP_PX, _KEY_GAP_PX, _KEY_TEXT_PX = 6, 8, 11
_PADDING_PX = {"main": 16}
_USUAL_PADDING_PX = 12
_ARROW_ROOM_PX = 26


class _MouseAfterMenu(QObject):
    """While its menu is open no leave event reaches a button: it would stay highlighted."""

    def __init__(self, menu: QMenu, button: QWidget) -> None:
        super().__init__(button)
        self._button = button
        menu.aboutToHide.connect(self._notice)

    @Slot()
    def _notice(self) -> None:
        button = self._button
        if not button.rect().contains(button.mapFromGlobal(QCursor.pos())):
            button.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, False)
            button.update()


class Button(QPushButton):
    """Its width follows its words to the next multiple of the grid; ``key`` names the key beside them."""

    def __init__(
        self,
        text: str,
        kind: str,
        icon_name: str | None = None,
        *,
        key: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self.setProperty("kind", kind)
        self._padding_px = _PADDING_PX.get(kind, _USUAL_PADDING_PX)
        self._key = key
        self.setIconSize(QSize(ICON_PX, ICON_PX))
        self.setAutoDefault(False)
        if icon_name is not None:
            set_icon(self, icon_name)

    def set_icon_name(self, icon_name: str) -> None:
        set_icon(self, icon_name)

    def setMenu(self, menu: QMenu) -> None:
        super().setMenu(menu)
        _MouseAfterMenu(menu, self)

    def _content_width(self) -> int:
        width = self.fontMetrics().horizontalAdvance(self.text())
        if not self.icon().isNull():
            width += self.iconSize().width() + (_GAP_PX if self.text() else 0)
        if self._key:
            width += _KEY_GAP_PX + QFontMetrics(text_font(_KEY_TEXT_PX, 500)).horizontalAdvance(self._key)
        return width

    def _content_left(self) -> int:
        return max(4, (self.width() - self._content_width()) // 2)

    def _word_colour(self, tokens: Tokens) -> str:
        if not self.isEnabled():
            return tokens.text3
        return tokens.on_accent if self.property("kind") == "main" else tokens.text

    def _draw_content(self, painter: QPainter, tokens: Tokens) -> None:
        left = self._content_left()
        if not self.icon().isNull():
            mode = QIcon.Mode.Normal if self.isEnabled() else QIcon.Mode.Disabled
            state = QIcon.State.On if self.isChecked() else QIcon.State.Off
            size = self.iconSize()
            place = QRect(left, (self.height() - size.height()) // 2, size.width(), size.height())
            self.icon().paint(painter, place, Qt.AlignmentFlag.AlignCenter, mode, state)
            left += size.width() + _GAP_PX
        painter.setPen(colour(self._word_colour(tokens)))
        painter.setFont(self.font())
        middle = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextShowMnemonic
        painter.drawText(QRectF(left, 0, self.width() - left, self.height()), middle, self.text())
        if self._key:
            left += self.fontMetrics().horizontalAdvance(self.text()) + _KEY_GAP_PX
            painter.setFont(text_font(_KEY_TEXT_PX, 500))
            painter.drawText(QRectF(left, 0, self.width() - left, self.height()), middle, self._key)

    def sizeHint(self) -> QSize:
        self.ensurePolished()
        width = self._content_width() + 2 * self._padding_px
        return QSize(-(-width // GRID_PX) * GRID_PX, HEIGHT_PX)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        painter = QPainter(self)
        self.style().drawControl(QStyle.ControlElement.CE_PushButtonBevel, option, painter, self)
        self._draw_content(painter, tokens_for(self))


class MenuButton(Button):
    """A button that opens a menu and shows an arrow for it."""

    def __init__(self, text: str, menu: QMenu, kind: str = "plain", icon_name: str | None = None) -> None:
        super().__init__(text, kind, icon_name)
        self.setMenu(menu)

    def _content_left(self) -> int:
        return 4 if self.iconSize().width() > ICON_PX else self._padding_px

    def _draw_content(self, painter: QPainter, tokens: Tokens) -> None:
        super()._draw_content(painter, tokens)
        colour_name = tokens.text2 if self.isEnabled() else tokens.text3
        arrow = icon_pixmap("down", colour_name, ICON_PX, self.devicePixelRatioF())
        painter.drawPixmap(self.width() - ICON_PX - 6, (self.height() - ICON_PX) // 2, arrow)

    def sizeHint(self) -> QSize:
        self.ensurePolished()
        width = self._content_left() + self._content_width() + 6 + _ARROW_ROOM_PX
        return QSize(-(-width // GRID_PX) * GRID_PX, HEIGHT_PX)


class IconButton(QToolButton):
    """An icon alone; its tooltip is also what a screen reader says."""

    def __init__(
        self, icon_name: str, tooltip: str, *, kind: str = "icon", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("kind", kind)
        self.setIconSize(QSize(ICON_PX, ICON_PX))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setToolTip(tooltip)
        self.setAccessibleName(tooltip)
        self.setMinimumSize(HEIGHT_PX, HEIGHT_PX)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        set_icon(self, icon_name)

    def set_icon_name(self, icon_name: str) -> None:
        set_icon(self, icon_name)

    def setMenu(self, menu: QMenu) -> None:
        super().setMenu(menu)
        _MouseAfterMenu(menu, self)


def dress_question(box: QMessageBox, proposed: QMessageBox.StandardButton) -> None:
    """The buttons of a message box in our kinds, without the system's icons; one is the way on."""
    box.setDefaultButton(proposed)
    for button in box.buttons():
        button.setIcon(QIcon())
        button.setProperty("kind", "main" if button is box.button(proposed) else "plain")
        button.style().unpolish(button)  # a message box dresses its buttons as it is made
        button.style().polish(button)


def main_button(text: str, icon_name: str | None = None, *, key: str = "") -> Button:
    """What to press next: one in a room."""
    return Button(text, "main", icon_name, key=key)


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
