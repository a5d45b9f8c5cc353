"""USPS in LIBSVM's text format: a label from 1 and ``place:value`` for each pixel, values in [-1, 1]."""

from __future__ import annotations

import bz2
import hashlib
import re
from pathlib import Path
from typing import IO

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from gan.data.catalogue_entry import LibsvmEntry, LibsvmSplit
from gan.data.dataset import Dataset, fingerprint_of
from gan.data.published_files import find_published
from gan.errors import UserError

IMAGE_SIZE = 28
_BZIP2_MAGIC = b"BZh"
_LINE_LIMIT = 64 * 1024
_VALUE = re.compile(rb"-?[0-9]{1,2}(\.[0-9]{1,20})?(e-[0-9]{1,2})?", re.IGNORECASE)


def read_libsvm_split(entry: LibsvmEntry, split: LibsvmSplit, data_root: Path) -> Dataset:
    """Pictures of one split, enlarged to 28 pixels like the rest of the family."""
    path = find_published(entry, split.file, data_root)
    small, labels = read_libsvm(path, entry.side, split.pictures, split.file.packed_md5)
    if labels.max() >= len(entry.class_names):
        raise _refusal(path.name, "it has labels of no class")
    size = (IMAGE_SIZE, IMAGE_SIZE)
    enlarged = [
        np.asarray(Image.fromarray(picture).resize(size, Image.Resampling.BICUBIC)) for picture in small
    ]
    return Dataset(
        name=entry.name,
        title=entry.title,
        images=np.stack(enlarged)[..., np.newaxis],
        labels=labels,
        class_names=entry.class_names,
        licence=entry.licence,
        fingerprint=fingerprint_of(small, labels, entry.class_names),
    )


def read_libsvm(
    path: Path, side: int, pictures: int, packed_md5: str | None = None
) -> tuple[NDArray[np.uint8], NDArray[np.int64]]:
    """Pixels ``(pictures, side, side)`` and labels from 0; packed by bzip2 or not. UserError on anything else."""
    try:
        with path.open("rb") as file:
            packed = file.read(3) == _BZIP2_MAGIC
            file.seek(0)
            if not packed:
                return _parse(file, path.name, side, pictures)
            if packed_md5 is not None:
                digest = hashlib.file_digest(file, lambda: hashlib.md5(usedforsecurity=False))
                if digest.hexdigest() != packed_md5:
                    raise _refusal(path.name, "it is not the published file (MD5 differs)")
                file.seek(0)
            with bz2.open(file, "rb") as unpacked:
                return _parse(unpacked, path.name, side, pictures)
    except UserError:
        raise
    except (EOFError, OSError) as error:
        if isinstance(error, OSError) and error.errno is not None:
            raise
        raise _refusal(path.name, "its packing is damaged") from None


def _parse(
    file: IO[bytes] | bz2.BZ2File, name: str, side: int, pictures: int
) -> tuple[NDArray[np.uint8], NDArray[np.int64]]:
    pixels = np.empty((pictures, side * side), dtype=np.uint8)
    labels = np.empty(pictures, dtype=np.int64)
    for index in range(pictures):
        line = file.readline(_LINE_LIMIT)
        if not line.strip() or len(line) == _LINE_LIMIT:
            raise _refusal(name, f"line {index + 1} is missing or too long")
        labels[index], pixels[index] = _parse_line(line, name, index + 1, side * side)
    if file.read(1):
        raise _refusal(name, f"it has more than {pictures:,} lines")
    return pixels.reshape(pictures, side, side), labels


def _parse_line(line: bytes, name: str, number: int, count: int) -> tuple[int, NDArray[np.uint8]]:
    label, *fields = line.split()
    pairs = [field.partition(b":") for field in fields]
    sound = (
        label.isdigit()
        and len(label) <= 4
        and int(label) >= 1
        and [place for place, _, _ in pairs] == [b"%d" % place for place in range(1, count + 1)]
        and all(_VALUE.fullmatch(value) for _, _, value in pairs)
    )
    if not sound:
        raise _refusal(name, f"line {number} is not a label and {count} values")
    values = np.array([float(value) for _, _, value in pairs], dtype=np.float32)
    if np.abs(values).max() > 1.0:
        raise _refusal(name, f"line {number} has values outside -1 to 1")
    return int(label) - 1, ((values + 1) / 2 * 255).astype(np.uint8)


def _refusal(name: str, reason: str) -> UserError:
    return UserError("libsvm-refused", "{name} cannot be used: {reason}.", name=name, reason=reason)
