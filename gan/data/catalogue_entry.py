"""What is known of a published data set: its classes, its files, and how each of them is checked."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedFile:
    """One file. ``name`` and ``size`` are those of the unpacked file; it may also lie packed beside that name.

    ``sha256`` is that of the unpacked file; where nobody could confirm one, ``packed_md5``, which is
    torchvision's, still holds for the packed file. With neither, size and structure are all there is to check.
    """

    name: str
    size: int | None = None
    sha256: str | None = None
    packed_size: int = 0
    packed_md5: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class IdxSplit:
    """Pictures and labels in two IDX files."""

    images: PublishedFile
    labels: PublishedFile


@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogueEntry:
    """A set known by name; ``folder`` is torchvision's: files lie in ``<data root>/<folder>/raw`` or in the root."""

    name: str
    title: str
    folder: str
    class_names: tuple[str, ...]
    licence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class IdxEntry(CatalogueEntry):
    """``address`` is where to download from, https and confirmed; None where the files can only be brought along.

    ``first_label``: the label in the files that means the first class. ``is_transposed``: pictures lie on their side.
    """

    train: IdxSplit
    test: IdxSplit
    address: str | None = None
    first_label: int = 0
    is_transposed: bool = False

    @property
    def files(self) -> tuple[PublishedFile, ...]:
        return (self.train.images, self.train.labels, self.test.images, self.test.labels)

    @property
    def host(self) -> str:
        """Whom a download asks; shown before it starts."""
        return urlsplit(self.address or "").hostname or ""

    @property
    def download_size(self) -> int:
        return sum(file.packed_size for file in self.files)


@dataclass(frozen=True, slots=True, kw_only=True)
class LibsvmSplit:
    """Pictures and labels together, one picture a line of text."""

    file: PublishedFile
    pictures: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LibsvmEntry(CatalogueEntry):
    """A set of ``side`` by ``side`` pixels in LIBSVM's text format."""

    side: int
    train: LibsvmSplit
    test: LibsvmSplit
