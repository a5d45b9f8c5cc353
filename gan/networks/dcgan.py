"""The textbook pair: DCGAN (Radford et al. 2015, arXiv:1511.06434), made class-conditional by embeddings."""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from gan.config import ModelConfig
from gan.networks.class_embedding import ClassEmbedding
from gan.networks.sizes import extra_doublings

INITIAL_SD = 0.02


def _initialise(module: nn.Module) -> None:
    """DCGAN, section 4: convolutions from N(0, 0.02), batch norm scales from N(1, 0.02)."""
    if isinstance(module, nn.Conv2d | nn.ConvTranspose2d | nn.Linear):
        nn.init.normal_(module.weight, std=INITIAL_SD)
        if module.bias is not None:
            nn.init.zeros_(module.bias)
    elif isinstance(module, nn.BatchNorm2d):
        nn.init.normal_(module.weight, mean=1.0, std=INITIAL_SD)
        nn.init.zeros_(module.bias)


class Doubling(nn.Module):
    """Batch norm, ReLU, then a transposed convolution to twice the size with half the channels."""

    def __init__(self, channels: int) -> None:
        super().__init__()
        self.norm = nn.BatchNorm2d(channels)
        self.enlarge = nn.ConvTranspose2d(channels, channels // 2, 4, stride=2, padding=1, bias=False)

    def forward(self, features: Tensor) -> Tensor:
        """(B, C, H, W) -> (B, C / 2, 2H, 2W)."""
        return self.enlarge(F.relu(self.norm(features)))


class Halving(nn.Module):
    """A strided convolution to half the size with twice the channels, batch norm, leaky ReLU."""

    def __init__(self, channels: int) -> None:
        super().__init__()
        self.reduce = nn.Conv2d(channels, 2 * channels, 4, stride=2, padding=1, bias=False)
        self.norm = nn.BatchNorm2d(2 * channels)

    def forward(self, features: Tensor) -> Tensor:
        """(B, C, H, W) -> (B, 2C, H / 2, W / 2)."""
        return F.leaky_relu(self.norm(self.reduce(features)), 0.2)


class DcganGenerator(nn.Module):
    """Transposed convolutions up from 7 or 8 pixels, ReLU and batch norm between; more of them for more pixels."""

    def __init__(self, config: ModelConfig) -> None:
        super().__init__()
        extra = extra_doublings(config.image_size)
        width, side = config.width, config.image_size // 4 // 2**extra
        widest = 2 * width * 2**extra
        self.z_size = config.z_size
        self.class_layers = 1  # the class enters with z and nowhere else
        self.class_embedding = ClassEmbedding(config)
        self.start = nn.ConvTranspose2d(config.z_size + config.class_size, widest, side, bias=False)
        self.doublings = nn.ModuleList(Doubling(widest // 2**place) for place in range(extra))
        self.start_norm = nn.BatchNorm2d(2 * width)
        self.enlarge = nn.ConvTranspose2d(2 * width, width, 4, stride=2, padding=1, bias=False)
        self.enlarge_norm = nn.BatchNorm2d(width)
        self.to_image = nn.ConvTranspose2d(width, config.channels, 4, stride=2, padding=1)
        self.apply(_initialise)
        nn.init.normal_(self.class_embedding.weight)

    def style_weight(self) -> Tensor:
        """The part of the first layer that takes z, (F, Z)."""
        return self.start.weight[: self.z_size].flatten(1).T

    def forward(self, latents: Tensor, mix: Tensor) -> Tensor:
        """(B, Z), (B, K) -> (B, C, H, W) in [-1, 1]."""
        features = torch.cat([latents, self.class_embedding(mix)], dim=1)[:, :, None, None]
        features = self.start(features)
        for doubling in self.doublings:
            features = doubling(features)
        features = F.relu(self.start_norm(features))
        features = F.relu(self.enlarge_norm(self.enlarge(features)))
        return self.to_image(features).tanh()


class DcganDiscriminator(nn.Module):
    """Strided convolutions down, leaky ReLU and batch norm between; the class comes as one more plane."""

    def __init__(self, config: ModelConfig) -> None:
        super().__init__()
        width, self.image_size = config.width, config.image_size
        self.class_plane = nn.Embedding(config.classes, config.image_size**2)
        self.look = nn.Conv2d(config.channels + 1, width, 4, stride=2, padding=1)
        self.reduce = nn.Conv2d(width, 2 * width, 4, stride=2, padding=1, bias=False)
        self.norm = nn.BatchNorm2d(2 * width)
        extra = extra_doublings(config.image_size)
        self.halvings = nn.ModuleList(Halving(2 * width * 2**place) for place in range(extra))
        self.score = nn.Conv2d(2 * width * 2**extra, 1, config.image_size // 4 // 2**extra)
        self.apply(_initialise)
        nn.init.normal_(self.class_plane.weight, std=INITIAL_SD)

    def forward(self, images: Tensor, labels: Tensor) -> Tensor:
        """(B, C, H, W), (B,) -> logits (B,)."""
        plane = self.class_plane(labels).view(-1, 1, self.image_size, self.image_size)
        features = F.leaky_relu(self.look(torch.cat([images, plane], dim=1)), 0.2)
        features = F.leaky_relu(self.norm(self.reduce(features)), 0.2)
        for halving in self.halvings:
            features = halving(features)
        return self.score(features).flatten()
