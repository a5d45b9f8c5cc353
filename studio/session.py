"""What is open: the generator, the run, the artwork, the shelf; says when they change."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import numpy as np
from PySide6.QtCore import QObject, Signal, Slot

import gan
from gan import places
from gan.config import TrainingRequest
from gan.errors import Failure, FileError, describe
from gan.events import GeneratorSaved, RunStarted, TrainingEvent
from gan.latents import Latent
from gan.run_folder import RunFolder
from studio.controllers.datasets import DatasetController
from studio.controllers.exports import ExportController
from studio.controllers.inference import InferenceController
from studio.controllers.job_queue import JobQueue
from studio.controllers.training import TrainingController
from studio.document.editor import ArtworkEditor
from studio.settings import Settings
from studio.shelf import Kept, Shelf, read_shelf, set_aside, write_shelf

log = logging.getLogger(__name__)

SHIPPED_GENERATOR = "ink-digits"


class Session(QObject):
    """Shared by all pages; owns the controllers."""

    generator_changed = Signal(object)  # GeneratorInfo
    run_changed = Signal()  # there is a run to follow now
    shelf_changed = Signal()
    latent_sent = Signal(str, object, object)  # "explore", "blend_a", "blend_b" or "brush"; Latent; pixels
    failed = Signal(object)  # gan.errors.Failure
    left = Signal()  # after shut_down, once every thread is over

    def __init__(self, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.settings = settings
        self.training = TrainingController(self)
        self.inference = InferenceController(parent=self)
        self.datasets = DatasetController(self)
        self.exports = ExportController(self)
        self._shelf_writer = JobQueue(self)
        self._members = (self.training, self.inference, self.datasets, self.exports, self._shelf_writer)
        self.artwork = ArtworkEditor(self)
        self.shelf = Shelf()
        self.run_file: Path | None = None  # the newest weights of the run of this sitting
        self._run_folder: Path | None = None
        self._following = False
        self._connect()

    def _connect(self) -> None:
        self.inference.opened.connect(self.generator_changed)
        self.training.reported.connect(self._on_reported)
        self.training.ended.connect(self._on_ended)
        for member in self._members:
            member.left.connect(self._on_left)
            if member is not self.exports and member is not self.datasets:  # their pages say it in place
                member.failed.connect(self.failed)

    # The generator

    @property
    def generator_file(self) -> Path:
        """Where the generator that is open lies."""
        return Path(self.inference.source or shipped_file())

    @property
    def has_generator(self) -> bool:
        """Whether one is open or on its way."""
        return self.inference.is_opening or self.inference.info is not None

    @property
    def generator_source(self) -> str:
        """ "shipped", "run" or "file"."""
        if self.generator_file == shipped_file():
            return "shipped"
        return "run" if self.generator_file == self.run_file else "file"

    def open_shipped(self) -> None:
        self.open_file(shipped_file())

    def open_file(self, path: Path) -> None:
        """``generator_changed`` or ``failed`` follows; until then the old generator stays."""
        self._following = False
        self.inference.open_generator(path)

    def follow_run(self) -> None:
        """Show the generator of the current run, and go on showing it as it learns."""
        self._following = True
        if self.run_file is not None:
            self.inference.follow(self.run_file)

    # Runs

    def start_training(self, request: TrainingRequest) -> None:
        """Begin a run in a folder of its own, and follow it."""
        self._begin(gan.train(request, next_run_folder()))

    def resume_training(
        self, folder: Path, *, minutes: float | None = None, steps: int | None = None
    ) -> None:
        """Go on with a run: for so many minutes more, up to so many steps, or with neither until stopped."""
        until_stopped = minutes is None and steps is None
        self._begin(gan.resume(folder, minutes=minutes, steps=steps, until_stopped=until_stopped))

    def _begin(self, run: Iterator[TrainingEvent]) -> None:
        self._run_folder = None
        self._following = True
        self.training.start(run)

    @Slot(object)
    def _on_reported(self, event: TrainingEvent) -> None:
        if isinstance(event, RunStarted):
            self._run_folder = event.folder
        elif isinstance(event, GeneratorSaved):
            self._show_run(event.path)

    @Slot()
    def _on_ended(self) -> None:
        """A run that is stopped saves once more, when it can no longer report."""
        if self._run_folder is not None and (file := RunFolder(self._run_folder).generator_file).is_file():
            self._show_run(file)

    def _show_run(self, file: Path) -> None:
        is_new = self.run_file != file
        self.run_file = file
        if is_new:
            self.run_changed.emit()
        if self._following:
            self.inference.follow(file)

    # The shelf

    def load_shelf(self) -> None:
        """Read what earlier sittings kept; a damaged file is set aside, never overwritten."""
        try:
            self.shelf = read_shelf(shelf_file())
        except (FileError, OSError) as error:
            log.exception("the shelf could not be read")
            self._set_shelf_aside(describe(error))
        self.shelf_changed.emit()

    def _set_shelf_aside(self, failure: Failure) -> None:
        try:
            aside = set_aside(shelf_file())
        except OSError as error:
            log.exception("the damaged shelf could not be set aside")
            self.failed.emit(describe(error))
            return
        sentence = self.tr("Your kept pictures could not be read. The file was set aside as “{name}”.")
        self.failed.emit(
            Failure(code=failure.code, sentence=sentence.format(name=aside.name), values={"name": aside.name})
        )

    def keep(self, latent: Latent, pixels: np.ndarray) -> None:
        name = self.inference.info.name if self.inference.info is not None else ""
        self._replace_shelf(self.shelf.with_kept(Kept(latent, pixels.copy(), name)))

    def discard(self, index: int) -> None:
        self._replace_shelf(self.shelf.without(index))

    def _replace_shelf(self, shelf: Shelf) -> None:
        self.shelf = shelf
        self.shelf_changed.emit()
        self._shelf_writer.forget_waiting()
        self._shelf_writer.run(partial(write_shelf, shelf_file(), shelf))

    # Between rooms

    def send(self, destination: str, latent: Latent, pixels: np.ndarray | None) -> None:
        self.latent_sent.emit(destination, latent, pixels)

    # The end

    def shut_down(self) -> None:
        """Save the run and end every thread; ``left`` follows."""
        self.settings.save()
        for member in self._members:
            member.shut_down()

    @property
    def has_left(self) -> bool:
        return all(member.has_left for member in self._members)

    @Slot()
    def _on_left(self) -> None:
        if self.has_left:
            self.left.emit()


def shipped_file() -> Path:
    return places.resources_folder() / "generators" / f"{SHIPPED_GENERATOR}.safetensors"


def shelf_file() -> Path:
    return places.data_folder() / "shelf.json"


def next_run_folder() -> Path:
    """Run 1, Run 2, … in the folder of runs; nothing is created yet."""
    runs = places.runs_folder()
    number = 1
    while (runs / f"Run {number}").exists():
        number += 1
    return runs / f"Run {number}"
