"""The document of the Paint room: new, open, save, and the question about unsaved work."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from gan.errors import Failure, describe
from studio.document.artwork import Artwork
from studio.document.backups import backup_files
from studio.document.file import (
    PICTURE_SUFFIXES,
    SUFFIX,
    Document,
    is_picture,
    is_write_protected,
    read_document,
    save_document,
)
from studio.document.lock import FileLock, same_file
from studio.pages.paint.recent_files import RecentFiles
from studio.pages.paint.waiting import Waiting
from studio.session import Session
from studio.widgets.controls.buttons import dress_question
from studio.widgets.frame.notice_bar import Notice, NoticeBar

SAID_AFTER_MS = 200
FOLDER_KEY = "paint/folder"
IN_USE, KEPT, DAMAGED = "in use", "kept as it is", "damaged"


class PaintFiles(QObject):
    """Nothing is replaced or closed before its unsaved work was asked about."""

    title_changed = Signal(str, bool)  # the document's name; whether it has unsaved work
    saving = Signal()  # and it takes long enough to be said
    saved = Signal()
    opened = Signal(object)  # studio.document.file.Document: it is before the person now
    picture_opened = Signal(object)  # Path of a picture that carries no painting
    given_up = Signal()  # the person wants no more of the unsaved work

    def __init__(self, session: Session, owner: QWidget) -> None:
        super().__init__(owner)
        self._session, self._owner = session, owner
        self._editor = session.artwork
        self._lock: FileLock | None = None
        self._title = ""  # of a document without a file
        self._kept_as_it_is: Path | None = None  # a file that is not to be replaced
        self._kept_notice: Notice | None = None  # which says so
        self._asked_for: Path | None = None  # what a notice offers to open
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(SAID_AFTER_MS)
        self._patience.timeout.connect(self.saving)
        self.notices = NoticeBar()
        self.recent = RecentFiles(session.settings, self)
        self.recent.chosen.connect(self.open)
        self.notices.answered.connect(self._on_answered)
        self._editor.modified_changed.connect(self._report_title)
        self._editor.path_changed.connect(self._report_title)
        session.leaving.connect(self._let_go)

    @property
    def name(self) -> str:
        """The document's name without its suffix."""
        if self._editor.path is not None:
            return self._editor.path.stem
        return self._title or self.tr("Untitled")

    def may_discard(self) -> bool:
        """True if nothing is unsaved, or once it was saved or given up; False: leave everything as it is."""
        if not self._editor.is_modified:
            return True
        button = QMessageBox.StandardButton
        question = QMessageBox(
            QMessageBox.Icon.NoIcon,
            self.tr("Latent Studio"),
            self.tr("Save the changes to “{name}”?").format(name=self.name),
            button.Save | button.Discard | button.Cancel,
            self._owner.window(),
        )
        question.setInformativeText(self.tr("What was painted since is lost otherwise."))
        question.button(button.Discard).setText(self.tr("Don’t save"))
        dress_question(question, button.Save)
        answer = question.exec()
        question.deleteLater()
        if answer == button.Save:
            return self.save()
        if answer == button.Discard:
            self.given_up.emit()
        return answer == button.Discard

    @Slot()
    def new(self) -> None:
        self.new_sheet(self.empty_sheet())

    def empty_sheet(self) -> Artwork:
        return self._editor.empty()

    def new_sheet(self, artwork: Artwork) -> None:
        """Begin with this, once unsaved work was asked about."""
        if self.may_discard():
            self.begin(Document(artwork), None)

    # Opening

    @Slot()
    def choose_and_open(self) -> None:
        if chosen := self._choose(self.tr("Open")):
            self.open(chosen)

    @Slot()
    def choose_and_open_copy(self) -> None:
        if chosen := self._choose(self.tr("Open a copy")):
            self.open_copy(chosen)

    @Slot(object)
    def open(self, path: Path) -> bool:
        """Open a document; where that fails the window says it, and the open one stays."""
        if is_picture(path) or path.suffix.lower() in PICTURE_SUFFIXES:
            return self._open_from_picture(path)
        if not self.may_discard():
            return False
        lock = self.take_lock(path)
        if lock is None:
            self._offer(
                Notice(
                    IN_USE,
                    self.tr("“{name}” is open in another window.").format(name=path.stem),
                    (
                        (
                            "copy",
                            self.tr("Open a copy"),
                            self.tr("Paint on a copy; the other window keeps the file."),
                        ),
                    ),
                ),
                path,
            )
            return False
        document = self._read(path)
        if document is None:
            if lock is not self._lock:
                lock.let_go()
            return False
        self.begin(document, path, lock=lock)
        self.remember(path)
        return True

    def _open_from_picture(self, path: Path) -> bool:
        """The painting that a picture carries, as a new one: the picture stays a picture."""
        try:
            document = read_document(path) if is_picture(path) else None
        except OSError as error:
            failure = describe(error)
            if failure.code != "picture-carries-nothing":
                self._session.failed.emit(failure)
                return False
            document = None
        if document is None:
            self.picture_opened.emit(path)
            return False
        if not self.may_discard():
            return False
        self.begin(document, None, title=path.stem, unsaved=True)
        return True

    def open_copy(self, path: Path) -> bool:
        """What a document holds, as a new one that has no file yet."""
        if not self.may_discard() or (document := self._read(path)) is None:
            return False
        self.begin(document, None, title=self.tr("{name} copy").format(name=path.stem), unsaved=True)
        return True

    def begin(
        self,
        document: Document,
        path: Path | None,
        *,
        lock: FileLock | None = None,
        title: str = "",
        unsaved: bool = False,
    ) -> None:
        """Go on with this document. What this version cannot write as it was keeps its file."""
        for name in (IN_USE, KEPT, DAMAGED):
            self.notices.withdraw(name)
        self._hold(lock)
        self._title, self._kept_as_it_is = title, None
        if path is not None and (document.is_newer or is_write_protected(path)):
            self._kept_as_it_is = path
            self._kept_notice = self._notice_of_kept(path, document)
            self.notices.offer(self._kept_notice)
        if path is not None and document.is_newer:
            self._title, path = path.stem, None
        self._editor.begin(document, path, unsaved=unsaved)
        self._report_title()
        self.opened.emit(document)

    def take_lock(self, path: Path) -> FileLock | None:
        """Of a document that is about to be gone on with, ours already perhaps; None: another window has it."""
        if self._lock is not None and same_file(self._lock.path, path):
            return self._lock
        return FileLock.take(path)

    def _read(self, path: Path) -> Document | None:
        try:
            return read_document(path)
        except OSError as error:
            self._session.failed.emit(describe(error))
        backup = next((each for each in backup_files(path) if each.is_file()), None)
        if backup is not None:
            sentence = self.tr("The version of “{name}” before the last save is still there.")
            tooltip = self.tr("Opens it as a copy; no file is changed.")
            answers = (("copy", self.tr("Open it"), tooltip),)
            self._offer(Notice(DAMAGED, sentence.format(name=path.stem), answers), backup)
        return None

    # Saving

    @Slot()
    def save(self) -> bool:
        """Where it was saved before, or where the person says."""
        path = self._editor.path
        return self.save_as() if path is None or path == self._kept_as_it_is else self.save_to(path)

    @Slot()
    def save_as(self) -> bool:
        name = self.name
        if self._kept_as_it_is is not None and self._kept_as_it_is.stem == name:
            name = self.tr("{name} copy").format(name=name)
        suggestion = str(Path(self._folder()) / f"{name}{SUFFIX}")
        dialog = QFileDialog(self._owner.window(), self.tr("Save as"), suggestion, self._kinds())
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(SUFFIX.lstrip("."))
        dialog.selectFile(suggestion)
        chosen = dialog.selectedFiles() if dialog.exec() else []
        dialog.deleteLater()
        return self.save_to(Path(chosen[0])) if chosen else False

    def save_to(self, path: Path) -> bool:
        """Save under a name; the window says it if that fails, and the work stays unsaved.

        The file is written outside the window's thread; the window draws meanwhile, but takes no input.
        """
        if self._kept_as_it_is is not None and same_file(path, self._kept_as_it_is):
            sentence = self.tr("“{name}” stays as it is. Save under another name.")
            return self._refuse(sentence.format(name=path.name))
        lock = self.take_lock(path)
        if lock is None:
            sentence = self.tr("“{name}” is open in another window. Save under another name.")
            return self._refuse(sentence.format(name=path.name))
        document = self._editor.document
        waiting = Waiting(self._session.documents.run(partial(save_document, path, document)))
        self._patience.start()
        failure = waiting.wait()
        self._patience.stop()
        if failure is not None:
            if lock is not self._lock:
                lock.let_go()
            self._session.failed.emit(failure)
            self._report_title()
            return False
        self._hold(lock)
        self._title, self._kept_as_it_is = "", None
        self._editor.mark_saved(path, document.artwork)
        self.notices.withdraw(KEPT)
        self.remember(path)
        self.saved.emit()
        return True

    def _refuse(self, sentence: str) -> bool:
        self._session.failed.emit(Failure(code="not-saved", sentence=sentence))
        return False

    # Locks and notices

    def _hold(self, lock: FileLock | None) -> None:
        if self._lock is not None and self._lock is not lock:
            self._lock.let_go()
        self._lock = lock

    @Slot()
    def _let_go(self) -> None:
        self._hold(None)

    def _notice_of_kept(self, path: Path, document: Document) -> Notice:
        if document.is_newer:
            sentence = self.tr(
                "“{name}” was made with a newer version of Latent Studio. What this one does not know is not shown. "
                "The file stays as it is: save under another name."
            )
        else:
            sentence = self.tr(
                "“{name}” is write-protected. Save under another name to keep what you change."
            )
        answers = (("save as", self.tr("Save as…"), self.tr("Choose a folder and a name for what you see.")),)
        return Notice(KEPT, sentence.format(name=path.stem), answers)

    def _offer(self, notice: Notice, path: Path) -> None:
        self._asked_for = path
        self.notices.offer(notice)

    @Slot(str, str)
    def _on_answered(self, notice: str, _answer: str) -> None:
        if notice in (IN_USE, DAMAGED) and self._asked_for is not None:
            self.open_copy(self._asked_for)
        elif notice == KEPT and not self.save_as() and self._kept_notice is not None:
            self.notices.offer(self._kept_notice)

    # Names

    def remember(self, path: Path) -> None:
        """Among the recent files, and where the next dialog begins."""
        self._session.settings.set_value(FOLDER_KEY, str(path.parent))
        self.recent.remember(path)

    def _choose(self, title: str) -> Path | None:
        endings = " ".join(f"*{suffix}" for suffix in (SUFFIX, *PICTURE_SUFFIXES))
        kinds = self.tr("Artworks and pictures ({endings})").format(endings=endings)
        chosen, _ = QFileDialog.getOpenFileName(self._owner.window(), title, self._folder(), kinds)
        return Path(chosen) if chosen else None

    def _folder(self) -> str:
        if self._editor.path is not None:
            return str(self._editor.path.parent)
        return self._session.settings.value(FOLDER_KEY, str(Path.home()))

    def _kinds(self) -> str:
        return self.tr("Artworks ({endings})").format(endings=f"*{SUFFIX}")

    @Slot()
    def _report_title(self, _value: object = None) -> None:
        self.title_changed.emit(self.name, self._editor.is_modified)
