"""Brushes that a person keeps by name: how they set dabs, what happens along a stroke, and the pictures they set.

One small JSON file holds them all, with a hash. It is read without trust.
"""

from __future__ import annotations

import stat
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any, get_args

from gan.errors import FileError, GanError
from gan.files import atomic_write, dump_json, parse_json_strictly, sha256_of
from gan.latents import Latent
from studio.document.along import Along
from studio.document.artwork import Brush

FORMAT_VERSION = 1
MOST_PRESETS, LONGEST_NAME, LONGEST_TEXT = 64, 40, 64
LARGEST_FILE = 16 * 2**20
_BRUSH_FIELDS = tuple(field.name for field in fields(Brush))


@dataclass(frozen=True, slots=True)
class BrushPreset:
    """``text`` counts in a sequence, ``any_class`` among random styles, ``chance`` there and in a drift.

    ``start`` and ``target``: the pictures, as places in a latent space; without them whatever is in the hand.
    """

    name: str
    brush: Brush
    along: Along = "fixed"
    text: str = ""
    any_class: bool = False
    chance: int = 0
    start: Latent | None = None
    target: Latent | None = None

    def __post_init__(self) -> None:
        if not isinstance(self.name, str) or self.name != tidy(self.name) or not self.name.isprintable():
            raise ValueError("not a name")
        if not self.name or self.along not in get_args(Along):
            raise ValueError("not a way along a stroke")
        if not isinstance(self.text, str) or len(self.text) > LONGEST_TEXT:
            raise ValueError("not a sequence")
        if type(self.any_class) is not bool or type(self.chance) is not int or not 0 <= self.chance < 2**63:
            raise ValueError("not a seed")

    @property
    def latents(self) -> list[Latent]:
        """Of its own pictures, the one it starts with first."""
        return [each for each in (self.start, self.target) if each is not None]


def tidy(name: str) -> str:
    """One line of what can be seen, without blanks around it, cut where it is too long."""
    words = ("".join(filter(str.isprintable, word)) for word in name.split())
    return " ".join(filter(None, words))[:LONGEST_NAME].rstrip()


def write_presets(path: Path, presets: Sequence[BrushPreset]) -> None:
    """Raises OSError; the old file then stays."""
    content = [_to_json(preset) for preset in presets]
    whole = {"format_version": FORMAT_VERSION, "sha256": sha256_of(dump_json(content)), "presets": content}
    path.parent.mkdir(parents=True, exist_ok=True)
    atomic_write(path, dump_json(whole))


def read_presets(path: Path) -> tuple[BrushPreset, ...]:
    """An absent file holds none. FileError, with the file untouched, when it cannot be trusted."""
    if not path.exists():
        return ()
    try:
        info = path.stat()
        if not stat.S_ISREG(info.st_mode) or info.st_size > LARGEST_FILE:
            raise ValueError("not a file of ours")
        return _parsed(parse_json_strictly(path.read_bytes()))
    except (GanError, ValueError, KeyError, TypeError) as error:
        raise FileError("presets-unreadable", "The brush presets could not be read.") from error


def _to_json(preset: BrushPreset) -> dict[str, Any]:
    return {
        "name": preset.name,
        "brush": asdict(preset.brush),
        "along": preset.along,
        "text": preset.text,
        "any_class": preset.any_class,
        "chance": preset.chance,
        "start": None if preset.start is None else preset.start.to_text(),
        "target": None if preset.target is None else preset.target.to_text(),
    }


def _parsed(content: object) -> tuple[BrushPreset, ...]:
    if not isinstance(content, dict) or set(content) != {"format_version", "sha256", "presets"}:
        raise ValueError("no presets")
    presets = content["presets"]
    if content["format_version"] != FORMAT_VERSION or not isinstance(presets, list):
        raise ValueError("made with another version")
    if sha256_of(dump_json(presets)) != content["sha256"] or len(presets) > MOST_PRESETS:
        raise ValueError("changed on the disk")
    return tuple(map(_from_json, presets))


def _from_json(entry: Mapping[str, Any]) -> BrushPreset:
    names = {field.name for field in fields(BrushPreset)}
    if set(entry) != names or set(entry["brush"]) != set(_BRUSH_FIELDS):
        raise ValueError("not a preset")
    latents = {name: _latent(entry[name]) for name in ("start", "target")}
    return BrushPreset(**{**entry, "brush": Brush(**entry["brush"]), **latents})


def _latent(text: object) -> Latent | None:
    if text is None:
        return None
    if not isinstance(text, str):
        raise ValueError("not a latent")
    return Latent.from_text(text)
