"""A generator as ONNX, for browsers, games and other programs; checked against torch before it is kept."""

from __future__ import annotations

import warnings
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import torch
from torch import nn

from gan.config import ModelConfig
from gan.errors import UserError
from gan.files import atomic_write
from gan.generator_file import parse_generator
from gan.image_maker import find_generator
from gan.latents import gaussian

INPUTS, OUTPUTS = ["latents", "mix"], ["images"]
TOLERANCE = 1e-3  # of a range of two: an eighth of a grey level
CHECKED_PICTURES = 3


def export_onnx(source: str, out: Path) -> dict[str, object]:
    """latents (B, Z), mix (B, K) -> images (B, C, H, W) in [-1, 1], for any B. UserError without the extra."""
    if find_spec("onnx") is None or find_spec("onnxscript") is None:
        raise UserError(
            "onnx-missing",
            "Writing ONNX needs two more packages; install them with: pip install 'latent-studio[onnx]'",
        )
    path = find_generator(source)
    generator = parse_generator(path.read_bytes(), path.name)
    content = _converted(generator.module, generator.model)
    difference = _difference(content, generator.module, generator.model)
    if difference > TOLERANCE:
        raise UserError(
            "onnx-differs", "The ONNX file draws other pictures than torch; it was not kept.", by=difference
        )
    atomic_write(out, content)
    return {"file": str(out), "format": "onnx", "bytes": len(content), "largest_difference": difference}


def _latents(model: ModelConfig, count: int, seed: int) -> tuple[torch.Tensor, torch.Tensor]:
    labels = torch.arange(count) % model.classes
    mix = nn.functional.one_hot(labels, model.classes).to(torch.float32)
    return torch.from_numpy(gaussian(seed, count, model.z_size)), mix


def _converted(module: nn.Module, model: ModelConfig) -> bytes:
    with warnings.catch_warnings():
        # The exporter warns of its own use of torch, and of B being the same size twice.
        warnings.simplefilter("ignore")
        program = torch.onnx.export(
            module,
            _latents(model, 2, seed=0),
            input_names=INPUTS,
            output_names=OUTPUTS,
            dynamic_shapes=({0: "B"}, {0: "B"}),
            dynamo=True,
            verbose=False,
        )
    assert program is not None
    content: bytes = program.model_proto.SerializeToString()
    return content


def _difference(content: bytes, module: nn.Module, model: ModelConfig) -> float:
    """The largest difference from torch over a few pictures, computed by ONNX's own reference."""
    import onnx
    from onnx.reference import ReferenceEvaluator

    latents, mix = _latents(model, CHECKED_PICTURES, seed=1)
    inputs = {"latents": latents.numpy(), "mix": mix.numpy()}
    images = ReferenceEvaluator(onnx.load_from_string(content)).run(None, inputs)[0]
    with torch.inference_mode():
        expected = module(latents, mix).numpy()
    return float(np.abs(images - expected).max())
