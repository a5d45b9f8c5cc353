"""One run trained by several processes under torchrun: each takes its share of every minibatch.

The minibatch of the recipe is the whole team's. All processes walk through the same shuffled pictures and the same
noise, and process r of N takes every N-th row from the r-th on: no picture and no noise is used twice. So a
checkpoint says all there is to know, and a team of another size goes on from it with the same pictures in the same
order; not bit for bit, since batch norm looks at a process's own share and sums are rounded in another order.

Chosen: batch norm over each process's share (torch's synchronised one cannot be differentiated twice, which the
gradient penalties need); the running averages that are shown and saved are those of the first process, whose share is
as good a sample as any; the moving average of the weights is the same in every process, since the weights are.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import timedelta

import torch
import torch.distributed as dist
from torch import Tensor, nn
from torch.nn.parallel import DistributedDataParallel

NO_BUDGET = -1
FAILURE_TIMEOUT = timedelta(seconds=45)  # a killed process is noticed at once; this is for one that hangs
PATIENT_TIMEOUT = timedelta(hours=2)  # while the first process decodes pictures or is held


@dataclass(frozen=True, slots=True)
class NextStep:
    """What the first process tells the others before each step: the schedule as it stands."""

    steps_total: int | None
    phase_start: int


class Team:
    """The processes that train one run. Most runs have one, and then nothing here does anything."""

    rank = 0
    size = 1

    def minibatch(self, planned: int) -> int:
        """The recipe's minibatch, rounded up to equal shares of at least two (batch norm needs two)."""
        return max(2 * self.size, -(-planned // self.size) * self.size) if self.size > 1 else planned

    def share(self, whole: Tensor) -> Tensor:
        """This process's rows of a minibatch (B, …) -> (B / N, …)."""
        return whole[self.rank :: self.size] if self.size > 1 else whole

    def device(self, picked: torch.device) -> torch.device:
        """The device of this process, among those of that kind."""
        return picked

    def with_shared_gradients(self, module: nn.Module) -> nn.Module:
        """The module, giving every process the mean of all gradients."""
        return module

    def any_says(self, flag: bool) -> bool:
        """Whether the flag is set in any process."""
        return flag

    def mean(self, value: Tensor) -> Tensor:
        """The mean of a number over all processes, () -> ()."""
        return value

    def lead(self, step: NextStep | None) -> None:
        """Tell the others to take one step; None lets them go."""

    def follow(self) -> NextStep | None:
        """Wait for the first process's word."""
        raise AssertionError("the only process of a run follows nobody")

    @contextmanager
    def first_goes_first(self) -> Iterator[None]:
        """The first process does this alone, then the others, who find its caches; it waits for them."""
        yield


ALONE = Team()


class TorchrunTeam(Team):
    """Processes that torchrun started, joined by gloo for words and by NCCL or gloo for gradients."""

    def __init__(self) -> None:
        backend = "cpu:gloo,cuda:nccl" if torch.cuda.is_available() else "gloo"
        dist.init_process_group(backend, timeout=FAILURE_TIMEOUT)
        self.rank, self.size = dist.get_rank(), dist.get_world_size()
        self._words = dist.new_group(backend="gloo", timeout=PATIENT_TIMEOUT)

    def device(self, picked: torch.device) -> torch.device:
        if picked.type != "cuda":
            return picked
        own = torch.device("cuda", int(os.environ.get("LOCAL_RANK", "0")) % torch.cuda.device_count())
        torch.cuda.set_device(own)
        return own

    def with_shared_gradients(self, module: nn.Module) -> nn.Module:
        # A network runs twice before one backward pass, which synchronised buffers would not survive.
        return DistributedDataParallel(module, forward_sync_buffers=False)

    def any_says(self, flag: bool) -> bool:
        said = torch.tensor([int(flag)])
        dist.all_reduce(said, dist.ReduceOp.MAX, group=self._words)
        return bool(said)

    def mean(self, value: Tensor) -> Tensor:
        total = value.clone()
        dist.all_reduce(total)
        return total / self.size

    def lead(self, step: NextStep | None) -> None:
        if step is None:
            words = [0, NO_BUDGET, 0]
        else:
            words = [1, NO_BUDGET if step.steps_total is None else step.steps_total, step.phase_start]
        dist.broadcast(torch.tensor(words), 0, group=self._words)

    def follow(self) -> NextStep | None:
        words = torch.zeros(3, dtype=torch.int64)
        dist.broadcast(words, 0, group=self._words)
        go_on, steps_total, phase_start = words.tolist()
        if not go_on:
            return None
        return NextStep(None if steps_total == NO_BUDGET else steps_total, phase_start)

    @contextmanager
    def first_goes_first(self) -> Iterator[None]:
        if self.rank > 0:
            dist.barrier(group=self._words)
        yield
        if self.rank == 0:
            dist.barrier(group=self._words)
        dist.barrier(group=self._words)

    def leave(self) -> None:
        """Let go of the connections; the others may be gone already."""
        with suppress(RuntimeError):
            dist.destroy_process_group()


@contextmanager
def joined_team() -> Iterator[Team]:
    """The team this process belongs to for the length of a run: torchrun's, or itself alone."""
    if int(os.environ.get("WORLD_SIZE", "1")) <= 1 or "RANK" not in os.environ:
        yield ALONE
        return
    team = TorchrunTeam()
    try:
        yield team
    finally:
        team.leave()


def is_first_process() -> bool:
    """Whether this process is the one that reports and writes; known before any is joined."""
    return os.environ.get("RANK", "0") == "0"
