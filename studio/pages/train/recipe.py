"""The recipe panel of the Train room at work: what follows from what, and what a run that goes takes over."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

import gan
from gan.budget import TimeBudget
from gan.config import TrainingConfig, TrainingRequest
from gan.errors import UserError
from gan.events import RecipeChanged, RunStarted, TrainingEvent, Warned
from gan.orders import ChangeRecipe
from gan.presets import PRESETS, training_config
from gan.recipe_changes import CHANGEABLE
from gan.run_folder import RunFolder
from studio.pages.preset_words import PresetWords
from studio.pages.train.dataset_choice import DatasetChoice
from studio.pages.train.drawing_desk import DrawingDesk
from studio.pages.train.folder_drop import FolderDrop
from studio.pages.train.last_run import LastRun
from studio.pages.train.recipe_memory import recall_recipe, remember_fold, remember_recipe
from studio.session import Session
from studio.widgets.training.preset_rows import PresetChoice
from studio.widgets.training.training_form import TrainingForm

RUN_PICTURES_KEY = "train/last_run_pictures"
ENTRY_OF_FIELD = {"z_size": "model.z_size", "minibatch": "minibatches"}
REFUSALS = ("value-out-of-range", "value-not-whole", "recipe-fixed", "order-in-team")
OF_REQUEST = ("seed", "threads")  # entries that a request has itself


class TrainRecipe(QObject):
    """Fills a :class:`TrainingForm` and turns it into a request."""

    changed = Signal()  # another choice was made, or the pictures are known now

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._settings = session.settings
        self._run_values: dict[str, Any] = {}  # what can change of the run that goes, as it is by now
        self._present: Mapping[str, str] = {}
        says = PresetWords(self)
        self.form = TrainingForm(
            [PresetChoice(p.name, says.title(p), says.promise(p), says.sentence(p)) for p in PRESETS]
        )
        self.choice = DatasetChoice(self.form.pictures, session)
        self.desk = DrawingDesk(session, self.form)
        recall_recipe(self.form, self._settings)
        self._connect()
        self._derive()
        self.set_state(session.training.state)

    def take_drops_on(self, room: Any) -> None:
        """A folder may be dropped anywhere on it."""
        FolderDrop(room, self.form.pictures)

    def _connect(self) -> None:
        self.form.value_changed.connect(self._on_form_changed)
        self.form.advanced.folded.connect(self._on_folded)
        self.form.live.changed.connect(self._on_live_changed)
        self.form.pictures.drawing_asked.connect(self._on_drawing_asked)
        self.desk.learn_asked.connect(self.form.pictures.choose_folder)
        self.choice.changed.connect(self._on_choice_changed)
        self._session.training.reported.connect(self._on_reported)
        self._session.training.state_changed.connect(self.set_state)
        self._session.inference.engine_ready.connect(self._on_engine_ready)
        if self._session.inference.is_ready:
            self._on_engine_ready()

    # What is asked for

    @property
    def trouble(self) -> str:
        """Why no run can begin with this, in one sentence, or ""."""
        if self.choice.summary is None:
            return self.tr("Choose the pictures to learn from first.")
        if self.form.advanced.trouble:
            return self.tr("Mend the number under Advanced that is marked.")
        return ""

    def request(self) -> TrainingRequest:
        """What is asked for, with epochs turned into steps."""
        return self._request(self.form.budget.minutes, self._steps_asked())

    def take(self, request: TrainingRequest) -> None:
        """Put the settings of another run into the panel, as if a person had chosen them all."""
        form, overrides = self.form, dict(request.overrides)
        form.presets.set_value(request.preset)
        form.network_size.set_value(request.size)
        form.device.set_value(request.device)
        form.device.set_present(self._present or ("cpu",))
        if request.minutes is not None:
            form.budget.set_minutes(request.minutes)
        if request.steps is not None:
            form.budget.set_steps(request.steps)
        form.budget.set_kind(
            "time" if request.minutes is not None else "open" if request.steps is None else "steps"
        )
        typed = {name: overrides.get(ENTRY_OF_FIELD.get(name, name)) for name in form.advanced.fields}
        plan = typed.pop("minibatch")
        if isinstance(plan, list | tuple) and len(plan) == 1:
            typed["minibatch"] = plan[0][1]
        typed |= {"seed": request.seed or None, "threads": request.threads if request.threads > 1 else None}
        form.advanced.set_values(typed)
        form.pictures.set_fit(request.image_size, request.fit)
        self.choice.take_fit(*form.pictures.fit)
        self.choice.choose(request.dataset, request.data_root or "")

    def more_for(self, run: LastRun) -> tuple[float | None, int | None]:
        """The same budget on top of what a run has: minutes more, or steps in all.

        GanError or OSError where the description of the run is damaged, as epochs are counted in its minibatches.
        """
        budget = self.form.budget
        if budget.steps is not None:
            return None, run.step + budget.steps
        if budget.epochs is not None:
            _, config = RunFolder(run.folder).read_config()
            pictures = self._settings.value(RUN_PICTURES_KEY, 0) or self._picture_count()
            plan = TimeBudget(config, None)
            seen = plan.pictures_of_steps(0, run.step)
            return None, run.step + plan.steps_for(seen, budget.epochs * pictures)
        return budget.minutes, None

    def _steps_asked(self) -> int | None:
        budget = self.form.budget
        if budget.epochs is None:
            return budget.steps
        plan = TimeBudget(self._config_of(self._request(None, None)), None)
        return max(1, plan.steps_for(0, budget.epochs * self._picture_count()))

    def _request(self, minutes: float | None, steps: int | None) -> TrainingRequest:
        form, typed = self.form, self.form.advanced.values
        overrides: dict[str, Any] = {
            ENTRY_OF_FIELD.get(name, name): value for name, value in typed.items() if name not in OF_REQUEST
        }
        if "minibatches" in overrides:
            overrides["minibatches"] = [[0, overrides["minibatches"]]]
        return TrainingRequest(
            dataset=self.choice.name,
            data_root=self.choice.root or None,
            preset=form.presets.value,
            size=form.network_size.value,
            device=form.device.value,
            minutes=minutes,
            steps=steps,
            image_size=self.choice.image_size,
            fit=self.choice.fit,
            overrides=overrides,
            **{name: int(typed[name]) for name in OF_REQUEST if name in typed},
        )

    def _picture_count(self) -> int:
        return 1 if self.choice.summary is None else self.choice.summary.picture_count

    def _config_of(self, request: TrainingRequest) -> TrainingConfig:
        summary = self.choice.summary
        return training_config(
            request,
            dataset_name="",
            dataset_fingerprint="",
            class_names=("",) if summary is None else summary.class_names,
            image_size=self.choice.image_size,
            channels=1 if summary is None or not len(summary.thumbnails) else summary.thumbnails.shape[3],
            picture_count=None if summary is None else summary.picture_count,
        )

    def _derive(self) -> None:
        """Show what follows from preset and size, in the fields that nobody filled and on the sliders."""
        request = self._request(None, None)
        plain = TrainingRequest(dataset=request.dataset, preset=request.preset, size=request.size)
        self.form.advanced.set_derived(self._shown(self._config_of(plain)))
        if self._session.training.state != "idle":
            return
        try:
            self.form.live.show_values(_changeable(self._config_of(request)))
        except UserError:
            self.form.live.show_values(_changeable(self._config_of(plain)))

    def _shown(self, config: TrainingConfig) -> dict[str, float | str]:
        sizes = [size for _, size in config.minibatches]
        several = self.tr("{first} to {last}")
        return {
            "generator_learning_rate": config.generator_learning_rate,
            "discriminator_learning_rate": config.discriminator_learning_rate,
            "minibatch": several.format(first=sizes[0], last=sizes[-1]) if len(sizes) > 1 else sizes[0],
            "z_size": config.model.z_size,
            "penalty_gamma": config.penalty_gamma,
            "ema_decay": config.ema_decay,
            "seed": config.seed,
            "threads": config.threads,
        }

    @Slot()
    def _on_form_changed(self) -> None:
        remember_recipe(self.form, self._settings)
        self._derive()
        if self._session.training.state == "idle":
            self._show_reason()
        self.changed.emit()

    @Slot(bool)
    def _on_folded(self, folded: bool) -> None:
        remember_fold(folded, self._settings)

    @Slot()
    def _on_choice_changed(self) -> None:
        self._derive()
        self.changed.emit()

    @Slot()
    def _on_drawing_asked(self) -> None:
        self.desk.begin(self.choice.name)

    # What a run that goes has of it

    @Slot(str)
    def set_state(self, state: str) -> None:
        self.form.set_locked(state != "idle")
        why_not = {
            "idle": self.tr("Press Train first: this changes a run while it goes."),
            "starting": self.tr("The run is getting ready."),
            "stopping": self.tr("The run is saving."),
        }
        active = state in ("running", "paused") and bool(self._run_values)
        self.form.live.set_active(active, why_not.get(state, ""))
        if state == "idle":
            self._run_values = {}
            self._derive()

    @Slot(object)
    def _on_live_changed(self, changes: Mapping[str, Any]) -> None:
        self._session.training.order(ChangeRecipe(dict(changes)))

    @Slot(object)
    def _on_reported(self, event: TrainingEvent) -> None:
        if isinstance(event, RunStarted):
            self._settings.set_value(RUN_PICTURES_KEY, event.dataset.picture_count)
            self.form.show_started(event)
            self.form.show_reason(self._reason(event.device))
            self.form.advanced.show_run(self._shown(event.config))
            self._run_values = _changeable(event.config)
            self.form.live.show_values(self._run_values)
            self.set_state(self._session.training.state)
        elif isinstance(event, RecipeChanged):
            self._run_values |= event.changes
            self.form.live.show_values(event.changes)
        elif isinstance(event, Warned) and event.code in REFUSALS:
            self.form.live.show_values(self._run_values)

    @Slot()
    def _on_engine_ready(self) -> None:
        self._present = gan.present_devices()
        self.form.device.set_present(self._present)
        if self._session.training.state == "idle":
            self._show_reason()

    def _show_reason(self) -> None:
        """What the device that is chosen comes to here."""
        if not self._present:
            return
        chosen = self.form.device.value
        fastest = next((name for name in ("cuda", "mps") if name in self._present), "cpu")
        self.form.show_reason(self._reason(fastest if chosen == "auto" else chosen))

    def _reason(self, device: str) -> str:
        kind = device.partition(":")[0]
        if kind == "cuda":
            return self.tr("{card}: the fastest here.").format(card=self._present.get("cuda") or "NVIDIA")
        if kind == "mps":
            return self.tr("Apple graphics: the fastest here.")
        if len(self._present) > 1:
            return self.tr("The CPU, as chosen. The graphics card is faster.")
        return self.tr("No graphics card for torch here. The CPU is quick enough for networks this small.")


def _changeable(config: TrainingConfig) -> dict[str, Any]:
    return {name: getattr(config, name) for name in CHANGEABLE}
