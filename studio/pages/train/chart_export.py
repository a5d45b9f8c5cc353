"""The ways of curves and charts out of the program: CSV, PNG and SVG."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QWidget

from gan.files import atomic_write
from studio.actions import make_action
from studio.session import Session

FOLDER_KEY = "export/folder"

MakeContent = Callable[[], bytes]


class ChartExport(QObject):
    """Three entries for a menu; what each writes is taken at the moment its name is chosen."""

    def __init__(self, session: Session, owner: QWidget) -> None:
        super().__init__(owner)
        self._session, self._owner = session, owner
        self._dialog: QFileDialog | None = None
        self._content: Callable[[], MakeContent] | None = None
        self.csv = make_action(self, self.tr("Export curves as CSV…"), icon_name="export")
        self.png = make_action(self, self.tr("Save charts as PNG…"))
        self.svg = make_action(self, self.tr("Save charts as SVG…"))

    def actions(self) -> list[QAction]:
        return [self.csv, self.png, self.svg]

    def ask(self, name: str, kind: str, content: Callable[[], MakeContent]) -> None:
        """Ask for a file ("csv", "png" or "svg"). ``content`` is called here then, and its answer in another thread."""
        kinds = {
            "csv": self.tr("Table (*.csv)"),
            "png": self.tr("PNG picture (*.png)"),
            "svg": self.tr("SVG drawing (*.svg)"),
        }
        dialog = self._dialog = QFileDialog(self._owner.window(), self.tr("Export"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)  # asks before it takes a name that exists
        dialog.setNameFilter(kinds[kind])
        dialog.setDefaultSuffix(kind)
        folder = Path(self._session.settings.value(FOLDER_KEY, str(Path.home())))
        dialog.setDirectory(str(folder if folder.is_dir() else Path.home()))
        dialog.selectFile(f"{name}.{kind}")
        dialog.fileSelected.connect(self._write)
        dialog.finished.connect(dialog.deleteLater)
        self._content = content
        dialog.open()

    @Slot(str)
    def _write(self, file: str) -> None:
        assert self._content is not None
        self._session.settings.set_value(FOLDER_KEY, str(Path(file).parent))
        job = self._session.exports.run(partial(_write, Path(file), self._content()))
        job.failed.connect(self._session.failed)


def _write(path: Path, content: MakeContent) -> None:
    atomic_write(path, content())
