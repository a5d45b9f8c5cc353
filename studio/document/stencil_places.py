"""Where stamps stand that fill a tone: large where it is even and dark, small along edges, closer where it is darker.

Darts are thrown at the map in an order by chance; one that lands too near to an earlier one is dropped, until every
place is covered (maximal Poisson-disc sampling with varying radii: Cook 1986; McCool and Fiume 1992).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import exp

import numpy as np
from numpy.typing import NDArray

from gan.errors import UserError
from studio.document.stencil import Tone, box_mean

MOST_PLACES = 20_000
SIZES = 6  # steps from the smallest stamp to the largest
LEVELS = 24  # steps from the narrowest spacing to the widest
PACKED = 0.7  # discs of radius r that keep r apart and leave no gap: so many on an area of r²
FULL = 0.4  # spacing, as a share of a stamp's size, of the darkest at density 1
CLOSEST, FARTHEST = 0.3, 4.0  # spacing as such a share
_EVEN = 0.1  # a stamp fits where the tone under it varies by less
_GLYPH = 0.38  # half of what a stamp's picture fills of its square
_DARKER = 0.12  # a place may be so much lighter than its size asks for
_LEAST_TONE, _GAP_TONE, _GAP = 0.02, 0.25, 0.5
_ASK_EVERY = 4096
Report = Callable[[int, int], None]
Map = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Filling:
    """Sizes in document pixels; ``density`` and ``jitter`` 0 to 1: how close stamps stand where it is darkest."""

    smallest_px: float = 6.0
    largest_px: float = 24.0
    density: float = 0.6
    jitter: float = 0.25
    seed: int = 0


def stencil_places(
    tone: Tone, filling: Filling, inks: tuple[float, float], report: Report | None = None
) -> NDArray[np.float64]:
    """(N, 4): x, y and size in document pixels, and the tone there. In any thread; ``report`` may call it off.

    ``inks``: the share of its square that the lightest stamp inks, and the darkest. UserError where nothing is dark
    enough, or too many stamps would be needed.
    """
    smallest, largest = filling.smallest_px / tone.cell_px, filling.largest_px / tone.cell_px
    sizes, tones = _fitting(tone.values, smallest, max(smallest, largest))
    darts = _Darts(tone.values.shape, filling.seed, report)
    share = 1 - exp(-PACKED * inks[1] * filling.density / FULL**2)  # of a full place, that is inked
    spacing = _spacing(sizes, tones, share, inks)
    inside = (tones > _LEAST_TONE) & (tone.values > _LEAST_TONE)
    if float((PACKED / spacing[inside] ** 2).sum()) > 1.5 * MOST_PLACES:
        raise _too_many()
    darts.throw_by_spacing(spacing, inside)
    places = _rows(darts.places(), sizes, tones)
    for size in np.geomspace(smallest, max(smallest, largest), SIZES)[-2::-1]:
        gaps = inside & (sizes >= size) & (tones > _GAP_TONE)
        gaps &= _lacking(places, tones, share, inks, smallest)
        even = _spacing(np.full_like(tones, size), tones, share, inks)
        darts.fill_gaps(gaps, even, places[:, 2], size)
        more = _rows(darts.places()[len(places) :], np.full_like(tones, size), tones)
        places = np.concatenate([places, more])
    if not len(places):
        raise UserError("stencil-empty", "Nothing there is dark enough to be filled.")
    return _in_document(places, tone, darts.chance)


def _fitting(values: NDArray[np.float32], smallest: float, largest: float) -> tuple[Map, Map]:
    """The largest size, in cells, that stands on an even tone as dark as it asks for; and the mean tone under it."""
    values = values.astype(np.float64)
    tones = box_mean(values, round(_GLYPH * smallest))
    sizes, squares = np.full(values.shape, smallest), values**2
    for size in np.geomspace(smallest, largest, SIZES)[1:]:
        reach = max(1, round(_GLYPH * size))
        mean = box_mean(values, reach)
        spread = np.sqrt(np.maximum(box_mean(squares, reach) - mean**2, 0))
        asked = (size - smallest) / max(largest - smallest, 1e-9)
        fits = (spread < _EVEN) & (mean >= asked - _DARKER)
        sizes, tones = np.where(fits, size, sizes), np.where(fits, mean, tones)
    return sizes, tones


def _spacing(sizes: Map, tones: Map, share: float, inks: tuple[float, float]) -> Map:
    """How far apart stamps of these sizes stand for their ink to cover ``share`` times the tone."""
    ink = inks[0] + (inks[1] - inks[0]) * tones
    apart = np.sqrt(PACKED * ink / np.maximum(_laid(share * tones), 1e-6))
    return np.asarray(sizes * np.clip(apart, CLOSEST, FARTHEST))


def _lacking(
    rows: Map, tones: Map, share: float, inks: tuple[float, float], smallest: float
) -> NDArray[np.bool_]:
    """Where less than a half of the ink lies that should."""
    covered = np.zeros(tones.shape)
    for y, x, size, tone in rows.tolist():
        reach = max(1, int(_GLYPH * size))
        ink = (inks[0] + (inks[1] - inks[0]) * tone) * size**2 / (2 * reach + 1) ** 2
        row, column = int(y), int(x)
        covered[max(row - reach, 0) : row + reach + 1, max(column - reach, 0) : column + reach + 1] += ink
    wanted = _laid(share * tones)
    return np.asarray(wanted - box_mean(covered, round(0.6 * smallest)) > _GAP * wanted)


def _laid(covered: Map) -> Map:
    """How much ink covers that share of the paper: it falls on ink as well."""
    return np.asarray(-np.log1p(-np.minimum(covered, 0.9)))


def _rows(cells: NDArray[np.intp], sizes: Map, tones: Map) -> Map:
    """(N, 4): row, column, size in cells, tone."""
    rows, columns = cells[:, 0], cells[:, 1]
    return np.stack([rows, columns, sizes[rows, columns], tones[rows, columns]], axis=1)


def _in_document(rows: Map, tone: Tone, chance: np.random.Generator) -> Map:
    """Row by row as one reads, each somewhere within its cell."""
    line = np.floor(rows[:, 0] / max(float(rows[:, 2].max()), 1.0))
    rows = rows[np.lexsort((rows[:, 1], line))]
    within = chance.random((len(rows), 2))
    x = tone.x + (rows[:, 1] + within[:, 0]) * tone.cell_px
    y = tone.y + (rows[:, 0] + within[:, 1]) * tone.cell_px
    return np.stack([x, y, rows[:, 2] * tone.cell_px, rows[:, 3]], axis=1)


def _too_many() -> UserError:
    return UserError(
        "stencil-too-many",
        "More than {most:,} stamps would be needed: choose larger ones, or a lower density.",
        most=MOST_PLACES,
    )


class _Darts:
    """The darts that hold, and the cells that they keep free around them."""

    def __init__(self, shape: tuple[int, ...], seed: int, report: Report | None) -> None:
        self.chance = np.random.Generator(np.random.Philox(seed))
        self._shape, self._report = (shape[0], shape[1]), report
        self._cells: list[tuple[int, int]] = []
        self._radii: list[float] = []
        self._discs: dict[int, tuple[int, NDArray[np.bool_]]] = {}
        self._thrown, self._to_throw = 0, 1

    def places(self) -> NDArray[np.intp]:
        """(N, 2): row and column, in the order in which they were thrown."""
        return np.array(self._cells, np.intp).reshape(-1, 2)

    def throw_by_spacing(self, spacing: Map, inside: NDArray[np.bool_]) -> None:
        """Closest first, so that what is dark and fine keeps its shape."""
        if not inside.any():
            return
        self._to_throw = 2 * int(inside.sum())
        low, high = float(spacing[inside].min()), float(spacing[inside].max())
        steps = np.log(spacing / low) / max(np.log(high / low), 1e-9)
        level = np.where(inside, np.clip(np.floor(LEVELS * steps), 0, LEVELS - 1), -1)
        for each in range(LEVELS):
            cells = np.flatnonzero(level == each)
            if len(cells):
                radius = float(np.median(spacing.ravel()[cells]))
                taken = self._taken([(radius + other) / 2 for other in self._radii])
                self._throw(cells, taken, np.full(len(cells), radius))

    def fill_gaps(self, gaps: NDArray[np.bool_], spacing: Map, sizes: Map, size: float) -> None:
        """Stamps of that size between those of ``sizes`` that stand there, hardly touching them."""
        cells = np.flatnonzero(gaps)
        taken = self._taken(((sizes + size) / 3).tolist())
        self._throw(cells, taken, spacing.ravel()[cells])

    def _taken(self, radii: list[float]) -> NDArray[np.bool_]:
        """The cells that are nearer to a dart than its radius."""
        taken = np.zeros(self._shape, bool)
        for cell, radius in zip(self._cells, radii, strict=True):
            self._mark(taken, *cell, radius)
        return taken

    def _throw(self, cells: NDArray[np.intp], taken: NDArray[np.bool_], radii: Map) -> None:
        free = np.flatnonzero(~taken.ravel()[cells])
        self._count(len(cells) - len(free))
        flat, width = taken.reshape(-1), self._shape[1]
        order = self.chance.permutation(free)
        for done, (cell, radius) in enumerate(zip(cells[order].tolist(), radii[order].tolist(), strict=True)):
            if done % _ASK_EVERY == _ASK_EVERY - 1:
                self._count(_ASK_EVERY)
            if flat[cell]:
                continue
            if len(self._cells) == MOST_PLACES:
                raise _too_many()
            row, column = divmod(cell, width)
            self._cells.append((row, column))
            self._radii.append(radius)
            self._mark(taken, row, column, radius)

    def _mark(self, taken: NDArray[np.bool_], row: int, column: int, radius: float) -> None:
        reach, disc = self._disc(radius)
        top, left = max(row - reach, 0), max(column - reach, 0)
        part = taken[top : row + reach + 1, left : column + reach + 1]
        down, across = top - row + reach, left - column + reach
        part |= disc[down : down + part.shape[0], across : across + part.shape[1]]

    def _disc(self, radius: float) -> tuple[int, NDArray[np.bool_]]:
        quarter = round(4 * radius)
        if quarter not in self._discs:
            reach = quarter // 4 + 1
            y, x = np.mgrid[-reach : reach + 1, -reach : reach + 1]
            self._discs[quarter] = (reach, x**2 + y**2 < (quarter / 4) ** 2)
        return self._discs[quarter]

    def _count(self, darts: int) -> None:
        self._thrown += darts
        if self._report is not None:
            self._report(min(self._thrown, self._to_throw), self._to_throw)
