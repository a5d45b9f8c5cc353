"""Draw-your-own sets at work: what the dialog reports lies on the disk at once, and can be learnt from."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from functools import partial
from pathlib import Path

import numpy as np
from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from gan import places
from gan.errors import Failure, GanError, describe
from studio.document.drawn_set import (
    DrawnClass,
    checked_name,
    is_drawn_set,
    move_folder,
    read_drawn_set,
    write_cell,
)
from studio.pages.engine_words import EngineWords
from studio.session import Session
from studio.widgets.training.drawing_dialog import DrawingDialog
from studio.words import sentences

LAST_KEY = "train/drawings"


class DrawingDesk(QObject):
    """Opens the dialog on the set of last time; writing happens beside the window, in the order of the hand."""

    learn_asked = Signal(str)  # the folder of a set, everything drawn being on the disk

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._window = session, window
        self._writer = session.drawings
        self._words = EngineWords(self)
        self._folder = Path()
        self._wanted = False
        self._under_way: deque[Callable[[], None]] = deque()
        self._to_try_again: list[Callable[[], None]] = []
        self.dialog: DrawingDialog | None = None
        self._writer.finished.connect(self._on_written)
        self._writer.failed.connect(self._on_failed)

    def begin(self, chosen: str) -> None:
        """``chosen``: what is learnt from now; a set that was drawn here is opened, else the last one, else a new."""
        if self.dialog is not None:
            self.dialog.activateWindow()
            return
        self.dialog = DrawingDialog(self._window.window())
        self._connect(self.dialog)
        last = self._session.settings.value(LAST_KEY, "")
        for candidate in (chosen, last):
            if candidate and Path(candidate).is_absolute() and is_drawn_set(Path(candidate)):
                self._open(Path(candidate))
                break
        else:
            self._on_new_asked()
        self.dialog.open()

    def _connect(self, dialog: DrawingDialog) -> None:
        dialog.cell_changed.connect(self._on_cell_changed)
        dialog.class_name_asked.connect(self._on_class_name_asked)
        dialog.set_name_asked.connect(self._on_set_name_asked)
        dialog.open_asked.connect(self._on_open_asked)
        dialog.new_asked.connect(self._on_new_asked)
        dialog.learn_asked.connect(self._on_learn_asked)
        dialog.finished.connect(self._on_finished)

    @property
    def _shown(self) -> DrawingDialog:
        assert self.dialog is not None, "only its own signals come here"
        return self.dialog

    # Which set

    @Slot()
    def _on_new_asked(self) -> None:
        """Three kinds to begin with; nothing is written before something is drawn."""
        number = 1
        while (folder := drawings_folder() / self.tr("Drawings {number}").format(number=number)).exists():
            number += 1
        names = (self.tr("Circle"), self.tr("Cross"), self.tr("Star"))
        self._show(folder, [DrawnClass(name) for name in names])

    @Slot()
    def _on_open_asked(self) -> None:
        folder = drawings_folder() if drawings_folder().is_dir() else Path.home()
        dialog = QFileDialog(self._shown, self.tr("Folder to draw in"), str(folder))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self.open_folder)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot(str)
    def open_folder(self, folder: str) -> None:
        """A set that was drawn before, or a folder to begin one in; other files in it stay as they are."""
        self._open(Path(folder))

    def _open(self, folder: Path) -> None:
        try:
            self._show(folder, read_drawn_set(folder))
        except OSError as error:
            self._shown.say(self._words.sentence(describe(error)))

    def _show(self, folder: Path, classes: list[DrawnClass] | tuple[DrawnClass, ...]) -> None:
        self._folder = folder
        self._shown.show_set(folder.name, str(folder), [(one.name, one.pictures) for one in classes])

    # What the hand does

    @Slot(str, int, object)
    def _on_cell_changed(self, class_name: str, number: int, pixels: np.ndarray | None) -> None:
        self._session.settings.set_value(LAST_KEY, str(self._folder))
        self._write(partial(write_cell, self._folder, class_name, number, pixels))

    @Slot(str, str)
    def _on_class_name_asked(self, old: str, text: str) -> None:
        name = self._checked(text, taken=[one for one in self._shown.class_names if one != old])
        self._shown.show_class_name(old, name or old)
        if name and name != old:
            self._write(partial(move_folder, self._folder / old, self._folder / name))

    @Slot(str)
    def _on_set_name_asked(self, text: str) -> None:
        taken = [entry.name for entry in _entries(self._folder.parent) if entry != self._folder]
        name, old = self._checked(text, taken=taken), self._folder
        if name and name != old.name:
            self._folder = old.with_name(name)
            self._session.settings.set_value(LAST_KEY, str(self._folder))
            self._write(partial(move_folder, old, self._folder))
        self._shown.show_name(self._folder.name, str(self._folder))

    def _checked(self, text: str, taken: list[str]) -> str:
        """The name, or "" once the dialog has said why it cannot be."""
        try:
            name = checked_name(text)
        except GanError as error:
            self._shown.say(self._words.sentence(error.failure))
            return ""
        if name.casefold() in (one.casefold() for one in taken):
            self._shown.say(self.tr("“{name}” is there already.").format(name=name))
            return ""
        self._shown.say("")
        return name

    def _write(self, job: Callable[[], None]) -> None:
        """After what did not work before."""
        jobs, self._to_try_again = [*self._to_try_again, job], []
        for each in jobs:
            self._under_way.append(each)
            self._writer.run(each)

    @Slot(object)
    def _on_written(self, _nothing: object) -> None:
        self._under_way.popleft()
        if self._wanted and not self._under_way:
            self._learn()

    @Slot(object)
    def _on_failed(self, failure: Failure) -> None:
        """What could not be written is still on its sheet."""
        self._to_try_again.append(self._under_way.popleft())
        self._wanted = False
        kept = self.tr("What you drew is still on its sheet: draw on to try again.")
        sentence = sentences(self._words.sentence(failure), kept)
        if self.dialog is not None:
            self.dialog.say(sentence)
        else:
            self._session.failed.emit(self._words.failure(failure))

    # Learning from it

    @Slot()
    def _on_learn_asked(self) -> None:
        """Once everything drawn is on the disk."""
        self._wanted = True
        self._write(_nothing_more)

    def _learn(self) -> None:
        self._wanted = False
        if self.dialog is not None:
            self.dialog.accept()
        self.learn_asked.emit(str(self._folder))

    @Slot()
    def _on_finished(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None
        if self._to_try_again:
            self._write(_nothing_more)


def drawings_folder() -> Path:
    return places.data_folder() / "drawings"


def _entries(folder: Path) -> list[Path]:
    return list(folder.iterdir()) if folder.is_dir() else []


def _nothing_more() -> None:
    """A job that only marks its place in the queue."""
