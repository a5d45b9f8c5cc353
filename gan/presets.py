"""The named recipes. No torch."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from gan.config import FEW_PICTURES, ModelConfig, TrainingConfig, TrainingRequest
from gan.overrides import differing_entries, with_overrides

SCALES = {"small": 0.5, "medium": 1.0, "large": 2.0}
"""What each size makes of a preset's width and of its number of latents."""

STYLE_LOCK = 0.5
CLASS_BLENDS = 0.05


@dataclass(frozen=True, slots=True, kw_only=True)
class Preset:
    """One recipe as a person chooses it."""

    name: str
    title: str
    promise: str
    sentence: str


PRESETS = (
    Preset(
        name="quick",
        title="Quick sketch",
        promise="legible in 20 s",
        sentence="A small network with a brisk recipe: digits within seconds, clean ones within minutes.",
    ),
    Preset(
        name="textbook",
        title="Textbook DCGAN",
        promise="as the tutorial",
        sentence="Plain DCGAN with cross-entropy and Adam, as tutorials teach it: slower, and good to compare with.",
    ),
    Preset(
        name="best",
        title="Best",
        promise="cleanest digits",
        sentence="The quick recipe with a wider network and gentler averaging: give it ten minutes or more.",
    ),
)


def training_config(
    request: TrainingRequest,
    *,
    dataset_name: str,
    dataset_fingerprint: str,
    class_names: tuple[str, ...],
    image_size: int,
    channels: int,
    picture_count: int | None = None,
) -> TrainingConfig:
    """The full recipe for a request on a data set of that shape. UserError where its overrides do not fit.

    ``picture_count`` None: nothing is known yet of how many there are, and there may well be enough.
    """
    config = _of_preset(
        TrainingConfig(
            preset=request.preset,
            size=request.size,
            dataset_name=dataset_name,
            dataset_fingerprint=dataset_fingerprint,
            model=ModelConfig(class_names=class_names, image_size=image_size, channels=channels),
            seed=request.seed,
            threads=request.threads,
        )
    )
    if picture_count is not None and picture_count <= FEW_PICTURES:
        config = _for_few_pictures(config)
    return with_overrides(_scaled(config), request.overrides)


def check_overrides(request: TrainingRequest) -> None:
    """UserError where a request's overrides do not fit; to be asked before pictures are decoded."""
    training_config(
        request, dataset_name="", dataset_fingerprint="", class_names=("",), image_size=28, channels=1
    )


def differs_from_preset(config: TrainingConfig, picture_count: int | None) -> dict[str, Any]:
    """The overrides that make its preset, at its size and for so many pictures, this recipe."""
    request = TrainingRequest(dataset="", preset=config.preset, size=config.size)
    model = config.model
    preset = training_config(
        request,
        dataset_name=config.dataset_name,
        dataset_fingerprint=config.dataset_fingerprint,
        class_names=model.class_names,
        image_size=model.image_size,
        channels=model.channels,
        picture_count=picture_count,
    )
    return differing_entries(config, preset)


def _of_preset(quick: TrainingConfig) -> TrainingConfig:
    """At medium size."""
    model = quick.model
    if quick.preset == "textbook":
        return replace(
            quick,
            model=replace(model, architecture="dcgan", width=64, z_size=100),
            loss="bce",
            generator_learning_rate=2e-4,
            discriminator_learning_rate=2e-4,
            beta1=0.5,
            minibatches=((0, 64),),
            penalty_gamma=0.0,
            ema_decay=0.0,
            decay_to=1.0,
        )
    model = replace(model, class_mixing="round")
    quick = replace(quick, model=model, style_lock=STYLE_LOCK, class_blends=CLASS_BLENDS)
    if quick.preset == "best":
        return replace(quick, model=replace(model, width=48), ema_decay=0.999)
    return quick


def _for_few_pictures(config: TrainingConfig) -> TrainingConfig:
    """Keeps the discriminator from learning the pictures by heart. Textbook stays what the tutorial teaches.

    Chosen by ``python -m gan bench few-pictures``; there, a discriminator without norm and stronger penalties gave
    more recall, but took longer to learn.
    """
    return config if config.preset == "textbook" else replace(config, augment_strength=1.0)


def _scaled(config: TrainingConfig) -> TrainingConfig:
    model, scale = config.model, SCALES[config.size]
    return replace(
        config,
        model=replace(model, width=round(model.width * scale), z_size=round(model.z_size * scale)),
    )
