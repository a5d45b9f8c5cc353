"""From the points a hand goes through to dabs: placed by arc length, so that speed changes nothing."""

from __future__ import annotations

from math import hypot

import numpy as np
from numpy.typing import NDArray

from studio.document.along import Along, stamp_order
from studio.document.artwork import (
    DAB_ANGLE,
    DAB_SIZE,
    DAB_STAMP,
    DAB_X,
    DAB_Y,
    FARTHEST_PX,
    MOST_DABS,
    SMALLEST_BRUSH_PX,
    Brush,
    Stamp,
    Stroke,
    no_pressures,
)
from studio.document.jitter import jitter

LIGHTEST = 0.05  # a pen that hardly touches still leaves something: as a share of the size
ERASER_SPACING = 0.1  # as a share of the size: so dense that its round dabs leave a smooth edge


class StrokeBuilder:
    """Grows one stroke point by point. A dab falls at its start and every ``spacing x size`` of the way.

    ``along`` says which of several stamps each dab takes. In "travel" dab i of n takes the stamp i/(n - 1) of the
    way through them: whatever its length, the whole stroke goes from the first stamp to the last.
    ``sheet``: width and height that a "field" of stamps covers.
    """

    def __init__(
        self,
        brush: Brush,
        stamps: tuple[Stamp, ...],
        *,
        erases: bool = False,
        seed: int = 0,
        along: Along = "travel",
        sheet: tuple[int, int] = (1, 1),
    ) -> None:
        self.brush = brush
        self.stamps = () if erases else stamps
        self._kind = "erase" if erases else "ink"
        self._seed, self._along, self._sheet = seed, along, sheet
        spacing = ERASER_SPACING if erases else brush.spacing
        self.step_px = spacing * brush.size_px
        self._reach = max(2.0, brush.size_px / 4) if brush.turn == "stroke" and not erases else 0.0
        self._points: list[tuple[float, float]] = []
        self._travelled: list[float] = []
        self._pressures: list[float] = []
        self._is_pen = False

    @property
    def is_empty(self) -> bool:
        return not self._points

    @property
    def length_px(self) -> float:
        return self._travelled[-1] if self._travelled else 0.0

    def add(self, x: float, y: float, pressure: float | None = None) -> bool:
        """One more point; False if it adds nothing: it repeats the last one, or the stroke is too long.

        ``pressure`` of a pen, 0 to 1; None is a mouse. Where a pen rests, its hardest counts.
        """
        self._is_pen |= pressure is not None
        firmly = 1.0 if pressure is None else min(max(pressure, 0.0), 1.0)
        x, y = (min(max(value, -FARTHEST_PX), FARTHEST_PX) for value in (x, y))
        if not self._points:
            self._points.append((x, y))
            self._travelled.append(0.0)
            self._pressures.append(firmly)
            return True
        last_x, last_y = self._points[-1]
        total = self.length_px + hypot(x - last_x, y - last_y)
        if total == self.length_px:
            self._pressures[-1] = max(self._pressures[-1], firmly)
            return False
        if total / self.step_px >= MOST_DABS - 1 or len(self._points) >= MOST_DABS:
            return False
        self._points.append((x, y))
        self._travelled.append(total)
        self._pressures.append(firmly)
        return True

    def settled_count(self) -> int:
        """How many dabs no further point can change: none where stamps or inks change all along the stroke."""
        travels = len(self.stamps) > 1 and self._along == "travel" and not self._styles_by_pressure()
        if travels or (self._kind == "ink" and self.brush.gradient == "stroke"):
            return 0
        count = self._count(self.length_px - self._reach)
        if count and (count - 1) * self.step_px + self._reach > self.length_px:
            return count - 1  # counted by rounding: its chord ends a hair beyond the way so far
        return count

    def dabs(self) -> NDArray[np.float32]:
        """All dabs so far, (N, 5): x, y, size, angle, stamp index."""
        count = self._count(self.length_px)
        places = np.arange(count, dtype=np.float64) * self.step_px
        dabs = np.zeros((count, 5), dtype=np.float32)
        dabs[:, DAB_X], dabs[:, DAB_Y] = self._at(places)
        dabs[:, DAB_SIZE] = self.brush.size_px
        dabs[:, DAB_ANGLE] = self._angles(places)
        if self._kind == "erase":
            return dabs
        if self._drives() == "size":
            sizes = dabs[:, DAB_SIZE] * np.maximum(self._pressures_at(places), LIGHTEST)
            dabs[:, DAB_SIZE] = np.maximum(sizes, SMALLEST_BRUSH_PX)
        jitter(dabs, self.brush, self._seed)
        if self._styles_by_pressure():
            dabs[:, DAB_STAMP] = np.rint(self._pressures_at(places) * (len(self.stamps) - 1))
        elif len(self.stamps) > 1:
            centres = dabs[:, [DAB_X, DAB_Y]].astype(np.float64)
            dabs[:, DAB_STAMP] = stamp_order(self._along, len(self.stamps), self._seed, centres, self._sheet)
        return dabs

    def stroke(self) -> Stroke:
        """The stroke as it stands. A stroke that travels keeps its whole way, any other only the stamps it shows."""
        dabs, stamps = self.dabs(), self.stamps
        if len(stamps) > 1 and self._along != "travel":
            shown, dabs[:, DAB_STAMP] = np.unique(dabs[:, DAB_STAMP], return_inverse=True)
            stamps = tuple(stamps[int(index)] for index in shown)
        return Stroke(
            kind=self._kind,  # type: ignore[arg-type]  # one of two literals by construction
            brush=self.brush,
            stamps=stamps,
            dabs=dabs,
            path=np.array(self._points, dtype=np.float32),
            seed=self._seed,
            pressures=self._pressures_of(len(dabs)),
        )

    def _drives(self) -> str:
        """What pressure changes; nothing under a mouse."""
        return self.brush.pressure if self._is_pen and self._kind == "ink" else "none"

    def _styles_by_pressure(self) -> bool:
        """Light shows the first stamp, hard the last: only of stamps that go from one style to another."""
        goes_on = len(self.stamps) > 1 and self._along in ("travel", "drift")
        return goes_on and self._drives() == "style"

    def _pressures_at(self, places: NDArray[np.float64]) -> NDArray[np.float64]:
        return np.interp(places, self._travelled, self._pressures)

    def _pressures_of(self, count: int) -> NDArray[np.float32]:
        if self._drives() == "none":
            return no_pressures()
        return self._pressures_at(np.arange(count, dtype=np.float64) * self.step_px).astype(np.float32)

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
