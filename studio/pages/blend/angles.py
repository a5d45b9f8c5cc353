"""The row under the grid: the angle of the pair, turning the middle along it, and A − B + C with its strength."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from studio.number_style import number
from studio.pages.blend.actions import BlendActions
from studio.settings import Settings
from studio.widgets.controls.buttons import plain_button
from studio.widgets.controls.labels import label, secondary_label, section_label
from studio.widgets.controls.number_field import NumberField
from studio.widgets.controls.value_slider import ValueSlider
from studio.words import phrase

LEAST_TURN, USUAL_TURN, MOST_TURN = 1.0, 10.0, 180.0
LEAST_STRENGTH, USUAL_STRENGTH, MOST_STRENGTH = 0.0, 1.0, 2.0
TURN_PX = 60


class BlendAngles(QWidget):
    """While a sum is shown its strength stands where the angle was."""

    strength_changed = Signal(float)
    strength_released = Signal()

    def __init__(self, actions: BlendActions, settings: Settings) -> None:
        super().__init__()
        self._settings = settings
        self._angle = section_label("")
        self.degrees = NumberField("", LEAST_TURN, MOST_TURN, USUAL_TURN, suffix="°")
        self.degrees.set_value(settings.value("blend/turn", USUAL_TURN))
        self.degrees.setFixedWidth(TURN_PX)
        self.degrees.setAccessibleName(self.tr("Degrees to turn"))
        self.degrees.setToolTip(self.tr("How far one press turns the style"))
        self.degrees.value_changed.connect(self._on_degrees)
        self.turn = plain_button("")
        self.turn.setToolTip(actions.turn.toolTip())
        self.turn.clicked.connect(actions.turn.trigger)
        self.sum = plain_button(actions.sum.text())
        self.sum.setCheckable(True)
        self.sum.clicked.connect(actions.sum.trigger)
        self.strength = ValueSlider(LEAST_STRENGTH, MOST_STRENGTH, USUAL_STRENGTH, boxed=True)
        self.strength.set_marks([USUAL_STRENGTH])
        self.strength.setAccessibleName(self.tr("Strength of A − B + C"))
        self.strength.setToolTip(self.tr("How much of C comes in and of B goes out; 0 is A itself"))
        self.strength.value_changed.connect(self.strength_changed)
        self.strength.released.connect(self.strength_released)
        self.into_a = plain_button(self.tr("Into A"))
        self.into_a.setToolTip(self.tr("The middle becomes picture A, to go on with it"))
        self.into_a.clicked.connect(actions.into_a.trigger)
        self._arrange()

    @property
    def is_held(self) -> bool:
        """Whether the strength is being dragged."""
        return self.strength.track.isSliderDown()

    def show_pair(self, first: str, second: str, angle: float) -> None:
        """Letters of the pair and degrees between them."""
        self._angle.setText(phrase("{angle}°", angle=number(angle, 0)))
        self._angle.setToolTip(
            self.tr("Between the styles of {first} and {second}").format(first=first, second=second)
        )
        self.turn.setText(self.tr("toward {name}").format(name=second))

    def show_sum(self, strength: float | None, *, possible: bool) -> None:
        """Its strength, None while the middle is no sum; ``possible`` once there is a C."""
        self._angle_part.setVisible(strength is None)
        self._sum_part.setVisible(strength is not None)
        self.sum.setChecked(strength is not None)
        self.sum.setEnabled(possible)
        self.sum.setToolTip(
            self.tr("What A has and B has not, with C added (Shift+A)")
            if possible
            else self.tr("Add a third picture first")
        )
        if strength is not None:
            with QSignalBlocker(self.strength):
                self.strength.set_value(strength)

    def _arrange(self) -> None:
        self._angle_part, self._sum_part = QWidget(), QWidget()
        angle, total, layout = QHBoxLayout(self._angle_part), QHBoxLayout(self._sum_part), QHBoxLayout(self)
        for row in (angle, total, layout):
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(8)
        angle.addWidget(secondary_label(self.tr("Angle")))
        angle.addWidget(self._angle)
        angle.addSpacing(24)
        angle.addWidget(label(self.tr("Turn"), "secondary"))
        angle.addWidget(self.degrees)
        angle.addWidget(self.turn)
        angle.addStretch(1)
        total.addWidget(secondary_label(self.tr("Strength")))
        total.addWidget(self.strength, 1)
        total.addWidget(self.into_a)
        layout.addWidget(self._angle_part, 1)
        layout.addWidget(self._sum_part, 1)
        layout.addWidget(self.sum)

    @Slot(float)
    def _on_degrees(self, degrees: float) -> None:
        self._settings.set_value("blend/turn", float(degrees))
