import gzip
import struct
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gan.data import open_dataset, open_test_split
from gan.data.catalogue_entry import IdxEntry, IdxSplit, PublishedFile
from gan.data.idx import read_idx, read_idx_split
from gan.errors import FileError, UserError
from gan.files import sha256_of


def idx_bytes(values):
    return bytes((0, 0, 8, values.ndim)) + struct.pack(f">{values.ndim}I", *values.shape) + values.tobytes()


IMAGES = np.arange(3 * 4 * 4, dtype=np.uint8).reshape(3, 4, 4)
LABELS = np.array([1, 0, 1], dtype=np.uint8)


def described(name, content):
    return PublishedFile(
        name=name, size=len(content), sha256=sha256_of(content), packed_size=len(gzip.compress(content))
    )


def tiny_entry(images=IMAGES, labels=LABELS):
    split = IdxSplit(
        images=described("pictures", idx_bytes(images)), labels=described("labels", idx_bytes(labels))
    )
    return IdxEntry(
        name="tiny",
        title="Tiny",
        folder="TINY",
        class_names=("no", "yes"),
        licence="none",
        address="https://localhost/",
        train=split,
        test=split,
    )


def put(folder, *, images=IMAGES, labels=LABELS, packed=False):
    folder.mkdir(parents=True, exist_ok=True)
    for name, values in (("pictures", images), ("labels", labels)):
        content = idx_bytes(values)
        if packed:
            (folder / f"{name}.gz").write_bytes(gzip.compress(content))
        else:
            (folder / name).write_bytes(content)


@pytest.mark.parametrize("packed", [False, True])
@pytest.mark.parametrize("where", ["TINY/raw", ""])
def test_a_split_is_found_where_torchvision_puts_it_or_directly_in_the_root(tmp_path, where, packed):
    put(tmp_path / where, packed=packed)
    before = sorted(tmp_path.rglob("*"))
    entry = tiny_entry()
    dataset = read_idx_split(entry, entry.train, tmp_path)
    np.testing.assert_array_equal(dataset.images, IMAGES[..., None])
    np.testing.assert_array_equal(dataset.labels, LABELS)
    assert dataset.labels.dtype == np.int64
    assert dataset.class_names == ("no", "yes")
    assert sorted(tmp_path.rglob("*")) == before


def test_packed_and_unpacked_files_have_one_fingerprint(tmp_path):
    entry = tiny_entry()
    put(tmp_path / "a")
    put(tmp_path / "b", packed=True)
    first, second = (read_idx_split(entry, entry.train, tmp_path / name) for name in "ab")
    assert first.fingerprint == second.fingerprint


def test_a_summary_counts_classes_and_shows_some_of_each(tmp_path):
    put(tmp_path)
    entry = tiny_entry()
    summary = read_idx_split(entry, entry.train, tmp_path).summary()
    assert summary.picture_count == 3
    np.testing.assert_array_equal(summary.class_counts, [1, 2])
    np.testing.assert_array_equal(summary.thumbnails[..., 0], IMAGES[[1, 0, 2]])
    assert not summary.is_practice


def test_missing_files_are_named_with_the_folder_that_lacks_them(tmp_path):
    with pytest.raises(FileError, match=r"train-images.*MNIST.*empty") as caught:
        open_dataset("mnist", tmp_path / "empty")
    assert caught.value.failure.code == "dataset-missing"


def test_one_changed_bit_is_refused(tmp_path):
    changed = IMAGES.copy()
    changed[1, 2, 3] ^= 1
    put(tmp_path, images=changed)
    entry = tiny_entry()
    with pytest.raises(UserError, match="SHA-256"):
        read_idx_split(entry, entry.train, tmp_path)


def test_labels_that_do_not_fit_are_refused(tmp_path):
    for labels in (np.array([0, 1], np.uint8), np.array([0, 1, 2], np.uint8)):
        put(tmp_path, labels=labels)
        entry = tiny_entry(labels=labels)
        with pytest.raises(UserError, match="do not fit"):
            read_idx_split(entry, entry.train, tmp_path)


WHOLE = idx_bytes(IMAGES)
DAMAGED = {
    "empty": b"",
    "short header": WHOLE[:10],
    "short body": WHOLE[:-1],
    "trailing byte": WHOLE + b"\0",
    "other kind of value": WHOLE[:2] + b"\x0d" + WHOLE[3:],
    "other dimensions": idx_bytes(LABELS),
    "no picture": idx_bytes(IMAGES[:0]),
    "sides of nothing": WHOLE[:8] + struct.pack(">II", 0, 4) + WHOLE[16:],
    "four thousand million pictures": WHOLE[:4] + b"\xff" * 4 + WHOLE[8:],
    "huge sides": WHOLE[:4] + struct.pack(">III", 1, 2**31, 2**31) + WHOLE[16:],
    "text": b"<html>404 not found</html>",
    "packed, cut": gzip.compress(WHOLE)[:-9],
    "packed, wrong checksum": gzip.compress(WHOLE)[:-8] + b"\0" * 8,
    "packed, damaged": gzip.compress(WHOLE)[:12] + b"\xff\xff" + gzip.compress(WHOLE)[14:],
    "packed too much": gzip.compress(WHOLE + b"\0" * 10_000_000),
    "packing without content": b"\x1f\x8b",
    "packed twice": gzip.compress(gzip.compress(WHOLE)),
}


@pytest.mark.parametrize("content", DAMAGED.values(), ids=DAMAGED.keys())
def test_damaged_files_are_refused_by_name(tmp_path, content):
    (tmp_path / "pictures").write_bytes(content)
    with pytest.raises(UserError, match="pictures cannot be used"):
        read_idx(tmp_path / "pictures", 3)


@given(st.binary(max_size=100), st.booleans())
def test_any_bytes_are_read_or_refused(tmp_path_factory, content, packed):
    path = tmp_path_factory.getbasetemp() / "any"
    path.write_bytes(gzip.compress(content) if packed else content)
    try:
        values = read_idx(path, 3)
    except UserError as error:
        assert error.failure.code == "idx-refused"
    else:
        assert values.ndim == 3


@given(st.integers(1, 3), st.integers(1, 5), st.integers(1, 5))
def test_what_is_written_as_idx_comes_back(tmp_path_factory, count, height, width):
    values = np.random.default_rng(count).integers(0, 256, (count, height, width), dtype=np.uint8)
    path = tmp_path_factory.getbasetemp() / "values"
    path.write_bytes(idx_bytes(values))
    np.testing.assert_array_equal(read_idx(path, 3), values)


def test_only_known_sets_have_a_test_split(tmp_path):
    with pytest.raises(UserError, match="known are mnist"):
        open_test_split("practice", tmp_path)


def test_a_name_that_is_no_folder_says_what_is_known():
    with pytest.raises(UserError, match=r"neither a folder nor.*\(mnist, .*practice\)"):
        open_dataset(str(Path("no") / "such" / "place"), None)
