"""The charts of the Train room: tools, curves, and before the first run a word about what to press."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QTimer, Signal, Slot
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gan.curve_log import FILE_NAME
from gan.errors import FileError, UserError, describe
from gan.events import QualityMeasured, RecipeChanged, RunStarted, StepsDone, TrainingEvent, Warned
from gan.run_folder import RunFolder
from studio.pages.train.chart_compare import ChartCompare
from studio.pages.train.chart_export import ChartExport, MakeContent
from studio.pages.train.chart_marks import MarkTexts
from studio.pages.train.hint import TrainHint
from studio.pages.train.stored_curves import stored_curves
from studio.session import Session
from studio.widgets.charts.chart_tools import ChartTools
from studio.widgets.charts.compared_run import ComparedRun
from studio.widgets.charts.curve_table import curve_table
from studio.widgets.charts.run_curves import RunCurves
from studio.widgets.controls.surface import Surface

if TYPE_CHECKING:
    from studio.widgets.charts.training_charts import TrainingCharts

log = logging.getLogger(__name__)

AXIS_KEY, SMOOTHING_KEY, OUTLIERS_KEY = "train/axis", "train/smoothing", "train/hide_outliers"
DEFAULT_SMOOTHING = 0.6
SIDE_PX, HEAD_PX = 16, 48


class TrainCharts(Surface):
    """Keeps the curves from the first event on; draws them once pyqtgraph is there."""

    live_changed = Signal(bool)  # whether the charts follow the run
    moment_asked = Signal(int)  # the step of a moment that was clicked or dragged to on a chart

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__("panel", parent)
        self._session, self._settings = session, session.settings
        self.tools = ChartTools(
            self._settings.value(AXIS_KEY, "step"),
            self._settings.value(SMOOTHING_KEY, DEFAULT_SMOOTHING),
            outliers_hidden=self._settings.value(OUTLIERS_KEY, True),
        )
        self._texts = MarkTexts(self)
        self._curves = RunCurves("relativistic", self.tools.smoothing)
        self._other: RunCurves | None = None
        self._folder: Path | None = None
        self._has_begun = False
        self._charts: TrainingCharts | None = None
        self._playhead_step: int | None = None
        self._hint = TrainHint(self._settings, self)
        self._compared = ComparedRun()
        self.compare = ChartCompare(self)
        self.export = ChartExport(session, self)
        self._fill_menu()
        self._arrange()
        self._connect()

    def _fill_menu(self) -> None:
        menu = self.tools.menu
        menu.addMenu(self.compare.menu)
        menu.addSeparator()
        menu.addActions(self.export.actions())
        menu.aboutToShow.connect(self._on_menu_about_to_show)

    def _arrange(self) -> None:
        self.tools.setFixedHeight(HEAD_PX)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(SIDE_PX, 0, SIDE_PX, SIDE_PX)
        self._column.setSpacing(8)
        self._column.addWidget(self.tools)
        self._column.addWidget(self._compared)
        self._room = QWidget()
        self._column.addWidget(self._room, 1)
        if self._hint.card is not None:
            self._column.addWidget(self._hint.card)

    def _connect(self) -> None:
        self.tools.axis_changed.connect(self._on_axis_changed)
        self.tools.smoothing_changed.connect(self._on_smoothing_changed)
        self.tools.outliers_hidden_changed.connect(self._on_outliers_hidden_changed)
        self.tools.live_asked.connect(self.set_live)
        self.compare.run_chosen.connect(self.compare_with)
        self.compare.end_asked.connect(self._end_comparison)
        self._compared.end_asked.connect(self._end_comparison)
        self.export.csv.triggered.connect(self._export_csv)
        self.export.png.triggered.connect(self._export_png)
        self.export.svg.triggered.connect(self._export_svg)
        self._session.training.reported.connect(self._on_reported)

    @property
    def charts(self) -> TrainingCharts | None:
        """None until the room has been on the screen."""
        return self._charts

    @property
    def curves(self) -> RunCurves:
        return self._curves

    def set_hint_shown(self, shown: bool) -> None:
        """The word about Train, until a run has begun."""
        self._hint.show_while(shown and not self._has_begun)

    def show_stored(self, folder: Path) -> None:
        """The curves of a run that does not go on now; none for one from before curves were kept."""
        stored = self._read(folder) if (folder / FILE_NAME).is_file() else None
        self._show(stored or RunCurves("relativistic", self.tools.smoothing), folder)

    @Slot(bool)
    def set_live(self, live: bool) -> None:
        """Follow the run, or stay where the view is."""
        if self._charts is not None:
            self._charts.set_live(live)

    def set_playhead(self, step: int | None) -> None:
        """Where the moment lies that is looked at; None for the newest."""
        self._playhead_step = step
        if self._charts is not None:
            self._charts.set_playhead(step)

    @Slot(object)
    def compare_with(self, folder: Path) -> None:
        """Lay the curves of another run behind these; ``failed`` of the session where it has none."""
        if (other := self._read(folder)) is not None:
            self._compare(other, folder)

    # What the run reports

    @Slot(object)
    def _on_reported(self, event: TrainingEvent) -> None:
        match event:
            case StepsDone():
                self._curves.add(event)
            case RunStarted():
                self._begin(event)
            case QualityMeasured():
                self._curves.add_quality(event)
            case RecipeChanged():
                self._curves.add_mark(self._texts.of_change(event.step, event.changes, event.before))
            case Warned():
                if (mark := self._texts.of_warning(event)) is not None:
                    self._curves.add_mark(mark)

    def _begin(self, event: RunStarted) -> None:
        """A new run gets new curves; one that goes on keeps its own, of this sitting or of an earlier one."""
        if event.step > 0 and event.folder == self._folder:
            self._curves.forget_after(event.step)
        else:
            has_earlier = event.step > 0 and (event.folder / FILE_NAME).is_file()
            stored = self._read(event.folder, until=event.step) if has_earlier else None
            count = event.dataset.picture_count
            fresh = RunCurves(event.config.loss, self.tools.smoothing, picture_count=count)
            self._show(stored or fresh, event.folder)
        self._has_begun = True
        self._hint.finish()
        self.set_live(True)

    def _show(self, curves: RunCurves, folder: Path) -> None:
        self._curves, self._folder = curves, folder
        self.compare.own_folder = folder
        if self.compare.folder == folder:
            self._end_comparison()
        if self._charts is not None:
            self._charts.show_run(curves)

    def _read(self, folder: Path, *, until: int | None = None) -> RunCurves | None:
        """None, and a word in the banner, for a run whose curves are not there."""
        try:
            return stored_curves(folder, self.tools.smoothing, self._texts, until=until)
        except (FileError, UserError, OSError) as error:
            log.warning("the curves of %s could not be read", folder.name, exc_info=True)
            self._session.failed.emit(describe(error))
            return None

    # Comparison and export

    def _compare(self, other: RunCurves | None, folder: Path | None) -> None:
        self._other, self.compare.folder = other, folder
        self._compared.set_name("" if folder is None else RunFolder(folder).name)
        if self._charts is not None:
            self._charts.compare_with(other)

    @Slot()
    def _end_comparison(self) -> None:
        self._compare(None, None)

    @Slot()
    def _on_menu_about_to_show(self) -> None:
        for action in self.export.actions():
            action.setEnabled(len(self._curves.steps) > 0 and self._charts is not None)

    @Slot()
    def _export_csv(self) -> None:
        self.export.ask(self._export_name(), "csv", self._make_csv)

    @Slot()
    def _export_png(self) -> None:
        self.export.ask(self._export_name(), "png", self._make_png)

    @Slot()
    def _export_svg(self) -> None:
        self.export.ask(self._export_name(), "svg", self._make_svg)

    def _export_name(self) -> str:
        run = self.tr("Curves") if self._folder is None else RunFolder(self._folder).name
        return self.tr("{run} curves").format(run=run) if self._folder is not None else run

    def _make_csv(self) -> MakeContent:
        return curve_table(self._curves)

    def _make_png(self) -> MakeContent:
        from studio.widgets.charts.chart_picture import charts_as_png

        assert self._charts is not None
        content = charts_as_png(self._charts)
        return lambda: content

    def _make_svg(self) -> MakeContent:
        from studio.widgets.charts.chart_picture import charts_as_svg

        assert self._charts is not None
        content = charts_as_svg(self._charts, self._export_name())
        return lambda: content

    # The charts, and how they are shown

    @Slot()
    def _make_charts(self) -> None:
        if self._charts is not None:
            return
        from studio.widgets.charts.training_charts import (
            TrainingCharts,  # pyqtgraph waits for the first paint
        )

        charts = self._charts = TrainingCharts()
        charts.live_changed.connect(self.tools.set_live)
        charts.live_changed.connect(self.live_changed)
        charts.moment_asked.connect(self.moment_asked)
        charts.menu_asked.connect(self._on_menu_asked)
        charts.set_axis(self.tools.axis)
        charts.set_outliers_shown(not self.tools.outliers_hidden)
        charts.show_run(self._curves)
        charts.compare_with(self._other)
        charts.set_playhead(self._playhead_step)
        self._column.replaceWidget(self._room, charts)
        self._column.setStretchFactor(charts, 1)
        self._room.deleteLater()

    @Slot(QPoint)
    def _on_menu_asked(self, place: QPoint) -> None:
        self.tools.menu.popup(place)

    @Slot(str)
    def _on_axis_changed(self, axis: str) -> None:
        self._settings.set_value(AXIS_KEY, axis)
        if self._charts is not None:
            self._charts.set_axis(axis)

    @Slot(float)
    def _on_smoothing_changed(self, weight: float) -> None:
        self._settings.set_value(SMOOTHING_KEY, weight)
        self._curves.set_smoothing(weight)
        if self._other is not None:
            self._other.set_smoothing(weight)

    @Slot(bool)
    def _on_outliers_hidden_changed(self, hidden: bool) -> None:
        self._settings.set_value(OUTLIERS_KEY, hidden)
        if self._charts is not None:
            self._charts.set_outliers_shown(not hidden)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._charts is None:
            QTimer.singleShot(0, self, self._make_charts)  # once this paint is done
