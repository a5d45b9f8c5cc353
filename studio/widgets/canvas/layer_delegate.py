"""How the rows of the layer list look, where their buttons are, and how a name is typed in place."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QPoint, QPointF, QRect, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QImage, QPainter, QPen
from PySide6.QtWidgets import QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from studio.icons import icon_pixmap
from studio.theme import Tokens, colour, text_font, tokens_for
from studio.widgets.canvas.canvas_sheet import CHECK_GREY
from studio.widgets.canvas.layer_rows import ROW_ROLE, Index, LayerLine, Line, PaperLine, StrokeLine
from studio.widgets.pictures.picture_tile import draw_tile

LAYER_ROW_PX, STROKE_ROW_PX = 44, 36
THUMBNAIL_PX, SMALL_THUMBNAIL_PX = 36, 28
ICON_PX, MARGIN_PX = 20, 20
EYE_LEFT_PX, THUMBNAIL_LEFT_PX, SMALL_LEFT_PX = 16, 43, 79
_GAP_PX = 12
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
_POINTED = QStyle.StateFlag.State_MouseOver
_SELECTED = QStyle.StateFlag.State_Selected


def eye_rect(row: QRect) -> QRect:
    """Where the eye of a layer's row is."""
    return _icon_rect(row, row.left() + EYE_LEFT_PX)


def lock_rect(row: QRect, line: LayerLine) -> QRect:
    """Where the lock of a layer's row is: left of its words."""
    width = QFontMetrics(text_font(12)).horizontalAdvance(line.words)
    return _icon_rect(row, row.right() - MARGIN_PX - width - 8 - ICON_PX)


def cross_rect(row: QRect) -> QRect:
    """Where the ✕ of a stroke's row is."""
    return _icon_rect(row, row.right() - MARGIN_PX - ICON_PX + 4)


def _icon_rect(row: QRect, left: int) -> QRect:
    return QRect(QPoint(left, row.top() + (row.height() - ICON_PX) // 2), QSize(ICON_PX, ICON_PX))


class LayerDelegate(QStyledItemDelegate):
    """``renamed``: a name was typed for that row."""

    renamed = Signal(int, str)

    def _paint_layer(
        self, painter: QPainter, row: QRect, line: LayerLine, option: QStyleOptionViewItem
    ) -> None:
        tokens, ratio = tokens_for(option.widget), option.widget.devicePixelRatioF()
        pointed = bool(option.state & _POINTED)
        if line.chosen:
            _fill(painter, row, tokens.hover)
        elif pointed:
            _fill(painter, row, tokens.hover, 0.5)
        eye = icon_pixmap("eye" if line.visible else "eye_off", tokens.text2, ICON_PX, ratio)
        painter.drawPixmap(eye_rect(row).topLeft(), eye)
        painter.setOpacity(1.0 if line.visible else 0.45)
        _paint_tile(painter, row, THUMBNAIL_LEFT_PX, THUMBNAIL_PX, line.thumbnail, tokens)
        painter.setFont(text_font(12))
        painter.setPen(colour(tokens.text2))
        painter.drawText(QRectF(row).adjusted(0, 0, -MARGIN_PX, 0), _RIGHT, line.words)
        right = row.right() - MARGIN_PX - QFontMetrics(text_font(12)).horizontalAdvance(line.words)
        if line.locked or pointed:
            lock = icon_pixmap("lock" if line.locked else "unlock", tokens.text2, ICON_PX, ratio)
            painter.drawPixmap(lock_rect(row, line).topLeft(), lock)
            right -= 8 + ICON_PX
        painter.setFont(text_font(13, 600 if line.chosen else 500))
        painter.setPen(colour(tokens.text))
        _write(painter, row, THUMBNAIL_LEFT_PX + THUMBNAIL_PX + _GAP_PX, right, line.name)

    def _paint_branch(
        self, painter: QPainter, row: QRect, option: QStyleOptionViewItem, *, goes_on: bool
    ) -> None:
        """The line that hangs a stroke on its layer, and on down to the next one."""
        x, middle = row.left() + THUMBNAIL_LEFT_PX + THUMBNAIL_PX // 2 + 0.5, row.center().y() + 0.5
        painter.setPen(QPen(colour(tokens_for(option.widget).edge), 1))
        painter.drawLine(QPointF(x, row.top()), QPointF(x, row.bottom() + 1 if goes_on else middle))
        painter.drawLine(QPointF(x, middle), QPointF(x + 9, middle))

    def _paint_stroke(
        self, painter: QPainter, row: QRect, line: StrokeLine, option: QStyleOptionViewItem
    ) -> None:
        tokens, ratio = tokens_for(option.widget), option.widget.devicePixelRatioF()
        pointed, selected = bool(option.state & _POINTED), bool(option.state & _SELECTED)
        ground = row.adjusted(SMALL_LEFT_PX - 8, 1, 0, -1)
        if selected:
            _fill(painter, ground, tokens.pressed)
        elif pointed:
            _fill(painter, ground, tokens.hover)
        place = _paint_tile(painter, row, SMALL_LEFT_PX, SMALL_THUMBNAIL_PX, line.thumbnail, tokens)
        if line.thumbnail is None:
            eraser = icon_pixmap("erase", tokens.ink, ICON_PX, ratio)
            inset = (SMALL_THUMBNAIL_PX - ICON_PX) / 2
            painter.drawPixmap(place.topLeft() + QPointF(inset, inset), eraser)
        right = row.right() - MARGIN_PX
        if pointed or selected:
            painter.drawPixmap(cross_rect(row).topLeft(), icon_pixmap("x", tokens.text2, ICON_PX, ratio))
            right -= ICON_PX
        painter.setFont(text_font(12, 500))
        painter.setPen(colour(tokens.text))
        _write(painter, row, SMALL_LEFT_PX + SMALL_THUMBNAIL_PX + 10, right, line.text)

    def _paint_paper(
        self, painter: QPainter, row: QRect, line: PaperLine, option: QStyleOptionViewItem
    ) -> None:
        tokens = tokens_for(option.widget)
        if option.state & _POINTED:
            _fill(painter, row, tokens.hover, 0.5)
        place = _paint_tile(painter, row, THUMBNAIL_LEFT_PX, THUMBNAIL_PX, None, tokens)
        if line.paper is None:
            _paint_checks(painter, place)
        else:
            painter.setPen(QPen(colour(tokens.line), 1))
            painter.setBrush(QColor(line.paper))
            painter.drawRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.setFont(text_font(12))
        painter.setPen(colour(tokens.text2))
        painter.drawText(QRectF(row).adjusted(0, 0, -MARGIN_PX, 0), _RIGHT, line.words)
        painter.setFont(text_font(13, 500))
        painter.setPen(colour(tokens.text))
        _write(painter, row, THUMBNAIL_LEFT_PX + THUMBNAIL_PX + _GAP_PX, row.right() - 100, line.name)

    # Qt

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line: Line = index.data(ROW_ROLE)
        row: QRect = option.rect
        painter.save()
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        if isinstance(line, LayerLine):
            self._paint_layer(painter, row, line, option)
        elif isinstance(line, StrokeLine):
            below = index.sibling(index.row() + 1, 0).data(ROW_ROLE)
            self._paint_branch(painter, row, option, goes_on=isinstance(below, StrokeLine))
            self._paint_stroke(painter, row, line, option)
        else:
            self._paint_paper(painter, row, line, option)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        is_stroke = isinstance(index.data(ROW_ROLE), StrokeLine)
        return QSize(120, STROKE_ROW_PX if is_stroke else LAYER_ROW_PX)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = QLineEdit(parent)
        editor.setMaxLength(200)
        editor.setAccessibleName(self.tr("Name of the layer"))
        return editor

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        row: QRect = option.rect
        left = THUMBNAIL_LEFT_PX + THUMBNAIL_PX + 4
        editor.setGeometry(row.left() + left, row.top() + 6, row.width() - left - MARGIN_PX, 32)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        assert isinstance(editor, QLineEdit)
        name = editor.text().strip()
        if name and name != index.data():
            self.renamed.emit(index.row(), name)


def _fill(painter: QPainter, row: QRect, colour_name: str, opacity: float = 1.0) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour(colour_name, opacity))
    painter.drawRoundedRect(row.adjusted(8, 0, -8, 0), 8, 8)


def _paint_tile(
    painter: QPainter, row: QRect, left: int, side: int, image: QImage | None, tokens: Tokens
) -> QRectF:
    place = QRectF(row.left() + left, row.top() + (row.height() - side) / 2, side, side)
    draw_tile(painter, place, None, "paper", tokens)
    if image is not None:
        painter.drawImage(place, image)
    return place


def _paint_checks(painter: QPainter, place: QRectF) -> None:
    """Four by four squares: nothing."""
    side = place.width() / 4
    for number in range(16):
        across, down = number % 4, number // 4
        shade = "#FFFFFF" if (across + down) % 2 else CHECK_GREY
        corner = QPointF(place.left() + across * side, place.top() + down * side)
        painter.fillRect(QRectF(corner, QSizeF(side, side)), QColor(shade))


def _write(painter: QPainter, row: QRect, left: int, right: int, text: str) -> None:
    place = QRectF(row.left() + left, row.top(), right - row.left() - left - 8, row.height())
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(place.width()))
    painter.drawText(place, _LEFT, shown)
