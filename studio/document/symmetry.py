"""Strokes that are painted several times at once: in mirrors, or around a point."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from studio.document.artwork import Stroke
from studio.document.stroke_edits import Similarity, mirrored, transformed

SymmetryKind = Literal["none", "vertical", "horizontal", "both", "rotational"]
FEWEST_TURNS, MOST_TURNS = 2, 12


@dataclass(frozen=True, slots=True)
class Symmetry:
    """``x``, ``y``: where the axes cross, in document pixels. ``vertical``: the mirror stands upright."""

    kind: SymmetryKind = "none"
    x: float = 0.0
    y: float = 0.0
    turns: int = 6

    def all_of(self, stroke: Stroke) -> tuple[Stroke, ...]:
        """The stroke and its copies. UserError if one would lie too far away."""
        if self.kind == "rotational":
            angles = [360 * number / self.turns for number in range(1, self.turns)]
            turned = (transformed(stroke, Similarity(self.x, self.y, turn=angle)) for angle in angles)
            return (stroke, *turned)
        beside = mirrored(stroke, self.x)
        below = transformed(mirrored(stroke, self.x), Similarity(self.x, self.y, turn=180))
        across = transformed(stroke, Similarity(self.x, self.y, turn=180))
        return {
            "none": (stroke,),
            "vertical": (stroke, beside),
            "horizontal": (stroke, below),
            "both": (stroke, beside, below, across),
        }[self.kind]


NO_SYMMETRY = Symmetry()
