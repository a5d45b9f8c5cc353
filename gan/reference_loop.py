"""The quick recipe's step in bare torch, with nothing around it: the baseline that our loop's speed is held against."""

from __future__ import annotations

import time

import numpy as np
import torch
from torch.nn import functional as F

from gan.config import ModelConfig
from gan.networks import build_discriminator, build_generator

MINIBATCH = 32
SECONDS = 5.0


def reference_speed(images: np.ndarray, labels: np.ndarray, classes: int) -> float:
    """Images/s of a plain relativistic step at minibatch 32 on one thread; images (N, H, W, C), labels (N,)."""
    torch.set_num_threads(1)
    model = ModelConfig(
        class_names=tuple(map(str, range(classes))), image_size=images.shape[1], channels=images.shape[3]
    )
    generator, discriminator = build_generator(model), build_discriminator(model)
    adams = [
        torch.optim.Adam(net.parameters(), lr=2e-3, betas=(0.5, 0.999)) for net in (generator, discriminator)
    ]
    pictures = torch.tensor(images).permute(0, 3, 1, 2)
    targets = torch.tensor(labels, dtype=torch.int64)
    seen, began_s = 0, time.monotonic()
    while (passed_s := time.monotonic() - began_s) < SECONDS:
        rows = torch.randint(len(images), (MINIBATCH,))
        real, y = pictures[rows].float() / 127.5 - 1, targets[rows]
        made = generator(torch.randn(MINIBATCH, model.z_size), F.one_hot(y, classes).float())
        adams[1].zero_grad()
        F.softplus(discriminator(made.detach(), y) - discriminator(real, y)).mean().backward()
        adams[1].step()
        adams[0].zero_grad()
        F.softplus(discriminator(real, y).detach() - discriminator(made, y)).mean().backward()
        adams[0].step()
        seen += MINIBATCH
    return seen / passed_s
