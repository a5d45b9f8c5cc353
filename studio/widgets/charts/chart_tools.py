"""How the curves are shown: over what, how smooth, with or without outliers, and whether they follow the run."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QMenu, QWidget

from studio.actions import make_action
from studio.widgets.charts.curve_history import AXES
from studio.widgets.controls.buttons import icon_button
from studio.widgets.controls.labels import secondary_label
from studio.widgets.controls.segmented import Segmented
from studio.widgets.controls.value_slider import ValueSlider

SLIDER_PX, NARROW_SLIDER_PX, BARE_SLIDER_PX = 136, 112, 64
NUMBER_PX = 48
LEAST_PX, FULL_PX, ROOMY_PX = 288, 380, 560
MOST_SMOOTHING = 0.99


class ChartTools(QWidget):
    """Stands over the charts, also before they exist. What has no room moves into the menu at the right."""

    axis_changed = Signal(str)  # "step", "epoch" or "time"
    smoothing_changed = Signal(float)
    outliers_hidden_changed = Signal(bool)
    live_asked = Signal(bool)

    def __init__(
        self, axis: str, smoothing: float, *, outliers_hidden: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._axis = self._make_axis(axis)
        self._smoothing = self._make_smoothing(smoothing)
        self.hide_outliers, self.follow = self._make_actions(outliers_hidden)
        self._outliers = QCheckBox(self.tr("Hide outliers"))
        self._outliers.setToolTip(self.hide_outliers.toolTip())
        self._outliers.setChecked(outliers_hidden)
        self.more = icon_button("more", self.tr("Compare and export"))
        self.menu = QMenu(self)
        self.menu.setToolTipsVisible(True)
        self.menu.addActions([self.follow, self.hide_outliers])
        self.menu.addSeparator()
        self.more.setMenu(self.menu)
        self.setMinimumWidth(LEAST_PX)
        self._arrange()
        self._connect()

    def _make_axis(self, axis: str) -> Segmented:
        texts = {"step": self.tr("Step"), "epoch": self.tr("Epoch"), "time": self.tr("Time")}
        tooltips = {
            "step": self.tr("Lay the curves over the steps of training."),
            "epoch": self.tr("Lay the curves over epochs: how often each training picture has been seen."),
            "time": self.tr("Lay the curves over the time trained, without pauses."),
        }
        segments = Segmented([(key, texts[key]) for key in AXES], tooltips=tooltips)
        segments.set_value(axis if axis in AXES else AXES[0])  # settings may be damaged
        return segments

    def _make_smoothing(self, smoothing: float) -> ValueSlider:
        slider = ValueSlider(0.0, MOST_SMOOTHING, min(MOST_SMOOTHING, max(0.0, smoothing)))
        slider.number_field.setFixedWidth(NUMBER_PX)
        slider.setToolTip(
            self.tr(
                "How much the bold line evens out the steps. The faint line behind it is what was measured."
            )
        )
        slider.setAccessibleName(self.tr("Smoothing"))
        return slider

    def _make_actions(self, outliers_hidden: bool) -> tuple[QAction, QAction]:
        hide_outliers = make_action(
            self,
            self.tr("Hide outliers"),
            tip=self.tr("A few wild steps may leave the chart, so that the rest is not flattened."),
            checkable=True,
        )
        hide_outliers.setChecked(outliers_hidden)
        follow = make_action(
            self,
            self.tr("Follow the run"),
            tip=self.tr("Show it up to its newest step. Zooming with the wheel or dragging a chart lets go."),
            checkable=True,
        )
        follow.setChecked(True)
        return hide_outliers, follow

    def _connect(self) -> None:
        self._axis.value_changed.connect(self.axis_changed)
        self._smoothing.value_changed.connect(self.smoothing_changed)
        self.hide_outliers.toggled.connect(self._outliers.setChecked)
        self._outliers.toggled.connect(self.hide_outliers.setChecked)
        self.hide_outliers.toggled.connect(self.outliers_hidden_changed)
        self.follow.triggered.connect(self.live_asked)

    def _arrange(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        self._name = secondary_label(self.tr("Smooth"))
        left: tuple[QWidget, ...] = (self._axis, self._name, self._smoothing)
        right: tuple[QWidget, ...] = (self._outliers, self.more)
        for widget in left:
            layout.addWidget(widget)
        layout.addStretch(1)
        for widget in right:
            layout.addWidget(widget)

    @property
    def axis(self) -> str:
        return self._axis.value

    @property
    def smoothing(self) -> float:
        return self._smoothing.value

    @property
    def outliers_hidden(self) -> bool:
        return self.hide_outliers.isChecked()

    @Slot(bool)
    def set_live(self, live: bool) -> None:
        self.follow.setChecked(live)

    def resizeEvent(self, event: QResizeEvent) -> None:
        roomy, full = event.size().width() >= ROOMY_PX, event.size().width() >= FULL_PX
        self._outliers.setVisible(roomy)
        self.hide_outliers.setVisible(not roomy)
        self._name.setVisible(full)
        self._smoothing.setFixedWidth(SLIDER_PX if roomy else NARROW_SLIDER_PX if full else BARE_SLIDER_PX)
        self._smoothing.number_field.setVisible(full)
