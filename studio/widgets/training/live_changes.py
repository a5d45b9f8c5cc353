"""What of a recipe can change while the run goes: sliders that report once they are let go."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from studio.widgets.controls.form_section import FormSection
from studio.widgets.controls.labels import label
from studio.widgets.controls.rate_slider import RateSlider
from studio.widgets.controls.value_slider import ValueSlider
from studio.widgets.controls.warning_lines import WarningLines
from studio.words import sentences

NAME_PX, ROW_PX, GAP_PX = 104, 32, 2
SETTLED_MS = 250  # several keys or turns of the wheel make one change
WHOLE = ("discriminator_steps",)

Control = RateSlider | ValueSlider


class LiveChanges(FormSection):
    """Rows appear for what the run really has; ``changed`` carries entries of the recipe."""

    changed = Signal(object)  # dict: entry -> value

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Change while it runs"), parent)
        self._active, self._why_not = False, ""
        self._known: dict[str, Any] = {}
        self._pending: set[str] = set()
        self._controls_by_entry: dict[str, Control] = {}
        self._rows: dict[str, QWidget] = {}
        self._tips: dict[str, str] = {}
        self._trouble = WarningLines()
        self._list = QWidget()
        self._column = QVBoxLayout(self._list)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GAP_PX)
        self.add(self._list)
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.setInterval(SETTLED_MS)
        self._settled.timeout.connect(self._report)
        self._make_rates()
        self._make_others()
        self.add(self._trouble)

    def _make_rates(self) -> None:
        for entry, name, whose in (
            ("generator_learning_rate", self.tr("Learning rate G"), self.tr("the generator")),
            ("discriminator_learning_rate", self.tr("Learning rate D"), self.tr("the discriminator")),
        ):
            tip = self.tr(
                "How large the steps of {network} are: too large and it stumbles, too small and it stands."
            )
            slider = RateSlider(1e-5, 0.1, 2e-3, typed_least=1e-7, typed_most=1.0)
            slider.number_field.refused.connect(self._on_refused)
            self._add_row(entry, name, tip.format(network=whose), slider)

    def _make_others(self) -> None:
        self._add_row(
            "discriminator_steps",
            self.tr("D steps per G"),
            self.tr("How many batches the discriminator learns from for each one of the generator."),
            ValueSlider(1, 5, 1, decimals=0, boxed=True),
        )
        self._add_row(
            "augment_strength",
            self.tr("Augmentation"),
            self.tr(
                "How much the discriminator's pictures are turned and scaled: it helps where pictures are few."
            ),
            ValueSlider(0, 3, 0, decimals=2, boxed=True),
        )
        self._add_row(
            "sample_interval_s",
            self.tr("Sample every"),
            self.tr("How often the gallery is drawn anew; each time takes a moment from training."),
            ValueSlider(0.1, 30, 0.5, decimals=1, suffix=self.tr(" s"), boxed=True),
        )
        sample_every = self._controls_by_entry["sample_interval_s"]
        assert isinstance(sample_every, ValueSlider)
        sample_every.set_stops(((0, 0.1), (0.25, 0.5), (0.5, 2), (0.75, 8), (1, 30)))

    def _add_row(self, entry: str, name: str, tip: str, control: Control) -> None:
        row, words = QWidget(), label(name)
        words.setFixedWidth(NAME_PX)
        row.setFixedHeight(ROW_PX)
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(words)
        layout.addWidget(control, 1)
        control.setAccessibleName(name)
        control.setObjectName(entry)
        self._tips[entry] = tip
        control.released.connect(self._on_released)
        self._controls_by_entry[entry] = control
        self._rows[entry] = row
        self._column.addWidget(row)
        row.hide()

    def control(self, entry: str) -> Control:
        return self._controls_by_entry[entry]

    def show_values(self, values: Mapping[str, Any]) -> None:
        """What the run has now; a row whose value is not among them is hidden, one in use keeps what is in it."""
        self._known |= {entry: values[entry] for entry in self._rows if entry in values}
        for entry, row in self._rows.items():
            row.setVisible(entry in self._known)
            if entry in values and entry not in self._pending and not self._is_held(entry):
                control = self._controls_by_entry[entry]
                control.set_value(values[entry])
                control.set_default(values[entry])
        self.setVisible(bool(self._known))

    def set_active(self, active: bool, why_not: str = "") -> None:
        """Whether there is a run to change; its tooltip says why not."""
        self._active, self._why_not = active, why_not
        for entry, control in self._controls_by_entry.items():
            control.setEnabled(active)
            control.setToolTip(self._tips[entry] if active else sentences(self._tips[entry], why_not))
        if not active:
            self._settled.stop()
            self._pending.clear()

    def _is_held(self, entry: str) -> bool:
        control = self._controls_by_entry[entry]
        return control.is_held if isinstance(control, RateSlider) else control.track.isSliderDown()

    @Slot()
    def _on_released(self) -> None:
        entry = self.sender().objectName()
        if self._active:
            self._pending.add(entry)
            self._settled.start()

    @Slot()
    def _report(self) -> None:
        changes = {entry: self._value(entry) for entry in sorted(self._pending)}
        self._pending.clear()
        changes = {entry: value for entry, value in changes.items() if value != self._known.get(entry)}
        if changes and self._active:
            self._known |= changes
            self.changed.emit(changes)

    def _value(self, entry: str) -> float | int:
        value = self._controls_by_entry[entry].value
        return round(value) if entry in WHOLE else round(value, 10)

    @Slot(str)
    def _on_refused(self, trouble: str) -> None:
        self._trouble.set_sentences([trouble] if trouble else [])
