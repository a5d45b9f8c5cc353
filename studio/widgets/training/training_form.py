"""The recipe of a run: pictures, preset, size, device and budget; held still while it runs, but for a few numbers."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gan.config import SIZES
from gan.events import RunStarted, StepsDone
from studio.widgets.controls.form_section import FormSection
from studio.widgets.controls.labels import label, secondary_label
from studio.widgets.controls.segmented import Segmented
from studio.widgets.controls.surface import horizontal_line
from studio.widgets.training.advanced_recipe import AdvancedRecipe
from studio.widgets.training.budget_field import BudgetField
from studio.widgets.training.dataset_chooser import DatasetChooser
from studio.widgets.training.device_choice import DeviceChoice
from studio.widgets.training.live_changes import LiveChanges
from studio.widgets.training.preset_rows import PresetChoice, PresetRows
from studio.widgets.training.run_facts import RunFacts

DEFAULT_MINUTES = 4.0
DEFAULT_STEPS = 3000
DEFAULT_EPOCHS = 5
DEFAULT_SIZE = "medium"


class TrainingForm(QWidget):
    """Shows what a person asks for, and what the run makes of it; its page knows what follows from what."""

    value_changed = Signal()

    def __init__(self, presets: Sequence[PresetChoice], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pictures = DatasetChooser()
        self.presets = PresetRows(presets)
        self.network_size = self._made_network_size()
        self.device = DeviceChoice()
        self.budget = BudgetField(DEFAULT_MINUTES, DEFAULT_STEPS, DEFAULT_EPOCHS)
        self.live = LiveChanges()
        self.advanced = AdvancedRecipe()
        self._recipe = FormSection(self.tr("Recipe"))
        self._device = FormSection(self.tr("Device"))
        self._reason = secondary_label(self.tr("The engine is loading…"), wraps=True)
        self._budget = FormSection(self.tr("Budget"))
        self._facts = RunFacts()
        self._run = FormSection(self.tr("This run"))
        self._fill()
        self._arrange()
        for control in (self.presets, self.network_size, self.device, self.budget, self.advanced):
            control.value_changed.connect(self.value_changed)

    def _made_network_size(self) -> Segmented:
        words = {"small": self.tr("Small"), "medium": self.tr("Medium"), "large": self.tr("Large")}
        size = Segmented(
            [(name, words[name]) for name in SIZES],
            tooltips={
                "small": self.tr(
                    "Networks half as wide as the preset has them: the fastest, and the coarsest."
                ),
                "medium": self.tr("Networks as wide as the preset has them."),
                "large": self.tr(
                    "Twice as wide as the preset has them: slower, for pictures with much detail."
                ),
            },
        )
        size.setAccessibleName(self.tr("Size of the networks"))
        size.set_value(DEFAULT_SIZE)
        return size

    def _fill(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(0, 4, 0, 0)
        row.setSpacing(0)
        row.addWidget(label(self.tr("Size")))
        row.addStretch(1)
        row.addWidget(self.network_size)
        holder = QWidget()
        holder.setLayout(row)
        self._recipe.add(self.presets)
        self._recipe.add(holder)
        self._recipe.lock_with(self.presets, self.network_size)
        self._device.set_aside(self.device)
        self._device.add(self._reason)
        self._device.lock_with(self.device)
        self._budget.set_aside(self.budget.number)
        self._budget.add(self.budget)
        self._budget.lock_with(self.budget, self.budget.number)
        self._run.add(self._facts)

    def _arrange(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for section in (self.pictures, self._recipe, self._device, self._budget):
            layout.addWidget(section)
            layout.addWidget(horizontal_line())
        self._run_line = horizontal_line()
        for part in (self.live, self._run_line, self._run):
            layout.addWidget(part)
        layout.addStretch(1)
        layout.addWidget(horizontal_line())
        layout.addWidget(self.advanced)
        for part in (self._run_line, self._run):
            part.hide()
        self.live.hide()

    def show_reason(self, reason: str) -> None:
        """Which device it is, and why."""
        self._reason.setText(reason)

    def set_locked(self, locked: bool) -> None:
        """While a run goes on its recipe holds."""
        self.pictures.set_locked(
            locked, self.tr("The run learns from these pictures. Stop it to choose others.")
        )
        self._recipe.set_locked(
            locked, self.tr("The networks are built for this recipe. Stop the run to choose another.")
        )
        self._device.set_locked(
            locked, self.tr("The networks lie on this device. Stop the run, then go on with another.")
        )
        self._budget.set_locked(
            locked, self.tr("The learning rates follow this budget. Stop the run, then go on with another.")
        )
        self.advanced.set_locked(
            locked, self.tr("The run began with this. What can change while it goes stands further up.")
        )

    def show_started(self, event: RunStarted) -> None:
        self.pictures.show_summary(event.dataset)
        self.presets.set_value(event.config.preset)
        self.network_size.set_value(event.config.size)
        self._facts.show_started(event)
        for part in (self._run_line, self._run):
            part.show()

    def show_steps(self, event: StepsDone) -> None:
        self._facts.show_steps(event)

    def show_saved(self, step: int) -> None:
        """From this step the run could go on."""
        self._facts.show_saved(step)
