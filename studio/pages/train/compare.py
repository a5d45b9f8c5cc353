"""Two moments over each other: which one lies to the left of the divider, and the menu that chooses it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QMenu

import gan
from gan.errors import Failure
from gan.moments import Moment
from gan.run_folder import RunFolder
from studio.number_style import number
from studio.session import Session
from studio.words import phrase

COMPARED = "compared frame"


@dataclass(frozen=True, slots=True)
class Comparison:
    """What lies to the left of the divider: a moment of this run, or the same step of another one."""

    folder: Path
    step: int | None  # None: whichever is nearest to the moment on the right


class TrainCompare(QObject):
    """Reads the other pictures anew whenever the moment on the right changes."""

    ready = Signal(object, object)  # pixels or None; the words left and right of the divider

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self.menu = QMenu()
        self._session, self._files = session, session.run_files
        self._folder: Path | None = None
        self._moments: tuple[Moment, ...] = ()
        self._step = 0
        self._comparison: Comparison | None = None
        self._other_runs: tuple[tuple[str, Path], ...] = ()
        self.menu.aboutToShow.connect(self._fill_menu)
        self._files.answered.connect(self._on_answered)
        self._files.failed.connect(self._on_failed)

    def show_run(self, folder: Path | None, moments: tuple[Moment, ...]) -> None:
        """The run on the right."""
        if folder != self._folder:
            self.stop()
        self._folder, self._moments = folder, moments

    def show_step(self, step: int) -> None:
        """The moment on the right."""
        self._step = step
        self._read()

    def set_other_runs(self, runs: tuple[tuple[str, Path], ...]) -> None:
        """(name, folder) of the runs that can be compared with."""
        self._other_runs = runs

    @Slot()
    def stop(self) -> None:
        self._comparison = None
        self._files.forget(COMPARED)
        self.ready.emit(None, ("", ""))

    def _begin(self, comparison: Comparison) -> None:
        self._comparison = comparison
        self._read()

    def _read(self) -> None:
        if self._comparison is not None:
            self._files.ask(COMPARED, partial(_frame_of, self._comparison, self._step))

    @Slot()
    def _fill_menu(self) -> None:
        menu, folder = self.menu, self._folder
        menu.clear()
        if folder is None:
            return
        if self._comparison is not None:
            menu.addAction(self.tr("Stop comparing"), self.stop)
            menu.addSeparator()
        pinned = [moment.step for moment in self._moments if moment.is_pinned]
        for step in pinned:
            words = self.tr("Pinned: step {step}").format(step=number(step))
            menu.addAction(words, partial(self._begin, Comparison(folder, step)))
        if not pinned:
            menu.addAction(self.tr("Pin a moment to compare with it")).setEnabled(False)
        if self._moments and (first := self._moments[0].step) not in pinned:
            menu.addAction(self.tr("The first moment"), partial(self._begin, Comparison(folder, first)))
        others = [(name, other) for name, other in self._other_runs if other != folder]
        if others:
            menu.addSeparator()
            menu.addAction(self.tr("Another run at the same step:")).setEnabled(False)
        for name, other in others:
            menu.addAction(name.replace("&", "&&"), partial(self._begin, Comparison(other, None)))

    @Slot(str, object)
    def _on_answered(self, name: str, answer: Any) -> None:
        if name == COMPARED and answer[0] == self._comparison:
            comparison, step, pixels = answer
            self.ready.emit(pixels, self._words(comparison, step))

    def _words(self, comparison: Comparison, step: int) -> tuple[str, str]:
        left = self.tr("step {step}").format(step=number(step))
        if comparison.folder != self._folder:
            left = phrase("{run} · {left}", run=RunFolder(comparison.folder).name, left=left)
        return left, self.tr("step {step}").format(step=number(self._step))

    @Slot(str, object)
    def _on_failed(self, name: str, failure: Failure) -> None:
        if name == COMPARED:
            self.stop()
            self._session.failed.emit(failure)


def _frame_of(comparison: Comparison, step: int) -> tuple[Comparison, int, np.ndarray]:
    """The pictures of the moment that is asked for, and its step."""
    found = comparison.step
    if found is None:
        steps = [moment.step for moment in gan.list_moments(comparison.folder)]
        found = min(steps, key=lambda kept: abs(kept - step), default=0)
    return comparison, found, gan.load_frame(comparison.folder, found)
