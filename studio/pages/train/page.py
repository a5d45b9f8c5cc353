"""The Train room: a recipe at the left, curves in the middle, the gallery at the right."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QAction, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gan.errors import Failure, GanError, describe
from gan.events import (
    CheckpointSaved,
    DoctorNote,
    MomentKept,
    RunStarted,
    SamplesDrawn,
    StepsDone,
    TrainingEvent,
    Warned,
)
from gan.run_folder import RunFolder
from studio.actions import make_action
from studio.number_style import number
from studio.pages.train.charts import TrainCharts
from studio.pages.train.doctor import TrainDoctor
from studio.pages.train.gallery import TrainGallery
from studio.pages.train.last_run import last_run, remember_run
from studio.pages.train.orders import TrainOrders
from studio.pages.train.past import TrainPast
from studio.pages.train.recipe import TrainRecipe
from studio.pages.train.run_rescue import RunRescue
from studio.session import Session
from studio.theme import text_font
from studio.widgets.controls.durations import clock_text
from studio.widgets.controls.labels import label
from studio.widgets.controls.surface import Surface, horizontal_line, scrolling_under, vertical_line
from studio.widgets.training.time_track import HEIGHT_PX as DOCK_PX
from studio.widgets.training.training_bar import TrainingBar
from studio.words import joined

RECIPE_PX, WIDE_RECIPE_PX, WIDE_ROOM_PX = 280, 304, 1600
CARD_MARGINS_PX = (16, 0, 16, 16)
LEAST_CHARTS_PX, NARROW_CHARTS_PX, NARROW_ROOM_PX = 400, 320, 1100
SHORT_ROOM_PX = 560  # below it the doctor's explanation and the charts take turns
SAID_IN_PLACE = ("pictures-skipped",)  # the recipe panel tells it, with the list
NEWS_MS = 250  # numbers that change faster cannot be read


class TrainPage(QWidget):
    """Arranges the room and connects it to the session's training."""

    status_text_changed = Signal(str)
    progress_changed = Signal(float)  # 0…1; below 0: nothing to show

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.room_name = "train"
        self._session = session
        self._training = session.training
        self._latest: StepsDone | None = None
        self._has_begun = False
        self.recipe = TrainRecipe(session, self)
        self.recipe.take_drops_on(self)
        self.form, self.choice = self.recipe.form, self.recipe.choice
        self.bar = self.room_bar_left = TrainingBar()
        self.room_bar_right = self._clock = label("")
        self._clock.setFont(text_font(13, 600))
        self.charts = TrainCharts(session)
        self.samples = TrainGallery(session)
        self.past = TrainPast(session, self.samples, self.bar, self)
        self.orders = TrainOrders(
            self.bar, session, self, resume_held=self._resume_held, source=self.past.generator_to_export
        )
        self.doctor, self.rescue = TrainDoctor(session, self), RunRescue(session, self)
        self._news = QTimer(self)
        self._news.setSingleShot(True)
        self._news.setInterval(NEWS_MS)
        self._train_action = make_action(
            self, self.tr("Train or pause"), shortcut="Ctrl+Return", icon_name="play"
        )
        self._stop_action = make_action(self, self.tr("Stop training"), shortcut="Ctrl+.", icon_name="stop")
        self._arrange()
        self._connect()
        self._on_state_changed(self._training.state)

    def actions_by_menu(self) -> dict[str, list[QAction]]:
        return {
            "picture": [*self.samples.picture_actions(), self.samples.nearest_action],
            "view": [*self.past.actions(), *self.samples.view_actions()],
            "model": [self._train_action, self._stop_action, *self.orders.actions()],
        }

    def _arrange(self) -> None:
        self._recipe, self._middle = Surface("panel"), QWidget()
        column, middle = QVBoxLayout(self._recipe), QVBoxLayout(self._middle)
        for box in (column, middle):
            box.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scrolling_under(self.form))
        middle.setSpacing(0)
        middle.addWidget(self.charts, 1)
        middle.addStretch(0)  # where the charts give way to the doctor's words
        card = QVBoxLayout()  # takes no room while the card is hidden
        card.setContentsMargins(*CARD_MARGINS_PX)
        card.addWidget(self.doctor.card)
        middle.addLayout(card)
        above, right, layout = QHBoxLayout(), QVBoxLayout(), QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for line in (above, right, layout):
            line.setSpacing(0)
        above.addWidget(self._middle, 1)
        above.addWidget(vertical_line())
        above.addWidget(self.samples)
        above.addWidget(self.past.runs)
        right.addLayout(above, 1)
        right.addWidget(horizontal_line())
        right.addWidget(self.past.time.dock)
        layout.addWidget(self._recipe)
        layout.addWidget(vertical_line())
        layout.addLayout(right, 1)

    def _connect(self) -> None:
        self.bar.train_asked.connect(self._on_train_asked)
        self.bar.pause_asked.connect(self._training.pause)
        self.bar.go_on_asked.connect(self._training.go_on)
        self.bar.stop_asked.connect(self._training.stop)
        self.samples.fit_asked.connect(self._fit)
        self._training.saving.connect(self.bar.set_saving)
        self.bar.continue_asked.connect(self._on_continue_asked)
        self.past.continue_asked.connect(self._on_continue_asked)
        self.past.settings_asked.connect(self.recipe.take)
        self.past.shown_changed.connect(self._show_bar)
        self.past.runs.renamed.connect(self._show_bar)
        self.past.fit_asked.connect(self._fit)
        self.past.run_opened.connect(self.charts.show_stored)
        self.past.time.playhead_moved.connect(self._on_playhead_moved)
        self.past.time.live_changed.connect(self.charts.set_live)
        self.charts.live_changed.connect(self.past.time.take_live)
        self.charts.moment_asked.connect(self.past.time.go_to)
        self._train_action.triggered.connect(self.bar.press)
        self._stop_action.triggered.connect(self._training.stop)
        self._training.reported.connect(self._on_reported)
        self._training.state_changed.connect(self._on_state_changed)
        self._training.ended.connect(self._on_ended)
        self._session.inference.engine_ready.connect(self._on_engine_ready)
        self.choice.changed.connect(self._on_choice_changed)
        self.recipe.changed.connect(self._on_recipe_changed)
        self.doctor.resume_asked.connect(self._on_resume_asked)
        self.doctor.back_asked.connect(self.rescue.begin)
        self.rescue.branched.connect(self._on_branched)
        self.doctor.card.why.toggled.connect(self._fit)
        self._news.timeout.connect(self._tell_news)

    # What the person does

    @Slot()
    def _on_train_asked(self) -> None:
        self._session.start_training(self.recipe.request())

    @Slot()
    def _on_continue_asked(self) -> None:
        """For the budget on the left: so many minutes more, or so many steps."""
        self._go_on_with({})

    @Slot(object)
    def _on_resume_asked(self, changes: Mapping[str, Any]) -> None:
        """The doctor mends a run that has ended."""
        self._go_on_with(changes)

    @Slot(object, object)
    def _on_branched(self, folder: Path, changes: Mapping[str, Any]) -> None:
        """A run goes on from before its trouble, in a folder of its own."""
        remember_run(self._session.settings, folder)
        self._go_on_with(changes)

    def _go_on_with(self, changes: Mapping[str, Any]) -> None:
        """A branch may be ready only when another run was begun: it then waits in the list of runs."""
        if self._training.state != "idle":
            return
        if (run := last_run(self._session.settings)) is None:
            self._show_bar()
            return
        try:
            minutes, steps = self.recipe.more_for(run)
        except (GanError, OSError) as error:
            self._session.failed.emit(describe(error))
            return
        self._session.resume_training(run.folder, minutes=minutes, steps=steps, changes=changes)

    def _resume_held(self) -> bool:
        """Take the last run up where it was saved, for single steps; whether there is one that can go on."""
        if last_run(self._session.settings) is None:
            return False
        self._go_on_with({})
        self._training.pause()
        return self._training.state != "idle"

    @Slot(int)
    def _on_playhead_moved(self, step: int) -> None:
        self.charts.set_playhead(None if self.past.time.is_live else step)

    @Slot()
    def _on_recipe_changed(self) -> None:
        self._show_clock()
        self._show_bar()

    @Slot()
    def _on_choice_changed(self) -> None:
        if self.choice.summary is not None and self._training.state == "idle":
            self.samples.expect(self.choice.summary)
            self._fit()
        self._show_bar()

    # What the run reports

    @Slot(object)
    def _on_reported(self, event: TrainingEvent) -> None:
        match event:
            case StepsDone():
                self._latest = event
                if not self._news.isActive():
                    self._news.start()
            case SamplesDrawn():
                self.past.show_samples(event)
            case MomentKept():
                self.past.time.show_kept(event)
            case RunStarted():
                self._begin(event)
            case CheckpointSaved():
                self.form.show_saved(event.step)
            case Warned() if event.code not in SAID_IN_PLACE and not isinstance(event, DoctorNote):
                self._session.failed.emit(
                    Failure(code=event.code, sentence=event.sentence, values=event.values)
                )

    def _begin(self, event: RunStarted) -> None:
        self._latest = None
        remember_run(self._session.settings, event.folder)
        self.past.show_started(event)
        self._fit()

    @Slot(str)
    def _on_state_changed(self, state: str) -> None:
        self._tell_news()
        self._show_bar()

    @Slot()
    def _on_ended(self) -> None:
        """A run saves as it ends, when it reports no more."""
        if (run := last_run(self._session.settings)) is not None:
            self.form.show_saved(run.step)
        self.past.show_ended()

    @Slot()
    def _on_engine_ready(self) -> None:
        self._show_bar()

    @Slot()
    def _show_bar(self) -> None:
        run, engine_ready = last_run(self._session.settings), self._session.inference.is_ready
        self.bar.set_last_run(RunFolder(run.folder).name if run is not None else "", engine_ready)
        why_not = self.recipe.trouble
        if not engine_ready:
            why_not = self.tr("The engine is still loading.")
        self.bar.set_ready(not why_not, why_not)
        is_new_here = self._training.state == "idle" and self.past.time.folder is None
        self.charts.set_hint_shown(not why_not and is_new_here)
        self.bar.set_state(self._training.state)
        self.bar.set_has_generator(self.past.generator_to_export() is not None)
        self.orders.show_enabled()
        self._train_action.setEnabled(self.bar.main.isEnabled())
        self._stop_action.setEnabled(self.bar.stop.isEnabled())

    @Slot()
    def _tell_news(self) -> None:
        """Clock, progress, facts and status line, a few times a second."""
        if self._latest is not None:
            self.form.show_steps(self._latest)
            if self._training.state != "idle":
                self.past.time.show_steps(self._latest)
        self._show_clock()
        self.progress_changed.emit(self._progress())
        self.status_text_changed.emit(self._status_text())

    def _show_clock(self) -> None:
        self._clock.setText(self._clock_text())

    def _clock_text(self) -> str:
        if self._training.state == "idle":
            minutes = self.form.budget.minutes
            return "" if minutes is None else self.tr("about {time}").format(time=clock_text(60 * minutes))
        if self._latest is None:
            return ""
        if self._latest.eta_s is None:
            return clock_text(float(self._latest.elapsed_s[-1]))
        return self.tr("{time} left").format(time=clock_text(self._latest.eta_s))

    def _progress(self) -> float:
        latest = self._latest
        if self._training.state == "idle" or latest is None or not latest.steps_total:
            return -1.0
        return latest.step / latest.steps_total

    def _status_text(self) -> str:
        """The frame says the device and the state; this is the rest."""
        latest = self._latest
        if self._training.state == "idle" or latest is None:
            return ""
        parts = [
            self.tr("{speed} pictures/s").format(speed=number(round(latest.images_per_second))),
            self.tr("step {step}").format(step=number(latest.step)),
        ]
        if latest.eta_s is not None:
            parts.append(self.tr("{time} left").format(time=clock_text(latest.eta_s)))
        return joined("  ·  ", parts)

    @Slot()
    def _fit(self) -> None:
        explained = self.doctor.card.why.isChecked() and not self.doctor.card.isHidden()
        self.charts.setVisible(not explained or self.height() >= SHORT_ROOM_PX)
        recipe = RECIPE_PX if self.width() < WIDE_ROOM_PX else WIDE_RECIPE_PX
        self._recipe.setFixedWidth(recipe)
        is_roomy = self.width() >= NARROW_ROOM_PX and not self.samples.has_few_rows
        charts = LEAST_CHARTS_PX if is_roomy else NARROW_CHARTS_PX
        self.past.fit(self.width() - recipe - charts - 2, self.height() - DOCK_PX - 1)
        self.bar.set_narrow(self.width() < NARROW_ROOM_PX)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._has_begun:  # reading the pictures waits until the room has been seen
            self._has_begun = True
            QTimer.singleShot(0, self.choice, self.choice.begin)
            QTimer.singleShot(0, self.past, self.past.begin)
