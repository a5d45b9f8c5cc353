"""The averaged generator."""

import torch
from torch import nn

from gan.ema import MovingAverage


def test_the_average_follows_its_formula_with_a_quick_start() -> None:
    network = nn.Linear(1, 1, bias=False)
    nn.init.constant_(network.weight, 0.0)
    average = MovingAverage(network, decay=0.9)
    nn.init.constant_(network.weight, 1.0)
    expected = 0.0
    for step in range(1, 200):
        average.update(step)
        decay = min(0.9, (1 + step) / (10 + step))
        expected = decay * expected + (1 - decay) * 1.0
        assert torch.allclose(average.module.weight, torch.tensor(expected))


def test_without_decay_the_average_is_the_generator_itself() -> None:
    network = nn.Sequential(nn.Conv2d(1, 2, 3), nn.BatchNorm2d(2))
    average = MovingAverage(network, decay=0.0)
    network(torch.randn(4, 1, 5, 5))
    nn.init.constant_(network[0].weight, 0.5)
    average.update(1)
    for name, tensor in network.state_dict().items():
        assert torch.equal(average.module.state_dict()[name], tensor), name


def test_the_average_takes_in_batch_norm_statistics_and_is_never_trained() -> None:
    network = nn.Sequential(nn.BatchNorm2d(1))
    average = MovingAverage(network, decay=0.5)
    network(torch.full((2, 1, 2, 2), 10.0))
    average.update(1000)
    assert average.module[0].running_mean.item() == 0.5  # half way to the 1.0 that momentum 0.1 gave
    assert not average.module.training
    assert not any(parameter.requires_grad for parameter in average.module.parameters())
