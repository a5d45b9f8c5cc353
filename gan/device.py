"""Which device trains, and why, in words."""

from __future__ import annotations

import torch

from gan.errors import UserError


def pick_device(name: str) -> tuple[torch.device, str]:
    """The torch device for "auto", "cpu", "cuda" or "mps", with one sentence of reason. UserError if it is not here."""
    has_cuda = torch.cuda.is_available()
    has_mps = torch.backends.mps.is_available()
    if name == "cpu":
        return torch.device("cpu"), "The CPU, as asked for."
    if name == "cuda" or (name == "auto" and has_cuda):
        if not has_cuda:
            raise UserError(
                "no-cuda", "No NVIDIA graphics card that torch can use was found; choose auto or cpu."
            )
        return torch.device("cuda"), f"{torch.cuda.get_device_name()} is here and the fastest choice."
    if name == "mps" or (name == "auto" and has_mps):
        if not has_mps:
            raise UserError("no-mps", "No Apple graphics (MPS) was found; choose auto or cpu.")
        return torch.device("mps"), "Apple graphics are here and the fastest choice."
    return torch.device(
        "cpu"
    ), "No graphics card that torch can use was found. The CPU is quick enough for networks this small."
