"""The actions of the Paint room: what its menus, its tools and its keys share."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup, QKeySequence, QUndoStack

from studio.actions import (
    export_action,
    make_action,
    open_action,
    save_action,
    save_as_action,
)
from studio.history import HistoryActions
from studio.pages.paint.guide_actions import GuideActions
from studio.pages.paint.layer_actions import LayerActions
from studio.pages.paint.preset_actions import PresetActions
from studio.pages.paint.stroke_actions import StrokeActions


class PaintActions(QObject):
    """Made once; the page connects them."""

    def __init__(self, parent: QObject, undo_stack: QUndoStack) -> None:
        super().__init__(parent)
        self.new = make_action(self, self.tr("New…"), shortcut=QKeySequence.StandardKey.New)
        self.open = open_action(self, self.tr("Open…"))
        self.open_copy = make_action(
            self,
            self.tr("Open a copy…"),
            tip=self.tr("Go on with what a file holds, and leave the file as it is"),
        )
        self.save = save_action(self, self.tr("Save"))
        self.save_as = save_as_action(self, self.tr("Save as…"))
        self.export = export_action(self, self.tr("Export…"))
        self.copy_picture = make_action(
            self,
            self.tr("Copy as a picture"),
            shortcut="Ctrl+Shift+C",
            tip=self.tr("Put the selected strokes, or else everything, on the clipboard"),
        )
        history = HistoryActions(undo_stack, self)
        self.undo, self.redo = history.undo, history.redo
        self.history = make_action(
            self,
            self.tr("History…"),
            shortcut="Ctrl+Alt+Z",
            tip=self.tr("Everything that was done, to go back to any of it"),
        )
        self.redraw = make_action(
            self,
            self.tr("Redraw with another model…"),
            tip=self.tr("Let another model draw the whole painting, or the same one as it was earlier"),
        )
        self.smaller = make_action(self, self.tr("Smaller brush"), shortcut="[")
        self.larger = make_action(self, self.tr("Larger brush"), shortcut="]")
        self.travel = make_action(
            self,
            self.tr("Travel along the stroke"),
            shortcut="T",
            checkable=True,
            tip=self.tr("One picture becomes another along the stroke"),
        )
        self.stencil_picture = make_action(
            self,
            self.tr("Draw a picture in stamps…"),
            tip=self.tr("Choose a photograph or a silhouette, whose dark parts are filled with stamps"),
        )
        self.fill = make_action(
            self,
            self.tr("Fill the stencil"),
            shortcut="Ctrl+Return",
            tip=self.tr("Paint what the stencil shows, as one stroke"),
        )
        self.leave_stencil = make_action(
            self,
            self.tr("Let the stencil go"),
            shortcut="Esc",
            tip=self.tr("Take the preview away; nothing is painted"),
        )
        self.zoom_in = make_action(self, self.tr("Zoom in"), shortcut="Ctrl++")
        self.zoom_out = make_action(self, self.tr("Zoom out"), shortcut="Ctrl+-")
        self.full_size = make_action(self, self.tr("Actual size"), shortcut="Ctrl+Shift+0")
        self.whole_sheet = make_action(self, self.tr("Whole sheet"), shortcut="Ctrl+0")
        self.presets = PresetActions(self)
        self.layers, self.strokes = LayerActions(self), StrokeActions(self)
        self.guides = GuideActions(self)
        self.tools = QActionGroup(self)
        self._make_tools()

    def by_menu(self) -> dict[str, list[QAction]]:
        return {
            "file": [
                self.new,
                self.open,
                self.open_copy,
                self.stencil_picture,
                self.save,
                self.save_as,
                self._divider(),
                self.export,
                self.copy_picture,
            ],
            "edit": [
                self.undo,
                self.redo,
                self.history,
                self._divider(),
                *self.tools.actions(),
                self._divider(),
                self.redraw,
                self._divider(),
                self.travel,
                self.smaller,
                self.larger,
                self.presets.menu.menuAction(),
                self._divider(),
                self.fill,
                self.leave_stencil,
            ],
            "layer": self.layers.in_order(),
            "stroke": self.strokes.in_order(),
            "view": [
                *self.of_zoom(),
                self._divider(),
                *self.guides.of_view(),
                self.guides.symmetry_menu.menuAction(),
                self._divider(),
            ],
        }

    def of_zoom(self) -> list[QAction]:
        return [self.zoom_in, self.zoom_out, self.full_size, self.whole_sheet]

    def _make_tools(self) -> None:
        for name, text, key, tip in (
            (
                "brush",
                self.tr("Brush"),
                "B",
                self.tr("Paint with the chosen picture; Shift+click draws straight"),
            ),
            ("erase", self.tr("Erase"), "E", self.tr("Wipe ink away; what lay below shows again")),
            (
                "type",
                self.tr("Type"),
                "W",
                self.tr("Write in the model's glyphs: click on the sheet, or on a text to change it"),
            ),
            (
                "stencil",
                self.tr("Stencil"),
                "S",
                self.tr(
                    "Fill a shape or the dark parts of a picture with stamps: drag the shape on the sheet"
                ),
            ),
            ("pick", self.tr("Pick"), "I", self.tr("Take the picture of a dab as the brush; also Alt+click")),
            (
                "select",
                self.tr("Select"),
                "V",
                self.tr("Choose strokes to move, scale and turn them; Shift+click takes one more"),
            ),
            ("hand", self.tr("Move the view"), "H", self.tr("Drag the sheet about; also with Space held")),
        ):
            action = make_action(self, text, shortcut=key, checkable=True, tip=tip)
            action.setData(name)
            self.tools.addAction(action)
        self.tools.actions()[0].setChecked(True)

    def _divider(self) -> QAction:
        divider = QAction(self)
        divider.setSeparator(True)
        return divider
