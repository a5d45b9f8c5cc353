"""The tools of a room, one below the other, one of them chosen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QVBoxLayout, QWidget

from studio.widgets.buttons import action_button
from studio.widgets.surface import Surface

WIDTH_PX, CELL_PX, ICON_PX, GAP_PX = 56, 40, 24, 4


class ToolColumn(Surface):
    """``tools``: checkable actions of one group, with the name of the icon of each."""

    def __init__(self, tools: Sequence[tuple[QAction, str]], parent: QWidget | None = None) -> None:
        super().__init__("chrome", parent)
        self.setFixedWidth(WIDTH_PX)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 14, 8, 8)
        layout.setSpacing(GAP_PX)
        for action, icon_name in tools:
            button = action_button(action, icon_name)
            button.setFixedSize(CELL_PX, CELL_PX)
            button.setIconSize(QSize(ICON_PX, ICON_PX))
            button.setAccessibleName(action.text())
            layout.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(1)
