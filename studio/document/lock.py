"""Who has a file open: a lock beside it, which the death of its program loosens."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QLockFile

LONGEST_NAME_BYTES = 240


class FileLock:
    """Holds one file until it is let go."""

    def __init__(self, path: Path, lock: QLockFile) -> None:
        self.path = path
        self._lock = lock

    @classmethod
    def take(cls, path: Path) -> FileLock | None:
        """None: a program that runs has it, this one or another.

        Where no lock can be written, as in a folder that is read-only, the file is held without one.
        """
        lock = QLockFile(str(lock_file(path)))
        lock.setStaleLockTime(0)  # a painting may be open for days: only the end of its program loosens it
        is_taken = lock.tryLock(0) or lock.error() != QLockFile.LockError.LockFailedError
        return cls(path, lock) if is_taken else None

    def let_go(self) -> None:
        self._lock.unlock()


def lock_file(path: Path) -> Path:
    """Hidden, beside the file, and named after it."""
    name = path.name.encode()[:LONGEST_NAME_BYTES].decode(errors="ignore")
    return path.with_name(f".{name}.lock")


def same_file(first: Path, second: Path) -> bool:
    """Whether two paths lead to one file; where there is none yet, whether it would be one."""
    try:
        return first.samefile(second)
    except OSError:
        return first.absolute() == second.absolute()
