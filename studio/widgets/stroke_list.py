"""The strokes of a painting, newest first: pointing at one shows it, its ✕ deletes it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from studio.icons import icon_pixmap
from studio.theme import colour, text_font, tokens_for
from studio.widgets.picture_tile import draw_tile

ROW_PX, THUMBNAIL_PX, CROSS_PX, MARGIN_PX = 44, 36, 20, 20
_LINE_ROLE = Qt.ItemDataRole.UserRole
_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True, eq=False)
class StrokeLine:
    """One stroke as the list shows it."""

    text: str
    thumbnail: QImage | None  # None: an eraser


class StrokeList(QListView):
    """Indexes count from the newest stroke, as the lines were given."""

    pointed_at = Signal(int)  # -1: at none
    discarded = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = _Lines(self)
        self.setModel(self._lines)
        self.setItemDelegate(_LineDelegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName(self.tr("Strokes"))
        self.setToolTip(
            self.tr("Every stroke stays an object: point at one to see it, ✕ or Delete removes it.")
        )
        self.entered.connect(self._point_at)

    def set_lines(self, lines: Sequence[StrokeLine]) -> None:
        self._lines.set_lines(lines)
        self.pointed_at.emit(-1)

    def row_rect(self, index: int) -> QRect:
        return self.visualRect(self._lines.index(index))

    def cross_rect(self, index: int) -> QRect:
        """Where the ✕ of a row is, in pixels of the viewport."""
        return _cross_rect(self.row_rect(index))

    def _point_at(self, index: _Index) -> None:
        self.pointed_at.emit(index.row())

    def currentChanged(self, current: _Index, previous: _Index) -> None:
        super().currentChanged(current, previous)
        if self.hasFocus():
            self.pointed_at.emit(current.row())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and _cross_rect(self.visualRect(index)).contains(event.position().toPoint()):
            self.discarded.emit(index.row())
        else:
            super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self.currentIndex().isValid():
            self.discarded.emit(self.currentIndex().row())
        else:
            super().keyPressEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.pointed_at.emit(-1)


class _Lines(QAbstractListModel):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._lines: list[StrokeLine] = []

    def set_lines(self, lines: Sequence[StrokeLine]) -> None:
        self.beginResetModel()
        self._lines = list(lines)
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008  # an empty index is immutable
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.DisplayRole:
            return self._lines[index.row()].text
        return self._lines[index.row()] if role == _LINE_ROLE else None


class _LineDelegate(QStyledItemDelegate):
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        line: StrokeLine = index.data(_LINE_ROLE)
        widget: QWidget = option.widget
        row: QRect = option.rect
        state: QStyle.StateFlag = option.state
        tokens = tokens_for(widget)
        pointed = bool(state & (QStyle.StateFlag.State_MouseOver | QStyle.StateFlag.State_Selected))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if pointed:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour(tokens.hover))
            painter.drawRoundedRect(row.adjusted(4, 0, -4, 0), 8, 8)
            cross = icon_pixmap("x", tokens.text2, CROSS_PX, widget.devicePixelRatioF())
            painter.drawPixmap(_cross_rect(row).topLeft(), cross)
        tile = QRectF(
            row.left() + MARGIN_PX, row.top() + (ROW_PX - THUMBNAIL_PX) / 2, THUMBNAIL_PX, THUMBNAIL_PX
        )
        draw_tile(painter, tile, None, "paper", tokens)
        if line.thumbnail is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(tile, line.thumbnail)
        else:
            eraser = icon_pixmap("erase", tokens.ink, CROSS_PX, widget.devicePixelRatioF())
            inset = (THUMBNAIL_PX - CROSS_PX) / 2
            painter.drawPixmap(tile.topLeft() + QPointF(inset, inset), eraser)
        painter.setFont(text_font(13, 500))
        painter.setPen(colour(tokens.text))
        words = QRectF(row).adjusted(MARGIN_PX + THUMBNAIL_PX + 12, 0, -(2 * MARGIN_PX + CROSS_PX), 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, line.text)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(120, ROW_PX)


def _cross_rect(row: QRect) -> QRect:
    corner = QPointF(row.right() - MARGIN_PX - CROSS_PX, row.top() + (ROW_PX - CROSS_PX) / 2).toPoint()
    return QRect(corner, QSize(CROSS_PX, CROSS_PX))
