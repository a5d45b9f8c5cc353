"""One dialog's writing: how far it is, what becomes of it, and the way to the file."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import cast

from PySide6.QtCore import QObject, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices

from gan.config import ModelConfig
from gan.errors import Failure
from gan.files import sweep_temporaries
from studio.controllers.exports import CALLED_OFF, Measure, Report
from studio.frame_look import GROUNDS, LEAST_SCALE, MOST_SCALE, FrameLook, Ground
from studio.pages.engine_words import EngineWords
from studio.session import Session
from studio.settings import Settings
from studio.widgets.exports.picture_export_dialog import PictureExportDialog

FOLDER_KEY = "export/folder"
WHOLE_PX = 1024
Write = Callable[[Report], Path]


class ExportRun(QObject):
    """The dialog stays open meanwhile, so that it can be called off, and another form be written after it."""

    written = Signal(object)  # Path

    def __init__(self, dialog: PictureExportDialog, session: Session) -> None:
        super().__init__(dialog)
        self._dialog, self._session, self._words = dialog, session, EngineWords(self)
        self._measure: Measure | None = None
        self._written: Path | None = None
        dialog.cancel_asked.connect(self._call_off)
        dialog.reveal_asked.connect(self._reveal)

    def start(self, write: Write) -> None:
        """Hand the writing over; the dialog says how it goes."""
        self._session.settings.set_value(FOLDER_KEY, str(self._dialog.path.parent))
        job, self._measure = self._session.exports.write(partial(_write_and_weigh, write))
        self._measure.changed.connect(self._dialog.show_writing)
        job.finished.connect(self._on_finished)
        job.failed.connect(self._on_failed)
        self._dialog.show_writing(0, 1)

    @Slot()
    def _call_off(self) -> None:
        if self._measure is not None:
            self._measure.call_off()

    @Slot(object)
    def _on_finished(self, written: tuple[Path, int]) -> None:
        self._measure = None
        self._written, size_bytes = written
        self._dialog.show_written(self._written, size_bytes)
        self.written.emit(self._written)

    @Slot(object)
    def _on_failed(self, failure: Failure) -> None:
        self._measure = None
        called_off = failure.code == CALLED_OFF
        words = self.tr("Called off: nothing was written.") if called_off else self._words.sentence(failure)
        self._dialog.show_not_written(words)

    @Slot()
    def _reveal(self) -> None:
        if self._written is not None:
            folder = self._written if self._written.is_dir() else self._written.parent
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


def last_folder(session: Session) -> Path:
    """Where the last export went, if that is still there."""
    folder = Path(session.settings.value(FOLDER_KEY, str(Path.home())))
    return folder if folder.is_dir() else Path.home()


def last_look(settings: Settings, model: ModelConfig) -> FrameLook:
    """How pictures of this kind left last; large ones at a size that is still looked at whole."""
    edges = settings.value("export/edges", "crisp")
    key, first = _ground_of(model.channels)
    ground = settings.value(key, first)
    scale, whole = settings.value("export/picture_scale", 8), max(WHOLE_PX // model.image_size, 1)
    return FrameLook(
        min(max(scale, LEAST_SCALE), MOST_SCALE, whole),
        "pixels" if edges == "pixels" else "crisp",
        cast(Ground, ground if ground in GROUNDS else first),
    )


def remember_look(settings: Settings, look: FrameLook, model: ModelConfig) -> None:
    """For the next export of pictures of this kind."""
    settings.set_value("export/picture_scale", look.scale)
    settings.set_value(_ground_of(model.channels)[0], look.ground)
    if model.channels == 1:
        settings.set_value("export/edges", look.edges)


def _ground_of(channels: int) -> tuple[str, str]:
    """Where the ground of such pictures is remembered, and which they have at first: sprites keep their own."""
    return ("export/picture_ground", "paper") if channels == 1 else ("export/sprite_ground", "transparent")


def _write_and_weigh(write: Write, report: Report) -> tuple[Path, int]:
    """What was written, and its bytes; what an export that was killed has left in the folder goes."""
    path = write(report)
    sweep_temporaries(path.parent)
    files = list(path.iterdir()) if path.is_dir() else [path]
    return path, sum(file.stat().st_size for file in files)
