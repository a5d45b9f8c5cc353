"""How the curves are shown: over steps or time, how smooth, and whether they follow the run."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from studio.widgets.buttons import quiet_button
from studio.widgets.labels import secondary_label
from studio.widgets.segmented import Segmented
from studio.widgets.value_slider import ValueSlider

AXES = ("step", "time")
AXIS_WIDTH_PX = 104
SLIDER_WIDTH_PX, NARROW_SLIDER_WIDTH_PX = 136, 112
NUMBER_WIDTH_PX = 48
LEAST_WIDTH_PX, ROOMY_PX = 288, 380
MOST_SMOOTHING = 0.99


class ChartTools(QWidget):
    """Stands over the charts, also before they exist."""

    axis_changed = Signal(str)  # "step" or "time"
    smoothing_changed = Signal(float)
    live_asked = Signal(bool)

    def __init__(self, axis: str, smoothing: float, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._axis = Segmented(
            (("step", self.tr("Step")), ("time", self.tr("Time"))),
            tooltips={
                "step": self.tr("Lay the curves over the steps of training."),
                "time": self.tr("Lay the curves over the time trained, without pauses."),
            },
        )
        self._axis.setFixedWidth(AXIS_WIDTH_PX)
        self._axis.set_value(axis if axis in AXES else AXES[0])  # settings may be damaged
        self._smoothing = ValueSlider(0.0, MOST_SMOOTHING, min(MOST_SMOOTHING, max(0.0, smoothing)))
        self._smoothing.setFixedWidth(SLIDER_WIDTH_PX)
        self._smoothing.number_field.setFixedWidth(NUMBER_WIDTH_PX)
        self._smoothing.setToolTip(
            self.tr(
                "How much the bold line evens out the steps. The faint line behind it is what was measured."
            )
        )
        self._smoothing.setAccessibleName(self.tr("Smoothing"))
        self.live = _live_button(self.tr("Live"))
        self.live.setAccessibleName(self.tr("Live"))
        self.live.setToolTip(
            self.tr(
                "Follow the run. Zooming with the wheel or dragging a chart lets go; press to follow again."
            )
        )
        self.setMinimumWidth(LEAST_WIDTH_PX)
        self._arrange()
        self._axis.value_changed.connect(self.axis_changed)
        self._smoothing.value_changed.connect(self.smoothing_changed)
        self.live.clicked.connect(self.live_asked)

    def _arrange(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        self._name = secondary_label(self.tr("Smooth"))
        for widget in (self._axis, self._name, self._smoothing):
            layout.addWidget(widget)
        layout.addStretch(1)
        layout.addWidget(self.live)

    @property
    def axis(self) -> str:
        return self._axis.value

    @property
    def smoothing(self) -> float:
        return self._smoothing.value

    @Slot(bool)
    def set_live(self, live: bool) -> None:
        self.live.setChecked(live)

    def resizeEvent(self, event: QResizeEvent) -> None:
        roomy = event.size().width() >= ROOMY_PX
        self._name.setVisible(roomy)
        self._smoothing.setFixedWidth(SLIDER_WIDTH_PX if roomy else NARROW_SLIDER_WIDTH_PX)
        self.live.setText(self.tr("Live") if roomy else "")


def _live_button(text: str) -> QPushButton:
    button = quiet_button(text, "pulse")
    button.setCheckable(True)
    button.setChecked(True)
    return button
