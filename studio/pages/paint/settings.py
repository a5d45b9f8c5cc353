"""The brush as it was left, between one start and the next."""

from __future__ import annotations

import re
from dataclasses import asdict

from studio.document.artwork import (
    FARTHEST_SCATTER,
    LARGEST_BRUSH_PX,
    LARGEST_SPACING,
    LARGEST_TURN,
    SMALLEST_BRUSH_PX,
    SMALLEST_SPACING,
)
from studio.settings import Settings
from studio.widgets.canvas.brush_panel import BrushValues

_KEYS = {"size_px": "size"}
_RANGES = {
    "size_px": (SMALLEST_BRUSH_PX, LARGEST_BRUSH_PX),
    "spacing": (SMALLEST_SPACING, LARGEST_SPACING),
    "opacity": (0.0, 1.0),
    "scatter": (0.0, FARTHEST_SCATTER),
    "turn_jitter": (0.0, LARGEST_TURN),
    "size_jitter": (0.0, 1.0),
}
_CHOICES = {
    "turn": ("fixed", "stroke"),
    "gradient": ("none", "stroke", "stamp"),
    "edges": ("crisp", "pixels"),
    "pressure": ("none", "size", "opacity", "style"),
}
_COLOUR = re.compile(r"#[0-9a-f]{6}")


def remembered_brush(settings: Settings) -> BrushValues:
    """What is out of range reads as the default."""
    first = asdict(BrushValues())
    found = {name: settings.value(_key(name), default) for name, default in first.items()}
    return BrushValues(
        **{name: value if _fits(name, value) else first[name] for name, value in found.items()}
    )


def remember_brush(settings: Settings, values: BrushValues) -> None:
    for name, value in asdict(values).items():
        settings.set_value(_key(name), value)


def _key(name: str) -> str:
    return f"paint/{_KEYS.get(name, name)}"


def _fits(name: str, value: float | str) -> bool:
    if isinstance(value, bool):
        return True
    if isinstance(value, str):
        return value in _CHOICES[name] if name in _CHOICES else _COLOUR.fullmatch(value) is not None
    least, most = _RANGES[name]
    return least <= value <= most
