"""What is open: the generator, the run, the artwork, the shelf; says when they change."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

import numpy as np
from PySide6.QtCore import QObject, Signal, Slot

import gan
from gan import places
from gan.cadence import QUALITY_S, Cadence
from gan.config import GeneratorInfo, TrainingRequest
from gan.errors import UserError
from gan.events import GeneratorSaved, RunStarted, TrainingEvent
from gan.latents import Latent
from gan.orders import PinNow, RunControl
from gan.run_folder import RunFolder
from studio.controllers.critic import CriticController
from studio.controllers.datasets import DatasetController
from studio.controllers.exports import ExportController
from studio.controllers.inference import InferenceController
from studio.controllers.job_queue import JobQueue
from studio.controllers.named_directions import NamedDirections
from studio.controllers.questions import Questions
from studio.controllers.shelf_keeper import ShelfKeeper
from studio.controllers.training import TrainingController
from studio.document.editor import ArtworkEditor
from studio.settings import Settings
from studio.shelf import Board, Kept, Shelf

SHIPPED_GENERATOR = "ink-digits"
MEASURED = Cadence(quality_s=QUALITY_S)  # the charts show how good the pictures are


class Session(QObject):
    """Shared by all pages; owns the controllers."""

    generator_changed = Signal(object)  # GeneratorInfo
    run_changed = Signal()  # there is a run to follow now
    moment_changed = Signal()  # all rooms draw as a run was at one of its steps, or no longer
    shelf_changed = Signal()
    shelf_asked = Signal()  # the whole of it is to be seen
    room_asked = Signal(str)  # the name of a room to go to
    run_sent = Signal(object)  # the folder of a run that comes into the Train room
    latent_sent = Signal(str, object, object)  # "explore", "blend_a", "blend_b" or "brush"; Latent; pixels
    failed = Signal(object)  # gan.errors.Failure
    leaving = Signal()  # the last moment to order something that is to be written
    left = Signal()  # after shut_down, once every thread is over

    def __init__(self, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.settings = settings
        self.training = TrainingController(self)
        self.lessons = TrainingController(self)  # of judges
        self.inference = InferenceController(parent=self)
        self.datasets = DatasetController(self)
        self.exports = ExportController(self)
        self.redraws = ExportController(self)  # of whole paintings, by another generator
        self.run_files = Questions(self)  # what lies in the folders of runs
        self.model_files = Questions(self)  # generators, and what they draw
        self.picture_files = Questions(self)  # pictures from other programs
        self.critic = CriticController(self)
        self.drawings = JobQueue(self)  # writes what is drawn to learn from, in the order of the hand
        self.documents = JobQueue(self)  # writes paintings, and unsaved work as it grows
        self.named_directions = NamedDirections(self)
        self.kept = ShelfKeeper(shelf_file(), settings, self)
        self._members = (
            self.training,
            self.lessons,
            self.inference,
            self.datasets,
            self.exports,
            self.redraws,
            self.run_files,
            self.model_files,
            self.picture_files,
            self.critic,
            self.drawings,
            self.documents,
            self.named_directions,
            self.kept,
        )
        self.artwork = ArtworkEditor(self)
        self.run_file: Path | None = None  # the newest weights of the run of this sitting
        self.moment: tuple[str, int] | None = None  # the run's name and the step that all rooms draw as
        self._before_moment: Path | None = None  # what was open; None: the run was followed
        self._run_folder: Path | None = None
        self.learning_folder: Path | None = None  # of the run that is being trained
        self._new_folder: Path | None = None  # of a run that has not begun to learn
        self._following = False
        self._connect()

    def _connect(self) -> None:
        self.inference.opened.connect(self._on_opened)
        self.kept.changed.connect(self.shelf_changed)
        self.training.reported.connect(self._on_reported)
        self.training.ended.connect(self._on_ended)
        for member in self._members:
            member.left.connect(self._on_left)
        for member in (
            self.training,
            self.inference,
            self.named_directions,
            self.kept,
        ):  # of others the pages say it in place
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
        self._set_moment(None)
        self.inference.open_generator(path)

    def open_moment(self, run: str, step: int, path: Path) -> None:
        """Let all rooms draw as a run was at a step, until something else is opened or followed."""
        if self.moment is None:
            self._before_moment = None if self._following else self.generator_file
        self._following = False
        self._set_moment((run, step))
        self.inference.open_generator(path)

    def leave_moment(self) -> None:
        """Back to what was open, or followed, before the moment."""
        if self.moment is None:
            return
        if self._before_moment is None:
            self.follow_run()
        else:
            self.open_file(self._before_moment)

    def _set_moment(self, moment: tuple[str, int] | None) -> None:
        if moment != self.moment:
            self.moment = moment
            self.moment_changed.emit()

    def reopen_generator(self) -> None:
        """The one that is open, anew: there may be a judge for it by now."""
        if self._following and self.run_file is not None:
            self.inference.follow(self.run_file)
        else:
            self.inference.open_generator(self.generator_file)

    def follow_run(self) -> None:
        """Show the generator of the current run, and go on showing it as it learns."""
        self._following = True
        self._set_moment(None)
        if self.run_file is not None:
            self.inference.follow(self.run_file)

    def open_run(self, folder: Path) -> None:
        """Let all rooms draw with the generator that a run has left."""
        if (file := RunFolder(folder).generator_file).is_file():
            self._run_folder = folder
            self._following = True
            self._set_moment(None)
            self._show_run(file)

    @Slot(object)
    def _on_opened(self, info: GeneratorInfo) -> None:
        self.named_directions.take(info, self.inference.source)
        self.generator_changed.emit(info)

    # Runs

    def start_training(self, request: TrainingRequest) -> None:
        """Begin a run in a folder of its own, and follow it."""
        control = RunControl()
        folder = next_run_folder()
        self._begin(gan.train(request, folder, cadence=MEASURED, control=control), control)
        self._new_folder = folder

    def resume_training(
        self,
        folder: Path,
        *,
        minutes: float | None = None,
        steps: int | None = None,
        changes: Mapping[str, Any] | None = None,
    ) -> None:
        """Go on with a run: for so many minutes more, up to so many steps, or with neither until stopped.

        ``changes``: entries of the recipe that are different from here on.
        """
        until_stopped = minutes is None and steps is None
        control = RunControl()
        run = gan.resume(
            folder,
            minutes=minutes,
            steps=steps,
            until_stopped=until_stopped,
            changes=changes,
            cadence=MEASURED,
            control=control,
        )
        self._begin(run, control)

    def pin_now(self) -> None:
        """Keep this very moment of the run that goes on."""
        self.training.order(PinNow())

    def _begin(self, run: Iterator[TrainingEvent], control: RunControl) -> None:
        self._run_folder = self._new_folder = None
        self._following = True
        self._set_moment(None)
        self.training.start(run, control)

    @Slot(object)
    def _on_reported(self, event: TrainingEvent) -> None:
        if isinstance(event, RunStarted):
            self._run_folder = self.learning_folder = event.folder
            self._new_folder = None
        elif isinstance(event, GeneratorSaved):
            self._show_run(event.path)

    @Slot()
    def _on_ended(self) -> None:
        """A run that is stopped saves once more, when it can no longer report; one that never began leaves nothing."""
        self.learning_folder = None
        if self._new_folder is not None:
            with suppress(OSError):  # not empty, or never made
                self._new_folder.rmdir()
            self._new_folder = None
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

    @property
    def shelf(self) -> Shelf:
        """All that is kept."""
        return self.kept.shelf

    @property
    def board(self) -> Board:
        """The board of it that all rooms show."""
        return self.kept.board

    def load_shelf(self) -> None:
        """Read what earlier sittings kept; a damaged file is set aside, never overwritten."""
        self.kept.load()

    def keep(self, latent: Latent, pixels: np.ndarray) -> None:
        """On the board that is shown."""
        name = self.inference.info.name if self.inference.info is not None else ""
        try:
            self.kept.keep([Kept(latent, pixels.copy(), name)])
        except UserError as error:
            self.failed.emit(error.failure)

    def discard(self, index: int) -> None:
        """The picture at that place of the board that is shown."""
        self.kept.discard([self.board[index].key])

    # Between rooms

    def send(self, destination: str, latent: Latent, pixels: np.ndarray | None) -> None:
        self.latent_sent.emit(destination, latent, pixels)

    # The end

    def shut_down(self) -> None:
        """Save the run and end every thread; ``left`` follows."""
        self.leaving.emit()
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
    """Run 1, Run 2, … in the folder of runs; made at once, so that no other run can take it.

    Where it cannot be made, the run that is to lie in it says so.
    """
    number = 1
    while True:
        folder = places.runs_folder() / f"Run {number}"
        try:
            folder.mkdir(parents=True)
        except FileExistsError:
            number += 1
        except OSError:
            return folder
        else:
            return folder
