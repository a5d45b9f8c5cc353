"""One room's undo and redo: every gesture is one step, whatever it changed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QUndoCommand, QUndoStack

from studio.actions import redo_action, undo_action

STEPS = 256
T = TypeVar("T")


class HistoryActions(QObject):
    """The actions Undo and Redo of a stack: they say what they would do, and sleep where there is nothing."""

    def __init__(self, stack: QUndoStack, parent: QObject) -> None:
        super().__init__(parent)
        self.undo, self.redo = undo_action(parent), redo_action(parent)
        self.undo.triggered.connect(stack.undo)
        self.redo.triggered.connect(stack.redo)
        stack.canUndoChanged.connect(self.undo.setEnabled)
        stack.canRedoChanged.connect(self.redo.setEnabled)
        self._stack = stack
        stack.undoTextChanged.connect(self._name_undo)
        stack.redoTextChanged.connect(self._name_redo)

    @Slot(str)
    def _name_undo(self, what: str) -> None:
        self.undo.setText(
            self.tr("Undo {what}").format(what=self._said(-1, what)) if what else self.tr("Undo")
        )

    @Slot(str)
    def _name_redo(self, what: str) -> None:
        self.redo.setText(
            self.tr("Redo {what}").format(what=self._said(0, what)) if what else self.tr("Redo")
        )

    def _said(self, offset: int, what: str) -> str:
        """What the step says, as it was given: a stack of Qt's gives only a copy of its text."""
        return getattr(self._stack.command(self._stack.index() + offset), "said", what)


class RoomHistory(QObject):
    """What was done in one room. What a person does is done first and recorded then; undo and redo go through it."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.stack = QUndoStack(self)
        self.stack.setUndoLimit(STEPS)
        actions = HistoryActions(self.stack, parent)
        self.undo, self.redo = actions.undo, actions.redo

    def record(self, text: str, put: Callable[[T], object], before: T, after: T, *, merge: str = "") -> None:
        """``put(before)`` goes back, ``put(after)`` forth again; ``text`` names the step ("moving the dot").

        Steps that follow each other with the same ``merge`` become one, from the first's before to the last's after.
        """
        self.stack.push(_Step(text, put, before, after, merge))

    def close_step(self) -> None:
        """The next step is not merged with the last, even if it is of the same kind."""
        last = self.stack.command(self.stack.index() - 1)
        if isinstance(last, _Step):
            last.merge = ""


class _Step(QUndoCommand):
    def __init__(self, text: str, put: Callable[[Any], object], before: Any, after: Any, merge: str) -> None:
        super().__init__(text)
        self.said = text
        self.merge = merge
        self._put, self._before, self._after = put, before, after
        self._is_done = True  # the stack's first redo finds it done already

    def redo(self) -> None:
        if self._is_done:
            self._is_done = False
            return
        self._put(self._after)

    def undo(self) -> None:
        self._put(self._before)

    def id(self) -> int:
        return 1 if self.merge else -1

    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, _Step) or other.merge != self.merge:
            return False
        self._after = other._after
        return True
