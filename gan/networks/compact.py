"""A small pair for pictures of 28 to 128 pixels: nothing wider than a few channels works at full size.

It is made for 28 and 32 pixels; for larger pictures the generator begins with more doublings and the discriminator
ends with more halvings. Class-conditional: the generator by FiLM (Perez et al. 2017, arXiv:1709.07871), the
discriminator by projection (Miyato & Koyama 2018, arXiv:1802.05637).
"""

from __future__ import annotations

import math

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from gan.config import ModelConfig
from gan.networks.class_embedding import ClassEmbedding
from gan.networks.sizes import extra_doublings

INITIAL_SD = 0.02


class FilmBatchNorm(nn.Module):
    """Batch norm whose scale and shift come from the class: x -> norm(x) · (1 + scale) + shift."""

    def __init__(self, class_size: int, channels: int) -> None:
        super().__init__()
        self.norm = nn.BatchNorm2d(channels, affine=False)
        self.film = nn.Linear(class_size, 2 * channels)
        nn.init.normal_(self.film.weight, std=INITIAL_SD)
        nn.init.zeros_(self.film.bias)

    def forward(self, features: Tensor, classes: Tensor) -> Tensor:
        """(B, C, H, W), (B, E) -> (B, C, H, W)."""
        scale, shift = self.film(classes)[:, :, None, None].chunk(2, dim=1)
        return self.norm(features) * (1 + scale) + shift


class Doubling(nn.Module):
    """FiLM batch norm, then a transposed convolution to twice the size."""

    def __init__(self, class_size: int, channels: int, out_channels: int) -> None:
        super().__init__()
        self.film = FilmBatchNorm(class_size, channels)
        self.enlarge = nn.ConvTranspose2d(channels, out_channels, 4, stride=2, padding=1, bias=False)
        nn.init.normal_(self.enlarge.weight, std=INITIAL_SD)

    def forward(self, features: Tensor, classes: Tensor) -> Tensor:
        """(B, C, H, W), (B, E) -> (B, C', 2H, 2W)."""
        return self.enlarge(F.leaky_relu(self.film(features, classes), 0.2))


def _norm(kind: str, channels: int) -> nn.Module:
    """What stands after a convolution of the discriminator; without norm it learns few pictures less by heart."""
    return nn.BatchNorm2d(channels) if kind == "batch" else nn.Identity()


class Halving(nn.Module):
    """A strided convolution to half the size, then batch norm or none."""

    def __init__(self, channels: int, norm: str) -> None:
        super().__init__()
        self.reduce = nn.Conv2d(channels, channels, 3, stride=2, padding=1)
        self.norm = _norm(norm, channels)
        assert self.reduce.bias is not None
        nn.init.normal_(self.reduce.weight, std=INITIAL_SD)
        nn.init.zeros_(self.reduce.bias)

    def forward(self, features: Tensor) -> Tensor:
        """(B, C, H, W) -> (B, C, H / 2, W / 2)."""
        return F.leaky_relu(self.norm(self.reduce(features)), 0.2)


class CompactGenerator(nn.Module):
    """Linear to 7 or 8 pixels, doublings if the size needs more of them, a transposed convolution, a convolution
    and a pixel shuffle."""

    def __init__(self, config: ModelConfig) -> None:
        super().__init__()
        extra = extra_doublings(config.image_size)
        self.side = config.image_size // 4 // 2**extra
        wide, narrow = 2 * config.width, config.width
        widest = 2 * wide if extra else wide
        self.z_size = config.z_size
        self.class_layers = 3 + extra
        self.class_embedding = ClassEmbedding(config)
        self.widen = nn.Linear(config.z_size + config.class_size, widest * self.side**2, bias=False)
        self.doublings = nn.ModuleList(
            Doubling(config.class_size, widest, wide if last else widest)
            for last in (place == extra - 1 for place in range(extra))
        )
        self.film_wide = FilmBatchNorm(config.class_size, wide)
        self.enlarge = nn.ConvTranspose2d(wide, narrow, 4, stride=2, padding=1, bias=False)
        self.film_narrow = FilmBatchNorm(config.class_size, narrow)
        self.to_image = nn.Conv2d(narrow, 4 * config.channels, 3, padding=1)
        nn.init.normal_(self.class_embedding.weight)
        for layer in (self.widen, self.enlarge, self.to_image):
            nn.init.normal_(layer.weight, std=INITIAL_SD)
        assert self.to_image.bias is not None
        nn.init.zeros_(self.to_image.bias)

    def style_weight(self) -> Tensor:
        """The part of the first layer that takes z, (F, Z)."""
        return self.widen.weight[:, : self.z_size]

    def forward(self, latents: Tensor, mix: Tensor) -> Tensor:
        """(B, Z), (B, K) or one mix for each layer that takes it (B, L, K) -> (B, C, H, W) in [-1, 1]."""
        if mix.ndim == 2:
            first, *between, wide, narrow = [self.class_embedding(mix)] * self.class_layers
        else:  # one by one, so that the same mix everywhere gives the same bits as above
            first, *between, wide, narrow = map(self.class_embedding, mix.unbind(dim=1))
        features = self.widen(torch.cat([latents, first], dim=1))
        features = features.view(len(latents), -1, self.side, self.side)
        for doubling, classes in zip(self.doublings, between, strict=True):
            features = doubling(features, classes)
        features = F.leaky_relu(self.film_wide(features, wide), 0.2)
        features = F.leaky_relu(self.film_narrow(self.enlarge(features), narrow), 0.2)
        return F.pixel_shuffle(self.to_image(features), 2).tanh()


class CompactDiscriminator(nn.Module):
    """Pixel unshuffle, three convolutions and more for larger pictures, then a linear score plus the projection on
    the class."""

    def __init__(self, config: ModelConfig) -> None:
        super().__init__()
        width = config.width
        self.look = nn.Conv2d(4 * config.channels, width, 3, padding=1)
        self.reduce = nn.Conv2d(width, 2 * width, 3, stride=2, padding=1)
        self.norm = _norm(config.discriminator_norm, 2 * width)
        self.reduce_again = nn.Conv2d(2 * width, 4 * width, 3, stride=2, padding=1)
        self.norm_again = _norm(config.discriminator_norm, 4 * width)
        extra = extra_doublings(config.image_size)
        self.halvings = nn.ModuleList(Halving(4 * width, config.discriminator_norm) for _ in range(extra))
        features = 4 * width * math.ceil(config.image_size / 8 / 2**extra) ** 2
        self.score = nn.Linear(features, 1)
        self.class_projection = nn.Embedding(config.classes, features)
        for layer in (self.look, self.reduce, self.reduce_again, self.score):
            nn.init.normal_(layer.weight, std=INITIAL_SD)
            assert layer.bias is not None
            nn.init.zeros_(layer.bias)
        nn.init.normal_(self.class_projection.weight, std=features**-0.5)

    def forward(self, images: Tensor, labels: Tensor) -> Tensor:
        """(B, C, H, W), (B,) -> logits (B,)."""
        features = F.leaky_relu(self.look(F.pixel_unshuffle(images, 2)), 0.2)
        features = F.leaky_relu(self.norm(self.reduce(features)), 0.2)
        features = F.leaky_relu(self.norm_again(self.reduce_again(features)), 0.2)
        for halving in self.halvings:
            features = halving(features)
        features = features.flatten(1)
        return self.score(features)[:, 0] + (features * self.class_projection(labels)).sum(dim=1)
