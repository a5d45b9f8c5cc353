"""The square part of a plane that a pad shows, and the arithmetic of looking closer and further."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class PadView:
    """A square of the plane, ``span`` wide around (u, v); v points upwards, unit coordinates downwards."""

    u: float = 0.0
    v: float = 0.0
    span: float = 6.0

    def unit_from_place(self, u: float, v: float) -> tuple[float, float]:
        """Where a place lies in the square: (0, 0) top left, (1, 1) bottom right."""
        return (u - self.u) / self.span + 0.5, 0.5 - (v - self.v) / self.span

    def place_from_unit(self, x: float, y: float) -> tuple[float, float]:
        """The place at a point of the square."""
        return self.u + (x - 0.5) * self.span, self.v + (0.5 - y) * self.span

    def zoomed(self, factor: float, u: float, v: float) -> PadView:
        """``factor`` times as wide, with the place (u, v) staying where it is on screen."""
        return PadView(u + (self.u - u) * factor, v + (self.v - v) * factor, self.span * factor)

    def moved(self, du: float, dv: float) -> PadView:
        """The same square elsewhere."""
        return replace(self, u=self.u + du, v=self.v + dv)

    def places(self, cells: int) -> NDArray[np.float64]:
        """Centres of ``cells`` × ``cells`` squares, row by row from the top left: (cells², 2)."""
        steps = ((np.arange(cells) + 0.5) / cells - 0.5) * self.span
        v, u = np.meshgrid(self.v - steps, self.u + steps, indexing="ij")
        return np.stack([u.ravel(), v.ravel()], axis=1)


@dataclass(frozen=True, slots=True)
class PadLimits:
    """How far a pad reaches: ``rim`` each way from the middle (None: endless), and how far it zooms."""

    rim: float | None = 3.0
    least_span: float = 0.25
    most_span: float = 6.0

    def place(self, u: float, v: float) -> tuple[float, float]:
        """The nearest place inside."""
        if self.rim is None:
            return u, v
        return min(max(u, -self.rim), self.rim), min(max(v, -self.rim), self.rim)

    def zoom_factor(self, view: PadView, factor: float) -> float:
        """The part of a zoom that the limits allow."""
        return min(max(view.span * factor, self.least_span), self.most_span) / view.span

    def view(self, view: PadView) -> PadView:
        """The nearest view that shows nothing beyond the rim."""
        span = min(max(view.span, self.least_span), self.most_span)
        if self.rim is None:
            return replace(view, span=span)
        room = max(self.rim - span / 2, 0.0)
        return PadView(min(max(view.u, -room), room), min(max(view.v, -room), room), span)
