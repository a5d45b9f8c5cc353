"""What to learn from: some of the pictures on paper, their number, and the way to choose others."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from gan.events import DatasetSummary
from studio.theme import colour, tokens_for
from studio.widgets.buttons import quiet_button
from studio.widgets.class_count_bar import ClassCountBar
from studio.widgets.dataset_offer import DatasetOffer
from studio.widgets.form_section import FormSection
from studio.widgets.labels import label, secondary_label
from studio.widgets.thumbnail_strip import ThumbnailStrip

UNEVEN = 4  # the fullest class has so many times the pictures of the emptiest


class DatasetChooser(FormSection):
    """Shows one data set, reading, missing or there; a folder can be dropped on it."""

    chosen = Signal(str, str)  # "mnist", "practice" or a folder of pictures; where its files lie, or ""
    download_asked = Signal()
    cancel_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Pictures"), parent)
        self._dropping = False
        self._strip = ThumbnailStrip()
        self._title = label("", "section")
        self._title.setWordWrap(True)
        self._count = secondary_label("", wraps=True)
        self._bar = ClassCountBar()
        self._offer = DatasetOffer()
        self._change = quiet_button(self.tr("Change…"))
        self._change.setToolTip(self.tr("Choose what to learn from, or drop a folder of pictures here."))
        self._change.setMenu(self._menu())
        self.set_aside_button(self._change)
        for widget in (self._strip, self._title, self._count, self._bar, self._offer):
            self.add(widget)
        self.lock_with(self._change)
        self.setAcceptDrops(True)
        self._connect()
        self.show_reading("")

    def _connect(self) -> None:
        self._offer.download_asked.connect(self.download_asked)
        self._offer.cancel_asked.connect(self.cancel_asked)
        self._offer.practice_asked.connect(self.choose_practice)
        self._offer.files_asked.connect(self.ask_for_files)

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        menu.addAction(self.tr("MNIST, 60,000 handwritten digits"), self.choose_mnist)
        menu.addAction(self.tr("Practice digits (made pictures)"), self.choose_practice)
        menu.addSeparator()
        menu.addAction(self.tr("Folder of pictures…"), self.ask_for_folder)
        menu.addAction(self.tr("Folder of MNIST's IDX files…"), self.ask_for_files)
        return menu

    def show_reading(self, title: str) -> None:
        """Empty paper, until a summary or a failure follows."""
        self._title.setText(title)
        self._count.setText(self.tr("Reading the pictures…"))
        self._strip.set_pictures(())
        self._show_offer(False)
        self._bar.hide()

    def show_summary(self, summary: DatasetSummary) -> None:
        self._title.setText(summary.title)
        self._count.setText(self._count_text(summary))
        self._count.setToolTip(summary.licence)
        self._strip.set_pictures(summary.thumbnails)
        self._bar.set_counts(summary.class_names, summary.class_counts)
        self._show_offer(False)
        self._bar.setVisible(len(summary.class_names) > 1)

    def show_failure(self, title: str, sentence: str) -> None:
        """What is wrong with these pictures; the way out is Change."""
        self.show_reading(title)
        self._count.setText(sentence)

    def show_offer(self, sentence: str, host: str, size_bytes: int) -> None:
        """MNIST is not here: offer to fetch it."""
        self._title.setText(self.tr("MNIST"))
        self._offer.offer(sentence, host, size_bytes)
        self._show_offer(True)

    @Slot(int, int)
    def show_progress(self, done: int, total: int) -> None:
        self._offer.show_progress(done, total)
        self._show_offer(True)

    @Slot()
    def choose_mnist(self) -> None:
        self.chosen.emit("mnist", "")

    @Slot()
    def choose_practice(self) -> None:
        self.chosen.emit("practice", "")

    @Slot()
    def ask_for_folder(self) -> None:
        self._ask(self.tr("Folder of pictures"), self.choose_folder)

    @Slot()
    def ask_for_files(self) -> None:
        self._ask(self.tr("Folder of MNIST's IDX files"), self.choose_files)

    @Slot(str)
    def choose_folder(self, folder: str) -> None:
        """Learn from the pictures in it; its subfolders are classes."""
        self.chosen.emit(folder, "")

    @Slot(str)
    def choose_files(self, folder: str) -> None:
        """Learn from MNIST's files in it."""
        self.chosen.emit("mnist", folder)

    def _ask(self, title: str, chosen: object) -> None:
        dialog = QFileDialog(self.window(), title)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(chosen)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _show_offer(self, offered: bool) -> None:
        for widget in (self._strip, self._count, self._bar):
            widget.setVisible(not offered)
        self._offer.setVisible(offered)

    def _count_text(self, summary: DatasetSummary) -> str:
        count, classes = self.locale().toString(summary.picture_count), len(summary.class_names)
        if classes <= 1:
            return self.tr("{count} pictures, not sorted into classes").format(count=count)
        uneven = summary.class_counts.max() > UNEVEN * max(1, summary.class_counts.min())
        text = (
            self.tr("{count} pictures in {classes} classes, unevenly filled")
            if uneven
            else self.tr("{count} pictures in {classes} classes, all well filled")
        )
        return text.format(count=count, classes=classes)

    def _set_dropping(self, dropping: bool) -> None:
        self._dropping = dropping
        self.update()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _dropped_folder(event) is not None and self._change.isEnabled():
            event.acceptProposedAction()
            self._set_dropping(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._set_dropping(False)

    def dropEvent(self, event: QDropEvent) -> None:
        self._set_dropping(False)
        if (folder := _dropped_folder(event)) is not None:
            event.acceptProposedAction()
            self.choose_folder(folder)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._dropping:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(colour(tokens_for(self).accent), 2))
            painter.drawRoundedRect(self.rect().adjusted(5, 5, -5, -5), 6, 6)


def _dropped_folder(event: QDropEvent) -> str | None:
    """The one folder that is being dragged."""
    urls = event.mimeData().urls()
    path = urls[0].toLocalFile() if len(urls) == 1 else ""
    return path if path and Path(path).is_dir() else None
