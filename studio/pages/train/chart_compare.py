"""Which other run lies behind the curves: a menu of the runs that have some, or any folder."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from gan import places
from gan.curve_log import FILE_NAME
from gan.run_folder import RunFolder
from studio.actions import make_action
from studio.words import note_typed

MOST_RUNS = 12


class ChartCompare(QObject):
    """Asks for a run to compare with; whoever owns the charts reads it."""

    run_chosen = Signal(object)  # Path
    end_asked = Signal()

    def __init__(self, owner: QWidget) -> None:
        super().__init__(owner)
        self._owner = owner
        self.folder: Path | None = None  # of the run that is compared with
        self.own_folder: Path | None = None  # of the run on the charts, which is not offered
        self.menu = QMenu(self.tr("Compare with run"), owner)
        self._choose = make_action(self, self.tr("Another folder…"), icon_name="folder")
        self._end = make_action(self, self.tr("End the comparison"), icon_name="x")
        self._choose.triggered.connect(self._ask)
        self._end.triggered.connect(self.end_asked)
        self.menu.aboutToShow.connect(self.fill)

    @Slot()
    def fill(self) -> None:
        """The runs of this computer that have curves, the one that was written last first."""
        self.menu.clear()
        for folder in _runs_with_curves():
            if folder != self.own_folder:
                self.menu.addAction(self._run_action(folder))
        self.menu.addSeparator()
        self.menu.addAction(self._choose)
        self.menu.addAction(self._end)
        self._end.setEnabled(self.folder is not None)

    def _run_action(self, folder: Path) -> QAction:
        action = QAction(RunFolder(folder).name.replace("&", "&&"), self.menu)
        note_typed(action, action.text())
        action.setCheckable(True)
        action.setChecked(folder == self.folder)
        action.setData(str(folder))
        action.triggered.connect(self._on_run_triggered)
        return action

    @Slot()
    def _on_run_triggered(self) -> None:
        action = self.sender()
        assert isinstance(action, QAction)
        self.run_chosen.emit(Path(action.data()))

    @Slot()
    def _ask(self) -> None:
        dialog = QFileDialog(self._owner.window(), self.tr("Folder of a run"), str(places.runs_folder()))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self._on_folder_selected)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot(str)
    def _on_folder_selected(self, folder: str) -> None:
        self.run_chosen.emit(Path(folder))


def _runs_with_curves() -> list[Path]:
    if not places.runs_folder().is_dir():
        return []
    files = [folder / FILE_NAME for folder in places.runs_folder().iterdir()]
    written = {file.parent: file.stat().st_mtime for file in files if file.is_file()}
    return sorted(written, key=lambda folder: -written[folder])[:MOST_RUNS]
