"""The actions of the Paint room: what its menus, its tools and its keys share."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup, QKeySequence, QUndoStack

from studio.actions import (
    export_action,
    make_action,
    open_action,
    redo_action,
    save_action,
    save_as_action,
    undo_action,
)


class PaintActions(QObject):
    """Made once; the page connects them."""

    def __init__(self, parent: QObject, undo_stack: QUndoStack) -> None:
        super().__init__(parent)
        self.new = make_action(self, self.tr("New"), shortcut=QKeySequence.StandardKey.New)
        self.open = open_action(self, self.tr("Open…"))
        self.save = save_action(self, self.tr("Save"))
        self.save_as = save_as_action(self, self.tr("Save as…"))
        self.export = export_action(self, self.tr("Export PNG…"))
        self.undo, self.redo = undo_action(self), redo_action(self)
        self._follow(undo_stack)
        self.smaller = make_action(self, self.tr("Smaller brush"), shortcut="[")
        self.larger = make_action(self, self.tr("Larger brush"), shortcut="]")
        self.travel = make_action(
            self,
            self.tr("Travel along the stroke"),
            shortcut="T",
            checkable=True,
            tip=self.tr("One picture becomes another along the stroke"),
        )
        self.zoom_in = make_action(self, self.tr("Zoom in"), shortcut="Ctrl++")
        self.zoom_out = make_action(self, self.tr("Zoom out"), shortcut="Ctrl+-")
        self.full_size = make_action(self, self.tr("Actual size"), shortcut="Ctrl+Shift+0")
        self.whole_sheet = make_action(self, self.tr("Whole sheet"), shortcut="Ctrl+0")
        self.tools = QActionGroup(self)
        self._make_tools()

    def by_menu(self) -> dict[str, list[QAction]]:
        return {
            "file": [self.new, self.open, self.save, self.save_as, self._divider(), self.export],
            "edit": [
                self.undo,
                self.redo,
                self._divider(),
                *self.tools.actions(),
                self._divider(),
                self.travel,
                self.smaller,
                self.larger,
            ],
            "view": [self.zoom_in, self.zoom_out, self.full_size, self.whole_sheet],
        }

    def _make_tools(self) -> None:
        for name, text, key, tip in (
            (
                "brush",
                self.tr("Brush"),
                "B",
                self.tr("Paint with the chosen picture; Shift+click draws straight"),
            ),
            ("erase", self.tr("Erase"), "E", self.tr("Wipe ink away; what lay below shows again")),
            ("pick", self.tr("Pick"), "I", self.tr("Take the picture of a dab as the brush; also Alt+click")),
            ("hand", self.tr("Move the view"), "H", self.tr("Drag the sheet about; also with Space held")),
        ):
            action = make_action(self, text, shortcut=key, checkable=True, tip=tip)
            action.setData(name)
            self.tools.addAction(action)
        self.tools.actions()[0].setChecked(True)

    def _follow(self, undo_stack: QUndoStack) -> None:
        self.undo.triggered.connect(undo_stack.undo)
        self.redo.triggered.connect(undo_stack.redo)
        undo_stack.canUndoChanged.connect(self.undo.setEnabled)
        undo_stack.canRedoChanged.connect(self.redo.setEnabled)
        undo_stack.undoTextChanged.connect(self._name_undo)
        undo_stack.redoTextChanged.connect(self._name_redo)

    def _name_undo(self, what: str) -> None:
        self.undo.setText(self.tr("Undo {what}").format(what=what) if what else self.tr("Undo"))

    def _name_redo(self, what: str) -> None:
        self.redo.setText(self.tr("Redo {what}").format(what=what) if what else self.tr("Redo"))

    def _divider(self) -> QAction:
        divider = QAction(self)
        divider.setSeparator(True)
        return divider
