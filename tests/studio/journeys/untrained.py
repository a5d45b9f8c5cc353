"""Generators that learnt nothing, of any kind, as files that the studio opens."""

from __future__ import annotations

from pathlib import Path

import torch

from gan.config import ModelConfig
from gan.generator_file import GeneratorFile, save_generator
from gan.networks import build_generator


def save_untrained(
    model: ModelConfig, path: Path, name: str = "Mine", *, seed: int = 1, contrast: float = 1.0
) -> Path:
    """The same one each time; a ``contrast`` above 1 makes its pictures differ more from each other."""
    torch.manual_seed(seed)
    module = build_generator(model)
    with torch.no_grad():
        for weight in module.parameters():
            weight *= contrast
    save_generator(
        path, GeneratorFile(name=name, model=model, step=0, dataset_name="mine", module=module.eval())
    )
    return path
