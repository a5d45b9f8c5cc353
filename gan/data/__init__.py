"""Training sets: known by name, a folder, practice digits or stacked ones. Importing this loads no torch."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from gan import places
from gan.data import practice, stacked
from gan.data.catalogue import CATALOGUE, MNIST, entry_named
from gan.data.catalogue_entry import IdxEntry, LibsvmEntry
from gan.data.dataset import Dataset
from gan.data.idx import read_idx_split
from gan.data.image_folder import Preparation, prepare_image_folder
from gan.data.kept_aside import Split, published_split, split_by_lot
from gan.data.preview import folder_summary
from gan.data.usps import read_libsvm_split
from gan.errors import UserError
from gan.events import DatasetSummary

__all__ = [
    "Dataset",
    "Preparation",
    "Split",
    "open_dataset",
    "open_test_split",
    "prepare_dataset",
    "split_of",
    "summarise",
]

PUBLISHED_SIZE = 28
KNOWN_NAMES = (*CATALOGUE, stacked.NAME, practice.NAME)


def open_dataset(
    name: str, data_root: Path | None = None, *, image_size: int = PUBLISHED_SIZE, fit: str = "crop"
) -> Dataset:
    """As :func:`prepare_dataset`, to the end."""
    return _finished(prepare_dataset(name, data_root, image_size=image_size, fit=fit))


def prepare_dataset(
    name: str, data_root: Path | None = None, *, image_size: int = PUBLISHED_SIZE, fit: str = "crop"
) -> Preparation:
    """The pictures to train on: a catalogue name, "practice", "stacked-mnist", or the path of a folder.

    Says how far it is while the pictures of a folder are decoded, which happens once; ``close()`` stops that.
    ``data_root`` holds the files of catalogue sets; without one, the folder that downloads go to.
    """
    if name in KNOWN_NAMES:
        _require_published_size(name, image_size)
        return practice.practice_digits() if name == practice.NAME else _read_split(name, "train", data_root)
    return (yield from prepare_image_folder(_existing_folder(name), image_size, fit))


def _finished(preparation: Preparation) -> Dataset:
    try:
        while True:
            next(preparation)
    except StopIteration as end:
        dataset: Dataset = end.value
        return dataset


def _require_published_size(name: str, image_size: int) -> None:
    if image_size != PUBLISHED_SIZE:
        raise UserError(
            "size-is-given",
            "The pictures of {name} are {size} pixels wide and high; only folders of pictures can be resized.",
            name=name,
            size=PUBLISHED_SIZE,
        )


def _existing_folder(name: str) -> Path:
    folder = Path(name)
    if not folder.is_dir():
        raise UserError(
            "dataset-unknown",
            "{name!r} is neither a folder nor a data set that is known ({known}).",
            name=name,
            known=", ".join(KNOWN_NAMES),
        )
    return folder


def split_of(dataset: Dataset, name: str, data_root: Path | None = None) -> Split:
    """What of an open set is learnt from and what is kept aside for measuring: its own test split if it has one."""
    if name in CATALOGUE:
        return published_split(dataset, open_test_split(name, data_root))
    return split_by_lot(dataset)


def open_test_split(name: str, data_root: Path | None = None) -> Dataset:
    """The pictures kept aside for measuring; only catalogue sets and stacked digits have them."""
    return _read_split(name, "test", data_root)


def _read_split(name: str, part: Literal["train", "test"], data_root: Path | None) -> Dataset:
    if name == stacked.NAME:
        return stacked.stacked(_read_split(MNIST.name, part, data_root))
    entry = entry_named(name)
    root = data_root or places.datasets_folder()
    if isinstance(entry, IdxEntry):
        return read_idx_split(entry, entry.train if part == "train" else entry.test, root)
    assert isinstance(entry, LibsvmEntry)
    return read_libsvm_split(entry, entry.train if part == "train" else entry.test, root)


def summarise(
    name: str, data_root: Path | None = None, *, image_size: int = PUBLISHED_SIZE, fit: str = "crop"
) -> DatasetSummary:
    """A set as the recipe panel shows it; a folder is looked into, but not decoded."""
    if name == practice.NAME:
        return practice.practice_summary()
    if name in KNOWN_NAMES:
        return open_dataset(name, data_root).summary()
    return folder_summary(_existing_folder(name), image_size, fit)
