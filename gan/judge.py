"""A small classifier that reads pictures: the judge behind class accuracy, "Reads as" and digit-FID's features."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional as F

from gan.config import FORMAT_VERSION, ModelConfig
from gan.errors import FileError
from gan.networks import channels_last
from gan.networks.weightless import weightless
from gan.places import resources_folder
from gan.tensor_file import read_tensors, write_tensors

log = logging.getLogger(__name__)

KIND = "judge"
FEATURES = 64
LARGEST_LOOKED_AT = 32  # pixels
HALVED_CHANNELS = 16


def _halving(channels: int) -> nn.Sequential:
    return nn.Sequential(
        nn.Conv2d(channels, HALVED_CHANNELS, 3, stride=2, padding=1),
        nn.BatchNorm2d(HALVED_CHANNELS),
        nn.ReLU(),
    )


class JudgeNetwork(nn.Module):
    """conv5 24, BN, ReLU, pool 2, conv5 48, BN, ReLU, pool 2, FC 64, ReLU, dropout 0.3, FC K.

    Pictures of more than 32 px are first halved by convolutions (conv3 16 stride 2, BN, ReLU) until they are not.
    """

    def __init__(self, classes: int, channels: int, image_size: int) -> None:
        super().__init__()
        self.halvings = nn.Sequential()
        while image_size > LARGEST_LOOKED_AT:
            self.halvings.append(_halving(channels))
            channels, image_size = HALVED_CHANNELS, (image_size + 1) // 2
        self.look = nn.Conv2d(channels, 24, 5, padding=2)
        self.look_norm = nn.BatchNorm2d(24)
        self.look_again = nn.Conv2d(24, 48, 5, padding=2)
        self.look_again_norm = nn.BatchNorm2d(48)
        self.gather = nn.Linear(48 * (image_size // 4) ** 2, FEATURES)
        self.classify = nn.Linear(FEATURES, classes)

    def features(self, images: Tensor) -> Tensor:
        """(B, C, H, W) in [-1, 1] -> (B, 64), before the ReLU."""
        seen = F.max_pool2d(F.relu(self.look_norm(self.look(self.halvings(images)))), 2)
        seen = F.max_pool2d(F.relu(self.look_again_norm(self.look_again(seen))), 2)
        return self.gather(seen.flatten(1))

    def forward(self, images: Tensor) -> Tensor:
        """(B, C, H, W) in [-1, 1] -> logits (B, K)."""
        return self.classes_of(self.features(images))

    def classes_of(self, features: Tensor) -> Tensor:
        """Features (B, 64) -> logits (B, K)."""
        return self.classify(F.dropout(F.relu(features), 0.3, self.training))


@dataclass(frozen=True, slots=True, eq=False)
class Judge:
    """A trained judge and the pictures it can read."""

    network: JudgeNetwork
    class_names: tuple[str, ...]
    channels: int
    image_size: int
    feature_scale: float
    """Multiplies features, so that over the training set their total variance is 100."""
    card: Mapping[str, object] = field(default_factory=dict)

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

    @torch.inference_mode()
    def features_and_probabilities(self, pixels: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """What :meth:`features` and :meth:`probabilities` give, at the price of one."""
        features = torch.cat([self.network.features(_to_images(part)) for part in _chunks(pixels)])
        probabilities = self.network.classes_of(features).softmax(dim=1)
        return features.numpy().astype(np.float64) * self.feature_scale, probabilities.numpy()

    @torch.inference_mode()
    def image_features(self, images: np.ndarray) -> np.ndarray:
        """Like :meth:`features`, of images that were not rounded to levels: (B, C, H, W) float32 in [-1, 1]."""
        parts = [self.network.features(torch.from_numpy(part)).numpy() for part in _chunks(images)]
        return np.concatenate(parts).astype(np.float64) * self.feature_scale


def _chunks(pictures: np.ndarray) -> list[np.ndarray]:
    return [pictures[start : start + 256] for start in range(0, len(pictures), 256)]


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
    """A judge from its file, checked in full before use. FileError with one sentence where it is none."""
    tensors, description = read_tensors(path, KIND)
    if not isinstance(version := description.get("format_version"), int) or version > FORMAT_VERSION:
        raise FileError(
            "file-newer", "{name} was made with a newer version of Latent Studio.", name=path.name
        )
    try:
        shape = ModelConfig.from_json(
            {key: description[key] for key in ("class_names", "channels", "image_size")}
        )
        scale = float(description["feature_scale"])
    except (KeyError, TypeError, ValueError) as error:
        raise FileError("judge-damaged", "{name} does not hold a judge.", name=path.name) from error
    with weightless():
        network = JudgeNetwork(shape.classes, shape.channels, shape.image_size)
    expected = network.state_dict()
    fits = expected.keys() == tensors.keys() and all(
        expected[key].shape == tensors[key].shape and expected[key].dtype == tensors[key].dtype
        for key in expected
    )
    if not fits or not scale > 0:
        raise FileError("judge-damaged", "{name} does not hold a judge.", name=path.name)
    network.load_state_dict(tensors, assign=True)
    channels_last(network).eval().requires_grad_(False)
    card = description.get("card")
    return Judge(
        network,
        shape.class_names,
        shape.channels,
        shape.image_size,
        scale,
        card if isinstance(card, dict) else {},
    )


def save_judge(path: Path, judge: Judge, card: Mapping[str, object], *, dataset_fingerprint: str) -> None:
    """Write a judge with its card and the set that it is for."""
    description = {
        "kind": KIND,
        "format_version": FORMAT_VERSION,
        "class_names": list(judge.class_names),
        "channels": judge.channels,
        "image_size": judge.image_size,
        "feature_scale": judge.feature_scale,
        "dataset_fingerprint": dataset_fingerprint,
        "card": dict(card),
    }
    write_tensors(path, judge.network.state_dict(), description)
