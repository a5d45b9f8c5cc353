"""How long a run goes on: for minutes, steps or epochs, or until it is stopped."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from studio.widgets.controls.number_field import NumberField
from studio.widgets.controls.segmented import Segmented

KINDS = ("time", "steps", "epochs", "open")
FIELD_WIDTH_PX = 96


class BudgetField(QWidget):
    """The choice; its number stands in :attr:`number`, which the form places beside the title."""

    value_changed = Signal()

    def __init__(self, minutes: float, steps: int, epochs: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind = Segmented(
            (
                ("time", self.tr("Time")),
                ("steps", self.tr("Steps")),
                ("epochs", self.tr("Epochs")),
                ("open", self.tr("No end")),
            ),
            tooltips={
                "time": self.tr("Train for so many minutes; pauses do not count."),
                "steps": self.tr("Train for so many steps; in each one both networks learn from one batch."),
                "epochs": self.tr("Train until every picture has been learnt from so many times."),
                "open": self.tr("Train until you press Stop."),
            },
        )
        self._kind.setAccessibleName(self.tr("Budget"))
        self.number = QWidget()
        self._minutes = NumberField("", 1, 10_000, minutes, suffix=self.tr(" min"))
        self._steps = NumberField("", 1, 100_000_000, steps)
        self._steps.set_step(100)
        self._epochs = NumberField("", 1, 1_000_000, epochs)
        self._fields = {"time": self._minutes, "steps": self._steps, "epochs": self._epochs}
        for kind, name in (
            ("time", self.tr("Minutes of training")),
            ("steps", self.tr("Steps of training")),
            ("epochs", self.tr("Epochs of training")),
        ):
            tip = self.tr("{name}. The learning rates fall towards the end.").format(name=name)
            self._fields[kind].setToolTip(tip)
            self._fields[kind].setAccessibleName(name)
        self._arrange()
        self._kind.value_changed.connect(self._on_kind_changed)
        for field in self._fields.values():
            field.value_changed.connect(self.value_changed)
        self._on_kind_changed(self._kind.value)

    def _arrange(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._kind)
        numbers = QVBoxLayout(self.number)
        numbers.setContentsMargins(0, 0, 0, 0)
        for field in self._fields.values():
            field.setFixedWidth(FIELD_WIDTH_PX)
            numbers.addWidget(field)

    @property
    def kind(self) -> str:
        """ "time", "steps", "epochs" or "open"."""
        return self._kind.value

    @property
    def minutes(self) -> float | None:
        return self.minutes_value if self.kind == "time" else None

    @property
    def steps(self) -> int | None:
        return self.steps_value if self.kind == "steps" else None

    @property
    def epochs(self) -> int | None:
        return self.epochs_value if self.kind == "epochs" else None

    @property
    def minutes_value(self) -> float:
        """The number of minutes, also while another kind of budget is chosen."""
        return self._minutes.value

    @property
    def steps_value(self) -> int:
        return int(self._steps.value)

    @property
    def epochs_value(self) -> int:
        return int(self._epochs.value)

    def set_kind(self, kind: str) -> None:
        """One that is not known, as from damaged settings, changes nothing."""
        if kind in KINDS:
            self._kind.set_value(kind)

    def set_minutes(self, minutes: float) -> None:
        self._minutes.set_value(minutes)

    def set_steps(self, steps: int) -> None:
        self._steps.set_value(steps)

    def set_epochs(self, epochs: int) -> None:
        self._epochs.set_value(epochs)

    @Slot(str)
    def _on_kind_changed(self, kind: str) -> None:
        for name, field in self._fields.items():
            field.setVisible(name == kind)
        self.value_changed.emit()
