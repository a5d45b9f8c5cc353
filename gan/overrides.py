"""Single entries of a recipe, set to other values than a preset gives them. No torch."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import fields
from typing import Any

from gan.config import ModelConfig, TrainingConfig
from gan.errors import UserError

# The pictures decide these, or options of their own do.
_DECIDED_ELSEWHERE = {
    "format_version",
    "preset",
    "size",
    "dataset_name",
    "dataset_fingerprint",
    "model",
    "seed",
    "threads",
    "model.class_names",
    "model.image_size",
    "model.channels",
}
SETTABLE = tuple(
    name
    for name in (
        *(item.name for item in fields(TrainingConfig)),
        *(f"model.{item.name}" for item in fields(ModelConfig)),
    )
    if name not in _DECIDED_ELSEWHERE
)


def parse_override(text: str) -> tuple[str, Any]:
    """NAME=VALUE as typed: ``model.width=24``, ``loss=bce``, ``minibatches=[[0, 32]]``. UserError otherwise."""
    name, sign, value = text.partition("=")
    if not sign or not name.strip():
        raise UserError(
            "override-form", "{text!r} is not NAME=VALUE, such as penalty_gamma=0.2.", text=text[:200]
        )
    try:
        return name.strip(), json.loads(value)
    except ValueError:
        return name.strip(), value.strip()  # a name, such as bce


def with_overrides(config: TrainingConfig, overrides: Mapping[str, Any]) -> TrainingConfig:
    """The recipe with those entries. UserError for one that it does not have, or for a value it cannot have."""
    changed = config.to_json()
    for name, value in overrides.items():
        if name not in SETTABLE:
            raise UserError(
                "override-unknown",
                "{name} is no entry of a recipe that can be set; these are: {settable}.",
                name=str(name)[:200],
                settable=", ".join(SETTABLE),
            )
        part, _, entry = name.rpartition(".")
        (changed[part] if part else changed)[entry] = value
    return TrainingConfig.from_json(changed)


def differing_entries(config: TrainingConfig, other: TrainingConfig) -> dict[str, Any]:
    """What has to be set of ``other`` to get ``config``."""
    own, others = _flat(config), _flat(other)
    return {name: own[name] for name in SETTABLE if own[name] != others[name]}


def _flat(config: TrainingConfig) -> dict[str, Any]:
    value = config.to_json()
    return value | {f"model.{name}": entry for name, entry in value["model"].items()}
