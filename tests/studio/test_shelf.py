"""The shelf: boards as values, what undo brings back, and the file."""

import base64
import contextlib
import json
import zlib

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gan.errors import FileError, UserError
from gan.files import dump_json, sha256_of
from gan.latents import Latent, gaussian, one_hot
from studio.shelf import Board, Kept, Shelf, checked_name, set_aside
from studio.shelf_file import read_boards, read_shelf, write_shelf


def kept(seed: int, shape: tuple[int, int, int] = (28, 28, 1), name: str = "") -> Kept:
    pixels = np.random.default_rng(seed).integers(0, 256, shape, np.uint8)
    return Kept(Latent(gaussian(seed, 1, 64)[0], one_hot(seed % 10, 10)), pixels, f"Run {seed}", name)


def two_boards() -> Shelf:
    return Shelf([Board("", (kept(1), kept(2), kept(3))), Board("Mine", (kept(4),))])


def names(shelf: Shelf) -> list[list[str]]:
    return [[picture.generator_name for picture in board] for board in shelf.boards]


def test_boards_come_back_bit_for_bit(tmp_path):
    path = tmp_path / "shelf.json"
    shelf = Shelf(
        [Board("", (kept(1), kept(2, (5, 7, 3)))), Board("中文 board", (kept(3, (4, 4, 4), "my hand"),))]
    )
    write_shelf(path, shelf.boards)
    again = read_shelf(path)
    assert [board.name for board in again.boards] == ["", "中文 board"]
    for before, after in zip(shelf, again, strict=True):
        assert after.latent == before.latent
        assert (after.generator_name, after.name) == (before.generator_name, before.name)
        np.testing.assert_array_equal(after.pixels, before.pixels)


def test_a_shelf_from_before_there_were_boards_is_one_board(tmp_path):
    pictures = [
        {
            "latent": picture.latent.to_text(),
            "generator": picture.generator_name,
            "shape": list(picture.pixels.shape),
            "pixels": base64.b64encode(picture.pixels.tobytes()).decode(),
        }
        for picture in (kept(1), kept(2))
    ]
    digest = sha256_of(dump_json(pictures))
    path = tmp_path / "shelf.json"
    path.write_bytes(dump_json({"format_version": 1, "sha256": digest, "pictures": pictures}))
    shelf = read_shelf(path)
    assert names(shelf) == [["Run 1", "Run 2"]] and shelf.boards[0].name == ""
    np.testing.assert_array_equal(shelf[1].pixels, kept(2).pixels)


def test_no_file_is_an_empty_shelf_with_one_board(tmp_path):
    shelf = read_shelf(tmp_path / "shelf.json")
    assert len(shelf) == 0 and len(shelf.boards) == 1


def test_pictures_move_to_the_end_of_another_board():
    shelf = two_boards()
    first, _, third, _ = shelf
    moved = shelf.moved({third.key, first.key}, shelf.boards[1].key)
    assert names(moved) == [["Run 2"], ["Run 4", "Run 1", "Run 3"]]


def test_discarding_leaves_the_others_in_order_and_undo_brings_each_back_to_its_place():
    shelf = two_boards()
    first, _, third, _ = shelf
    gone = {first.key, third.key}
    after = shelf.without(gone)
    assert names(after) == [["Run 2"], ["Run 4"]]
    assert names(after.with_standing(shelf.standing(gone))) == names(shelf)


def test_undo_in_one_room_leaves_alone_what_another_room_did_since():
    shelf = two_boards()
    first = shelf[0]
    discarded = shelf.without({first.key})
    elsewhere = discarded.with_kept([kept(9)], shelf.boards[0].key).renamed(shelf[1].key, "two")
    undone = elsewhere.with_standing(shelf.standing({first.key}))
    assert names(undone) == [["Run 1", "Run 2", "Run 3", "Run 9"], ["Run 4"]]
    assert undone[1].name == "two"
    assert names(undone.with_standing(discarded.standing({first.key}))) == names(elsewhere)


def test_a_deleted_board_comes_back_with_its_pictures_its_name_and_its_place():
    shelf = Shelf([*two_boards().boards, Board("Last", (kept(5),))])
    mine = shelf.boards[1]
    keys = {picture.key for picture in mine}
    after = shelf.without_board(mine.key)
    undone = after.with_standing(shelf.standing(keys, {mine.key}))
    assert names(undone) == names(shelf) and [board.name for board in undone.boards] == ["", "Mine", "Last"]


def test_what_came_to_a_board_meanwhile_does_not_go_with_it_when_deleting_is_done_again():
    shelf = two_boards()
    mine = shelf.boards[1]
    keys = {picture.key for picture in mine}
    deleted = shelf.without_board(mine.key).standing(keys, {mine.key})
    meanwhile = shelf.with_kept([kept(7)], mine.key)
    again = meanwhile.with_standing(deleted)
    assert names(again) == [["Run 1", "Run 2", "Run 3", "Run 7"]]


def test_a_picture_whose_board_is_gone_comes_back_to_the_first():
    shelf = two_boards()
    on_mine = shelf.boards[1][0]
    standing = shelf.standing({on_mine.key})
    after = shelf.without({on_mine.key}).without_board(shelf.boards[1].key)
    assert "Run 4" in names(after.with_standing(standing))[0]


def test_the_last_board_leaves_an_empty_one_behind():
    shelf = Shelf([Board("Mine", (kept(1),))])
    assert names(shelf.without_board(shelf.boards[0].key)) == [[]]


@pytest.mark.parametrize("text", ["", "  ", "x" * 61, "a\0b"])
def test_what_cannot_be_a_name_is_refused(text):
    with pytest.raises(UserError):
        checked_name(text)


# The file


def written(path, *pictures: Kept) -> dict:
    write_shelf(path, [Board("", pictures)])
    return json.loads(path.read_bytes())


def sign(content: dict) -> bytes:
    return dump_json({**content, "sha256": sha256_of(dump_json(content["boards"]))})


BOMB = base64.b64encode(zlib.compress(bytes(2**24), 9)).decode()
CHANGES = {
    "latent": "latent:1:0:0:",
    "shape": [1, 2, 3],
    "pixels": "AA==",
    "name": "x" * 61,
    "generator": 7,
}


@pytest.mark.parametrize("key", CHANGES)
@pytest.mark.parametrize("signed", [True, False])
def test_a_changed_entry_is_refused_even_under_a_true_hash(tmp_path, key, signed):
    path = tmp_path / "shelf.json"
    content = written(path, kept(1))
    content["boards"][0]["pictures"][0][key] = CHANGES[key]
    path.write_bytes(sign(content) if signed else dump_json(content))
    with pytest.raises(FileError):
        read_shelf(path)


@pytest.mark.parametrize(
    "change",
    [
        {"pixels": BOMB},
        {"pixels": BOMB, "shape": [4096, 4097, 1]},
        {"shape": [True, 28, 28]},
        {"shape": [28.0, 28, 1]},
        {"shape": [10**30, 1, 1]},
        {"extra": 1},
    ],
)
def test_what_swells_or_lies_about_its_size_is_refused(tmp_path, change):
    path = tmp_path / "bomb.latentboard"
    content = written(path, kept(1))
    content["boards"][0]["pictures"][0] |= change
    path.write_bytes(sign(content))
    with pytest.raises(FileError):
        read_boards(path)


def test_many_pictures_that_unpack_to_too_much_are_refused(tmp_path, monkeypatch):
    path = tmp_path / "many.latentboard"
    written(path, *(kept(seed) for seed in range(4)))
    monkeypatch.setattr("studio.shelf_file.MOST_BYTES", 3 * 784)
    with pytest.raises(FileError):
        read_boards(path)


@pytest.mark.parametrize(
    "content", [b"", b"[]", b'{"format_version": 1}', b'{"format_version": true}', b"\xff\xfe", b'{"a": NaN}']
)
def test_what_is_no_shelf_is_refused_and_left_untouched(tmp_path, content):
    path = tmp_path / "shelf.json"
    path.write_bytes(content)
    with pytest.raises(FileError, match="could not be read"):
        read_shelf(path)
    assert path.read_bytes() == content


def test_a_file_of_a_newer_version_says_so(tmp_path):
    path = tmp_path / "shelf.json"
    path.write_bytes(dump_json({"format_version": 3, "anything": []}))
    with pytest.raises(FileError, match="newer version"):
        read_shelf(path)


def test_every_cut_of_the_file_is_refused(tmp_path):
    path = tmp_path / "shelf.json"
    written(path, kept(1, (2, 2, 1)))
    whole = path.read_bytes()
    for length in range(0, len(whole.rstrip()), 29):
        path.write_bytes(whole[:length])
        with pytest.raises(FileError):
            read_shelf(path)


@given(data=st.data())
def test_no_single_changed_byte_is_taken_for_what_was_written(tmp_path_factory, data):
    path = tmp_path_factory.mktemp("shelf") / "shelf.json"
    written(path, kept(1, (3, 3, 1)), kept(2, (2, 2, 4), "my hand"))
    whole = bytearray(path.read_bytes())
    whole[data.draw(st.integers(0, len(whole) - 1))] ^= data.draw(st.integers(1, 255))
    path.write_bytes(whole)
    with contextlib.suppress(FileError):
        assert [picture.name for picture in read_shelf(path)] == ["", "my hand"]  # only blanks had changed


def test_a_shelf_too_large_to_be_read_again_is_not_written(tmp_path, monkeypatch):
    path = tmp_path / "shelf.json"
    written(path, kept(1))
    before = path.read_bytes()
    monkeypatch.setattr("studio.shelf_file.LARGEST_FILE", len(before))
    with pytest.raises(FileError, match="full"):
        written(path, kept(1), kept(2))
    assert path.read_bytes() == before


def test_damaged_files_are_set_aside_under_names_of_their_own(tmp_path):
    path = tmp_path / "shelf.json"
    asides = []
    for content in (b"first", b"second"):
        path.write_bytes(content)
        asides.append(set_aside(path))
    assert [name.read_bytes() for name in asides] == [b"first", b"second"]
    assert not path.exists()
