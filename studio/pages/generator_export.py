"""Writes the generator of a run to a file that can be shared: safetensors, and ONNX where it is installed."""

from __future__ import annotations

from functools import partial
from importlib.util import find_spec
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from gan.files import atomic_write
from studio.pages.file_writer import FileWriter
from studio.session import Session

FOLDER_KEY = "train/export_folder"
SAFETENSORS, ONNX = ".safetensors", ".onnx"


class ExportGenerator(FileWriter):
    """Asks for a name and a kind of file, and writes; lives until that is done."""

    def __init__(self, window: QWidget, session: Session, source: Path, name: str) -> None:
        super().__init__(window, session, partial(_write_generator, source))
        self._stem = name
        self.dialog.setWindowTitle(self.tr("Export the generator"))
        kinds = [self.tr("Generator (*.safetensors)")]
        if can_write_onnx():
            kinds.append(self.tr("For other programs (*.onnx)"))
        self.dialog.setNameFilters(kinds)
        self.dialog.setDefaultSuffix(SAFETENSORS.removeprefix("."))
        self.dialog.setDirectory(session.settings.value(FOLDER_KEY, str(Path.home())))
        self.dialog.selectFile(name + SAFETENSORS)
        self.dialog.filterSelected.connect(self._on_filter_selected)
        self.dialog.fileSelected.connect(self._remember_folder)

    def ask(self, suffix: str = SAFETENSORS) -> None:
        """Open the dialog, with another kind of file chosen if ``suffix`` says so; the run goes on behind it."""
        if suffix == ONNX and len(self.dialog.nameFilters()) > 1:
            self.dialog.selectNameFilter(self.dialog.nameFilters()[1])
            self._on_filter_selected(self.dialog.nameFilters()[1])
            self.dialog.selectFile(self._stem + ONNX)
        super().ask()

    @Slot(str)
    def _on_filter_selected(self, kind: str) -> None:
        suffix = ONNX if ONNX in kind else SAFETENSORS
        self.dialog.setDefaultSuffix(suffix.removeprefix("."))

    @Slot(str)
    def _remember_folder(self, path: str) -> None:
        self._session.settings.set_value(FOLDER_KEY, str(Path(path).parent))


def can_write_onnx() -> bool:
    """Whether the optional packages are there."""
    return find_spec("onnx") is not None and find_spec("onnxscript") is not None


def _write_generator(source: Path, path: Path) -> None:
    if path.suffix.lower() == ONNX:
        from gan.onnx_file import export_onnx  # loads torch's exporter, which takes seconds

        export_onnx(str(source), path)
    else:
        atomic_write(path, source.read_bytes())
