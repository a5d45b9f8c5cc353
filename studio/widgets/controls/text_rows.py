"""Plain rows of words in a list, one of them current: sizes of a sheet, steps of a history."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from studio.theme import colour, text_font, tokens_for
from studio.widgets.canvas.layer_rows import Index

ROW_PX, PADDING_PX, RADIUS_PX = 32, 12, 6
ASIDE_ROLE = Qt.ItemDataRole.UserRole  # words at the right


class TextRows(QStyledItemDelegate):
    """With ``fades``, what stands below the current row is paler: it is undone."""

    def __init__(self, view: QAbstractItemView, *, fades: bool = False) -> None:
        super().__init__(view)
        self._view, self._fades = view, fades
        view.setMouseTracking(True)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        tokens, row = tokens_for(self._view), QRectF(option.rect)
        current = self._view.currentIndex()
        chosen = index.row() == current.row()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour(tokens.pressed if chosen else tokens.hover))
            painter.drawRoundedRect(row.adjusted(0, 1, 0, -1), RADIUS_PX, RADIUS_PX)
        words = row.adjusted(PADDING_PX, 0, -PADDING_PX, 0)
        text = str(index.data())
        faded = self._fades and index.row() > current.row()
        painter.setFont(text_font(13, 600 if chosen else 500))
        painter.setPen(colour(tokens.text3 if faded else tokens.text))
        painter.drawText(
            words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text[:1].upper() + text[1:]
        )
        if aside := index.data(ASIDE_ROLE):
            painter.setFont(text_font(12))
            painter.setPen(colour(tokens.text2))
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, str(aside))
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(120, ROW_PX)
