"""The pictures of a run in shuffled minibatches; position and shuffler are part of an exact resume."""

from __future__ import annotations

import numpy as np
import torch
from torch import Tensor


class Minibatches:
    """Endless shuffled minibatches from one uint8 tensor; every picture once an epoch."""

    def __init__(self, images: np.ndarray, labels: np.ndarray, device: torch.device, seed: int) -> None:
        self._images = torch.tensor(images).permute(0, 3, 1, 2).contiguous().to(device)
        self._labels = torch.tensor(labels, dtype=torch.int64).to(device)
        self.shuffler = torch.Generator().manual_seed(seed)
        self.order = torch.randperm(len(images), generator=self.shuffler)
        self.position = 0

    def take(self, count: int) -> tuple[Tensor, Tensor]:
        """Images (count, C, H, W) float32 in [-1, 1] and labels (count,)."""
        picked: list[Tensor] = []
        missing = count
        while missing > 0:
            if self.position >= len(self.order):
                self.order = torch.randperm(len(self.order), generator=self.shuffler)
                self.position = 0
            picked.append(self.order[self.position : self.position + missing])
            self.position += len(picked[-1])
            missing -= len(picked[-1])
        rows = (picked[0] if len(picked) == 1 else torch.cat(picked)).to(self._images.device)
        images = self._images[rows].to(torch.float32).div_(127.5).sub_(1.0)
        return images.contiguous(memory_format=torch.channels_last), self._labels[rows]
