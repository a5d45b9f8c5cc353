"""Everything of a recipe that follows from the preset unless a person says otherwise, folded away."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from studio.widgets.controls.fold_head import FoldHead
from studio.widgets.controls.rate_slider import rate_text
from studio.widgets.training.recipe_field import RecipeField

SIDE_PX = 16
MOST_SEED = 2**53  # beyond it a number typed is no longer the number kept


class AdvancedRecipe(QWidget):
    """Fields by entry of the recipe; an empty one follows from preset and size."""

    value_changed = Signal()
    folded = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.head = FoldHead(self.tr("Advanced"))
        self.head.setToolTip(self.tr("Every number of the recipe, each with what it does."))
        self.fields: dict[str, RecipeField] = self._made_fields()
        self._body = QWidget()
        body = QVBoxLayout(self._body)
        body.setContentsMargins(SIDE_PX, 0, SIDE_PX - 8, SIDE_PX)
        body.setSpacing(4)
        for field in self.fields.values():
            body.addWidget(field)
            field.value_changed.connect(self._on_changed)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.head)
        layout.addWidget(self._body)
        self._locked = False
        self._body.hide()
        self.head.toggled.connect(self._on_toggled)
        self._show_words()

    def _made_fields(self) -> dict[str, RecipeField]:
        return {
            "generator_learning_rate": RecipeField(
                self.tr("Learning rate G"),
                self.tr("How large the steps of the generator are."),
                1e-7,
                1,
                rate_text,
            ),
            "discriminator_learning_rate": RecipeField(
                self.tr("Learning rate D"),
                self.tr("How large the steps of the discriminator are."),
                1e-7,
                1,
                rate_text,
            ),
            "minibatch": RecipeField(
                self.tr("Minibatch"),
                self.tr("How many pictures both networks learn from at a time."),
                2,
                4096,
                "{:.0f}".format,
                whole=True,
            ),
            "z_size": RecipeField(
                self.tr("Latent size"),
                self.tr("How many numbers describe the style of a picture."),
                1,
                4096,
                "{:.0f}".format,
                whole=True,
            ),
            "penalty_gamma": RecipeField(
                self.tr("Penalty γ"),
                self.tr("How strongly a discriminator with steep opinions is held back."),
                0,
                1000,
            ),
            "ema_decay": RecipeField(
                self.tr("Averaging"),
                self.tr(
                    "How slowly the generator that is shown follows the one that learns (EMA); 0 shows that itself."
                ),
                0,
                0.99999,
            ),
            "seed": RecipeField(
                self.tr("Seed"),
                self.tr("Where chance begins: the same seed and recipe give the same run."),
                0,
                MOST_SEED,
                "{:.0f}".format,
                whole=True,
            ),
            "threads": RecipeField(
                self.tr("Threads"),
                self.tr("How many cores of the CPU train; for networks this small, more are often slower."),
                1,
                256,
                "{:.0f}".format,
                whole=True,
            ),
        }

    @property
    def values(self) -> dict[str, float | int]:
        """What a person typed; everything else follows from the preset."""
        return {entry: field.value for entry, field in self.fields.items() if field.value is not None}

    @property
    def trouble(self) -> str:
        """One sentence about the first number that cannot be used, or ""."""
        return next((field.trouble for field in self.fields.values() if field.trouble), "")

    def set_values(self, values: Mapping[str, Any]) -> None:
        for entry, field in self.fields.items():
            field.set_value(values.get(entry))

    def set_derived(self, values: Mapping[str, float | str]) -> None:
        for entry, field in self.fields.items():
            if entry in values:
                field.set_derived(values[entry])

    def show_run(self, values: Mapping[str, float | str]) -> None:
        """What the run that holds the fields really has; unlocking brings back what a person typed."""
        for entry, value in values.items():
            self.fields[entry].show_run(value)

    def set_folded(self, folded: bool) -> None:
        self.head.setChecked(not folded)

    def set_locked(self, locked: bool, why: str) -> None:
        self._locked = locked
        for field in self.fields.values():
            field.set_locked(locked, why)
        self._show_words()

    @Slot(bool)
    def _on_toggled(self, unfolded: bool) -> None:
        self._body.setVisible(unfolded)
        self.folded.emit(not unfolded)

    @Slot()
    def _on_changed(self) -> None:
        self._show_words()
        self.value_changed.emit()

    def _show_words(self) -> None:
        count = len(self.values)
        own = self.tr("1 set by you") if count == 1 else self.tr("{count} set by you").format(count=count)
        self.head.set_words(own if count else self.tr("rates, batch, seed…"), "lock" if self._locked else "")
