"""What people call the principal directions of generators: names beside their directions, in one small file.

A generator is known by its fingerprint. One that is not known, such as fresh weights of a run or an earlier moment
of it, takes the names of directions that are nearly its own.
"""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from gan.errors import FileError, GanError
from gan.files import atomic_write, dump_json, parse_json_strictly, sha256_of
from gan.latents import PrincipalDirections

FORMAT_VERSION = 1
SAME_COSINE = 0.9  # beyond chance by far: random directions of 64 numbers have about 0.1
LONGEST_NAME = 40
MOST_DIRECTIONS, MOST_GENERATORS = 64, 200
LARGEST_FILE = 64 * 2**20
_FINGERPRINT = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Named:
    """The principal directions of one generator and their names, "" for one without."""

    directions: PrincipalDirections
    names: tuple[str, ...]

    def names_for(self, others: PrincipalDirections) -> tuple[str, ...]:
        """The names of those of ``others`` that are nearly the same."""
        places = self.directions.places_of(others, SAME_COSINE)
        return tuple("" if place is None else self.names[place] for place in places)


class DirectionNames:
    """Immutable: naming gives another value."""

    def __init__(self, generators: Mapping[str, Named] | None = None) -> None:
        self._generators = dict(generators or {})  # by fingerprint, the one named longest ago first

    def of(self, fingerprint: str, directions: PrincipalDirections) -> tuple[str, ...]:
        """The names of a generator's directions; of one that is not known from the newest that has some of them."""
        if (known := self._generators.get(fingerprint)) is not None:
            return known.names
        for other in reversed(self._generators.values()):
            if any(names := other.names_for(directions)):
                return names
        return ("",) * len(directions)

    def knows(self, fingerprint: str) -> bool:
        """Whether that very generator was given names."""
        return fingerprint in self._generators

    def with_names(
        self, fingerprint: str, directions: PrincipalDirections, names: Sequence[str]
    ) -> DirectionNames:
        """That generator's names anew; where there are too many generators, the one named longest ago goes."""
        kept = list(self.without(fingerprint)._generators.items())[-(MOST_GENERATORS - 1) :]
        return DirectionNames({**dict(kept), fingerprint: Named(directions, tuple(map(tidy, names)))})

    def without(self, fingerprint: str) -> DirectionNames:
        """That generator is gone."""
        return DirectionNames({key: named for key, named in self._generators.items() if key != fingerprint})

    def to_json(self) -> dict[str, object]:
        return {
            fingerprint: {
                "names": list(named.names),
                "vectors": _in_text(named.directions.vectors),
                "shares": _in_text(named.directions.shares),
            }
            for fingerprint, named in self._generators.items()
        }


def tidy(name: str) -> str:
    """One line without blanks around it, cut where it is too long to stand beside a slider."""
    return " ".join(name.split())[:LONGEST_NAME].rstrip()


def write_names(path: Path, names: DirectionNames) -> None:
    """Raises OSError; the old file then stays."""
    content = names.to_json()
    whole = {"format_version": FORMAT_VERSION, "sha256": sha256_of(dump_json(content)), "generators": content}
    atomic_write(path, dump_json(whole))


def read_names(path: Path) -> DirectionNames:
    """An absent file knows no names. FileError, with the file untouched, when it cannot be trusted."""
    if not path.exists():
        return DirectionNames()
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise ValueError("too large")
        return _parsed(parse_json_strictly(path.read_bytes()))
    except (GanError, ValueError, KeyError, TypeError, binascii.Error) as error:
        raise FileError("names-unreadable", "The names of directions could not be read.") from error


def _parsed(content: object) -> DirectionNames:
    if not isinstance(content, dict) or set(content) != {"format_version", "sha256", "generators"}:
        raise ValueError("no names")
    generators = content["generators"]
    if content["format_version"] != FORMAT_VERSION or not isinstance(generators, dict):
        raise ValueError("made with another version")
    if sha256_of(dump_json(generators)) != content["sha256"] or len(generators) > MOST_GENERATORS:
        raise ValueError("changed on the disk")
    if not all(map(_FINGERPRINT.fullmatch, generators)):
        raise ValueError("not a generator")
    return DirectionNames({fingerprint: _named(entry) for fingerprint, entry in generators.items()})


def _named(entry: dict[str, object]) -> Named:
    names, vectors, shares = entry["names"], entry["vectors"], entry["shares"]
    if not isinstance(names, list) or not 0 < len(names) <= MOST_DIRECTIONS:
        raise ValueError("no names")
    if not all(isinstance(name, str) and name == tidy(name) for name in names):
        raise ValueError("not a name")
    directions = PrincipalDirections(_numbers(vectors).reshape(len(names), -1), _numbers(shares))
    return Named(directions, tuple(names))


def _in_text(values: np.ndarray) -> str:
    return base64.b64encode(values.astype("<f4").tobytes()).decode("ascii")


def _numbers(text: object) -> np.ndarray:
    if not isinstance(text, str):
        raise ValueError("no numbers")
    numbers = np.frombuffer(base64.b64decode(text, validate=True), dtype="<f4")
    if not np.isfinite(numbers).all():
        raise ValueError("not finite")
    return numbers
