"""Whether a style stays itself from class to class, and how classes blend: measured on made pictures, no data set."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from gan.errors import UserError
from gan.image_maker import ImageMaker
from gan.judge import Judge
from gan.judges import fingerprint_in, judge_for
from gan.latents import gaussian, lerp, one_hot, slerp
from gan.measures import MEASURES, measure_shapes

STYLES = 400
BLEND_STYLES = 40
BLEND_STEPS = np.linspace(0.1, 0.9, 9)  # the ends are no blends
MOST_PAIRS = 100
SURE = 0.8  # probability of the class that the judge takes a picture for
PATHS = 2_000
EPSILON = 1e-4  # of a path, as published
PATHS_LEFT_OUT = 0.01  # at either end, as in the published program

Float64Array = NDArray[np.float64]
Features = Callable[[NDArray[np.float32]], Float64Array]
"""Images (B, C, H, W) in [-1, 1] -> features (B, F)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PairBlend:
    """One pair of classes. ``sure``: share of the blend's steps at which the judge is; ``third``: share of styles
    that look like neither class at the middle."""

    first: str
    second: str
    sure: float
    third: float


@dataclass(frozen=True, slots=True, kw_only=True)
class StyleReport:
    """``shares``: of each measure's variance, how much the style carries. Pairs come worst first; None: no judge."""

    shares: dict[str, float]
    pairs: tuple[PairBlend, ...] | None
    style_path_length: float
    class_path_length: float

    @property
    def sure(self) -> float | None:
        """Share of all steps of all pairs."""
        return None if self.pairs is None else float(np.mean([pair.sure for pair in self.pairs]))

    @property
    def third(self) -> float | None:
        """Share of all middles of all pairs."""
        return None if self.pairs is None else float(np.mean([pair.third for pair in self.pairs]))

    def to_json(self) -> dict[str, object]:
        pairs = None if self.pairs is None else [[p.first, p.second, p.sure, p.third] for p in self.pairs]
        return {
            "style": self.shares,
            "sure": self.sure,
            "third_class": self.third,
            "style_path_length": self.style_path_length,
            "class_path_length": self.class_path_length,
            "path_features": "pixels" if self.pairs is None else "judge",
            "pairs": pairs,
        }

    def lines(self) -> list[str]:
        """For a terminal."""
        features = "pixels" if self.pairs is None else "the judge's features"
        return [
            f"Share of variance that the style carries over {STYLES} styles in every class (1 = perfect lock):",
            *(f"  {name:<16}{share:>8.3f}" for name, share in self.shares.items()),
            *self._blend_lines(),
            f"Perceptual path length on {features} (lower is smoother):",
            f"  {'between styles':<16}{self.style_path_length:>8.1f}",
            f"  {'between classes':<16}{self.class_path_length:>8.1f}",
        ]

    def _blend_lines(self) -> list[str]:
        if self.pairs is None:
            return ["No judge reads such pictures, so blends are not judged."]
        least = ", ".join(f"{pair.first}–{pair.second} {pair.sure:.2f}" for pair in self.pairs[:5])
        by_third = sorted(self.pairs, key=lambda pair: -pair.third)[:5]
        most = ", ".join(f"{pair.first}–{pair.second} {pair.third:.2f}" for pair in by_third)
        return [
            f"Blends of {len(self.pairs)} pairs of classes in {BLEND_STYLES} styles each:",
            f"  {'judge is sure':<16}{self.sure:>8.3f}   of the steps (least: {least})",
            f"  {'third class':<16}{self.third:>8.3f}   of the middles (most: {most})",
        ]


def measure_style(source: str | Path, *, seed: int = 0) -> StyleReport:
    """The generator in a file, a run or by its name. UserError where it has one class only."""
    maker = ImageMaker.open(source)
    model = maker.info.model
    if model.classes < 2:
        raise UserError(
            "one-class", "{name} has only one class, so there is nothing to blend.", name=maker.info.name
        )
    judge = judge_for(model, fingerprint_in(maker.info.card))
    features = _pixels_as_features if judge is None else judge.image_features
    return StyleReport(
        shares=dict(zip(MEASURES, style_shares(_measures(maker, seed)).tolist(), strict=True)),
        pairs=None if judge is None else _blends(maker, judge, seed),
        style_path_length=_style_path_length(maker, features, seed),
        class_path_length=_class_path_length(maker, features, seed),
    )


def style_shares(measures: Float64Array) -> Float64Array:
    """Share of variance that the style carries: measures (K, S, M), class by style -> (M,).

    Standardised within class, it is the variance over styles of the mean over classes: 1 where every class does the
    same, 1 / K on average where the classes know nothing of each other.
    """
    spread = np.maximum(measures.std(axis=1, keepdims=True), 1e-9)
    standardised = (measures - measures.mean(axis=1, keepdims=True)) / spread
    shares: Float64Array = standardised.mean(axis=0).var(axis=0)
    return shares


def _measures(maker: ImageMaker, seed: int) -> Float64Array:
    """The same styles in every class: (K, S, M)."""
    model = maker.info.model
    z = gaussian(seed, STYLES, model.z_size)
    mixes = np.eye(model.classes, dtype=np.float32)
    return np.stack([measure_shapes(maker.make(z, np.repeat(mix[None], STYLES, axis=0))) for mix in mixes])


def _blends(maker: ImageMaker, judge: Judge, seed: int) -> tuple[PairBlend, ...]:
    """All pairs of classes, or so many drawn at random; the least sure first."""
    model = maker.info.model
    z = gaussian(seed, BLEND_STYLES, model.z_size)
    pairs = list(combinations(range(model.classes), 2))
    if len(pairs) > MOST_PAIRS:
        chosen = np.random.default_rng(seed).choice(len(pairs), MOST_PAIRS, replace=False)
        pairs = [pairs[index] for index in sorted(chosen)]
    blends = []
    for first, second in pairs:
        steps = lerp(one_hot(first, model.classes), one_hot(second, model.classes), BLEND_STEPS)
        pixels = maker.make(
            np.repeat(z, len(steps), axis=0), np.tile(steps, (BLEND_STYLES, 1))
        )  # style by style, each along the whole way
        probabilities = judge.probabilities(pixels).reshape(BLEND_STYLES, len(steps), -1)
        sure, third = blend_shares(probabilities, first, second)
        names = model.class_names
        blends.append(PairBlend(first=names[first], second=names[second], sure=sure, third=third))
    return tuple(sorted(blends, key=lambda blend: (blend.sure, -blend.third)))


def blend_shares(probabilities: NDArray[np.float32], first: int, second: int) -> tuple[float, float]:
    """Share of steps that are sure and of middles of a third class: (S, T, K), style by step -> two shares."""
    middles = probabilities[:, probabilities.shape[1] // 2].argmax(axis=1)
    sure = float((probabilities.max(axis=2) >= SURE).mean())
    return sure, float((~np.isin(middles, (first, second))).mean())


def _style_path_length(maker: ImageMaker, features: Features, seed: int) -> float:
    """Along great circles between two styles of one class."""
    model = maker.info.model
    starts, ends = gaussian(seed + 1, 2 * PATHS, model.z_size).reshape(2, PATHS, model.z_size)
    places = np.random.default_rng(seed).random(PATHS)
    mix = np.eye(model.classes, dtype=np.float32)[np.arange(PATHS) % model.classes]
    here, there = (
        np.stack([slerp(a, b, float(t)) for a, b, t in zip(starts, ends, places + step, strict=True)])
        for step in (0.0, EPSILON)
    )
    return path_length(features(maker.images(here, mix)), features(maker.images(there, mix)))


def _class_path_length(maker: ImageMaker, features: Features, seed: int) -> float:
    """Along straight lines between two classes in one style."""
    model = maker.info.model
    z = gaussian(seed + 2, PATHS, model.z_size)
    chooser = np.random.default_rng(seed)
    starts = chooser.integers(0, model.classes, PATHS)
    ends = (starts + chooser.integers(1, model.classes, PATHS)) % model.classes
    places = chooser.random((PATHS, 1))
    mixes = np.eye(model.classes)
    here, there = (
        (mixes[starts] + t * (mixes[ends] - mixes[starts])).astype(np.float32)
        for t in (places, places + EPSILON)
    )
    return path_length(features(maker.images(z, here)), features(maker.images(z, there)))


def path_length(here: Float64Array, there: Float64Array) -> float:
    """Mean squared distance of features (N, F) a step of EPSILON apart, over EPSILON²; the outermost are left out.

    Source: Karras et al. 2019, arXiv:1812.04948, section 4.1, with these features in place of VGG's.
    """
    lengths = np.sort(((here - there) ** 2).sum(axis=1)) / EPSILON**2
    left_out = int(PATHS_LEFT_OUT * len(lengths))
    return float(lengths[left_out : len(lengths) - left_out].mean())


def _pixels_as_features(images: NDArray[np.float32]) -> Float64Array:
    """Images (B, C, H, W) in [-1, 1] -> (B, C * H * W), scaled so that the distance is the root mean square."""
    flat = images.reshape(len(images), -1).astype(np.float64)
    features: Float64Array = flat / flat.shape[1] ** 0.5
    return features
