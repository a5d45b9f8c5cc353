"""The runs of this computer in the Train room: open, go on, branch, rename, throw away, look at in the folder."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
from PySide6.QtCore import QFile, QPoint, Qt, QUrl, Signal, Slot
from PySide6.QtGui import QAction, QDesktopServices, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

import gan
from gan import places
from gan.errors import Failure, UserError
from gan.run_folder import RunFolder
from gan.runs import RunSummary
from studio.actions import make_action
from studio.number_style import number
from studio.pages.engine_words import EngineWords
from studio.pages.known_sets import KnownSetWords
from studio.pages.preset_words import PresetWords
from studio.session import Session
from studio.widgets.controls.buttons import icon_button, plain_button, quiet_button
from studio.widgets.controls.durations import clock_text
from studio.widgets.controls.labels import secondary_label, section_label
from studio.widgets.controls.surface import Surface
from studio.widgets.training.run_list import RunEntry, RunList
from studio.words import joined

RUNS = "runs"
SIDE_PX, HEAD_PX, FOOT_PX = 16, 40, 56
ROOMY_PX = 432  # from here on all buttons stand beside each other
NOTHING = -1
Listed = tuple[tuple[RunSummary, np.ndarray | None], ...]


class TrainRuns(Surface):
    """Changes folders off the GUI thread; what opening or going on means is the room's business."""

    open_asked = Signal(object)  # the run's folder
    continue_asked = Signal(object)
    settings_asked = Signal(object)  # gan.config.TrainingRequest to put into the recipe
    renamed = Signal(object)  # its folder, which stays
    removed = Signal(object)
    listed = Signal(object)  # tuple of (name, folder) of the runs that have moments
    closed = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__("panel", parent)
        self._session = session
        self._runs: Listed = ()
        self._sets, self._engine_words, self._presets = (
            KnownSetWords(self),
            EngineWords(self),
            PresetWords(self),
        )
        self._busy_folder: Path | None = None
        self.list = RunList(self.tr("No run yet. Press Train: each run is kept here, and can go on later."))
        self._words = secondary_label("", wraps=True)
        self._make_actions()
        self._arrange()
        self._connect()
        self._show_actions(NOTHING)

    def _make_actions(self) -> None:
        self.open = self._action(
            self.tr("Open"), "", "grid", self.tr("Its curves, its gallery and its moments.")
        )
        self.go_on = self._action(
            self.tr("Continue"), "", "redo", self.tr("From its last save, for the budget on the left.")
        )
        self.duplicate = self._action(
            self.tr("Use its settings"), "", "layers", self.tr("Put its recipe into the panel on the left.")
        )
        self.rename = self._action(self.tr("Rename"), "F2", "type", self.tr("Give it another name."))
        self.trash = self._action(
            self.tr("Move to the trash"), "Del", "trash", self.tr("From there the system can bring it back.")
        )
        self.reveal = self._action(
            self.tr("Show in folder"), "", "folder", self.tr("Where its files lie on this computer.")
        )

    def _action(self, text: str, shortcut: str, icon_name: str, tip: str) -> QAction:
        action = make_action(self, text, shortcut=shortcut or None, icon_name=icon_name, tip=tip)
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.setShortcutVisibleInContextMenu(True)
        return action

    def _arrange(self) -> None:
        close = icon_button("x", self.tr("Back to the gallery (Esc)"))
        close.clicked.connect(self.closed)
        back = QAction(self)
        back.setShortcut(QKeySequence("Esc"))
        back.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        back.triggered.connect(self.closed)
        self.addAction(back)
        head = QHBoxLayout()
        head.setContentsMargins(SIDE_PX, 0, 8, 0)
        head.addWidget(section_label(self.tr("Runs")))
        head.addStretch(1)
        head.addWidget(close)
        header, footer = QWidget(), QWidget()
        header.setLayout(head)
        header.setFixedHeight(HEAD_PX)
        self._menu = QMenu(self)
        self._menu.setToolTipsVisible(True)
        self._menu.addActions([self.open, self.go_on, self.duplicate])
        self._menu.addSeparator()
        self._menu.addActions([self.rename, self.reveal, self.trash])
        foot = QHBoxLayout(footer)
        foot.setContentsMargins(SIDE_PX, 0, SIDE_PX, 0)
        foot.setSpacing(8)
        self.buttons = {
            self.open: plain_button(self.open.text(), "grid"),
            self.go_on: plain_button(self.go_on.text(), "redo"),
            self.duplicate: quiet_button(self.duplicate.text()),
        }
        for action, button in self.buttons.items():
            button.setToolTip(action.toolTip())
            button.clicked.connect(action.trigger)
            foot.addWidget(button)
        foot.addStretch(1)
        more = icon_button("more", self.tr("Everything that can be done with this run"))
        more.setMenu(self._menu)
        foot.addWidget(more)
        footer.setFixedHeight(FOOT_PX)
        words = QHBoxLayout()
        words.setContentsMargins(SIDE_PX, 0, SIDE_PX, 0)
        words.addWidget(self._words)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(header)
        layout.addWidget(self.list, 1)
        layout.addLayout(words)
        layout.addWidget(footer)
        self.list.addActions([self.rename, self.trash])

    def _connect(self) -> None:
        files = self._session.run_files
        files.answered.connect(self._on_answered)
        files.failed.connect(self._on_failed)
        self._session.training.state_changed.connect(self._on_state_changed)
        self.list.row_chosen.connect(self._show_actions)
        self.list.open_asked.connect(self.open.trigger)
        self.list.rename_asked.connect(self._on_rename_asked)
        self.list.renaming_ended.connect(self.refresh)
        self.list.menu_requested.connect(self._on_menu_requested)
        self.open.triggered.connect(self._on_open)
        self.go_on.triggered.connect(self._on_continue)
        self.duplicate.triggered.connect(self._on_duplicate)
        self.rename.triggered.connect(self._on_rename)
        self.trash.triggered.connect(self._on_trash)
        self.reveal.triggered.connect(self._on_reveal)

    def fit(self, width: int, widest: int) -> None:
        """As wide as the gallery, and as its buttons need; where they need too much, one stays in the menu only."""
        self.buttons[self.duplicate].setVisible(widest >= ROOMY_PX)
        self.setFixedWidth(min(max(width, ROOMY_PX), widest))

    @Slot()
    def refresh(self) -> None:
        """Read the folder of runs again."""
        self._session.run_files.ask(RUNS, _listed_runs)

    def set_busy(self, folder: Path | None) -> None:
        """The run that is being trained: it is left alone."""
        self._busy_folder = folder
        self._show_actions(self.list.currentRow())

    @property
    def chosen(self) -> RunSummary | None:
        """None while no row is."""
        row = self.list.currentRow()
        return self._runs[row][0] if 0 <= row < len(self._runs) else None

    def _show_rows(self) -> None:
        chosen = self.chosen.folder if self.chosen is not None else None
        rows = [run.folder for run, _ in self._runs]
        self.list.set_entries(
            [self._entry(run, picture) for run, picture in self._runs],
            rows.index(chosen) if chosen in rows else 0 if rows else NOTHING,
        )

    def _entry(self, run: RunSummary, picture: np.ndarray | None) -> RunEntry:
        if run.state == "damaged":
            return RunEntry(run.name, run.sentence, trouble=True)
        steps = self.tr("step {step}").format(step=number(run.step))
        titles = self._presets.titles()
        words = joined(
            "  ·  ",
            (
                self._sets.title_of(run.dataset_name) or run.dataset_name,
                titles.get(run.preset, run.preset),
                steps,
                clock_text(run.elapsed_s),
            ),
        )
        states = {
            "empty": self.tr("not saved yet"),
            "unfinished": self.tr("can go on"),
            "finished": self.tr("finished"),
        }
        return RunEntry(run.name, words, states[run.state], picture)

    @Slot(int)
    def _show_actions(self, _row: int) -> None:
        run, idle = self.chosen, self._session.training.state == "idle"
        sound = run is not None and run.state != "damaged"
        begins = self._session.training.state == "starting"  # and it is not known yet which one
        busy = begins or (run is not None and run.folder == self._busy_folder)
        self.open.setEnabled(sound and (idle or busy))
        self.go_on.setEnabled(sound and idle)
        self.duplicate.setEnabled(sound and idle)
        self.rename.setEnabled(sound and not busy)
        self.trash.setEnabled(run is not None and not busy)
        self.reveal.setEnabled(run is not None)
        for action, button in self.buttons.items():
            button.setEnabled(action.isEnabled())
            button.setToolTip(action.toolTip() if action.isEnabled() else self._why_not(run))

    def _why_not(self, run: RunSummary | None) -> str:
        """Why a run can neither be opened nor go on."""
        if run is None:
            return self.tr("There is no run yet.")
        if run.state == "damaged":
            return self.tr("This run is damaged. {sentence}").format(sentence=run.sentence)
        return self.tr("Stop the run that is being trained first.")

    @Slot(str)
    def _on_state_changed(self, _state: str) -> None:
        self._show_actions(self.list.currentRow())

    @Slot()
    def _on_open(self) -> None:
        if (run := self.chosen) is not None and self.open.isEnabled():
            self.open_asked.emit(run.folder)

    @Slot()
    def _on_continue(self) -> None:
        if (run := self.chosen) is not None:
            self.continue_asked.emit(run.folder)

    @Slot()
    def _on_duplicate(self) -> None:
        if (run := self.chosen) is not None:
            folder = run.folder
            self._session.run_files.ask("run settings", lambda: gan.request_of(folder))

    @Slot()
    def _on_rename(self) -> None:
        self.list.rename()

    @Slot(int, str)
    def _on_rename_asked(self, row: int, name: str) -> None:
        folder = self._runs[row][0].folder
        self._session.run_files.do("run renamed", partial(_renamed, folder, name))

    @Slot()
    def _on_trash(self) -> None:
        if (run := self.chosen) is not None:
            self._session.run_files.do("run removed", partial(_moved_to_trash, run.folder))

    @Slot()
    def _on_reveal(self) -> None:
        if (run := self.chosen) is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(run.folder)))

    @Slot(int, object)
    def _on_menu_requested(self, _row: int, place: QPoint) -> None:
        self._menu.popup(place)

    @Slot(str, object)
    def _on_answered(self, name: str, answer: Any) -> None:
        match name, answer:
            case "runs", _ if self.list.is_renaming:
                pass  # they are read again once the name is typed
            case "runs", tuple(runs):
                self._runs = runs
                self._show_rows()
                self.listed.emit(tuple((run.name, run.folder) for run, _ in runs if run.state != "damaged"))
            case "run settings", request:
                self.settings_asked.emit(request)
            case "run renamed", folder:
                self._words.setText("")
                self.renamed.emit(folder)
                self.refresh()
            case "run removed", (folder, removed_name):
                said = self.tr("{name} is in the system's trash, and can be brought back from there.")
                self._words.setText(said.format(name=removed_name))
                self.removed.emit(folder)
                self.refresh()

    @Slot(str, object)
    def _on_failed(self, name: str, failure: Failure) -> None:
        if name == RUNS or name.startswith("run "):
            self._words.setText(self._engine_words.sentence(failure))
            self._show_rows()  # a name that could not be given goes back to what it was


def _listed_runs() -> Listed:
    """Every run with one of its pictures."""
    return tuple((run, _picture_of(run)) for run in gan.list_runs(places.runs_folder()))


def _picture_of(run: RunSummary) -> np.ndarray | None:
    """One cell of its newest gallery; None where there is none, or none that can be read."""
    try:
        moments = gan.list_moments(run.folder)
        frame = gan.load_frame(run.folder, moments[-1].step) if moments else None
    except (OSError, ValueError):
        return None
    return None if frame is None else frame[min(3, len(frame) - 1), 0]


def _renamed(folder: Path, name: str) -> Path:
    gan.rename_run(folder, name)
    return folder


def _moved_to_trash(folder: Path) -> tuple[Path, str]:
    """Never deletes: where there is no trash the run stays. Its name is read now: it may just have been given."""
    name = RunFolder(folder).name
    moved = QFile.moveToTrash(str(folder))
    if not (moved[0] if isinstance(moved, tuple) else moved):
        raise UserError("no-trash", "{name} could not be moved to a trash here, so it was kept.", name=name)
    return folder, name
