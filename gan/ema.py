"""The generator that is shown: a running average of the one that trains."""

from __future__ import annotations

import copy

import torch
from torch import Tensor, nn


class MovingAverage:
    """Exponential moving average over weights and batch-norm statistics, quick to follow at the start.

    Step n uses min(decay, (1 + n) / (10 + n)); a decay of 0 just follows. Source: the warm-up of Adam-era TensorFlow's
    ``ExponentialMovingAverage``; averaging for GANs Yazıcı et al. 2018, arXiv:1806.04498.
    """

    def __init__(self, generator: nn.Module, decay: float) -> None:
        self.decay = decay
        self.module = copy.deepcopy(generator).eval().requires_grad_(False)
        self._followed, self._whole = self._state(generator)
        self._averages, self._whole_averages = self._state(self.module)

    @staticmethod
    def _state(module: nn.Module) -> tuple[list[Tensor], list[Tensor]]:
        """What is averaged, and what is only copied (batch norm's counters)."""
        tensors = list(module.state_dict().values())
        return [t for t in tensors if t.is_floating_point()], [
            t for t in tensors if not t.is_floating_point()
        ]

    @torch.no_grad()
    def update(self, step: int) -> None:
        """Take in the generator as it is after ``step`` steps."""
        decay = min(self.decay, (1 + step) / (10 + step))
        torch._foreach_lerp_(self._averages, self._followed, 1.0 - decay)
        if self._whole:
            torch._foreach_copy_(self._whole_averages, self._whole)
