"""Training sets: IDX files of known sets, a folder of pictures, or practice digits. numpy and Pillow only."""

from __future__ import annotations

from pathlib import Path

from gan import places
from gan.data import practice
from gan.data.catalogue import CATALOGUE, entry_named
from gan.data.dataset import Dataset
from gan.data.idx import read_split
from gan.data.image_folder import read_image_folder
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
        entry = entry_named(name)
        return read_split(entry, entry.train, data_root or places.datasets_folder())
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
    entry = entry_named(name)
    return read_split(entry, entry.test, data_root or places.datasets_folder())


def summarise(name: str, data_root: Path | None = None) -> DatasetSummary:
    """A set as the recipe panel shows it."""
    return practice.practice_summary() if name == practice.NAME else open_dataset(name, data_root).summary()
