"""Recipes as values: what a model is, how a run trains it, and what a person asked for. No torch.

The same JSON is the window's run, the command line's arguments and the metadata inside ``generator.safetensors``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from typing import Any, Self

from gan.errors import UserError
from gan.latents import MeasuredDirections, PrincipalDirections

FORMAT_VERSION = 1
ARCHITECTURES = ("compact", "dcgan")
LOSSES = ("relativistic", "bce")
PRESET_NAMES = ("quick", "textbook", "best")
SIZES = ("small", "medium", "large")
IMAGE_SIZES = (28, 32, 64, 128)
FITS = ("crop", "pad", "stretch")
DISCRIMINATOR_NORMS = ("batch", "none")
CLASS_MIXINGS = ("straight", "round")
AUGMENT_KINDS = ("shift", "turn", "scale", "colour", "cutout")
FEW_PICTURES = 1_000  # up to here, presets keep the discriminator from learning the pictures by heart
DEVICE_NAMES = ("auto", "cpu", "cuda", "mps")


def _check_range(name: str, value: float, least: float, most: float) -> None:
    # Written so that NaN fails too.
    if isinstance(value, bool) or not isinstance(value, int | float) or not least <= value <= most:
        raise UserError(
            "value-out-of-range",
            "{name} is {value}; it can be from {least} to {most}.",
            name=name,
            value=value,
            least=least,
            most=most,
        )


def _check_choice(name: str, value: object, choices: tuple[str, ...] | tuple[int, ...]) -> None:
    if value not in choices or isinstance(value, bool):
        raise UserError(
            "value-unknown",
            "{name} is {value!r}; it can be {choices}.",
            name=name,
            value=value,
            choices=", ".join(map(str, choices)),
        )


def _check_whole(name: str, value: object, least: int, most: int) -> None:
    if not isinstance(value, int) or isinstance(value, bool):
        raise UserError(
            "value-not-whole", "{name} is {value!r}; it has to be a whole number.", name=name, value=value
        )
    _check_range(name, value, least, most)


class _Json:
    """Dataclass to JSON object and back; a key it does not know is an error."""

    __slots__ = ()

    def to_json(self) -> dict[str, Any]:
        return asdict(self)  # type: ignore[call-overload]  # every subclass is a dataclass

    @classmethod
    def from_json(cls, value: object) -> Self:
        if not isinstance(value, Mapping):
            raise UserError("config-not-object", "A recipe is a JSON object.")
        known = {item.name for item in fields(cls)}  # type: ignore[arg-type]
        if unknown := sorted(set(value) - known):
            raise UserError("config-unknown-key", "The recipe has an unknown entry: {key}.", key=unknown[0])
        try:
            return cls(**cls._restored(dict(value)))
        except TypeError as error:
            raise UserError(
                "config-incomplete", "The recipe lacks an entry or has one of a wrong kind."
            ) from error

    @classmethod
    def _restored(cls, value: dict[str, Any]) -> dict[str, Any]:
        return value


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelConfig(_Json):
    """The shape of generator and discriminator.

    ``class_mixing``: what lies between two classes (:class:`gan.networks.class_embedding.ClassEmbedding`).
    """

    architecture: str = "compact"
    z_size: int = 64
    class_names: tuple[str, ...] = ("0", "1", "2", "3", "4", "5", "6", "7", "8", "9")
    class_size: int = 16
    image_size: int = 28
    channels: int = 1
    width: int = 32
    discriminator_norm: str = "batch"
    class_mixing: str = "straight"

    def __post_init__(self) -> None:
        _check_choice("architecture", self.architecture, ARCHITECTURES)
        _check_choice("discriminator_norm", self.discriminator_norm, DISCRIMINATOR_NORMS)
        _check_choice("class_mixing", self.class_mixing, CLASS_MIXINGS)
        _check_whole("z_size", self.z_size, 1, 4096)
        _check_whole("class_size", self.class_size, 1, 1024)
        _check_whole("image_size", self.image_size, 8, 256)
        _check_whole("channels", self.channels, 1, 4)
        _check_whole("width", self.width, 1, 1024)
        if self.image_size % 4:
            raise UserError(
                "image-size-odd", "The picture size {size} is not a multiple of 4.", size=self.image_size
            )
        names = self.class_names
        if not isinstance(names, tuple) or not all(
            isinstance(name, str) and len(name) <= 200 for name in names
        ):
            raise UserError("class-names-kind", "Class names are a list of short texts.")
        _check_whole("number of classes", len(names), 1, 1024)

    @property
    def classes(self) -> int:
        """How many classes there are; 1 where the pictures carry no labels."""
        return len(self.class_names)

    @classmethod
    def _restored(cls, value: dict[str, Any]) -> dict[str, Any]:
        if isinstance(value.get("class_names"), list):
            value["class_names"] = tuple(value["class_names"])
        return value


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainingConfig(_Json):
    """Everything that decides what a run computes. Schedules are functions of steps and pictures, never of the clock.

    ``minibatches``: (pictures seen so far, minibatch from there on), ascending from 0.
    ``decay_from``: share of the budget after which both rates fall linearly to ``decay_to`` of themselves.
    ``ema_decay`` 0 means that the generator itself is shown.
    ``discriminator_steps``: minibatches that the discriminator learns from in a step; the generator has one.
    ``sample_interval_s`` decides nothing but how often the gallery is drawn.
    ``augment_strength`` 0: the discriminator sees every picture as it is; ``augment_target``: how sure it may be before
    more are augmented (:class:`gan.augment.Augmentation`), 0 augments every picture.
    ``style_lock``: weight of the demand that one latent gives every class the same slant, stroke thickness and ink
    (:mod:`gan.style_lock`); it asks nothing of colour pictures or where there is one class.
    ``class_blends``: weight of the demand that a blend of two classes reads as one of the two
    (:mod:`gan.class_blends`); it asks nothing where there are fewer than three.
    """

    format_version: int = FORMAT_VERSION
    preset: str
    size: str = "medium"
    dataset_name: str
    dataset_fingerprint: str
    model: ModelConfig
    loss: str = "relativistic"
    generator_learning_rate: float = 2e-3
    discriminator_learning_rate: float = 2e-3
    discriminator_steps: int = 1
    beta1: float = 0.0
    beta2: float = 0.999
    minibatches: tuple[tuple[int, int], ...] = ((0, 16), (11_000, 32), (100_000, 64))
    penalty_gamma: float = 0.1
    penalty_interval: int = 8
    style_lock: float = 0.0
    class_blends: float = 0.0
    ema_decay: float = 0.998
    decay_from: float = 0.5
    decay_to: float = 0.1
    sample_interval_s: float = 0.5
    augment_strength: float = 0.0
    augment_target: float = 0.5
    augment_kinds: tuple[str, ...] = ("turn", "scale")
    seed: int = 0
    threads: int = 1

    def __post_init__(self) -> None:
        if self.format_version > FORMAT_VERSION:
            raise UserError("config-newer", "This was made with a newer version of Latent Studio.")
        _check_choice("preset", self.preset, PRESET_NAMES)
        _check_choice("size", self.size, SIZES)
        _check_choice("loss", self.loss, LOSSES)
        for name in ("generator_learning_rate", "discriminator_learning_rate"):
            _check_range(name, getattr(self, name), 1e-7, 1.0)
        _check_whole("discriminator_steps", self.discriminator_steps, 1, 5)
        _check_range("beta1", self.beta1, 0.0, 0.9999)
        _check_range("beta2", self.beta2, 0.0, 0.99999)
        _check_range("penalty_gamma", self.penalty_gamma, 0.0, 1000.0)
        _check_whole("penalty_interval", self.penalty_interval, 1, 1000)
        _check_range("style_lock", self.style_lock, 0.0, 100.0)
        _check_range("class_blends", self.class_blends, 0.0, 100.0)
        _check_range("ema_decay", self.ema_decay, 0.0, 0.99999)
        _check_range("decay_from", self.decay_from, 0.0, 1.0)
        _check_range("decay_to", self.decay_to, 0.0, 1.0)
        _check_range("sample_interval_s", self.sample_interval_s, 0.0, 3600.0)
        _check_range("augment_strength", self.augment_strength, 0.0, 3.0)
        _check_range("augment_target", self.augment_target, 0.0, 1.0)
        if not isinstance(self.augment_kinds, tuple):
            raise UserError(
                "augment-kinds", "augment_kinds is a list of {choices}.", choices=", ".join(AUGMENT_KINDS)
            )
        for kind in self.augment_kinds:
            _check_choice("augment_kinds", kind, AUGMENT_KINDS)
        _check_whole("seed", self.seed, 0, 2**63 - 1)
        _check_whole("threads", self.threads, 1, 256)
        self._check_minibatches()

    def _check_minibatches(self) -> None:
        plan = self.minibatches
        if not isinstance(plan, tuple) or not all(
            isinstance(pair, tuple) and len(pair) == 2 for pair in plan
        ):
            raise UserError(
                "minibatch-plan-kind",
                "The minibatch plan lists [pictures seen, minibatch from there on], such as [[0, 32]].",
            )
        for start, size in plan:
            _check_whole("start of a minibatch", start, 0, 2**53)
            _check_whole("minibatch", size, 2, 65_536)
        starts = [start for start, _ in plan]
        if not starts or starts[0] != 0 or starts != sorted(set(starts)):
            raise UserError("minibatch-plan", "The minibatch plan begins at 0 pictures and goes upwards.")

    @classmethod
    def _restored(cls, value: dict[str, Any]) -> dict[str, Any]:
        if "model" in value:
            value["model"] = ModelConfig.from_json(value["model"])
        if isinstance(plan := value.get("minibatches"), list):
            value["minibatches"] = tuple(tuple(pair) if isinstance(pair, list) else pair for pair in plan)
        if isinstance(value.get("augment_kinds"), list):
            value["augment_kinds"] = tuple(value["augment_kinds"])
        return value

    def minibatch_at(self, pictures_seen: int) -> int:
        """How many pictures the next step takes."""
        return next(size for start, size in reversed(self.minibatches) if pictures_seen >= start)


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainingRequest(_Json):
    """What a person asks for. Neither minutes nor steps means: until stopped.

    ``size``: how large the networks are, by the preset's measure.
    ``image_size`` and ``fit`` say what becomes of the pictures of a folder; sets known by name are 28 px.
    ``overrides``: entries of the recipe that shall be other than the preset has them, by the names that
    :data:`gan.overrides.SETTABLE` lists.
    """

    dataset: str
    data_root: str | None = None
    preset: str = "quick"
    size: str = "medium"
    device: str = "auto"
    minutes: float | None = None
    steps: int | None = None
    seed: int = 0
    threads: int = 1
    image_size: int = 28
    fit: str = "crop"
    overrides: Mapping[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        _check_choice("preset", self.preset, PRESET_NAMES)
        _check_choice("size", self.size, SIZES)
        _check_choice("image size", self.image_size, IMAGE_SIZES)
        _check_choice("fit", self.fit, FITS)
        _check_choice("device", self.device, DEVICE_NAMES)
        _check_whole("seed", self.seed, 0, 2**63 - 1)
        _check_whole("threads", self.threads, 1, 256)
        if self.minutes is not None:
            _check_range("minutes", self.minutes, 0.01, 100_000)
        if self.steps is not None:
            _check_whole("steps", self.steps, 1, 10**9)
        if self.minutes is not None and self.steps is not None:
            raise UserError("two-budgets", "Give the budget in minutes or in steps, not in both.")
        if not isinstance(self.overrides, Mapping):
            raise UserError("overrides-kind", "What is set of a recipe is a JSON object of names and values.")

    def with_budget(self, *, minutes: float | None, steps: int | None) -> TrainingRequest:
        """The same request with another budget."""
        return replace(self, minutes=minutes, steps=steps)


@dataclass(frozen=True, slots=True, kw_only=True)
class GeneratorInfo:
    """What a viewer needs to know of an open generator."""

    name: str
    fingerprint: str
    model: ModelConfig
    step: int
    dataset_name: str
    has_judge: bool = False
    directions: MeasuredDirections | None = None
    principal: PrincipalDirections | None = None
    class_layers: int = 1
    """How many layers take the class; each can be given a mix of its own."""
    card: Mapping[str, object] = field(default_factory=dict)
