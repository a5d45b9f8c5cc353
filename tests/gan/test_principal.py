"""Principal directions: exact for every architecture, ordered on the generator that ships, and followed over time."""

import numpy as np
import pytest
import torch

from gan.config import ModelConfig
from gan.image_maker import ImageMaker
from gan.latents import PrincipalDirections, gaussian, one_hot
from gan.networks import build_generator
from gan.principal import COUNT, principal_directions


@pytest.mark.parametrize("architecture", ["compact", "dcgan"])
def test_they_are_the_principal_components_of_the_first_layer_over_many_z(architecture: str) -> None:
    model = ModelConfig(architecture=architecture, z_size=12, image_size=28, channels=3, class_names=("all",))
    generator = build_generator(model).eval()
    directions = principal_directions(generator)
    first_layer = generator.widen if architecture == "compact" else generator.start
    z = torch.tensor(gaussian(1, 40_000, 12))
    inputs = torch.cat([z, torch.zeros(len(z), model.class_size)], dim=1)
    with torch.inference_mode():
        features = first_layer(inputs if architecture == "compact" else inputs[:, :, None, None]).flatten(1)
        covariance = (z.T @ features / len(z)).double()  # what regressing back to z gives for white z
    spread = np.linalg.norm(directions.vectors @ covariance.numpy(), axis=1)
    assert (np.diff(spread) < 0.02 * spread[0]).all()  # the strongest first
    np.testing.assert_allclose(directions.shares, spread**2 / (covariance**2).sum().item(), atol=0.01)
    np.testing.assert_allclose(directions.vectors @ directions.vectors.T, np.eye(COUNT), atol=1e-5)


def test_they_are_the_same_every_time_and_their_largest_part_is_positive() -> None:
    first, again = (ImageMaker.open("ink-digits").info.principal for _ in range(2))
    assert first is not None and again is not None
    np.testing.assert_array_equal(first.vectors, again.vectors)
    assert all(vector[np.abs(vector).argmax()] > 0 for vector in first.vectors)


def test_a_z_of_few_numbers_has_no_more_directions_than_numbers() -> None:
    generator = build_generator(ModelConfig(z_size=3, width=4)).eval()
    assert len(principal_directions(generator)) == 3


def test_of_the_shipped_generator_the_first_change_the_pictures_most_and_eight_most_of_what_can_change() -> (
    None
):
    maker = ImageMaker.open("ink-digits")
    directions = maker.info.principal
    assert directions is not None
    z = gaussian(7, 30, maker.info.model.z_size)
    mix = np.stack([one_hot(label % 10, 10) for label in range(len(z))])

    def change(vector: np.ndarray) -> float:
        step = vector / 10  # small, so that changes along all axes add up to the same whatever the axes
        return float(np.square(maker.images(z + step, mix) - maker.images(z - step, mix)).mean())

    changes = np.array([change(vector) for vector in directions.vectors])
    everything = sum(change(axis) for axis in np.eye(z.shape[1], dtype=np.float32))
    assert changes.argmax() == 0 and changes[:4].sum() > 1.2 * changes[4:].sum()
    assert changes.sum() > 0.6 * everything


def test_a_direction_is_found_again_among_others_turned_a_little_or_round() -> None:
    before = PrincipalDirections(np.eye(4)[:3], np.ones(3) / 3)
    turned = np.array([[0, 1, 0.1, 0], [-1, 0, 0, 0.1], [0, 0, 1, 1]])
    after = PrincipalDirections(turned / np.linalg.norm(turned, axis=1, keepdims=True), np.ones(3) / 3)
    assert before.places_of(after, 0.9) == (1, 0, None)
    assert PrincipalDirections(np.eye(5)[:3], np.ones(3)).places_of(after, 0.9) == (None, None, None)
