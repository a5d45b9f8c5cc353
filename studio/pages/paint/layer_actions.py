"""What can be done with layers: the actions that menus, keys and the layer panel share."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu

from studio.actions import make_action
from studio.document.artwork import DEFAULT_PAPER


class LayerActions(QObject):
    """Made once; they act on the chosen layer."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.add = make_action(
            self,
            self.tr("New layer"),
            shortcut="Ctrl+Shift+N",
            icon_name="plus",
            tip=self.tr("Add a layer above the chosen one"),
        )
        self.duplicate = make_action(self, self.tr("Duplicate layer"), shortcut="Ctrl+J")
        self.rename = make_action(self, self.tr("Rename layer"), shortcut="F2")
        self.merge = make_action(
            self,
            self.tr("Merge down"),
            shortcut="Ctrl+M",
            tip=self.tr("Put the strokes of this layer onto the one below"),
        )
        self.delete = make_action(self, self.tr("Delete layer"), shortcut="Shift+Delete", icon_name="trash")
        self.hide = make_action(self, self.tr("Hide layer"), shortcut="Ctrl+,", icon_name="eye_off")
        self.lock = make_action(
            self,
            self.tr("Lock layer"),
            shortcut="Ctrl+/",
            icon_name="lock",
            tip=self.tr("Nothing can be painted or changed on a locked layer"),
        )
        self.raise_ = make_action(self, self.tr("Raise layer"), shortcut="Ctrl+Shift+]")
        self.lower = make_action(self, self.tr("Lower layer"), shortcut="Ctrl+Shift+[")
        self.above = make_action(self, self.tr("Choose the layer above"), shortcut="Alt+]")
        self.below = make_action(self, self.tr("Choose the layer below"), shortcut="Alt+[")
        self.papers = QActionGroup(self)
        self.paper_menu = QMenu(self.tr("Paper"))
        self._make_papers()

    def in_order(self) -> list[QAction]:
        return [
            self.add,
            self.duplicate,
            self.rename,
            self.merge,
            self.delete,
            self._divider(),
            self.hide,
            self.lock,
            self._divider(),
            self.raise_,
            self.lower,
            self.above,
            self.below,
            self._divider(),
            self.paper_menu.menuAction(),
        ]

    def _make_papers(self) -> None:
        """Their data is a colour, "" for one of one's own, or None for no paper."""
        for words, paper in (
            (self.tr("Cream paper"), DEFAULT_PAPER),
            (self.tr("White paper"), "#FFFFFF"),
            (self.tr("Black paper"), "#000000"),
            (self.tr("Transparent paper"), None),
            (self.tr("Paper of another colour…"), ""),
        ):
            action = make_action(self, words)
            action.setData(paper)
            self.papers.addAction(action)
            self.paper_menu.addAction(action)

    def _divider(self) -> QAction:
        divider = QAction(self)
        divider.setSeparator(True)
        return divider
