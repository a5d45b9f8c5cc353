"""Which pictures the next run learns from: asks for them, remembers them, and gets MNIST when told to."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from gan.errors import Failure
from gan.events import DatasetSummary
from studio.session import Session
from studio.widgets.dataset_chooser import DatasetChooser

NAME_KEY, ROOT_KEY = "train/dataset", "train/data_root"
MNIST_ROOT_KEY = "train/mnist_root"  # where its files were found last, also while other pictures are chosen
FIRST_CHOICE, WITHOUT_FILES = "mnist", "practice"


class DatasetChoice(QObject):
    """Fills a :class:`DatasetChooser` and answers what is chosen in it."""

    changed = Signal()  # another choice, or the pictures of this one are known

    def __init__(self, chooser: DatasetChooser, session: Session) -> None:
        super().__init__(chooser)
        self._chooser = chooser
        self._session = session
        self._datasets = session.datasets
        self._downloading = False
        self.name = session.settings.value(NAME_KEY, "")
        self.root = session.settings.value(ROOT_KEY, "")
        self.summary: DatasetSummary | None = None
        chooser.chosen.connect(self.choose)
        chooser.download_asked.connect(self._on_download_asked)
        chooser.cancel_asked.connect(self._on_cancel_asked)
        self._datasets.summarised.connect(self._on_summarised)
        self._datasets.failed.connect(self._on_failed)
        self._datasets.progress_changed.connect(self._on_progress_changed)
        self._datasets.downloaded.connect(self._on_downloaded)

    def begin(self) -> None:
        """Read the set of last time; at the very first start MNIST if it is here, else practice digits."""
        self._read(self.name or FIRST_CHOICE, self.root)

    @Slot(str, str)
    def choose(self, name: str, root: str) -> None:
        """A data set's name or a folder of pictures; ``root`` is where its files lie, "" where they were last."""
        if name == "mnist" and not root:
            root = self._session.settings.value(MNIST_ROOT_KEY, "")
        self._remember(name, root)
        self._read(name, root)

    def _remember(self, name: str, root: str) -> None:
        self.name, self.root = name, root
        self._session.settings.set_value(NAME_KEY, name)
        self._session.settings.set_value(ROOT_KEY, root)

    def _read(self, name: str, root: str) -> None:
        self._reading = name
        self.summary = None
        self._chooser.show_reading(self._title_of(name))
        self.changed.emit()
        self._datasets.summarise(name, root or None)

    def _title_of(self, name: str) -> str:
        titles = {"mnist": self.tr("MNIST"), "practice": self.tr("Practice digits")}
        return titles.get(name) or Path(name).name

    @Slot(object)
    def _on_summarised(self, summary: DatasetSummary) -> None:
        self.name, self.summary = self._reading, summary
        if self._reading == "mnist" and self.root:
            self._session.settings.set_value(MNIST_ROOT_KEY, self.root)
        self._chooser.show_summary(summary)
        self.changed.emit()

    @Slot(object)
    def _on_failed(self, failure: Failure) -> None:
        if self._downloading:
            self._downloading = False
            self._offer(failure.sentence)
        elif failure.code != "dataset-missing":
            self._chooser.show_failure(self._title_of(self._reading), failure.sentence)
        elif self.name:
            self._offer(self._what_is_missing())
        else:
            self._read(WITHOUT_FILES, "")

    def _what_is_missing(self) -> str:
        if self.root:
            folder = Path(self.root).name or self.root
            return self.tr("There are no files of MNIST in “{folder}”.").format(folder=folder)
        return self.tr("The files of MNIST are not on this computer yet.")

    def _offer(self, sentence: str) -> None:
        from gan.data.catalogue import MNIST  # Pillow, which comes along, waits until it is needed

        self._chooser.show_offer(sentence, MNIST.host, MNIST.download_size)

    @Slot()
    def _on_download_asked(self) -> None:
        self._downloading = True
        self._chooser.show_progress(0, 0)
        self._datasets.download("mnist")

    @Slot()
    def _on_cancel_asked(self) -> None:
        self._downloading = False
        self._datasets.cancel()
        self._offer(self.tr("The download was cancelled."))

    @Slot(int, int)
    def _on_progress_changed(self, done: int, total: int) -> None:
        if self._downloading:  # what was under way when Cancel was pressed may still arrive
            self._chooser.show_progress(done, total)

    @Slot(str)
    def _on_downloaded(self, name: str) -> None:
        self._downloading = False
        self._session.settings.set_value(MNIST_ROOT_KEY, "")  # they lie in the usual place now
        self.choose(name, "")
