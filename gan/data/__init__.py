"""Training sets: IDX files of known sets, a folder of pictures, or practice digits. numpy and Pillow only."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from gan import places
from gan.data import practice
from gan.data.catalogue import CATALOGUE, entry_named
from gan.data.catalogue_entry import CatalogueEntry, IdxEntry, LibsvmEntry
from gan.data.dataset import Dataset
from gan.data.idx import read_idx_split
from gan.data.image_folder import read_image_folder
from gan.data.usps import read_libsvm_split
from gan.errors import UserError
from gan.events import DatasetSummary

__all__ = ["Dataset", "open_dataset", "open_test_split", "summarise"]


def open_dataset(name: str, data_root: Path | None = None) -> Dataset:
    """The pictures to train on: a catalogue name, "practice", or the path of a folder.

    ``data_root`` holds the files of catalogue sets; without one, the folder that downloads go to.
    """
    if name == practice.NAME:
        return practice.practice_digits()
    if name in CATALOGUE:
        return _read_split(entry_named(name), "train", data_root)
    folder = Path(name)
    if not folder.is_dir():
        raise UserError(
            "dataset-unknown",
            "{name!r} is neither a folder nor a data set that is known ({known}).",
            name=name,
            known=", ".join((*CATALOGUE, practice.NAME)),
        )
    return read_image_folder(folder)


def open_test_split(name: str, data_root: Path | None = None) -> Dataset:
    """The pictures kept aside for measuring; only catalogue sets have them."""
    return _read_split(entry_named(name), "test", data_root)


def _read_split(entry: CatalogueEntry, part: Literal["train", "test"], data_root: Path | None) -> Dataset:
    root = data_root or places.datasets_folder()
    if isinstance(entry, IdxEntry):
        return read_idx_split(entry, entry.train if part == "train" else entry.test, root)
    assert isinstance(entry, LibsvmEntry)
    return read_libsvm_split(entry, entry.train if part == "train" else entry.test, root)


def summarise(name: str, data_root: Path | None = None) -> DatasetSummary:
    """A set as the recipe panel shows it."""
    return practice.practice_summary() if name == practice.NAME else open_dataset(name, data_root).summary()
