"""The documents that were open last, as a menu; those that are gone do not show."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from studio.settings import Settings
from studio.words import note_typed

KEY = "paint/recent"
MOST = 10


class RecentFiles(QObject):
    """Remembers what it is told; the newest stands first."""

    chosen = Signal(object)  # Path

    def __init__(self, settings: Settings, parent: QObject) -> None:
        super().__init__(parent)
        self._settings = settings
        self.menu = QMenu(self.tr("Open recent"))
        self.menu.setToolTipsVisible(True)
        self.menu.aboutToShow.connect(self._fill)
        self.menu.triggered.connect(self._on_triggered)
        self._forget = QAction(self.tr("Forget these files"), self)
        self._forget.setToolTip(self.tr("Empties this list. The files themselves stay."))
        self._fill()

    @property
    def paths(self) -> list[Path]:
        return [Path(name) for name in self._settings.value(KEY, list[str]()) if name]

    def remember(self, path: Path) -> None:
        path = path.absolute()
        others = [each for each in self.paths if each != path]
        self._settings.set_value(KEY, [str(each) for each in [path, *others][:MOST]])
        self._fill()

    @Slot()
    def _fill(self) -> None:
        """Names that occur twice are told apart by their folders."""
        paths = [path for path in self.paths if path.is_file()]
        names = [path.name for path in paths]
        self.menu.clear()
        for path in paths:
            words = path.stem if names.count(path.name) == 1 else f"{path.stem} ({path.parent.name})"
            action = self.menu.addAction(words.replace("&", "&&"))
            note_typed(action, words)
            action.setToolTip(str(path))
            action.setData(str(path))
        if paths:
            self.menu.addSeparator()
            self.menu.addAction(self._forget)
        self.menu.menuAction().setEnabled(bool(paths))

    @Slot(QAction)
    def _on_triggered(self, action: QAction) -> None:
        if action is self._forget:
            self._settings.set_value(KEY, list[str]())
            self._fill()
        else:
            self.chosen.emit(Path(str(action.data())))
