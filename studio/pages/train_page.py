"""The Train room: a recipe at the left, curves in the middle, the gallery at the right."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QAction, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gan.errors import Failure
from gan.events import CheckpointSaved, RunStarted, SamplesDrawn, StepsDone, TrainingEvent, Warned
from gan.presets import PRESETS
from studio.actions import make_action
from studio.pages.dataset_choice import DatasetChoice
from studio.pages.last_run import last_run, remember_run
from studio.pages.train_charts import TrainCharts
from studio.pages.train_gallery import TrainGallery
from studio.session import Session
from studio.theme import text_font
from studio.widgets.durations import clock_text
from studio.widgets.labels import label
from studio.widgets.preset_rows import PresetChoice
from studio.widgets.surface import Surface, scrolling, vertical_line
from studio.widgets.training_bar import TrainingBar
from studio.widgets.training_form import TrainingForm

PRESET_KEY, BUDGET_KEY, MINUTES_KEY, STEPS_KEY = (
    "train/preset",
    "train/budget",
    "train/minutes",
    "train/steps",
)
RECIPE_PX, WIDE_RECIPE_PX, WIDE_ROOM_PX = 280, 304, 1600
LEAST_CHARTS_PX, NARROW_CHARTS_PX, NARROW_ROOM_PX = 400, 320, 1100
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
        self.form = TrainingForm(
            [PresetChoice(p.name, self.tr(p.title), self.tr(p.promise), self.tr(p.sentence)) for p in PRESETS]
        )
        self.bar = self.room_bar_left = TrainingBar()
        self.room_bar_right = self._clock = label("")
        self._clock.setFont(text_font(13, 600))
        self.charts = TrainCharts(session.settings)
        self.samples = TrainGallery(session)
        self.choice = DatasetChoice(self.form.pictures, session)
        self._news = QTimer(self)
        self._news.setSingleShot(True)
        self._news.setInterval(NEWS_MS)
        self._train_action = make_action(
            self, self.tr("Train or pause"), shortcut="Ctrl+Return", icon_name="play"
        )
        self._stop_action = make_action(self, self.tr("Stop training"), shortcut="Ctrl+.", icon_name="stop")
        self._arrange()
        self._recall()
        self._connect()
        self._on_state_changed(self._training.state)

    def actions_by_menu(self) -> dict[str, list[QAction]]:
        return {"picture": self.samples.picture_actions(), "model": [self._train_action, self._stop_action]}

    def _arrange(self) -> None:
        self._recipe = Surface("panel")
        column = QVBoxLayout(self._recipe)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scrolling(self.form))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._recipe)
        layout.addWidget(vertical_line())
        layout.addWidget(self.charts, 1)
        layout.addWidget(vertical_line())
        layout.addWidget(self.samples)

    def _connect(self) -> None:
        self.bar.train_asked.connect(self._on_train_asked)
        self.bar.pause_asked.connect(self._training.pause)
        self.bar.go_on_asked.connect(self._training.go_on)
        self.bar.stop_asked.connect(self._training.stop)
        self.bar.continue_asked.connect(self._on_continue_asked)
        self._train_action.triggered.connect(self.bar.press)
        self._stop_action.triggered.connect(self._training.stop)
        self._training.reported.connect(self._on_reported)
        self._training.state_changed.connect(self._on_state_changed)
        self._training.ended.connect(self._on_ended)
        self._session.inference.engine_ready.connect(self._on_engine_ready)
        self.choice.changed.connect(self._on_choice_changed)
        self.form.value_changed.connect(self._on_form_changed)
        self._news.timeout.connect(self._tell_news)

    def _recall(self) -> None:
        settings, budget = self._session.settings, self.form.budget
        self.form.presets.set_value(settings.value(PRESET_KEY, self.form.presets.value))
        budget.set_minutes(settings.value(MINUTES_KEY, budget.minutes_value))
        budget.set_steps(settings.value(STEPS_KEY, budget.steps_value))
        budget.set_kind(settings.value(BUDGET_KEY, budget.kind))

    # What the person does

    @Slot()
    def _on_train_asked(self) -> None:
        self._session.start_training(self.form.request(self.choice.name, self.choice.root))

    @Slot()
    def _on_continue_asked(self) -> None:
        """For the budget on the left: so many minutes more, or so many steps."""
        if (run := last_run(self._session.settings)) is None:
            self._show_bar()
            return
        more = self.form.budget.steps
        steps = None if more is None else run.step + more
        self._session.resume_training(run.folder, minutes=self.form.budget.minutes, steps=steps)

    @Slot()
    def _on_form_changed(self) -> None:
        settings, budget = self._session.settings, self.form.budget
        settings.set_value(PRESET_KEY, self.form.presets.value)
        settings.set_value(BUDGET_KEY, budget.kind)
        settings.set_value(MINUTES_KEY, budget.minutes_value)
        settings.set_value(STEPS_KEY, budget.steps_value)
        self._show_clock()

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
                self.charts.show_steps(event)
                self._latest = event
                if not self._news.isActive():
                    self._news.start()
            case SamplesDrawn():
                self.samples.show_samples(event)
            case RunStarted():
                self._begin(event)
            case CheckpointSaved():
                self.form.show_saved(event.step)
            case Warned():
                self._session.failed.emit(
                    Failure(code=event.code, sentence=event.sentence, values=event.values)
                )

    def _begin(self, event: RunStarted) -> None:
        self._latest = None
        remember_run(self._session.settings, event.folder)
        self.form.show_started(event)
        self.charts.show_started(event)
        self.samples.show_started(event)
        self._fit()

    @Slot(str)
    def _on_state_changed(self, state: str) -> None:
        self._tell_news()
        self.form.set_locked(state != "idle")
        self._show_bar()

    @Slot()
    def _on_ended(self) -> None:
        """A run saves as it ends, when it reports no more."""
        if (run := last_run(self._session.settings)) is not None:
            self.form.show_saved(run.step)

    @Slot(str)
    def _on_engine_ready(self, reason: str) -> None:
        if self._training.state == "idle":
            self.form.show_device("", reason)
        self._show_bar()

    def _show_bar(self) -> None:
        run, engine_ready = last_run(self._session.settings), self._session.inference.is_ready
        self.bar.set_last_run(run.folder.name if run is not None else "", engine_ready)
        why_not = (
            "" if self.choice.summary is not None else self.tr("Choose the pictures to learn from first.")
        )
        if not engine_ready:
            why_not = self.tr("The engine is still loading.")
        self.bar.set_ready(not why_not, why_not)
        self.charts.set_hint_shown(not why_not and self._training.state == "idle")
        self.bar.set_state(self._training.state)
        self._train_action.setEnabled(self.bar.main.isEnabled())
        self._stop_action.setEnabled(self.bar.stop.isEnabled())

    @Slot()
    def _tell_news(self) -> None:
        """Clock, progress, facts and status line, a few times a second."""
        if self._latest is not None:
            self.form.show_steps(self._latest)
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
        latest, number = self._latest, self.locale().toString
        if self._training.state == "idle" or latest is None:
            return ""
        parts = [
            self.tr("{speed} pictures/s").format(speed=number(round(latest.images_per_second))),
            self.tr("step {step}").format(step=number(latest.step)),
        ]
        if latest.eta_s is not None:
            parts.append(self.tr("{time} left").format(time=clock_text(latest.eta_s)))
        return "  ·  ".join(parts)

    def _fit(self) -> None:
        recipe = RECIPE_PX if self.width() < WIDE_ROOM_PX else WIDE_RECIPE_PX
        self._recipe.setFixedWidth(recipe)
        charts = LEAST_CHARTS_PX if self.width() >= NARROW_ROOM_PX else NARROW_CHARTS_PX
        self.samples.fit(self.width() - recipe - charts - 2, self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._has_begun:  # reading the pictures waits until the room has been seen
            self._has_begun = True
            QTimer.singleShot(0, self.choice, self.choice.begin)
