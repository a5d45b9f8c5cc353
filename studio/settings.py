"""What the window remembers between starts: small typed values in an INI file."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar, cast

from PySide6.QtCore import QByteArray, QSettings

T = TypeVar("T", bool, int, float, str, QByteArray, list[str])

_TRUTH = {"true": True, "false": False}


class Settings:
    """Values by key, such as "explore/variety"; what is missing or damaged reads as the default."""

    def __init__(self, path: Path) -> None:
        self._store = QSettings(str(path), QSettings.Format.IniFormat)

    def value(self, key: str, default: T) -> T:
        """The stored value, of the same type as ``default``."""
        stored = self._store.value(key)
        if stored is None:
            return default
        try:
            return cast(T, _read_as(type(default), stored))
        except (ValueError, KeyError):
            return default

    def set_value(self, key: str, value: bool | int | float | str | QByteArray | list[str]) -> None:
        self._store.setValue(key, value)

    def save(self) -> None:
        """Write now; Qt also does so by itself now and then."""
        self._store.sync()


def _read_as(kind: type, stored: object) -> object:
    """An INI file knows texts, byte arrays and lists of texts; one text in a list comes back bare."""
    if kind is list:
        return [str(item) for item in stored] if isinstance(stored, list) else [str(stored)]
    if kind is QByteArray:
        if not isinstance(stored, QByteArray):
            raise ValueError(stored)
        return stored
    if isinstance(stored, list | QByteArray):
        raise ValueError(stored)
    if kind is bool:
        return _TRUTH[str(stored).lower()]
    return kind(stored)
