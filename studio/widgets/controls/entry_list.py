"""Lists whose items stand for entries and are named in place, each drawn by a delegate of its own."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRectF, Qt
from PySide6.QtGui import QContextMenuEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QWidget,
)

from studio.tokens import Tokens, colour

ENTRY_ROLE = Qt.ItemDataRole.UserRole
RADIUS_PX = 6
Index = QModelIndex | QPersistentModelIndex


class EntryList(QListWidget):
    """F2 renames the current item in place; nothing but the items is drawn."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)

    def add_entry(self, entry: object, name: str, said: str) -> QListWidgetItem:
        """A new last item; ``said`` is what a screen reader says of it."""
        item = QListWidgetItem(name)
        item.setData(ENTRY_ROLE, entry)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, said)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
        self.addItem(item)
        return item

    def rename(self) -> None:
        """Open the field in place of the current item's name."""
        if (item := self.currentItem()) is not None:
            self.setFocus()
            self.editItem(item)

    @property
    def is_renaming(self) -> bool:
        """Whether a name is being typed."""
        return self.state() == QAbstractItemView.State.EditingState

    def menu_place(self, event: QContextMenuEvent) -> tuple[QListWidgetItem, QPoint] | None:
        """The item that a menu is asked for, by the mouse or by the key, and where on the screen it opens."""
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        item = self.currentItem() if by_key else self.itemAt(event.pos())
        if item is None:
            return None
        middle = self.viewport().mapToGlobal(self.visualItemRect(item).center())
        return item, middle if by_key else event.globalPos()


def draw_row_ground(painter: QPainter, row: QRectF, state: QStyle.StateFlag, tokens: Tokens) -> None:
    """What lies under a row that is chosen or pointed at; nothing under any other."""
    chosen = bool(state & QStyle.StateFlag.State_Selected)
    if chosen or state & QStyle.StateFlag.State_MouseOver:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(tokens.raised if chosen else tokens.hover, 1.0 if chosen else 0.5))
        painter.drawRoundedRect(row, RADIUS_PX, RADIUS_PX)
