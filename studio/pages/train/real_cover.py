"""Training pictures in place of the made ones, for as long as a key or a button is held."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from PySide6.QtCore import QObject, Signal, Slot

import gan
from gan.errors import Failure
from studio.pages.engine_words import EngineWords
from studio.session import Session
from studio.widgets.gallery.sample_gallery import SampleGallery

REAL = "training pictures"


class RealCover(QObject):
    """Reads them once a run, when they are first asked for."""

    told = Signal(str)  # why there are none to show; "" once nobody wants to see them

    def __init__(self, gallery: SampleGallery, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._gallery, self._files, self._words = gallery, session.run_files, EngineWords(self)
        self._folder: Path | None = None
        self._pixels: np.ndarray | None = None
        self._is_held = False
        self._files.answered.connect(self._on_answered)
        self._files.failed.connect(self._on_failed)
        gallery.cover_asked.connect(self.hold)

    def set_run(self, folder: Path) -> None:
        """Whose training pictures are shown."""
        if folder != self._folder:
            self._folder, self._pixels = folder, None

    @Slot(bool)
    def hold(self, held: bool) -> None:
        self._is_held = held
        if not held:
            self._gallery.set_cover(None)
            self.told.emit("")
        elif self._pixels is not None:
            self._show()
        elif (folder := self._folder) is not None and (made := self._gallery.pixels) is not None:
            columns = made.shape[1]
            self._files.ask(REAL, lambda: (folder, gan.real_pictures(folder, columns)))

    def _show(self) -> None:
        made, real = self._gallery.pixels, self._pixels
        if made is not None and real is not None and made.shape == real.shape:
            self._gallery.set_cover(real)

    @Slot(str, object)
    def _on_answered(self, name: str, answer: object) -> None:
        match name, answer:
            case "training pictures", (folder, np.ndarray() as pixels) if folder == self._folder:
                self._pixels = pixels
                if self._is_held:
                    self._show()

    @Slot(str, object)
    def _on_failed(self, name: str, failure: Failure) -> None:
        if name == REAL and self._is_held:
            self.told.emit(self._words.sentence(failure))
