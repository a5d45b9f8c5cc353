"""The recipe of a run: pictures, preset, device and budget; held still while it runs."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gan.config import TrainingRequest
from gan.events import RunStarted, StepsDone
from studio.widgets.budget_field import BudgetField
from studio.widgets.dataset_chooser import DatasetChooser
from studio.widgets.form_section import FormSection
from studio.widgets.labels import secondary_label
from studio.widgets.preset_rows import PresetChoice, PresetRows
from studio.widgets.run_facts import RunFacts
from studio.widgets.surface import horizontal_line

DEFAULT_MINUTES = 4.0
DEFAULT_STEPS = 3000


class TrainingForm(QWidget):
    """Answers what a person asks for; shows what the run makes of it."""

    value_changed = Signal()

    def __init__(self, presets: Sequence[PresetChoice], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pictures = DatasetChooser()
        self.presets = PresetRows(presets)
        self.budget = BudgetField(DEFAULT_MINUTES, DEFAULT_STEPS)
        self._recipe = FormSection(self.tr("Recipe"))
        self._recipe.add(self.presets)
        self._recipe.lock_with(self.presets)
        self._device = FormSection(self.tr("Device"))
        self._device_name = secondary_label("")
        self._reason = secondary_label(self.tr("The engine is loading…"), wraps=True)
        self._device.set_aside(self._device_name)
        self._device.add(self._reason)
        self._budget = FormSection(self.tr("Budget"))
        self._budget.set_aside(self.budget.number)
        self._budget.add(self.budget)
        self._budget.lock_with(self.budget, self.budget.number)
        self._facts = RunFacts()
        self._run = FormSection(self.tr("This run"))
        self._run.add(self._facts)
        self._arrange()
        self.presets.value_changed.connect(self.value_changed)
        self.budget.value_changed.connect(self.value_changed)

    def _arrange(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for section in (self.pictures, self._recipe, self._device, self._budget):
            layout.addWidget(section)
            layout.addWidget(horizontal_line())
        layout.addWidget(self._run)
        layout.addStretch(1)
        self._run.hide()

    def request(self, dataset: str, data_root: str) -> TrainingRequest:
        """What is asked for, with these pictures."""
        return TrainingRequest(
            dataset=dataset,
            data_root=data_root or None,
            preset=self.presets.value,
            minutes=self.budget.minutes,
            steps=self.budget.steps,
        )

    def show_device(self, name: str, reason: str) -> None:
        self._device_name.setText(name)
        self._reason.setText(reason)

    def set_locked(self, locked: bool) -> None:
        """While a run goes on its recipe holds."""
        self.pictures.set_locked(
            locked, self.tr("The run learns from these pictures. Stop it to choose others.")
        )
        self._recipe.set_locked(
            locked, self.tr("The networks are built for this recipe. Stop the run to choose another.")
        )
        self._budget.set_locked(
            locked, self.tr("The learning rates follow this budget. Stop the run, then go on with another.")
        )

    def show_started(self, event: RunStarted) -> None:
        self.pictures.show_summary(event.dataset)
        self.presets.set_value(event.config.preset)
        self.show_device(
            event.device.upper() if len(event.device) <= 4 else event.device, event.device_reason
        )
        self._facts.show_started(event)
        self._run.show()

    def show_steps(self, event: StepsDone) -> None:
        self._facts.show_steps(event)

    def show_saved(self, step: int) -> None:
        """From this step the run could go on."""
        self._facts.show_saved(step)
