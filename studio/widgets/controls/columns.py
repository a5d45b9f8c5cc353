"""Equal columns across a width, so that bars and pictures of the same classes stand above each other."""

from __future__ import annotations

GAP_PX, NARROW_GAP_PX = 8.0, 3.0
NARROW_BELOW_PX = 28  # columns this thin stand closer together and lose their small print


def column(width: float, count: int, index: int) -> tuple[float, float]:
    """Left edge and width of one of ``count`` columns."""
    pitch, gap = _pitch(width, count)
    return index * pitch, pitch - gap


def column_at(width: float, count: int, x: float) -> int | None:
    """The column at ``x``, the gap to its right included."""
    if count == 0:
        return None
    index = int(x // _pitch(width, count)[0])
    return index if 0 <= index < count else None


def _pitch(width: float, count: int) -> tuple[float, float]:
    roomy = (width + GAP_PX) / max(count, 1)
    gap = GAP_PX if roomy - GAP_PX >= NARROW_BELOW_PX else NARROW_GAP_PX
    return (width + gap) / max(count, 1), gap
