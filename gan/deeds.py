"""What was done to a run by hand, read back from its log: a resume does it again at the same steps. No torch."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping
from typing import Any, cast, get_args

from gan.orders import Part

RECIPE_CHANGED, STEPPED_ALONE = "recipe-changed", "stepped-alone"


class Deeds:
    """Changes of the recipe, and steps in which not both networks learnt, from some step on.

    The log may tell of one step twice, where a run was resumed from before it: of changes all count, in the order in
    which they were made; of single steps the last.
    """

    def __init__(self, events: Iterable[Mapping[str, Any]] = (), step: int = 0) -> None:
        changes: list[tuple[int, Mapping[str, Any]]] = []
        self._parts: dict[int, Part] = {}
        for event in events:
            at = event.get("step")
            if not isinstance(at, int) or at < step:
                continue
            if event.get("event") == RECIPE_CHANGED and isinstance(event.get("changes"), dict):
                changes.append((at, event["changes"]))
            elif event.get("event") == STEPPED_ALONE and event.get("part") in get_args(Part):
                self._parts[at] = cast(Part, event["part"])
        self._changes = deque(
            sorted(changes, key=lambda change: change[0])
        )  # stable: the log's order within a step

    def changes_until(self, step: int) -> Iterable[Mapping[str, Any]]:
        """The changes that come before the step after ``step`` and were not yet given out."""
        while self._changes and self._changes[0][0] <= step:
            yield self._changes.popleft()[1]

    def part(self, step: int) -> Part:
        """Who learns in the step after ``step``."""
        return self._parts.get(step, "both")
