"""Which device trains, and why, in words; and how small things get there.

On CUDA, convolutions use TF32 where the card has it, as torch does by itself; products of matrices stay in fp32.
Chosen against: torch.compile and CUDA graphs, which nobody could measure here.
"""

from __future__ import annotations

import torch
from torch import Tensor

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


def present_devices() -> dict[str, str]:
    """The devices that can train here, with what the hardware calls itself, "" where it has no name of its own."""
    present = {"cpu": ""}
    if torch.cuda.is_available():
        present["cuda"] = torch.cuda.get_device_name()
    if torch.backends.mps.is_available():
        present["mps"] = ""
    return present


def prepare_torch(device: torch.device, threads: int) -> None:
    """Before a run: so many threads, and on CUDA only convolutions that add up in the same order every time."""
    torch.set_num_threads(threads)
    if device.type == "cuda":
        torch.backends.cudnn.deterministic = True


def send(tensor: Tensor, device: torch.device) -> Tensor:
    """A tensor of the CPU on the device. A copy to CUDA waits for all work before it, unless it comes from pinned
    memory: so the host goes on, and the card never runs dry."""
    if device.type == "cuda":
        return tensor.pin_memory().to(device, non_blocking=True)
    return tensor.to(device)
