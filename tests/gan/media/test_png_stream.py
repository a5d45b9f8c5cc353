"""PNGs written band by band read back everywhere, and what travels inside them comes out again."""

import io
import struct
import zlib

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from gan.errors import FileError
from gan.media.png_stream import CONTENT, SIGNATURE, read_content, write_png
from gan.media.provenance import SOURCE_TYPES, read_marks


def bands(pixels: np.ndarray, rows: int):
    for top in range(0, len(pixels), rows):
        yield pixels[top : top + rows]


@pytest.mark.parametrize("channels", [1, 2, 3, 4])
@pytest.mark.parametrize("rows", [1, 7, 40])
def test_pillow_reads_the_pixels_that_were_written(channels, rows, tmp_path):
    pixels = np.random.default_rng(channels).integers(0, 256, (40, 23, channels), dtype=np.uint8)
    with (tmp_path / "a.png").open("wb") as file:
        write_png(file, (23, 40), bands(pixels, rows), kind="composite", text={"Title": "秋"}, dpi=300)
    with Image.open(tmp_path / "a.png") as picture:
        assert np.array_equal(np.asarray(picture).reshape(pixels.shape), pixels)
        assert picture.text["Title"] == "秋" and round(picture.info["dpi"][0]) == 300
    assert read_marks(tmp_path / "a.png").source_type == SOURCE_TYPES["composite"]


def written(content: bytes | None) -> bytes:
    file = io.BytesIO()
    write_png(file, (4, 4), [np.zeros((4, 4, 4), np.uint8)], kind="composite", content=content)
    return file.getvalue()


@given(content=st.none() | st.binary(max_size=2000))
def test_what_travels_inside_comes_out_again(content, tmp_path_factory):
    path = tmp_path_factory.mktemp("p") / "a.png"
    path.write_bytes(written(content))
    assert read_content(path) == content
    with Image.open(path) as picture:
        picture.load()


def test_a_picture_that_somebody_else_made_holds_nothing(tmp_path):
    Image.new("RGB", (3, 3)).save(tmp_path / "a.png")
    (tmp_path / "b.png").write_bytes(b"no picture")
    assert read_content(tmp_path / "a.png") is read_content(tmp_path / "b.png") is None


def test_what_is_damaged_inside_is_refused_and_a_cut_file_too(tmp_path):
    path = tmp_path / "a.png"
    whole = written(b"x" * 1000)
    broken = bytearray(whole)
    broken[whole.index(b"xxx") + 5] ^= 1
    for content in (bytes(broken), whole[: whole.index(b"xxx") + 100]):
        path.write_bytes(content)
        with pytest.raises(FileError, match="damaged"):
            read_content(path)


def test_a_chunk_that_claims_gigabytes_is_refused_unread(tmp_path):
    path = tmp_path / "a.png"
    path.write_bytes(SIGNATURE + struct.pack(">I", 2**31 - 1) + CONTENT + b"abc")
    with pytest.raises(FileError):
        read_content(path)


def test_very_many_chunks_end(tmp_path):
    chunk = struct.pack(">I", 0) + b"abCD" + struct.pack(">I", zlib.crc32(b"abCD"))
    (tmp_path / "a.png").write_bytes(SIGNATURE + 20_000 * chunk)
    assert read_content(tmp_path / "a.png") is None
