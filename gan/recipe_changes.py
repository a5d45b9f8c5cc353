"""What of a recipe can change while a run goes on; everything else would need a new run."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gan.config import TrainingConfig
from gan.errors import UserError

CHANGEABLE = (
    "generator_learning_rate",
    "discriminator_learning_rate",
    "discriminator_steps",
    "minibatches",
    "penalty_gamma",
    "penalty_interval",
    "ema_decay",
    "sample_interval_s",
    "augment_strength",
    "augment_target",
)


def changeable_part(config: TrainingConfig) -> dict[str, Any]:
    """The entries that can change, as JSON has them."""
    recipe = config.to_json()
    return {name: recipe[name] for name in CHANGEABLE}


def changed_recipe(config: TrainingConfig, changes: Mapping[str, Any]) -> TrainingConfig:
    """The recipe with some entries changed. UserError for one that cannot change, or to a value it cannot have."""
    for name in changes:
        if name not in CHANGEABLE:
            raise UserError(
                "recipe-fixed",
                "{name} cannot change while a run goes on; these can: {changeable}.",
                name=name,
                changeable=", ".join(CHANGEABLE),
            )
    return TrainingConfig.from_json(config.to_json() | dict(changes))
