"""Blends of two classes that read as one of the two.

A training picture has one class, so nothing tells the generator what lies between two, and at the middle it often
draws a third. Here a small reader learns the classes of the training pictures beside the run, and the generator is
asked for blends in which it finds the one class or the other, in whatever shares: so they still pass into each other.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from gan.config import TrainingConfig
from gan.device import send
from gan.distributed import Team
from gan.guard import UpdateGuard
from gan.networks import channels_last

EVERY_STEPS = 2
LEAST_SHARE = 0.4  # of either class in a blend: where blends go wrong
LEARNING_RATE = 2e-3
WIDTH = 16


@dataclass(frozen=True, slots=True)
class Blends:
    """The two ``classes (B, 2)`` of each, and the ``mix (B, K)`` between them."""

    classes: Tensor
    mix: Tensor


class Reader(nn.Module):
    """Two strided convolutions on a pixel unshuffle and a linear layer."""

    def __init__(self, config: TrainingConfig) -> None:
        super().__init__()
        model = config.model
        self.look = nn.Conv2d(4 * model.channels, WIDTH, 3, stride=2, padding=1)
        self.reduce = nn.Conv2d(WIDTH, 2 * WIDTH, 3, stride=2, padding=1)
        self.read = nn.Linear(2 * WIDTH * (-(-model.image_size // 8)) ** 2, model.classes)

    def forward(self, images: Tensor) -> Tensor:
        """(B, C, H, W) -> logits (B, K)."""
        features = F.leaky_relu(self.look(F.pixel_unshuffle(images, 2)), 0.2)
        return self.read(F.leaky_relu(self.reduce(features), 0.2).flatten(1))


class ClassBlends:
    """Draws blends, teaches the reader, and says how much of a third class it finds."""

    def __init__(self, config: TrainingConfig, device: torch.device, team: Team) -> None:
        self._classes, self._z_size = config.model.classes, config.model.z_size
        self._device, self._team = device, team
        with torch.random.fork_rng(devices=[]):
            torch.manual_seed(config.seed)
            self.reader = channels_last(Reader(config)).to(device)
        self.optimizer = torch.optim.Adam(
            self.reader.parameters(), lr=LEARNING_RATE, fused=device.type in ("cpu", "cuda")
        )
        self.noise = torch.Generator().manual_seed(config.seed + 3)
        self._learning_reader = team.with_shared_gradients(self.reader)

    @staticmethod
    def is_due(step: int) -> bool:
        """Whether this step asks for blends: every other one does, and the style lock asks in those between."""
        return step % EVERY_STEPS == 1

    def learn(self, images: Tensor, labels: Tensor, guard: UpdateGuard) -> None:
        """One step of the reader on training pictures (B, C, H, W) in [-1, 1] and their labels (B,)."""
        loss = F.cross_entropy(self._learning_reader(images), labels)
        self.optimizer.zero_grad(set_to_none=True)
        loss.backward()
        guard.update(self.optimizer, loss)

    def draw(self, labels: Tensor) -> Blends:
        """A blend near the middle of each class, (B,), with another."""
        draws = torch.rand(len(labels) * self._team.size, 2, generator=self.noise)
        other, place = send(self._team.share(draws), self._device).unbind(dim=1)
        second = (labels + 1 + (other * (self._classes - 1)).long()) % self._classes
        share = (LEAST_SHARE + (1 - 2 * LEAST_SHARE) * place)[:, None]
        mix = share * F.one_hot(labels, self._classes) + (1 - share) * F.one_hot(second, self._classes)
        return Blends(torch.stack([labels, second], dim=1), mix)

    def loss(self, generator: nn.Module, labels: Tensor) -> Tensor:
        """How much of a third class the reader finds in fresh blends of these classes with others, (B,) -> ().

        Times :data:`EVERY_STEPS`, for the steps that ask for nothing.
        """
        noise = torch.randn(len(labels) * self._team.size, self._z_size, generator=self.noise)
        latents, blends = send(self._team.share(noise), self._device), self.draw(labels)
        with _norms_as_shown(generator):
            made = generator(latents, blends.mix)
        return EVERY_STEPS * third_class_loss(self._frozen_reading(made), blends.classes)

    def _frozen_reading(self, images: Tensor) -> Tensor:
        """The reader's logits, with gradients for the pictures alone."""
        weights = {name: weight.detach() for name, weight in self.reader.named_parameters()}
        logits: Tensor = torch.func.functional_call(self.reader, weights, images)
        return logits


def third_class_loss(logits: Tensor, classes: Tensor) -> Tensor:
    """-log of the probability that it is one of the two: logits (B, K), classes (B, 2) -> ()."""
    return (logits.logsumexp(dim=1) - logits.gather(1, classes).logsumexp(dim=1)).mean()


@contextmanager
def _norms_as_shown(generator: nn.Module) -> Iterator[None]:
    """Let batch norm use its running averages, as where pictures are made to be looked at, and learn nothing new."""
    norms = [module for module in generator.modules() if isinstance(module, nn.BatchNorm2d)]
    try:
        for norm in norms:
            norm.eval()
        yield
    finally:
        for norm in norms:
            norm.train()
