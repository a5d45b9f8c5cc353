"""The card of a run: what it learnt from and how. Nothing in it names a person or a place."""

from __future__ import annotations

import json
import shlex
from collections.abc import Mapping
from typing import Any

import torch

from gan.config import TrainingConfig
from gan.data import Dataset
from gan.presets import differs_from_preset
from gan.trainer import Trainer

LIMITS = (
    "It draws what it was trained on and nothing else. Some pictures are misshapen. Made pictures are no evidence "
    "of anything; files exported by Latent Studio say that they are made."
)
COLOURS = {1: "grey", 3: "colour", 4: "colour with transparency"}
FIT_WORDS = {"crop": "cropped", "pad": "padded", "stretch": "stretched"}


def run_card(dataset: Dataset, trainer: Trainer, elapsed_s: float) -> dict[str, object]:
    """What anybody who gets the generator should know, as it also travels inside its file."""
    return {
        "dataset": dataset.title,
        "pictures": len(dataset),
        "picture_size": dataset.images.shape[1],
        "channels": dataset.images.shape[3],
        "fit": dataset.fit,
        "licence": dataset.licence,
        "steps": trainer.step_count,
        "pictures_seen": trainer.pictures_seen,
        "elapsed_s": round(elapsed_s, 1),
        "device": trainer.device.type,
        "torch": torch.__version__,
        "recipe": trainer.config.to_json(),
    }


def training_command(card: Mapping[str, Any]) -> str:
    """What trains it again."""
    recipe = TrainingConfig.from_json(card["recipe"])
    squares = f"--image-size {card['picture_size']} --fit {card['fit']} " if card.get("fit") else ""
    own = differs_from_preset(recipe, card.get("pictures"))
    settings = "".join(f"--set {_shell(name, value)} " for name, value in own.items())
    return (
        f"python -m gan train --data {recipe.dataset_name} {squares}--preset {recipe.preset} --size {recipe.size} "
        f"{settings}--steps {card['steps']} --seed {recipe.seed} --threads {recipe.threads} --out RUN"
    )


def _shell(name: str, value: object) -> str:
    """NAME=VALUE as a shell takes it."""
    return shlex.quote(f"{name}={value if isinstance(value, str) else json.dumps(value)}")


def _squares(card: Mapping[str, Any]) -> str:
    """What became of the pictures of a folder; nothing to say where they are squares as published."""
    if not card.get("fit"):
        return ""
    return f", {card['picture_size']} px, {COLOURS[card['channels']]}, {FIT_WORDS[card['fit']]}"


def card_facts(card: Mapping[str, Any]) -> list[str]:
    """The card as lines of a Markdown list."""
    facts = {
        "Trained on": f"{card['dataset']}, {card['pictures']:,} pictures{_squares(card)}",
        "Licence of the pictures": card["licence"],
        "Steps": f"{card['steps']:,} ({card['pictures_seen']:,} pictures, {card['elapsed_s'] / 60:.0f} minutes)",
        "Device": f"{card['device']}, torch {card['torch']}",
        "Command": f"`{training_command(card)}`",
    }
    return [f"- {key}: {value}" for key, value in facts.items()]


def card_markdown(name: str, card: Mapping[str, Any]) -> str:
    """A whole card.md; quality is said to be unmeasured."""
    measure = "Its quality was not measured; `python -m gan card` measures it and writes it here."
    return "\n".join([f"# {name}", "", *card_facts(card), "", measure, "", LIMITS, ""])
