"""A small classifier that reads pictures: the judge behind class accuracy, "Reads as" and digit-FID's features."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional as F

from gan.config import FORMAT_VERSION, ModelConfig
from gan.errors import FileError
from gan.networks import channels_last
from gan.places import resources_folder
from gan.tensor_file import read_tensors, write_tensors

log = logging.getLogger(__name__)

KIND = "judge"
FEATURES = 64


class JudgeNetwork(nn.Module):
    """conv5 24, BN, ReLU, pool 2, conv5 48, BN, ReLU, pool 2, FC 64, ReLU, dropout 0.3, FC K."""

    def __init__(self, classes: int, channels: int, image_size: int) -> None:
        super().__init__()
        self.look = nn.Conv2d(channels, 24, 5, padding=2)
        self.look_norm = nn.BatchNorm2d(24)
        self.look_again = nn.Conv2d(24, 48, 5, padding=2)
        self.look_again_norm = nn.BatchNorm2d(48)
        self.gather = nn.Linear(48 * (image_size // 4) ** 2, FEATURES)
        self.classify = nn.Linear(FEATURES, classes)

    def features(self, images: Tensor) -> Tensor:
        """(B, C, H, W) in [-1, 1] -> (B, 64), before the ReLU."""
        seen = F.max_pool2d(F.relu(self.look_norm(self.look(images))), 2)
        seen = F.max_pool2d(F.relu(self.look_again_norm(self.look_again(seen))), 2)
        return self.gather(seen.flatten(1))

    def forward(self, images: Tensor) -> Tensor:
        """(B, C, H, W) in [-1, 1] -> logits (B, K)."""
        return self.classify(F.dropout(F.relu(self.features(images)), 0.3, self.training))


@dataclass(frozen=True, slots=True, eq=False)
class Judge:
    """A trained judge and the pictures it can read."""

    network: JudgeNetwork
    class_names: tuple[str, ...]
    channels: int
    image_size: int
    feature_scale: float
    """Multiplies features, so that over the training set their total variance is 100."""

    def can_read(self, model: ModelConfig) -> bool:
        """Whether pictures of that model have the classes and the shape that the judge learnt."""
        return (self.class_names, self.channels, self.image_size) == (
            model.class_names,
            model.channels,
            model.image_size,
        )

    @torch.inference_mode()
    def probabilities(self, pixels: np.ndarray) -> np.ndarray:
        """(B, H, W, C) uint8 -> class probabilities (B, K) float32."""
        parts = [self.network(_to_images(part)).softmax(dim=1).numpy() for part in _chunks(pixels)]
        return np.concatenate(parts)

    @torch.inference_mode()
    def features(self, pixels: np.ndarray) -> np.ndarray:
        """(B, H, W, C) uint8 -> scaled features (B, 64) float64."""
        parts = [self.network.features(_to_images(part)).numpy() for part in _chunks(pixels)]
        return np.concatenate(parts).astype(np.float64) * self.feature_scale


def _chunks(pixels: np.ndarray) -> list[np.ndarray]:
    return [pixels[start : start + 256] for start in range(0, len(pixels), 256)]


def _to_images(pixels: np.ndarray) -> Tensor:
    images = torch.tensor(pixels).permute(0, 3, 1, 2)  # a copy, since pixels may be read-only
    return images.to(torch.float32).div_(127.5).sub_(1.0).contiguous(memory_format=torch.channels_last)


def shipped_judge_for(model: ModelConfig) -> Judge | None:
    """The judge that ships for pictures of that model, or None."""
    return next((judge for judge in _shipped_judges() if judge.can_read(model)), None)


@cache
def _shipped_judges() -> tuple[Judge, ...]:
    """Read once: while a window follows a run, its generator is reopened twice a second."""
    judges = []
    for file in sorted((resources_folder() / "judges").glob("*.safetensors")):
        try:
            judges.append(open_judge(file))
        except FileError:
            log.exception("the judge %s cannot be used", file.name)
    return tuple(judges)


def open_judge(path: Path) -> Judge:
    """A judge from its file. FileError with one sentence where it is none."""
    tensors, description = read_tensors(path, KIND)
    try:
        class_names = tuple(str(name) for name in description["class_names"])
        channels, image_size = int(description["channels"]), int(description["image_size"])
        network = JudgeNetwork(len(class_names), channels, image_size)
        network.load_state_dict(tensors)
        scale = float(description["feature_scale"])
    except (KeyError, TypeError, ValueError, RuntimeError) as error:
        raise FileError("judge-damaged", "{name} does not hold a judge.", name=path.name) from error
    channels_last(network).eval().requires_grad_(False)
    return Judge(network, class_names, channels, image_size, scale)


def save_judge(path: Path, judge: Judge, card: dict[str, object]) -> None:
    """Write a judge with its card."""
    description = {
        "kind": KIND,
        "format_version": FORMAT_VERSION,
        "class_names": list(judge.class_names),
        "channels": judge.channels,
        "image_size": judge.image_size,
        "feature_scale": judge.feature_scale,
        "card": card,
    }
    write_tensors(path, judge.network.state_dict(), description)


def train_judge(
    images: np.ndarray,
    labels: np.ndarray,
    class_names: tuple[str, ...],
    *,
    epochs: int = 7,
    seed: int = 0,
    progress: Callable[[int, int], None] = lambda done, total: None,
) -> Judge:
    """Learn to read ``images (N, H, W, C)`` uint8 with ``labels (N,)``.

    AdamW with weight decay 1e-2, one cycle to 6e-3, minibatch 128, label smoothing 0.02; pictures are shifted by up
    to 2 px, 40% of the minibatches are resampled through another size and back, 40% get noise.
    """
    torch.manual_seed(seed)
    network = JudgeNetwork(len(class_names), images.shape[3], images.shape[1])
    channels_last(network)
    optimizer = torch.optim.AdamW(network.parameters(), weight_decay=1e-2)
    minibatch = min(128, len(images))
    steps = epochs * (len(images) // minibatch)
    cycle = torch.optim.lr_scheduler.OneCycleLR(optimizer, max_lr=6e-3, total_steps=steps)
    all_images = torch.tensor(images).permute(0, 3, 1, 2)
    all_labels = torch.tensor(labels, dtype=torch.int64)
    done = 0
    while done < steps:
        for rows in torch.randperm(len(images)).split(minibatch):
            if len(rows) < minibatch or done >= steps:
                break
            pictures = _disturb(all_images[rows].to(torch.float32).div_(127.5).sub_(1.0))
            logits = network(pictures.contiguous(memory_format=torch.channels_last))
            loss = F.cross_entropy(logits, all_labels[rows], label_smoothing=0.02)
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            optimizer.step()
            cycle.step()
            done += 1
            progress(done, steps)
    network.eval().requires_grad_(False)
    unscaled = Judge(network, class_names, images.shape[3], images.shape[1], 1.0)
    total_variance = float(unscaled.features(images).var(axis=0).sum())
    return Judge(network, class_names, images.shape[3], images.shape[1], (100.0 / total_variance) ** 0.5)


def _disturb(images: Tensor) -> Tensor:
    """Shift, sometimes resample, sometimes add noise: a judge must not care about these. (B, C, H, W) -> same."""
    side = images.shape[-1]
    shifts = torch.randint(-2, 3, (2,)).tolist()
    images = F.pad(images, (2, 2, 2, 2), value=-1.0)
    images = images[:, :, 2 + shifts[0] : 2 + shifts[0] + side, 2 + shifts[1] : 2 + shifts[1] + side]
    if torch.rand(()) < 0.4:
        between = int(torch.randint(round(0.75 * side), round(1.5 * side), ()))
        smaller = F.interpolate(images, size=between, mode="bilinear", antialias=True)
        images = F.interpolate(smaller, size=side, mode="bilinear", antialias=True)
    if torch.rand(()) < 0.4:
        images = images + 2.0 * 0.15 * torch.rand(()) * torch.randn_like(images)
    return images
