"""From the points a hand goes through to dabs: placed by arc length, so that speed changes nothing."""

from __future__ import annotations

from math import hypot

import numpy as np
from numpy.typing import NDArray

from studio.document.artwork import (
    DAB_ANGLE,
    DAB_SIZE,
    DAB_STAMP,
    DAB_X,
    DAB_Y,
    FARTHEST_PX,
    MOST_DABS,
    Brush,
    Stamp,
    Stroke,
)

ERASER_SPACING = 0.1  # as a share of the size: so dense that its round dabs leave a smooth edge


class StrokeBuilder:
    """Grows one stroke point by point. A dab falls at its start and every ``spacing x size`` of the way.

    With several stamps, dab i of n takes the stamp i/(n - 1) of the way through them: whatever its length,
    the whole stroke travels from the first stamp to the last.
    """

    def __init__(
        self, brush: Brush, stamps: tuple[Stamp, ...], *, erases: bool = False, seed: int = 0
    ) -> None:
        self.brush = brush
        self.stamps = () if erases else stamps
        self._kind = "erase" if erases else "ink"
        self._seed = seed
        spacing = ERASER_SPACING if erases else brush.spacing
        self.step_px = spacing * brush.size_px
        self._reach = max(2.0, brush.size_px / 4) if brush.turn == "stroke" and not erases else 0.0
        self._points: list[tuple[float, float]] = []
        self._travelled: list[float] = []

    @property
    def is_empty(self) -> bool:
        return not self._points

    @property
    def length_px(self) -> float:
        return self._travelled[-1] if self._travelled else 0.0

    def add(self, x: float, y: float) -> bool:
        """One more point; False if it adds nothing: it repeats the last one, or the stroke is too long."""
        x, y = (min(max(value, -FARTHEST_PX), FARTHEST_PX) for value in (x, y))
        if not self._points:
            self._points.append((x, y))
            self._travelled.append(0.0)
            return True
        last_x, last_y = self._points[-1]
        total = self.length_px + hypot(x - last_x, y - last_y)
        if total == self.length_px or total / self.step_px >= MOST_DABS - 1 or len(self._points) >= MOST_DABS:
            return False
        self._points.append((x, y))
        self._travelled.append(total)
        return True

    def settled_count(self) -> int:
        """How many dabs no further point can change, unless their stamps travel."""
        if len(self.stamps) > 1:
            return 0
        return self._count(self.length_px - self._reach)

    def dabs(self) -> NDArray[np.float32]:
        """All dabs so far, (N, 5): x, y, size, angle, stamp index."""
        count = self._count(self.length_px)
        places = np.arange(count, dtype=np.float64) * self.step_px
        dabs = np.zeros((count, 5), dtype=np.float32)
        dabs[:, DAB_X], dabs[:, DAB_Y] = self._at(places)
        dabs[:, DAB_SIZE] = self.brush.size_px
        dabs[:, DAB_ANGLE] = self._angles(places)
        if count > 1 and self.stamps:
            dabs[:, DAB_STAMP] = np.rint(np.arange(count) / (count - 1) * (len(self.stamps) - 1))
        return dabs

    def stroke(self) -> Stroke:
        """The stroke as it stands."""
        return Stroke(
            kind=self._kind,  # type: ignore[arg-type]  # one of two literals by construction
            brush=self.brush,
            stamps=self.stamps,
            dabs=self.dabs(),
            path=np.array(self._points, dtype=np.float32),
            seed=self._seed,
        )

    def _count(self, length: float) -> int:
        if not self._points or length < 0:
            return 0
        return int(length / self.step_px + 1e-9) + 1

    def _at(self, places: NDArray[np.float64]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Points at these distances along the path; beyond its ends, the ends."""
        points = np.asarray(self._points)
        return np.interp(places, self._travelled, points[:, 0]), np.interp(
            places, self._travelled, points[:, 1]
        )

    def _angles(self, places: NDArray[np.float64]) -> NDArray[np.float64]:
        """Direction of the chord from just before to just after each dab: a shaky hand turns nothing."""
        if not self._reach or self.length_px == 0.0:
            return np.zeros(len(places))
        before_x, before_y = self._at(places - self._reach)
        after_x, after_y = self._at(places + self._reach)
        return np.degrees(np.arctan2(after_y - before_y, after_x - before_x))


def straight_start(start: tuple[float, float], end: tuple[float, float], step: float) -> tuple[float, float]:
    """Where a line that goes on from an earlier dab at ``start`` begins: one step on, at most at its end."""
    distance = hypot(end[0] - start[0], end[1] - start[1])
    if distance <= step:
        return end
    share = step / distance
    return start[0] + share * (end[0] - start[0]), start[1] + share * (end[1] - start[1])
