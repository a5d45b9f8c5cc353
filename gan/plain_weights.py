"""A generator's weights alone, for any program that reads safetensors."""

from __future__ import annotations

from pathlib import Path

import safetensors.torch

from gan.files import atomic_write
from gan.generator_file import parse_generator
from gan.image_maker import find_generator


def export_weights(source: str, out: Path) -> dict[str, object]:
    """Write the tensors of a generator under their names in torch, with nothing of ours beside them."""
    path = find_generator(source)
    module = parse_generator(path.read_bytes(), path.name).module
    weights = {name: tensor.contiguous() for name, tensor in module.state_dict().items()}
    content = safetensors.torch.save(weights)
    atomic_write(out, content)
    return {"file": str(out), "format": "safetensors", "bytes": len(content)}
