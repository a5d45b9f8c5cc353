"""How Explore stood at one time, for undo and redo."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

# Attributes of the state; their values are replaced, never changed in place.
UNDONE = (
    "plane",
    "wanted_axes",
    "wanted_principal",
    "seed",
    "variety",
    "place",
    "mix",
    "steps",
    "layer_mix",
    "_sent",
    "anchors",
    "points",
    "path",
)


@dataclass(frozen=True, slots=True, eq=False)
class Moment:
    """How a state stood at one time."""

    values: Mapping[str, object]

    @classmethod
    def of(cls, state: object) -> Moment:
        """As it stands now."""
        return cls({name: getattr(state, name) for name in UNDONE})

    def names_that_differ(self, other: Moment) -> set[str]:
        """The names in :data:`UNDONE` that have another value there."""
        return {name for name in UNDONE if not _are_same(self.values[name], other.values[name])}


def _are_same(one: object, other: object) -> bool:
    """By value; arrays as a whole."""
    if isinstance(one, np.ndarray) or isinstance(other, np.ndarray):
        return isinstance(one, np.ndarray) and isinstance(other, np.ndarray) and np.array_equal(one, other)
    return one == other
