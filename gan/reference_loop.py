"""The bare loop: a recipe's step in plain torch with nothing around it, which our own loop's speed is held against.

No penalties, no style lock, no class blends, no average, no guard, no schedule; networks, minibatch and loss are the
recipe's.
"""

from __future__ import annotations

import time

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional as F

from gan.config import TrainingConfig
from gan.networks import build_discriminator, build_generator

SECONDS = 5.0


def reference_speed(config: TrainingConfig, images: np.ndarray, labels: np.ndarray) -> float:
    """Images/s over five seconds; images (N, H, W, C), labels (N,)."""
    torch.set_num_threads(config.threads)
    loop = BareLoop(config, images, labels, torch.device("cpu"))
    loop.step()
    seen, began_s = 0, time.monotonic()
    while (passed_s := time.monotonic() - began_s) < SECONDS:
        loop.step()
        seen += loop.minibatch
    return seen / passed_s


class BareLoop:
    """Fresh networks, and what trains them."""

    def __init__(
        self, config: TrainingConfig, images: np.ndarray, labels: np.ndarray, device: torch.device
    ) -> None:
        """``images (N, H, W, C)`` uint8, ``labels (N,)``; the minibatch is the recipe's first."""
        self.minibatch = config.minibatch_at(0)
        self.generator = build_generator(config.model).to(device)
        self.discriminator = build_discriminator(config.model).to(device)
        betas = (config.beta1, config.beta2)
        self._generator_adam = torch.optim.Adam(
            self.generator.parameters(), config.generator_learning_rate, betas
        )
        self._discriminator_adam = torch.optim.Adam(
            self.discriminator.parameters(), config.discriminator_learning_rate, betas
        )
        self._images = torch.tensor(images).permute(0, 3, 1, 2).to(device)
        self._labels = torch.tensor(labels, dtype=torch.int64, device=device)
        self._relativistic = config.loss == "relativistic"
        self._model, self._device = config.model, device

    def step(self) -> None:
        """One minibatch, for the discriminator and then for the generator."""
        rows = torch.randint(len(self._images), (self.minibatch,), device=self._device)
        real, labels = self._images[rows].float() / 127.5 - 1, self._labels[rows]
        latents = torch.randn(self.minibatch, self._model.z_size, device=self._device)
        made = self.generator(latents, F.one_hot(labels, self._model.classes).float())
        real_logits = self.discriminator(real, labels)
        self._discriminator_adam.zero_grad()
        self._discriminator_loss(real_logits, self.discriminator(made.detach(), labels)).backward()
        self._discriminator_adam.step()
        self._generator_adam.zero_grad()
        self._generator_loss(self.discriminator(made, labels), real_logits.detach()).backward()
        self._generator_adam.step()

    def _discriminator_loss(self, real_logits: Tensor, made_logits: Tensor) -> Tensor:
        if self._relativistic:
            return F.softplus(made_logits - real_logits).mean()
        return F.softplus(-real_logits).mean() + F.softplus(made_logits).mean()

    def _generator_loss(self, made_logits: Tensor, real_logits: Tensor) -> Tensor:
        if self._relativistic:
            return F.softplus(real_logits - made_logits).mean()
        return F.softplus(-made_logits).mean()
