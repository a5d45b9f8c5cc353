"""The versions of a document before the last ones: beside it, two of them, the newest first."""

from __future__ import annotations

import contextlib
import os
import secrets
from itertools import pairwise
from pathlib import Path

from gan.files import TEMPORARY_SUFFIX, atomic_write

COUNT = 2
LONGEST_NAME_BYTES = 255


def backup_files(path: Path) -> list[Path]:
    """Where they lie or would lie, the newest first."""
    return [_backup_file(path, number) for number in range(1, COUNT + 1)]


def keep_backup(path: Path) -> None:
    """Make what lies at ``path`` its newest backup, which it stays when the file is replaced. OSError.

    ``path`` itself is there all the time. Where it is that already, since the last save did not come so far,
    no older version is pushed out.
    """
    backups = backup_files(path)
    if not path.is_file() or _is_same(path, backups[0]):
        return
    for newer, older in reversed(list(pairwise(backups))):
        with contextlib.suppress(FileNotFoundError):
            newer.replace(older)
    _copy(path, backups[0])


def _is_same(path: Path, backup: Path) -> bool:
    if not backup.is_file() or backup.stat().st_size != path.stat().st_size:
        return False
    return backup.samefile(path) or backup.read_bytes() == path.read_bytes()


def _copy(source: Path, target: Path) -> None:
    """A second name for the same content costs nothing; not every file system knows that."""
    temporary = target.with_name(f".{secrets.token_hex(8)}{TEMPORARY_SUFFIX}")
    try:
        os.link(source, temporary)
    except OSError:
        atomic_write(target, source.read_bytes())
        return
    try:
        temporary.replace(target)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise


def _backup_file(path: Path, number: int) -> Path:
    ending = f" (backup {number}){path.suffix}"
    stem = path.stem.encode()[: LONGEST_NAME_BYTES - len(ending.encode())].decode(errors="ignore")
    return path.with_name(stem + ending)
