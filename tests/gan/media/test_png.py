import io
import time

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from gan.errors import FileError, UserError
from gan.media.png import encode_png, save_png
from gan.media.provenance import SOURCE_TYPES, Marks, read_marks, xmp_packet


@pytest.mark.parametrize("channels", [1, 2, 3, 4])
def test_pixels_come_back_exactly(channels):
    pixels = np.random.default_rng(0).integers(0, 256, (9, 7, channels), dtype=np.uint8)
    with Image.open(io.BytesIO(encode_png(pixels, kind="generated"))) as image:
        np.testing.assert_array_equal(np.asarray(image).reshape(pixels.shape), pixels)


@pytest.mark.parametrize("kind", ["generated", "composite"])
def test_every_png_says_that_a_model_took_part(tmp_path, kind):
    save_png(tmp_path / "a.png", np.zeros((4, 4, 4), np.uint8), kind=kind)
    marks = read_marks(tmp_path / "a.png")
    assert marks.source_type == SOURCE_TYPES[kind]
    assert marks.creator_tool.startswith("Latent Studio ")
    assert marks.says_generated


def test_texts_travel_in_the_png(tmp_path):
    texts = {"Latent": "z: 中文", "Recipe": "x" * 5000}
    save_png(tmp_path / "a.png", np.zeros((4, 4, 1), np.uint8), kind="generated", text=texts)
    with Image.open(tmp_path / "a.png") as image:
        assert {keyword: image.info[keyword] for keyword in texts} == texts


@pytest.mark.parametrize("suffix", ["jpg", "webp"])
def test_marks_of_other_formats_are_read(tmp_path, suffix):
    path = tmp_path / f"a.{suffix}"
    Image.new("RGB", (4, 4)).save(path, xmp=xmp_packet("composite", "A & B <1>").encode())
    assert read_marks(path) == Marks(SOURCE_TYPES["composite"], "A & B <1>")


def test_marks_written_as_attributes_are_read(tmp_path):
    packet = f'<rdf:Description Iptc4xmpExt:DigitalSourceType="{SOURCE_TYPES["generated"]}"/>'
    Image.new("RGB", (4, 4)).save(tmp_path / "a.jpg", xmp=packet.encode())
    assert read_marks(tmp_path / "a.jpg").says_generated


def test_a_picture_without_marks_says_nothing(tmp_path):
    Image.new("RGB", (4, 4)).save(tmp_path / "a.png")
    assert read_marks(tmp_path / "a.png") == Marks()
    assert not read_marks(tmp_path / "a.png").says_generated


def test_marks_of_a_picture_larger_than_pillow_opens_are_read(tmp_path):
    from PIL.PngImagePlugin import PngInfo

    information = PngInfo()
    information.add_itxt("XML:com.adobe.xmp", xmp_packet("composite"))
    Image.new("1", (14_000, 14_000)).save(tmp_path / "large.png", pnginfo=information)
    assert read_marks(tmp_path / "large.png").says_generated


def test_what_is_no_picture_and_what_is_not_there_are_told_apart(tmp_path):
    (tmp_path / "a.png").write_text("hello")
    with pytest.raises(UserError, match="not a picture"):
        read_marks(tmp_path / "a.png")
    with pytest.raises(FileError, match="cannot be read"):
        read_marks(tmp_path / "gone.png")


@given(
    st.binary(max_size=300),
    st.sampled_from([b"", b"\x89PNG\r\n\x1a\n", b"GIF89a", b"\xff\xd8\xff\xe1", b"RIFF"]),
)
def test_any_bytes_have_marks_or_are_refused(tmp_path_factory, content, start):
    path = tmp_path_factory.getbasetemp() / "any.png"
    path.write_bytes(start + content)
    try:
        read_marks(path)
    except UserError as error:
        assert error.failure.code == "picture-unknown"


@pytest.mark.parametrize("filling", ["a", ":CreatorTool>", ':DigitalSourceType="', "&amp;"])
def test_a_packet_made_to_take_for_ever_does_not(tmp_path, filling):
    packet = filling * (1_000_000 // len(filling))
    Image.new("RGB", (4, 4)).save(tmp_path / "a.webp", xmp=packet.encode())
    started = time.monotonic()
    assert not read_marks(tmp_path / "a.webp").says_generated
    assert time.monotonic() - started < 2
