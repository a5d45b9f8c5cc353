"""Files: the one way to write them, hashes, strict JSON."""

from __future__ import annotations

import contextlib
import errno
import hashlib
import json
import os
import secrets
import shutil
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO, BinaryIO

from gan.errors import FileError, UserError

TEMPORARY_SUFFIX = ".latent-part"
_PATIENCE_S = 2.0
_JSON_DEPTH_LIMIT = 64


def atomic_write(path: Path, write: Callable[[BinaryIO], None] | bytes, *, durable: bool = True) -> None:
    """Give ``path`` its whole new content or leave the old one, whatever happens in between.

    ``write`` is the content, or receives the open file (seekable, binary). ``durable=False`` leaves out
    the waits for the disk: for files that only a running program reads. Raises OSError.
    """
    with atomic_file(path, durable=durable) as file:
        if isinstance(write, bytes):
            file.write(write)
        else:
            write(file)


@contextlib.contextmanager
def atomic_file(path: Path, *, durable: bool = True) -> Iterator[BinaryIO]:
    """The file behind :func:`atomic_write`, for content that comes bit by bit: open to write and to read back.

    ``path`` gets it when the block ends; an exception there leaves ``path`` as it was.
    """
    target = Path(os.path.realpath(path))  # a link keeps pointing where it does
    if target.exists() and not target.is_file():
        raise FileError("not-a-file", "{name} is not a file that can be replaced.", name=target.name)
    # The name is short and says nothing of the target, whose own may fill all 255 bytes.
    temporary = target.with_name(f".{secrets.token_hex(8)}{TEMPORARY_SUFFIX}")
    try:
        with temporary.open("x+b") as file:
            _mark_as_in_use(file)
            yield file
            file.flush()
            if durable:
                os.fsync(file.fileno())
            if sys.platform != "win32":
                temporary.replace(target)  # still open and locked: no sweep can take it from us
        if sys.platform == "win32":
            _replace_patiently(temporary, target)
    except BaseException as error:
        with contextlib.suppress(OSError):
            temporary.unlink()
        _name_as_wanted(error, temporary, path)
        raise
    if durable:
        _sync_folder(target.parent)


@contextlib.contextmanager
def whole_folder(path: Path) -> Iterator[Path]:
    """A folder to fill that becomes ``path``, which is new or an empty folder, when the block ends.

    An exception there leaves nothing behind. Raises OSError.
    """
    path = path.absolute()
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{secrets.token_hex(8)}{TEMPORARY_SUFFIX}")
    try:
        temporary.mkdir()
        yield temporary
        if path.exists():
            path.rmdir()  # Windows replaces no folder, not even an empty one
        temporary.rename(path)
    except BaseException as error:
        shutil.rmtree(temporary, ignore_errors=True)
        _name_as_wanted(error, temporary, path)
        raise
    _sync_folder(path.parent)


def _name_as_wanted(error: BaseException, temporary: Path, path: Path) -> None:
    """Let an error of the system speak of ``path``, which a person chose, and not of the name it has meanwhile."""
    if not isinstance(error, OSError):
        return
    for name in ("filename", "filename2"):
        place = getattr(error, name)
        if isinstance(place, str | Path) and (Path(place) == temporary or temporary in Path(place).parents):
            setattr(error, name, str(path / Path(place).relative_to(temporary)))


def _mark_as_in_use(file: IO[bytes]) -> None:
    """Hold a lock that the system drops when this process dies; Windows keeps open files by itself."""
    if sys.platform != "win32":
        import fcntl

        with contextlib.suppress(OSError):  # some network file systems know no locks
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _replace_patiently(temporary: Path, target: Path) -> None:
    """Windows refuses while another program, a virus scanner mostly, has the target open."""
    deadline = time.monotonic() + _PATIENCE_S
    while True:
        try:
            temporary.replace(target)
            return
        except PermissionError:
            if time.monotonic() > deadline:
                raise
            threading.Event().wait(0.05)


def _sync_folder(folder: Path) -> None:
    """Make the new name itself survive a power cut; Windows cannot open folders and needs no such step."""
    if sys.platform == "win32":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in (errno.EINVAL, errno.ENOTSUP):  # file systems without this operation
            raise
    finally:
        os.close(descriptor)


def sweep_temporaries(folder: Path) -> int:
    """Remove what killed writers left directly in ``folder``; how many. Files in use stay."""
    swept = 0
    with contextlib.suppress(OSError):
        for entry in list(folder.iterdir()):
            if entry.name.endswith(TEMPORARY_SUFFIX) and entry.name.startswith("."):
                swept += _remove_if_stale(entry)
    return swept


def _remove_if_stale(temporary: Path) -> bool:
    try:
        if temporary.is_symlink() or not temporary.is_file():
            return False
        if sys.platform != "win32":
            import fcntl

            with temporary.open("rb") as file:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                temporary.unlink()
        else:
            temporary.unlink()
    except OSError:
        return False
    return True


def sha256_of(content: bytes | Path) -> str:
    """The SHA-256 of some bytes or of a file, in hexadecimal."""
    if isinstance(content, Path):
        with content.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    return hashlib.sha256(content).hexdigest()


def parse_json_strictly(text: str | bytes) -> object:
    """Standard JSON only: UTF-8, no NaN or Infinity, no key twice, nothing nested deeper than 64."""
    try:
        decoded = text.decode("utf-8") if isinstance(text, bytes) else text
        value = json.loads(
            decoded, object_pairs_hook=_unique, parse_constant=_refuse_constant, parse_float=_finite
        )
    except _Refused as error:
        raise UserError("json-refused", "This JSON cannot be used: {reason}.", reason=str(error)) from None
    except (UnicodeDecodeError, json.JSONDecodeError, RecursionError, ValueError) as error:
        raise UserError("json-refused", "This is not JSON: {reason}.", reason=str(error)) from None
    if _deeper_than(value, _JSON_DEPTH_LIMIT):
        raise UserError("json-refused", "This JSON cannot be used: {reason}.", reason="nested too deeply")
    return value


class _Refused(ValueError):
    """A construct that Python's parser accepts and we do not."""


def _unique(pairs: list[tuple[str, object]]) -> dict[str, object]:
    result = dict(pairs)
    if len(result) != len(pairs):
        raise _Refused("a key occurs twice")
    return result


def _refuse_constant(name: str) -> object:
    raise _Refused(f"{name} is not a number")


def _finite(text: str) -> float:
    value = float(text)
    if value in (float("inf"), float("-inf")):
        raise _Refused(f"{text} is too large")
    return value


def _deeper_than(value: object, limit: int) -> bool:
    level = [value]
    for _ in range(limit):
        level = [
            child
            for item in level
            if isinstance(item, dict | list)
            for child in (item.values() if isinstance(item, dict) else item)
        ]
        if not level:
            return False
    return True


def dump_json(value: object) -> bytes:
    """Readable, stable UTF-8 JSON; ValueError for NaN and Infinity."""
    return (json.dumps(value, ensure_ascii=False, allow_nan=False, indent=2) + "\n").encode("utf-8")
