"""PNG files with their mark of origin and, if wished, texts of ours."""

from __future__ import annotations

import io
from collections.abc import Mapping
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from gan.files import atomic_write
from gan.media.provenance import Kind, xmp_packet

_XMP_KEYWORD = "XML:com.adobe.xmp"


def encode_png(pixels: NDArray[np.uint8], *, kind: Kind, text: Mapping[str, str] | None = None) -> bytes:
    """Grey, grey + alpha, RGB or RGBA ``pixels (H, W, C)`` as PNG.

    ``text``: by keyword, which has at most 79 Latin-1 signs.
    """
    assert pixels.dtype == np.uint8 and pixels.ndim == 3 and 1 <= pixels.shape[2] <= 4
    information = PngInfo()
    information.add_itxt(_XMP_KEYWORD, xmp_packet(kind))
    for keyword, value in (text or {}).items():
        information.add_itxt(keyword, value, zip=len(value) > 1024)
    picture = Image.fromarray(np.ascontiguousarray(pixels[..., 0] if pixels.shape[2] == 1 else pixels))
    file = io.BytesIO()
    picture.save(file, "PNG", pnginfo=information)
    return file.getvalue()


def save_png(
    path: Path, pixels: NDArray[np.uint8], *, kind: Kind, text: Mapping[str, str] | None = None
) -> None:
    """As :func:`encode_png`, into a file that is there whole or not at all."""
    atomic_write(path, encode_png(pixels, kind=kind, text=text))
