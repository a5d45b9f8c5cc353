"""The open artwork: what it is now, how it got there, where it is kept."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QObject, QRectF, QSignalBlocker, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from studio.document.artwork import Artwork, Layer, Stroke
from studio.document.file import Document, read_document, save_document

UNDO_STEPS, LEAST_UNDO_STEPS = 256, 64  # for so many there is room however much they hold
MOST_UNDO_BYTES = 512 * 2**20
STAMP_BYTES = 600  # a stamp beside its pixels: its latent, and what Python needs for them


class ArtworkEditor(QObject):
    """Every change is one undo step; saving keeps the history, opening starts a new one."""

    changed = Signal(object)  # QRectF in document pixels that looks different now, or None: everything
    modified_changed = Signal(bool)
    path_changed = Signal(object)  # Path | None
    layer_chosen = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.current = self.empty()
        self.chosen_layer = 0
        self.path: Path | None = None
        self.generator: bytes | None = None
        self.undo_stack = QUndoStack(self)
        self.undo_stack.setUndoLimit(UNDO_STEPS)
        self.undo_stack.cleanChanged.connect(self._on_clean_changed)

    @property
    def is_modified(self) -> bool:
        """Whether there is something that no file holds."""
        return not self.undo_stack.isClean()

    def choose_layer(self, index: int) -> None:
        """Where strokes go from now on. Choosing is no step of its own, but undo goes back to what was chosen."""
        assert 0 <= index < len(self.current.layers)
        if index != self.chosen_layer:
            self.chosen_layer = index
            self.layer_chosen.emit(index)

    def add_stroke(self, stroke: Stroke, generator: bytes | None = None) -> None:
        """Paint a stroke on the chosen layer; ``generator`` is the file its stamps were made with."""
        self.add_strokes((stroke,), generator)

    def add_strokes(self, strokes: Sequence[Stroke], generator: bytes | None = None) -> None:
        """Strokes that one movement of the hand painted, as one step."""
        assert strokes and not self.current.layers[self.chosen_layer].locked
        text = self.tr("brush stroke") if strokes[0].kind == "ink" else self.tr("erasing")
        layer = self.current.layers[self.chosen_layer]
        painted = replace(layer, strokes=(*layer.strokes, *strokes))
        artwork = self.current.with_layer(self.chosen_layer, painted)
        self.change(artwork, text, extent(strokes), generator=generator)

    def remove_stroke(self, layer_index: int, stroke_index: int) -> None:
        """Delete any one stroke, as if it had never been."""
        stroke = self.current.layers[layer_index].strokes[stroke_index]
        changed = self.current.without_stroke(layer_index, stroke_index)
        self.change(changed, self.tr("deleting a stroke"), extent([stroke]))

    def change(
        self,
        artwork: Artwork,
        text: str,
        changed: QRectF,
        *,
        chosen_layer: int | None = None,
        merge: str = "",
        generator: bytes | None = None,
    ) -> None:
        """Make ``artwork`` the current one; it looks different only inside ``changed``, in document pixels.

        Steps that follow each other with the same ``merge`` are one step, from the first to the last.
        ``generator``: the file that new stamps were made with; undo brings back the one before, too.
        """
        chosen = self.chosen_layer if chosen_layer is None else chosen_layer
        before = _State(self.current, self.chosen_layer, self.generator)
        after = _State(artwork, chosen, self.generator if generator is None else generator)
        self.undo_stack.push(_ChangeArtwork(self, before, after, text, changed, merge))
        self._bound_history()

    def close_step(self) -> None:
        """The next step is not merged with the last, even if it is of the same kind."""
        last = self.undo_stack.command(self.undo_stack.index() - 1)
        if isinstance(last, _ChangeArtwork):
            last.merge = ""

    def _bound_history(self) -> None:
        """Let the oldest steps go that hold more than there is room for; the last 64 always stay."""
        stack = self.undo_stack
        steps = [stack.command(place) for place in range(stack.count())]
        held = [step.held_bytes for step in steps if isinstance(step, _ChangeArtwork)]
        excess, gone = sum(held) - MOST_UNDO_BYTES, 0
        while excess > 0 and gone < len(held) - LEAST_UNDO_STEPS:
            excess -= held[gone]
            gone += 1
        if gone:
            self._forget_oldest([step.again() for step in steps[gone:] if isinstance(step, _ChangeArtwork)])

    def _forget_oldest(self, left: list[_ChangeArtwork]) -> None:
        """A stack cannot lose its oldest steps, so it is filled anew with those that are ``left``, all of them done."""
        stack = self.undo_stack
        clean = stack.cleanIndex() - (stack.count() - len(left))
        with QSignalBlocker(stack):  # nothing changes for those who listen
            stack.clear()
            stack.resetClean()
            for place, step in enumerate(left):
                if place == clean:
                    stack.setClean()
                stack.push(step)
            if clean == len(left):
                stack.setClean()

    @property
    def document(self) -> Document:
        """What a file would hold now."""
        return Document(self.current, self.generator)

    def empty(self) -> Artwork:
        """A sheet of the usual size; its layer is called as in the language of the moment, and keeps that name."""
        return Artwork(layers=(Layer(str(self.tr("Ink"))),))

    def new(self, artwork: Artwork | None = None) -> None:
        """Start afresh; what was open is forgotten."""
        self.begin(Document(artwork if artwork is not None else self.empty()), None)

    def open(self, path: Path) -> Document:
        """Open a document. FileError in one sentence if it cannot be; what was open then stays."""
        document = read_document(path)
        self.begin(document, path)
        return document

    def save(self, path: Path) -> None:
        """Write the document. OSError if it cannot be; the file then is what it was."""
        save_document(path, self.document)
        self.mark_saved(path, self.current)

    def begin(self, document: Document, path: Path | None, *, unsaved: bool = False) -> None:
        """Go on with a document that was read; ``unsaved``: no file holds it as it is."""
        self.undo_stack.clear()
        if unsaved:
            self.undo_stack.resetClean()
        self._move_to(path)
        self.show(_State(document.artwork, len(document.artwork.layers) - 1, document.generator), None)

    def mark_saved(self, path: Path, artwork: Artwork) -> None:
        """The file at ``path`` holds this; it is still modified if something was painted meanwhile."""
        if artwork is self.current:
            self.undo_stack.setClean()
        self._move_to(path)

    def show(self, state: _State, changed: QRectF | None) -> None:
        """For undo steps only: make it the current one."""
        self.current, self.generator = state.artwork, state.generator
        chosen_before, self.chosen_layer = self.chosen_layer, state.chosen_layer
        self.changed.emit(changed)
        if self.chosen_layer != chosen_before:
            self.layer_chosen.emit(self.chosen_layer)

    def _move_to(self, path: Path | None) -> None:
        if path != self.path:
            self.path = path
            self.path_changed.emit(path)

    def _on_clean_changed(self, clean: bool) -> None:
        self.modified_changed.emit(not clean)


def extent(strokes: Iterable[Stroke]) -> QRectF:
    """All that these strokes can touch, in document pixels."""
    whole = QRectF()
    for stroke in strokes:
        left, top, right, bottom = stroke.bounds()
        whole |= QRectF(left, top, right - left, bottom - top)
    return whole


@dataclass(frozen=True, slots=True)
class _State:
    """All that an undo step brings back."""

    artwork: Artwork
    chosen_layer: int
    generator: bytes | None


class _ChangeArtwork(QUndoCommand):
    """From one artwork to the next; values are frozen, so keeping both costs what differs."""

    def __init__(
        self,
        editor: ArtworkEditor,
        before: _State,
        after: _State,
        text: str,
        changed: QRectF,
        merge: str,
        *,
        is_done: bool = False,
    ) -> None:
        super().__init__(text)
        self.said = text
        self.merge = merge
        self._editor, self._changed, self._is_done = editor, changed, is_done
        self._before, self._after = before, after
        self.held_bytes = _held_bytes(before, after)

    def again(self) -> _ChangeArtwork:
        """The same step for another stack, where it is done already."""
        rest = (self._before, self._after, self.said, self._changed, self.merge)
        return _ChangeArtwork(self._editor, *rest, is_done=True)

    def redo(self) -> None:
        if self._is_done:
            self._is_done = False
            return
        self._editor.show(self._after, self._changed)

    def undo(self) -> None:
        self._editor.show(self._before, self._changed)

    def id(self) -> int:
        return 1 if self.merge else -1

    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, _ChangeArtwork) or other.merge != self.merge:
            return False
        self._after, self._changed = other._after, self._changed | other._changed
        self.held_bytes = _held_bytes(self._before, self._after)
        return True


def _held_bytes(before: _State, after: _State) -> int:
    """About what only this step holds: strokes and stamps that are new in it, and the generator's file."""
    known = {id(layer.strokes) for layer in before.artwork.layers}
    touched = [layer for layer in after.artwork.layers if id(layer.strokes) not in known]
    old = {id(stroke) for layer in before.artwork.layers for stroke in layer.strokes} if touched else set()
    new = [stroke for layer in touched for stroke in layer.strokes if id(stroke) not in old]
    stamps = {id(stamp): stamp for stroke in new for stamp in stroke.stamps}
    size = sum(stroke.dabs.nbytes + stroke.path.nbytes for stroke in new)
    size += sum(stamp.pixels.nbytes + STAMP_BYTES for stamp in stamps.values())
    if after.generator is not None and after.generator is not before.generator:
        size += len(after.generator)
    return size
