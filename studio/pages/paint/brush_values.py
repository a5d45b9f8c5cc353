"""From what the panel shows to the brush of a document, and back."""

from __future__ import annotations

from dataclasses import asdict, replace

from studio.document.artwork import Brush
from studio.widgets.canvas.brush_panel import BrushValues


def brush_from(values: BrushValues) -> Brush:
    """The panel offers nothing that a brush refuses."""
    return Brush(**asdict(values))


def values_from(brush: Brush) -> BrushValues:
    """The panel writes colours in small letters."""
    values = BrushValues(**asdict(brush))
    return replace(values, ink=values.ink.lower(), second_ink=values.second_ink.lower())


def pen_for_type(values: BrushValues) -> Brush:
    """What is left of a brush where there is no stroke: size, opacity, inks and edges."""
    usual = Brush()
    return replace(
        brush_from(values),
        spacing=usual.spacing,
        turn="fixed",
        scatter=0.0,
        turn_jitter=0.0,
        size_jitter=0.0,
        pressure="none",
    )
