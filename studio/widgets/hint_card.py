"""The inverse card that says what to do next; at most one is on screen, and it goes once that is done."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QVBoxLayout, QWidget

from studio.theme import colour, tokens_for
from studio.widgets.labels import label

RADIUS_PX, POINTER_PX = 8, 8


class HintCard(QWidget):
    """``points_up`` adds the tip that shows what is meant, at the middle of the upper edge."""

    def __init__(
        self,
        title: str,
        text: str,
        small: str = "",
        *,
        points_up: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._points_up = points_up
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12 + (POINTER_PX if points_up else 0), 16, 12)
        layout.setSpacing(4)
        self._labels = [label(title, "hint-title"), label(text)]
        if small:
            self._labels.append(label(small, "tick"))
        for line in self._labels:
            line.setWordWrap(True)
            line.setProperty("inverse", True)
            layout.addWidget(line)
        self.setAccessibleName(f"{title}. {text}")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def _card_rect(self) -> QRectF:
        return QRectF(self.rect()).adjusted(0, POINTER_PX if self._points_up else 0, 0, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(tokens_for(self).text))
        card = self._card_rect()
        painter.drawRoundedRect(card, RADIUS_PX, RADIUS_PX)
        if self._points_up:
            tip = card.center().x()
            places = ((tip - POINTER_PX, card.top() + 1), (tip, 0.0), (tip + POINTER_PX, card.top() + 1))
            painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in places]))
