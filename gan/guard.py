"""No update from numbers that are not finite: the check that stands before every step of an optimizer."""

from __future__ import annotations

import math
from typing import Protocol

import torch
from torch import Tensor
from torch.nn.utils import get_total_norm


class UpdateGuard(Protocol):
    """Looks at the loss and the norms of all gradients; once one is not finite, no optimizer steps any more."""

    def update(self, optimizer: torch.optim.Adam, loss: Tensor) -> None:
        """One step of ``optimizer`` with the gradients of ``loss ()``, if both are finite and always were."""

    def has_tripped(self) -> bool:
        """Whether anything was not finite since the last :meth:`reset`; may wait for the device."""

    def reset(self) -> None:
        """Begin anew, from a state that is sound."""


def guard_for(device: torch.device) -> UpdateGuard:
    """The cheaper one for that device: 1% of a small step on a CPU, no wait on CUDA."""
    return KernelGuard(device) if device.type == "cuda" else HostGuard()


class HostGuard:
    """Reads the norms, and then decides; where they lie in the computer's own memory anyway."""

    def __init__(self) -> None:
        self._tripped = False

    def update(self, optimizer: torch.optim.Adam, loss: Tensor) -> None:
        norms = torch._foreach_norm(_gradients(optimizer))
        if not math.isfinite(sum(torch.stack([*norms, loss.detach()]).tolist())):
            self._tripped = True
        if not self._tripped:
            optimizer.step()

    def has_tripped(self) -> bool:
        return self._tripped

    def reset(self) -> None:
        self._tripped = False


class KernelGuard:
    """Leaves the answer on the device, where the fused optimizer looks at it, as it does for gradient scaling.

    So the host never waits; :meth:`has_tripped` does, and is asked now and then.
    """

    def __init__(self, device: torch.device) -> None:
        self._trouble = torch.zeros((), device=device)

    def update(self, optimizer: torch.optim.Adam, loss: Tensor) -> None:
        unsound = torch.isfinite(get_total_norm(_gradients(optimizer)) + loss.detach()).logical_not()
        torch.maximum(self._trouble, unsound.to(torch.float32), out=self._trouble)
        optimizer.found_inf = self._trouble  # type: ignore[attr-defined]  # as torch.amp.GradScaler hands it over
        optimizer.step()

    def has_tripped(self) -> bool:
        return bool(self._trouble)

    def reset(self) -> None:
        self._trouble.zero_()


def _gradients(optimizer: torch.optim.Adam) -> list[Tensor]:
    return [p.grad for p in optimizer.param_groups[0]["params"] if p.grad is not None]
