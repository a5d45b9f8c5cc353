"""The charts of the Train room: tools, curves, and before the first run a word about what to press."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gan.events import RunStarted, StepsDone
from studio.settings import Settings
from studio.widgets.chart_tools import ChartTools
from studio.widgets.hint_card import HintCard
from studio.widgets.run_curves import RunCurves
from studio.widgets.surface import Surface

if TYPE_CHECKING:
    from studio.widgets.training_charts import TrainingCharts

AXIS_KEY, SMOOTHING_KEY = "train/axis", "train/smoothing"
DEFAULT_SMOOTHING = 0.6
SIDE_PX, HEAD_PX = 16, 48


class TrainCharts(Surface):
    """Keeps the curves from the first event on; draws them once pyqtgraph is there."""

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__("panel", parent)
        self._settings = settings
        self._tools = ChartTools(
            settings.value(AXIS_KEY, "step"), settings.value(SMOOTHING_KEY, DEFAULT_SMOOTHING)
        )
        self._curves = RunCurves("relativistic", self._tools.smoothing)
        self._folder: Path | None = None
        self._has_begun = False
        self._charts: TrainingCharts | None = None
        self._hint = HintCard(
            self.tr("Press Train"),
            self.tr(
                "The empty cells on the right fill with pictures within seconds. Stop when you like: all is kept."
            ),
        )
        self._arrange()
        self._tools.axis_changed.connect(self._on_axis_changed)
        self._tools.smoothing_changed.connect(self._on_smoothing_changed)
        self._tools.live_asked.connect(self._on_live_asked)

    def _arrange(self) -> None:
        self._tools.setFixedHeight(HEAD_PX)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(SIDE_PX, 0, SIDE_PX, SIDE_PX)
        self._column.setSpacing(8)
        self._column.addWidget(self._tools)
        self._room = QWidget()
        self._column.addWidget(self._room, 1)
        self._column.addWidget(self._hint)

    def set_hint_shown(self, shown: bool) -> None:
        """The word about Train, until a run has begun."""
        self._hint.setVisible(shown and not self._has_begun)

    def show_started(self, event: RunStarted) -> None:
        """A new run gets new curves; one that goes on in this sitting keeps its own."""
        self._has_begun = True
        self._hint.hide()
        if event.step == 0 or event.folder != self._folder:
            self._curves = RunCurves(event.config.loss, self._tools.smoothing)
            self._folder = event.folder
            if self._charts is not None:
                self._charts.show_run(self._curves)
        self._on_live_asked(True)

    def show_steps(self, event: StepsDone) -> None:
        self._curves.add(event)

    @property
    def charts(self) -> TrainingCharts | None:
        """None until the room has been on the screen."""
        return self._charts

    @Slot()
    def _make_charts(self) -> None:
        if self._charts is not None:
            return
        from studio.widgets.training_charts import TrainingCharts  # pyqtgraph waits for the first paint

        self._charts = TrainingCharts()
        self._charts.live_changed.connect(self._tools.set_live)
        self._charts.set_axis(self._tools.axis)
        self._charts.show_run(self._curves)
        self._column.replaceWidget(self._room, self._charts)
        self._column.setStretchFactor(self._charts, 1)
        self._room.deleteLater()

    @Slot(str)
    def _on_axis_changed(self, axis: str) -> None:
        self._settings.set_value(AXIS_KEY, axis)
        if self._charts is not None:
            self._charts.set_axis(axis)

    @Slot(float)
    def _on_smoothing_changed(self, weight: float) -> None:
        self._settings.set_value(SMOOTHING_KEY, weight)
        self._curves.set_smoothing(weight)

    @Slot(bool)
    def _on_live_asked(self, live: bool) -> None:
        if self._charts is not None:
            self._charts.set_live(live)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._charts is None:
            QTimer.singleShot(0, self, self._make_charts)  # once this paint is done
