"""The bar above a room: its tools at the left, its undo and the model chip at the right."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QAction, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from studio.theme import colour, tokens_for
from studio.widgets.controls.buttons import action_button

HEIGHT_PX, PADDING_PX, GAP_PX, PROGRESS_PX = 48, 16, 8, 2


class RoomBar(QWidget):
    """Holds the tools of every room and shows those of one."""

    def __init__(self, model_chip: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(HEIGHT_PX)
        self._tools: dict[str, list[QWidget]] = {}
        self._progress: float | None = None
        self._left = QHBoxLayout()
        self._right = QHBoxLayout()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(PADDING_PX, 0, PADDING_PX, 0)
        layout.setSpacing(GAP_PX)
        layout.addLayout(self._left)
        layout.addStretch(1)
        layout.addLayout(self._right)
        self._frame_tools = QHBoxLayout()
        layout.addLayout(self._frame_tools)
        layout.addWidget(model_chip)

    def add_tool(self, action: QAction, icon_name: str) -> None:
        """A tool of the frame, there in every room."""
        self._frame_tools.addWidget(action_button(action, icon_name))

    def add_room(
        self, name: str, left: QWidget | None, right: QWidget | None, history: tuple[QAction, QAction] | None
    ) -> None:
        """``history`` is the room's undo and redo."""
        tools = [(self._left, left), (self._right, right)]
        if history is not None:
            tools += [
                (self._right, action_button(*pair)) for pair in zip(history, ("undo", "redo"), strict=True)
            ]
        self._tools[name] = []
        for side, widget in tools:
            if widget is not None:
                side.addWidget(widget)
                widget.hide()
                self._tools[name].append(widget)

    def show_room(self, name: str) -> None:
        for room, widgets in self._tools.items():
            for widget in widgets:
                widget.setVisible(room == name)

    def set_progress(self, part: float | None) -> None:
        """0…1 along the lower edge, None for none."""
        if part != self._progress:
            self._progress = part
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = tokens_for(self)
        painter = QPainter(self)
        painter.fillRect(self.rect(), colour(tokens.chrome))
        if self._progress is None:
            painter.fillRect(QRectF(0, self.height() - 1, self.width(), 1), colour(tokens.line))
            return
        lower = QRectF(0, self.height() - PROGRESS_PX, self.width(), PROGRESS_PX)
        painter.fillRect(lower, colour(tokens.line))
        lower.setWidth(self.width() * min(max(self._progress, 0.0), 1.0))
        painter.fillRect(lower, colour(tokens.accent))
