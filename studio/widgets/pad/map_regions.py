"""Regions of equal class on a small grid, each with the cell that carries its numeral."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

LEAST_CELLS = 4  # a smaller region has no room for a numeral


@dataclass(frozen=True, slots=True)
class Region:
    """One connected region; ``column`` and ``row`` name the cell furthest from its border."""

    label: int
    column: int
    row: int
    cells: int


def regions(labels: NDArray[np.int64], least_cells: int = LEAST_CELLS) -> list[Region]:
    """Connected regions (side by side, not corner to corner) of so many cells or more in ``labels (N, N)``."""
    unseen = np.ones(labels.shape, dtype=bool)
    found: list[Region] = []
    while unseen.any():
        row, column = np.argwhere(unseen)[0]
        inside = _flood(labels == labels[row, column], int(row), int(column))
        unseen &= ~inside
        if inside.sum() >= least_cells:
            deep_row, deep_column = _deepest(inside)
            found.append(Region(int(labels[row, column]), deep_column, deep_row, int(inside.sum())))
    return found


def _flood(allowed: NDArray[np.bool_], row: int, column: int) -> NDArray[np.bool_]:
    """The cells of ``allowed`` that can be reached from one of them."""
    inside = np.zeros_like(allowed)
    inside[row, column] = True
    while True:
        wider = _spread(inside) & allowed
        if (wider == inside).all():
            return inside
        inside = wider


def _spread(cells: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Every cell with a neighbour in ``cells``, and they themselves."""
    wider = cells.copy()
    wider[1:] |= cells[:-1]
    wider[:-1] |= cells[1:]
    wider[:, 1:] |= cells[:, :-1]
    wider[:, :-1] |= cells[:, 1:]
    return wider


def _deepest(inside: NDArray[np.bool_]) -> tuple[int, int]:
    """The cell that survives most peelings; among equals the one nearest to their middle."""
    layer = inside
    while True:
        outside = _spread(~layer)
        outside[[0, -1]] = outside[:, [0, -1]] = True  # so is what lies beyond the map
        peeled = layer & ~outside
        if not peeled.any():
            break
        layer = peeled
    cells = np.argwhere(layer)
    nearest = np.abs(cells - cells.mean(axis=0)).sum(axis=1).argmin()
    return int(cells[nearest, 0]), int(cells[nearest, 1])
