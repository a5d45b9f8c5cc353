"""The head line of a part that can be folded away: an arrow, its name, and what it holds in a few words."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from studio.icons import icon_pixmap
from studio.theme import colour, text_font, tokens_for

HEIGHT_PX, MARGIN_PX, ICON_PX = 40, 16, 16
FLUSH_HEIGHT_PX = 24


class FoldHead(QAbstractButton):
    """Checked while unfolded; Space and Enter turn it."""

    focus_radius = 6

    def __init__(self, title: str, *, flush: bool = False, parent: QWidget | None = None) -> None:
        """``flush``: among other titles; it begins where they do, and the arrow stands behind it."""
        super().__init__(parent)
        self.setText(title)
        self.setCheckable(True)
        self._flush = flush
        self._height_px = FLUSH_HEIGHT_PX if flush else HEIGHT_PX
        self.setFixedHeight(self._height_px)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._words = ""
        self._icon = ""

    def set_words(self, words: str, icon_name: str = "") -> None:
        """What stands at the right, quietly."""
        self._words, self._icon = words, icon_name
        self.setAccessibleDescription(words)
        self.update()

    def focus_rect(self) -> QRect:
        return self.rect().adjusted(2, 0, -2, 0) if self._flush else self.rect().adjusted(8, 4, -8, -4)

    def sizeHint(self) -> QSize:
        width = QFontMetrics(text_font(13, 600)).horizontalAdvance(self.text())
        margins = 0 if self._flush else 2 * MARGIN_PX
        return QSize(margins + ICON_PX + 4 + width, self._height_px)

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens, ratio = tokens_for(self), self.devicePixelRatioF()
        painter = QPainter(self)
        if self.underMouse() and not self._flush:
            painter.fillRect(self.rect(), colour(tokens.hover, 0.5))
        top = (self._height_px - ICON_PX) // 2
        margin = 0 if self._flush else MARGIN_PX
        width = QFontMetrics(text_font(13, 600)).horizontalAdvance(self.text())
        arrow = "down" if self.isChecked() else "right"
        arrow_colour = tokens.text if self._flush and self.underMouse() else tokens.text2
        arrow_left = width + 4 if self._flush else MARGIN_PX - 2
        painter.drawPixmap(arrow_left, top, icon_pixmap(arrow, arrow_colour, ICON_PX, ratio))
        before = 0 if self._flush else MARGIN_PX + ICON_PX + 4
        line = QRectF(self.rect()).adjusted(before, 0, -margin, 0)
        painter.setFont(text_font(13, 600))
        painter.setPen(colour(tokens.text))
        painter.drawText(line, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, self.text())
        if self._icon:
            painter.drawPixmap(
                self.width() - MARGIN_PX - ICON_PX, top, icon_pixmap(self._icon, tokens.text2, ICON_PX, ratio)
            )
            return
        painter.setFont(text_font(12))
        painter.setPen(colour(tokens.text2))
        line.setLeft(line.left() + width + ICON_PX + 16)
        words = painter.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, int(line.width()))
        painter.drawText(line, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, words)
