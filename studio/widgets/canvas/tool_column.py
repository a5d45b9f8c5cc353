"""The tools of a room, one below the other, one of them chosen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QVBoxLayout, QWidget

from studio.widgets.controls.buttons import action_button
from studio.widgets.controls.surface import Surface

WIDTH_PX, ICON_PX, GAP_PX = 56, 24, 4
CELL_STYLE = "min-width: 38px; min-height: 36px; border-radius: 8px;"  # with its border a cell of 40


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
            button.setIconSize(QSize(ICON_PX, ICON_PX))
            button.setStyleSheet(CELL_STYLE)
            button.setAccessibleName(action.text())
            layout.addWidget(button)
        layout.addStretch(1)
