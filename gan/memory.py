"""Telling a lack of memory from other failures; torch words it differently on each device and system."""

from __future__ import annotations

import torch

SIGNS = ("out of memory", "not enough memory", "allocate memory", "bad_alloc")


def is_out_of_memory(error: BaseException) -> bool:
    """Whether there was too little memory, of the computer or of its graphics card."""
    if isinstance(error, MemoryError | torch.OutOfMemoryError):
        return True
    return isinstance(error, RuntimeError) and any(sign in str(error).lower() for sign in SIGNS)


def release_device_memory() -> None:
    """Give back what torch keeps for later; to be called outside ``except``, whose traceback holds tensors."""
    if torch.cuda.is_available():
        torch.cuda.empty_cache()
