"""IDX, the format of MNIST: packed or not, bounds and hash checked in memory, nothing written.

A file starts with two zero bytes, the kind of value (8 = unsigned byte, 12 = 32-bit integer) and the number of
dimensions, then the dimensions as big-endian 32-bit integers, then the values (http://yann.lecun.com/exdb/mnist).
"""

from __future__ import annotations

import gzip
import hashlib
import math
import struct
import zlib
from io import BufferedReader
from pathlib import Path
from typing import IO, Any

import numpy as np
from numpy.typing import NDArray

from gan.data.catalogue import title_of_file
from gan.data.catalogue_entry import IdxEntry, IdxSplit, PublishedFile
from gan.data.dataset import Dataset, fingerprint_of
from gan.data.published_files import find_published
from gan.errors import UserError

_GZIP_MAGIC = b"\x1f\x8b"
_BYTE, _INTEGER = np.dtype(np.uint8), np.dtype(">i4")
_KINDS = {_BYTE: 8, _INTEGER: 12}
_BYTES_LIMIT = 512 * 1024 * 1024
_SIDE_LIMIT = 1024


def read_idx(
    path: Path, dimensions: int, published: PublishedFile | None = None, dtype: np.dtype[Any] = _BYTE
) -> NDArray[Any]:
    """The values of one file, read-only; held against what is ``published`` of it."""
    digest = hashlib.sha256()
    try:
        with path.open("rb") as file:
            packed = file.read(2) == _GZIP_MAGIC
            file.seek(0)
            if packed:
                _check_packing(file, path.name, published)
                with gzip.open(file, "rb") as unpacked:
                    values = _parse(unpacked, path.name, dimensions, dtype, digest)
            else:
                values = _parse(file, path.name, dimensions, dtype, digest)
    except (EOFError, zlib.error, gzip.BadGzipFile):
        raise _refusal(path.name, "its packing is damaged") from None
    if published is not None:
        if published.size not in (None, 4 + 4 * dimensions + values.nbytes):
            raise _refusal(path.name, "it does not hold as many values as the published one")
        _check_content(digest.hexdigest(), path.name, published)
    return values


def _check_content(sha256: str, name: str, published: PublishedFile) -> None:
    if published.sha256 not in (None, sha256):
        raise _refusal(name, "its content is not the published one (SHA-256 differs)")
    if published.sha256 is None and (title := title_of_file(sha256)) is not None:
        raise _refusal(name, f"it belongs to {title}, whose files have the same names")


def _check_packing(file: BufferedReader, name: str, published: PublishedFile | None) -> None:
    """Where only the packed file's checksum is known, hold it against that."""
    if published is None or published.packed_md5 is None or published.sha256 is not None:
        return
    if (
        hashlib.file_digest(file, lambda: hashlib.md5(usedforsecurity=False)).hexdigest()
        != published.packed_md5
    ):
        raise _refusal(name, "it is not the published file (MD5 differs)")
    file.seek(0)


def _parse(
    file: IO[bytes] | gzip.GzipFile,
    name: str,
    dimensions: int,
    dtype: np.dtype[Any],
    digest: hashlib._Hash,
) -> NDArray[Any]:
    header = _read_exactly(file, 4 + 4 * dimensions, name)
    if header[:4] != bytes((0, 0, _KINDS[dtype], dimensions)):
        raise _refusal(name, f"it does not start like an IDX file of {dimensions} dimensions")
    shape = struct.unpack(f">{dimensions}I", header[4:])
    size = math.prod(shape) * dtype.itemsize
    if 0 in shape or size > _BYTES_LIMIT or any(side > _SIDE_LIMIT for side in shape[1:]):
        raise _refusal(name, f"its dimensions {shape} are out of bounds")
    body = _read_exactly(file, size, name)
    if file.read(1):
        raise _refusal(name, "it is longer than its header says")
    digest.update(header)
    digest.update(body)
    return np.frombuffer(body, dtype=dtype).reshape(shape)


def _read_exactly(file: IO[bytes] | gzip.GzipFile, size: int, name: str) -> bytes:
    content = file.read(size)
    if len(content) != size:
        raise _refusal(name, "it is shorter than its header says")
    return content


def _refusal(name: str, reason: str) -> UserError:
    return UserError("idx-refused", "{name} cannot be used: {reason}.", name=name, reason=reason)


def read_idx_split(entry: IdxEntry, split: IdxSplit, data_root: Path) -> Dataset:
    """Pictures and labels of one split, both checked against the catalogue."""
    images = read_idx(find_published(entry, split.images, data_root), 3, split.images)[..., np.newaxis]
    if entry.is_transposed:
        images = np.ascontiguousarray(images.swapaxes(1, 2))
    labels = _read_labels(entry, split.labels, data_root) - entry.first_label
    if len(images) != len(labels) or labels.min() < 0 or labels.max() >= len(entry.class_names):
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


def _read_labels(entry: IdxEntry, file: PublishedFile, data_root: Path) -> NDArray[np.int64]:
    """(N,), as they stand in the file; of QMNIST's eight columns the first is the class."""
    path = find_published(entry, file, data_root)
    if file.name.endswith("idx2-int"):
        return read_idx(path, 2, file, _INTEGER)[:, 0].astype(np.int64)
    return read_idx(path, 1, file).astype(np.int64)
