"""What the settings remember of Explore: where one stood, and the anchors and points of each generator."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

import numpy as np

from gan.anchors import LEAST_WEIGHT, MOST_WEIGHT, Anchor
from gan.config import GeneratorInfo
from gan.errors import GanError
from gan.latents import Latent
from studio.settings import Settings
from studio.widgets.pad.pad_path import PadPath

MOST_ANCHORS = 64
FURTHEST_PLACE = 3.0  # the rim of a sheet of anchors
NOTHING = [""]  # an empty list comes back as none at all


class ExploreMemory:
    """Reads what is sound and fits a generator; what is damaged reads as the first start."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    def text(self, name: str, default: str) -> str:
        """A word as it was written."""
        return self._settings.value(f"explore/{name}", default)

    def write(self, name: str, value: str | int | float | list[str]) -> None:
        self._settings.set_value(f"explore/{name}", value)

    def number(self, name: str, default: float, least: float, most: float) -> float:
        """A number between two others, if it is one."""
        value = self._settings.value(f"explore/{name}", default)
        return min(max(value, least), most) if math.isfinite(value) else default

    def latent(self) -> Latent | None:
        """The style that was sent and the class mix."""
        return _latent(self._settings.value("explore/style_and_mix", ""))

    def axes(self, name: str) -> tuple[str, str] | None:
        """Two directions that were on the pad."""
        axes = self._settings.value(f"explore/{name}", NOTHING)
        return (axes[0], axes[1]) if len(axes) == 2 == len(set(axes)) else None

    def steps(self, furthest: float) -> dict[str, float]:
        """How far one had gone along directions beside the pad."""
        steps: dict[str, float] = {}
        for entry in self._settings.value("explore/beside", NOTHING):
            name, _, number = entry.partition(" ")
            if (step := _number(number)) is not None and abs(step) <= furthest:
                steps[name] = step
        return steps

    def anchors(self, info: GeneratorInfo) -> tuple[Anchor, ...]:
        """Those of this generator."""
        entries = self._settings.value(_key("anchors", info), NOTHING)[:MOST_ANCHORS]
        anchors = [_anchor(entry) for entry in entries]
        return tuple(anchor for anchor in anchors if anchor is not None and _fits(anchor.latent, info))

    def points(self, info: GeneratorInfo) -> tuple[Latent, ...]:
        """Three latents of this generator, or none."""
        latents = [_latent(text) for text in self._settings.value(_key("points", info), NOTHING)]
        fitting = tuple(latent for latent in latents if latent is not None and _fits(latent, info))
        return fitting if len(fitting) == 3 else ()

    def path(self, furthest: float) -> PadPath:
        """The path over the pad, or none."""
        kind, *entries = self._settings.value("explore/path", NOTHING)
        numbers = [[_number(text) for text in entry.split(" ")] for entry in entries]
        places = [
            (u, v)
            for u, v in (pair for pair in numbers if len(pair) == 2)
            if u is not None and v is not None and max(abs(u), abs(v)) <= furthest
        ]
        return PadPath(places, closed=kind == "closed")

    def write_path(self, path: PadPath) -> None:
        places = [f"{u!r} {v!r}" for u, v in path.keys]
        self._settings.set_value("explore/path", ["closed" if path.closed else "open", *places])

    def write_latent(self, style: np.ndarray | None, mix: np.ndarray) -> None:
        """A style that was sent, if one was, and the class mix."""
        origin = style if style is not None else np.zeros(1, dtype=np.float32)
        self._settings.set_value("explore/style_and_mix", Latent(origin, mix).to_text())

    def write_steps(self, steps: Mapping[str, float]) -> None:
        self._settings.set_value(
            "explore/beside", [f"{name} {step:.3f}" for name, step in steps.items()] or NOTHING
        )

    def write_anchors(self, info: GeneratorInfo, anchors: Sequence[Anchor], points: Sequence[Latent]) -> None:
        """For the next time that this generator is open."""
        entries = [f"{a.place[0]!r} {a.place[1]!r} {a.weight:.3f} {a.latent.to_text()}" for a in anchors]
        for key, values in (("anchors", entries), ("points", [latent.to_text() for latent in points])):
            if values or self._settings.value(_key(key, info), NOTHING) != NOTHING:  # most never have any
                self._settings.set_value(_key(key, info), values or NOTHING)


def _key(kind: str, info: GeneratorInfo) -> str:
    """Settings are grouped by slashes."""
    return f"explore-{kind}/{info.name.replace('/', '_') or 'unnamed'}"


def _anchor(entry: str) -> Anchor | None:
    *numbers, text = entry.split(" ")
    latent, values = _latent(text), [_number(number) for number in numbers]
    if latent is None or len(values) != 3 or any(value is None for value in values):
        return None
    u, v, weight = (value for value in values if value is not None)
    is_sound = max(abs(u), abs(v)) <= FURTHEST_PLACE and LEAST_WEIGHT <= weight <= MOST_WEIGHT
    return Anchor((u, v), latent, weight) if is_sound else None


def _number(text: str) -> float | None:
    try:
        number = float(text)
    except ValueError:
        return None
    return number if math.isfinite(number) else None


def _latent(text: str) -> Latent | None:
    try:
        return Latent.from_text(text)
    except GanError:
        return None


def _fits(latent: Latent, info: GeneratorInfo) -> bool:
    return latent.z.size == info.model.z_size and latent.mix.size == info.model.classes
