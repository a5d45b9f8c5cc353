"""One picture file from a stranger, decoded with care: whatever goes wrong costs that picture only.

Only plain files are opened, links are not followed, the format is told by content and from a short list, and the
size is known before anything is decoded.
"""

from __future__ import annotations

import os
import stat
import threading
import warnings
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path

import numpy as np
from PIL import Image, ImageOps

FORMATS = ("PNG", "JPEG", "WEBP", "BMP", "GIF")
_PIXELS_LIMIT = 64_000_000
_SIDE_LIMIT = 65_535  # no format but PNG goes further, and a strip of a million pixels is no picture
_FILE_BYTES_LIMIT = 256 * 1024 * 1024
_LARGE_PIXELS = 16_000_000
_one_large_picture = threading.Lock()

warnings.filterwarnings("error", category=Image.DecompressionBombWarning)


class PictureRefused(Exception):
    """Why one file is not used, as the end of a sentence."""


@contextmanager
def opened_picture(path: Path, wanted_px: int) -> Iterator[Image.Image]:
    """Its first frame, upright, in mode L, RGB or RGBA, at no less than ``wanted_px`` on the shorter side if it has
    as many. PictureRefused or anything a decoder raises.

    Large pictures are open one at a time, so that decoding in many threads stays within a few hundred megabytes.
    """
    with _plain_file(path) as file, _opened(file) as image:
        _check_size(image.width, image.height)
        large = image.width * image.height > _LARGE_PIXELS
        with _one_large_picture if large else nullcontext():
            image.draft(image.mode, (2 * wanted_px, 2 * wanted_px))  # JPEG decodes at a fraction of its size
            yield _in_known_mode(ImageOps.exif_transpose(image))


def picture_size(path: Path) -> tuple[int, int]:
    """Width and height as the head of the file says; nothing is decoded. Raises as :func:`opened_picture`."""
    with _plain_file(path) as file, _opened(file) as image:
        return image.size


@contextmanager
def _plain_file(path: Path) -> Iterator[int]:
    """A descriptor of what ``path`` itself is, so that nobody can put a link there in between."""
    if not stat.S_ISREG(path.lstat().st_mode):
        raise PictureRefused("it is a link or not a plain file")
    flags = (
        os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    )
    descriptor = os.open(path, flags)
    try:
        if os.fstat(descriptor).st_size > _FILE_BYTES_LIMIT:
            raise PictureRefused("the file is larger than 256 MB")
        yield descriptor
    finally:
        os.close(descriptor)


@contextmanager
def _opened(descriptor: int) -> Iterator[Image.Image]:
    with os.fdopen(descriptor, "rb", closefd=False) as file:
        try:
            image = Image.open(file, formats=FORMATS)
        except (Image.DecompressionBombWarning, Image.DecompressionBombError):
            raise PictureRefused("it has more than 64 million pixels") from None
        with image:
            yield image


def _check_size(width: int, height: int) -> None:
    if width * height > _PIXELS_LIMIT:
        raise PictureRefused("it has more than 64 million pixels")
    if max(width, height) > _SIDE_LIMIT:
        raise PictureRefused("it is longer than 65,535 pixels")


def _in_known_mode(image: Image.Image) -> Image.Image:
    """Transparency is kept; 16-bit grey keeps its range."""
    if image.mode.startswith("I"):
        return Image.fromarray((np.asarray(image, dtype=np.int64).clip(0, 65535) >> 8).astype(np.uint8))
    if image.has_transparency_data:
        return image.convert("RGBA")
    return image.convert("L" if image.mode in ("1", "L") else "RGB")
