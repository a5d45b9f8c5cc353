"""Which pictures the next run learns from: asks for them, remembers them, and gets MNIST when told to."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from gan.errors import Failure
from gan.events import DatasetSummary
from studio.pages.engine_words import EngineWords
from studio.pages.known_sets import KnownSetWords
from studio.session import Session
from studio.widgets.training.dataset_chooser import DatasetChooser

NAME_KEY, ROOT_KEY = "train/dataset", "train/data_root"
FOUND_KEY = "train/{name}_root"  # where a known set was found last, also while other pictures are chosen
SIZE_KEY, FIT_KEY = "train/image_size", "train/fit"
FIRST_CHOICE, WITHOUT_FILES = "mnist", "practice"


class DatasetChoice(QObject):
    """Fills a :class:`DatasetChooser` and answers what is chosen in it."""

    changed = Signal()  # another choice, or the pictures of this one are known

    def __init__(self, chooser: DatasetChooser, session: Session) -> None:
        super().__init__(chooser)
        self._chooser = chooser
        self._session = session
        self._datasets = session.datasets
        self._words, self._engine_words = KnownSetWords(self), EngineWords(self)
        self._downloading = False
        self._reading = FIRST_CHOICE
        self.name = session.settings.value(NAME_KEY, "")
        self.root = session.settings.value(ROOT_KEY, "")
        self.summary: DatasetSummary | None = None
        chooser.set_fit(session.settings.value(SIZE_KEY, 28), session.settings.value(FIT_KEY, "crop"))
        self.folder_size, self.folder_fit = chooser.fit
        self._connect()

    def _connect(self) -> None:
        chooser, datasets, session = self._chooser, self._datasets, self._session
        chooser.chosen.connect(self.choose)
        chooser.fit_changed.connect(self._on_fit_changed)
        chooser.known_sets_wanted.connect(self._on_known_sets_wanted)
        chooser.download_asked.connect(self._on_download_asked)
        chooser.cancel_asked.connect(self._on_cancel_asked)
        datasets.summarised.connect(self._on_summarised)
        datasets.looked_at.connect(self._on_looked_at)
        datasets.looked_through.connect(self._on_looked_through)
        datasets.failed.connect(self._on_failed)
        datasets.progress_changed.connect(self._on_progress_changed)
        datasets.downloaded.connect(self._on_downloaded)
        session.training.started.connect(self._on_training_started)
        session.inference.engine_ready.connect(self._look_through)

    def begin(self) -> None:
        """Read the set of last time; at the very first start MNIST if it is here, else practice digits."""
        self._read(self.name or FIRST_CHOICE, self.root)

    @property
    def image_size(self) -> int:
        """Pixels that these pictures are learnt at."""
        return self.folder_size if self.is_folder else 28

    @property
    def fit(self) -> str:
        return self.folder_fit if self.is_folder else "crop"

    @property
    def is_folder(self) -> bool:
        return bool(self.name) and not self._words.title_of(self.name)

    @Slot(str, str)
    def choose(self, name: str, root: str) -> None:
        """A data set's name or a folder of pictures; ``root`` is where its files lie, "" where they were last."""
        if not root and self._words.title_of(name):
            root = self._session.settings.value(FOUND_KEY.format(name=name), "")
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
        self._ask(name, root)

    def _ask(self, name: str, root: str) -> None:
        self._datasets.summarise(name, root or None, *self._shape_of(name))

    def _shape_of(self, name: str) -> tuple[int, str]:
        return (28, "crop") if self._words.title_of(name) else (self.folder_size, self.folder_fit)

    def _title_of(self, name: str) -> str:
        return self._words.title_of(name) or Path(name).name

    @Slot(int, str)
    def _on_fit_changed(self, image_size: int, fit: str) -> None:
        """The old pictures stay until the new ones are there: nothing flickers."""
        self.take_fit(image_size, fit)
        if self.is_folder:
            self._ask(self.name, self.root)

    def take_fit(self, image_size: int, fit: str) -> None:
        """What becomes of the pictures of folders from now on."""
        self.folder_size, self.folder_fit = image_size, fit
        self._session.settings.set_value(SIZE_KEY, image_size)
        self._session.settings.set_value(FIT_KEY, fit)

    @Slot()
    def _on_known_sets_wanted(self) -> None:
        self._chooser.set_known_sets(self._words.offered_sets())

    @Slot(object)
    def _on_summarised(self, summary: DatasetSummary) -> None:
        self.name = self._reading
        if self.root and self._words.title_of(self._reading):
            self._session.settings.set_value(FOUND_KEY.format(name=self._reading), self.root)
        self._show(summary)
        self._look_through()

    def _show(self, summary: DatasetSummary) -> None:
        self.summary = summary
        self._chooser.show_summary(summary)
        self.changed.emit()

    # Every file of a folder is looked at before it is learnt from

    @Slot()
    def _look_through(self) -> None:
        """Decoding loads torch, and a run decodes by itself: only while the engine is there and idle."""
        if (
            self.summary is not None
            and self.is_folder
            and self._session.inference.is_ready
            and self._session.training.state == "idle"
        ):
            self._datasets.look_through()

    @Slot(int, int)
    def _on_looked_at(self, done: int, total: int) -> None:
        if self.summary is not None and self._session.training.state == "idle":
            self._chooser.show_looking(done, total)

    @Slot(object)
    def _on_looked_through(self, summary: DatasetSummary) -> None:
        if self._session.training.state == "idle":
            self._show(summary)

    @Slot()
    def _on_training_started(self) -> None:
        self._datasets.stop_looking()
        if self.summary is not None:
            self._chooser.show_summary(self.summary)

    # What is missing, and fetching it

    @Slot(object)
    def _on_failed(self, failure: Failure) -> None:
        if self._downloading:
            self._downloading = False
            self._offer(self._engine_words.sentence(failure))
        elif failure.code != "dataset-missing":
            self.summary = None
            self._chooser.show_failure(self._title_of(self._reading), self._engine_words.sentence(failure))
            self.changed.emit()
        elif self.name:
            self._offer(self._what_is_missing())
        else:
            self._read(WITHOUT_FILES, "")

    def _what_is_missing(self) -> str:
        title = self._title_of(self._reading)
        if self.root:
            folder = Path(self.root).name or self.root
            return self.tr("There are no files of {title} in “{folder}”.").format(title=title, folder=folder)
        return self.tr("The files of {title} are not on this computer yet.").format(title=title)

    def _offer(self, sentence: str) -> None:
        name = self._reading
        self._chooser.show_offer(
            name,
            self._title_of(name),
            sentence,
            self._words.terms_of(name),
            can_download=self._words.is_downloadable(name),
        )

    @Slot()
    def _on_download_asked(self) -> None:
        self._downloading = True
        self._chooser.show_progress(0, 0)
        self._datasets.download(self._reading)

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
        self._session.settings.set_value(FOUND_KEY.format(name=name), "")  # they lie in the usual place now
        self.choose(name, "")
