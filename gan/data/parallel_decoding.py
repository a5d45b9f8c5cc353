"""Many picture files decoded at once, by threads: Pillow decodes and scales outside Python's lock.

Worker processes were no faster on two cores, start more slowly, and would each load torch for its transforms.
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Generator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from gan.data.decoding import PictureRefused, opened_picture
from gan.data.picture_files import PictureFile
from gan.data.squares import Squarer, fewest_channels

_MOST_WORKERS = 8
_AT_ONCE = 16  # pictures: few, so that stopping takes no longer than decoding these

PictureOrReason = NDArray[np.uint8] | str


def decoded_pictures(
    root: Path, files: list[PictureFile], image_size: int, to_square: Squarer
) -> Generator[tuple[PictureFile, PictureOrReason], None, None]:
    """Each file with its picture, or with why it is not used; in order, and only a few ahead of who asks."""
    workers = min(_MOST_WORKERS, os.cpu_count() or 1)
    pool = ThreadPoolExecutor(workers, thread_name_prefix="decoding")
    try:
        waiting: deque[Future[list[tuple[PictureFile, PictureOrReason]]]] = deque()
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
) -> list[tuple[PictureFile, PictureOrReason]]:
    return [(file, decode_or_reason(root / file.name, image_size, to_square)) for file in files]


def decode_or_reason(path: Path, image_size: int, to_square: Squarer) -> PictureOrReason:
    """One picture as a square (H, W, 1, 3 or 4), or why it cannot be used."""
    try:
        with opened_picture(path, image_size) as picture:
            return fewest_channels(to_square(picture))
    except PictureRefused as refusal:
        return str(refusal)
    except Exception:  # a decoder may raise anything on a file made to break it
        return "it could not be decoded"
