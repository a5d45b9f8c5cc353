"""What the recipe panel remembers from one start to the next."""

from __future__ import annotations

from studio.settings import Settings
from studio.widgets.training.training_form import TrainingForm

PRESET_KEY, SIZE_KEY, DEVICE_KEY = "train/preset", "train/size", "train/device"
BUDGET_KEY, MINUTES_KEY, STEPS_KEY, EPOCHS_KEY = (
    "train/budget",
    "train/minutes",
    "train/steps",
    "train/epochs",
)
ADVANCED_KEY, UNFOLDED_KEY = "train/advanced_{entry}", "train/advanced_unfolded"


def recall_recipe(form: TrainingForm, settings: Settings) -> None:
    """What is damaged reads as if it were not there."""
    budget = form.budget
    form.presets.set_value(settings.value(PRESET_KEY, form.presets.value))
    for key, control in ((SIZE_KEY, form.network_size), (DEVICE_KEY, form.device)):
        if (value := settings.value(key, control.value)) in control.keys:
            control.set_value(value)
    budget.set_minutes(settings.value(MINUTES_KEY, budget.minutes_value))
    budget.set_steps(settings.value(STEPS_KEY, budget.steps_value))
    budget.set_epochs(settings.value(EPOCHS_KEY, budget.epochs_value))
    budget.set_kind(settings.value(BUDGET_KEY, budget.kind))
    for entry, field in form.advanced.fields.items():
        field.recall(settings.value(ADVANCED_KEY.format(entry=entry), ""))
    form.advanced.set_folded(not settings.value(UNFOLDED_KEY, False))


def remember_recipe(form: TrainingForm, settings: Settings) -> None:
    budget = form.budget
    settings.set_value(PRESET_KEY, form.presets.value)
    settings.set_value(SIZE_KEY, form.network_size.value)
    settings.set_value(DEVICE_KEY, form.device.value)
    settings.set_value(BUDGET_KEY, budget.kind)
    settings.set_value(MINUTES_KEY, budget.minutes_value)
    settings.set_value(STEPS_KEY, budget.steps_value)
    settings.set_value(EPOCHS_KEY, budget.epochs_value)
    for entry, field in form.advanced.fields.items():
        value = field.value
        settings.set_value(ADVANCED_KEY.format(entry=entry), "" if value is None else repr(value))


def remember_fold(folded: bool, settings: Settings) -> None:
    settings.set_value(UNFOLDED_KEY, not folded)
