"""The objectives against closed forms."""

import math

import pytest
import torch

from gan.losses import (
    discriminator_cross_entropy,
    generator_cross_entropy,
    gradient_penalty,
    relativistic_loss,
)


def test_the_relativistic_loss_of_equal_logits_is_log_two() -> None:
    logits = torch.tensor([3.0, -1.0])
    assert relativistic_loss(logits, logits).item() == pytest.approx(math.log(2))


def test_the_relativistic_loss_falls_as_the_favoured_side_wins() -> None:
    loss = relativistic_loss(torch.tensor([5.0]), torch.tensor([1.0]))
    assert loss.item() == pytest.approx(math.log1p(math.exp(-4)))


def test_cross_entropy_of_an_undecided_discriminator_is_two_log_two_and_log_two() -> None:
    undecided = torch.zeros(4)
    assert discriminator_cross_entropy(undecided, undecided).item() == pytest.approx(2 * math.log(2))
    assert generator_cross_entropy(undecided).item() == pytest.approx(math.log(2))


def test_the_penalty_of_a_linear_score_is_half_its_squared_slope() -> None:
    slope = torch.tensor([[3.0, 4.0]]).view(1, 1, 1, 2)
    images = torch.randn(6, 1, 1, 2, requires_grad=True)
    penalty = gradient_penalty(images, (images * slope).sum(dim=(1, 2, 3)))
    assert penalty.item() == pytest.approx(25.0 / 2)


def test_the_penalty_can_itself_be_descended() -> None:
    slope = torch.tensor(2.0, requires_grad=True)
    images = torch.randn(3, 1, 1, 1, requires_grad=True)
    gradient_penalty(images, (images * slope).sum(dim=(1, 2, 3))).backward()
    assert slope.grad is not None
    assert slope.grad.item() == pytest.approx(2.0)
