"""The runs of this computer as a list: a picture, a name that can be changed in place, and how far each is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QAbstractItemModel, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFontMetrics, QImage, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLineEdit,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from studio.theme import colour, text_font, tokens_for
from studio.widgets.controls.entry_list import ENTRY_ROLE, EntryList, Index, draw_row_ground
from studio.widgets.pictures.picture_tile import draw_empty, draw_tile, tile_image
from studio.words import facts

ROW_PX, PICTURE_PX, PADDING_PX, GAP_PX = 64, 44, 12, 12


@dataclass(frozen=True, slots=True, eq=False)
class RunEntry:
    """What a row says. ``picture (H, W, C)`` uint8 or None; ``trouble`` for a run that cannot be opened."""

    name: str
    words: str
    aside: str = ""
    picture: np.ndarray | None = None
    trouble: bool = False


class RunList(EntryList):
    """Arrows choose, Enter opens, F2 renames in place; the owner knows which run a row is."""

    row_chosen = Signal(int)  # -1: none
    open_asked = Signal(int)
    rename_asked = Signal(int, str)
    renaming_ended = Signal()
    menu_requested = Signal(int, object)  # row, place on the screen

    def __init__(self, empty_text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._empty_text = empty_text
        delegate = _RunDelegate(self)
        delegate.closeEditor.connect(self.renaming_ended)
        self.setItemDelegate(delegate)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Runs"))
        self.currentRowChanged.connect(self.row_chosen)
        self.itemDoubleClicked.connect(self._on_double_clicked)

    def set_entries(self, entries: Sequence[RunEntry], chosen: int) -> None:
        """All rows anew; ``chosen`` is the current one, -1 for none. Not while a name is typed."""
        self.clear()
        for entry in entries:
            item = self.add_entry(entry, entry.name, facts((entry.name, entry.words)))
            item.setToolTip(entry.words if entry.trouble else "")
        self.setCurrentRow(chosen)

    def _on_double_clicked(self, item: QListWidgetItem) -> None:
        self.open_asked.emit(self.row(item))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.count() == 0:
            painter = QPainter(self.viewport())
            place = QRectF(self.viewport().rect()).adjusted(PADDING_PX, PADDING_PX, -PADDING_PX, 0)
            place.setHeight(2 * ROW_PX)
            draw_empty(painter, place, self._empty_text, tokens_for(self))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentRow() >= 0:
            if not self.is_renaming:  # the key that ends a name comes through its field to the list
                self.open_asked.emit(self.currentRow())
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if (asked := self.menu_place(event)) is not None:
            item, place = asked
            self.setCurrentItem(item)
            self.menu_requested.emit(self.row(item), place)


class _RunDelegate(QStyledItemDelegate):
    """Draws a row and edits its name."""

    def __init__(self, view: RunList) -> None:
        super().__init__(view)
        self._view = view

    def _paint_words(self, painter: QPainter, place: QRectF, entry: RunEntry) -> None:
        tokens = tokens_for(self._view)
        words_font = text_font(12)
        painter.setFont(words_font)
        aside_width = QFontMetrics(words_font).horizontalAdvance(entry.aside)
        painter.setPen(colour(tokens.text2))
        upper = QRectF(place.left(), place.center().y() - 20, place.width(), 20)
        painter.drawText(upper, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, entry.aside)
        painter.setPen(colour(tokens.err if entry.trouble else tokens.text2))
        self._draw(painter, upper.translated(0, 20), entry.words)
        painter.setPen(colour(tokens.text))
        painter.setFont(text_font(13, 600))
        self._draw(painter, upper.adjusted(0, 0, -aside_width - GAP_PX, 0), entry.name)

    @staticmethod
    def _draw(painter: QPainter, place: QRectF, words: str) -> None:
        metrics = painter.fontMetrics()
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, int(place.width()))
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)

    def _words_rect(self, row: QRectF) -> QRectF:
        return row.adjusted(PADDING_PX + PICTURE_PX + GAP_PX, 0, -PADDING_PX, 0)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, ROW_PX)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        tokens = tokens_for(self._view)
        entry: RunEntry = index.data(ENTRY_ROLE)
        row = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_row_ground(painter, row.adjusted(4, 2, -4, -2), option.state, tokens)
        tile = QRectF(row.left() + PADDING_PX, row.center().y() - PICTURE_PX / 2, PICTURE_PX, PICTURE_PX)
        image: QImage | None = None
        if entry.picture is not None:
            image = tile_image(entry.picture, "slate", PICTURE_PX, tokens)
        source_px = 28 if entry.picture is None else entry.picture.shape[0]
        draw_tile(painter, tile, image, "slate", tokens, source_px=source_px)
        self._paint_words(painter, self._words_rect(row), entry)
        painter.restore()

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = QLineEdit(parent)
        editor.setAccessibleName(self.tr("Name of the run"))
        return editor

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        place = self._words_rect(QRectF(option.rect)).toRect()
        editor.setGeometry(
            place.left() - PADDING_PX, place.top() + (ROW_PX - 32) // 2, place.width() + PADDING_PX, 32
        )

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        assert isinstance(editor, QLineEdit)
        name = editor.text().strip()
        if name and name != index.data():
            self._view.rename_asked.emit(index.row(), name)
