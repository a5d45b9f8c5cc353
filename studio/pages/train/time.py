"""The time of the Train room: which moment of a run is shown, played, pinned, compared and drawn with."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

import gan
from gan.errors import Failure
from gan.events import MomentKept, StepsDone
from gan.moments import Moment
from gan.run_folder import RunFolder
from studio.number_style import number
from studio.pages.train.compare import TrainCompare
from studio.pages.train.time_actions import TimeActions
from studio.session import Session
from studio.widgets.controls.durations import clock_text
from studio.widgets.training.time_dock import TimeDock
from studio.widgets.training.time_scale import SCALES, TIME, TimeMark, TimeScale

SCALE_KEY = "train/time_scale"
PLAY_MS = 80
READ_AGAIN_MS = 500  # a run that begins keeps many moments a second
MOMENTS, FRAME, PINS = "moments", "frame", "pinned frames"


class TrainTime(QObject):
    """Reads moments and their pictures off the GUI thread, and says what the gallery is to show."""

    frame_ready = Signal(int, object)  # step; pixels (R, C, H, W, Ch)
    shown_changed = Signal()  # which moment is shown, and what of it there is
    live_changed = Signal(bool)
    playhead_moved = Signal(int)  # the step that charts and gallery show
    continue_asked = Signal(object, int)  # the run's folder, the step to branch from

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._files = session.run_files
        self._folder: Path | None = None
        self._name = ""
        self._moments: tuple[Moment, ...] = ()
        self._now: TimeMark | None = None  # of the run that goes on; no moment is kept of it yet
        self._end: TimeMark | None = None
        self._is_live = True
        self._cell = (3, 0)  # whose picture stands for a pinned moment
        chosen = session.settings.value(SCALE_KEY, TIME)
        self._scale = chosen if chosen in SCALES else TIME
        self._actions = TimeActions(self._scale, self)
        self.compare = TrainCompare(session, self)
        self._more_menu = QMenu()
        self.dock = TimeDock(self.compare.menu, self._more_menu)
        for menu in (self.compare.menu, self._more_menu):
            menu.setParent(self.dock, menu.windowFlags())
        self._film = QTimer(self)
        self._film.setInterval(PLAY_MS)
        self._read_again = QTimer(self)
        self._read_again.setSingleShot(True)
        self._read_again.setInterval(READ_AGAIN_MS)
        self._connect()
        self._show()

    # What can be done

    def actions(self) -> list[QAction]:
        """For the View menu of the room."""
        return self._actions.all()

    def _connect(self) -> None:
        dock, track, actions = self.dock, self.dock.track, self._actions
        self._more_menu.setToolTipsVisible(True)
        self._more_menu.addActions(actions.of_moment())
        self._more_menu.addSeparator()
        self._more_menu.addActions(actions.scales.actions())
        track.step_chosen.connect(self._on_step_chosen)
        track.menu_requested.connect(self._more_menu.popup)
        dock.play_asked.connect(self._set_playing)
        dock.live_asked.connect(self._on_live_asked)
        dock.pin_asked.connect(actions.pin.trigger)
        dock.render_asked.connect(actions.render_here.trigger)
        actions.play.triggered.connect(self._toggle_playing)
        actions.back.triggered.connect(self._go_back)
        actions.on.triggered.connect(self._go_on)
        actions.first.triggered.connect(self._go_first)
        actions.live.triggered.connect(self._on_live_asked)
        actions.pin.triggered.connect(self._on_pin)
        actions.render_here.triggered.connect(self._on_render)
        actions.continue_here.triggered.connect(self._on_continue)
        actions.scales.triggered.connect(self._on_scale)
        self._film.timeout.connect(self._show_next)
        self._read_again.timeout.connect(self._read_moments)
        self._files.answered.connect(self._on_answered)
        self._files.failed.connect(self._on_failed)
        self._session.moment_changed.connect(self._show)
        self._session.training.state_changed.connect(self._show)

    # Which run

    @property
    def folder(self) -> Path | None:
        return self._folder

    @property
    def is_live(self) -> bool:
        return self._is_live

    @property
    def moments(self) -> tuple[Moment, ...]:
        return self._moments

    def show_run(self, folder: Path, *, goes_on: bool) -> None:
        """The moments of another run, or of the same one that goes on."""
        if folder != self._folder:
            self._moments, self._end = (), None
        self._folder, self._name = folder, RunFolder(folder).name
        self.compare.show_run(folder, self._moments)
        self._now = None
        self._set_playing(False)
        self._set_live(True)
        if goes_on:
            self._end = None
        self._read_moments()

    def show_steps(self, event: StepsDone) -> None:
        """The run is here now; some times a second."""
        elapsed_s = float(event.elapsed_s[-1])
        self._now = TimeMark(event.step, elapsed_s)
        self._end = TimeMark(event.steps_total or event.step, elapsed_s + (event.eta_s or 0.0))
        self._show()

    def show_kept(self, _event: MomentKept) -> None:
        if not self._read_again.isActive():
            self._read_again.start()

    def show_ended(self) -> None:
        """What was done so far is all there is."""
        self._now = self._end = None
        self._read_moments()

    def forget_run(self) -> None:
        """It is gone."""
        self._folder, self._moments, self._now, self._end = None, (), None, None
        self.compare.show_run(None, ())
        self._show()
        self.shown_changed.emit()

    def set_cell(self, row: int, column: int) -> None:
        """The picture that stands for a pinned moment."""
        self._cell = (row, column)
        self._read_pins()

    @Slot()
    def _read_moments(self) -> None:
        if self._folder is not None:
            folder = self._folder
            self._files.ask(MOMENTS, lambda: (folder, gan.list_moments(folder)))

    def _read_pins(self) -> None:
        folder, cell = self._folder, self._cell
        steps = [moment.step for moment in self._moments if moment.is_pinned]
        if folder is None or not steps:
            self.dock.track.set_pins({})
            return
        self._files.ask(PINS, partial(_pinned_pictures, folder, steps, cell))

    # Which moment

    @property
    def step(self) -> int:
        return self.dock.track.step

    @property
    def moment(self) -> Moment | None:
        """The kept moment that is shown; None at now, of which nothing is kept yet."""
        return next((moment for moment in self._moments if moment.step == self.step), None)

    def go_to(self, step: int) -> None:
        """To the moment nearest to a step, as a click into a chart asks."""
        self.dock.track.set_step(step)
        self._on_step_chosen(self.step)

    @Slot(int)
    def _on_step_chosen(self, step: int) -> None:
        marks = self.dock.track.marks
        self._set_live(bool(marks) and step == marks[-1].step)
        self._show_frame()
        if self._actions.render_here.isChecked():
            self._render()
        self._show()
        self.shown_changed.emit()

    def _show_frame(self) -> None:
        """The pictures of the chosen moment; at now the run itself brings them."""
        moment, folder = self.moment, self._folder
        self.playhead_moved.emit(self.step)
        if moment is not None and folder is not None:
            self._files.ask(FRAME, lambda: (folder, moment.step, gan.load_frame(folder, moment.step)))
        self.compare.show_step(self.step)

    @Slot(bool)
    def _on_live_asked(self, live: bool) -> None:
        marks = self.dock.track.marks
        if live and marks:
            self.go_to(marks[-1].step)
        elif len(marks) > 1:
            self.go_to(marks[-2].step)
        self._show()

    def _set_live(self, live: bool) -> None:
        if live != self._is_live:
            self._is_live = live
            self.live_changed.emit(live)
        if live and self._actions.render_here.isChecked():
            self._stop_rendering()

    @Slot(bool)
    def take_live(self, live: bool) -> None:
        """The charts follow the run again, or were zoomed by hand: one switch for both."""
        if live and not self._is_live:
            self._on_live_asked(True)
        elif not live and self._is_live:
            self._is_live = False
            self._show()

    @Slot()
    def _go_back(self) -> None:
        self._go_by(-1)

    @Slot()
    def _go_on(self) -> None:
        self._go_by(1)

    @Slot()
    def _go_first(self) -> None:
        self.dock.track.setValue(0)

    def _go_by(self, places: int) -> None:
        self.dock.track.setValue(self.dock.track.value() + places)

    # The film

    @Slot()
    def _toggle_playing(self) -> None:
        self._set_playing(not self._film.isActive())

    @Slot(bool)
    def _set_playing(self, playing: bool) -> None:
        track = self.dock.track
        if playing and len(track.marks) > 1:
            if track.value() == track.maximum():
                track.setValue(0)
            self._film.start()
        else:
            self._film.stop()
        self.dock.set_playing(self._film.isActive())

    @Slot()
    def _show_next(self) -> None:
        self._go_by(1)
        if self.dock.track.value() == self.dock.track.maximum():
            self._set_playing(False)

    # Pins

    @Slot(bool)
    def _on_pin(self, pinned: bool) -> None:
        moment, folder = self.moment, self._folder
        if folder is None:
            return
        if moment is None:  # now, of a run that goes on
            self._session.pin_now()
            return
        change = gan.pin_moment if pinned else gan.unpin_moment
        self._files.do(MOMENTS, lambda: (change(folder, moment.step), (folder, gan.list_moments(folder)))[1])

    # Drawing with it

    @Slot(bool)
    def _on_render(self, render: bool) -> None:
        if render and self.moment is not None:
            self._render()
        else:
            self._stop_rendering()
        self._show()

    def _render(self) -> None:
        if (moment := self.moment) is not None and self._folder is not None:
            self._session.open_moment(self._name, moment.step, moment.generator)

    def _stop_rendering(self) -> None:
        self._session.leave_moment()

    @Slot()
    def _on_continue(self) -> None:
        if self._folder is not None and self._moments:
            self.continue_asked.emit(self._folder, self.step)

    # Answers

    @Slot(str, object)
    def _on_answered(self, name: str, answer: Any) -> None:
        match name, answer:
            case "moments", (folder, moments) if folder == self._folder:
                self._moments = moments
                self.compare.show_run(folder, moments)
                self._read_pins()
                self._show()
                if self._now is None and self._is_live:
                    self._show_frame()
                self.shown_changed.emit()
            case "frame", (folder, step, pixels) if folder == self._folder and step == self.step:
                self.frame_ready.emit(step, pixels)
            case "pinned frames", (folder, pictures) if folder == self._folder:
                self.dock.track.set_pins(pictures)

    @Slot(str, object)
    def _on_failed(self, name: str, failure: Failure) -> None:
        if name in (MOMENTS, FRAME, PINS):
            self._session.failed.emit(failure)
            self._show()  # a pin that did not go in stands up again

    # What is shown

    @Slot(QAction)
    def _on_scale(self, action: QAction) -> None:
        self._scale = str(action.data())
        self._session.settings.set_value(SCALE_KEY, self._scale)
        self._show()

    def _marks(self) -> list[TimeMark]:
        marks = [TimeMark(moment.step, moment.elapsed_s) for moment in self._moments]
        if self._now is not None and (not marks or self._now.step > marks[-1].step):
            marks.append(self._now)
        return marks

    @Slot()
    def _show(self) -> None:
        marks, track = self._marks(), self.dock.track
        if not marks:
            self.dock.set_empty(
                self.tr("The whole run is kept. Afterwards you can scrub through every moment here.")
            )
        else:
            self.dock.set_empty("")
            end = self._end or marks[-1]
            track.set_marks(marks, TimeScale(self._scale, end))
            if self._is_live:
                track.set_step(marks[-1].step)
            self._show_words(marks[track.value()], end)
        self._show_actions(bool(marks))

    def _show_words(self, here: TimeMark, end: TimeMark) -> None:
        title = self.tr("{here} of {end}").format(
            here=clock_text(here.elapsed_s), end=clock_text(end.elapsed_s)
        )
        step = number(here.step)
        self.dock.show_moment(title, self.tr("step {step}").format(step=step))

    def _show_actions(self, any_marks: bool) -> None:
        actions, dock = self._actions, self.dock
        moment = self.moment if any_marks else None
        is_pinned = moment is not None and moment.is_pinned
        is_rendered = self._session.moment is not None and self._session.moment[0] == self._name
        can_branch = moment is not None and moment.checkpoint_step is not None
        for action in actions.all():
            action.setEnabled(any_marks)
        actions.live.setChecked(self._is_live)
        dock.set_live(self._is_live)
        actions.pin.setChecked(is_pinned)
        dock.pin.setChecked(is_pinned)
        for target in (actions.render_here, dock.render_here):
            target.setEnabled(moment is not None)
            target.setChecked(is_rendered)
        actions.continue_here.setEnabled(can_branch and self._session.training.state == "idle")


def _pinned_pictures(
    folder: Path, steps: list[int], cell: tuple[int, int]
) -> tuple[Path, dict[int, np.ndarray]]:
    """One cell of the gallery at each of the steps."""
    pictures = {}
    for step in steps:
        frame = gan.load_frame(folder, step)
        pictures[step] = frame[min(cell[0], len(frame) - 1), min(cell[1], frame.shape[1] - 1)]
    return folder, pictures
