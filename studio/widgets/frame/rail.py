"""The rail at the left: one cell for each room."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QToolButton, QVBoxLayout, QWidget

from studio.icons import set_icon
from studio.theme import colour, tokens_for

WIDTH_PX, CELL_PX, GAP_PX, ICON_PX = 72, 56, 8, 24


class Rail(QWidget):
    """Rooms are (key, text, icon name, tooltip); arrow keys walk through them."""

    room_chosen = Signal(str)

    def __init__(self, rooms: Sequence[tuple[str, str, str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(WIDTH_PX)
        self._group = QButtonGroup(self)
        self._cells: dict[str, QToolButton] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GAP_PX, GAP_PX, GAP_PX, GAP_PX)
        layout.setSpacing(GAP_PX)
        for key, text, icon_name, tooltip in rooms:
            layout.addWidget(self._cell(key, text, icon_name, tooltip))
        layout.addStretch(1)
        self._group.buttonToggled.connect(self._report)

    def set_current(self, key: str) -> None:
        """Reports only a change."""
        self._cells[key].setChecked(True)

    def _cell(self, key: str, text: str, icon_name: str, tooltip: str) -> QToolButton:
        cell = QToolButton()
        cell.setProperty("kind", "rail")
        cell.setProperty("key", key)
        cell.setText(text)
        cell.setToolTip(tooltip)
        cell.setCheckable(True)
        cell.setFixedSize(CELL_PX, CELL_PX)
        cell.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        cell.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        cell.setIconSize(QSize(ICON_PX, ICON_PX))
        set_icon(cell, icon_name)
        self._cells[key] = cell
        self._group.addButton(cell)
        return cell

    def _report(self, cell: QAbstractButton, checked: bool) -> None:
        if checked:
            self.room_chosen.emit(str(cell.property("key")))

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = tokens_for(self)
        painter = QPainter(self)
        painter.fillRect(self.rect(), colour(tokens.chrome))
        painter.fillRect(QRectF(self.width() - 1, 0, 1, self.height()), colour(tokens.line))
