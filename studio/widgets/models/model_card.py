"""One generator as a card: what it draws, what it is called, how good it is."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QEnterEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractButton, QWidget

from studio.images import draw_picture, ink_grid
from studio.theme import Tokens, colour, text_font, tokens_for
from studio.words import facts

CARD_PX = QSize(256, 216)
RING_PX = 3
SHEET = QRectF(8, 8, 240, 120)
SIDE_PX, NAME_TOP_PX, LINE_PX = 16, 136, 24
SHELF_KEYS = (
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Return,
    Qt.Key.Key_Enter,
)
RADIUS_PX, SHEET_RADIUS_PX, BADGE_PX = 8, 4, 20


@dataclass(frozen=True, slots=True, eq=False)
class CardWords:
    """``figures``: at most two, the first one bold; ``trouble`` for a file that cannot be used."""

    name: str
    words: str
    figures: tuple[str, str] = ("", "")
    badge: str = ""
    trouble: bool = False


class ModelCard(QAbstractButton):
    """Pressed it is chosen; a double press uses it."""

    used = Signal()
    menu_requested = Signal(QPoint)  # on the screen

    def __init__(self, words: CardWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = words
        self._pixels: np.ndarray | None = None
        self._image = QImage()
        self._is_chosen = False
        self.setFixedSize(CARD_PX + QSize(2 * RING_PX, 2 * RING_PX))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.set_words(words)

    def set_words(self, words: CardWords) -> None:
        self.words = words
        self.setAccessibleName(facts((words.name, words.badge, words.words, *words.figures)))
        self.setToolTip(words.words if words.trouble else "")
        self.update()

    def set_samples(self, pixels: np.ndarray) -> None:
        """(R, C, H, W, Ch) uint8."""
        self._pixels, self._image = pixels, QImage()
        self.update()

    def set_chosen(self, chosen: bool) -> None:
        self._is_chosen = chosen
        self.update()

    def focus_rect(self) -> QRectF:
        """What the ring of the keyboard's attention surrounds."""
        return QRectF(self.rect()).adjusted(RING_PX, RING_PX, -RING_PX, -RING_PX)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A button would keep arrows and Return for itself; they are the shelf's."""
        if event.key() in SHELF_KEYS:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.used.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        self.click()
        self.menu_requested.emit(self.mapToGlobal(self.rect().center()) if by_key else event.globalPos())

    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._image = QImage()

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens, painter = tokens_for(self), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(RING_PX, RING_PX)
        card = QRectF(0, 0, CARD_PX.width(), CARD_PX.height())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(tokens.raised if self._is_chosen or self.underMouse() else tokens.panel))
        painter.drawRoundedRect(card, RADIUS_PX, RADIUS_PX)
        self._paint_sheet(painter, tokens)
        self._paint_words(painter, tokens)
        if self._is_chosen:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(colour(tokens.accent), 2))
            painter.drawRoundedRect(card.adjusted(-1, -1, 1, 1), RADIUS_PX + 1, RADIUS_PX + 1)

    def _paint_sheet(self, painter: QPainter, tokens: Tokens) -> None:
        painter.setBrush(colour(tokens.paper))
        painter.drawRoundedRect(SHEET, SHEET_RADIUS_PX, SHEET_RADIUS_PX)
        if self._pixels is None:
            return
        if self._image.isNull():
            self._image = ink_grid(self._pixels, QColor(tokens.ink))
        draw_picture(painter, fitted(self._image.size(), SHEET), self._image)

    def _paint_words(self, painter: QPainter, tokens: Tokens) -> None:
        words, width = self.words, CARD_PX.width() - 2 * SIDE_PX
        line = QRectF(SIDE_PX, NAME_TOP_PX, width, LINE_PX)
        painter.setFont(text_font(12, 500))
        badge_width = painter.fontMetrics().horizontalAdvance(words.badge) + 16 if words.badge else 0
        if words.badge:
            badge = QRectF(
                line.right() - badge_width, line.center().y() - BADGE_PX / 2, badge_width, BADGE_PX
            )
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour(tokens.hover))
            painter.drawRoundedRect(badge, SHEET_RADIUS_PX, SHEET_RADIUS_PX)
            painter.setPen(colour(tokens.text))
            painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, words.badge)
        painter.setPen(colour(tokens.text))
        painter.setFont(text_font(13, 600))
        _draw(painter, line.adjusted(0, 0, -badge_width - (8 if badge_width else 0), 0), words.name)
        painter.setFont(text_font(12))
        painter.setPen(colour(tokens.err if words.trouble else tokens.text2))
        _draw(painter, line.translated(0, LINE_PX - 4), words.words)
        lowest = line.translated(0, 2 * LINE_PX)
        first, second = words.figures
        painter.drawText(lowest, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, second)
        painter.setFont(text_font(12, 600))
        painter.setPen(colour(tokens.text))
        painter.drawText(lowest, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, first)


def fitted(size: QSize, place: QRectF) -> QRectF:
    """The largest whole multiple of a picture that fits in the middle of a place; what is too large is shrunk."""
    scale = min(place.width() / size.width(), place.height() / size.height())
    if scale >= 1:
        scale = scale // 1
    width, height = size.width() * scale, size.height() * scale
    left, top = (place.width() - width) // 2, (place.height() - height) // 2
    return QRectF(place.left() + left, place.top() + top, width, height)


def _draw(painter: QPainter, place: QRectF, words: str) -> None:
    shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, int(place.width()))
    painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
