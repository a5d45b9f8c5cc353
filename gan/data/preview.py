"""A folder of pictures as the recipe panel shows it before anything is prepared: counts and a few squares.

The window asks for this at its start, so Pillow alone makes the squares: torchvision would load torch.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
from PIL import Image, ImageOps

from gan.data.dataset import some_of_each_class
from gan.data.image_folder import LICENCE, folder_key, picture_cache, stored_dataset
from gan.data.intake import BESIDE, NAMES_LISTED, class_names_of
from gan.data.parallel_decoding import decode_or_reason
from gan.data.picture_files import list_pictures, plain_text
from gan.data.shapes import picture_shapes
from gan.data.squares import Squarer, edge_colour, with_channels
from gan.events import DatasetSummary


def folder_summary(root: Path, image_size: int, fit: str) -> DatasetSummary:
    """From the cache where the folder was prepared before; else from file names, odd files not yet counted."""
    listing = list_pictures(root)
    stored = picture_cache().open(folder_key(root, listing, image_size, fit))
    if stored is not None:
        return stored_dataset(root, listing, stored, fit).summary()
    class_folders = sorted({file.class_folder for file in listing.files})
    place = {folder: index for index, folder in enumerate(class_folders)}
    labels = np.array([place[file.class_folder] for file in listing.files], dtype=np.int64)
    to_square = preview_squarer(image_size, fit)
    looked_at = (
        decode_or_reason(root / listing.files[index].name, image_size, to_square)
        for index in some_of_each_class(labels, len(class_folders))
    )
    pictures = [picture for picture in looked_at if not isinstance(picture, str)]
    channels = max((picture.shape[2] for picture in pictures), default=1)
    thumbnails = np.empty((len(pictures), image_size, image_size, channels), dtype=np.uint8)
    for index, picture in enumerate(pictures):
        thumbnails[index] = with_channels(picture, channels)
    title = plain_text(root.resolve().name)
    return DatasetSummary(
        name=title,
        title=title,
        picture_count=len(listing.files),
        class_names=class_names_of(class_folders),
        class_counts=np.bincount(labels, minlength=len(class_folders)).astype(np.int64),
        thumbnails=thumbnails,
        licence=LICENCE,
        image_size=image_size,
        fit=fit,
        skipped_count=len(listing.beside),
        skipped=tuple((plain_text(file.name), BESIDE) for file in listing.beside[:NAMES_LISTED]),
        shapes=picture_shapes(root, listing.files, image_size),
    )


def preview_squarer(image_size: int, fit: str) -> Squarer:
    """The same squares as :func:`gan.data.squares.squarer`, or nearly, without torch."""
    size, lanczos = (image_size, image_size), Image.Resampling.LANCZOS

    def cropped(picture: Image.Image) -> Image.Image:
        return ImageOps.fit(picture, size, lanczos)

    def padded(picture: Image.Image) -> Image.Image:
        return ImageOps.pad(picture, size, lanczos, color=_pad_colour(picture))

    def stretched(picture: Image.Image) -> Image.Image:
        return picture.resize(size, lanczos)

    return {"crop": cropped, "pad": padded, "stretch": stretched}[fit]


def _pad_colour(picture: Image.Image) -> int | tuple[int, ...]:
    levels = tuple(edge_colour(picture))
    return levels[0] if len(levels) == 1 else levels
