"""The open artwork: what it is now, how it got there, where it is kept."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QRectF, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from studio.document.artwork import Artwork, Stroke
from studio.document.file import Document, read_document, write_document

UNDO_STEPS = 256


class ArtworkEditor(QObject):
    """Every change is one undo step; saving keeps the history, opening starts a new one."""

    changed = Signal(object)  # QRectF in document pixels that looks different now, or None: everything
    modified_changed = Signal(bool)
    path_changed = Signal(object)  # Path | None

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.current = Artwork()
        self.path: Path | None = None
        self.generator: bytes | None = None
        self.undo_stack = QUndoStack(self)
        self.undo_stack.setUndoLimit(UNDO_STEPS)
        self.undo_stack.cleanChanged.connect(self._on_clean_changed)

    @property
    def is_modified(self) -> bool:
        """Whether there is something that no file holds."""
        return not self.undo_stack.isClean()

    def add_stroke(self, stroke: Stroke, generator: bytes | None = None) -> None:
        """Paint a stroke on the top layer; ``generator`` is the file its stamps were made with."""
        if generator is not None:
            self.generator = generator
        text = self.tr("brush stroke") if stroke.kind == "ink" else self.tr("erasing")
        self._push(self.current.with_stroke(stroke), text, stroke)

    def remove_stroke(self, layer_index: int, stroke_index: int) -> None:
        """Delete any one stroke, as if it had never been."""
        stroke = self.current.layers[layer_index].strokes[stroke_index]
        self._push(
            self.current.without_stroke(layer_index, stroke_index), self.tr("deleting a stroke"), stroke
        )

    def new(self, artwork: Artwork | None = None) -> None:
        """Start afresh; what was open is forgotten."""
        self.generator = None
        self._begin(artwork if artwork is not None else Artwork(), None)

    def open(self, path: Path) -> None:
        """Open a document. FileError in one sentence if it cannot be; what was open then stays."""
        document = read_document(path)
        self.generator = document.generator
        self._begin(document.artwork, path)

    def save(self, path: Path) -> None:
        """Write the document. OSError if it cannot be; the file then is what it was."""
        write_document(path, Document(self.current, self.generator))
        self.undo_stack.setClean()
        self._move_to(path)

    def show(self, artwork: Artwork, changed: QRectF | None) -> None:
        """For undo steps only: make ``artwork`` the current one."""
        self.current = artwork
        self.changed.emit(changed)

    def _push(self, artwork: Artwork, text: str, stroke: Stroke) -> None:
        left, top, right, bottom = stroke.bounds()
        rect = QRectF(left, top, right - left, bottom - top)
        self.undo_stack.push(_ChangeArtwork(self, artwork, text, rect))

    def _begin(self, artwork: Artwork, path: Path | None) -> None:
        self.undo_stack.clear()
        self._move_to(path)
        self.show(artwork, None)

    def _move_to(self, path: Path | None) -> None:
        if path != self.path:
            self.path = path
            self.path_changed.emit(path)

    def _on_clean_changed(self, clean: bool) -> None:
        self.modified_changed.emit(not clean)


class _ChangeArtwork(QUndoCommand):
    """From one artwork to the next; values are frozen, so keeping both costs what differs."""

    def __init__(self, editor: ArtworkEditor, after: Artwork, text: str, changed: QRectF) -> None:
        super().__init__(text)
        self._editor, self._before, self._after, self._changed = editor, editor.current, after, changed

    def redo(self) -> None:
        self._editor.show(self._after, self._changed)

    def undo(self) -> None:
        self._editor.show(self._before, self._changed)
