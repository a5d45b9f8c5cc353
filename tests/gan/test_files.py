import json
import os
import stat
import sys
import threading
from pathlib import Path
from typing import BinaryIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gan.errors import FileError, UserError, describe
from gan.files import (
    TEMPORARY_SUFFIX,
    atomic_file,
    atomic_write,
    dump_json,
    parse_json_strictly,
    sha256_of,
    sweep_temporaries,
    whole_folder,
)

posix_only = pytest.mark.skipif(sys.platform == "win32", reason="POSIX files")


def test_content_is_replaced_and_nothing_else_is_left(tmp_path):
    path = tmp_path / "thing.json"
    atomic_write(path, b"old")
    atomic_write(path, lambda file: file.write(b"new"), durable=False)
    assert path.read_bytes() == b"new"
    assert os.listdir(tmp_path) == ["thing.json"]


def test_a_writer_that_raises_leaves_the_old_content(tmp_path):
    path = tmp_path / "thing"
    atomic_write(path, b"old")

    def write(file):
        file.write(b"half of the ne")
        raise RuntimeError("power is gone")

    with pytest.raises(RuntimeError, match="power is gone"):
        atomic_write(path, write)
    assert path.read_bytes() == b"old"
    assert os.listdir(tmp_path) == ["thing"]


def test_names_of_255_bytes_and_of_any_alphabet_are_written(tmp_path):
    for name in ("n" * 255, "中文 🎨 it's -x", "-dash"):
        atomic_write(tmp_path / name, b"content")
        assert (tmp_path / name).read_bytes() == b"content"


@posix_only
def test_a_name_that_is_not_utf8_is_written(tmp_path):
    path = tmp_path / os.fsdecode(b"caf\xe9")
    atomic_write(path, b"content")
    assert path.read_bytes() == b"content"


@posix_only
def test_a_link_keeps_pointing_at_the_file_that_is_written(tmp_path):
    (tmp_path / "real").write_bytes(b"old")
    (tmp_path / "link").symlink_to("real")
    atomic_write(tmp_path / "link", b"new")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_bytes() == b"new"


@posix_only
def test_the_file_gets_the_rights_that_the_person_gives_new_files(tmp_path):
    (tmp_path / "plain").write_bytes(b"")
    atomic_write(tmp_path / "ours", b"")
    assert stat.S_IMODE((tmp_path / "ours").stat().st_mode) == stat.S_IMODE(
        (tmp_path / "plain").stat().st_mode
    )


def test_a_folder_is_not_replaced(tmp_path):
    (tmp_path / "folder").mkdir()
    with pytest.raises(FileError, match="folder is not a file"):
        atomic_write(tmp_path / "folder", b"content")
    assert os.listdir(tmp_path) == ["folder"]


def test_a_missing_folder_is_an_error_and_is_not_made(tmp_path):
    with pytest.raises(FileNotFoundError):
        atomic_write(tmp_path / "gone" / "thing", b"content")
    assert os.listdir(tmp_path) == []


def test_what_cannot_be_written_is_named_as_the_person_named_it(tmp_path):
    with pytest.raises(FileNotFoundError) as refused:
        atomic_write(tmp_path / "gone" / "thing.png", b"content")
    assert refused.value.filename == str(tmp_path / "gone" / "thing.png")
    assert "thing.png" in describe(refused.value).sentence

    def replace_by_a_folder(_file: BinaryIO) -> None:
        (tmp_path / "late.png").mkdir()

    with pytest.raises(OSError) as refused:  # Windows has another one for this
        atomic_write(tmp_path / "late.png", replace_by_a_folder)
    assert TEMPORARY_SUFFIX not in str(refused.value) and "late.png" in describe(refused.value).sentence
    with pytest.raises(FileNotFoundError) as refused, whole_folder(tmp_path / "frames") as unfinished:
        (unfinished / "more" / "1.png").write_bytes(b"")
    assert refused.value.filename == str(tmp_path / "frames" / "more" / "1.png")
    with pytest.raises(FileNotFoundError) as refused, atomic_file(tmp_path / "copy.png"):
        (tmp_path / "not there.png").read_bytes()
    assert refused.value.filename == str(tmp_path / "not there.png"), "of another file the name stays"


def test_stale_temporaries_are_swept_and_files_of_others_stay(tmp_path):
    stale = tmp_path / f".0123456789abcdef{TEMPORARY_SUFFIX}"
    stale.write_bytes(b"half")
    (tmp_path / "picture.png").write_bytes(b"mine")
    assert sweep_temporaries(tmp_path) == 1
    assert os.listdir(tmp_path) == ["picture.png"]
    assert sweep_temporaries(tmp_path / "gone") == 0


@posix_only
def test_a_sweep_leaves_a_file_that_is_being_written(tmp_path):
    path = tmp_path / "thing"

    def write(file):
        assert sweep_temporaries(tmp_path) == 0
        file.write(b"whole")

    atomic_write(path, write)
    assert path.read_bytes() == b"whole"


def test_readers_see_old_or_new_while_writers_race(tmp_path):
    path = tmp_path / "thing"
    contents = [bytes([sign]) * 5000 for sign in b"abcd"]
    atomic_write(path, contents[0])

    def write_many(content):
        for _ in range(20):
            atomic_write(path, content, durable=False)

    writers = [threading.Thread(target=write_many, args=(content,)) for content in contents]
    for writer in writers:
        writer.start()
    while any(writer.is_alive() for writer in writers):
        assert path.read_bytes() in contents
    for writer in writers:
        writer.join()
    assert os.listdir(tmp_path) == ["thing"]


def test_hashes_of_bytes_and_files_agree(tmp_path):
    (tmp_path / "thing").write_bytes(b"abc")
    expected = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    assert sha256_of(b"abc") == sha256_of(tmp_path / "thing") == expected


json_values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**63), 2**63)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters(exclude_categories=["Cs"])),
    lambda children: (
        st.lists(children, max_size=4) | st.dictionaries(st.text(max_size=5), children, max_size=4)
    ),
    max_leaves=20,
)


@given(json_values)
def test_what_is_dumped_comes_back_equal(value):
    assert parse_json_strictly(dump_json(value)) == value


@pytest.mark.parametrize(
    "text",
    [
        b"",
        b"\xff\xfe",
        b"{",
        b'{"a": 1} x',
        b'{"a": NaN}',
        b"[Infinity]",
        b"-Infinity",
        b"1e999",
        b'{"a": 1, "a": 2}',
        b"[" * 100_000,
        b"[" * 65 + b"]" * 65,
        b"1" * 5000,
        "{'a': 1}",
    ],
    ids=lambda text: repr(text[:14]),
)
def test_json_that_only_some_readers_understand_is_refused(text):
    with pytest.raises(UserError, match="JSON"):
        parse_json_strictly(text)


def test_numbers_that_json_lacks_are_not_written():
    with pytest.raises(ValueError):
        dump_json({"loss": float("nan")})


@given(st.binary(max_size=200) | st.text(max_size=200))
def test_any_text_is_parsed_or_refused_with_a_sentence(text):
    try:
        value = parse_json_strictly(text)
    except UserError as error:
        assert error.failure.code == "json-refused"
    else:
        json.dumps(value, allow_nan=False)


def test_places_follow_the_home_that_was_chosen(studio_home):
    from gan import places

    named = (places.data_folder(), places.runs_folder(), places.datasets_folder(), places.logs_folder())
    for place in (*named, places.settings_file()):
        assert place == studio_home or studio_home in place.parents
    assert os.listdir(studio_home) == []


def test_places_without_a_chosen_home_belong_to_the_person(monkeypatch):
    from gan import places

    monkeypatch.delenv("LATENT_STUDIO_HOME")
    assert "Latent Studio" in str(places.data_folder())
    assert "Latent Studio" in str(places.settings_file())
    assert places.resources_folder() == Path(__file__).parents[2] / "resources"
