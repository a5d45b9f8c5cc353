"""Draw-to-find: the latents whose pictures come nearest to a sketch, by gradient descent through the generator.

Source: Zhu et al. 2016 (iGAN), arXiv:1609.03552, section 3.1, with many starts instead of a network's first guess.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional as F

from gan.config import ModelConfig
from gan.find_target import Frame, Target, target_for
from gan.found import Found, Wanted
from gan.latents import Latent, gaussian, one_hot
from gan.trainer import to_pixels

POOL, STARTS, STEPS, SHOWN = 320, 32, 40, 16
SHOW_EVERY = 4  # steps
FRAMED = 64  # of the pool's pictures tell where a generator's drawings stand
PIECE = 8  # pictures of 28 x 28 at a time: a few milliseconds, the longest that a drag waits
LEARNING_RATE = 0.2
PRIOR_PULL = 0.02  # on the mean square of z; the error of a picture is about 0.1
PREVIOUS_PULL = 0.05
MIX_PULL = 0.02  # on the entropy of the class mix
COARSE = 0.5  # of the error is seen at half the size, where a line a pixel beside its place is not yet wrong
STARTING_LOGIT = 5.0  # a start is 94% of its class, of ten
NEAR_SD = 0.5
LEAST_SHARE = 0.05  # smaller shares of a class mix are rounded off
ALIKE = 0.1  # candidates that differ by less, root mean square in 0…1, are hardly two to the eye
GOOD_ENOUGH = 8.0  # times the least error: to be different is not enough to be shown
SEED = 20_161
Draw = Callable[[np.ndarray, np.ndarray], np.ndarray]


def find(module: nn.Module, model: ModelConfig, draw: Draw, wanted: Wanted) -> Iterator[Found | None]:
    """Look for a picture: yields None between short pieces of work and now and then what is found so far.

    ``module``: the generator, frozen; ``draw``: z (B, Z), mix (B, K) -> pixels (B, H, W, C). UserError where there is
    nothing to look for.
    """
    rows = max(1, PIECE * 784 // model.image_size**2)
    examples = []
    for part in _parts(FRAMED, rows):
        examples.append(draw(*_random_latents(FRAMED, model, part)))
        yield None
    target = target_for(wanted.pixels, model.image_size, model.channels, Frame.of(np.concatenate(examples)))
    z, mix = _pool(model, wanted)
    error, errors = _Error(target), []
    for part in _parts(len(z), rows):
        errors.append(error.of_pixels(draw(z[part], mix[part])))
        yield None
    chosen = _best_of_each_class_first(np.concatenate(errors), mix)[:STARTS]
    climb = _Climb(module, error, z[chosen], mix[chosen], wanted)
    cells: list[int] = []
    for step in range(STEPS + 1):
        for part in _parts(len(chosen), rows):
            climb.look(part)
            yield None
        if step % SHOW_EVERY == 0:
            cells = _arranged(cells, climb.errors, climb.images)
            yield climb.found(cells, step)
        if step < STEPS:
            climb.move(1.0 - step / STEPS)


def _parts(count: int, size: int) -> list[slice]:
    return [slice(start, start + size) for start in range(0, count, size)]


def _random_latents(count: int, model: ModelConfig, part: slice) -> tuple[np.ndarray, np.ndarray]:
    """Some of ``count`` typical latents: z (n, Z) and mix (n, K) of all classes in turn."""
    labels = np.arange(count)[part] % model.classes
    mix = np.stack([one_hot(int(label), model.classes) for label in labels])
    return gaussian(SEED, count, model.z_size)[part], mix


def _pool(model: ModelConfig, wanted: Wanted) -> tuple[np.ndarray, np.ndarray]:
    """Where a search can start, z (N, Z) and mix (N, K): all over the latent space, or around one latent."""
    if wanted.near is None:
        z, mix = _random_latents(POOL, model, slice(None))
    else:
        noise = gaussian(SEED, STARTS, model.z_size)
        noise[0] = 0.0
        z = wanted.near.z + np.float32(NEAR_SD) * noise
        mix = np.repeat(wanted.near.mix[None], STARTS, axis=0)
    if wanted.label is not None:
        mix = np.repeat(one_hot(wanted.label, model.classes)[None], len(z), axis=0)
    return z, mix


def _best_of_each_class_first(errors: np.ndarray, mix: np.ndarray) -> np.ndarray:
    """Indices (N,): the best of each class, then the others from the best to the worst."""
    order = np.argsort(errors, kind="stable")
    labels = mix.argmax(axis=1)[order]
    _, first = np.unique(labels, return_index=True)
    best = np.sort(first)
    return np.concatenate([order[best], np.delete(order, best)])


class _Error:
    """How far pictures are from a target: its weighted squared error at full and at half size, (B, C, H, W) -> (B,)."""

    def __init__(self, target: Target) -> None:
        self._images, self._weights = torch.tensor(target.images)[None], torch.tensor(target.weights)[None]
        self.shape = target.images.shape
        self._coarse_images = F.avg_pool2d(self._images, 2, ceil_mode=True)
        self._coarse_weights = F.avg_pool2d(self._weights, 2, ceil_mode=True)

    def __call__(self, images: Tensor) -> Tensor:
        fine = (self._weights * (images - self._images).square()).mean(dim=(1, 2, 3))
        smaller = F.avg_pool2d(images, 2, ceil_mode=True)
        coarse = (self._coarse_weights * (smaller - self._coarse_images).square()).mean(dim=(1, 2, 3))
        return (1 - COARSE) * fine + COARSE * coarse

    def of_pixels(self, pixels: np.ndarray) -> np.ndarray:
        """As above for pictures (B, H, W, C) uint8."""
        images = torch.tensor(pixels).permute(0, 3, 1, 2).to(torch.float32).div_(127.5).sub_(1.0)
        errors: np.ndarray = self(images).numpy()
        return errors

    def of_nothing(self) -> float:
        """The error of the emptiest picture: the one level that is nearest to the target in each channel."""
        weights, images = self._weights, self._images
        level = (weights * images).sum(dim=(2, 3), keepdim=True) / weights.sum(
            dim=(2, 3), keepdim=True
        ).clamp_min(1e-6)
        ground = -torch.ones_like(images) if images.shape[1] in (1, 4) else level.expand_as(images)
        return max(float(self(ground)), 0.05)


@dataclass(slots=True)
class _Moments:
    """Adam's running averages (Kingma & Ba 2015, arXiv:1412.6980) of one tensor of parameters."""

    mean: Tensor
    square: Tensor
    count: int = 0

    def step(self, gradient: Tensor, rate: float) -> Tensor:
        self.count += 1
        self.mean.lerp_(gradient, 0.1)
        self.square.lerp_(gradient.square(), 0.01)
        mean, square = self.mean / (1 - 0.9**self.count), self.square / (1 - 0.99**self.count)
        return rate * mean / (square.sqrt() + 1e-8)


class _Climb:
    """Latents on their way to a target, all at once: :meth:`look` at each of them, then :meth:`move` them all."""

    def __init__(
        self, module: nn.Module, error: _Error, z: np.ndarray, mix: np.ndarray, wanted: Wanted
    ) -> None:
        self._module, self._error = module, error
        self._of_nothing = self._error.of_nothing()
        self._z = torch.tensor(z)
        self._previous = None if wanted.near is None else torch.tensor(wanted.near.z)
        self._fixed_mix = torch.tensor(mix) if wanted.label is not None or mix.shape[1] == 1 else None
        shares = torch.tensor(mix).clamp_min(1e-9)
        certain = torch.full_like(shares, 1 / (np.exp(STARTING_LOGIT) + mix.shape[1] - 1))
        self._logits = torch.maximum(shares, certain).log()
        self._z_moments = _Moments(torch.zeros_like(self._z), torch.zeros_like(self._z))
        self._logit_moments = _Moments(torch.zeros_like(self._logits), torch.zeros_like(self._logits))
        self._z_gradient, self._logit_gradient = torch.zeros_like(self._z), torch.zeros_like(self._logits)
        self.images = torch.zeros(len(z), *error.shape)
        self.errors = np.zeros(len(z), dtype=np.float32)

    def look(self, part: slice) -> None:
        """Draw some of them, with the gradients of their errors."""
        z, logits = self._z[part].clone().requires_grad_(), self._logits[part].clone().requires_grad_()
        mix = logits.softmax(dim=1) if self._fixed_mix is None else self._fixed_mix[part]
        images = self._module(z, mix)
        errors = self._error(images)
        loss = (errors + self._pull(z, mix)).sum()
        if self._fixed_mix is None:
            self._z_gradient[part], self._logit_gradient[part] = torch.autograd.grad(loss, (z, logits))
        else:
            (self._z_gradient[part],) = torch.autograd.grad(loss, (z,))
        self.images[part] = images.detach()
        self.errors[part] = errors.detach().numpy()

    def _pull(self, z: Tensor, mix: Tensor) -> Tensor:
        """To the middle of the prior, or to where the search began; and to one class."""
        if self._previous is None:
            pull = PRIOR_PULL * z.square().mean(dim=1)
        else:
            pull = PREVIOUS_PULL * (z - self._previous).square().mean(dim=1)
        return pull - MIX_PULL * (mix * mix.clamp_min(1e-9).log()).sum(dim=1)

    def move(self, rate: float) -> None:
        """One step of all of them; ``rate`` falls from 1 to 0."""
        self._z -= self._z_moments.step(self._z_gradient, LEARNING_RATE * rate)
        if self._fixed_mix is None:
            self._logits -= self._logit_moments.step(self._logit_gradient, LEARNING_RATE * rate)

    def found(self, rows: list[int], step: int) -> Found:
        """Those rows as they were looked at last."""
        mix = self._logits.softmax(dim=1) if self._fixed_mix is None else self._fixed_mix
        z, mixes = self._z[rows].numpy(), _rounded_off(mix[rows].numpy())
        latents = tuple(Latent(*pair) for pair in zip(z, mixes, strict=True))
        nearness = np.clip(1.0 - np.sqrt(self.errors[rows] / self._of_nothing), 0.0, 1.0)
        return Found(latents, to_pixels(self.images[rows]), nearness.astype(np.float32), step, STEPS)


def _rounded_off(mix: np.ndarray) -> np.ndarray:
    """(N, K) without the smallest shares."""
    kept = np.where(mix < LEAST_SHARE, 0.0, mix)
    return (kept / kept.sum(axis=1, keepdims=True)).astype(np.float32)


def _arranged(cells: list[int], errors: np.ndarray, images: Tensor) -> list[int]:
    """The rows to show: the best that differ from each other. One that was shown keeps its cell."""
    shown = _different(errors, images)
    if not cells:
        return shown
    fresh = iter([row for row in shown if row not in cells])
    return [row if row in shown else next(fresh) for row in cells]


def _different(errors: np.ndarray, images: Tensor) -> list[int]:
    """The best rows, as far as they differ from better ones; where these are too few, the best of the others."""
    flat = images.flatten(1) / 2
    apart = (torch.cdist(flat, flat) / flat.shape[1] ** 0.5).numpy()
    order = [int(row) for row in np.argsort(errors, kind="stable")]
    taken: list[int] = []
    for least_apart, most_worse in ((ALIKE, GOOD_ENOUGH), (ALIKE / 3, GOOD_ENOUGH), (-1.0, np.inf)):
        for row in order:
            good = errors[row] <= most_worse * errors[order[0]]
            if good and row not in taken and (apart[row, taken] > least_apart).all() and len(taken) < SHOWN:
                taken.append(row)
    return sorted(taken, key=order.index)
