"""How long a run goes on: for minutes, for steps, or until it is stopped."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from studio.widgets.number_field import NumberField
from studio.widgets.segmented import Segmented

KINDS = ("time", "steps", "open")
FIELD_WIDTH_PX = 96


class BudgetField(QWidget):
    """The choice; its number stands in :attr:`number`, which the form places beside the title."""

    value_changed = Signal()

    def __init__(self, minutes: float, steps: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind = Segmented(
            (("time", self.tr("Time")), ("steps", self.tr("Steps")), ("open", self.tr("Until stopped"))),
            tooltips={
                "time": self.tr("Train for so many minutes; pauses do not count."),
                "steps": self.tr("Train for so many steps; in each one both networks learn from one batch."),
                "open": self.tr("Train until you press Stop."),
            },
        )
        self.number = QWidget()
        self._minutes = NumberField("", 1, 10_000, minutes, suffix=self.tr(" min"))
        self._minutes.setToolTip(self.tr("Minutes of training. The learning rates fall towards the end."))
        self._minutes.setAccessibleName(self.tr("Minutes of training"))
        self._steps = NumberField("", 1, 100_000_000, steps)
        self._steps.set_step(100)
        self._steps.setToolTip(self.tr("Steps of training. The learning rates fall towards the end."))
        self._steps.setAccessibleName(self.tr("Steps of training"))
        self._arrange()
        self._kind.value_changed.connect(self._on_kind_changed)
        for field in (self._minutes, self._steps):
            field.value_changed.connect(self.value_changed)
        self._on_kind_changed(self._kind.value)

    def _arrange(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._kind)
        numbers = QVBoxLayout(self.number)
        numbers.setContentsMargins(0, 0, 0, 0)
        for field in (self._minutes, self._steps):
            field.setFixedWidth(FIELD_WIDTH_PX)
            numbers.addWidget(field)

    @property
    def kind(self) -> str:
        """ "time", "steps" or "open"."""
        return self._kind.value

    @property
    def minutes(self) -> float | None:
        return self.minutes_value if self.kind == "time" else None

    @property
    def steps(self) -> int | None:
        return self.steps_value if self.kind == "steps" else None

    @property
    def minutes_value(self) -> float:
        """The number of minutes, also while another kind of budget is chosen."""
        return self._minutes.value

    @property
    def steps_value(self) -> int:
        return int(self._steps.value)

    def set_kind(self, kind: str) -> None:
        """One that is not known, as from damaged settings, changes nothing."""
        if kind in KINDS:
            self._kind.set_value(kind)

    def set_minutes(self, minutes: float) -> None:
        self._minutes.set_value(minutes)

    def set_steps(self, steps: int) -> None:
        self._steps.set_value(steps)

    @Slot(str)
    def _on_kind_changed(self, kind: str) -> None:
        self._minutes.setVisible(kind == "time")
        self._steps.setVisible(kind == "steps")
        self.value_changed.emit()
