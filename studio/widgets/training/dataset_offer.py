"""What stands where a data set would, while its files are missing: how to get them, or do without."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from studio.number_style import number
from studio.widgets.controls.buttons import plain_button, quiet_button
from studio.widgets.controls.labels import label, secondary_label

BYTES_PER_MB = 1_000_000


class DatasetOffer(QWidget):
    """Names host and size before anything is asked of the network; shows progress and lets go at once."""

    download_asked = Signal()
    cancel_asked = Signal()
    practice_asked = Signal()
    files_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._can_download = False
        self._sentence = label("")
        self._sentence.setWordWrap(True)
        self._terms = secondary_label("", wraps=True)
        self._progress = QProgressBar()
        self._progress.setTextVisible(False)
        self._progress.setAccessibleName(self.tr("Download"))
        self._download = plain_button(self.tr("Download"), "save")
        self._download.setToolTip(
            self.tr("Fetch the files of this set. Nothing else is asked of the network.")
        )
        self._cancel = plain_button(self.tr("Cancel"))
        self._cancel.setToolTip(self.tr("Stop the download. Files that are complete are kept."))
        self._practice = quiet_button(self.tr("Practice digits"))
        self._practice.setToolTip(self.tr("Digits that the studio makes itself. They need no download."))
        self._files = quiet_button(self.tr("From disk…"))
        self._files.setToolTip(self.tr("Choose the folder that holds the files of this set, packed or not."))
        self._arrange()
        self._download.clicked.connect(self.download_asked)
        self._cancel.clicked.connect(self.cancel_asked)
        self._practice.clicked.connect(self.practice_asked)
        self._files.clicked.connect(self.files_asked)

    def _arrange(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for widget in (self._sentence, self._terms, self._progress, self._download, self._cancel):
            layout.addWidget(widget)
        others = QHBoxLayout()
        others.setSpacing(0)
        for button in (self._practice, self._files):
            others.addWidget(button)
        layout.addLayout(others)

    def offer(self, sentence: str, terms: str, *, can_download: bool) -> None:
        """Say what is missing or went wrong, and what Download would do, or where the files come from."""
        self._can_download = can_download
        self._sentence.setText(sentence)
        self._terms.setText(terms)
        self._show_downloading(False)

    def show_progress(self, done: int, total: int) -> None:
        """Bytes of bytes."""
        self._sentence.setText(self.tr("Downloading…"))
        terms = self.tr("{done} of {total} MB")
        megabytes = [number(size / BYTES_PER_MB, 1) for size in (done, total)]
        self._terms.setText(terms.format(done=megabytes[0], total=megabytes[1]))
        self._progress.setRange(0, max(1, total))
        self._progress.setValue(done)
        self._show_downloading(True)

    def _show_downloading(self, downloading: bool) -> None:
        for widget in (self._progress, self._cancel):
            widget.setVisible(downloading)
        for widget in (self._practice, self._files):
            widget.setVisible(not downloading)
        self._download.setVisible(self._can_download and not downloading)
