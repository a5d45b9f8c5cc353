"""On what a bench ran: figures of two machines do not compare."""

from __future__ import annotations

import os
import platform
from datetime import UTC, datetime
from pathlib import Path

import torch

import gan


def machine_facts(threads: int) -> dict[str, object]:
    """Processor, system, versions, torch threads and the day, for the JSON of every bench."""
    return {
        "processor": _processor(),
        "cores": len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count(),
        "system": f"{platform.system()} {platform.machine()}",
        "python": platform.python_version(),
        "torch": torch.__version__,
        "latent_studio": gan.__version__,
        "threads": threads,
        "date": datetime.now(UTC).date().isoformat(),
    }


def peak_memory_mb(device: torch.device) -> float | None:
    """The most that this process ever took, of the graphics card if it trains there; None where nobody counts."""
    if device.type == "cuda":
        return round(torch.cuda.max_memory_allocated(device) / 1e6, 1)
    status = Path("/proc/self/status")
    if not status.exists():
        return None
    (peak,) = (line for line in status.read_text(encoding="utf-8").splitlines() if line.startswith("VmHWM:"))
    return round(int(peak.split()[1]) * 1024 / 1e6, 1)


def _processor() -> str:
    """Its name, which Linux keeps in a file of its own."""
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor()
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.processor()
