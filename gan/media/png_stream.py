"""PNG files row by row, however large: their mark of origin, texts, and whole files that travel inside them.

Format: PNG Specification (Third Edition), W3C 2025.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import IO

import numpy as np
from numpy.typing import NDArray

from gan.errors import FileError
from gan.media.provenance import Kind, xmp_packet

SIGNATURE = b"\x89PNG\r\n\x1a\n"
LARGEST_CONTENT = 32 * 2**20
MOST_CHUNKS = 10_000  # before the first pixels
CONTENT = b"laTD"  # a private chunk that programs drop when they change the picture
_COLOUR_TYPES = {1: 0, 2: 4, 3: 2, 4: 6}
_UP = 2  # the row filter: each value less the one above, which makes flat grounds into zeros
_IDAT_BYTES = 1 << 20


def write_png(
    file: IO[bytes],
    size: tuple[int, int],
    bands: Iterable[NDArray[np.uint8]],
    *,
    kind: Kind,
    text: Mapping[str, str] | None = None,
    content: bytes | None = None,
    dpi: float | None = None,
) -> None:
    """Bands ``(h, W, C)`` of all rows from the top, ``size`` (width, height) in all; C as in ``encode_png``.

    ``content``: a file that travels inside, at most 32 MB. ``dpi``: pixels to an inch when printed.
    """
    assert content is None or len(content) <= LARGEST_CONTENT
    rows = iter(bands)
    first = next(rows)
    width, height = size
    file.write(SIGNATURE)
    header = struct.pack(">IIBBBBB", width, height, 8, _COLOUR_TYPES[first.shape[2]], 0, 0, 0)
    _write_chunk(file, b"IHDR", header)
    if dpi is not None:
        per_metre = round(dpi / 0.0254)
        _write_chunk(file, b"pHYs", struct.pack(">IIB", per_metre, per_metre, 1))
    for keyword, value in {"XML:com.adobe.xmp": xmp_packet(kind), **(text or {})}.items():
        _write_chunk(file, b"iTXt", keyword.encode("latin-1") + b"\0\0\0\0\0" + value.encode())
    if content is not None:
        _write_chunk(file, CONTENT, content)
    for packed in _packed(first, rows, size):
        _write_chunk(file, b"IDAT", packed)
    _write_chunk(file, b"IEND", b"")


def _write_chunk(file: IO[bytes], name: bytes, data: bytes) -> None:
    file.write(struct.pack(">I", len(data)) + name)
    file.write(data)
    file.write(struct.pack(">I", zlib.crc32(data, zlib.crc32(name))))


def _packed(
    first: NDArray[np.uint8], others: Iterator[NDArray[np.uint8]], size: tuple[int, int]
) -> Iterator[bytes]:
    """The rows, filtered and compressed, in pieces of about a megabyte."""
    width, height = size
    packer, waiting, done = zlib.compressobj(6), bytearray(), 0
    above = np.zeros((1, width, first.shape[2]), np.uint8)
    band: NDArray[np.uint8] | None = first
    while band is not None:
        assert band.shape[1:] == first.shape[1:] and band.shape[1] == width
        filtered = np.full((len(band), 1 + width * band.shape[2]), _UP, np.uint8)
        filtered[:, 1:] = (band - np.concatenate([above, band[:-1]])).reshape(len(band), -1)
        above, done = band[-1:].copy(), done + len(band)
        waiting += packer.compress(filtered.tobytes())
        while len(waiting) >= _IDAT_BYTES:
            yield bytes(waiting[:_IDAT_BYTES])
            del waiting[:_IDAT_BYTES]
        band = next(others, None)
    assert done == height
    waiting += packer.flush()
    yield bytes(waiting)


def read_content(path: Path) -> bytes | None:
    """The file that travels inside a PNG, or None where none does; no pixel is looked at.

    FileError where it is damaged, OSError from the disk.
    """
    with path.open("rb") as file:
        if file.read(len(SIGNATURE)) != SIGNATURE:
            return None
        for _ in range(MOST_CHUNKS):
            head = file.read(8)
            if len(head) < 8 or head[4:] in (b"IDAT", b"IEND"):
                return None
            length = int.from_bytes(head[:4], "big")
            if head[4:] != CONTENT:
                file.seek(length + 4, 1)
                continue
            if length > LARGEST_CONTENT:
                break
            content, checksum = file.read(length), file.read(4)
            if len(content) == length and checksum == struct.pack(
                ">I", zlib.crc32(content, zlib.crc32(CONTENT))
            ):
                return content
            break
        else:
            return None
    raise FileError("content-damaged", "What travels inside {name} is damaged.", name=path.name)
