"""Explore's room bar: what the hand does, which sheet the pad shows, and the way back to its middle."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from studio.pages.explore.sheets import ExploreSheets
from studio.pages.explore.tools import ExploreTools
from studio.widgets.controls.buttons import MenuButton, quiet_button
from studio.widgets.controls.segmented import Segmented


class ExploreBar(QWidget):
    """The tools and the menu of sheets report themselves."""

    reset_asked = Signal()

    def __init__(self, tools: ExploreTools, sheets: ExploreSheets, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sheets = sheets
        self.switch = self._make_switch(tools)
        self.chooser = MenuButton("", sheets.menu)
        self.chooser.setToolTip(self.tr("What the two directions of the sheet stand for"))
        sheets.shown.connect(self._name_sheet)
        self.reset = quiet_button(self.tr("Reset"), "loop")
        self.reset.setToolTip(
            self.tr("Dot to the middle, and the whole sheet in view (double-click the sheet)")
        )
        self.reset.clicked.connect(self.reset_asked)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.switch)
        layout.addSpacing(8)
        layout.addWidget(self.chooser)
        layout.addWidget(self.reset)

    @Slot()
    def _name_sheet(self) -> None:
        self.chooser.setText(self._sheets.menu.text)

    def _make_switch(self, tools: ExploreTools) -> Segmented:
        switch = Segmented(
            [(tool.key, tool.text) for tool in tools.offered],
            icons={tool.key: tool.icon_name for tool in tools.offered},
            tooltips={tool.key: tools.action(tool.key).toolTip() for tool in tools.offered},
        )
        switch.setAccessibleName(self.tr("Tools"))
        switch.value_changed.connect(tools.take)
        tools.tool_changed.connect(switch.set_value)
        return switch
