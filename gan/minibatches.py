"""The pictures of a run in shuffled minibatches; position and shuffler are part of an exact resume."""

from __future__ import annotations

import numpy as np
import torch
from torch import Tensor

from gan.device import send

RESIDENT_BYTES = 2**30  # a larger set stays on the disk, mapped into memory; on a GPU its memory decides
_COPIED_AT_ONCE = 4096  # pictures


class Minibatches:
    """Endless shuffled minibatches of uint8 pictures; every picture once an epoch."""

    def __init__(
        self,
        images: np.ndarray,
        labels: np.ndarray,
        device: torch.device,
        seed: int,
        *,
        resident_bytes: int | None = None,
    ) -> None:
        """``images (N, H, W, C)``, ``labels (N,)``; up to ``resident_bytes`` of pictures lie on the device."""
        most = _room_for_pictures(device) if resident_bytes is None else resident_bytes
        self._images = _on_device(images, device) if images.nbytes <= most else images
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
        rows = picked[0] if len(picked) == 1 else torch.cat(picked)
        device_rows = send(rows, self._labels.device)
        images = self._pictures(rows, device_rows).to(torch.float32).div_(127.5).sub_(1.0)
        return images.contiguous(memory_format=torch.channels_last), self._labels[device_rows]

    def _pictures(self, rows: Tensor, device_rows: Tensor) -> Tensor:
        """(B, C, H, W) uint8, on the device."""
        if isinstance(self._images, Tensor):
            return self._images[device_rows]
        pictures = torch.from_numpy(self._images[rows.numpy()])  # indexing by rows copies, and only these
        laid_out = pictures.permute(0, 3, 1, 2).clone(memory_format=torch.contiguous_format)  # as if resident
        return send(laid_out, device_rows.device)


def _room_for_pictures(device: torch.device) -> int:
    """A quarter of a GPU's memory; elsewhere what a small computer can spare."""
    if device.type == "cuda":
        return int(torch.cuda.get_device_properties(device).total_memory) // 4
    return RESIDENT_BYTES


def _on_device(images: np.ndarray, device: torch.device) -> Tensor:
    """(N, H, W, C) -> (N, C, H, W), copied piece by piece: a mapped file is never in memory twice."""
    count, height, width, channels = images.shape
    resident = torch.empty((count, channels, height, width), dtype=torch.uint8, device=device)
    for start in range(0, count, _COPIED_AT_ONCE):
        part = slice(start, start + _COPIED_AT_ONCE)
        resident[part] = torch.tensor(images[part]).permute(0, 3, 1, 2).to(device)
    return resident
