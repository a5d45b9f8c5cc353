"""Runs a write in a forked child and lets one fault happen at one of its file operations.

The interpreter reports every call of a C function to a profiler, before and after; the child's profiler
counts those that touch files, whoever makes them, and acts at the one that was asked for.
"""

from __future__ import annotations

import errno
import os
import resource
import signal
import sys
from collections.abc import Callable
from pathlib import Path

Write = Callable[[Path], None]

FILE_OPERATIONS = frozenset(
    {
        *("open", "close", "read", "read1", "readinto", "seek", "write", "writelines", "flush", "truncate"),
        *("fsync", "flock", "replace", "rename", "link", "unlink", "remove", "mkdir", "rmdir"),
        *("listdir", "scandir", "stat", "lstat", "fstat", "readlink"),
    }
)
ERRORS = (errno.ENOSPC, errno.EIO, errno.EDQUOT, errno.EACCES)

FINISHED, REFUSED, BROKEN, KILLED = "finished", "refused", "broken", "killed"
_CODES = {FINISHED: 0, REFUSED: 3, BROKEN: 4}


def _in_child(write: Write, folder: Path, prepare: Callable[[], None]) -> str:
    """How a child ended that made its fault ready and wrote."""
    process = os.fork()
    if process == 0:
        ending = BROKEN
        try:
            prepare()
            write(folder)
            ending = FINISHED
        except OSError:
            ending = REFUSED
        except BaseException as error:
            os.write(2, f"{type(error).__name__}: {error}\n".encode())
        finally:
            sys.setprofile(None)
            os._exit(_CODES[ending])
    _, status = os.waitpid(process, 0)
    if os.WIFSIGNALED(status):
        return KILLED if os.WTERMSIG(status) == signal.SIGKILL else f"signal {os.WTERMSIG(status)}"
    return {code: ending for ending, code in _CODES.items()}[os.WEXITSTATUS(status)]


def killed_at(write: Write, folder: Path, point: int) -> str:
    """kill -9 at the n-th moment just before or just after a file operation."""

    def act(number: int) -> None:
        if number == point:
            os.kill(os.getpid(), signal.SIGKILL)

    return _in_child(write, folder, lambda: _watch(act, ("c_call", "c_return")))


def refused_at(write: Write, folder: Path, point: int, error_number: int) -> str:
    """The n-th file operation fails once with this error."""

    def act(number: int) -> None:
        if number == point:
            raise OSError(error_number, os.strerror(error_number))

    return _in_child(write, folder, lambda: _watch(act, ("c_call",)))


def _watch(act: Callable[[int], None], events: tuple[str, ...]) -> None:
    seen = 0

    def profile(frame: object, event: str, function: object) -> None:
        nonlocal seen
        if event in events and getattr(function, "__name__", "") in FILE_OPERATIONS:
            seen += 1
            act(seen)

    sys.setprofile(profile)


def with_files_no_longer_than(write: Write, folder: Path, size: int) -> str:
    """The system itself refuses every byte after these, from then on (EFBIG)."""

    def prepare() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))

    return _in_child(write, folder, prepare)


def with_open_files_used_up(write: Write, folder: Path) -> str:
    """The system itself refuses to open anything, from then on (EMFILE)."""
    return _in_child(write, folder, lambda: resource.setrlimit(resource.RLIMIT_NOFILE, (3, 3)))


def with_folder_gone(write: Write, folder: Path) -> str:
    """The folder vanishes for the time of the write and comes back."""
    away = folder.with_name(folder.name + ".away")
    folder.rename(away)
    try:
        return _in_child(write, folder, lambda: None)
    finally:
        away.rename(folder)
