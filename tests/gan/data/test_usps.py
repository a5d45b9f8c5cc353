"""USPS: lines of text, read strictly."""

import bz2
import hashlib
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gan.data.catalogue_entry import LibsvmEntry, LibsvmSplit, PublishedFile
from gan.data.usps import read_libsvm, read_libsvm_split
from gan.errors import UserError

SIDE, COUNT = 4, 16


def line(label: int, values: list[float]) -> str:
    return " ".join([str(label), *(f"{place}:{value:.6f}" for place, value in enumerate(values, 1))]) + " \n"


WHOLE = line(1, [-1.0] * COUNT) + line(10, [1.0] * COUNT)


def test_pictures_and_labels_come_back(tmp_path: Path) -> None:
    (tmp_path / "usps").write_text(WHOLE)
    pixels, labels = read_libsvm(tmp_path / "usps", SIDE, 2)
    assert pixels.shape == (2, 4, 4)
    assert [pixels[0].max(), pixels[1].min()] == [0, 255]
    assert labels.tolist() == [0, 9]


@pytest.mark.parametrize("where", ["", "USPS", "USPS/raw"])
def test_a_split_is_enlarged_to_the_size_of_the_family(tmp_path: Path, where: str) -> None:
    packed = bz2.compress(WHOLE.encode())
    (tmp_path / where).mkdir(parents=True, exist_ok=True)
    (tmp_path / where / "usps.bz2").write_bytes(packed)
    file = PublishedFile(name="usps", packed_md5=hashlib.md5(packed).hexdigest())
    split = LibsvmSplit(file=file, pictures=2)
    entry = LibsvmEntry(
        name="usps",
        title="USPS",
        folder="USPS",
        class_names=tuple("0123456789"),
        licence="none",
        side=SIDE,
        train=split,
        test=split,
    )
    dataset = read_libsvm_split(entry, split, tmp_path)
    assert dataset.images.shape == (2, 28, 28, 1)
    assert dataset.images.mean(axis=(1, 2, 3)).tolist() == [0, 255]


DAMAGED = {
    "nothing": "",
    "a line less": line(1, [0.0] * COUNT),
    "a line more": WHOLE + line(1, [0.0] * COUNT),
    "a value less": WHOLE + line(1, [0.0] * (COUNT - 1)),
    "a value twice": WHOLE.replace("2:", "1:"),
    "label zero": WHOLE.replace("10 ", "0 "),
    "label of many digits": WHOLE.replace("10 ", "9" * 5000 + " "),
    "a word": WHOLE.replace("-1.000000", "nan", 1),
    "an infinite value": WHOLE.replace("-1.000000", "1e99", 1),
    "a value beyond one": WHOLE.replace("-1.000000", "-1.5", 1),
    "no newline for a megabyte": "1 " * 500_000,
    "a blank line": "\n" + WHOLE,
}


@pytest.mark.parametrize("content", DAMAGED.values(), ids=DAMAGED.keys())
def test_damaged_text_is_refused_by_name(tmp_path: Path, content: str) -> None:
    (tmp_path / "usps").write_text(content)
    with pytest.raises(UserError, match="usps cannot be used"):
        read_libsvm(tmp_path / "usps", SIDE, 2)


def test_damaged_packing_is_refused(tmp_path: Path) -> None:
    packed = bz2.compress(WHOLE.encode() * 1000)
    for content in (packed[: len(packed) // 2], packed[:20] + b"\xff" * 10 + packed[30:]):
        (tmp_path / "usps.bz2").write_bytes(content)
        with pytest.raises(UserError, match=r"usps.bz2 cannot be used"):
            read_libsvm(tmp_path / "usps.bz2", SIDE, 2000)
    with pytest.raises(UserError, match="MD5 differs"):
        read_libsvm(tmp_path / "usps.bz2", SIDE, 2, "0" * 32)


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    path = tmp_path_factory.getbasetemp() / "usps"
    path.write_bytes(content)
    with pytest.raises(UserError, match="cannot be used"):
        read_libsvm(path, 2, 1)


def test_values_are_turned_into_levels_as_torchvision_does(tmp_path: Path) -> None:
    values = np.linspace(-1, 1, COUNT)
    (tmp_path / "usps").write_text(line(3, values.tolist()))
    pixels, _ = read_libsvm(tmp_path / "usps", SIDE, 1)
    expected = ((np.float32([f"{value:.6f}" for value in values]) + 1) / 2 * 255).astype(np.uint8)
    np.testing.assert_array_equal(pixels.ravel(), expected)
