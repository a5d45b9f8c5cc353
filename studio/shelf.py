"""The shelf of kept pictures: latents with their pixels, in one file that outlives the window."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from gan.errors import FileError, GanError
from gan.files import atomic_write, dump_json, parse_json_strictly, sha256_of
from gan.latents import Latent

FORMAT_VERSION = 1
LARGEST_SIDE = 4096
LARGEST_FILE = 64 * 2**20


@dataclass(frozen=True, slots=True, eq=False)
class Kept:
    """One picture a person kept: ``pixels (H, W, C)`` uint8, as ``generator_name`` drew it."""

    latent: Latent
    pixels: np.ndarray
    generator_name: str


class Shelf(Sequence[Kept]):
    """Kept pictures, the oldest first. Immutable: keeping and discarding give another shelf."""

    def __init__(self, pictures: Sequence[Kept] = ()) -> None:
        self._pictures = tuple(pictures)

    def __len__(self) -> int:
        return len(self._pictures)

    def __iter__(self) -> Iterator[Kept]:
        return iter(self._pictures)

    def __getitem__(self, index):  # type: ignore[no-untyped-def]  # int or slice, as tuples have it
        return self._pictures[index]

    def with_kept(self, picture: Kept) -> Shelf:
        return Shelf((*self._pictures, picture))

    def without(self, index: int) -> Shelf:
        return Shelf(self._pictures[:index] + self._pictures[index + 1 :])


def write_shelf(path: Path, shelf: Shelf) -> None:
    """Raises OSError; the old file then stays."""
    pictures = [
        {
            "latent": kept.latent.to_text(),
            "generator": kept.generator_name,
            "shape": list(kept.pixels.shape),
            "pixels": base64.b64encode(np.ascontiguousarray(kept.pixels).tobytes()).decode("ascii"),
        }
        for kept in shelf
    ]
    digest = sha256_of(dump_json(pictures))
    path.parent.mkdir(parents=True, exist_ok=True)
    atomic_write(path, dump_json({"format_version": FORMAT_VERSION, "sha256": digest, "pictures": pictures}))


def read_shelf(path: Path) -> Shelf:
    """An absent file is an empty shelf. FileError, with the file untouched, when it cannot be trusted."""
    if not path.exists():
        return Shelf()
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise ValueError("too large")
        return _parsed(parse_json_strictly(path.read_bytes()))
    except (GanError, ValueError, KeyError, TypeError, binascii.Error) as error:
        raise FileError("shelf-unreadable", "The shelf of kept pictures could not be read.") from error


def set_aside(path: Path) -> Path:
    """Give a damaged file a name of its own beside the old one, so that nothing is ever lost."""
    number = 1
    while (aside := path.with_name(f"{path.stem} (damaged {number}){path.suffix}")).exists():
        number += 1
    return path.rename(aside)


def _parsed(content: object) -> Shelf:
    if not isinstance(content, dict) or set(content) != {"format_version", "sha256", "pictures"}:
        raise ValueError("not a shelf")
    if content["format_version"] != FORMAT_VERSION:
        raise ValueError("made with another version")
    if sha256_of(dump_json(content["pictures"])) != content["sha256"]:
        raise ValueError("changed on the disk")
    return Shelf([_picture(entry) for entry in content["pictures"]])


def _picture(entry: dict[str, object]) -> Kept:
    latent, name, shape, pixels = (entry[key] for key in ("latent", "generator", "shape", "pixels"))
    if not (isinstance(latent, str) and isinstance(name, str) and isinstance(pixels, str)):
        raise ValueError("not a picture")
    height, width, channels = (int(side) for side in shape)  # type: ignore[attr-defined]  # TypeError is caught
    if not (0 < height <= LARGEST_SIDE and 0 < width <= LARGEST_SIDE and channels in (1, 3, 4)):
        raise ValueError("not a picture's size")
    raw = np.frombuffer(base64.b64decode(pixels, validate=True), np.uint8)
    return Kept(Latent.from_text(latent), raw.reshape(height, width, channels), name)
