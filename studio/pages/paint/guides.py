"""Grid, rulers, tiles and symmetry: from the actions to what shows on the canvas and what a stroke does."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, QPointF, Signal, Slot
from PySide6.QtGui import QAction

from studio.document.editor import ArtworkEditor
from studio.document.symmetry import Symmetry, SymmetryKind
from studio.pages.paint.guide_actions import GuideActions
from studio.pages.paint.strokes import PaintStrokes
from studio.settings import Settings
from studio.widgets.canvas.canvas_guides import Axes, CanvasGuides
from studio.widgets.canvas.paint_canvas import PaintCanvas


class PaintGuides(QObject):
    """What shows is remembered; symmetry begins anew in the middle of each sheet."""

    symmetry_changed = Signal(str)  # what it is called, "" for none

    def __init__(
        self,
        canvas: PaintCanvas,
        strokes: PaintStrokes,
        editor: ArtworkEditor,
        actions: GuideActions,
        settings: Settings,
    ) -> None:
        super().__init__(canvas)
        self._canvas, self._strokes, self._editor = canvas, strokes, editor
        self._actions, self._settings = actions, settings
        for action, key in self._kept():
            action.setChecked(settings.value(key, False))
            action.toggled.connect(self._on_toggled)
        actions.symmetries.triggered.connect(self._on_symmetry_chosen)
        canvas.axes_dragged.connect(self._move_axes)
        editor.changed.connect(self._on_artwork_changed)
        self._show()

    @property
    def symmetry(self) -> Symmetry:
        return self._strokes.symmetry

    @Slot(QAction)
    def _on_symmetry_chosen(self, action: QAction) -> None:
        kind: SymmetryKind
        kind, turns = action.data()
        if self.symmetry.kind == "none":
            self._strokes.symmetry = self._in_the_middle()
        self._strokes.symmetry = replace(self.symmetry, kind=kind, turns=turns or self.symmetry.turns)
        self.symmetry_changed.emit("" if kind == "none" else action.text())
        self._show()

    @Slot(QPointF)
    def _move_axes(self, place: QPointF) -> None:
        artwork = self._editor.current
        x, y = min(max(place.x(), 0.0), artwork.width), min(max(place.y(), 0.0), artwork.height)
        self._strokes.symmetry = replace(self.symmetry, x=x, y=y)
        self._show()

    @Slot(object)
    def _on_artwork_changed(self, changed: object) -> None:
        if changed is None:  # another artwork altogether
            middle = self._in_the_middle()
            self._strokes.symmetry = replace(self.symmetry, x=middle.x, y=middle.y)
            self._show()

    @Slot()
    def _on_toggled(self, _checked: bool = False) -> None:
        for action, key in self._kept():
            self._settings.set_value(key, action.isChecked())
        self._show()

    def _kept(self) -> list[tuple[QAction, str]]:
        actions = self._actions
        return [
            (actions.grid, "paint/grid"),
            (actions.rulers, "paint/rulers"),
            (actions.tiled, "paint/tiled"),
        ]

    def _in_the_middle(self) -> Symmetry:
        artwork = self._editor.current
        return Symmetry(x=artwork.width / 2, y=artwork.height / 2)

    def _show(self) -> None:
        actions = self._actions
        self._canvas.set_guides(
            CanvasGuides(
                actions.grid.isChecked(), actions.rulers.isChecked(), actions.tiled.isChecked(), self._axes()
            )
        )

    def _axes(self) -> Axes | None:
        symmetry = self.symmetry
        place = QPointF(symmetry.x, symmetry.y)
        if symmetry.kind == "none":
            return None
        if symmetry.kind == "rotational":
            angles = tuple(360 * number / symmetry.turns for number in range(symmetry.turns))
            return Axes(place, angles, half_lines=True)
        return Axes(place, {"vertical": (0.0,), "horizontal": (90.0,), "both": (0.0, 90.0)}[symmetry.kind])
