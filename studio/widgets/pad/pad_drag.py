"""The arithmetic of a drag over a pad: slow with Shift, along one axis with Ctrl, free beyond the rim."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import QPointF

SLOW = 0.25  # of the mouse's way, with Shift


@dataclass(slots=True)
class PadDrag:
    """A drag that took the puck up at ``start``; ``point`` is where the mouse was last."""

    point: QPointF
    start: tuple[float, float]
    is_pan: bool = False
    _free: tuple[float, float] = field(init=False)  # where the puck would be without lock or rim

    def __post_init__(self) -> None:
        self._free = self.start

    def way_to(self, point: QPointF) -> QPointF:
        """How far the mouse has gone since the last time."""
        way, self.point = point - self.point, point
        return way

    def place_at(self, point: QPointF, unit: float, *, slow: bool, locked: bool) -> tuple[float, float]:
        """Where the puck belongs once the mouse is at ``point``; ``unit`` is the plane's length of a pixel."""
        way = self.way_to(point) * (SLOW if slow else 1.0)
        u, v = self._free = (self._free[0] + way.x() * unit, self._free[1] - way.y() * unit)
        if locked:
            across = abs(u - self.start[0]) >= abs(v - self.start[1])
            return (u, self.start[1]) if across else (self.start[0], v)
        return u, v
