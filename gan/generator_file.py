"""``generator.safetensors``: the averaged generator with config, card and measured directions; what people share."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import torch
from torch import nn

from gan.config import FORMAT_VERSION, ModelConfig
from gan.errors import FileError
from gan.latents import MeasuredDirections
from gan.networks import build_generator, channels_last
from gan.networks.weightless import weightless
from gan.tensor_file import parse_tensors, write_tensors

KIND = "generator"
DIRECTIONS, DIRECTIONS_R2 = "directions.vectors", "directions.r2"


@dataclass(frozen=True, slots=True, kw_only=True)
class GeneratorFile:
    """A generator as it lies in a file. ``card``: data set, licence, steps, seed, measured quality … for people."""

    name: str
    model: ModelConfig
    step: int
    dataset_name: str
    module: nn.Module
    card: Mapping[str, Any] = field(default_factory=dict)
    directions: MeasuredDirections | None = None
    fingerprint: str = ""


def save_generator(
    path: Path, generator: GeneratorFile, *, durable: bool = True, half_precision: bool = False
) -> str:
    """Write atomically; ``durable=False`` for live weights that nobody needs after a power cut. Returns the SHA-256.

    ``half_precision``: numbers of 16 bits where they can hold the values, for half the size.
    """
    tensors = dict(generator.module.state_dict())
    if half_precision:
        tensors = {name: _halved(tensor) for name, tensor in tensors.items()}
    description: dict[str, Any] = {
        "kind": KIND,
        "format_version": FORMAT_VERSION,
        "name": generator.name,
        "model": generator.model.to_json(),
        "step": generator.step,
        "dataset_name": generator.dataset_name,
        "card": dict(generator.card),
    }
    if generator.directions is not None:
        description["directions"] = list(generator.directions.names)
        tensors[DIRECTIONS] = torch.tensor(generator.directions.vectors)
        tensors[DIRECTIONS_R2] = torch.tensor(generator.directions.r2)
    return write_tensors(path, tensors, description, durable=durable)


def parse_generator(blob: bytes, name: str) -> GeneratorFile:
    """A generator from the bytes of its file, checked in full before use. FileError with one sentence otherwise."""
    tensors, description = parse_tensors(blob, name, KIND)
    if not isinstance(version := description.get("format_version"), int) or version > FORMAT_VERSION:
        raise FileError("file-newer", "{name} was made with a newer version of Latent Studio.", name=name)
    model = ModelConfig.from_json(description.get("model"))
    directions = _directions(tensors, description, model)
    tensors = {
        name: tensor.float() if tensor.dtype == torch.half else tensor for name, tensor in tensors.items()
    }
    with weightless():
        module = build_generator(model)
    expected = module.state_dict()
    fits = expected.keys() == tensors.keys() and all(
        expected[key].shape == tensors[key].shape and expected[key].dtype == tensors[key].dtype
        for key in expected
    )
    if not fits:
        raise FileError(
            "generator-does-not-fit", "The weights in {name} do not fit its description.", name=name
        )
    module.load_state_dict(tensors, assign=True)
    channels_last(module).eval().requires_grad_(False)
    card = description.get("card")
    return GeneratorFile(
        name=str(description.get("name", ""))[:200],
        model=model,
        step=int(description.get("step", 0)),
        dataset_name=str(description.get("dataset_name", ""))[:200],
        module=module,
        card=card if isinstance(card, dict) else {},
        directions=directions,
        fingerprint=hashlib.sha256(blob).hexdigest(),
    )


def _halved(tensor: torch.Tensor) -> torch.Tensor:
    if not tensor.is_floating_point():
        return tensor
    half = tensor.half()
    return half if bool(torch.isfinite(half).all()) else tensor


def _directions(
    tensors: dict[str, torch.Tensor], description: dict[str, Any], model: ModelConfig
) -> MeasuredDirections | None:
    """Take the measured directions out of ``tensors``, if the file carries any."""
    vectors, r2 = tensors.pop(DIRECTIONS, None), tensors.pop(DIRECTIONS_R2, None)
    names = description.get("directions")
    if vectors is None or r2 is None or not isinstance(names, list):
        return None
    if vectors.ndim != 2 or vectors.shape[1] != model.z_size:
        raise FileError("generator-does-not-fit", "The measured directions of this generator do not fit it.")
    return MeasuredDirections(tuple(str(name) for name in names), vectors.numpy(), r2.numpy())
