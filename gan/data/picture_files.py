"""Which files of a folder are pictures to learn from, and of which class: names and sizes only, nothing is opened."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from gan.errors import UserError

_SUFFIXES = (".png", ".jpg", ".jpeg", ".webp", ".bmp", ".gif")
_PICTURES_LIMIT = 2_000_000
_CLASSES_LIMIT = 1024


class PictureFile(NamedTuple):
    """``name`` is relative to the folder; ``class_folder`` is "" where there are no classes. Small: there are many."""

    name: str
    class_folder: str
    size: int
    modified_ns: int
    is_plain: bool


class PictureListing(NamedTuple):
    """``beside``: pictures that lie beside the class folders and so belong to none."""

    files: list[PictureFile]
    beside: list[PictureFile]


def list_pictures(root: Path) -> PictureListing:
    """Everything named like a picture, in a stable order. UserError where there is none, or too many to use."""
    outside, inside = _listed(root)
    listing = PictureListing(inside, outside) if inside else PictureListing(outside, [])
    if not listing.files:
        raise no_pictures(root)
    if len(listing.files) > _PICTURES_LIMIT:
        raise UserError(
            "too-many-pictures",
            "This folder holds {count:,} pictures; {limit:,} can be used at most.",
            count=len(listing.files),
            limit=_PICTURES_LIMIT,
        )
    classes = len({file.class_folder for file in listing.files})
    if classes > _CLASSES_LIMIT:
        raise UserError(
            "too-many-classes",
            "This folder has {count:,} subfolders with pictures; {limit:,} classes can be used at most.",
            count=classes,
            limit=_CLASSES_LIMIT,
        )
    return listing


def no_pictures(root: Path) -> UserError:
    return UserError(
        "no-pictures",
        "There is no picture in {folder} that can be used.",
        folder=plain_text(root.resolve().name),
    )


def _listed(root: Path) -> tuple[list[PictureFile], list[PictureFile]]:
    """Pictures directly in the folder, and pictures in its subfolders at any depth."""
    entries = sorted(root.iterdir())
    outside = list(_picture_files(root, "", (entry.name for entry in entries), ""))
    inside: list[PictureFile] = []
    for entry in entries:
        if not entry.name.startswith(".") and stat.S_ISDIR(entry.lstat().st_mode):
            for folder, folders, names in os.walk(entry, followlinks=False):
                folders.sort()
                inside += _picture_files(root, os.path.relpath(folder, root), names, entry.name)
    return outside, inside


def _picture_files(root: Path, folder: str, names: Iterable[str], class_folder: str) -> Iterator[PictureFile]:
    for name in sorted(names):
        if name.lower().endswith(_SUFFIXES) and not name.startswith("."):
            relative = os.path.join(folder, name)  # noqa: PTH118  # half a million Path objects take their time
            status = os.lstat(root / relative)
            plain = stat.S_ISREG(status.st_mode)
            yield PictureFile(relative, class_folder, status.st_size, status.st_mtime_ns, plain)


def listing_key(root: Path, files: Iterable[PictureFile], *options: object) -> str:
    """Names a folder as it is now: another name, size or time of change anywhere gives another key."""
    digest = hashlib.sha256(os.fsencode(root.resolve()))
    digest.update(repr(options).encode())
    for file in files:
        digest.update(os.fsencode(file.name))
        digest.update(b"\0%d %d %d\0" % (file.size, file.modified_ns, file.is_plain))
    return digest.hexdigest()


def plain_text(file_name: str) -> str:
    """A file's name fit for showing and storing: bytes that are not UTF-8 and control signs replaced."""
    text = file_name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    return "".join(sign if sign.isprintable() else "\ufffd" for sign in text)
