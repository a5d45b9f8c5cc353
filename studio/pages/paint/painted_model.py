"""Which model a painting was made with: said when it is not the open one, and opened from the painting itself."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from gan import places
from gan.files import atomic_write, sha256_of
from studio.document.artwork import Artwork
from studio.document.file import Document
from studio.pages.paint.files import PaintFiles
from studio.session import Session
from studio.widgets.frame.notice_bar import Notice

NAME = "model"


class PaintedModel(QObject):
    """Strokes keep their pixels whatever model is open; only what is painted next would look otherwise."""

    redraw_asked = Signal()  # by the open model

    def __init__(self, session: Session, files: PaintFiles) -> None:
        super().__init__(files)
        self._session, self._files = session, files
        self._generator: bytes | None = None  # of a painting whose model is not the open one
        self._fingerprint = ""
        self._is_compared = True
        files.opened.connect(self._on_opened)
        files.notices.answered.connect(self._on_answered)
        session.generator_changed.connect(self._compare)

    @Slot(object)
    def _on_opened(self, document: Document) -> None:
        self._files.notices.withdraw(NAME)
        self._generator = document.generator
        self._is_compared = document.generator is None
        if document.generator is not None:
            self._fingerprint = sha256_of(document.generator)
            self._compare()
        elif document.generator_is_lost:
            self._say(self.tr("The model inside “{name}” is damaged. Its strokes keep the pixels they had."))
        elif _has_ink(document.artwork):
            self._say(
                self.tr("“{name}” does not hold the model of its strokes. They keep the pixels they had.")
            )

    @Slot()
    def _compare(self, _info: object = None) -> None:
        """With the model that is open, once there is one; later changes of it are the person's own doing."""
        info = self._session.inference.info
        if info is None or self._generator is None:
            return
        if info.fingerprint == self._fingerprint:
            self._files.notices.withdraw(NAME)
        elif not self._is_compared:
            sentence = self.tr(
                "“{name}” was painted with another model than the open one. Its strokes keep the pixels they had."
            )
            tooltip = self.tr("Opens the model that travels inside the painting, in all rooms.")
            redraw_tip = self.tr("Lets the model that is open draw the whole painting; undo brings it back.")
            self._say(
                sentence,
                (
                    ("open", self.tr("Open its model"), tooltip),
                    ("redraw", self.tr("Redraw with the open one"), redraw_tip),
                ),
            )
        self._is_compared = True

    def _say(self, sentence: str, answers: tuple[tuple[str, str, str], ...] = ()) -> None:
        self._files.notices.offer(Notice(NAME, sentence.format(name=self._files.name), answers))

    @Slot(str, str)
    def _on_answered(self, notice: str, answer: str) -> None:
        if notice == NAME and answer == "redraw":
            self.redraw_asked.emit()
        elif notice == NAME and self._generator is not None:
            file = places.data_folder() / "models" / f"{self._fingerprint[:16]}.safetensors"
            job = self._session.documents.run(partial(_written, file, self._generator))
            job.finished.connect(self._session.open_file)
            job.failed.connect(self._session.failed)


def _has_ink(artwork: Artwork) -> bool:
    return any(stroke.kind == "ink" for layer in artwork.layers for stroke in layer.strokes)


def _written(file: Path, generator: bytes) -> Path:
    """The generator as a file; its name is its content's, so what is there already is the same."""
    file.parent.mkdir(parents=True, exist_ok=True)
    if not file.is_file() or file.stat().st_size != len(generator):
        atomic_write(file, generator)
    return file
