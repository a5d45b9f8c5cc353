"""The last few states in which everything was finite, kept in memory to go back to."""

from __future__ import annotations

from collections import deque
from typing import Any

import torch
from torch import Tensor
from torch.nn.utils import get_total_norm

from gan.trainer import Trainer

KEPT = 3
EVERY_STEPS = 100


class GoodStates:
    """A ring of three, filled every hundred steps: by step, not by clock, so that a resumed run has the same."""

    def __init__(self, trainer: Trainer) -> None:
        self._trainer = trainer
        self._ring: deque[tuple[dict[str, Tensor], dict[str, Any]]] = deque(maxlen=KEPT)
        self.take()

    def take_if_due(self) -> None:
        """To be asked after every step."""
        if self._trainer.step_count % EVERY_STEPS == 0:
            self.take()

    def take(self) -> None:
        """Remember the present state, unless something in it is not finite."""
        tensors = {name: tensor.clone() for name, tensor in self._trainer.tensors().items()}
        numbers = [tensor for tensor in tensors.values() if tensor.is_floating_point()]
        if bool(torch.isfinite(get_total_norm(numbers))):
            self._ring.append((tensors, self._trainer.counters()))

    def roll_back(self) -> int:
        """The networks of the newest good state return, with half the learning rate; returns the step they had.

        Steps, pictures and noise go on from where they are, so that the run meets other minibatches than those that
        broke it. If it breaks again before a newer state was taken, it goes back further.
        """
        tensors, counters = self._newest()
        self._trainer.take_back(tensors)
        return int(counters["step_count"])

    def restore(self) -> int:
        """The newest good state as a whole, counters included; returns its step."""
        tensors, counters = self._newest()
        self._trainer.restore(tensors, counters)
        return self._trainer.step_count

    def _newest(self) -> tuple[dict[str, Tensor], dict[str, Any]]:
        return self._ring.pop() if len(self._ring) > 1 else self._ring[-1]
