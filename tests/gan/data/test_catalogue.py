"""The MNIST family by name: held against torchvision, and read from files laid out as torchvision does."""

import gzip
import hashlib
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from gan import vision  # noqa: F401  # torchvision imports only after this, beside some builds of torch
from gan.data import open_dataset
from gan.data.catalogue import CATALOGUE, EMNIST_LETTERS, KMNIST, MNIST, QMNIST, entry_named
from gan.data.catalogue_entry import IdxEntry, PublishedFile
from gan.data.download import download
from gan.data.idx import read_idx, read_idx_split
from gan.errors import UserError

from torchvision import datasets as theirs  # isort: skip

FROM_MNIST = {"mnist": theirs.MNIST, "fashion-mnist": theirs.FashionMNIST, "kmnist": theirs.KMNIST}


def idx_bytes(values: np.ndarray) -> bytes:
    kind = {1: 8, 4: 12}[values.dtype.itemsize]
    header = np.array(values.shape, dtype=">u4").tobytes()
    return bytes((0, 0, kind, values.ndim)) + header + values.tobytes()


def unchecked(entry: IdxEntry) -> IdxEntry:
    """The entry for files that a test makes up: same names, no sums."""
    split = replace(
        entry.train,
        images=PublishedFile(name=entry.train.images.name),
        labels=PublishedFile(name=entry.train.labels.name),
    )
    return replace(entry, train=split)


@pytest.mark.parametrize("name", FROM_MNIST)
def test_sets_in_the_layout_of_mnist_agree_with_torchvision(name: str) -> None:
    entry, other = entry_named(name), FROM_MNIST[name]
    assert isinstance(entry, IdxEntry)
    assert entry.folder == other.__name__
    assert entry.class_names == tuple(name.split(" - ")[0] for name in other.classes)
    assert [(f"{file.name}.gz", file.packed_md5) for file in entry.files] == other.resources


def test_qmnist_agrees_with_torchvision() -> None:
    resources = theirs.QMNIST.resources["train"] + theirs.QMNIST.resources["test"]
    ours = [(f"{file.name}.gz", file.packed_md5) for file in QMNIST.files]
    assert ours == [(address.rsplit("/", 1)[1], md5) for address, md5 in resources]
    assert QMNIST.folder == theirs.QMNIST.__name__


@pytest.mark.parametrize("split", ["letters", "balanced"])
def test_emnist_agrees_with_torchvision(split: str) -> None:
    entry = entry_named(f"emnist-{split}")
    assert isinstance(entry, IdxEntry)
    assert (*["N/A"] * entry.first_label, *entry.class_names) == tuple(
        theirs.EMNIST.classes_split_dict[split]
    )
    layout = theirs.EMNIST.__new__(theirs.EMNIST)
    layout.root, layout.split = "", split
    for layout.train, files in ((True, entry.train), (False, entry.test)):
        assert layout.images_file == str(Path(entry.folder) / "raw" / files.images.name)
        assert layout.labels_file == str(Path(entry.folder) / "raw" / files.labels.name)


def test_usps_agrees_with_torchvision() -> None:
    usps = CATALOGUE["usps"]
    for split in (usps.train, usps.test):  # type: ignore[attr-defined]
        (theirs_of_split,) = (
            listed for listed in theirs.USPS.split_list.values() if listed[1] == f"{split.file.name}.bz2"
        )
        assert split.file.packed_md5 == theirs_of_split[2]


def test_only_a_set_whose_https_address_and_hashes_are_known_can_be_downloaded(tmp_path: Path) -> None:
    assert MNIST.address in theirs.MNIST.mirrors and MNIST.address.startswith("https://")
    assert all(file.sha256 and file.size and file.packed_size for file in MNIST.files)
    for name in set(CATALOGUE) - {"mnist"}:
        with pytest.raises(UserError, match="bring its files along"):
            download(name, tmp_path, lambda done, total: None, lambda: False)
    assert not list(tmp_path.iterdir())


def test_emnist_stands_upright_and_its_labels_count_from_the_first_letter(tmp_path: Path) -> None:
    images = np.random.default_rng(0).integers(0, 256, (3, 4, 4), dtype=np.uint8)
    raw = tmp_path / "EMNIST" / "raw"
    raw.mkdir(parents=True)
    (raw / "emnist-letters-train-images-idx3-ubyte").write_bytes(idx_bytes(images))
    labels = idx_bytes(np.array([1, 2, 26], np.uint8))
    (raw / "emnist-letters-train-labels-idx1-ubyte.gz").write_bytes(gzip.compress(labels))
    dataset = open_dataset("emnist-letters", tmp_path)
    np.testing.assert_array_equal(dataset.images[..., 0], images.swapaxes(1, 2))
    assert [dataset.class_names[label] for label in dataset.labels] == ["a", "b", "z"]


def test_a_label_that_means_no_letter_is_refused(tmp_path: Path) -> None:
    (tmp_path / EMNIST_LETTERS.train.images.name).write_bytes(idx_bytes(np.zeros((1, 4, 4), np.uint8)))
    (tmp_path / EMNIST_LETTERS.train.labels.name).write_bytes(idx_bytes(np.array([0], np.uint8)))
    with pytest.raises(UserError, match="do not fit"):
        open_dataset("emnist-letters", tmp_path)


def test_of_the_long_labels_of_qmnist_the_first_number_is_the_class(tmp_path: Path) -> None:
    entry = unchecked(QMNIST)
    long_labels = np.arange(16, dtype=">i4").reshape(2, 8)
    (tmp_path / entry.train.images.name).write_bytes(idx_bytes(np.zeros((2, 28, 28), np.uint8)))
    (tmp_path / entry.train.labels.name).write_bytes(idx_bytes(long_labels))
    assert read_idx_split(entry, entry.train, tmp_path).labels.tolist() == [0, 8]


def test_a_packed_file_is_held_against_its_published_sum(tmp_path: Path) -> None:
    content = gzip.compress(idx_bytes(np.arange(8, dtype=np.uint8)))
    (tmp_path / "labels.gz").write_bytes(content)
    right = PublishedFile(name="labels", packed_md5=hashlib.md5(content).hexdigest())
    assert read_idx(tmp_path / "labels.gz", 1, right).tolist() == list(range(8))
    with pytest.raises(UserError, match="MD5 differs"):
        read_idx(tmp_path / "labels.gz", 1, KMNIST.train.labels)


def test_a_file_with_too_few_pictures_is_not_the_published_one(tmp_path: Path) -> None:
    (tmp_path / "labels").write_bytes(idx_bytes(np.zeros(8, np.uint8)))
    with pytest.raises(UserError, match="as many values"):
        read_idx(tmp_path / "labels", 1, KMNIST.train.labels)
