"""The inverse card that says what to do next; at most one is on screen, and it goes once that is done."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from studio.theme import colour, tokens_for
from studio.widgets.controls.buttons import IconButton
from studio.widgets.controls.labels import label
from studio.words import sentences

WIDTH_PX, RADIUS_PX, POINTER_PX = 296, 8, 8


class HintCard(QWidget):
    """``points_up`` adds the tip that shows what is meant, at the middle of the upper edge.

    ``on_paper`` is for a card that lies on a sheet, which is as bright as the card would be in the dark theme.

    A click anywhere closes it: what was meant lies below, and shall not take a press that nobody saw land.
    """

    closed = Signal()

    def __init__(
        self,
        title: str,
        text: str,
        small: str = "",
        *,
        points_up: bool = False,
        on_paper: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._points_up, self._on_paper = points_up, on_paper
        inverse = "paper" if on_paper else "true"
        lines = [label(title, "hint-title"), label(text)]
        if small:
            lines.append(label(small, "tick"))
        for line in lines:
            line.setWordWrap(True)
            line.setProperty("inverse", inverse)
        self.close_button = IconButton("x", self.tr("Close this hint; it does not come back"))
        self.close_button.setProperty("inverse", inverse)
        self.close_button.set_icon_name("x")
        self.close_button.clicked.connect(self.closed)
        head = QHBoxLayout()
        head.setSpacing(0)
        head.addWidget(lines[0], 1)
        head.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 4 + (POINTER_PX if points_up else 0), 4, 12)
        layout.setSpacing(4)
        layout.addLayout(head)
        for line in lines[1:]:
            line.setContentsMargins(0, 0, 12, 0)
            layout.addWidget(line)
        self.setFixedWidth(WIDTH_PX)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.setAccessibleName(sentences(title, text))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def sizeHint(self) -> QSize:
        layout = self.layout()
        assert layout is not None
        return QSize(WIDTH_PX, layout.totalHeightForWidth(WIDTH_PX))

    def _card_rect(self) -> QRectF:
        return QRectF(self.rect()).adjusted(0, POINTER_PX if self._points_up else 0, 0, 0)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.closed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        tokens = tokens_for(self)
        painter.setBrush(colour(tokens.ink if self._on_paper else tokens.text))
        card = self._card_rect()
        painter.drawRoundedRect(card, RADIUS_PX, RADIUS_PX)
        if self._points_up:
            tip = card.center().x()
            places = ((tip - POINTER_PX, card.top() + 1), (tip, 0.0), (tip + POINTER_PX, card.top() + 1))
            painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in places]))
