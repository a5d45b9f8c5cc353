"""A folder of pictures as a training set: subfolders are classes, odd files are skipped, counted and listed.

The pictures are decoded once, by threads (Pillow decodes and scales outside Python's lock), into a cache that is
mapped into memory; after that a folder of any size opens at once. Grey, RGB or RGBA is decided from the pictures.
"""

from __future__ import annotations

import hashlib
import os
import time
from collections import deque
from collections.abc import Generator, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from gan import places
from gan.data.dataset import Dataset
from gan.data.decoding import PictureRefused, opened_picture
from gan.data.picture_cache import PictureCache, PictureWriter, StoredPictures
from gan.data.picture_files import (
    PictureFile,
    PictureListing,
    list_pictures,
    listing_key,
    no_pictures,
    plain_text,
)
from gan.data.squares import Squarer, fewest_channels, squarer
from gan.errors import Failure, FileError
from gan.events import DataPrepared
from gan.files import atomic_file, sweep_temporaries

LICENCE = "Your own pictures: their licence is yours to know"
_REPORT_INTERVAL_S = 0.1
_REPORTS_FROM_S = 0.5  # what takes less is not worth a word
_NAMES_LISTED = 100
_MOST_WORKERS = 8
_AT_ONCE = 16  # pictures: few, so that stopping takes no longer than decoding these

Preparation = Generator[DataPrepared, None, Dataset]
Skipped = tuple[str, str]


def prepare_image_folder(root: Path, image_size: int, fit: str) -> Preparation:
    """Says how far it is while decoding, if that is still to do; ``close()`` stops it.

    UserError where there is no picture that can be used.
    """
    listing = list_pictures(root)
    cache = PictureCache(places.cache_folder() / "pictures")
    key = folder_key(root, listing, image_size, fit)
    stored = cache.open(key)
    if stored is None:
        yield from _fill(cache, key, root, listing, image_size, fit)
        stored = cache.open(key)
    if stored is None:
        raise FileError("cache-unusable", "The prepared pictures could not be read back from the disk.")
    return stored_dataset(root, stored, fit)


def folder_key(root: Path, listing: PictureListing, image_size: int, fit: str) -> str:
    return listing_key(root, [*listing.files, *listing.beside], image_size, fit)


def stored_dataset(root: Path, stored: StoredPictures, fit: str) -> Dataset:
    """What the cache holds, as a training set."""
    facts = stored.facts
    title = plain_text(root.resolve().name)
    return Dataset(
        name=title,
        title=title,
        images=stored.images,
        labels=stored.labels,
        class_names=tuple(facts["class_names"]),
        licence=LICENCE,
        fingerprint=facts["fingerprint"],
        fit=fit,
        skipped_count=facts["skipped_count"],
        warnings=_warnings(facts),
    )


def _fill(
    cache: PictureCache, key: str, root: Path, listing: PictureListing, image_size: int, fit: str
) -> Generator[DataPrepared, None, None]:
    """Decode everything into the cache, in the order of the listing."""
    cache.folder.mkdir(parents=True, exist_ok=True)
    sweep_temporaries(cache.folder)
    cache.make_room()
    total = len(listing.files)
    skipped: list[Skipped] = [(file.name, "it lies beside the class folders") for file in listing.beside]
    folders: list[str] = []
    digest = hashlib.sha256(f"pictures 1: {image_size}".encode())
    to_square = squarer(image_size, fit)
    next_report_s = time.monotonic() + _REPORTS_FROM_S
    with atomic_file(cache.pixels_file(key), durable=False) as out:
        writer = PictureWriter(out, image_size)
        for done, (file, picture) in enumerate(_decoded(root, listing.files, image_size, to_square), 1):
            if isinstance(picture, str):
                skipped.append((file.name, picture))
            else:
                writer.add(picture)
                digest.update(b"%d" % picture.shape[2] + picture.tobytes())
                folders.append(file.class_folder)
            if time.monotonic() >= next_report_s:
                next_report_s = time.monotonic() + _REPORT_INTERVAL_S
                yield DataPrepared(done=done, total=total)
        if not folders:
            raise no_pictures(root)
        class_folders = sorted(set(folders))
        place = {folder: index for index, folder in enumerate(class_folders)}
        labels = np.array([place[folder] for folder in folders], dtype=np.int64)
        writer.finish(labels)
    class_names = class_names_of(class_folders)
    digest.update(labels.astype("<i8").tobytes() + repr(class_names).encode())
    facts = {
        "class_names": class_names,
        "fingerprint": digest.hexdigest(),
        "skipped_count": len(skipped),
        "total": total + len(listing.beside),
        "skipped": [[plain_text(name), reason] for name, reason in skipped[:_NAMES_LISTED]],
    }
    cache.describe(key, writer, image_size, facts)


def _decoded(
    root: Path, files: list[PictureFile], image_size: int, to_square: Squarer
) -> Iterator[tuple[PictureFile, NDArray[np.uint8] | str]]:
    """Each file with its picture, or with why it is not used; in order, and only a few ahead of who asks."""
    workers = min(_MOST_WORKERS, os.cpu_count() or 1)
    pool = ThreadPoolExecutor(workers, thread_name_prefix="decoding")
    try:
        waiting: deque[Future[list[tuple[PictureFile, NDArray[np.uint8] | str]]]] = deque()
        for start in range(0, len(files), _AT_ONCE):
            waiting.append(pool.submit(_decode, root, files[start : start + _AT_ONCE], image_size, to_square))
            if len(waiting) > 2 * workers:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()
    finally:
        pool.shutdown(cancel_futures=True)


def _decode(
    root: Path, files: list[PictureFile], image_size: int, to_square: Squarer
) -> list[tuple[PictureFile, NDArray[np.uint8] | str]]:
    return [(file, decode_or_reason(root / file.name, image_size, to_square)) for file in files]


def decode_or_reason(path: Path, image_size: int, to_square: Squarer) -> NDArray[np.uint8] | str:
    """One picture as a square (H, W, 1, 3 or 4), or why it cannot be used."""
    try:
        with opened_picture(path, image_size) as picture:
            return fewest_channels(to_square(picture))
    except PictureRefused as refusal:
        return str(refusal)
    except Exception:  # a decoder may raise anything on a file made to break it
        return "it could not be decoded"


def _warnings(facts: Mapping[str, Any]) -> tuple[Failure, ...]:
    skipped, total = facts["skipped_count"], facts["total"]
    if not skipped:
        return ()
    files = tuple((name, reason) for name, reason in facts["skipped"])
    return (
        Failure(
            code="pictures-skipped",
            sentence=f"{skipped:,} of {total:,} pictures could not be used.",
            values={"skipped": skipped, "total": total, "files": files},
            details="\n".join(f"{name}: {reason}" for name, reason in files),
        ),
    )


def class_names_of(class_folders: list[str]) -> tuple[str, ...]:
    """Fit for showing; names that became equal when they were cleaned get a number."""
    result: list[str] = []
    for folder in class_folders:
        name = plain_text(folder)[:190] or "pictures"
        twins = sum(other == name or other.startswith(f"{name} (") for other in result)
        result.append(f"{name} ({twins + 1})" if name in result else name)
    return tuple(result)
