"""Export from the Paint room: the dialog, the job in its own thread, and the words while it runs."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from gan.errors import Failure
from studio.document.export import LARGEST_EXPORT_PIXELS, ExportOrder, export_png, export_size
from studio.session import Session
from studio.widgets.export_dialog import ExportAnswers, ExportDialog

WORDS_AFTER_MS = 200


class PaintExport(QObject):
    """One export at a time; painting goes on meanwhile, on the next frozen artwork."""

    said = Signal(str)  # for the status line
    running_changed = Signal(bool)
    exported = Signal(object)  # Path

    def __init__(self, session: Session, owner: QWidget) -> None:
        super().__init__(owner)
        self._session, self._owner = session, owner
        self._dialog: ExportDialog | None = None
        self._order: ExportOrder | None = None
        self._words = QTimer(self)
        self._words.setSingleShot(True)
        self._words.setInterval(WORDS_AFTER_MS)
        self._words.timeout.connect(self._say_that_it_runs)
        session.exports.finished.connect(self._on_finished)
        session.exports.failed.connect(self._on_failed)

    def ask(self, name: str) -> None:
        """Open the dialog with the last answers, and ``name`` for the file."""
        artwork = self._session.artwork.current
        self._dialog = ExportDialog(
            (artwork.width, artwork.height),
            LARGEST_EXPORT_PIXELS,
            self._last_answers(name),
            self._owner.window(),
        )
        self._dialog.accepted.connect(self._on_accepted)
        self._dialog.finished.connect(self._dialog.deleteLater)
        self._dialog.open()

    def export(self, answers: ExportAnswers) -> None:
        """Start writing; ``exported`` or the banner follows."""
        order = ExportOrder(self._session.artwork.current, answers.path, answers.scale, answers.on_paper)
        self._order = order
        self._words.start()
        self.running_changed.emit(True)
        self._session.exports.run(partial(export_png, order))

    def _last_answers(self, name: str) -> ExportAnswers:
        settings = self._session.settings
        folder = Path(settings.value("export/folder", str(Path.home())))
        return ExportAnswers(
            (folder if folder.is_dir() else Path.home()) / f"{name}.png",
            min(max(settings.value("export/scale", 4), 1), 8),
            settings.value("export/on_paper", True),
        )

    @Slot()
    def _on_accepted(self) -> None:
        assert self._dialog is not None
        answers = self._dialog.answers
        settings = self._session.settings
        settings.set_value("export/folder", str(answers.path.parent))
        settings.set_value("export/scale", answers.scale)
        settings.set_value("export/on_paper", answers.on_paper)
        self.export(answers)

    @Slot(object)
    def _on_finished(self, result: object) -> None:
        if self._order is None or result is not self._order:  # another room's export
            return
        width, height = export_size(self._order.artwork, self._order.scale)
        path = self._order.path
        self._end()
        self.said.emit(
            self.tr("Exported {name}, {width} × {height}").format(name=path.name, width=width, height=height)
        )
        self.exported.emit(path)

    @Slot(object)
    def _on_failed(self, failure: Failure) -> None:
        if self._order is not None:
            self._end()
            self.said.emit("")
            self._session.failed.emit(failure)

    def _end(self) -> None:
        self._order = None
        self._words.stop()
        self.running_changed.emit(False)

    @Slot()
    def _say_that_it_runs(self) -> None:
        if self._order is not None:
            self.said.emit(self.tr("Exporting {name}…").format(name=self._order.path.name))
