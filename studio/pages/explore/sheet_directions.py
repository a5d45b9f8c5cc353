"""The directions that a sheet and its sliders speak of, by name: the measured ones, or the principal ones by number."""

from __future__ import annotations

from functools import cache

import numpy as np
from numpy.typing import NDArray

from gan.config import GeneratorInfo

USUAL_AXES, USUAL_PRINCIPAL = ("slant", "thickness"), ("principal-1", "principal-2")
_PRINCIPAL = "principal-"


def direction_names(info: GeneratorInfo, *, principal: bool) -> tuple[str, ...]:
    """All that a generator has of one kind, if there are enough for a pad; principal ones the strongest first."""
    if principal:
        names = _principal_names(0 if info.principal is None else len(info.principal))
    else:
        names = () if info.directions is None else info.directions.names
    return names if len(names) >= 2 else ()


@cache
def _principal_names(count: int) -> tuple[str, ...]:
    """A drag asks for them a hundred times a second."""
    return tuple(f"{_PRINCIPAL}{number}" for number in range(1, count + 1))


def principal_number(name: str) -> int | None:
    """Which principal direction a name means, counted from 1; None for a measured one."""
    number = name.removeprefix(_PRINCIPAL)
    return int(number) if number != name and number.isdecimal() else None


def direction_vector(info: GeneratorInfo, name: str) -> NDArray[np.float32]:
    """The step (Z,) of one that the generator has."""
    if (number := principal_number(name)) is not None:
        assert info.principal is not None
        return info.principal.vectors[number - 1]
    assert info.directions is not None, "nobody speaks of a direction before it is measured"
    return info.directions.vector(name)


def pad_axes(info: GeneratorInfo, wanted: tuple[str, str], *, principal: bool) -> tuple[str, str]:
    """The two on the pad: those that are wanted, or else the usual ones, as far as the generator has them."""
    usual = USUAL_PRINCIPAL if principal else USUAL_AXES
    names = direction_names(info, principal=principal) or usual
    for pair in (wanted, usual):
        if set(pair) <= set(names):
            return pair
    return names[0], names[1]
