"""What Blend remembers between starts."""

from __future__ import annotations

import math

from gan.config import GeneratorInfo
from gan.errors import GanError
from gan.latents import Latent
from studio.pages.blend.state import FIRST_FRAMES, LEAST, MOST, WELLS, Blend, Weights, first_blend
from studio.pages.picture_menu import fits
from studio.settings import Settings


def remember(blend: Blend, settings: Settings) -> None:
    """Write it down for the next start."""
    write = settings.set_value
    write("blend/wells", [well.to_text() for well in blend.wells])
    write("blend/locked", [str(int(locked)) for locked in blend.locked])
    write("blend/shape", [repr(float(weight)) for weight in blend.shape])
    write("blend/style", [repr(float(weight)) for weight in blend.style])
    write("blend/pair", [str(index) for index in blend.pair])
    write("blend/fixed", [f"{place!r} {latent.to_text()}" for place, latent in blend.fixed])
    write("blend/frames", blend.frames)
    write("blend/linked", blend.linked)


def remembered(info: GeneratorInfo, settings: Settings) -> Blend:
    """What was written, if this generator can draw it; else its first pair."""
    first = first_blend(info)
    try:
        wells = tuple(Latent.from_text(text) for text in settings.value("blend/wells", [""]))
        fixed = tuple(_fixed_point(text) for text in settings.value("blend/fixed", list[str]()) if text)
        locked = tuple(text == "1" for text in settings.value("blend/locked", [""]))
        shape, style = (_weights(settings.value(f"blend/{name}", [""])) for name in ("shape", "style"))
        one, other = (int(text) for text in settings.value("blend/pair", [""]))
    except (GanError, ValueError):
        return first
    count = len(wells)
    lengths = {len(locked), len(shape), len(style), count}
    drawn = [*wells, *(latent for _, latent in fixed)]
    if not 2 <= count <= len(WELLS) or len(lengths) > 1 or not all(fits(latent, info) for latent in drawn):
        return first
    if one == other or not {one, other} <= set(range(count)):
        return first
    blend = Blend(
        wells=wells,
        locked=locked,
        shape=shape,
        style=style,
        pair=(one, other),
        linked=settings.value("blend/linked", False),
        fixed=fixed,
    ).with_frames(settings.value("blend/frames", FIRST_FRAMES))
    return blend if count == 2 else blend.on_the_sheet()


def _weights(texts: list[str]) -> Weights:
    weights = tuple(float(text) for text in texts)
    if not all(math.isfinite(weight) and LEAST <= weight <= MOST for weight in weights):
        raise ValueError(weights)
    if abs(sum(weights) - 1.0) > 1e-6:
        raise ValueError(weights)
    return weights


def _fixed_point(text: str) -> tuple[float, Latent]:
    place, _, latent = text.partition(" ")
    if not 0.0 < float(place) < 1.0:
        raise ValueError(place)
    return float(place), Latent.from_text(latent)
