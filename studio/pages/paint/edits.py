"""Changes to the selected strokes, each one undo step: a locked layer refuses them in a sentence."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal, Slot

from gan.errors import UserError
from studio.document.artwork import Artwork, Gradient, Stroke
from studio.document.editor import ArtworkEditor, extent
from studio.document.stroke_edits import (
    Similarity,
    inked,
    mirrored,
    transformed,
    with_added,
    with_changed,
    with_order,
    without_strokes,
)
from studio.pages.paint.stroke_selection import StrokeSelection

COPY_STEP_PX = 16.0  # how far right and down a copy lies, so that it is seen


class PaintEdits(QObject):
    """Works on the chosen layer."""

    said = Signal(str)

    def __init__(self, editor: ArtworkEditor, selection: StrokeSelection, parent: QObject) -> None:
        super().__init__(parent)
        self._editor, self._selection = editor, selection

    def may_change(self) -> bool:
        """Whether the chosen layer takes changes; if not, a sentence says so."""
        layer = self._editor.current.layers[self._editor.chosen_layer]
        if layer.locked:
            self.said.emit(self.tr("“{name}” is locked: unlock it to change it.").format(name=layer.name))
        return not layer.locked

    def replace_each(
        self,
        strokes: dict[int, Stroke],
        change: Callable[[Stroke], Stroke],
        text: str,
        *,
        merge: str = "",
        generator: bytes | None = None,
    ) -> bool:
        """Put ``change`` of each of these in its place; False if that was refused, in a sentence.

        ``generator``: the file that new stamps were made with.
        """
        if not strokes or not self.may_change():
            return False
        try:
            changed = {index: change(stroke) for index, stroke in strokes.items()}
        except UserError as error:
            self.said.emit(error.failure.sentence)
            return False
        touched = (self._selection.strokes, list(changed.values()))
        self._push(self._with(changed), text, *touched, merge=merge, generator=generator)
        return True

    def selected(self) -> dict[int, Stroke]:
        """Index and stroke of each that is selected."""
        return dict(zip(self._selection.indexes, self._selection.strokes, strict=True))

    def transform(self, strokes: dict[int, Stroke], by: Similarity, text: str, *, merge: str = "") -> bool:
        """``strokes`` as they were before a gesture; what it does is counted from there."""
        return self.replace_each(strokes, lambda stroke: transformed(stroke, by), text, merge=merge)

    @Slot(str, str, str)
    def set_ink(self, ink: str, gradient: Gradient, second_ink: str) -> None:
        self.replace_each(
            self.selected(),
            lambda stroke: inked(stroke, ink, gradient, second_ink),
            self.tr("colouring strokes"),
        )

    @Slot()
    def mirror(self) -> None:
        middle = extent(self._selection.strokes).center().x()
        self.replace_each(
            self.selected(), lambda stroke: mirrored(stroke, middle), self.tr("mirroring strokes")
        )

    @Slot()
    def delete_selected(self) -> None:
        self.delete(self._selection.indexes)

    @Slot(list)
    def delete(self, indexes: Sequence[int]) -> None:
        if not indexes or not self.may_change():
            return
        strokes = self._layer_strokes()
        text = self.tr("deleting a stroke") if len(indexes) == 1 else self.tr("deleting strokes")
        less = without_strokes(self._editor.current, self._editor.chosen_layer, set(indexes))
        self._push(less, text, [strokes[index] for index in indexes])

    @Slot()
    def duplicate(self) -> None:
        if not self._selection.indexes or not self.may_change():
            return
        aside = Similarity(dx=COPY_STEP_PX, dy=COPY_STEP_PX)
        copies = [transformed(stroke, aside) for stroke in self._selection.strokes]
        first = len(self._layer_strokes())
        more = with_added(self._editor.current, self._editor.chosen_layer, copies)
        self._push(more, self.tr("duplicating strokes"), copies)
        self._selection.select(range(first, first + len(copies)))

    @Slot()
    def forward(self) -> None:
        """One place up for all that are selected; they come to stand together."""
        indexes = self._selection.indexes
        if indexes:
            others_below = indexes[-1] + 1 - len(indexes)
            self.reorder(indexes, min(others_below + 1, len(self._layer_strokes()) - len(indexes)))

    @Slot()
    def backward(self) -> None:
        if self._selection.indexes:
            self.reorder(self._selection.indexes, max(self._selection.indexes[0] - 1, 0))

    @Slot(list, int)
    def reorder(self, indexes: Sequence[int], place: int) -> None:
        """``place`` of the other strokes lie below these then."""
        strokes = self._layer_strokes()
        reordered = with_order(self._editor.current, self._editor.chosen_layer, indexes, place)
        if reordered == self._editor.current or not self.may_change():
            return
        self._push(reordered, self.tr("reordering strokes"), [strokes[index] for index in indexes])

    @Slot(list, int)
    def send(self, indexes: Sequence[int], layer: int) -> None:
        """To the top of another layer, which is chosen then."""
        artwork, chosen = self._editor.current, self._editor.chosen_layer
        target = artwork.layers[layer]
        if target.locked:
            self.said.emit(self.tr("“{name}” is locked: unlock it to change it.").format(name=target.name))
            return
        if not self.may_change():
            return
        strokes = [artwork.layers[chosen].strokes[index] for index in sorted(indexes)]
        sent = with_added(without_strokes(artwork, chosen, set(indexes)), layer, strokes)
        text = self.tr("moving strokes to a layer")
        self._editor.change(sent, text, extent(strokes), chosen_layer=layer)
        count = len(target.strokes)
        self._selection.select(range(count, count + len(strokes)))

    def _with(self, changed: dict[int, Stroke]) -> Artwork:
        return with_changed(self._editor.current, self._editor.chosen_layer, changed)

    def _layer_strokes(self) -> tuple[Stroke, ...]:
        return self._editor.current.layers[self._editor.chosen_layer].strokes

    def _push(
        self,
        artwork: Artwork,
        text: str,
        *touched: Sequence[Stroke],
        merge: str = "",
        generator: bytes | None = None,
    ) -> None:
        changed = extent(stroke for strokes in touched for stroke in strokes)
        self._editor.change(artwork, text, changed, merge=merge, generator=generator)
