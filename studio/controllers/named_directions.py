"""The names of the open generator's principal directions: remembered with it, and carried along while it learns."""

from __future__ import annotations

import logging
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from gan.config import GeneratorInfo
from gan.errors import Failure, FileError, describe
from gan.places import data_folder
from studio.controllers.job_queue import JobQueue
from studio.direction_names import DirectionNames, read_names, tidy, write_names
from studio.shelf import set_aside

log = logging.getLogger(__name__)

WRITTEN_MS = 2000  # names that go along with a run are written this often at most


class NamedDirections(QObject):
    """Knows one generator at a time; writes outside the GUI thread."""

    changed = Signal()
    failed = Signal(object)  # gan.errors.Failure
    left = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.names: tuple[
            str, ...
        ] = ()  # of the principal directions of the open generator, "" for one without
        self._all = DirectionNames()
        self._info: GeneratorInfo | None = None
        self._source: str | Path | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(WRITTEN_MS)
        self._pause.timeout.connect(self._write)
        self._unread: Failure | None = None  # why the file was not read that still has to be set aside
        self._writer = JobQueue(self)
        self._writer.failed.connect(self.failed)
        self._writer.left.connect(self.left)

    def load(self) -> None:
        """Read what earlier sittings named; a damaged file is set aside, never overwritten."""
        try:
            self._all = read_names(names_file())
        except (FileError, OSError) as error:
            log.exception("the names of directions could not be read")
            self._set_aside(describe(error))
        self._show(self._looked_up())

    def take(self, info: GeneratorInfo, source: str | Path | None) -> None:
        """Another generator, or fresh weights in the file ``source``: names go along while it has the directions."""
        before, before_source = self._info, self._source
        self._info, self._source = info, source
        names = self._looked_up()
        is_fresh = before is not None and source == before_source and self._all.knows(before.fingerprint)
        if is_fresh and info.principal is not None and not self._all.knows(info.fingerprint):
            assert before is not None
            # The weights that were there are gone; step by step directions may go far from where they were named.
            self._all = self._all.without(before.fingerprint)
            self._all = self._all.with_names(info.fingerprint, info.principal, names)
            if not self._pause.isActive():
                self._pause.start()
        self._show(names)

    def rename(self, index: int, name: str) -> None:
        """Call one direction of the open generator something; "" takes its name away."""
        info, names = self._info, list(self.names)
        if info is None or info.principal is None or not index < len(names) or names[index] == tidy(name):
            return
        names[index] = tidy(name)
        self._all = self._all.with_names(info.fingerprint, info.principal, names)
        self._write()
        self._show(tuple(names))

    def _looked_up(self) -> tuple[str, ...]:
        info = self._info
        if info is None or info.principal is None:
            return ()
        return self._all.of(info.fingerprint, info.principal)

    def _show(self, names: tuple[str, ...]) -> None:
        if names != self.names:
            self.names = names
            self.changed.emit()

    def shut_down(self) -> None:
        """Write what is not written yet; ``left`` follows."""
        if self._pause.isActive():
            self._write()
        self._writer.shut_down()

    @property
    def has_left(self) -> bool:
        return self._writer.has_left

    @Slot()
    def _write(self) -> None:
        self._pause.stop()
        if self._unread is not None:
            self._set_aside(self._unread)
        if self._unread is None:
            self._writer.forget_waiting()
            self._writer.run(partial(_save, self._all))

    def _set_aside(self, failure: Failure) -> None:
        """Where that fails it is tried again before anything is written."""
        try:
            aside = set_aside(names_file())
        except OSError as error:
            log.exception("the damaged names of directions could not be set aside")
            self._unread = failure
            self.failed.emit(describe(error))
            return
        self._unread = None
        sentence = self.tr("The names of directions could not be read. The file was set aside as “{name}”.")
        self.failed.emit(
            Failure(code=failure.code, sentence=sentence.format(name=aside.name), values={"name": aside.name})
        )


def _save(names: DirectionNames) -> None:
    data_folder().mkdir(parents=True, exist_ok=True)
    write_names(names_file(), names)


def names_file() -> Path:
    return data_folder() / "direction-names.json"
