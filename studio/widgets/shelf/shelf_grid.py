"""The pictures of one board: several can be chosen, one is renamed in place, all can be dragged away."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QItemSelectionModel,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QImage,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QLineEdit,
    QListView,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from studio.theme import colour, text_font, tokens_for
from studio.widgets.controls.entry_list import ENTRY_ROLE, EntryList, Index
from studio.widgets.pictures.latent_mime import drag_latent, latent_text
from studio.widgets.pictures.picture_tile import draw_empty, draw_tile, tile_image
from studio.widgets.pictures.picture_view import PRESS_KEYS

TILE_PX, CELL_PX, NAME_PX = 84, 108, 20
FilesOf = Callable[[Sequence[int]], Sequence[Path]]


@dataclass(frozen=True, slots=True, eq=False)
class ShelfEntry:
    """A kept picture as the grid shows it: ``pixels (H, W, C)`` uint8, its latent as text."""

    key: int
    pixels: np.ndarray
    latent: str
    name: str


class ShelfGrid(EntryList):
    """Ctrl and Shift choose several, F2 renames, Delete discards, Enter or a double-click opens."""

    chosen_changed = Signal()
    opened = Signal(int)  # key
    discarded = Signal()  # the chosen ones
    renamed = Signal(int, str)
    copy_asked = Signal()
    paste_asked = Signal()
    latents_dropped = Signal(str)  # one a line
    menu_requested = Signal(int, object)  # key, place on the screen

    def __init__(self, files_of: FilesOf, parent: QWidget | None = None) -> None:
        """``files_of`` writes pictures for other programs when they are dragged out."""
        super().__init__(parent)
        self._files_of = files_of
        self._images: dict[int, QImage] = {}
        self.setItemDelegate(_TileDelegate(self))
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setAccessibleName(self.tr("Pictures of this board"))
        self.itemSelectionChanged.connect(self.chosen_changed)
        self.itemDoubleClicked.connect(self._on_double_clicked)

    def set_entries(self, entries: Sequence[ShelfEntry]) -> None:
        """All tiles anew; what was chosen stays chosen as far as it is still there."""
        chosen, current = set(self.chosen), self._key_of(self.currentItem())
        self.blockSignals(True)
        self.clear()
        self._images.clear()
        for row, entry in enumerate(entries):
            said = entry.name or self.tr("picture {index} of {count}").format(
                index=row + 1, count=len(entries)
            )
            item = self.add_entry(entry, entry.name, said)
            if entry.key == current:
                self.setCurrentItem(item, QItemSelectionModel.SelectionFlag.NoUpdate)
            item.setSelected(entry.key in chosen)
        self.blockSignals(False)
        self.chosen_changed.emit()

    @property
    def chosen(self) -> list[int]:
        """Keys, in the order of the board."""
        return [self._entry(item).key for item in self._chosen_items()]

    @property
    def chosen_latents(self) -> list[str]:
        return [self._entry(item).latent for item in self._chosen_items()]

    def item_rect(self, row: int) -> QRect:
        """Where a tile lies, in pixels of the viewport."""
        return self.visualItemRect(self.item(row))

    def image(self, entry: ShelfEntry) -> QImage:
        if entry.key not in self._images:
            self._images[entry.key] = tile_image(entry.pixels, "paper", TILE_PX, tokens_for(self))
        return self._images[entry.key]

    def _chosen_items(self) -> list[QListWidgetItem]:
        return sorted(self.selectedItems(), key=self.row)

    @staticmethod
    def _entry(item: QListWidgetItem) -> ShelfEntry:
        entry = item.data(ENTRY_ROLE)
        assert isinstance(entry, ShelfEntry)
        return entry

    def _key_of(self, item: QListWidgetItem | None) -> int:
        return self._entry(item).key if item is not None else 0

    def _on_double_clicked(self, item: QListWidgetItem) -> None:
        self.opened.emit(self._entry(item).key)

    def startDrag(self, supported: Qt.DropAction) -> None:
        if keys := self.chosen:
            picture = self.viewport().grab(self.visualItemRect(self._chosen_items()[0]))
            drag_latent(self, "\n".join(self.chosen_latents), picture, self._files_of(keys))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.source() is not self and latent_text(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        if event.source() is not self and latent_text(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        text = latent_text(event.mimeData())
        if event.source() is not self and text is not None:
            event.acceptProposedAction()
            self.latents_dropped.emit(text)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.count() == 0:
            painter = QPainter(self.viewport())
            place = QRectF(self.viewport().rect()).adjusted(4, 4, -8, 0)
            place.setHeight(CELL_PX + NAME_PX)
            text = self.tr("Nothing is kept here yet. Press P in any room, or drop or paste a picture.")
            draw_empty(painter, place, text, tokens_for(self))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_asked.emit()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste_asked.emit()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.discarded.emit()
        elif event.key() in PRESS_KEYS[:2] and self.currentItem() is not None and not self.is_renaming:
            self.opened.emit(self._key_of(self.currentItem()))
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if (asked := self.menu_place(event)) is not None:
            item, place = asked
            self.menu_requested.emit(self._key_of(item), place)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange):
            self._images.clear()
        super().changeEvent(event)


class _TileDelegate(QStyledItemDelegate):
    """Draws a tile with its name below it, and edits the name."""

    def __init__(self, view: ShelfGrid) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(CELL_PX, CELL_PX + NAME_PX)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        tokens, entry = tokens_for(self._view), index.data(ENTRY_ROLE)
        state = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        cell = QRectF(option.rect)
        tile = QRectF(cell.center().x() - TILE_PX / 2, cell.top() + 8, TILE_PX, TILE_PX)
        image, side = self._view.image(entry), entry.pixels.shape[0]
        draw_tile(
            painter,
            tile,
            image,
            "paper",
            tokens,
            hovered=bool(state & QStyle.StateFlag.State_MouseOver) and not chosen,
            chosen=chosen,
            source_px=side,
        )
        painter.save()
        painter.setFont(text_font(12))
        painter.setPen(colour(tokens.text if chosen else tokens.text2))
        place = self._name_rect(cell)
        shown = painter.fontMetrics().elidedText(entry.name, Qt.TextElideMode.ElideRight, int(place.width()))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, shown)
        painter.restore()

    @staticmethod
    def _name_rect(cell: QRectF) -> QRectF:
        return QRectF(cell.left() + 2, cell.top() + TILE_PX + 12, cell.width() - 4, NAME_PX)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = QLineEdit(parent)
        editor.setAccessibleName(self.tr("Name of the picture"))
        return editor

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        editor.setGeometry(self._name_rect(QRectF(option.rect)).toRect().adjusted(0, -4, 0, 8))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        assert isinstance(editor, QLineEdit)
        entry = index.data(ENTRY_ROLE)
        if editor.text().strip() != entry.name:
            self._view.renamed.emit(entry.key, editor.text())
