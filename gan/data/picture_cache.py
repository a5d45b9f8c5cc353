"""Prepared pictures on disk, mapped into memory: decoded once, read ever after.

A cache of one key is two files: ``<key>.pixels``, N pictures of uint8 (H, W, C) one after another and then N labels
(little-endian int32), and ``<key>.json``, which describes it and is written last. Size and description are checked
on opening; whatever is wrong means that the pictures are prepared again.
"""

from __future__ import annotations

import contextlib
import os
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import BinaryIO

import numpy as np
from numpy.typing import NDArray

from gan.config import IMAGE_SIZES
from gan.data.squares import with_channels
from gan.errors import UserError
from gan.files import atomic_write, dump_json, parse_json_strictly

FORMAT = 1
BYTES_KEPT = 24 * 2**30
_LABEL = np.dtype("<i4")
_WIDENED_AT_ONCE = 2**24  # bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureFacts:
    """What is worth keeping beside the pixels. ``total`` counts what was skipped; ``skipped``: (name, reason), some."""

    class_names: tuple[str, ...]
    fingerprint: str
    total: int
    skipped_count: int
    skipped: tuple[tuple[str, str], ...]

    @classmethod
    def from_json(cls, value: object) -> PictureFacts:
        """ValueError for what this program did not write."""
        if not isinstance(value, dict) or value.keys() != {field.name for field in fields(cls)}:
            raise ValueError("no facts")
        facts = cls(
            class_names=_texts(value["class_names"]),
            fingerprint=value["fingerprint"],
            total=value["total"],
            skipped_count=value["skipped_count"],
            skipped=tuple((name, reason) for name, reason in map(_texts, value["skipped"])),
        )
        if type(facts.fingerprint) is not str or not (type(facts.total) is type(facts.skipped_count) is int):
            raise ValueError("facts of another kind")
        return facts


def _texts(value: object) -> tuple[str, ...]:
    if not isinstance(value, list) or not value or not all(isinstance(item, str) for item in value):
        raise ValueError("no texts")
    return tuple(value)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class StoredPictures:
    """``images (N, H, W, C)`` uint8, read-only and mapped; ``labels (N,)`` int64."""

    images: NDArray[np.uint8]
    labels: NDArray[np.int64]
    facts: PictureFacts


class PictureWriter:
    """Appends pictures to a file; all get more channels as soon as one needs more."""

    def __init__(self, file: BinaryIO, image_size: int) -> None:
        self._file = file
        self._image_size = image_size
        self.channels = 1
        self.count = 0

    def add(self, picture: NDArray[np.uint8]) -> None:
        """(H, W, C) with 1, 3 or 4 channels."""
        if picture.shape[2] > self.channels:
            self._widen(picture.shape[2])
        self._file.write(with_channels(picture, self.channels).tobytes())
        self.count += 1

    def finish(self, labels: NDArray[np.int64]) -> None:
        self._file.write(labels.astype(_LABEL).tobytes())

    def _widen(self, channels: int) -> None:
        """In place from the end, where the wider pictures cannot overwrite what has not been read."""
        pixels = self._image_size**2
        at_once = max(1, _WIDENED_AT_ONCE // (pixels * channels))
        for start in reversed(range(0, self.count, at_once)):
            count = min(at_once, self.count - start)
            self._file.seek(start * pixels * self.channels)
            narrow = np.frombuffer(self._file.read(count * pixels * self.channels), dtype=np.uint8)
            self._file.seek(start * pixels * channels)
            self._file.write(with_channels(narrow.reshape(-1, self.channels), channels).tobytes())
        self._file.seek(self.count * pixels * channels)
        self.channels = channels


class PictureCache:
    """All caches in one folder; the longest unused ones go when they take too much room."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def pixels_file(self, key: str) -> Path:
        return self.folder / f"{key}.pixels"

    def describe(self, key: str, writer: PictureWriter, image_size: int, facts: PictureFacts) -> None:
        """Say that the pixels of that key are whole; only now can they be opened."""
        shape = [writer.count, image_size, image_size, writer.channels]
        description = {"format": FORMAT, "key": key, "shape": shape, "facts": asdict(facts)}
        atomic_write(self._description_file(key), dump_json(description), durable=False)

    def open(self, key: str) -> StoredPictures | None:
        """What is stored under that key; None where nothing is, or nothing sound."""
        path = self.pixels_file(key)
        try:
            description = parse_json_strictly(self._description_file(key).read_bytes())
            shape, facts = _checked(description, key)
            pictures, size = shape[0], int(np.prod(shape))
            if path.stat().st_size != size + pictures * _LABEL.itemsize:
                return None
            images = np.memmap(path, dtype=np.uint8, mode="r", shape=shape)
            labels = np.fromfile(path, dtype=_LABEL, offset=size).astype(np.int64)
            os.utime(path)  # used now: goes last
        except (OSError, UserError, ValueError, TypeError):
            return None
        if labels.min() < 0 or labels.max() >= len(facts.class_names):
            return None
        return StoredPictures(images=images.view(np.ndarray), labels=labels, facts=facts)

    def make_room(self) -> None:
        """Let go of the longest unused. What another process still has open stays until it lets go."""
        with contextlib.suppress(OSError):
            files = sorted(self.folder.glob("*.pixels"), key=lambda file: file.stat().st_mtime, reverse=True)
            taken = 0
            for file in files:
                taken += file.stat().st_size
                if taken > BYTES_KEPT:
                    with contextlib.suppress(OSError):
                        file.with_suffix(".json").unlink(missing_ok=True)
                        file.unlink(missing_ok=True)

    def _description_file(self, key: str) -> Path:
        return self.folder / f"{key}.json"


def _checked(description: object, key: str) -> tuple[tuple[int, int, int, int], PictureFacts]:
    """Shape and facts of a description of ours. ValueError for anything else."""
    if not isinstance(description, dict) or (description.get("format"), description.get("key")) != (
        FORMAT,
        key,
    ):
        raise ValueError("not of this key")
    shape = description.get("shape")
    if not isinstance(shape, list) or len(shape) != 4 or not all(type(side) is int for side in shape):
        raise ValueError("no shape")
    count, height, width, channels = shape
    if count < 1 or height != width or height not in IMAGE_SIZES or channels not in (1, 3, 4):
        raise ValueError("impossible shape")
    return (count, height, width, channels), PictureFacts.from_json(description.get("facts"))
