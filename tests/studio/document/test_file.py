"""Documents come back from the disk as they were, and say nothing of whoever painted them."""

import hashlib
import zipfile

import numpy as np
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gan.latents import Latent, one_hot
from studio.document.artwork import BLEND_MODES, Artwork, Brush, Layer, Stamp, Stroke
from studio.document.artwork_json import artwork_to_parts
from studio.document.backups import backup_files
from studio.document.file import (
    Document,
    read_document,
    save_document,
    write_document,
)
from studio.document.painter import render

colours = st.integers(0, 0xFFFFFF).map(lambda value: f"#{value:06X}")
places = st.floats(-2000, 2000, width=32)
brushes = st.builds(
    Brush,
    size_px=st.floats(1, 600),
    spacing=st.floats(0.05, 5),
    opacity=st.floats(0, 1),
    turn=st.sampled_from(["fixed", "stroke"]),
    ink=colours,
)


@st.composite
def stamps(draw) -> Stamp:
    seed = draw(st.integers(0, 2**32 - 1))
    random = np.random.default_rng(seed)
    side, channels = draw(st.sampled_from([8, 28])), draw(st.sampled_from([1, 3]))
    latent = Latent(random.normal(size=draw(st.integers(1, 9))), one_hot(seed % 4, 4))
    return Stamp(latent, random.integers(0, 256, (side, side, channels)))


@st.composite
def strokes(draw) -> Stroke:
    tips = tuple(draw(st.lists(stamps(), max_size=3)))
    rows = draw(
        st.lists(
            st.tuples(
                places,
                places,
                st.floats(1, 600, width=32),
                st.floats(-360, 360, width=32),
                st.integers(0, max(len(tips) - 1, 0)),
            ),
            min_size=1,
            max_size=5,
        )
    )
    return Stroke(
        kind="ink" if tips else "erase",
        brush=draw(brushes),
        stamps=tips,
        dabs=rows,
        path=draw(st.lists(st.tuples(places, places), min_size=1, max_size=4)),
        seed=draw(st.integers(0, 2**63 - 1)),
        mirrored=draw(st.booleans()),
    )


layers = st.builds(
    Layer,
    name=st.text(max_size=20),
    strokes=st.lists(strokes(), max_size=3).map(tuple),
    opacity=st.floats(0, 1),
    blend=st.sampled_from(BLEND_MODES),
    visible=st.booleans(),
    locked=st.booleans(),
)
artworks = st.builds(
    Artwork,
    width=st.integers(1, 60),
    height=st.integers(1, 60),
    paper=st.none() | colours,
    layers=st.lists(layers, min_size=1, max_size=3).map(tuple),
)


@settings(suppress_health_check=list(HealthCheck))
@given(artwork=artworks, generator=st.none() | st.binary(max_size=64))
def test_every_artwork_comes_back_as_it_was(artwork, generator, tmp_path_factory):
    path = tmp_path_factory.mktemp("d") / "one.latent"
    document = Document(artwork, generator)
    write_document(path, document)
    assert read_document(path) == document


def pixel_hash(artwork: Artwork) -> str:
    image = render(artwork, 2.0, on_paper=True)  # owns the bytes that constBits looks at
    return hashlib.sha256(bytes(image.constBits())).hexdigest()


def test_the_same_stroke_gives_the_same_pixels_after_saving_and_opening(saved, make_stroke):
    first = read_document(saved).artwork
    again = saved.with_name("again.latent")
    write_document(again, Document(first, b"weights" * 500))
    assert pixel_hash(read_document(again).artwork) == pixel_hash(first)
    assert again.read_bytes() == saved.read_bytes()


def test_equal_stamps_are_kept_once(make_stroke):
    stroke = make_stroke((10, 10), stamps=4)
    _, pixels, latents = artwork_to_parts(Artwork().with_stroke(stroke).with_stroke(stroke))
    assert len(pixels) == 4 * 28 * 28 and len(latents) == 4 * 4 * 16


def test_a_document_names_no_person_no_place_and_no_time(saved, tmp_path):
    with zipfile.ZipFile(saved) as archive:
        text = archive.read("manifest.json") + archive.read("artwork.json")
        assert {entry.date_time[0] for entry in archive.infolist()} == {1980}
        assert archive.read("thumbnail.png").startswith(b"\x89PNG")
    assert str(tmp_path).encode() not in text and b"rk {1}" not in text


def test_saving_keeps_the_version_before(saved, make_stroke):
    first = read_document(saved)
    second = Document(first.artwork.with_stroke(make_stroke((5, 5))), first.generator)
    save_document(saved, second)
    save_document(saved, second)  # nothing new: no version goes
    assert read_document(saved) == second
    newest, older = backup_files(saved)
    assert read_document(newest) == first and not older.exists()


def test_a_backup_that_cannot_be_kept_stops_no_save(saved, make_stroke):
    backup_files(saved)[0].mkdir()
    second = Document(Artwork().with_stroke(make_stroke((5, 5))))
    save_document(saved, second)
    assert read_document(saved) == second
