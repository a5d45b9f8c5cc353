"""Styles and classes of more than two pictures at once, turned toward one another, added and taken away."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import ArrayLike, NDArray

from gan.latents import FloatArray, angle_between, slerp

_ROUNDS, _CLOSE_ENOUGH = 32, 1e-8
_NO_LENGTH = 1e-12


def mixed_styles(styles: Sequence[ArrayLike], weights: Sequence[float]) -> FloatArray:
    """The style (Z,) whose distances on the sphere balance: what slerp is for two, for N styles (Z,) each.

    ``weights (N,)`` add up to 1, and only those of two styles may leave 0…1. The length is the weighted one.
    Source: Buss and Fillmore 2001, "Spherical averages and applications", algorithm A1.
    """
    taking_part = [index for index, weight in enumerate(weights) if weight != 0.0]
    if len(taking_part) == 1:
        return np.array(styles[taking_part[0]], dtype=np.float32)
    if len(taking_part) == 2:
        first, second = taking_part
        return slerp(styles[first], styles[second], weights[second])
    points = np.asarray([styles[index] for index in taking_part], dtype=np.float64)
    shares = np.asarray([weights[index] for index in taking_part], dtype=np.float64)
    lengths = np.linalg.norm(points, axis=1)
    middle = shares @ points
    if min(lengths.min(), float(np.linalg.norm(middle))) < _NO_LENGTH:
        return middle.astype(np.float32)
    direction = _balanced(points / lengths[:, None], shares)
    return (float(shares @ lengths) * direction).astype(np.float32)


def _balanced(units: NDArray[np.float64], shares: NDArray[np.float64]) -> NDArray[np.float64]:
    """The unit vector (Z,) at which the shares (N,) of the ways to all units (N, Z) cancel out."""
    middle: NDArray[np.float64] = shares @ units
    middle /= max(float(np.linalg.norm(middle)), _NO_LENGTH)
    for _ in range(_ROUNDS):
        cosines = np.clip(units @ middle, -1.0, 1.0)
        ways = units - cosines[:, None] * middle
        ways /= np.sinc(np.arccos(cosines) / np.pi)[:, None] + _NO_LENGTH  # as long as their arcs
        step = shares @ ways
        length = float(np.linalg.norm(step))
        if length < _CLOSE_ENOUGH:
            break
        middle = np.cos(length) * middle + np.sin(length) / length * step
    return middle


def mixed_classes(mixes: Sequence[ArrayLike], weights: Sequence[float]) -> FloatArray:
    """The class mix (K,) of N mixes (K,), whose ``weights (N,)`` add up to 1; a weight below zero takes away."""
    return (np.asarray(weights, dtype=np.float64) @ np.asarray(mixes, dtype=np.float64)).astype(np.float32)


def turned(style: ArrayLike, toward: ArrayLike, degrees: float) -> FloatArray:
    """A style (Z,) so many degrees further along the great circle toward another, and not beyond it."""
    left = angle_between(style, toward)
    if left <= degrees:
        return np.array(toward, dtype=np.float32)
    return slerp(style, toward, degrees / left)


def sum_of_styles(a: ArrayLike, b: ArrayLike, c: ArrayLike, strength: float) -> FloatArray:
    """a − b + c (Z,), as long as a; ``strength`` 0 is a itself.

    Source: Radford, Metz and Chintala 2016, arXiv:1511.06434, section 6.3.2.
    """
    start = np.asarray(a, dtype=np.float64)
    summed = start + strength * (np.asarray(c, dtype=np.float64) - np.asarray(b, dtype=np.float64))
    length = float(np.linalg.norm(summed))
    if strength == 0.0 or length < _NO_LENGTH:
        return np.array(a, dtype=np.float32)
    return (summed * (np.linalg.norm(start) / length)).astype(np.float32)


def sum_of_classes(a: ArrayLike, b: ArrayLike, c: ArrayLike, strength: float) -> FloatArray:
    """a − b + c (K,); what would fall below zero stays at zero, and the shares add up to 1."""
    mixed = np.clip(mixed_classes([a, b, c], [1.0, -strength, strength]), 0.0, None)
    return mixed / mixed.sum()
