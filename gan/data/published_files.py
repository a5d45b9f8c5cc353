"""Where the files of a known set lie under a data root."""

from __future__ import annotations

from pathlib import Path

from gan.data.catalogue_entry import CatalogueEntry, PublishedFile
from gan.errors import FileError

_PACKINGS = ("", ".gz", ".bz2")


def find_published(entry: CatalogueEntry, file: PublishedFile, data_root: Path) -> Path:
    """As torchvision lays files out, or directly in the root; unpacked before packed. FileError where none is."""
    for folder in (data_root / entry.folder / "raw", data_root / entry.folder, data_root):
        for packing in _PACKINGS:
            path = folder / (file.name + packing)
            if path.is_file():
                return path
    raise FileError(
        "dataset-missing",
        "There is no {file} of {title} under {root}.",
        file=file.name,
        title=entry.title,
        root=str(data_root),
    )
