"""Explore's tools in the room bar: which sheet the pad shows, and the way back to its middle."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from studio.pages.explore_state import DIRECTIONS, LATTICE
from studio.widgets.buttons import MenuButton, quiet_button


class ExploreBar(QWidget):
    """Reports the sheet that was chosen by its key."""

    plane_chosen = Signal(str)
    reset_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        menu = QMenu(self)
        menu.setToolTipsVisible(True)
        group = QActionGroup(self)
        self._actions: dict[str, QAction] = {}
        for key, text, tip in self._planes():
            action = QAction(text, group)
            action.setCheckable(True)
            action.setData(key)
            action.setToolTip(tip)
            self._actions[key] = action
            menu.addAction(action)
        group.triggered.connect(self._on_triggered)
        self.chooser = MenuButton(self._actions[DIRECTIONS].text(), menu)
        self.chooser.setToolTip(self.tr("What the two directions of the sheet stand for"))
        self.reset = quiet_button(self.tr("Reset"), "loop")
        self.reset.setToolTip(
            self.tr("Dot to the middle, and the whole sheet in view (double-click the sheet)")
        )
        self.reset.clicked.connect(self.reset_asked)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.chooser)
        layout.addWidget(self.reset)

    def show_plane(self, key: str, measured: bool) -> None:
        """Tick a sheet; before anything is measured the first one runs along two directions at random."""
        words = self.tr("Slant × thickness") if measured else self.tr("Two random directions")
        self._actions[DIRECTIONS].setText(words)
        self._actions[key].setChecked(True)
        self.chooser.setText(self._actions[key].text())

    def _planes(self) -> tuple[tuple[str, str, str], ...]:
        return (
            (
                DIRECTIONS,
                self.tr("Slant × thickness"),
                self.tr("One style, leaning and thickening as you go"),
            ),
            (LATTICE, self.tr("Seeds without end"), self.tr("Another style at every whole number, for ever")),
        )

    @Slot(QAction)
    def _on_triggered(self, action: QAction) -> None:
        self.chooser.setText(action.text())
        self.plane_chosen.emit(str(action.data()))
