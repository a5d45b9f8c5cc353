"""Files that are damaged, foreign or of another version: opened as far as they are known, or refused in a sentence."""

import io
import json
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gan.errors import FileError
from gan.files import sha256_of
from studio.document.archive import pack
from studio.document.file import (
    FORMAT_VERSION,
    KIND,
    read_document,
)


def refused(path: Path, content: bytes) -> str:
    path.write_bytes(content)
    with pytest.raises(FileError) as refusal:
        read_document(path)
    sentence = refusal.value.failure.sentence
    assert path.name in sentence and sentence.endswith(".") and "\n" not in sentence
    assert path.read_bytes() == content
    return refusal.value.failure.code


def rewritten(saved: Path, **changes: bytes | None) -> bytes:
    """The document with other members, and a manifest that is true of them."""
    with zipfile.ZipFile(saved) as archive:
        members = {name: archive.read(name) for name in archive.namelist() if name != "manifest.json"}
    for name, content in changes.items():
        members[name.replace("__", ".")] = content
    members = {name: content for name, content in members.items() if content is not None}
    return pack(members, kind=KIND, format_version=FORMAT_VERSION)


def test_a_file_cut_anywhere_is_refused(saved, tmp_path):
    content = saved.read_bytes()
    for end in range(0, len(content), len(content) // 40):
        assert refused(tmp_path / "cut.latent", content[:end]) in ("document-damaged", "document-foreign")


@settings(suppress_health_check=list(HealthCheck))
@given(place=st.floats(0, 1, exclude_max=True), bit=st.integers(0, 7))
def test_a_flipped_bit_is_refused_or_changes_nothing(saved, place, bit):
    content = bytearray(saved.read_bytes())
    content[int(place * len(content))] ^= 1 << bit
    flipped = saved.with_name("flipped.latent")
    flipped.write_bytes(bytes(content))
    try:
        document = read_document(flipped)
    except FileError as error:
        assert error.failure.sentence.startswith("flipped.latent ")
    else:  # a byte that carries nothing, such as a date
        whole = read_document(saved)
        assert document == whole or (document.generator_is_lost and document.artwork == whole.artwork)


@settings(suppress_health_check=list(HealthCheck))
@given(content=st.binary(max_size=300))
def test_bytes_that_are_no_document_are_refused(content, tmp_path_factory):
    folder = tmp_path_factory.mktemp("d")
    refused(folder / "noise.latent", content)
    refused(folder / "noise.latent", b"PK\x03\x04" + content)


def test_a_newer_document_that_says_nothing_we_know_is_refused(saved, tmp_path):
    content = pack({"unheard of": b"1"}, kind=KIND, format_version=FORMAT_VERSION + 1)
    path = tmp_path / "newer.latent"
    assert refused(path, content) == "document-newer"


def test_a_newer_document_shows_as_far_as_it_is_known(saved, tmp_path):
    with zipfile.ZipFile(saved) as archive:
        members = {name: archive.read(name) for name in archive.namelist() if name != "manifest.json"}
    artwork = json.loads(members["artwork.json"])
    artwork |= {"glitter": 1, "format_version": FORMAT_VERSION + 1}
    artwork["layers"][0]["smell"] = "rosemary"
    artwork["layers"][0]["strokes"][0]["brush"]["bristles"] = [1, {"2": 3}]
    artwork["stamps"][0]["depth"] = 3
    members |= {"artwork.json": json.dumps(artwork).encode(), "sound.ogg": b"la"}
    path = tmp_path / "newer.latent"
    path.write_bytes(pack(members, kind=KIND, format_version=FORMAT_VERSION + 1))
    document, known = read_document(path), read_document(saved)
    assert document.is_newer and not known.is_newer
    assert (document.artwork, document.generator) == (known.artwork, known.generator)


def test_a_damaged_generator_takes_no_stroke_with_it(saved, tmp_path):
    path = tmp_path / "damaged.latent"
    content = bytearray(saved.read_bytes())
    with zipfile.ZipFile(saved) as archive:
        place = archive.getinfo("generator.safetensors").header_offset
    content[place + 70] ^= 1
    path.write_bytes(bytes(content))
    document = read_document(path)
    assert document.generator_is_lost and document.generator is None
    assert document.artwork == read_document(saved).artwork


def test_another_zip_is_foreign(tmp_path):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("word/document.xml", "<a/>")
    assert refused(tmp_path / "letter.latent", buffer.getvalue()) == "document-foreign"


def test_a_zip_bomb_is_refused(saved, tmp_path):
    buffer = io.BytesIO()
    zeros = bytes(64 * 2**20)
    manifest = {
        "format": KIND,
        "format_version": 1,
        "members": {"stamps.bin": {"bytes": len(zeros), "sha256": sha256_of(zeros)}},
    }
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("manifest.json", json.dumps(manifest))
        archive.writestr("stamps.bin", zeros)
    assert refused(tmp_path / "bomb.latent", buffer.getvalue()) == "document-damaged"


def test_a_zip_of_very_many_parts_is_refused(tmp_path):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for number in range(3000):
            archive.writestr(f"../{number}", b"")
    assert refused(tmp_path / "many.latent", buffer.getvalue()) == "document-damaged"


@pytest.mark.parametrize(
    "change",
    [
        lambda art: art.update(width=0),
        lambda art: art.update(width=True),
        lambda art: art.update(height=1e9),
        lambda art: art.update(paper="red"),
        lambda art: art.update(surprise=1),
        lambda art: art.pop("layers"),
        lambda art: art.update(layers=[]),
        lambda art: art["layers"][0].update(name=7),
        lambda art: art["layers"][0].update(opacity=1.5),
        lambda art: art["layers"][0].update(opacity="half"),
        lambda art: art["layers"][0].update(blend="burn"),
        lambda art: art["layers"][0].update(blend=["normal"]),
        lambda art: art["layers"][0].update(visible=1),
        lambda art: art["layers"][0].pop("locked"),
        lambda art: art.update(format_version=1),
        lambda art: art.update(format_version=FORMAT_VERSION + 10),
        lambda art: art["layers"][0]["strokes"][0].update(mirrored=0),
        lambda art: art["layers"][0]["strokes"][0].update(kind="glue"),
        lambda art: art["layers"][0]["strokes"][0].update(stamps=[99]),
        lambda art: art["layers"][0]["strokes"][0].update(stamps=[]),
        lambda art: art["layers"][0]["strokes"][0].update(seed=-1),
        lambda art: art["layers"][0]["strokes"][0].update(dabs=[1, 2, 3]),
        lambda art: art["layers"][0]["strokes"][0].update(dabs=[0, 0, 20, 0, 77]),
        lambda art: art["layers"][0]["strokes"][0].update(dabs=[0, 0, 20, 0, 0.5]),
        lambda art: art["layers"][0]["strokes"][0].update(dabs=[1e300, 0, 20, 0, 0]),
        lambda art: art["layers"][0]["strokes"][0].update(dabs=["0", 0, 20, 0, 0]),
        lambda art: art["layers"][0]["strokes"][0].update(path=[]),
        lambda art: art["layers"][0]["strokes"][0]["brush"].update(size_px=0),
        lambda art: art["layers"][0]["strokes"][0]["brush"].update(ink="#12345"),
        lambda art: art["layers"][0]["strokes"][0]["brush"].update(opacity=2),
        lambda art: art["stamps"][0].update(count=10**9),
        lambda art: art["stamps"][0].update(count=1),
        lambda art: art["stamps"][0].update(pixels=[28, 28, 2]),
        lambda art: art["stamps"][0].update(z_size=-4),
    ],
)
def test_impossible_values_are_refused(saved, tmp_path, change):
    with zipfile.ZipFile(saved) as archive:
        artwork = json.loads(archive.read("artwork.json"))
    change(artwork)
    content = rewritten(saved, artwork__json=json.dumps(artwork).encode())
    assert refused(tmp_path / "odd.latent", content) == "artwork-value"


def as_version_1(artwork: dict) -> None:
    """What the first version wrote: names and strokes, and nothing of how layers are laid."""
    del artwork["format_version"]
    for layer in artwork["layers"]:
        for name in ("opacity", "blend", "visible", "locked"):
            del layer[name]
        for stroke in layer["strokes"]:
            del stroke["mirrored"], stroke["lettering"]
            without_later_brush(stroke)


def without_later_brush(stroke: dict) -> None:
    """Before the fourth version a brush had one ink, a crisp edge and a steady hand."""
    del stroke["pressures"]
    stroke["brush"] = {
        name: stroke["brush"][name] for name in ("size_px", "spacing", "opacity", "turn", "ink")
    }


def test_a_document_of_the_fifth_version_opens_as_it_was(saved, tmp_path):
    with zipfile.ZipFile(saved) as archive:
        artwork = json.loads(archive.read("artwork.json"))
    artwork["format_version"] = 5
    for layer in artwork["layers"]:
        for stroke in layer["strokes"]:
            del stroke["brush"]["inverted"]
    path = tmp_path / "old.latent"
    path.write_bytes(rewritten(saved, artwork__json=json.dumps(artwork).encode()))
    assert read_document(path) == read_document(saved)
    content = rewritten(saved, artwork__json=json.dumps(artwork | {"format_version": 6}).encode())
    assert refused(tmp_path / "odd.latent", content) == "artwork-value"


def test_a_document_of_the_third_version_opens_as_it_was_and_may_not_know_more(saved, tmp_path):
    with zipfile.ZipFile(saved) as archive:
        artwork = json.loads(archive.read("artwork.json"))
    artwork["format_version"] = 3
    strokes = [stroke for layer in artwork["layers"] for stroke in layer["strokes"]]
    for stroke in strokes:
        without_later_brush(stroke)
    path = tmp_path / "old.latent"
    path.write_bytes(rewritten(saved, artwork__json=json.dumps(artwork).encode()))
    assert read_document(path) == read_document(saved)
    strokes[0]["brush"]["scatter"] = 0.5
    content = rewritten(saved, artwork__json=json.dumps(artwork).encode())
    assert refused(tmp_path / "odd.latent", content) == "artwork-value"


def test_a_document_of_the_first_version_opens_as_it_was(saved, tmp_path):
    with zipfile.ZipFile(saved) as archive:
        artwork = json.loads(archive.read("artwork.json"))
    as_version_1(artwork)
    path = tmp_path / "old.latent"
    path.write_bytes(rewritten(saved, artwork__json=json.dumps(artwork).encode()))
    assert read_document(path) == read_document(saved)


@pytest.mark.parametrize(
    "change",
    [
        lambda art: art.update(paper=None),
        lambda art: art.update(layers=7),
        lambda art: art["layers"][0].update(opacity=0.5),
        lambda art: art["layers"][0]["strokes"][0].update(mirrored=True),
    ],
)
def test_the_first_version_knew_nothing_of_what_came_later(saved, tmp_path, change):
    with zipfile.ZipFile(saved) as archive:
        artwork = json.loads(archive.read("artwork.json"))
    as_version_1(artwork)
    change(artwork)
    content = rewritten(saved, artwork__json=json.dumps(artwork).encode())
    assert refused(tmp_path / "odd.latent", content) == "artwork-value"


@pytest.mark.parametrize(
    "changes",
    [
        {"artwork__json": b"{"},
        {"artwork__json": b'{"width": NaN}'},
        {"artwork__json": None},
        {"stamps__bin": b""},
        {"latents__bin": None},
        {"latents__bin": b"\xff" * 6 * 4 * 16},
        {"notes__txt": b"hello"},
    ],
)
def test_wrong_parts_are_refused(saved, tmp_path, changes):
    refused(tmp_path / "odd.latent", rewritten(saved, **changes))


def test_missing_files_and_folders_are_refused_in_a_sentence(tmp_path):
    for path in (tmp_path / "none.latent", tmp_path):
        with pytest.raises(FileError, match=r"could not be read|was not opened"):
            read_document(path)
