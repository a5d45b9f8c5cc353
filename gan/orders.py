"""What a person can ask of a run that is going: values that wait until the run is between two minibatches. No torch."""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

Part = Literal["both", "discriminator", "generator"]
"""Who learns in a step."""


@dataclass(frozen=True, slots=True)
class ChangeRecipe:
    """Entries of the recipe that are different from the next minibatch on; see ``gan.recipe_changes.CHANGEABLE``."""

    changes: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class StepOnce:
    """One step, for a run that is paused: one minibatch for both networks, or for one of them alone."""

    part: Part = "both"


@dataclass(frozen=True, slots=True)
class SampleNow:
    """Draw the gallery and keep it, whether or not it is time for that."""


@dataclass(frozen=True, slots=True)
class SaveNow:
    """Write checkpoint, generator and card."""


@dataclass(frozen=True, slots=True)
class PinNow:
    """Keep this very moment for good: gallery, generator and the checkpoint from which the run can go on anew."""


@dataclass(frozen=True, slots=True)
class Finish:
    """Let the learning rates fall over 20% more steps, then stop."""


Order = ChangeRecipe | StepOnce | SampleNow | SaveNow | PinNow | Finish


class RunControl:
    """The orders for one run, carried out in turn: ``gan.train(request, folder, control=control)``.

    They may be given in any thread and at any time. Who asks a run for events can also let it carry out its orders and
    nothing else: ask while :attr:`is_waiting`.
    """

    def __init__(self) -> None:
        self._orders: deque[Order] = deque()

    def give(self, order: Order) -> None:
        """To be carried out after those before it."""
        self._orders.append(order)

    @property
    def is_waiting(self) -> bool:
        """Whether the run has not yet reported the end of some order."""
        return bool(self._orders)

    @property
    def next(self) -> Order | None:
        """The order whose turn it is; for the run."""
        return self._orders[0] if self._orders else None

    def settle(self) -> None:
        """That order is carried out, or cannot be; for the run, just before it says so."""
        self._orders.popleft()
