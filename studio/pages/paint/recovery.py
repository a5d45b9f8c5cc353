"""Unsaved work is written down as it grows, and offered again when the program ended without being asked to."""

from __future__ import annotations

import logging
import re
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Slot

from gan import places
from gan.errors import Failure, describe
from gan.files import sweep_temporaries
from studio.document.file import Document
from studio.document.journal import Journal, Work, name_in_journal, open_journal
from studio.document.lock import FileLock
from studio.pages.paint.files import PaintFiles
from studio.session import Session
from studio.widgets.frame.notice_bar import Notice

log = logging.getLogger(__name__)

SAVE_AFTER_MS = 400  # of an edit, so that it is on the disk within a second
AGAIN_AFTER_MS = 2000  # where that did not work
FOUND, DISCARDED, UNSAFE = "found", "discarded", "unsafe"
_NAME = re.compile(r"(\d{6})\.unsaved")


class PaintRecovery(QObject):
    """One journal a sitting, in the person's own folder, never beside their files. It goes when the work is saved."""

    def __init__(self, session: Session, files: PaintFiles) -> None:
        super().__init__(files)
        self._session, self._files, self._editor = session, files, session.artwork
        self._journal: Journal | None = None
        self._lock: FileLock | None = None
        self._is_writing = self._is_unsafe = self._is_given_up = False
        self._left: list[tuple[Path, str]] = []  # what other sittings left, the newest last
        self._discarded: tuple[Path, str] | None = None  # may still be asked back
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.timeout.connect(self._save)
        self._editor.changed.connect(self._on_changed)
        self._editor.modified_changed.connect(self._on_modified_changed)
        files.given_up.connect(self._on_given_up)
        files.notices.answered.connect(self._on_answered)
        files.notices.closed.connect(self._on_closed)
        session.leaving.connect(self._on_leaving)
        self._look_for_work()

    # Writing

    @Slot()
    def _on_changed(self, _changed: object = None) -> None:
        self._is_given_up = False
        if not self._pause.isActive():
            self._pause.start(SAVE_AFTER_MS)

    @Slot(bool)
    def _on_modified_changed(self, modified: bool) -> None:
        if modified:
            self._on_changed()
        else:
            self._settle()

    @Slot()
    def _save(self) -> None:
        """What is before the person now; if the last writing still goes on, after it."""
        if not self._editor.is_modified:
            return
        if self._is_writing:
            self._pause.start(SAVE_AFTER_MS)
            return
        work = Work(self._editor.current, self._editor.generator, self._files.name, self._editor.path)
        try:
            journal = self._journal_of_this_sitting()
        except OSError as error:
            self._on_not_written(describe(error))
            return
        self._is_writing = True
        job = self._session.documents.run(partial(journal.save, work))
        job.finished.connect(self._on_written)
        job.failed.connect(self._on_not_written)

    def _journal_of_this_sitting(self) -> Journal:
        if self._journal is None:
            folder = recovery_folder()
            folder.mkdir(parents=True, exist_ok=True)
            number = 1 + max((_number(path) for path in _journals(folder)), default=0)
            while (lock := FileLock.take(folder / f"{number:06}.unsaved")) is None or lock.path.exists():
                if lock is not None:
                    lock.let_go()
                number += 1
            self._journal, self._lock = Journal(lock.path), lock
        return self._journal

    @Slot()
    def _on_written(self) -> None:
        self._is_writing = self._is_unsafe = False
        self._files.notices.withdraw(UNSAFE)

    @Slot(object)
    def _on_not_written(self, failure: Failure) -> None:
        """Said once, until it works again."""
        self._is_writing = False
        self._pause.start(AGAIN_AFTER_MS)
        if not self._is_unsafe:
            self._is_unsafe = True
            sentence = self.tr(
                "Unsaved work cannot be kept safe just now. {reason} Save it where there is room."
            )
            self._files.notices.offer(Notice(UNSAFE, sentence.format(reason=failure.sentence)))

    @Slot()
    def _on_given_up(self) -> None:
        """It is still before the person, though: what is opened in its place may not open."""
        self._is_given_up = True

    def _settle(self) -> None:
        """The work is in its file, or something else is in its place."""
        self._pause.stop()
        if self._journal is not None:
            self._session.documents.run(self._journal.settle)

    @Slot()
    def _on_leaving(self) -> None:
        """Work that nobody was asked about stays; what was saved or given up goes."""
        self._forget_discarded()
        if self._pause.isActive() and not self._is_given_up:
            self._save()
        self._pause.stop()
        if self._journal is not None and self._lock is not None:
            leave = partial(_leave, self._journal, self._lock, even_unsettled=self._is_given_up)
            self._session.documents.run(leave)

    # What other sittings left

    def _look_for_work(self) -> None:
        if recovery_folder().is_dir():
            job = self._session.documents.run(find_left_work)
            job.finished.connect(self._on_found)

    @Slot(object)
    def _on_found(self, left: list[tuple[Path, str]]) -> None:
        self._left = left
        self._offer_next()

    def _offer_next(self) -> None:
        if not self._left:
            return
        sentence = self.tr("Unsaved work on “{name}” was found.").format(name=self._left[-1][1])
        answers = (
            ("open", self.tr("Open"), self.tr("Go on where the program ended.")),
            ("discard", self.tr("Discard"), self.tr("Throw this work away; it can be asked back at once.")),
        )
        self._files.notices.offer(Notice(FOUND, sentence, answers))

    @Slot(str, str)
    def _on_answered(self, notice: str, answer: str) -> None:
        if notice == FOUND and answer == "open":
            self._open()
        elif notice == FOUND:
            self._discard()
        elif notice == DISCARDED and self._discarded is not None:
            self._left.append(self._discarded)
            self._discarded = None
            self._offer_next()

    @Slot(str)
    def _on_closed(self, notice: str) -> None:
        """What is not answered stays on the disk and is offered at the next start."""
        if notice == DISCARDED:
            self._forget_discarded()
            self._offer_next()

    def _open(self) -> None:
        """Go on in the very file, so that there is no moment in which the work is nowhere."""
        if not self._files.may_discard():
            self._offer_next()
            return
        path, name = self._left.pop()
        if (lock := FileLock.take(path)) is not None:  # else another window goes on with it
            try:
                journal, work = open_journal(path)
            except OSError as error:
                lock.let_go()
                self._session.failed.emit(describe(error))
            else:
                self._show(work, name)
                self._go_on_in(journal, lock)
        self._offer_next()

    def _go_on_in(self, journal: Journal, lock: FileLock) -> None:
        """In the place of the journal of this sitting, whose work was asked about."""
        if self._journal is not None and self._lock is not None:
            self._session.documents.run(partial(_leave, self._journal, self._lock, even_unsettled=True))
        self._journal, self._lock = journal, lock

    def _show(self, work: Work, name: str) -> None:
        """As the unsaved work that it was; without its file where that is gone or open elsewhere."""
        path = work.path if work.path is not None and work.path.is_file() else None
        lock = None if path is None else self._files.take_lock(path)
        document = Document(work.artwork, work.generator)
        self._files.begin(document, path if lock is not None else None, lock=lock, title=name, unsaved=True)

    def _discard(self) -> None:
        self._forget_discarded()
        self._discarded = self._left.pop()
        sentence = self.tr("The unsaved work on “{name}” is discarded.").format(name=self._discarded[1])
        answers = (("back", self.tr("Undo"), self.tr("Ask it back.")),)
        self._offer_next()
        self._files.notices.offer(Notice(DISCARDED, sentence, answers))

    def _forget_discarded(self) -> None:
        if self._discarded is not None:
            self._session.documents.run(partial(_remove, self._discarded[0]))
            self._discarded = None


def recovery_folder() -> Path:
    return places.data_folder() / "recovery"


def find_left_work() -> list[tuple[Path, str]]:
    """Journals that no running program holds, and what their work is called; those that hold none go."""
    found = []
    sweep_temporaries(recovery_folder())
    for path in sorted(_journals(recovery_folder()), key=_number):
        if (lock := FileLock.take(path)) is not None:
            try:
                if (name := name_in_journal(path)) is None:
                    path.unlink()
                else:
                    found.append((path, name))
            except OSError as error:
                log.warning("%s: %s", path.name, error)
            finally:
                lock.let_go()
    return found


def _journals(folder: Path) -> list[Path]:
    return [path for path in folder.iterdir() if _NAME.fullmatch(path.name)]


def _number(path: Path) -> int:
    match = _NAME.fullmatch(path.name)
    assert match is not None
    return int(match[1])


def _leave(journal: Journal, lock: FileLock, *, even_unsettled: bool = False) -> None:
    try:
        if even_unsettled or (journal.path.exists() and name_in_journal(journal.path) is None):
            journal.drop()
    finally:
        lock.let_go()


def _remove(path: Path) -> None:
    if (lock := FileLock.take(path)) is not None:  # else another window has opened it meanwhile
        path.unlink(missing_ok=True)
        lock.let_go()
