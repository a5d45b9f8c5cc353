"""What the hand does on Explore's pad: one tool at a time, each with a key, a place in the View menu and a segment."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QWidget

from studio.actions import make_action

MOVE, PATH, ANCHOR, FIND = "move", "path", "anchor", "find"


@dataclass(frozen=True, slots=True)
class Tool:
    """One tool as it is offered: ``letter`` is the key that takes it up, ``tip`` one sentence."""

    key: str
    text: str
    icon_name: str
    letter: str
    tip: str


class ExploreTools(QObject):
    """Reports the key of the tool that was taken up. A part of the room adds its tool to :meth:`_offered`."""

    tool_changed = Signal(str)

    def __init__(self, owner: QWidget) -> None:
        super().__init__(owner)
        self.tool = MOVE
        self.offered = self._offered()
        group = QActionGroup(self)
        self._actions: dict[str, QAction] = {}
        for tool in self.offered:
            action = make_action(
                owner, tool.text, shortcut=tool.letter, icon_name=tool.icon_name, tip=tool.tip, checkable=True
            )
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            action.setData(tool.key)
            self._actions[tool.key] = group.addAction(action)
        self._actions[MOVE].setChecked(True)
        group.triggered.connect(self._on_triggered)

    def action(self, key: str) -> QAction:
        """The action that takes a tool up."""
        return self._actions[key]

    def actions(self) -> list[QAction]:
        """Every tool's, in the order of the room bar."""
        return list(self._actions.values())

    @Slot(str)
    def take(self, key: str) -> None:
        """Take up a tool as if its segment had been pressed; reports only a change."""
        self._actions[key].setChecked(True)
        if key != self.tool:
            self.tool = key
            self.tool_changed.emit(key)

    def _offered(self) -> tuple[Tool, ...]:
        return (
            Tool(MOVE, self.tr("Move"), "puck", "M", self.tr("Drag the dot over the sheet.")),
            Tool(
                PATH, self.tr("Path"), "path", "L", self.tr("Draw a path over the sheet, to play and export.")
            ),
            Tool(
                ANCHOR,
                self.tr("Anchor"),
                "anchor",
                "A",
                self.tr(
                    "Set pictures on the sheet by double-clicks or drops, and drag them: it is mixed from them."
                ),
            ),
            Tool(FIND, self.tr("Find"), "find", "F", self.tr("Draw something, and see what comes nearest.")),
        )

    @Slot(QAction)
    def _on_triggered(self, action: QAction) -> None:
        self.take(str(action.data()))
