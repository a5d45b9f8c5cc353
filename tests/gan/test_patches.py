"""The Laplacian pyramid and the sliced Wasserstein distance, against closed forms."""

import math

import numpy as np
import pytest
import torch
from torch.nn import functional as F

from gan.patches import PatchSample, laplacian_pyramid, patch_distance, sliced_wasserstein_parts


def _distance(a: torch.Tensor, b: torch.Tensor, directions: int = 512) -> float:
    return float(np.mean(list(sliced_wasserstein_parts(a, b, directions=directions, seed=0))))


def test_a_shift_in_one_dimension_costs_its_length_and_order_does_not_matter() -> None:
    points = torch.from_numpy(np.random.default_rng(0).normal(size=(500, 1)).astype(np.float32))
    assert _distance(points, points.flip(0) + 3.0, directions=32) == pytest.approx(3.0, rel=1e-5)


def test_stretching_a_gaussian_in_one_dimension_costs_the_mean_of_its_absolute_value() -> None:
    """W1 of N(0, 1) and N(0, s²) is (s - 1) · √(2/π)."""
    points = torch.from_numpy(np.random.default_rng(1).normal(size=(200_000, 1)).astype(np.float32))
    expected = 1.5 * math.sqrt(2 / math.pi)
    assert _distance(points, 2.5 * points, directions=32) == pytest.approx(expected, rel=0.01)


def test_a_shift_in_many_dimensions_costs_its_mean_along_random_directions() -> None:
    """E|⟨u, v⟩| over unit vectors u of dimension D is |v| · Γ(D/2) / (√π · Γ((D+1)/2))."""
    size = 12
    points = torch.from_numpy(np.random.default_rng(2).normal(size=(400, size)).astype(np.float32))
    shift = torch.zeros(size)
    shift[3] = 5.0
    expected = 5.0 * math.gamma(size / 2) / (math.sqrt(math.pi) * math.gamma((size + 1) / 2))
    assert _distance(points, points + shift, directions=20_000) == pytest.approx(expected, rel=0.03)


@pytest.mark.parametrize(
    ("image_size", "levels"), [(28, [28]), (32, [32, 16]), (64, [64, 32, 16]), (128, [128, 64, 32, 16])]
)
def test_the_pyramid_goes_down_to_16_pixels(image_size: int, levels: list[int]) -> None:
    images = torch.zeros(2, 3, image_size, image_size)
    assert [level.shape[-1] for level in laplacian_pyramid(images)] == levels


def test_an_even_picture_lies_wholly_in_the_last_level_and_detail_wholly_in_the_first() -> None:
    fine, rest = laplacian_pyramid(torch.full((1, 1, 32, 32), 0.7))
    assert torch.allclose(rest, torch.tensor(0.7)) and fine.abs().max() < 1e-6
    chequered = (torch.arange(32)[:, None] + torch.arange(32)) % 2 - 0.5
    fine, rest = laplacian_pyramid(chequered[None, None])
    assert rest.abs().max() < 1e-6 and torch.allclose(fine[0, 0], chequered)


def test_the_levels_add_up_to_the_picture() -> None:
    image = torch.from_numpy(np.random.default_rng(3).random((1, 2, 32, 32), dtype=np.float32))
    fine, rest = laplacian_pyramid(image)
    wide = torch.zeros(1, 2, 32, 32)
    wide[:, :, ::2, ::2] = rest
    kernel = torch.tensor([1.0, 4.0, 6.0, 4.0, 1.0]) / 8
    for shape in ((2, 1, 5, 1), (2, 1, 1, 5)):
        pad = (0, 0, 2, 2) if shape[2] == 5 else (2, 2, 0, 0)
        wide = F.conv2d(
            F.pad(wide, pad, mode="reflect"), kernel.view(1, 1, *shape[2:]).expand(shape), groups=2
        )
    assert torch.allclose(fine + wide, image, atol=1e-6)


def test_descriptors_are_patches_with_each_colour_standardised() -> None:
    pixels = np.random.default_rng(4).integers(0, 200, (20, 28, 28, 3), dtype=np.uint8)
    pixels[..., 1] //= 4
    sample = PatchSample(8, seed=0)
    sample.add(pixels[:7])
    sample.add(pixels[7:])
    (level,) = sample.descriptors()
    assert level.shape == (160, 3 * 49)
    colours = level.view(160, 3, 49)
    assert torch.allclose(colours.mean(dim=(0, 2)), torch.zeros(3), atol=1e-5)
    assert torch.allclose(colours.std(dim=(0, 2)), torch.ones(3), atol=1e-4)


def test_a_patch_is_cut_out_of_the_picture_as_it_is() -> None:
    """In a picture whose pixels are all different there is one place for each patch."""
    pixels = (np.arange(28)[:, None] + 8 * np.arange(28)).astype(np.uint8)[None, :, :, None]
    sample = PatchSample(3, seed=1)
    sample.add(pixels)
    patches = sample.descriptors()[0].view(3, 7, 7)
    down, across = patches.diff(dim=1), patches.diff(dim=2)
    assert torch.allclose(down, down[0, 0, 0].expand_as(down), atol=1e-4)
    assert torch.allclose(across, 8 * down[0, 0, 0].expand_as(across), atol=1e-3)


def _edges(count: int, image_size: int, channels: int, seed: int) -> np.ndarray:
    """Dark pictures with a bright right side of random breadth."""
    first = np.random.default_rng(seed).integers(4, image_size - 4, count)
    lines = 255 * (np.arange(image_size) >= first[:, None]).astype(np.uint8)
    return np.broadcast_to(lines[:, None, :, None], (count, image_size, image_size, channels)).copy()


@pytest.mark.parametrize(("image_size", "channels"), [(28, 1), (32, 4), (64, 3)])
def test_pictures_of_one_source_are_nearer_than_the_same_with_noise(image_size: int, channels: int) -> None:
    one, other = (_edges(200, image_size, channels, seed) for seed in (1, 2))
    noise = np.random.default_rng(3).normal(0, 60, other.shape)
    noisy = (other + noise).clip(0, 255).astype(np.uint8)
    same, different = (patch_distance(one, pixels, directions=64) for pixels in (other, noisy))
    assert different > 2 * same


def test_blank_pictures_are_no_distance_apart() -> None:
    blank = np.zeros((4, 28, 28, 1), dtype=np.uint8)
    assert patch_distance(blank, blank) == 0.0
