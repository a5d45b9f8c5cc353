"""The shelf on disk, and boards as files that people share: strict JSON with a hash, read without trust."""

from __future__ import annotations

import base64
import binascii
import stat
import zlib
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np

from gan.errors import FileError, GanError
from gan.files import atomic_write, dump_json, parse_json_strictly, sha256_of
from gan.latents import Latent
from studio.shelf import LONGEST_NAME, MOST_BOARDS, MOST_PICTURES, Board, Kept, Shelf

FORMAT_VERSION = 2
BOARD_SUFFIX = ".latentboard"
LARGEST_SIDE = 4096
LARGEST_FILE = 64 * 2**20
MOST_BYTES = 512 * 2**20  # of pixels, unpacked
_READING_ERRORS = (GanError, ValueError, KeyError, TypeError, OverflowError, binascii.Error, zlib.error)


def write_shelf(path: Path, boards: Sequence[Board]) -> None:
    """Raises OSError; the old file then stays."""
    content = [{"name": board.name, "pictures": [_described(kept) for kept in board]} for board in boards]
    digest = sha256_of(dump_json(content))
    whole = dump_json({"format_version": FORMAT_VERSION, "sha256": digest, "boards": content})
    if len(whole) > LARGEST_FILE:
        raise FileError("shelf-full", "The shelf is full: export a board and delete it, or discard pictures.")
    atomic_write(path, whole)


def read_shelf(path: Path) -> Shelf:
    """An absent file is an empty shelf. FileError, with the file untouched, when it cannot be trusted."""
    return Shelf(read_boards(path)) if path.exists() else Shelf()


def read_boards(path: Path) -> list[Board]:
    """What :func:`write_shelf` wrote, now or before there were boards. FileError "shelf-unreadable", "shelf-newer"."""
    try:
        info = path.stat()
        if not stat.S_ISREG(info.st_mode) or info.st_size > LARGEST_FILE:
            raise ValueError("not a file of ours")
        return _Reader().boards(parse_json_strictly(path.read_bytes()))
    except FileError:
        raise
    except _READING_ERRORS as error:
        raise FileError(
            "shelf-unreadable", "The kept pictures in {name} could not be read.", name=path.name
        ) from error


def _described(kept: Kept) -> dict[str, object]:
    pixels = np.ascontiguousarray(kept.pixels).tobytes()
    return {
        "latent": kept.latent.to_text(),
        "generator": kept.generator_name,
        "name": kept.name,
        "shape": list(kept.pixels.shape),
        "pixels": base64.b64encode(zlib.compress(pixels, 6)).decode("ascii"),
    }


class _Reader:
    """Reads one file and counts what it unpacks."""

    def __init__(self) -> None:
        self._bytes_left = MOST_BYTES
        self._pictures_left = MOST_PICTURES

    def boards(self, content: object) -> list[Board]:
        if not isinstance(content, dict):
            raise ValueError("not a shelf")
        version = content.get("format_version")
        if not isinstance(version, int) or isinstance(version, bool) or version < 1:
            raise ValueError("no version")
        if version > FORMAT_VERSION:
            raise FileError(
                "shelf-newer", "These kept pictures were written by a newer version of Latent Studio."
            )
        kept_in = "pictures" if version == 1 else "boards"
        if set(content) != {"format_version", "sha256", kept_in}:
            raise ValueError("not a shelf")
        if sha256_of(dump_json(content[kept_in])) != content["sha256"]:
            raise ValueError("changed on the disk")
        if version == 1:
            return [Board("", self._pictures(content["pictures"], packed=False))]
        entries = content["boards"]
        if not isinstance(entries, list) or not 1 <= len(entries) <= MOST_BOARDS:
            raise ValueError("not boards")
        return [self._board(entry) for entry in entries]

    def _board(self, entry: Mapping[str, object]) -> Board:
        if set(entry) != {"name", "pictures"}:
            raise ValueError("not a board")
        return Board(_name(entry["name"]), self._pictures(entry["pictures"], packed=True))

    def _pictures(self, entries: object, *, packed: bool) -> tuple[Kept, ...]:
        if not isinstance(entries, list):
            raise ValueError("not pictures")
        self._pictures_left -= len(entries)
        if self._pictures_left < 0:
            raise ValueError("too many pictures")
        return tuple(self._picture(entry, packed=packed) for entry in entries)

    def _picture(self, entry: Mapping[str, object], *, packed: bool) -> Kept:
        if set(entry) != {"latent", "generator", "shape", "pixels", *(["name"] if packed else [])}:
            raise ValueError("not a picture")
        latent, generator, shape, pixels = (entry[key] for key in ("latent", "generator", "shape", "pixels"))
        if not (isinstance(latent, str) and isinstance(generator, str) and isinstance(pixels, str)):
            raise ValueError("not a picture")
        if not isinstance(shape, list) or not all(type(side) is int for side in shape):
            raise ValueError("not a shape")
        height, width, channels = shape
        if not (0 < height <= LARGEST_SIDE and 0 < width <= LARGEST_SIDE and channels in (1, 3, 4)):
            raise ValueError("not a picture's size")
        self._bytes_left -= height * width * channels
        if self._bytes_left < 0:
            raise ValueError("too large")
        raw = base64.b64decode(pixels, validate=True)
        whole = _unpacked(raw, height * width * channels) if packed else raw
        array = np.frombuffer(whole, np.uint8).reshape(height, width, channels)
        name = _name(entry["name"]) if packed else ""
        return Kept(Latent.from_text(latent), array, generator[:200], name)


def _unpacked(packed: bytes, size: int) -> bytes:
    """Exactly so many bytes, whatever the stream would swell to."""
    stream = zlib.decompressobj()
    whole = stream.decompress(packed, size)
    if (
        len(whole) != size
        or stream.decompress(stream.unconsumed_tail, 1)
        or not stream.eof
        or stream.unused_data
    ):
        raise ValueError("not as many pixels as were said")
    return whole


def _name(value: object) -> str:
    if not isinstance(value, str) or len(value) > LONGEST_NAME or not value.isprintable():
        raise ValueError("not a name")
    return value
