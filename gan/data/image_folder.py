"""A folder of pictures as a training set: subfolders are classes, odd files are skipped, counted and listed.

The pictures are decoded once, into a cache that is mapped into memory; after that a folder of any size opens at
once. Grey, RGB or RGBA is decided from the pictures.
"""

from __future__ import annotations

import time
from collections.abc import Generator
from contextlib import closing
from pathlib import Path

from gan import places
from gan.data.dataset import Dataset
from gan.data.intake import BESIDE, Intake
from gan.data.parallel_decoding import decoded_pictures
from gan.data.picture_cache import PictureCache, PictureFacts, PictureWriter, StoredPictures
from gan.data.picture_files import PictureListing, list_pictures, listing_key, no_pictures, plain_text
from gan.data.shapes import picture_shapes
from gan.data.squares import squarer
from gan.errors import Failure, FileError
from gan.events import DataPrepared
from gan.files import atomic_file, sweep_temporaries

LICENCE = "Your own pictures: their licence is yours to know"
REPORT_INTERVAL_S = 0.1
REPORTS_FROM_S = 0.5  # what takes less is not worth a word

Preparation = Generator[DataPrepared, None, Dataset]


def prepare_image_folder(root: Path, image_size: int, fit: str) -> Preparation:
    """Says how far it is while decoding, if that is still to do; ``close()`` stops it.

    UserError where there is no picture that can be used.
    """
    listing = list_pictures(root)
    cache = picture_cache()
    key = folder_key(root, listing, image_size, fit)
    stored = cache.open(key)
    if stored is None:
        yield from _fill(cache, key, root, listing, image_size, fit)
        stored = cache.open(key)
    if stored is None:
        raise FileError("cache-unusable", "The prepared pictures could not be read back from the disk.")
    return stored_dataset(root, listing, stored, fit)


def picture_cache() -> PictureCache:
    return PictureCache(places.cache_folder() / "pictures")


def folder_key(root: Path, listing: PictureListing, image_size: int, fit: str) -> str:
    return listing_key(root, [*listing.files, *listing.beside], image_size, fit)


def stored_dataset(root: Path, listing: PictureListing, stored: StoredPictures, fit: str) -> Dataset:
    """What the cache holds, as a training set."""
    title = plain_text(root.resolve().name)
    return Dataset(
        name=title,
        title=title,
        images=stored.images,
        labels=stored.labels,
        class_names=stored.facts.class_names,
        licence=LICENCE,
        fingerprint=stored.facts.fingerprint,
        fit=fit,
        skipped_count=stored.facts.skipped_count,
        skipped=stored.facts.skipped,
        shapes=picture_shapes(root, listing.files, stored.images.shape[1]),
        warnings=_warnings(stored.facts),
    )


def _fill(
    cache: PictureCache, key: str, root: Path, listing: PictureListing, image_size: int, fit: str
) -> Generator[DataPrepared, None, None]:
    """Decode everything into the cache, in the order of the listing."""
    cache.folder.mkdir(parents=True, exist_ok=True)
    sweep_temporaries(cache.folder)
    cache.make_room()
    to_square = squarer(image_size, fit)
    next_report_s = time.monotonic() + REPORTS_FROM_S
    with atomic_file(cache.pixels_file(key), durable=False) as out:
        writer = PictureWriter(out, image_size)
        intake = Intake(writer, image_size)
        for file in listing.beside:
            intake.skip(file, BESIDE)
        with closing(decoded_pictures(root, listing.files, image_size, to_square)) as pictures:
            for done, (file, picture) in enumerate(pictures, 1):
                intake.add(file, picture)
                if time.monotonic() >= next_report_s:
                    next_report_s = time.monotonic() + REPORT_INTERVAL_S
                    yield DataPrepared(done=done, total=len(listing.files))
        if not len(intake):
            raise no_pictures(root)
        facts = intake.finish()
    cache.describe(key, writer, image_size, facts)


def _warnings(facts: PictureFacts) -> tuple[Failure, ...]:
    if not facts.skipped_count:
        return ()
    return (
        Failure(
            code="pictures-skipped",
            sentence=f"{facts.skipped_count:,} of {facts.total:,} pictures could not be used.",
            values={"skipped": facts.skipped_count, "total": facts.total, "files": facts.skipped},
            details="\n".join(f"{name}: {reason}" for name, reason in facts.skipped),
        ),
    )
