"""What happened to a run at a moment, and where its label finds room. No Qt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

LABEL_GAP_PX = 4
ROWS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartMark:
    """A change that a person made, or a note of the doctor's."""

    step: int
    kind: Literal["change", "note"]
    label: str  # a few words
    sentence: str = ""  # the whole of it, for the tooltip


@dataclass(frozen=True, slots=True)
class LabelPlace:
    """The left end of a label, and its row from the top."""

    left: float
    row: int


def places_for_labels(
    lines: Sequence[float], widths: Sequence[float], left: float, right: float
) -> list[LabelPlace | None]:
    """Each label stands at the left of its line, or at the right where the edge is near; none overlaps another.

    A label that finds no row is left out (None). The newest, at the right, choose first.
    """
    found: dict[int, LabelPlace] = {}
    for index in sorted(range(len(lines)), key=lambda one: -lines[one]):
        if (place := _free_place(lines[index], widths[index], left, right, found, widths)) is not None:
            found[index] = place
    return [found.get(index) for index in range(len(lines))]


def _free_place(
    line: float,
    width: float,
    left: float,
    right: float,
    taken: dict[int, LabelPlace],
    widths: Sequence[float],
) -> LabelPlace | None:
    if not left <= line <= right:
        return None
    start = line - LABEL_GAP_PX - width
    if start < left:
        start = line + LABEL_GAP_PX
    for row in range(ROWS):
        overlaps = any(
            place.row == row
            and start < place.left + widths[other] + LABEL_GAP_PX
            and place.left < start + width + LABEL_GAP_PX
            for other, place in taken.items()
        )
        if not overlaps:
            return LabelPlace(start, row)
    return None
