"""Adversarial objectives: relativistic pairing (R3GAN, Huang et al. 2024, arXiv:2501.05441) and cross-entropy."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional as F


def relativistic_loss(favoured_logits: Tensor, other_logits: Tensor) -> Tensor:
    """Mean softplus(other - favoured), (B,) and (B,) -> (): small once the favoured side scores higher.

    The discriminator favours real over made, the generator made over real.
    Source: Jolicoeur-Martineau 2018, arXiv:1807.00734.
    """
    return F.softplus(other_logits - favoured_logits).mean()


def discriminator_cross_entropy(real_logits: Tensor, made_logits: Tensor) -> Tensor:
    """-log sigma(D(real)) - log(1 - sigma(D(made))), means over (B,) -> (). Source: Goodfellow 2014, eq. 1."""
    return F.softplus(-real_logits).mean() + F.softplus(made_logits).mean()


def generator_cross_entropy(made_logits: Tensor) -> Tensor:
    """-log sigma(D(made)), mean over (B,) -> (): the non-saturating form. Source: Goodfellow 2014, section 3."""
    return F.softplus(-made_logits).mean()


def gradient_penalty(images: Tensor, logits: Tensor) -> Tensor:
    """Half the mean over pictures of the squared gradient of D: (B, C, H, W), (B,) -> ().

    On real pictures this is R1, on made ones R2. Source: Mescheder 2018, arXiv:1801.04406, eq. 9.
    """
    (gradients,) = torch.autograd.grad(logits.sum(), images, create_graph=True)
    return gradients.square().sum(dim=(1, 2, 3)).mean() / 2
