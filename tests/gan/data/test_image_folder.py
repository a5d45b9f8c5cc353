import os
import struct
import sys
import zlib

import numpy as np
import pytest
from PIL import Image

from gan import places
from gan.data import open_dataset
from gan.errors import UserError


def read_image_folder(folder, **options):
    return open_dataset(str(folder), **options)


def picture(path, colour=(0, 0, 0), size=(40, 40), **options):
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.new("RGB" if isinstance(colour, tuple) else "L", size, colour).save(path, **options)


def huge_png(width, height):
    """A picture of many pixels in a few kilobytes."""

    def chunk(kind, content):
        return (
            struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
        )

    header = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    rows = zlib.compress(bytes((width + 7) // 8 + 1) * height, 9)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def test_subfolders_are_classes_and_grey_pictures_have_one_channel(tmp_path):
    picture(tmp_path / "cats" / "a.png", 10)
    picture(tmp_path / "cats" / "deeper" / "b.png", 20)
    picture(tmp_path / "dogs" / "c.png", 30)
    (tmp_path / "empty").mkdir()
    dataset = open_dataset(str(tmp_path), None)
    assert dataset.class_names == ("cats", "dogs")
    assert dataset.images.shape == (3, 28, 28, 1)
    assert dataset.images[:, 0, 0, 0].tolist() == [10, 20, 30]
    assert dataset.labels.tolist() == [0, 0, 1]
    assert dataset.warnings == ()


def test_pictures_side_by_side_are_one_class_and_colour_stays(tmp_path):
    picture(tmp_path / "a.png", (255, 0, 0))
    picture(tmp_path / "b.png", (0, 0, 255))
    dataset = read_image_folder(tmp_path)
    assert dataset.class_names == ("pictures",)
    assert dataset.images[:, 5, 5].tolist() == [[255, 0, 0], [0, 0, 255]]


def test_pictures_beside_class_folders_are_said_to_be_left_out(tmp_path):
    picture(tmp_path / "cats" / "a.png", 10)
    picture(tmp_path / "beside.png", 40)
    dataset = read_image_folder(tmp_path)
    assert (len(dataset), dataset.skipped_count) == (1, 1)
    assert dataset.warnings[0].values["files"] == (("beside.png", "it lies beside the class folders"),)


@pytest.mark.parametrize("suffix", ["png", "jpg", "JPEG", "webp", "bmp", "gif"])
def test_each_format_is_read(tmp_path, suffix):
    picture(tmp_path / f"a.{suffix}", 200)
    assert abs(int(read_image_folder(tmp_path).images.mean()) - 200) <= 2


def wide_picture(folder, background=(255, 0, 0)):
    """A green square with something of another colour left and right of it."""
    pixels = np.full((30, 90, 3), background, np.uint8)
    pixels[:, 30:60] = (0, 255, 0)
    Image.fromarray(pixels).save(folder / "wide.png")


@pytest.mark.parametrize("image_size", [28, 32, 64, 128])
def test_cropped_the_middle_is_kept(tmp_path, image_size):
    wide_picture(tmp_path)
    (image,) = read_image_folder(tmp_path, image_size=image_size, fit="crop").images
    assert image.shape == (image_size, image_size, 3)
    assert (image[:, 3:-3] == (0, 255, 0)).all()


def test_padded_the_whole_is_kept_on_the_colour_of_its_edge(tmp_path):
    wide_picture(tmp_path)
    (image,) = read_image_folder(tmp_path, image_size=64, fit="pad").images
    assert (image[30:34, 2:18] == (255, 0, 0)).all() and (image[30:34, 28:36] == (0, 255, 0)).all()
    assert (image[:20] == image[0, 0]).all() and (image[44:] == image[0, 0]).all()
    assert image[0, 0, 0] > 100 and image[0, 0, 2] == 0  # of green and red, as the edge is


def test_stretched_everything_is_kept_and_fills_the_square(tmp_path):
    wide_picture(tmp_path)
    (image,) = read_image_folder(tmp_path, image_size=64, fit="stretch").images
    assert (image[:, 2:18] == (255, 0, 0)).all() and (image[:, 25:39] == (0, 255, 0)).all()


def test_a_transparent_picture_is_padded_with_nothing(tmp_path):
    pixels = np.zeros((10, 30, 4), np.uint8)
    pixels[:, 5:25] = (0, 0, 255, 255)
    Image.fromarray(pixels).save(tmp_path / "sprite.png")
    (image,) = read_image_folder(tmp_path, fit="pad").images
    assert (image[:8] == 0).all() and (image[20:] == 0).all()
    assert image[14, 14].tolist() == [0, 0, 255, 255]


def test_what_is_invisible_does_not_bleed_into_what_is_seen(tmp_path):
    pixels = np.full((64, 64, 4), (255, 0, 0, 0), np.uint8)  # invisible red
    pixels[:, 32:] = (0, 0, 255, 255)
    Image.fromarray(pixels).save(tmp_path / "sprite.png")
    (image,) = read_image_folder(tmp_path).images
    assert image[image[..., 3] > 0][:, 0].max() == 0


@pytest.mark.parametrize("fit", ["crop", "pad", "stretch"])
@pytest.mark.parametrize("size", [(1, 1), (1, 3000), (3000, 1), (7, 5)])
def test_thin_and_tiny_pictures_become_squares_too(tmp_path, size, fit):
    picture(tmp_path / "thin.png", 77, size)
    assert (read_image_folder(tmp_path, image_size=32, fit=fit).images == 77).all()


def test_what_is_transparent_stays_so_and_gives_every_picture_an_alpha(tmp_path):
    picture(tmp_path / "a.png", 10)
    Image.new("RGBA", (40, 40), (0, 0, 0, 0)).save(tmp_path / "b.png")
    picture(tmp_path / "c.png", (9, 8, 7))
    images = read_image_folder(tmp_path).images
    assert images[:, 5, 5].tolist() == [[10, 10, 10, 255], [0, 0, 0, 0], [9, 8, 7, 255]]


def test_sixteen_bit_grey_keeps_its_range(tmp_path):
    Image.fromarray(np.full((40, 40), 0x8000, np.uint16)).save(tmp_path / "deep.png")
    assert abs(int(read_image_folder(tmp_path).images.mean()) - 0x80) <= 1


def test_a_palette_keeps_what_it_says_is_transparent(tmp_path):
    indexed = Image.new("P", (40, 40), 1)
    indexed.putpalette([0, 0, 0, 200, 100, 50])
    indexed.paste(0, (0, 0, 20, 40))
    indexed.save(tmp_path / "indexed.png", transparency=0)
    (image,) = read_image_folder(tmp_path).images
    assert image[5, 5, 3] == 0 and image[5, 22].tolist() == [200, 100, 50, 255]


def test_pictures_for_printing_become_rgb(tmp_path):
    Image.new("CMYK", (40, 40), (255, 0, 0, 0)).save(tmp_path / "cyan.jpg", quality=95)
    red, green, blue = read_image_folder(tmp_path).images[0, 10, 10].astype(int)
    assert red < 10 and green > 200 and blue > 200


def test_a_camera_that_was_held_sideways_is_turned(tmp_path):
    tall = np.zeros((40, 40, 3), np.uint8)
    tall[:20] = 255
    exif = Image.Exif()
    exif[0x0112] = 3  # upside down
    Image.fromarray(tall).save(tmp_path / "turned.jpg", exif=exif)
    image = read_image_folder(tmp_path).images[0, ..., 0]
    assert image[24:].min() > 240 and image[:4].max() < 15


def test_the_first_frame_of_an_animation_counts(tmp_path):
    frames = [Image.new("L", (40, 40), level) for level in (250, 5)]
    frames[0].save(tmp_path / "moving.gif", save_all=True, append_images=frames[1:])
    assert read_image_folder(tmp_path).images.mean() > 240


def test_odd_files_are_skipped_counted_and_named(tmp_path):
    picture(tmp_path / "good.png", 10)
    (tmp_path / "text.png").write_text("not a picture")
    (tmp_path / "cut.png").write_bytes((tmp_path / "good.png").read_bytes()[:60])
    (tmp_path / "empty.jpg").write_bytes(b"")
    (tmp_path / "vector.svg").write_text("<svg/>")
    (tmp_path / "bomb.png").write_bytes(huge_png(9000, 9000))
    (tmp_path / "bigger-bomb.png").write_bytes(huge_png(60000, 60000))
    (tmp_path / "ribbon.png").write_bytes(huge_png(8, 100_000))
    Image.new("L", (40, 40)).save(tmp_path / "other.png", format="TIFF")
    dataset = read_image_folder(tmp_path)
    assert len(dataset) == 1
    (warning,) = dataset.warnings
    assert warning.sentence == "7 of 8 pictures could not be used."
    assert warning.code == "pictures-skipped"
    reasons = dict(warning.values["files"])
    assert reasons.pop("bomb.png") == reasons.pop("bigger-bomb.png") == "it has more than 64 million pixels"
    assert reasons.pop("ribbon.png") == "it is longer than 65,535 pixels"
    assert set(reasons) == {"text.png", "cut.png", "empty.jpg", "other.png"}
    assert set(reasons.values()) == {"it could not be decoded"}
    assert "text.png: it could not be decoded" in warning.details


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX files")
def test_links_and_pipes_are_not_opened(tmp_path):
    inside, outside = tmp_path / "inside", tmp_path / "outside"
    picture(outside / "secret.png", 10)
    picture(inside / "good.png", 10)
    (inside / "link.png").symlink_to(outside / "secret.png")
    (inside / "folder").symlink_to(outside)
    os.mkfifo(inside / "pipe.png")
    dataset = read_image_folder(inside)
    assert len(dataset) == 1
    assert dataset.class_names == ("pictures",)
    assert dataset.warnings[0].values["skipped"] == 2


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux stores such names")
def test_names_that_are_not_utf8_are_read_and_shown(tmp_path):
    folder = tmp_path / os.fsdecode(b"caf\xe9")
    picture(folder / "a.png", 10)
    (tmp_path / os.fsdecode(b"caf\xe8")).mkdir()
    picture(tmp_path / os.fsdecode(b"caf\xe8") / "b.png", 10)
    assert read_image_folder(tmp_path).class_names == ("caf\ufffd", "caf\ufffd (2)")


def test_a_folder_of_odd_files_only_says_that_none_can_be_used(tmp_path):
    (tmp_path / "text.png").write_text("not a picture")
    with pytest.raises(UserError, match="no picture in"):
        read_image_folder(tmp_path)
    assert not list((places.cache_folder() / "pictures").iterdir())


def test_sets_known_by_name_keep_their_size(tmp_path):
    with pytest.raises(UserError, match="28 pixels"):
        open_dataset("mnist", tmp_path, image_size=64)


def test_a_folder_without_pictures_says_so(tmp_path):
    (tmp_path / "notes.txt").write_text("hello")
    with pytest.raises(UserError, match="no picture in"):
        read_image_folder(tmp_path)


def test_the_same_pictures_have_the_same_fingerprint_wherever_they_lie(tmp_path):
    for name in ("one", "two"):
        picture(tmp_path / name / "a" / "x.png", 10)
    picture(tmp_path / "three" / "a" / "x.png", 11)
    first, second, third = (
        read_image_folder(tmp_path / name).fingerprint for name in ("one", "two", "three")
    )
    assert first == second != third
