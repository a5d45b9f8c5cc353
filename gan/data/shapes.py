"""What shapes the pictures of a folder have: told from the heads of some of the files, before anything is decoded."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from gan.data.decoding import picture_size
from gan.data.picture_files import PictureFile
from gan.events import PictureShapes

MOST_LOOKED_AT = 1000


def picture_shapes(root: Path, files: list[PictureFile], image_size: int) -> PictureShapes:
    """Of up to MOST_LOOKED_AT files, spread evenly; those whose head cannot be read are left out."""
    places = np.unique(np.linspace(0, len(files) - 1, min(len(files), MOST_LOOKED_AT)).round().astype(int))
    sizes = [size for place in places if (size := _size_or_none(root / files[place].name)) is not None]
    return PictureShapes(
        looked_at=len(sizes),
        not_square=sum(width != height for width, height in sizes),
        smaller=sum(min(size) < image_size for size in sizes),
    )


def _size_or_none(path: Path) -> tuple[int, int] | None:
    try:
        return picture_size(path)
    except Exception:  # a reader may raise anything on a file made to break it
        return None
