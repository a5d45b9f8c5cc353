"""Data sets known by name: classes, licence, address and the hash of every file.

Names, classes and addresses are torchvision's (a test compares them); they are written out here because
importing torchvision takes longer than opening the window.
"""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

from gan.errors import UserError


@dataclass(frozen=True, slots=True, kw_only=True)
class IdxFile:
    """One IDX file: its unpacked name, size and hash; what is downloaded is ``name`` + ".gz"."""

    name: str
    size: int
    sha256: str
    packed_size: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Split:
    images: IdxFile
    labels: IdxFile


@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogueEntry:
    """``folder`` is torchvision's: the files lie in ``<data root>/<folder>/raw``."""

    name: str
    title: str
    folder: str
    class_names: tuple[str, ...]
    licence: str
    address: str
    train: Split
    test: Split

    @property
    def files(self) -> tuple[IdxFile, ...]:
        return (self.train.images, self.train.labels, self.test.images, self.test.labels)

    @property
    def host(self) -> str:
        """Whom a download asks; shown before it starts."""
        return urlsplit(self.address).hostname or ""

    @property
    def download_size(self) -> int:
        return sum(file.packed_size for file in self.files)


MNIST = CatalogueEntry(
    name="mnist",
    title="MNIST",
    folder="MNIST",
    class_names=("0", "1", "2", "3", "4", "5", "6", "7", "8", "9"),
    licence="CC BY-SA 3.0, Yann LeCun, Corinna Cortes and Christopher J. C. Burges",
    address="https://ossci-datasets.s3.amazonaws.com/mnist/",
    train=Split(
        images=IdxFile(
            name="train-images-idx3-ubyte",
            size=47_040_016,
            sha256="ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db",
            packed_size=9_912_422,
        ),
        labels=IdxFile(
            name="train-labels-idx1-ubyte",
            size=60_008,
            sha256="65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5",
            packed_size=28_881,
        ),
    ),
    test=Split(
        images=IdxFile(
            name="t10k-images-idx3-ubyte",
            size=7_840_016,
            sha256="0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7",
            packed_size=1_648_877,
        ),
        labels=IdxFile(
            name="t10k-labels-idx1-ubyte",
            size=10_008,
            sha256="ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2",
            packed_size=4_542,
        ),
    ),
)

CATALOGUE = {entry.name: entry for entry in (MNIST,)}


def entry_named(name: str) -> CatalogueEntry:
    if name not in CATALOGUE:
        raise UserError(
            "dataset-unknown",
            "There is no data set named {name!r}; known are {known}.",
            name=name,
            known=", ".join(CATALOGUE),
        )
    return CATALOGUE[name]
