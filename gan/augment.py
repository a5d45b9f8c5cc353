"""Few pictures: the discriminator sees training and made pictures turned and scaled, so that it learns none of them by
heart.

Both kinds go through the same differentiable changes (DiffAugment, Zhao et al. 2020, arXiv:2006.10738, eq. 3-5), each
with a probability that follows the signs of overfitting (ADA, Karras et al. 2020, arXiv:2006.06676, section 3). What
comes in from beyond the border is background, -1, for both alike, so it tells nothing. Sampling gathers pixels by
index: unlike ``grid_sample``, that can be differentiated on CUDA in torch's deterministic mode.
"""

from __future__ import annotations

import math
from collections.abc import Mapping

import torch
from torch import Tensor
from torch.nn import functional as F

from gan.config import TrainingConfig
from gan.device import send
from gan.distributed import Team

SHIFT = 1 / 28  # of the side, in whole pixels
TURN = math.radians(10.0)
SCALE = math.log(1.1)
BRIGHTNESS, SATURATION, CONTRAST = 0.5, 1.0, 0.5
CUTOUT = 0.5  # of the side
DRAWS = 14

PICTURES_TO_CERTAINTY = 10_000  # ADA took 500,000; a run here sees 50,000 in a minute
MOST = 0.8  # above, the generator begins to draw what only augmentation did (ADA, section 2.2)


class Augmentation:
    """Changes pictures at random, and more of them the surer the discriminator becomes.

    The probability rises while the mean sign of the discriminator's advantage lies above the target, and falls below
    it. Under cross-entropy that is ADA's r_t = E[sign D(real)]. Under a relativistic loss only differences of logits
    mean something, so it is E[sign(D(real) - D(made))] over the pairs of a minibatch: 0 where it cannot tell them
    apart, 1 where it always can, and unlike ADA's r_v no pictures are held out of a set that has few.
    """

    def __init__(self, seed: int, device: torch.device, team: Team) -> None:
        self._device, self._team = device, team
        self.noise = torch.Generator().manual_seed(seed)
        self.probability = torch.zeros((), device=device)

    def __call__(self, pictures: Tensor, config: TrainingConfig) -> Tensor:
        """(B, C, H, W) in [-1, 1] -> the same, augmented by the recipe as it stands; differentiable."""
        if config.augment_strength == 0:
            return pictures
        draws = torch.rand(len(pictures) * self._team.size, DRAWS, generator=self.noise)
        chances = send(self._team.share(draws), self._device)
        probability = self.probability if config.augment_target > 0 else torch.ones_like(self.probability)
        return augmented(pictures, chances, config.augment_kinds, config.augment_strength, probability)

    def observe(self, advantages: Tensor, config: TrainingConfig) -> None:
        """Take in by how much training pictures scored higher, (B,), and move the probability by a fixed amount."""
        if config.augment_strength == 0 or config.augment_target == 0:
            return
        sure = self._team.mean(advantages.sign().mean())
        move = len(advantages) * self._team.size / PICTURES_TO_CERTAINTY
        self.probability = (self.probability + move * torch.sign(sure - config.augment_target)).clamp(
            0.0, MOST
        )

    def tensors(self) -> dict[str, Tensor]:
        """What an exact resume needs, by name."""
        return {"noise": self.noise.get_state(), "probability": self.probability}

    def restore(self, tensors: Mapping[str, Tensor]) -> None:
        """Take over what :meth:`tensors` gave. KeyError where something is missing."""
        self.noise.set_state(tensors["noise"])
        self.probability = tensors["probability"].to(self._device)


def augmented(
    pictures: Tensor, chances: Tensor, kinds: tuple[str, ...], strength: float, probability: Tensor
) -> Tensor:
    """Each kind with that probability a picture: (B, C, H, W), chances (B, DRAWS) in [0, 1) -> (B, C, H, W).

    Strength 1: shifts by up to 1/28 of the side, turns by up to 10 degrees, scales by up to 10%; colour and cutout as
    in DiffAugment. All of them grow with the strength from nothing.
    """
    amounts = 2 * chances[:, 5:] - 1  # (B, 9) in [-1, 1)
    happens = {
        kind: (chances[:, place] < probability) * strength
        for place, kind in enumerate(("shift", "turn", "scale", "colour", "cutout"))
        if kind in kinds
    }
    nothing = torch.zeros_like(chances[:, 0])
    if happens.keys() & {"shift", "turn", "scale"}:
        pixels = pictures.shape[-1] * SHIFT
        shift = (amounts[:, 0:2] * (happens.get("shift", nothing) * (pixels + 0.5))[:, None]).round()
        turn = amounts[:, 2] * happens.get("turn", nothing) * TURN
        scale = torch.exp(amounts[:, 3] * happens.get("scale", nothing) * SCALE)
        pictures = moved(pictures, shift, turn, scale)
    if "colour" in happens:
        pictures = recoloured(pictures, amounts[:, 4:7] * happens["colour"][:, None])
    if "cutout" in happens:
        pictures = cut_out(pictures, amounts[:, 7:9], happens["cutout"] * CUTOUT)
    return pictures


def moved(pictures: Tensor, shift: Tensor, turn: Tensor, scale: Tensor) -> Tensor:
    """Turn and scale about the centre, then shift: (B, C, H, W), (B, 2) pixels, (B,) radians, (B,) -> (B, C, H, W).

    Bilinear: out(p) = sum over the four pixels q around s(p) of w(q) in(q), s(p) = R(-turn) (p - shift) / scale.
    """
    count, channels, height, width = pictures.shape
    y = (
        torch.arange(height, device=pictures.device)[None, :, None]
        - (height - 1) / 2
        - shift[:, 1, None, None]
    )
    x = torch.arange(width, device=pictures.device)[None, None, :] - (width - 1) / 2 - shift[:, 0, None, None]
    cosine, sine = (torch.cos(turn) / scale)[:, None, None], (torch.sin(turn) / scale)[:, None, None]
    # Where each pixel comes from, in a picture with a border of background that all beyond it is taken from.
    source_x = (cosine * x + sine * y + (width - 1) / 2).clamp(-1, width) + 1
    source_y = (cosine * y - sine * x + (height - 1) / 2).clamp(-1, height) + 1
    above_background = F.pad(pictures + 1, (1, 2, 1, 2)).flatten(2)
    left, top = source_x.floor(), source_y.floor()
    first = (top * (width + 3) + left).long().flatten(1)[:, None].expand(-1, channels, -1)
    right, down = (source_x - left).flatten(1)[:, None], (source_y - top).flatten(1)[:, None]

    def pixel(offset: int) -> Tensor:
        return above_background.gather(2, first + offset)

    upper = torch.lerp(pixel(0), pixel(1), right)
    lower = torch.lerp(pixel(width + 3), pixel(width + 4), right)
    mixed = torch.lerp(upper, lower, down) - 1
    return mixed.view(count, channels, height, width).contiguous(memory_format=torch.channels_last)


def recoloured(pictures: Tensor, amounts: Tensor) -> Tensor:
    """Brightness, saturation and contrast, in this order: (B, C, H, W), (B, 3) in [-1, 1] -> (B, C, H, W).

    x + b, then m + s (x - m) about the grey m of each pixel, then the same with c about the picture's mean.
    Transparency stays as it is.
    """
    colours, transparency = pictures[:, :3], pictures[:, 3:]
    brightness, saturation, contrast = (amounts[:, index, None, None, None] for index in range(3))
    colours = colours + BRIGHTNESS * brightness
    grey = colours.mean(dim=1, keepdim=True)
    colours = grey + (1 + SATURATION * saturation).clamp_min(0) * (colours - grey)
    mean = colours.mean(dim=(1, 2, 3), keepdim=True)
    colours = mean + (1 + CONTRAST * contrast).clamp_min(0) * (colours - mean)
    return torch.cat([colours, transparency], dim=1).contiguous(memory_format=torch.channels_last)


def cut_out(pictures: Tensor, centres: Tensor, share: Tensor) -> Tensor:
    """A square of background: (B, C, H, W), centres (B, 2) in [-1, 1], share of the side (B,) -> (B, C, H, W)."""
    side = pictures.shape[-1]
    places = (torch.arange(side, device=pictures.device) + 0.5) / side * 2 - 1
    inside_x = (places[None] - centres[:, 0, None]).abs() < share[:, None]
    inside_y = (places[None] - centres[:, 1, None]).abs() < share[:, None]
    inside = (inside_y[:, :, None] & inside_x[:, None, :])[:, None]
    return torch.where(inside, -torch.ones_like(pictures), pictures)
