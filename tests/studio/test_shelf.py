"""The shelf on disk."""

import json

import numpy as np
import pytest

from gan.errors import FileError
from gan.latents import Latent, gaussian, one_hot
from studio.shelf import Kept, Shelf, read_shelf, set_aside, write_shelf


def kept(seed: int, shape: tuple[int, int, int] = (28, 28, 1)) -> Kept:
    pixels = np.random.default_rng(seed).integers(0, 256, shape, np.uint8)
    return Kept(Latent(gaussian(seed, 1, 64)[0], one_hot(seed, 10)), pixels, f"Run {seed}")


def test_kept_pictures_come_back_bit_for_bit(tmp_path):
    path = tmp_path / "new folder" / "shelf.json"
    shelf = Shelf([kept(1), kept(2, (5, 7, 3))])
    write_shelf(path, shelf)
    for before, after in zip(shelf, read_shelf(path), strict=True):
        assert after.latent == before.latent
        assert after.generator_name == before.generator_name
        np.testing.assert_array_equal(after.pixels, before.pixels)


def test_no_file_is_an_empty_shelf(tmp_path):
    assert len(read_shelf(tmp_path / "shelf.json")) == 0


def test_discarding_leaves_the_others_in_order():
    first, second, third = kept(1), kept(2), kept(3)
    assert list(Shelf([first, second]).with_kept(third).without(1)) == [first, third]


def change(content: dict, key: str) -> None:
    content["pictures"][0][key] = {"latent": "latent:1:0:0:", "shape": [1, 2, 3], "pixels": "AA=="}[key]


@pytest.mark.parametrize("key", ["latent", "shape", "pixels"])
def test_a_changed_entry_is_refused(tmp_path, key):
    path = tmp_path / "shelf.json"
    write_shelf(path, Shelf([kept(1)]))
    content = json.loads(path.read_bytes())
    change(content, key)
    path.write_text(json.dumps(content))
    with pytest.raises(FileError):
        read_shelf(path)


@pytest.mark.parametrize("content", [b"", b"[]", b'{"format_version": 1}', b"\xff\xfe", b'{"a": NaN}'])
def test_what_is_no_shelf_is_refused_and_left_untouched(tmp_path, content):
    path = tmp_path / "shelf.json"
    path.write_bytes(content)
    with pytest.raises(FileError, match="could not be read"):
        read_shelf(path)
    assert path.read_bytes() == content


def test_every_cut_of_the_file_is_refused(tmp_path):
    path = tmp_path / "shelf.json"
    write_shelf(path, Shelf([kept(1, (2, 2, 1))]))
    whole = path.read_bytes()
    for length in range(0, len(whole.rstrip()), 29):
        path.write_bytes(whole[:length])
        with pytest.raises(FileError):
            read_shelf(path)


def test_damaged_files_are_set_aside_under_names_of_their_own(tmp_path):
    path = tmp_path / "shelf.json"
    names = []
    for content in (b"first", b"second"):
        path.write_bytes(content)
        names.append(set_aside(path))
    assert [name.read_bytes() for name in names] == [b"first", b"second"]
    assert not path.exists()
