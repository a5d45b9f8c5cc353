"""What changes the shelf of generators (import, rename, copy, trash), asked for first and done off the GUI thread."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QFile, QObject, Slot
from PySide6.QtWidgets import QFileDialog, QInputDialog, QLineEdit, QWidget

import gan
from gan.errors import UserError
from gan.generators import GeneratorSummary, duplicate_generator, import_generator, rename_generator
from studio.session import Session

CHANGED = "model changed"
FOLDER_KEY = "window/generators"


class ModelDeeds(QObject):
    """The session's questions about generators answer to :data:`CHANGED` with the file that is there now, or None."""

    def __init__(self, session: Session, room: QWidget) -> None:
        super().__init__(room)
        self._session, self._room = session, room
        self._renamed: GeneratorSummary | None = None

    def ask_for_import(self) -> None:
        folder = self._session.settings.value(FOLDER_KEY, str(Path.home()))
        dialog = QFileDialog(self._room.window(), self.tr("Import a generator"), folder)
        dialog.setNameFilter(self.tr("Generators (*.safetensors)"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.bring)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot(str)
    def bring(self, path: str) -> None:
        """Copy a file onto the shelf, once it was checked whole."""
        self._session.settings.set_value(FOLDER_KEY, str(Path(path).parent))
        self._session.model_files.do(CHANGED, partial(import_generator, Path(path)))

    def ask_for_name(self, model: GeneratorSummary) -> None:
        self._renamed = model
        dialog = QInputDialog(self._room.window())
        dialog.setWindowTitle(self.tr("Rename"))
        dialog.setLabelText(self.tr("Name"))
        dialog.setTextValue(model.name)
        field = dialog.findChild(QLineEdit)
        if field is not None:
            field.selectAll()
        dialog.textValueSelected.connect(self._rename)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot(str)
    def _rename(self, name: str) -> None:
        model, self._renamed = self._renamed, None
        if model is not None and name.strip() != model.name:
            self._session.model_files.do(CHANGED, partial(_renamed, model, name))

    def duplicate(self, source: Path, name: str) -> None:
        """A copy among one's own, whatever becomes of the run it is from."""
        self._session.model_files.do(CHANGED, partial(duplicate_generator, source, name))

    def throw_away(self, model: GeneratorSummary) -> None:
        """The rooms go on with the generator that is always there, if this was theirs."""
        if model.file == self._session.generator_file:
            self._session.open_shipped()
        self._session.model_files.do(CHANGED, partial(_moved_to_trash, model))


def _renamed(model: GeneratorSummary, name: str) -> Path:
    if model.run is not None:
        gan.rename_run(model.run, name)
    else:
        rename_generator(model.file, name)
    return model.file


def _moved_to_trash(model: GeneratorSummary) -> None:
    """Never deletes: where there is no trash it stays. Of a run the whole folder goes."""
    moved = QFile.moveToTrash(str(model.run or model.file))
    if not (moved[0] if isinstance(moved, tuple) else moved):
        raise UserError(
            "no-trash", "{name} could not be moved to a trash here, so it was kept.", name=model.name
        )
