"""The sets known by name in the words of the window: what they show, and how their files are come by."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from studio.number_style import number
from studio.widgets.training.dataset_chooser import KnownSet
from studio.words import listed, sentences

if TYPE_CHECKING:
    from gan.data.catalogue_entry import CatalogueEntry

BYTES_PER_MB = 1_000_000


def catalogue() -> dict[str, CatalogueEntry]:
    """The engine's catalogue; Pillow, which comes along, waits until it is asked for."""
    from gan.data.catalogue import CATALOGUE

    return CATALOGUE


class KnownSetWords(QObject):
    """Sentences about one set or all."""

    def offered_sets(self) -> list[KnownSet]:
        """All but MNIST, which has a place of its own in the menu."""
        return [self._offered(entry) for name, entry in catalogue().items() if name != "mnist"]

    def title_of(self, name: str) -> str:
        """ "" for what is not known by name, such as a folder."""
        titles = {"mnist": self.tr("MNIST"), "practice": self.tr("Practice digits")}
        if name in titles or not name.replace("-", "").isalpha():
            return titles.get(name, "")
        entry = catalogue().get(name)
        return "" if entry is None else entry.title

    def is_downloadable(self, name: str) -> bool:
        return bool(getattr(catalogue().get(name), "address", None))

    def terms_of(self, name: str) -> str:
        """What a download would ask of whom; else which files to bring along."""
        entry = catalogue()[name]
        if self.is_downloadable(name):
            terms = self.tr("Download asks {host} for {size} MB.")
            return terms.format(host=getattr(entry, "host", ""), size=self._megabytes(entry))
        terms = self.tr(
            "It cannot be downloaded from here: no safe source is known. Choose the folder with {files}."
        )
        return terms.format(files=listed(_training_files(entry)))

    def _offered(self, entry: CatalogueEntry) -> KnownSet:
        shows = {
            "fashion-mnist": self.tr("clothes and shoes"),
            "kmnist": self.tr("cursive Japanese"),
            "qmnist": self.tr("digits, MNIST restored"),
            "emnist-letters": self.tr("26 letters"),
            "emnist-balanced": self.tr("digits and letters"),
            "usps": self.tr("digits from envelopes"),
        }
        words = entry.title
        if entry.name in shows:
            words = self.tr("{title}: {what}").format(title=words, what=shows[entry.name])
        tip = self.tr("Its classes: {classes}.").format(classes=listed(entry.class_names))
        return KnownSet(name=entry.name, words=words, tip=sentences(tip, self.terms_of(entry.name)))

    def _megabytes(self, entry: CatalogueEntry) -> str:
        return number(getattr(entry, "download_size", 0) / BYTES_PER_MB, 1)


def _training_files(entry: CatalogueEntry) -> list[str]:
    """Names of the files that a run needs, unpacked."""
    split = entry.train  # type: ignore[attr-defined]  # both kinds of entry have one
    return [
        part.name for part in (getattr(split, name, None) for name in ("file", "images", "labels")) if part
    ]
