"""A trainer so small that a step takes a few milliseconds, with every kind of state a large one has."""

from dataclasses import replace
from typing import Any

import numpy as np
import torch

from gan.config import ModelConfig, TrainingConfig
from gan.distributed import ALONE, Team
from gan.trainer import Trainer

STEPS = 25


def tiny_model(**changes: Any) -> ModelConfig:
    names = ("lying", "standing", "leaning")
    return replace(
        ModelConfig(class_names=names, image_size=8, width=2, z_size=4, class_mixing="round"), **changes
    )


def tiny_config(**changes: object) -> TrainingConfig:
    """Three classes of 8 x 8 pictures; minibatches grow, penalties come and go, pictures are augmented, rates fall."""
    values = {
        "preset": "quick",
        "dataset_name": "bars",
        "dataset_fingerprint": "0" * 64,
        "model": tiny_model().to_json(),
        "minibatches": [[0, 4], [40, 6]],
        "penalty_interval": 3,
        "augment_strength": 2.0,
        "augment_target": 0.2,
        "augment_kinds": ["shift", "turn", "scale", "colour", "cutout"],
        "style_lock": 0.5,
        "class_blends": 0.5,
        "seed": 7,
    }
    return TrainingConfig.from_json(values | changes)


def tiny_pictures() -> tuple[np.ndarray, np.ndarray]:
    """22 pictures (22, 8, 8, 1) uint8 with labels: an epoch ends every few steps."""
    labels = np.arange(22) % 3
    images = np.zeros((22, 8, 8, 1), dtype=np.uint8)
    for index, label in enumerate(labels):
        bar = slice(1 + index % 5, 3 + index % 5)
        if label == 0:
            images[index, bar] = 255
        elif label == 1:
            images[index, :, bar] = 255
        else:
            images[index, ..., 0] = 255 * np.eye(8, k=index % 5 - 2, dtype=np.uint8)
    return images, labels.astype(np.int64)


def tiny_trainer(team: Team = ALONE, **changes: object) -> Trainer:
    images, labels = tiny_pictures()
    trainer = Trainer(tiny_config(**changes), images, labels, torch.device("cpu"), team)
    trainer.schedule.set_budget(STEPS)
    trainer.augmentation.probability.fill_(0.5)  # as if it had been rising for thousands of pictures
    return trainer


def train(trainer: Trainer, until: int = STEPS) -> Trainer:
    while trainer.step_count < until:
        trainer.step()
    return trainer


def state_of(trainer: Trainer) -> dict[str, torch.Tensor]:
    return {name: tensor.clone() for name, tensor in trainer.tensors().items()}


def differing(state: dict[str, torch.Tensor], other: dict[str, torch.Tensor]) -> set[str]:
    """The names of the tensors that are not bit for bit the same."""
    return {
        name
        for name in state.keys() | other.keys()
        if name not in state or name not in other or not torch.equal(state[name], other[name])
    }
