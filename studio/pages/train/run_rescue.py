"""Going on from before a trouble: the run that has it ends and stays, a branch of it goes on with a mend."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

import gan
from gan.errors import Failure
from studio.session import Session, next_run_folder

RESCUED = "run rescued"


class RunRescue(QObject):
    """One rescue at a time: stop, branch, and say which run is to go on."""

    branched = Signal(object, object)  # folder of the new run, entries of the recipe that it goes on with

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._wanted: tuple[Path, int] | None = None
        self._changes: dict[str, Any] = {}
        session.training.ended.connect(self._on_ended)
        session.run_files.answered.connect(self._on_answered)
        session.run_files.failed.connect(self._on_failed)

    @Slot(object, int, object)
    def begin(self, folder: Path, step: int, changes: dict[str, Any]) -> None:
        """From the newest checkpoint no later than ``step``."""
        self._wanted, self._changes = (folder, step), changes
        if self._session.training.state == "idle":
            self._branch()
        else:
            self._session.training.stop()

    @Slot()
    def _on_ended(self) -> None:
        if self._wanted is not None:
            self._branch()

    def _branch(self) -> None:
        assert self._wanted is not None
        (folder, step), self._wanted = self._wanted, None
        self._session.run_files.do(RESCUED, partial(_branched, folder, step, next_run_folder()))

    @Slot(str, object)
    def _on_answered(self, name: str, answer: object) -> None:
        if name == RESCUED:
            self.branched.emit(answer, self._changes)

    @Slot(str, object)
    def _on_failed(self, name: str, failure: Failure) -> None:
        if name == RESCUED:
            self._session.failed.emit(failure)


def _branched(folder: Path, step: int, branch: Path) -> Path:
    gan.branch_run(folder, step, branch)
    return branch
