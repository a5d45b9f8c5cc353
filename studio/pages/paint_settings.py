"""The brush as it was left, between one start and the next."""

from __future__ import annotations

from studio.document.artwork import (
    LARGEST_BRUSH_PX,
    LARGEST_SPACING,
    SMALLEST_BRUSH_PX,
    SMALLEST_SPACING,
)
from studio.settings import Settings
from studio.widgets.brush_panel import BrushValues


def remembered_brush(settings: Settings) -> BrushValues:
    """What is out of range reads as the default."""
    first = BrushValues()
    turn, ink = settings.value("paint/turn", first.turn), settings.value("paint/ink", first.ink)
    return BrushValues(
        _within(
            settings.value("paint/size", first.size_px), SMALLEST_BRUSH_PX, LARGEST_BRUSH_PX, first.size_px
        ),
        _within(
            settings.value("paint/spacing", first.spacing), SMALLEST_SPACING, LARGEST_SPACING, first.spacing
        ),
        _within(settings.value("paint/opacity", first.opacity), 0.0, 1.0, first.opacity),
        turn if turn in ("fixed", "stroke") else first.turn,
        ink if len(ink) == 7 and ink.startswith("#") else first.ink,
    )


def remember_brush(settings: Settings, values: BrushValues) -> None:
    settings.set_value("paint/size", values.size_px)
    settings.set_value("paint/spacing", values.spacing)
    settings.set_value("paint/opacity", values.opacity)
    settings.set_value("paint/turn", values.turn)
    settings.set_value("paint/ink", values.ink)


def _within(value: float, least: float, most: float, default: float) -> float:
    return value if least <= value <= most else default
