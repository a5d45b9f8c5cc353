"""Kept pictures as PNG files that a drag takes along into other programs."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable
from pathlib import Path

from gan import places
from studio.pages.picture_menu import Picture, write_png
from studio.shelf import Kept

log = logging.getLogger(__name__)
MOST_FILES = 64


def drag_files(pictures: Iterable[Kept]) -> list[Path]:
    """A file for each, in a folder of which only the newest drags are kept; none where they cannot be written."""
    folder = places.cache_folder() / "dragged"
    files = []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for kept in pictures:
            path = folder / f"{_file_name(kept)}.png"
            write_png(path, Picture(kept.latent, kept.pixels))
            files.append(path)
        _forget_older(folder, {*files})
    except OSError:
        log.exception("a dragged picture could not be written as a file")
    return files


def _file_name(kept: Kept) -> str:
    plain = re.sub(r"[^\w -]", "", kept.name).strip()[:40] or "picture"
    return f"{plain} {kept.key}"


def _forget_older(folder: Path, kept: set[Path]) -> None:
    """Another program may still be copying what was dragged last."""
    old = sorted(set(folder.glob("*.png")) - kept, key=lambda path: path.stat().st_mtime_ns, reverse=True)
    for path in old[MOST_FILES:]:
        path.unlink(missing_ok=True)
