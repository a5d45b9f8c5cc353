"""The style lock: one latent leans, thickens and inks the pictures of every class alike.

The discriminator sees each class by itself, so nothing tells the generator to use a latent in one way for all of
them. Here pairs of pictures of two classes share their latent, and the generator is asked for the same slant, stroke
thickness and ink in both, each standardised by what training pictures of the class measure.
"""

from __future__ import annotations

import numpy as np
import torch
from torch import Tensor

PICTURES = 10_000  # of the training set tell what is usual in a class
EVERY_STEPS = 2


class StyleLock:
    """Shares latents within a minibatch and says how differently they were used; it has no state of its own."""

    def __init__(self, images: np.ndarray, labels: np.ndarray, classes: int, device: torch.device) -> None:
        """``images (N, H, W, 1)`` uint8, ``labels (N,)``: the training set."""
        rows = np.linspace(0, len(images) - 1, min(PICTURES, len(images))).astype(np.int64)
        pictures = torch.from_numpy(images[rows]).permute(0, 3, 1, 2).to(torch.float32)
        measures = differentiable_measures(pictures.div_(127.5).sub_(1.0))
        self._means = torch.zeros(classes, measures.shape[1])
        self._deviations = torch.ones(classes, measures.shape[1])
        for label in np.unique(labels[rows]):
            own = measures[torch.from_numpy(labels[rows] == label)]
            self._means[label] = own.mean(dim=0)
            self._deviations[label] = own.std(dim=0, correction=0).clamp_min(1e-3)
        self._means, self._deviations = self._means.to(device), self._deviations.to(device)

    @staticmethod
    def is_due(step: int) -> bool:
        """Whether this step asks for equal styles: every other one does, with twice the weight."""
        return step % EVERY_STEPS == 0

    @staticmethod
    def share(latents: Tensor, labels: Tensor) -> Tensor:
        """The second half takes the latents of the first, where the class is another: (B, Z), (B,) -> (B, Z)."""
        half = len(latents) // 2
        others = (labels[:half] != labels[half : 2 * half])[:, None]
        second = torch.where(others, latents[:half], latents[half : 2 * half])
        return torch.cat([latents[:half], second, latents[2 * half :]])

    def loss(self, made: Tensor, labels: Tensor) -> Tensor:
        """Squared difference of the measures within a pair over their squares, (B, 1, H, W), (B,) -> ().

        A ratio, so that pictures cannot please it by all being alike: 0 where styles are the same, 1 where they have
        nothing to do with each other. Times :data:`EVERY_STEPS`, for the steps that ask for nothing.
        """
        half = len(made) // 2
        labels = labels[: 2 * half]
        measures = (differentiable_measures(made[: 2 * half]) - self._means[labels]) / self._deviations[
            labels
        ]
        first, second = measures[:half], measures[half:]
        others = (labels[:half] != labels[half:]).to(torch.float32)[:, None]
        differences = ((first - second).square() * others).sum(dim=0)
        squares = ((first.square() + second.square()) * others).sum(dim=0)
        return EVERY_STEPS * (differences / squares.clamp_min(1e-3)).mean()


def differentiable_measures(images: Tensor) -> Tensor:
    """Slant, stroke thickness and ink, (B, 1, H, W) in [-1, 1] -> (B, 3), as :func:`gan.measures.measure_shapes`.

    Smoothed where that one has corners, so that gradients stay finite on blank pictures.
    """
    light = (images[:, 0] + 1.0) / 2.0
    height, width = light.shape[1:]
    rows = torch.arange(height, dtype=torch.float32, device=images.device)
    columns = torch.arange(width, dtype=torch.float32, device=images.device)
    area = light.sum(dim=(1, 2)).clamp_min(1e-3)
    along_rows, along_columns = light.sum(dim=2), light.sum(dim=1)
    x = columns[None, :] - (along_columns @ columns / area)[:, None]
    y = (along_rows @ rows / area)[:, None] - rows[None, :]  # upwards
    yy = (along_rows * y.square()).sum(dim=1) / area
    xy = ((light @ x[:, :, None])[:, :, 0] * y).sum(dim=1) / area
    across = light[:, 1:, 1:] - light[:, 1:, :-1]
    down = light[:, 1:, 1:] - light[:, :-1, 1:]
    outline = ((across.square() + down.square() + 1e-4).sqrt() - 1e-2).sum(dim=(1, 2))
    thickness = 2.0 * area / outline.clamp_min(1e-2)
    return torch.stack([xy / yy.clamp_min(1e-2), thickness, light.mean(dim=(1, 2))], dim=1)
