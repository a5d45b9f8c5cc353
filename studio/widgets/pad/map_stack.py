"""The maps behind a pad: the last whole one, and over it the one that is coming in."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from studio.widgets.pad.latent_map import LatentMap, MapColours
from studio.widgets.pad.pad_view import PadView


class MapStack:
    """An old map stays until the new one covers it."""

    def __init__(self, cells: int) -> None:
        self._cells = cells
        self._maps: list[LatentMap] = []

    def __iter__(self) -> Iterator[LatentMap]:
        """From the lowest to the topmost."""
        return iter(self._maps)

    @property
    def is_whole(self) -> bool:
        """The newest covers its view, if coarsely."""
        return bool(self._maps) and self._maps[-1].is_whole

    @property
    def is_complete(self) -> bool:
        """The newest has all its pictures."""
        return bool(self._maps) and self._maps[-1].is_complete

    @property
    def view(self) -> PadView | None:
        """What the newest is of."""
        return self._maps[-1].view if self._maps else None

    def begin(self, view: PadView, size_px: int, colours: MapColours) -> None:
        """Pictures of this view follow."""
        if len(self._maps) == 2:
            self._maps.pop(0 if self._maps[1].is_whole else 1)
        self._maps.append(LatentMap(view, self._cells, size_px, colours))

    def add(self, pixels: np.ndarray, probabilities: np.ndarray | None) -> range:
        """The newest map's next pictures (N, H, W, C) in the order of ``map_order``; which rows look different now."""
        if not self._maps:
            return range(0)  # they are of a generator that is gone
        rows = self._maps[-1].add(pixels, probabilities)
        if self._maps[-1].is_whole:
            del self._maps[:-1]
        return rows

    def clear(self) -> None:
        """Forget every picture."""
        self._maps.clear()

    def repaint(self, size_px: int, colours: MapColours) -> None:
        """The same pictures at another size or in another theme."""
        self._maps = [shown.repainted(size_px, colours) for shown in self._maps]

    def tile_at(self, u: float, v: float) -> tuple[tuple[float, float], np.ndarray] | None:
        """The picture nearest to a place, with the place it was made for; None while the map is coming in."""
        if not self._maps or not self._maps[-1].is_complete:
            return None
        shown = self._maps[-1]
        x, y = shown.view.unit_from_place(u, v)
        column, row = int(x * self._cells), int(y * self._cells)
        if not (0 <= column < self._cells and 0 <= row < self._cells):
            return None
        pixels = shown.tile(column, row)
        centre = shown.view.place_from_unit((column + 0.5) / self._cells, (row + 0.5) / self._cells)
        return None if pixels is None else (centre, pixels)
