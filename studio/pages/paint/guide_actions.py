"""What shows over the sheet and how often a stroke is painted: actions for menus and the room bar."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu

from studio.actions import make_action
from studio.document.symmetry import FEWEST_TURNS, MOST_TURNS


class GuideActions(QObject):
    """Made once; the guides follow them."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.grid = make_action(
            self,
            self.tr("Grid"),
            shortcut="Ctrl+'",
            icon_name="grid",
            checkable=True,
            tip=self.tr("Lines over the sheet, finer the nearer one looks"),
        )
        self.rulers = make_action(
            self,
            self.tr("Rulers"),
            shortcut="Ctrl+Alt+R",
            checkable=True,
            tip=self.tr("Pixels of the sheet along the edges of the canvas"),
        )
        self.tiled = make_action(
            self,
            self.tr("Tiled"),
            shortcut="Ctrl+Shift+T",
            checkable=True,
            tip=self.tr("The sheet again on every side, to see how it repeats"),
        )
        self.symmetry_menu = QMenu(self.tr("Symmetry"))
        self.symmetries = QActionGroup(self)
        self._add("none", 0, self.tr("No symmetry"), "Ctrl+Alt+0")
        self._add("vertical", 0, self.tr("Upright mirror"), "Ctrl+Alt+1")
        self._add("horizontal", 0, self.tr("Level mirror"), "Ctrl+Alt+2")
        self._add("both", 0, self.tr("Two mirrors"), "Ctrl+Alt+3")
        self.symmetry_menu.addSeparator()
        for turns in range(FEWEST_TURNS, MOST_TURNS + 1):
            self._add("rotational", turns, self.tr("{n} times around").format(n=turns), None)
        self.symmetries.actions()[0].setChecked(True)

    def of_view(self) -> list[QAction]:
        return [self.grid, self.rulers, self.tiled]

    def _add(self, kind: str, turns: int, text: str, shortcut: str | None) -> None:
        tip = self.tr(
            "Every stroke is painted on the other side too, or all around; drag the axes by their knobs"
        )
        action = make_action(self, text, shortcut=shortcut, checkable=True, tip=tip)
        action.setData((kind, turns))
        self.symmetries.addAction(action)
        self.symmetry_menu.addAction(action)
