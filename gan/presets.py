"""The named recipes. No torch."""

from __future__ import annotations

from dataclasses import dataclass, replace

from gan.config import ModelConfig, TrainingConfig, TrainingRequest


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
) -> TrainingConfig:
    """The full recipe for a request on a data set of that shape."""
    model = ModelConfig(class_names=class_names, image_size=image_size, channels=channels)
    quick = TrainingConfig(
        preset=request.preset,
        dataset_name=dataset_name,
        dataset_fingerprint=dataset_fingerprint,
        model=model,
        seed=request.seed,
        threads=request.threads,
    )
    if request.preset == "textbook":
        return replace(
            quick,
            model=replace(model, architecture="dcgan", width=64, z_size=100),
            loss="bce",
            generator_learning_rate=2e-4,
            discriminator_learning_rate=2e-4,
            minibatches=((0, 64),),
            penalty_gamma=0.0,
            ema_decay=0.0,
            decay_to=1.0,
        )
    if request.preset == "best":
        return replace(quick, model=replace(model, width=48), ema_decay=0.999)
    return quick
