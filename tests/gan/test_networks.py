"""Generators and discriminators of every size and number of channels."""

import pytest
import torch

from gan.config import ARCHITECTURES, IMAGE_SIZES, ModelConfig
from gan.networks import build_discriminator, build_generator
from gan.networks.sizes import extra_doublings


def _model(architecture: str, image_size: int, channels: int = 1) -> ModelConfig:
    return ModelConfig(
        architecture=architecture,
        image_size=image_size,
        channels=channels,
        width=4,
        z_size=6,
        class_names=("a", "b", "c"),
    )


@pytest.mark.parametrize("architecture", ARCHITECTURES)
@pytest.mark.parametrize("image_size", IMAGE_SIZES)
@pytest.mark.parametrize("channels", [1, 3, 4])
def test_pictures_of_every_shape_are_made_and_judged(
    architecture: str, image_size: int, channels: int
) -> None:
    model = _model(architecture, image_size, channels)
    generator, discriminator = build_generator(model), build_discriminator(model)
    images = generator(torch.randn(3, 6), torch.eye(3))
    assert images.shape == (3, channels, image_size, image_size)
    assert images.abs().max() <= 1
    logits = discriminator(images, torch.arange(3))
    assert logits.shape == (3,)
    logits.sum().backward()
    for module in (generator, discriminator):
        assert all(parameter.grad is not None for parameter in module.parameters())


@pytest.mark.parametrize("architecture", ARCHITECTURES)
def test_small_pictures_have_the_networks_that_are_in_files_already(architecture: str) -> None:
    names = [
        [name for name, _ in build(_model(architecture, size)).named_parameters()]
        for build in (build_generator, build_discriminator)
        for size in (28, 32)
    ]
    assert not any("doublings" in name or "halvings" in name for group in names for name in group)
    assert names[0] == names[1] and names[2] == names[3]


def test_large_pictures_begin_at_eight_pixels() -> None:
    assert [extra_doublings(size) for size in (28, 32, 64, 128, 256)] == [0, 0, 1, 2, 3]
