"""What has been: the run in the room with its moments, the other runs, and which of them the gallery shows."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction

import gan
from gan.config import TrainingConfig
from gan.errors import Failure
from gan.events import RunStarted, SamplesDrawn
from gan.gallery import gallery_latents
from gan.latents import Latent
from gan.run_folder import RunFolder
from studio.actions import make_action
from studio.pages.train.gallery import TrainGallery
from studio.pages.train.last_run import last_run, remember_run
from studio.pages.train.runs import TrainRuns
from studio.pages.train.time import TrainTime
from studio.session import Session, next_run_folder
from studio.widgets.training.training_bar import TrainingBar
from studio.words import known

OPENED, BRANCHED = "run opened", "run branched"


class TrainPast(QObject):
    """Connects time, runs and gallery; what is to be trained stays the room's business."""

    continue_asked = Signal()  # the run that is remembered as the last one
    settings_asked = Signal(object)  # gan.config.TrainingRequest
    run_opened = Signal(object)  # its folder
    shown_changed = Signal()  # another moment is shown, or another run
    fit_asked = Signal()

    def __init__(self, session: Session, samples: TrainGallery, bar: TrainingBar, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._samples, self._bar = session, samples, bar
        self.time = TrainTime(session, self)
        self.runs = TrainRuns(session)
        self.runs.hide()
        self._opens_generator = False
        self._runs_action = make_action(
            self,
            self.tr("Runs"),
            shortcut="Ctrl+O",
            icon_name="folder",
            tip=known(bar.runs.toolTip()),
            checkable=True,
        )
        self._connect()

    def _connect(self) -> None:
        files, time, runs = self._session.run_files, self.time, self.runs
        files.answered.connect(self._on_answered)
        files.failed.connect(self._on_failed)
        time.frame_ready.connect(self._samples.show_frame)
        time.compare.ready.connect(self._samples.show_compared)
        time.shown_changed.connect(self.shown_changed)
        time.continue_asked.connect(self._on_branch_asked)
        self._samples.gallery.cell_chosen.connect(time.set_cell)
        runs.open_asked.connect(self.open_run)
        runs.continue_asked.connect(self._on_continue_asked)
        runs.settings_asked.connect(self.settings_asked)
        runs.listed.connect(time.compare.set_other_runs)
        runs.removed.connect(self._on_removed)
        runs.closed.connect(self._hide_runs)
        self._session.latent_sent.connect(self._on_latent_sent)
        self._session.run_sent.connect(self.open_run)
        self._bar.runs_asked.connect(self._show_runs)
        self._runs_action.toggled.connect(self._show_runs)

    def actions(self) -> list[QAction]:
        """For the View menu of the room."""
        return [self._runs_action, *self.time.actions()]

    def begin(self) -> None:
        """The run of last time lies in the room again."""
        self.runs.refresh()
        if self.time.folder is None and (run := last_run(self._session.settings)) is not None:
            self._ask_for(run.folder, opens_generator=False)

    def fit(self, widest: int, height: int) -> None:
        """Gallery and runs share a column."""
        self._samples.fit(widest, height)
        self.runs.fit(self._samples.width(), widest)

    def generator_to_export(self) -> tuple[Path, str] | None:
        """The generator of the moment that is shown, and a name for it; None while there is none."""
        if (folder := self.time.folder) is None:
            return None
        moment = self.time.moment
        if moment is not None and not self.time.is_live:
            name = self.tr("{run}, step {step}").format(run=RunFolder(folder).name, step=moment.step)
            return moment.generator, name
        file = RunFolder(folder).generator_file
        return (file, RunFolder(folder).name) if file.is_file() else None

    # The run that goes on

    def show_started(self, event: RunStarted) -> None:
        side = event.config.model.image_size
        self._samples.show_run(event.folder, event.gallery, (side, side), goes_on=event.step > 0)
        self.time.show_run(event.folder, goes_on=True)
        self.runs.set_busy(event.folder)
        self._hide_runs()

    def show_samples(self, event: SamplesDrawn) -> None:
        """While an earlier moment is looked at, the run draws on unseen."""
        if self.time.is_live:
            self._samples.show_frame(event.step, event.pixels)

    def show_ended(self) -> None:
        self.runs.set_busy(None)
        self.runs.refresh()
        self.time.show_ended()

    @Slot(str, object, object)
    def _on_latent_sent(self, _destination: str, latent: Latent, pixels: np.ndarray | None) -> None:
        """Where a picture of the gallery goes, the generator that drew it goes too, or it would be another picture."""
        folder, moment, session = self.time.folder, self.time.moment, self._session
        if folder is None or not self._samples.is_fixed(latent, pixels):
            return
        if not self.time.is_live and moment is not None:
            if session.generator_file != moment.generator:
                session.open_moment(RunFolder(folder).name, moment.step, moment.generator)
        elif session.generator_file != RunFolder(folder).generator_file:
            session.open_run(folder)

    # Other runs

    @Slot(bool)
    def _show_runs(self, shown: bool) -> None:
        self._bar.runs.setChecked(shown)
        self._runs_action.setChecked(shown)
        self.runs.setVisible(shown)
        self._samples.setVisible(not shown)
        if shown:
            self.runs.refresh()
            self.runs.list.setFocus()

    @Slot()
    def _hide_runs(self) -> None:
        self._show_runs(False)

    @Slot(object)
    def open_run(self, folder: Path) -> None:
        """Its gallery, its moments and its curves come into the room, its generator into all rooms."""
        self._ask_for(folder, opens_generator=True)

    def _ask_for(self, folder: Path, *, opens_generator: bool) -> None:
        self._opens_generator = opens_generator
        self._session.run_files.ask(OPENED, lambda: (folder, RunFolder.open(folder).read_config()[1]))

    def _show_opened(self, folder: Path, config: TrainingConfig) -> None:
        if self._session.training.state != "idle":
            return
        side = config.model.image_size
        remember_run(self._session.settings, folder)
        self._samples.show_run(folder, gallery_latents(config.model), (side, side), goes_on=False)
        self.time.show_run(folder, goes_on=False)
        self.run_opened.emit(folder)
        self.fit_asked.emit()
        if self._opens_generator:
            self._session.open_run(folder)
            self._hide_runs()

    @Slot(object)
    def _on_continue_asked(self, folder: Path) -> None:
        remember_run(self._session.settings, folder)
        self.continue_asked.emit()

    @Slot(object, int)
    def _on_branch_asked(self, folder: Path, step: int) -> None:
        self._session.run_files.do(BRANCHED, partial(_branched, folder, step, next_run_folder()))

    @Slot(object)
    def _on_removed(self, folder: Path) -> None:
        if self.time.folder == folder:
            self.time.forget_run()

    @Slot(str, object)
    def _on_answered(self, name: str, answer: Any) -> None:
        match name, answer:
            case "run opened", (folder, config):
                self._show_opened(folder, config)
            case "run branched", Path() as branch:
                remember_run(self._session.settings, branch)
                self.continue_asked.emit()

    @Slot(str, object)
    def _on_failed(self, name: str, failure: Failure) -> None:
        if name in (OPENED, BRANCHED):
            self._session.failed.emit(failure)


def _branched(folder: Path, step: int, branch: Path) -> Path:
    gan.branch_run(folder, step, branch)
    return branch
