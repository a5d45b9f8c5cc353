"""Failures as values: a code, its values and one English sentence a person can act on."""

from __future__ import annotations

import traceback
from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """What went wrong, for the window to translate and the terminal to print."""

    code: str
    sentence: str
    values: Mapping[str, object] = field(default_factory=dict)
    details: str = ""


class GanError(Exception):
    """A failure this program knows and can explain; raise one of its two children."""

    def __init__(self, code: str, sentence: str, **values: object) -> None:
        self.failure = Failure(code=code, sentence=sentence.format(**values), values=values)
        super().__init__(self.failure.sentence)


class UserError(GanError, ValueError):
    """Input that cannot be used."""


class FileError(GanError, OSError):
    """A file that cannot be read or written."""


def describe(error: BaseException) -> Failure:
    """The failure behind any exception: a known one keeps its sentence, an unknown one gets a general one."""
    if isinstance(error, GanError):
        return error.failure
    details = "".join(traceback.format_exception(error))
    if isinstance(error, MemoryError):
        return Failure(code="out-of-memory", sentence="There is not enough memory for this.", details=details)
    if isinstance(error, OSError) and error.strerror:
        place = f" ({error.filename})" if error.filename else ""
        return Failure(code="file-trouble", sentence=f"{error.strerror}{place}.", details=details)
    return Failure(code="unexpected", sentence="Something unexpected went wrong.", details=details)
