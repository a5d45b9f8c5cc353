"""How a stamp is printed: in one ink, or in two that run along the stroke or across the stamp; crisp or in pixels."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from studio.document.artwork import Brush, Edges, Stamp, Stroke

SHADES = 64  # of a gradient along a stroke: steps too small to be seen


@dataclass(frozen=True, slots=True)
class Finish:
    """``ink`` at the upper edge of a stamp and ``lower`` at its lower one, if that is another.

    ``inverted``: the dark parts of a grey stamp are ink.
    """

    ink: str
    lower: str | None = None
    edges: Edges = "crisp"
    inverted: bool = False

    @property
    def ends(self) -> tuple[str, str]:
        return self.ink, self.lower or self.ink


def finish_at(brush: Brush, share: float) -> Finish:
    """Of a dab so far along its stroke, 0 to 1."""
    if brush.gradient == "stamp":
        return Finish(brush.ink, brush.second_ink, brush.edges, brush.inverted)
    if brush.gradient == "stroke":
        step = round(share * (SHADES - 1)) / (SHADES - 1)
        return Finish(_mixed(brush.ink, brush.second_ink, step), None, brush.edges, brush.inverted)
    return Finish(brush.ink, None, brush.edges, brush.inverted)


def inked_parts(stamp: Stamp, *, inverted: bool) -> NDArray[np.uint8]:
    """(H, W, C): of a grey stamp how much ink lies where; colour as it is."""
    grey = stamp.pixels.shape[2] == 1
    return np.asarray(255 - stamp.pixels if grey and inverted else stamp.pixels)


def finishes_of(stroke: Stroke) -> list[Finish]:
    """Of each dab: the first has the first ink, the last the second."""
    count = len(stroke.dabs)
    if stroke.brush.gradient != "stroke":
        return [finish_at(stroke.brush, 0.0)] * count
    return [finish_at(stroke.brush, number / max(count - 1, 1)) for number in range(count)]


def middle_finish(brush: Brush) -> Finish:
    """What a small picture of the whole stroke is printed in."""
    return finish_at(brush, 0.5)


def _mixed(first: str, second: str, share: float) -> str:
    """As SVG mixes colours unless told otherwise: in sRGB."""
    pairs = [(int(first[at : at + 2], 16), int(second[at : at + 2], 16)) for at in (1, 3, 5)]
    return "#" + "".join(f"{round(one + share * (other - one)):02X}" for one, other in pairs)
