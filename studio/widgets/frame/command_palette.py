"""Every action by name: type a few letters of it, press Return."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QPainter
from PySide6.QtWidgets import (
    QDialog,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from studio.actions import without_mnemonic
from studio.icons import icon_pixmap
from studio.theme import colour, text_font, tokens_for
from studio.words import facts

WIDTH_PX, ROW_PX, MOST_ROWS, PADDING_PX = 560, 32, 10, 8
ICON_PX, TEXT_LEFT_PX = 20, 40
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Command:
    """An action, and where else it is found: the menu, or the room that has to be shown for it."""

    action: QAction
    place: str
    room: str = ""  # "" where it works at once

    @property
    def title(self) -> str:
        return without_mnemonic(self.action.text()).rstrip("…")

    @property
    def keys(self) -> str:
        return self.action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)


def rank(command: Command, typed: str) -> int | None:
    """How well a command fits what was typed, 0 is best; None where a word of it is in neither title nor place."""
    title, place = command.title.casefold(), command.place.casefold()
    words = typed.casefold().split()
    if not all(word in title or word in place for word in words):
        return None
    if not words or title.startswith(words[0]):
        return 0
    if any(part.startswith(words[0]) for part in title.split()):
        return 1
    return 2 if words[0] in title else 3


class CommandList(QAbstractListModel):
    """The commands that fit, best first."""

    def __init__(self, commands: Sequence[Command], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._commands = tuple(commands)
        self._shown = self._commands

    def narrow(self, typed: str) -> None:
        ranked = [
            (place, command) for command in self._commands if (place := rank(command, typed)) is not None
        ]
        self.beginResetModel()
        self._shown = tuple(command for _, command in sorted(ranked, key=lambda pair: pair[0]))
        self.endResetModel()

    def command(self, row: int) -> Command:
        return self._shown[row]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own signature
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        command = self._shown[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return facts((command.title, command.place, command.keys))
        if role == Qt.ItemDataRole.ToolTipRole:
            return command.action.toolTip()
        return None


class CommandRow(QStyledItemDelegate):
    """Icon, title, place and key of one command."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(WIDTH_PX - 2 * PADDING_PX, ROW_PX)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model, view = index.model(), option.widget
        assert isinstance(model, CommandList) and view is not None
        command, tokens, rect = model.command(index.row()), tokens_for(view), option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour(tokens.hover))
            painter.drawRoundedRect(rect, 4, 4)
        name = command.action.property("icon_name")
        if name:
            place = QRect(0, 0, ICON_PX, ICON_PX)
            place.moveCenter(QRect(rect.left(), rect.top(), TEXT_LEFT_PX, ROW_PX).center())
            ratio = painter.device().devicePixelRatio()
            painter.drawPixmap(place, icon_pixmap(str(name), tokens.text2, ICON_PX, ratio))
        row = rect.adjusted(TEXT_LEFT_PX, 0, -12, 0)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(text_font(13))
        painter.setPen(colour(tokens.text))
        painter.drawText(row, middle | Qt.AlignmentFlag.AlignLeft, command.title)
        row.setLeft(row.left() + painter.fontMetrics().horizontalAdvance(command.title) + 12)
        painter.setFont(text_font(12))
        painter.setPen(colour(tokens.text2))
        painter.drawText(row, middle | Qt.AlignmentFlag.AlignLeft, command.place)
        painter.drawText(row, middle | Qt.AlignmentFlag.AlignRight, command.keys)


class CommandPalette(QDialog):
    """Opens over the window; a click beside it or Escape puts it away."""

    chosen = Signal(object)  # Command

    def __init__(self, commands: Sequence[Command], parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("floating", True)
        self.setAccessibleName(self.tr("Find an action"))
        self.setFixedWidth(WIDTH_PX)
        self.field = QLineEdit()
        self.field.setPlaceholderText(self.tr("Find an action, such as “export” or “dark”"))
        self.field.setAccessibleName(self.tr("Name of an action"))
        self.field.textChanged.connect(self._narrow)
        self.field.returnPressed.connect(self._choose)
        self._commands = CommandList(commands, self)
        self.list = QListView()
        self.list.setModel(self._commands)
        self.list.setItemDelegate(CommandRow(self.list))
        self.list.setAccessibleName(self.tr("Actions that fit"))
        self.list.setUniformItemSizes(True)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the arrow keys reach it from the field
        self.list.setProperty("floating", True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.clicked.connect(self._choose)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(PADDING_PX, PADDING_PX, PADDING_PX, PADDING_PX)
        layout.setSpacing(PADDING_PX)
        layout.addWidget(self.field)
        layout.addWidget(self.list)
        self._narrow("")
        self.field.setFocus()

    def _narrow(self, typed: str) -> None:
        self._commands.narrow(typed)
        rows = self._commands.rowCount()
        self.list.setFixedHeight(ROW_PX * max(1, min(MOST_ROWS, rows)))
        self.list.setCurrentIndex(self._commands.index(0))
        self.adjustSize()

    def _choose(self) -> None:
        index = self.list.currentIndex()
        if index.isValid():
            command = self._commands.command(index.row())
            self.accept()
            self.chosen.emit(command)

    def _move(self, by: int) -> None:
        if rows := self._commands.rowCount():
            row = (self.list.currentIndex().row() + by) % rows
            self.list.setCurrentIndex(self._commands.index(row))

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.WindowDeactivate:
            self.reject()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Down:
                self._move(1)
            case Qt.Key.Key_Up:
                self._move(-1)
            case _:
                super().keyPressEvent(event)
