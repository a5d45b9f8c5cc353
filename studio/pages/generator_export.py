"""Writes the generator of a run to a file that can be shared: safetensors, and ONNX where it is installed."""

from __future__ import annotations

from functools import partial
from importlib.util import find_spec
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from gan.errors import Failure
from gan.files import atomic_write
from studio.session import Session

FOLDER_KEY = "train/export_folder"
SAFETENSORS, ONNX = ".safetensors", ".onnx"


class ExportGenerator(QObject):
    """Asks for a name and writes; lives until that is done. An existing file is replaced only when told to."""

    written = Signal(str)  # the name of the file

    def __init__(self, window: QWidget, session: Session, source: Path, name: str) -> None:
        super().__init__(window)
        self._session, self._source = session, source
        self._name = name
        self.dialog = QFileDialog(window, self.tr("Export the generator"))
        self.dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        kinds = [self.tr("Generator (*.safetensors)")]
        if can_write_onnx():
            kinds.append(self.tr("For other programs (*.onnx)"))
        self.dialog.setNameFilters(kinds)
        self.dialog.setDefaultSuffix(SAFETENSORS.removeprefix("."))
        self.dialog.setDirectory(session.settings.value(FOLDER_KEY, str(Path.home())))
        self.dialog.selectFile(name + SAFETENSORS)
        self.dialog.filterSelected.connect(self._on_filter_selected)
        self.dialog.fileSelected.connect(self._write)
        self.dialog.rejected.connect(self._end)

    def ask(self, suffix: str = SAFETENSORS) -> None:
        """Open the dialog, with another kind of file chosen if ``suffix`` says so; the run goes on behind it."""
        if suffix == ONNX and len(self.dialog.nameFilters()) > 1:
            self.dialog.selectNameFilter(self.dialog.nameFilters()[1])
            self._on_filter_selected(self.dialog.nameFilters()[1])
            self.dialog.selectFile(self._name + ONNX)
        self.dialog.open()

    @Slot(str)
    def _on_filter_selected(self, kind: str) -> None:
        suffix = ONNX if ONNX in kind else SAFETENSORS
        self.dialog.setDefaultSuffix(suffix.removeprefix("."))

    @Slot(str)
    def _write(self, path: str) -> None:
        self._session.settings.set_value(FOLDER_KEY, str(Path(path).parent))
        job = self._session.exports.run(partial(_write_generator, self._source, Path(path)))
        job.finished.connect(self._on_finished)
        job.failed.connect(self._on_failed)

    @Slot(object)
    def _on_finished(self, path: Path) -> None:
        self.written.emit(path.name)
        self._end()

    @Slot(object)
    def _on_failed(self, failure: Failure) -> None:
        self._session.failed.emit(failure)
        self._end()

    @Slot()
    def _end(self) -> None:
        self.dialog.deleteLater()
        self.deleteLater()


def can_write_onnx() -> bool:
    """Whether the optional packages are there."""
    return find_spec("onnx") is not None and find_spec("onnxscript") is not None


def _write_generator(source: Path, path: Path) -> Path:
    if path.suffix.lower() == ONNX:
        from gan.onnx_file import export_onnx  # loads torch's exporter, which takes seconds

        export_onnx(str(source), path)
    else:
        atomic_write(path, source.read_bytes())
    return path
