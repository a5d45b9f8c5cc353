"""Pictures are decoded once; whatever is wrong with what was kept of that, they are decoded again."""

import json
import os
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from gan import places
from gan.data import image_folder as image_folder_module
from gan.data import open_dataset, prepare_dataset
from gan.data.picture_cache import PictureCache, PictureWriter
from gan.events import DataPrepared


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for index in range(6):
        path = tmp_path / "pictures" / f"class {index % 2}" / f"{index}.bmp"
        path.parent.mkdir(parents=True, exist_ok=True)
        Image.new("L", (28, 28), 10 * index).save(path)
    return tmp_path / "pictures"


def cache_files(suffix: str = "pixels") -> list[Path]:
    return sorted((places.cache_folder() / "pictures").glob(f"*.{suffix}"))


def test_pictures_are_decoded_once(folder: Path) -> None:
    first = open_dataset(str(folder))
    (stored,) = cache_files()
    written = stored.stat().st_ino
    picture = folder / "class 0" / "0.bmp"
    status = picture.stat()
    picture.write_bytes(b"\0" * status.st_size)  # nobody may look into it again
    os.utime(picture, ns=(status.st_atime_ns, status.st_mtime_ns))
    second = open_dataset(str(folder))
    np.testing.assert_array_equal(second.images, first.images)
    np.testing.assert_array_equal(second.labels, first.labels)
    assert (second.class_names, second.fingerprint) == (first.class_names, first.fingerprint)
    assert cache_files() == [stored] and stored.stat().st_ino == written


def test_what_was_skipped_is_remembered(folder: Path) -> None:
    (folder / "class 0" / "odd.png").write_text("no picture")
    assert open_dataset(str(folder)).warnings == open_dataset(str(folder)).warnings != ()


@pytest.mark.parametrize("change", ["pixels", "another", "fewer", "size", "fit"])
def test_anything_that_changes_what_is_learnt_from_is_prepared_anew(folder: Path, change: str) -> None:
    before = open_dataset(str(folder))
    size, fit = 28, "crop"
    if change == "pixels":
        Image.new("L", (28, 28), 99).save(folder / "class 1" / "1.bmp")
    elif change == "another":
        Image.new("L", (28, 28), 99).save(folder / "class 1" / "new.bmp")
    elif change == "fewer":
        (folder / "class 1" / "1.bmp").unlink()
    elif change == "size":
        size = 32
    else:
        fit = "pad"
    after = open_dataset(str(folder), image_size=size, fit=fit)
    assert len(cache_files()) == 2
    assert (after.fingerprint == before.fingerprint) == (change == "fit")  # squares fit in any way alike


def test_the_mapped_pictures_cannot_be_changed_by_accident(folder: Path) -> None:
    images = open_dataset(str(folder)).images
    with pytest.raises(ValueError, match="read-only"):
        images[0] = 0


DAMAGES = {
    "cut": lambda pixels, text: pixels.write_bytes(pixels.read_bytes()[:-1]),
    "longer": lambda pixels, text: pixels.write_bytes(pixels.read_bytes() + b"\0"),
    "no pixels": lambda pixels, text: pixels.unlink(),
    "no description": lambda pixels, text: text.unlink(),
    "half a description": lambda pixels, text: text.write_bytes(text.read_bytes()[:40]),
    "a label of no class": lambda pixels, text: pixels.write_bytes(pixels.read_bytes()[:-4] + b"\x09\0\0\0"),
    "another key": lambda pixels, text: _describe(text, key="0" * 64),
    "another format": lambda pixels, text: _describe(text, format=99),
    "an impossible shape": lambda pixels, text: _describe(text, shape=[6, 28, 14, 2]),
    "no facts": lambda pixels, text: _describe(text, facts=[]),
    "facts of another kind": lambda pixels, text: _describe(text, facts={"class_names": ["a", "b"]}),
}


def _describe(text: Path, **changes: object) -> None:
    text.write_text(json.dumps(json.loads(text.read_text()) | changes))


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES.keys())
def test_a_damaged_cache_is_made_again(folder: Path, damage) -> None:  # type: ignore[no-untyped-def]
    before = open_dataset(str(folder))
    expected = before.images.copy()
    del before  # where files cannot be changed while they are mapped
    damage(*cache_files(), *cache_files("json"))
    after = open_dataset(str(folder))
    np.testing.assert_array_equal(after.images, expected)
    np.testing.assert_array_equal(after.labels, [0, 0, 0, 1, 1, 1])


def test_progress_is_told_and_stopping_leaves_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(image_folder_module, "REPORTS_FROM_S", 0.0)
    monkeypatch.setattr(image_folder_module, "REPORT_INTERVAL_S", 0.0)
    reports = list(prepare_dataset(str(folder)))
    assert reports == [DataPrepared(done=done, total=6) for done in range(1, 7)]
    assert list(prepare_dataset(str(folder))) == []
    stopped = prepare_dataset(str(folder), image_size=64)
    next(stopped)
    stopped.close()
    assert len(list((places.cache_folder() / "pictures").iterdir())) == 2  # only what the first one made


@pytest.mark.parametrize("at_once", [1, 2, 100])
def test_pictures_get_more_channels_when_one_needs_them(
    tmp_path: Path, at_once: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gan.data.picture_cache._WIDENED_AT_ONCE", at_once * 4 * 4)
    chooser = np.random.default_rng(0)
    pictures = [chooser.integers(0, 256, (2, 2, c), dtype=np.uint8) for c in (1, 1, 1, 3, 1, 4, 3, 1)]
    with (tmp_path / "pixels").open("w+b") as file:
        writer = PictureWriter(file, 2)
        for picture in pictures:
            writer.add(picture)
    assert (writer.channels, writer.count) == (4, 8)
    stored = np.fromfile(tmp_path / "pixels", np.uint8).reshape(8, 2, 2, 4)
    for picture, pixels in zip(pictures, stored, strict=True):
        np.testing.assert_array_equal(pixels[..., :3], np.broadcast_to(picture[..., :3], (2, 2, 3)))
        np.testing.assert_array_equal(pixels[..., 3:], picture[..., 3:] if picture.shape[2] == 4 else 255)


def test_the_longest_unused_goes_when_there_is_too_much(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for size in (28, 32, 64):
        open_dataset(str(folder), image_size=size)
    files = cache_files()
    for age, file in enumerate(files):
        os.utime(file, (1_000_000 - age, 1_000_000 - age))
    monkeypatch.setattr("gan.data.picture_cache.BYTES_KEPT", sum(file.stat().st_size for file in files[:2]))
    PictureCache(places.cache_folder() / "pictures").make_room()
    assert cache_files() == sorted(files[:2])
    assert cache_files("json") == sorted(file.with_suffix(".json") for file in files[:2])
