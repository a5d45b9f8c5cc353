"""IDX, the format of MNIST: packed or not, bounds and hash checked in memory, nothing written.

A file starts with two zero bytes, the kind of value (8 = unsigned byte) and the number of dimensions,
then the dimensions as big-endian 32-bit integers, then the values (http://yann.lecun.com/exdb/mnist).
"""

from __future__ import annotations

import gzip
import hashlib
import math
import struct
import zlib
from pathlib import Path
from typing import IO

import numpy as np
from numpy.typing import NDArray

from gan.data.catalogue import CatalogueEntry, IdxFile, Split
from gan.data.dataset import Dataset, fingerprint_of
from gan.errors import FileError, UserError

_GZIP_MAGIC = b"\x1f\x8b"
_UNSIGNED_BYTE = 8
_BYTES_LIMIT = 512 * 1024 * 1024
_SIDE_LIMIT = 1024


def read_idx(path: Path, dimensions: int, sha256: str | None = None) -> NDArray[np.uint8]:
    """The values of one file of unsigned bytes, read-only; ``sha256`` is that of the unpacked file."""
    digest = hashlib.sha256()
    try:
        with path.open("rb") as file:
            packed = file.read(2) == _GZIP_MAGIC
            file.seek(0)
            if packed:
                with gzip.open(file, "rb") as unpacked:
                    values = _parse(unpacked, path.name, dimensions, digest)
            else:
                values = _parse(file, path.name, dimensions, digest)
    except (EOFError, zlib.error, gzip.BadGzipFile):
        raise _refusal(path.name, "its packing is damaged") from None
    if sha256 is not None and digest.hexdigest() != sha256:
        raise _refusal(path.name, "its content is not the published one (SHA-256 differs)")
    return values


def _parse(
    file: IO[bytes] | gzip.GzipFile, name: str, dimensions: int, digest: hashlib._Hash
) -> NDArray[np.uint8]:
    header = _read_exactly(file, 4 + 4 * dimensions, name)
    if header[:4] != bytes((0, 0, _UNSIGNED_BYTE, dimensions)):
        raise _refusal(name, f"it does not start like an IDX file of {dimensions} dimensions")
    shape = struct.unpack(f">{dimensions}I", header[4:])
    if 0 in shape or math.prod(shape) > _BYTES_LIMIT or any(side > _SIDE_LIMIT for side in shape[1:]):
        raise _refusal(name, f"its dimensions {shape} are out of bounds")
    body = _read_exactly(file, math.prod(shape), name)
    if file.read(1):
        raise _refusal(name, "it is longer than its header says")
    digest.update(header)
    digest.update(body)
    return np.frombuffer(body, dtype=np.uint8).reshape(shape)


def _read_exactly(file: IO[bytes] | gzip.GzipFile, size: int, name: str) -> bytes:
    content = file.read(size)
    if len(content) != size:
        raise _refusal(name, "it is shorter than its header says")
    return content


def _refusal(name: str, reason: str) -> UserError:
    return UserError("idx-refused", "{name} cannot be used: {reason}.", name=name, reason=reason)


def find_idx(entry: CatalogueEntry, file: IdxFile, data_root: Path) -> Path:
    """Where a file lies: as torchvision lays it out, or directly in the root; unpacked before packed."""
    for folder in (data_root / entry.folder / "raw", data_root):
        for name in (file.name, file.name + ".gz"):
            if (folder / name).is_file():
                return folder / name
    raise FileError(
        "dataset-missing",
        "There is no {file} of {title} under {root}.",
        file=file.name,
        title=entry.title,
        root=str(data_root),
    )


def read_split(entry: CatalogueEntry, split: Split, data_root: Path) -> Dataset:
    """Pictures and labels of one split, both checked against the catalogue."""
    images = read_idx(find_idx(entry, split.images, data_root), 3, split.images.sha256)[..., np.newaxis]
    labels = read_idx(find_idx(entry, split.labels, data_root), 1, split.labels.sha256).astype(np.int64)
    if len(images) != len(labels) or labels.max() >= len(entry.class_names):
        raise _refusal(split.labels.name, "its labels do not fit the pictures")
    return Dataset(
        name=entry.name,
        title=entry.title,
        images=images,
        labels=labels,
        class_names=entry.class_names,
        licence=entry.licence,
        fingerprint=fingerprint_of(images, labels, entry.class_names),
    )
