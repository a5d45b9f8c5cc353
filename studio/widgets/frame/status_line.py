"""The line at the foot: device and state at the left, what the room says at the right."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from studio.icons import icon_pixmap
from studio.theme import colour, tokens_for
from studio.widgets.controls.labels import secondary_label
from studio.words import joined

HEIGHT_PX, PADDING_PX, ICON_PX = 24, 16, 16
SEPARATOR = "  ·  "


class StatusLine(QWidget):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(HEIGHT_PX)
        self._device = self._state = ""
        self._left = secondary_label("")
        self._right = secondary_label("")
        self._right.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(PADDING_PX + ICON_PX + 8, 1, PADDING_PX, 0)
        self._right.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)  # gives way
        layout.addWidget(self._left)
        layout.addWidget(self._right, 1)

    def set_device(self, text: str) -> None:
        self._device = text
        self._show_left()

    def set_state(self, text: str) -> None:
        self._state = text
        self._show_left()

    def set_room_text(self, text: str) -> None:
        self._right.setText(text)

    @property
    def device(self) -> str:
        """Which one trains; "" before that is known."""
        return self._device

    @property
    def text(self) -> str:
        return self._left.text()

    @property
    def room_text(self) -> str:
        return self._right.text()

    def _show_left(self) -> None:
        self._left.setText(joined(SEPARATOR, (self._device, self._state)))

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = tokens_for(self)
        painter = QPainter(self)
        painter.fillRect(self.rect(), colour(tokens.chrome))
        painter.fillRect(QRectF(0, 0, self.width(), 1), colour(tokens.line))
        chip = icon_pixmap("chip", tokens.text2, ICON_PX, self.devicePixelRatioF())
        painter.drawPixmap(PADDING_PX, (self.height() - ICON_PX) // 2, chip)
