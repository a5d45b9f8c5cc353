"""Strokes as objects: what is selected, and every way to change it, put together."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QPoint, Signal, Slot
from PySide6.QtWidgets import QMenu

from studio.pages.paint.brush import PaintBrush
from studio.pages.paint.edits import PaintEdits
from studio.pages.paint.restyle import PaintRestyle
from studio.pages.paint.select import PaintSelect
from studio.pages.paint.selected import PaintSelected
from studio.pages.paint.stroke_actions import StrokeActions
from studio.pages.paint.stroke_selection import StrokeSelection
from studio.session import Session
from studio.widgets.canvas.layer_list import LayerList
from studio.widgets.canvas.paint_canvas import PaintCanvas
from studio.widgets.canvas.selection_panel import SelectionPanel


class PaintObjects(QObject):
    """``panel`` stands beside the canvas while the tool Select is chosen."""

    said = Signal(str)

    def __init__(
        self,
        canvas: PaintCanvas,
        session: Session,
        brush: PaintBrush,
        actions: StrokeActions,
        inks: Sequence[tuple[str, str]],
    ) -> None:
        super().__init__(canvas)
        editor = session.artwork
        self._actions, self._brush = actions, brush
        self.selection = StrokeSelection(editor, self)
        self.edits = PaintEdits(editor, self.selection, self)
        self.restyle = PaintRestyle(self.edits, self.selection, editor, session, self)
        self.panel = SelectionPanel(
            inks,
            [
                (actions.reseed, "dice"),
                (actions.duplicate, "layers"),
                (actions.mirror, "sym"),
                (actions.write_along, "path"),
                (actions.delete, "trash"),
            ],
        )
        self._menu = QMenu(self.panel)
        self._menu.addActions(actions.in_order())
        self._tool = PaintSelect(canvas, editor, self.selection, self.edits)
        self._selected = PaintSelected(self.panel, self.edits, self.restyle, self.selection, session)
        self.edits.said.connect(self.said)
        self.restyle.said.connect(self.said)
        self.selection.changed.connect(self._wake_actions)
        self._connect_actions()
        self._wake_actions()

    def follow(self, rows: LayerList) -> None:
        """Do what the hand does in the list."""
        rows.strokes_selected.connect(self.selection.select)
        rows.strokes_discarded.connect(self.edits.delete)
        rows.strokes_moved.connect(self.edits.reorder)
        rows.strokes_sent.connect(self.edits.send)
        rows.menu_requested.connect(self._on_menu)

    def _connect_actions(self) -> None:
        actions, edits = self._actions, self.edits
        actions.select_all.triggered.connect(self.selection.select_all)
        actions.deselect.triggered.connect(self.selection.clear)
        actions.duplicate.triggered.connect(edits.duplicate)
        actions.delete.triggered.connect(edits.delete_selected)
        actions.forward.triggered.connect(edits.forward)
        actions.backward.triggered.connect(edits.backward)
        actions.mirror.triggered.connect(edits.mirror)
        actions.ink.triggered.connect(self._ink_selected)
        actions.reseed.triggered.connect(self.restyle.reseed)

    @Slot(str, QPoint)
    def _on_menu(self, kind: str, place: QPoint) -> None:
        if kind == "stroke":
            self._menu.popup(place)

    @Slot()
    def _wake_actions(self) -> None:
        for action in self._actions.of_selection():
            action.setEnabled(bool(self.selection.indexes))

    @Slot()
    def _ink_selected(self) -> None:
        brush = self._brush.brush
        self.edits.set_ink(brush.ink, brush.gradient, brush.second_ink)
