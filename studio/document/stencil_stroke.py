"""A stencil filled with stamps as one stroke: which stamp stands at each place, and how it is turned."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from gan.latents import Latent, gaussian, one_hot
from studio.document.along import RANDOM_COUNT, VARIETY, Along, Latents, stamp_order
from studio.document.artwork import LARGEST_BRUSH_PX, SMALLEST_BRUSH_PX, Brush, Stamp, Stroke
from studio.document.stencil import Tone
from studio.document.stencil_places import Filling, Report, stencil_places

Hand = Literal["one", "pen", "many"]
PENS, FEWER_PENS, MANY_HANDS = (-2.0, -1.0, 0.0, 1.0, 2.0), (-1.5, 0.0, 1.5), 4
MOST_CLASSES, MOST_PALETTE = 64, 96
TURNED, CHOSEN = 30.0, 0.12  # by full jitter in degrees; how far from its tone's ink a stamp may be chosen
_LEAST_INK = 0.02
TILE = 0.75  # a picture without a ground of its own fills its square, a glyph about so much of it


def palette_latents(brush: Latent, hand: Hand, thicker: NDArray[np.float32] | None, seed: int) -> Latents:
    """From what stamps are made that darkness is to choose among.

    Every class in the brush's style; with "pen" also in thinner and thicker pens, ``thicker`` being one step of that;
    with "many" in styles by chance. Without classes there are only styles to choose among.
    """
    count = min(brush.mix.size, MOST_CLASSES)
    if count == 1:
        return np.float32(VARIETY) * gaussian(seed, RANDOM_COUNT, brush.z.size), np.ones(
            (RANDOM_COUNT, 1), np.float32
        )
    styles = [np.asarray(brush.z)]
    if hand == "pen" and thicker is not None:
        pens = PENS if count * len(PENS) <= MOST_PALETTE else FEWER_PENS
        styles = [brush.z + np.float32(step) * thicker for step in pens]
    elif hand == "many":
        styles = list(np.float32(VARIETY) * gaussian(seed, MANY_HANDS, brush.z.size))
    z = np.repeat(np.stack(styles).astype(np.float32), count, axis=0)
    return z, np.tile(np.stack([one_hot(label, brush.mix.size) for label in range(count)]), (len(styles), 1))


def ink_of(stamp: Stamp) -> float:
    """The share of its square that it makes dark, 0 to 1."""
    pixels = stamp.pixels.astype(np.float32) / np.float32(255)
    if pixels.shape[2] == 1:
        return max(float(pixels.mean()), _LEAST_INK)
    dark = 1 - pixels[..., :3].mean(axis=2)
    return max(float((dark * pixels[..., 3] if pixels.shape[2] == 4 else dark).mean()), _LEAST_INK)


def filled(
    tone: Tone,
    filling: Filling,
    stamps: Sequence[Stamp],
    brush: Brush,
    outline: NDArray[np.float32],
    *,
    along: Along | None = None,
    sheet: tuple[int, int] = (1, 1),
    report: Report | None = None,
) -> Stroke:
    """One stroke of ink, in any thread; ``outline (P, 2)`` is its path.

    The darker a place, the darker its stamp; or, with ``along``, as that goes along a stroke, row by row. UserError
    where nothing can be filled.
    """
    side = TILE if stamps[0].pixels.shape[2] == 3 else 1.0
    inks = side**2 * np.array([ink_of(stamp) for stamp in stamps])
    ends = (float(inks.min()), float(inks.max())) if along is None else (float(inks.mean()),) * 2
    places = stencil_places(tone, filling, ends, report)
    chance = np.random.Generator(np.random.Philox(filling.seed + 1))
    if along is None:
        numbers = _by_darkness(inks, places[:, 3], chance)
    else:
        numbers = stamp_order(along, len(stamps), filling.seed, places[:, :2], sheet)
    shown, numbers = np.unique(numbers, return_inverse=True)
    turns = TURNED * filling.jitter * chance.standard_normal(len(places)).clip(-3, 3)
    sizes = (side * places[:, 2]).clip(SMALLEST_BRUSH_PX, LARGEST_BRUSH_PX)
    return Stroke(
        kind="ink",
        brush=brush,
        stamps=tuple(stamps[int(number)] for number in shown),
        dabs=np.column_stack([places[:, :2], sizes, turns, numbers]).astype(np.float32),
        path=outline,
        seed=filling.seed,
    )


def _by_darkness(
    inks: NDArray[np.float64], tones: NDArray[np.float64], chance: np.random.Generator
) -> NDArray[np.intp]:
    """For each tone the stamp whose ink is about as much between the least and the most."""
    wanted = inks.min() + (inks.max() - inks.min()) * tones
    about = chance.normal(0.0, CHOSEN, (len(tones), len(inks)))
    return np.asarray(np.abs(np.log(inks[None] / wanted[:, None]) + about).argmin(axis=1))
