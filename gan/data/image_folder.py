"""A folder of pictures as a training set: subfolders are classes, odd files are skipped and counted.

The pictures come from strangers: only plain files are opened, links are not followed, the format is told
by content and from a short list, the size is known before anything is decoded, and whatever goes wrong
with one picture costs that picture only.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageOps

from gan.data.dataset import Dataset, fingerprint_of
from gan.errors import Failure, UserError

FORMATS = ("PNG", "JPEG", "WEBP", "BMP", "GIF")
_SUFFIXES = (".png", ".jpg", ".jpeg", ".webp", ".bmp", ".gif")
_PIXELS_LIMIT = 64_000_000
_FILE_BYTES_LIMIT = 256 * 1024 * 1024
_PICTURES_LIMIT = 200_000
_CLASSES_LIMIT = 1024
_NAMES_LISTED = 100


@dataclass(frozen=True, slots=True)
class _Candidate:
    path: Path
    class_folder: str


class _Skipped(Exception):
    """Why one file is not used."""


def read_image_folder(root: Path, image_size: int = 28) -> Dataset:
    """All usable pictures as squares of ``image_size``: grey where every picture is grey, else RGB."""
    candidates = list(_candidates(root))
    if len(candidates) > _PICTURES_LIMIT:
        raise UserError(
            "too-many-pictures",
            "This folder holds {count:,} pictures; {limit:,} can be used at most.",
            count=len(candidates),
            limit=_PICTURES_LIMIT,
        )
    pictures: list[NDArray[np.uint8]] = []
    folders: list[str] = []
    skipped: list[tuple[str, str]] = []
    for candidate in candidates:
        try:
            pictures.append(read_square(candidate.path, image_size))
            folders.append(candidate.class_folder)
        except Exception as error:  # a decoder may raise anything on a file made to break it
            reason = str(error) if isinstance(error, _Skipped) else "it could not be decoded"
            skipped.append((plain_text(str(candidate.path.relative_to(root))), reason))
    if not pictures:
        raise UserError(
            "no-pictures", "There is no picture in {folder} that can be used.", folder=plain_text(root.name)
        )
    return _assemble(root, pictures, folders, _warnings(skipped, len(candidates)))


def _candidates(root: Path) -> Iterator[_Candidate]:
    """Files that are named like pictures, in a stable order; classes only where subfolders hold some."""
    entries = sorted(root.iterdir())
    beside = [_Candidate(path, "") for path in _picture_files(root, [path.name for path in entries])]
    inside = []
    for entry in entries:
        if not entry.name.startswith(".") and stat.S_ISDIR(entry.lstat().st_mode):
            for folder, folders, names in os.walk(entry, followlinks=False):
                folders.sort()
                inside += [_Candidate(path, entry.name) for path in _picture_files(Path(folder), names)]
    yield from inside or beside


def _picture_files(folder: Path, names: list[str]) -> Iterator[Path]:
    for name in sorted(names):
        if name.lower().endswith(_SUFFIXES) and not name.startswith("."):
            yield folder / name


def read_square(path: Path, image_size: int) -> NDArray[np.uint8]:
    """One picture, its middle cut out as a square: ``(image_size, image_size, 3)``."""
    status = path.lstat()
    if not stat.S_ISREG(status.st_mode):
        raise _Skipped("it is a link or not a plain file")
    if status.st_size > _FILE_BYTES_LIMIT:
        raise _Skipped("the file is larger than 256 MB")
    with Image.open(path, formats=FORMATS) as image:
        if image.width * image.height > _PIXELS_LIMIT:
            raise _Skipped("it has more than 64 million pixels")
        image.draft(image.mode, (2 * image_size, 2 * image_size))  # JPEG decodes at a fraction of its size
        square = ImageOps.fit(
            _as_rgb(ImageOps.exif_transpose(image)), (image_size, image_size), Image.Resampling.LANCZOS
        )
    return np.asarray(square, dtype=np.uint8)


def _as_rgb(image: Image.Image) -> Image.Image:
    """Three channels; what is transparent lies on white paper; 16-bit grey keeps its range."""
    if image.mode.startswith("I"):
        return Image.fromarray(
            (np.asarray(image, dtype=np.int64).clip(0, 65535) >> 8).astype(np.uint8)
        ).convert("RGB")
    if image.has_transparency_data:
        picture = image.convert("RGBA")
        paper = Image.new("RGBA", picture.size, "white")
        return Image.alpha_composite(paper, picture).convert("RGB")
    return image.convert("RGB")


def _assemble(
    root: Path, pictures: list[NDArray[np.uint8]], folders: list[str], warnings: tuple[Failure, ...]
) -> Dataset:
    images = np.stack(pictures)
    if (images == images[..., :1]).all():
        images = images[..., :1].copy()
    used = sorted(set(folders))
    if len(used) > _CLASSES_LIMIT:
        raise UserError(
            "too-many-classes",
            "This folder has {count:,} subfolders with pictures; {limit:,} classes can be used at most.",
            count=len(used),
            limit=_CLASSES_LIMIT,
        )
    place = {folder: index for index, folder in enumerate(used)}
    labels = np.array([place[folder] for folder in folders], dtype=np.int64)
    class_names = _distinct([plain_text(folder)[:200] or "pictures" for folder in used])
    return Dataset(
        name=plain_text(root.resolve().name),
        title=plain_text(root.resolve().name),
        images=images,
        labels=labels,
        class_names=class_names,
        licence="Your own pictures: their licence is yours to know",
        fingerprint=fingerprint_of(images, labels, class_names),
        warnings=warnings,
    )


def _warnings(skipped: list[tuple[str, str]], total: int) -> tuple[Failure, ...]:
    if not skipped:
        return ()
    return (
        Failure(
            code="pictures-skipped",
            sentence=f"{len(skipped):,} of {total:,} pictures could not be read.",
            values={"skipped": len(skipped), "total": total, "files": tuple(skipped[:_NAMES_LISTED])},
            details="\n".join(f"{name}: {reason}" for name, reason in skipped[:_NAMES_LISTED]),
        ),
    )


def _distinct(names: list[str]) -> tuple[str, ...]:
    """Names that became equal when they were cleaned get a number."""
    result: list[str] = []
    for name in names:
        twins = sum(other == name or other.startswith(f"{name} (") for other in result)
        result.append(f"{name} ({twins + 1})" if name in result else name)
    return tuple(result)


def plain_text(file_name: str) -> str:
    """A file's name fit for showing and storing: bytes that are not UTF-8 and control signs replaced."""
    text = file_name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    return "".join(sign if sign.isprintable() else "\ufffd" for sign in text)
