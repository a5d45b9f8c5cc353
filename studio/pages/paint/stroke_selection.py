"""Which strokes of the chosen layer are selected: a fact that the list, the canvas and the actions share."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal, Slot

from studio.document.artwork import Stroke
from studio.document.editor import ArtworkEditor


class StrokeSelection(QObject):
    """Follows its strokes through every change, also undo: a stroke that was altered stays selected."""

    changed = Signal()

    def __init__(self, editor: ArtworkEditor, parent: QObject) -> None:
        super().__init__(parent)
        self._editor = editor
        self._layer, self._seen = editor.chosen_layer, self._all()
        self.indexes: tuple[int, ...] = ()
        editor.changed.connect(self._follow)
        editor.layer_chosen.connect(self._follow)

    @property
    def strokes(self) -> tuple[Stroke, ...]:
        """In the order in which they were painted."""
        strokes = self._all()
        return tuple(strokes[index] for index in self.indexes)

    @Slot(list)
    def select(self, indexes: Iterable[int]) -> None:
        chosen = tuple(sorted(indexes))
        if chosen != self.indexes:
            self.indexes = chosen
            self.changed.emit()

    @Slot()
    def select_all(self) -> None:
        self.select(range(len(self._all())))

    @Slot()
    def clear(self) -> None:
        self.select(())

    def _all(self) -> tuple[Stroke, ...]:
        return self._editor.current.layers[self._editor.chosen_layer].strokes

    @Slot()
    def _follow(self, _changed: object = None) -> None:
        before, now = self._seen, self._all()
        layer, self._layer, self._seen = self._layer, self._editor.chosen_layer, now
        if now is before or not self.indexes:
            return
        places = {id(stroke): index for index, stroke in enumerate(now)}
        found = {places.get(id(before[index])) for index in self.indexes} - {None}
        if layer == self._layer and len(before) == len(now):
            found |= {index for index in self.indexes if id(before[index]) not in places}
        self.select(index for index in found if index is not None)
