"""From a grey stamp to outlines: where its ink begins, as closed polygons.

Source: marching squares (Lorensen and Cline 1987 in two dimensions); simplified as by Douglas and Peucker 1973.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from studio.images import crisp_alpha

Points = NDArray[np.float64]
FACTOR = 4  # samples to a pixel of the stamp, each way
TOLERANCE_PX = 0.02
_LEVEL = 127.5

# For each cell, by which of its corners are ink (1 top left, 2 top right, 4 bottom right, 8 bottom left): from which
# edge to which the outline goes, with ink at its right. Edges: 0 top, 1 right, 2 bottom, 3 left.
_WAYS: dict[int, tuple[tuple[int, int], ...]] = {
    1: ((3, 0),),
    2: ((0, 1),),
    3: ((3, 1),),
    4: ((1, 2),),
    6: ((0, 2),),
    7: ((3, 2),),
    8: ((2, 3),),
    9: ((2, 0),),
    11: ((2, 1),),
    12: ((1, 3),),
    13: ((1, 0),),
    14: ((0, 3),),
}
_SADDLES = {
    (5, True): ((1, 0), (3, 2)),
    (5, False): ((3, 0), (1, 2)),
    (10, True): ((0, 3), (2, 1)),
    (10, False): ((0, 1), (2, 3)),
}
_Edge = tuple[int, int, bool]  # row, column, whether it stands upright


def outlines(pixels: NDArray[np.uint8]) -> list[Points]:
    """Of a grey picture (H, W, 1): closed polygons (N, 2) of x and y in its pixels, (0, 0) its upper left corner.

    Holes are polygons that go the other way round; fill them by the even-odd rule.
    """
    field = np.pad(crisp_alpha(pixels[..., 0], FACTOR).astype(float), 1)
    return [simplified(loop) for loop in _loops(field) if len(loop) > 3]


def _loops(field: NDArray[np.float64]) -> list[Points]:
    following = _ways(field)
    loops = []
    while following:
        start, edge = following.popitem()
        loop = [_place(field, start)]
        while edge != start:
            loop.append(_place(field, edge))
            edge = following.pop(edge)
        loops.append(
            (np.array(loop) - 0.5) / FACTOR
        )  # samples lie in the middle of their squares, behind a border
    return loops


def _ways(field: NDArray[np.float64]) -> dict[_Edge, _Edge]:
    """Each edge that the outline crosses, and the one it crosses next."""
    ink = field > _LEVEL
    codes = ink[:-1, :-1] + 2 * ink[:-1, 1:] + 4 * ink[1:, 1:] + 8 * ink[1:, :-1]
    following: dict[_Edge, _Edge] = {}
    for row, column in zip(*np.nonzero((codes > 0) & (codes < 15)), strict=True):
        code = int(codes[row, column])
        if code in _WAYS:
            ways = _WAYS[code]
        else:
            middle = field[row : row + 2, column : column + 2].mean() > _LEVEL
            ways = _SADDLES[code, bool(middle)]
        edges: tuple[_Edge, ...] = (
            (int(row), int(column), False),
            (int(row), int(column) + 1, True),
            (int(row) + 1, int(column), False),
            (int(row), int(column), True),
        )
        for start, end in ways:
            following[edges[start]] = edges[end]
    return following


def _place(field: NDArray[np.float64], edge: _Edge) -> tuple[float, float]:
    """Where on an edge the field has the level: x, y in samples."""
    row, column, upright = edge
    first, second = field[row, column], field[row + upright, column + (not upright)]
    share = float((_LEVEL - first) / (second - first))
    return (column, row + share) if upright else (column + share, row)


def simplified(loop: Points, tolerance: float = TOLERANCE_PX) -> Points:
    """The polygon without the points that lie within ``tolerance`` of the line between their neighbours."""
    keep = np.zeros(len(loop), bool)
    far = int(np.hypot(*(loop - loop[0]).T).argmax())
    closed = np.concatenate([loop, loop[:1]])
    keep[[0, far]] = True
    waiting = [(0, far), (far, len(loop))]
    while waiting:
        first, last = waiting.pop()
        if last - first < 2:
            continue
        ends, between = closed[[first, last]], closed[first + 1 : last]
        along = ends[1] - ends[0]
        length = float(np.hypot(*along))
        offsets = between - ends[0]
        distance = (
            np.abs(offsets[:, 0] * along[1] - offsets[:, 1] * along[0]) / length
            if length
            else np.hypot(*offsets.T)
        )
        if distance.max() > tolerance:
            middle = first + 1 + int(distance.argmax())
            keep[middle] = True
            waiting += [(first, middle), (middle, last)]
    return loop[keep]
