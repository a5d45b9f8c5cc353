"""The boards of the shelf: one is shown, its name can be changed in place, pictures are dropped on another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractItemModel, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from studio.theme import colour, text_font, tokens_for
from studio.widgets.controls.entry_list import ENTRY_ROLE, EntryList, Index, draw_row_ground
from studio.widgets.shelf.shelf_grid import ShelfGrid

ROW_PX, PADDING_PX = 40, 12


@dataclass(frozen=True, slots=True)
class BoardEntry:
    """A board as the list shows it."""

    key: int
    name: str
    count: int


class BoardList(EntryList):
    """F2 or a double-click renames, Delete deletes; the owner knows what a board is."""

    board_chosen = Signal(int)  # key
    renamed = Signal(int, str)
    deleted = Signal(int)
    pictures_dropped = Signal(int)  # the key of the board under those that were dragged

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setItemDelegate(_RowDelegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.EditKeyPressed | triggers.DoubleClicked)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAcceptDrops(True)
        self.setAccessibleName(self.tr("Boards"))
        self.setToolTip(self.tr("F2 renames a board; drop pictures on one to move them there."))
        self.currentRowChanged.connect(self._on_row)

    def set_entries(self, entries: Sequence[BoardEntry], current: int) -> None:
        """All rows anew; ``current`` is the key of the board that is shown."""
        self.blockSignals(True)
        self.clear()
        for row, entry in enumerate(entries):
            said = self.tr("{name}, {n} pictures").format(name=entry.name, n=entry.count)
            self.add_entry(entry, entry.name, said)
            if entry.key == current:
                self.setCurrentRow(row)
        self.blockSignals(False)

    def entry(self, row: int) -> BoardEntry:
        entry = self.item(row).data(ENTRY_ROLE)
        assert isinstance(entry, BoardEntry)
        return entry

    def _on_row(self, row: int) -> None:
        if row >= 0:
            self.board_chosen.emit(self.entry(row).key)

    def _row_under(self, event: QDropEvent) -> int:
        item = self.itemAt(event.position().toPoint())
        return self.row(item) if item is not None and isinstance(event.source(), ShelfGrid) else -1

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if isinstance(event.source(), ShelfGrid):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        event.setAccepted(self._row_under(event) >= 0)

    def dropEvent(self, event: QDropEvent) -> None:
        if (row := self._row_under(event)) >= 0:
            event.acceptProposedAction()
            self.pictures_dropped.emit(self.entry(row).key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self.currentRow() >= 0:
            self.deleted.emit(self.entry(self.currentRow()).key)
        else:
            super().keyPressEvent(event)


class _RowDelegate(QStyledItemDelegate):
    """Draws a row and edits its name."""

    def __init__(self, view: BoardList) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, ROW_PX)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        tokens, entry = tokens_for(self._view), index.data(ENTRY_ROLE)
        row = QRectF(option.rect)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_row_ground(painter, row.adjusted(0, 2, 0, -2), option.state, tokens)
        inside = row.adjusted(PADDING_PX, 0, -PADDING_PX, 0)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(text_font(12))
        painter.setPen(colour(tokens.text2))
        count = str(entry.count)
        painter.drawText(inside, middle | Qt.AlignmentFlag.AlignRight, count)
        inside.setWidth(inside.width() - painter.fontMetrics().horizontalAdvance(count) - 8)
        painter.setFont(text_font(13, 600 if chosen else 400))
        painter.setPen(colour(tokens.text))
        shown = painter.fontMetrics().elidedText(entry.name, Qt.TextElideMode.ElideRight, int(inside.width()))
        painter.drawText(inside, middle | Qt.AlignmentFlag.AlignLeft, shown)
        painter.restore()

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = QLineEdit(parent)
        editor.setAccessibleName(self.tr("Name of the board"))
        return editor

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        editor.setGeometry(QRectF(option.rect).adjusted(0, 4, 0, -4).toRect())

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        assert isinstance(editor, QLineEdit)
        entry = index.data(ENTRY_ROLE)
        if editor.text().strip() and editor.text().strip() != entry.name:
            self._view.renamed.emit(entry.key, editor.text())
