"""Unsaved work comes back from its journal as it was, whatever happened to the end of the file."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gan.errors import FileError
from studio.document import journal as journal_module
from studio.document.artwork import Artwork, Layer
from studio.document.journal import Journal, Work, name_in_journal, open_journal


@pytest.fixture
def works(make_stroke, tmp_path) -> list[Work]:
    """A painting as it grows, with the generator changing once and a stroke taken back."""
    strokes = [make_stroke((10, 10 * n), (200, 10 * n), stamps=3, seed=n) for n in range(1, 5)]
    artworks = [Artwork(320, 200)]
    for stroke in strokes:
        artworks.append(artworks[-1].with_stroke(stroke))
    artworks.append(artworks[-1].without_stroke(0, 1))
    artworks.append(replace(artworks[-1], layers=(Layer("Below"), *artworks[-1].layers)))
    return [
        Work(artwork, b"weights" * (1 + number // 3), "Autumn 秋", tmp_path / "Autumn 秋.latent")
        for number, artwork in enumerate(artworks)
    ]


def test_every_state_comes_back_as_it_was(works, tmp_path):
    journal = Journal(tmp_path / "1.unsaved")
    for work in works:
        journal.save(work)
        assert open_journal(journal.path)[1] == work
    assert name_in_journal(journal.path) == "Autumn 秋"


def test_a_stroke_is_written_once(works, make_stroke, tmp_path):
    journal = Journal(tmp_path / "1.unsaved")
    journal.save(works[4])
    before = journal.path.stat().st_size
    journal.save(replace(works[4], artwork=works[4].artwork.without_stroke(0, 0)))
    assert journal.path.stat().st_size - before < 1000


def test_a_journal_cut_anywhere_holds_the_last_whole_state_before_the_cut(works, tmp_path):
    journal = Journal(tmp_path / "1.unsaved")
    ends = []
    for work in works[:3]:
        journal.save(work)
        ends.append(journal.path.stat().st_size)
    content = journal.path.read_bytes()
    cut = tmp_path / "cut.unsaved"
    for end in (*range(ends[0], ends[2], 97), ends[1] - 1, ends[1], ends[2] - 1):
        cut.write_bytes(content[:end])
        whole = sum(end >= each for each in ends)
        assert open_journal(cut)[1] == works[whole - 1]


def test_the_journal_goes_on_where_it_was_torn(works, tmp_path):
    first = Journal(tmp_path / "1.unsaved")
    first.save(works[2])
    with first.path.open("ab") as file:
        file.write(b"S\xff\x00\x00\x00torn")
    again, work = open_journal(first.path)
    assert work == works[2]
    before = first.path.stat().st_size
    grown = works[3].artwork.layers[0].strokes[-1]
    again.save(replace(work, artwork=work.artwork.with_stroke(grown)))
    assert open_journal(first.path)[1].artwork == works[3].artwork
    assert first.path.stat().st_size < 2 * before  # the strokes that were there are not written again


def test_settled_work_is_no_unsaved_work_and_what_is_written_stays_known(works, tmp_path):
    journal = Journal(tmp_path / "1.unsaved")
    journal.settle()
    assert not journal.path.exists()
    journal.save(works[4])
    before = journal.path.stat().st_size
    journal.settle()
    assert name_in_journal(journal.path) is None
    journal.save(works[4])
    assert name_in_journal(journal.path) == "Autumn 秋"
    assert journal.path.stat().st_size - before < 1000
    journal.drop()
    assert not journal.path.exists()


def test_a_journal_that_somebody_removed_is_written_anew(works, tmp_path):
    journal = Journal(tmp_path / "1.unsaved")
    journal.save(works[2])
    journal.path.unlink()
    journal.save(works[3])
    assert open_journal(journal.path)[1] == works[3]


def test_what_no_state_shows_any_more_does_not_fill_the_disk(works, make_stroke, tmp_path, monkeypatch):
    monkeypatch.setattr(journal_module, "SPARE_BYTES", 100_000)
    journal = Journal(tmp_path / "1.unsaved")
    for number in range(60):
        work = Work(Artwork().with_stroke(make_stroke((number, 0), (300, 0), stamps=20, seed=number)))
        journal.save(work)
    assert journal.path.stat().st_size < 300_000
    assert open_journal(journal.path)[1] == work


@pytest.mark.parametrize(
    "content",
    [b"", b"latent", journal_module.HEADER, journal_module.HEADER + b"W\x05\x00\x00\x00\x00\x00\x00\x00{}"],
)
def test_what_is_no_journal_is_refused_in_a_sentence(content, tmp_path):
    path = tmp_path / "1.unsaved"
    path.write_bytes(content)
    with pytest.raises(FileError):
        name_in_journal(path)
    with pytest.raises(FileError, match="unsaved"):
        open_journal(path)


@settings(suppress_health_check=list(HealthCheck))
@given(place=st.floats(0, 1, exclude_max=True), bit=st.integers(0, 7))
def test_a_flipped_bit_gives_a_state_that_was_or_a_sentence(works, tmp_path, place, bit):
    path = tmp_path / "flipped.unsaved"
    journal = Journal(path)
    for work in works[:4]:
        journal.save(work)
    content = bytearray(path.read_bytes())
    content[int(place * len(content))] ^= 1 << bit
    path.write_bytes(bytes(content))
    try:
        found = open_journal(path)[1]
    except FileError as error:
        assert "unsaved" in error.failure.sentence
    else:
        assert found in works[:4]
    path.unlink()


@given(content=st.binary(max_size=400))
def test_bytes_that_are_no_journal_are_refused_in_a_sentence(content, tmp_path_factory):
    path = tmp_path_factory.mktemp("j") / "noise.unsaved"
    for start in (b"", journal_module.HEADER, journal_module.HEADER + b"W"):
        path.write_bytes(start + content)
        with pytest.raises(FileError):
            open_journal(path)


def test_a_state_that_names_parts_which_are_not_there_is_refused(works, tmp_path):
    path: Path = tmp_path / "1.unsaved"
    journal = Journal(path)
    journal.save(works[2])
    content = bytearray(path.read_bytes())
    content[len(journal_module.HEADER) + 200] ^= 1  # inside the first stroke
    path.write_bytes(bytes(content))
    with pytest.raises(FileError, match="cannot be read"):
        open_journal(path)
