"""The document of the Paint room: new, open, save, and the question about unsaved work."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from gan.errors import describe
from studio.document.artwork import Artwork
from studio.document.file import SUFFIX
from studio.session import Session
from studio.widgets.buttons import dress_question

FOLDER_KEY = "paint/folder"


class PaintFiles(QObject):
    """Nothing is replaced or closed before its unsaved work was asked about."""

    title_changed = Signal(str, bool)  # the document's name; whether it has unsaved work
    saved = Signal()

    def __init__(self, session: Session, owner: QWidget) -> None:
        super().__init__(owner)
        self._session, self._owner = session, owner
        self._editor = session.artwork
        self._editor.modified_changed.connect(self._report_title)
        self._editor.path_changed.connect(self._report_title)

    @property
    def name(self) -> str:
        """The document's name without its suffix."""
        return self.tr("Untitled") if self._editor.path is None else self._editor.path.stem

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
        return answer == button.Discard

    @Slot()
    def new(self) -> None:
        if self.may_discard():
            self._editor.new(Artwork())

    @Slot()
    def choose_and_open(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(
            self._owner.window(), self.tr("Open"), self._folder(), self._kinds()
        )
        if chosen:
            self.open(Path(chosen))

    def open(self, path: Path) -> bool:
        """Open a document; the banner says it if that fails, and the open one stays."""
        if not self.may_discard():
            return False
        try:
            self._editor.open(path)
        except OSError as error:
            self._session.failed.emit(describe(error))
            return False
        self._remember(path)
        return True

    @Slot()
    def save(self) -> bool:
        """Where it was saved before, or where the person says."""
        return self.save_as() if self._editor.path is None else self.save_to(self._editor.path)

    @Slot()
    def save_as(self) -> bool:
        suggestion = str(Path(self._folder()) / f"{self.name}{SUFFIX}")
        dialog = QFileDialog(self._owner.window(), self.tr("Save as"), suggestion, self._kinds())
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(SUFFIX.lstrip("."))
        dialog.selectFile(suggestion)
        chosen = dialog.selectedFiles() if dialog.exec() else []
        dialog.deleteLater()
        return self.save_to(Path(chosen[0])) if chosen else False

    def save_to(self, path: Path) -> bool:
        """Save under a name; the banner says it if that fails, and the work stays unsaved."""
        try:
            self._editor.save(path)
        except OSError as error:
            self._session.failed.emit(describe(error))
            return False
        self._remember(path)
        self.saved.emit()
        return True

    def _folder(self) -> str:
        if self._editor.path is not None:
            return str(self._editor.path.parent)
        return self._session.settings.value(FOLDER_KEY, str(Path.home()))

    def _remember(self, path: Path) -> None:
        self._session.settings.set_value(FOLDER_KEY, str(path.parent))

    def _kinds(self) -> str:
        return self.tr("Artworks") + f" (*{SUFFIX})"

    @Slot()
    def _report_title(self, _value: object = None) -> None:
        self.title_changed.emit(self.name, self._editor.is_modified)
