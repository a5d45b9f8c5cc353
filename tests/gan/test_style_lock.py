"""One latent, one hand: measures with gradients, shared latents, and a demand that nothing can dodge."""

import numpy as np
import pytest
import torch

from gan.config import TrainingConfig
from gan.data.practice import practice_digits
from gan.measures import MEASURES, measure_shapes
from gan.style_lock import StyleLock, differentiable_measures
from gan.trainer import Trainer
from tests.gan.tiny_training import tiny_config, tiny_model, tiny_pictures, tiny_trainer, train

CPU = torch.device("cpu")


def _images(pixels: np.ndarray) -> torch.Tensor:
    return torch.tensor(pixels).permute(0, 3, 1, 2).to(torch.float32) / 127.5 - 1.0


def test_the_measures_with_gradients_are_those_that_evaluation_takes() -> None:
    pixels = practice_digits().images[:300]
    expected = measure_shapes(pixels)[:, [MEASURES.index(name) for name in ("slant", "thickness", "ink")]]
    measured = differentiable_measures(_images(pixels)).numpy()
    np.testing.assert_allclose(measured[:, [0, 2]], expected[:, [0, 2]], atol=1e-4)
    assert np.corrcoef(measured[:, 1], expected[:, 1])[0, 1] > 0.999  # smoothed, so not quite the same


def test_gradients_are_finite_on_blank_and_on_full_pictures() -> None:
    images = torch.cat([torch.full((2, 1, 28, 28), value) for value in (-1.0, 1.0)]).requires_grad_()
    differentiable_measures(images).sum().backward()
    assert images.grad is not None and bool(torch.isfinite(images.grad).all())


def test_latents_are_shared_between_two_classes_and_never_within_one() -> None:
    latents = torch.arange(7.0)[:, None]
    labels = torch.tensor([0, 1, 2, 0, 5, 3, 6])
    assert StyleLock.share(latents, labels)[:, 0].tolist() == [0, 1, 2, 3, 1, 2, 6]


def test_equal_measures_in_two_classes_cost_nothing_and_opposite_slants_most() -> None:
    digits = practice_digits().images[:64]
    both_ways = np.concatenate([digits, digits[:, :, ::-1]])  # as many lean to the left as to the right
    lock = StyleLock(np.concatenate([both_ways] * 2), np.arange(256) // 128, 2, CPU)
    labels = torch.arange(128) // 64
    alike = lock.loss(_images(np.concatenate([digits, digits])), labels)
    mirrored = lock.loss(_images(both_ways), labels)
    # Mirroring turns the slant round and leaves thickness and ink: 2, 0 and 0, of which the mean counts twice.
    assert alike.item() == pytest.approx(0.0, abs=1e-6)
    assert mirrored.item() == pytest.approx(2.0 * 2.0 / 3.0, abs=0.1)


def test_a_pair_within_one_class_costs_nothing_since_its_latents_are_two() -> None:
    digits = practice_digits().images[:64]
    lock = StyleLock(digits, np.zeros(64, dtype=np.int64), 2, CPU)
    assert lock.loss(_images(digits), torch.zeros(64, dtype=torch.int64)).item() == 0.0


def test_a_class_of_one_picture_has_a_deviation_to_divide_by() -> None:
    digits = practice_digits().images[:2]
    lock = StyleLock(digits, np.array([0, 1]), 3, CPU)
    loss = lock.loss(_images(digits), torch.tensor([0, 2]))
    assert bool(torch.isfinite(loss))


def test_training_under_the_lock_ends_with_styles_that_are_more_alike() -> None:
    images, labels = tiny_pictures()
    judge = StyleLock(images, labels, 3, CPU)
    latents = torch.randn(200, 4, generator=torch.Generator().manual_seed(3)).repeat(2, 1)
    classes = torch.arange(400) // 200
    differences = []
    for weight in (0.0, 5.0):
        trainer = train(tiny_trainer(style_lock=weight), 250)
        with torch.no_grad():
            made = trainer.average.module(latents, torch.nn.functional.one_hot(classes, 3).float())
            differences.append(judge.loss(made, classes).item())
    assert differences[1] < 0.7 * differences[0]


def test_the_lock_asks_nothing_of_colour_pictures_or_of_a_single_class() -> None:
    images, labels = tiny_pictures()
    one = tiny_model(class_names=("all",)).to_json()
    colour = tiny_model(channels=3).to_json()
    without_classes = Trainer(tiny_config(model=one), images, np.zeros_like(labels), CPU)
    in_colour = Trainer(tiny_config(model=colour), np.repeat(images, 3, axis=3), labels, CPU)
    assert tiny_trainer().style_lock is not None
    for trainer in (without_classes, in_colour):
        assert trainer.style_lock is None
        assert bool(torch.isfinite(trainer.step()).all())


def test_a_recipe_from_before_the_lock_has_none() -> None:
    older = tiny_config().to_json()
    del older["style_lock"]
    assert TrainingConfig.from_json(older).style_lock == 0.0
