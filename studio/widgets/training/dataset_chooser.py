"""What to learn from: some of the pictures on paper, their number, and the way to choose others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from gan.events import DatasetSummary
from studio.number_style import number
from studio.theme import colour, tokens_for
from studio.widgets.controls.buttons import quiet_button
from studio.widgets.controls.form_section import FormSection
from studio.widgets.controls.labels import label, secondary_label
from studio.widgets.pictures.thumbnail_strip import ThumbnailStrip
from studio.widgets.training.class_count_bar import ClassCountBar
from studio.widgets.training.dataset_offer import DatasetOffer
from studio.widgets.training.fit_choice import FitChoice
from studio.widgets.training.picture_warnings import PictureWarnings, is_uneven


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownSet:
    """A set known by name: ``words`` stand in the menu, ``tip`` names its classes and how to get it."""

    name: str
    words: str
    tip: str


class DatasetChooser(FormSection):
    """Shows one data set, reading, missing or there; a folder can be dropped on it."""

    chosen = Signal(
        str, str
    )  # a known set's name, "practice" or a folder of pictures; where its files lie, or ""
    fit_changed = Signal(int, str)  # the pictures of a folder are to be so large, and become squares so
    known_sets_wanted = Signal()  # the menu is about to open; set_known_sets fills it
    drawing_asked = Signal()
    download_asked = Signal()
    cancel_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Pictures"), parent)
        self._dropping = False
        self._offered = "mnist"
        self._strip = ThumbnailStrip()
        self._title = label("", "section")
        self._title.setWordWrap(True)
        self._count = secondary_label("", wraps=True)
        self._bar = ClassCountBar()
        self._fit = FitChoice()
        self._warnings = PictureWarnings()
        self._offer = DatasetOffer()
        self._change = quiet_button(self.tr("Change…"))
        self._change.setToolTip(
            self.tr("Choose what to learn from, or drop a folder of pictures into this room.")
        )
        self._change.setMenu(self._menu())
        self.set_aside_button(self._change)
        for widget in (
            self._strip,
            self._title,
            self._count,
            self._bar,
            self._fit,
            self._warnings,
            self._offer,
        ):
            self.add(widget)
        self.lock_with(self._change, self._fit)
        self.setAcceptDrops(True)
        self._connect()
        self.show_reading("")

    def _connect(self) -> None:
        self._fit.value_changed.connect(self.fit_changed)
        self._offer.download_asked.connect(self.download_asked)
        self._offer.cancel_asked.connect(self.cancel_asked)
        self._offer.practice_asked.connect(self.choose_practice)
        self._offer.files_asked.connect(self.ask_for_files)

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        menu.addAction(self.tr("MNIST, 60,000 handwritten digits"), self.choose_mnist)
        self._known = menu.addMenu(self.tr("More of its family"))
        self._known.setToolTipsVisible(True)
        menu.addAction(self.tr("Practice digits (made pictures)"), self.choose_practice)
        menu.addSeparator()
        menu.addAction(self.tr("Folder of pictures…"), self.ask_for_folder)
        menu.addAction(self.tr("Draw your own…"), self.drawing_asked.emit)
        menu.addSeparator()
        menu.addAction(self.tr("Folder of MNIST's IDX files…"), self._ask_for_mnist)
        menu.aboutToShow.connect(self.known_sets_wanted)
        return menu

    def set_known_sets(self, sets: Sequence[KnownSet]) -> None:
        """The sets that are offered beside MNIST."""
        self._known.clear()
        for known in sets:
            action = self._known.addAction(known.words)
            action.setToolTip(known.tip)
            action.triggered.connect(partial(self.chosen.emit, known.name, ""))

    @property
    def fit(self) -> tuple[int, str]:
        """Picture size and how pictures become squares, as chosen for folders."""
        return self._fit.image_size, self._fit.fit

    def set_fit(self, image_size: int, fit: str) -> None:
        self._fit.set_value(image_size, fit)

    def show_reading(self, title: str) -> None:
        """Empty paper, until a summary or a failure follows."""
        self._title.setText(title)
        self._count.setText(self.tr("Reading the pictures…"))
        self._strip.set_pictures(())
        self._show_offer(False)
        self._show_details(None)

    def show_summary(self, summary: DatasetSummary) -> None:
        self._title.setText(self._title_of(summary))
        self._count.setText(self._count_text(summary))
        self._count.setToolTip(self._licence(summary.licence))
        self._strip.set_pictures(summary.thumbnails)
        self._bar.set_counts(summary.class_names, summary.class_counts)
        self._show_offer(False)
        self._show_details(summary)

    def _title_of(self, summary: DatasetSummary) -> str:
        """Data sets have names of their own, except the one that the program makes."""
        return self.tr("Practice digits (made pictures)") if summary.is_practice else summary.title

    def _licence(self, told: str) -> str:
        """Those that the program itself gives are sentences; the others stay as their owners wrote them."""
        return {
            "Your own pictures: their licence is yours to know": self.tr(
                "Your own pictures: their licence is yours to know"
            ),
            "Made by this program's own generator, which learnt from MNIST (CC BY-SA 3.0)": self.tr(
                "Made by this program's own generator, which learnt from MNIST (CC BY-SA 3.0)"
            ),
        }.get(told, told)

    def show_failure(self, title: str, sentence: str) -> None:
        """What is wrong with these pictures; the way out is Change."""
        self.show_reading(title)
        self._count.setText(sentence)

    def show_offer(self, name: str, title: str, sentence: str, terms: str, *, can_download: bool) -> None:
        """A known set is not here: say how to get it."""
        self._offered = name
        self._title.setText(title)
        self._offer.offer(sentence, terms, can_download=can_download)
        self._show_offer(True)
        self._show_details(None)

    def show_looking(self, done: int, total: int) -> None:
        """How many files of a folder have been decoded so far."""
        sentence = self.tr("Looking at each picture: {done} of {total}")
        self._count.setText(sentence.format(done=number(done), total=number(total)))

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
        """Where the files of the set lie that is missing."""
        self._ask(self.tr("Folder that holds the files"), self.choose_files)

    @Slot()
    def _ask_for_mnist(self) -> None:
        self._offered = "mnist"
        self.ask_for_files()

    @Slot(str)
    def choose_folder(self, folder: str) -> None:
        """Learn from the pictures in it; its subfolders are classes."""
        self.chosen.emit(folder, "")

    @Slot(str)
    def choose_files(self, folder: str) -> None:
        """Learn from a known set's files in it."""
        self.chosen.emit(self._offered, folder)

    def _ask(self, title: str, chosen: object) -> None:
        dialog = QFileDialog(self.window(), title)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(chosen)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _show_offer(self, offered: bool) -> None:
        for widget in (self._strip, self._count):
            widget.setVisible(not offered)
        self._offer.setVisible(offered)

    def _show_details(self, summary: DatasetSummary | None) -> None:
        self._bar.setVisible(summary is not None and len(summary.class_names) > 1)
        self._fit.setVisible(summary is not None and bool(summary.fit))
        self._warnings.show_summary(summary)

    def _count_text(self, summary: DatasetSummary) -> str:
        count, classes = number(summary.picture_count), len(summary.class_names)
        if classes <= 1:
            return self.tr("{count} pictures, not sorted into classes").format(count=count)
        text = (
            self.tr("{count} pictures in {classes} classes, unevenly filled")
            if is_uneven(summary)
            else self.tr("{count} pictures in {classes} classes, all well filled")
        )
        return text.format(count=count, classes=classes)

    @property
    def is_choosable(self) -> bool:
        """Whether other pictures can be chosen now."""
        return self._change.isEnabled()

    def set_dropping(self, dropping: bool) -> None:
        """Whether a folder that is being dragged would be taken."""
        self._dropping = dropping
        self.update()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dragged_folder(event) is not None and self.is_choosable:
            event.acceptProposedAction()
            self.set_dropping(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.set_dropping(False)

    def dropEvent(self, event: QDropEvent) -> None:
        self.set_dropping(False)
        if (folder := dragged_folder(event)) is not None:
            event.acceptProposedAction()
            self.choose_folder(folder)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._dropping:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(colour(tokens_for(self).accent), 2))
            painter.drawRoundedRect(self.rect().adjusted(5, 5, -5, -5), 6, 6)


def dragged_folder(event: QDropEvent) -> str | None:
    """The one folder that is being dragged."""
    urls = event.mimeData().urls()
    path = urls[0].toLocalFile() if len(urls) == 1 else ""
    return path if path and Path(path).is_dir() else None
