"""From a brush and what happens along its strokes to the latents of its stamps."""

from __future__ import annotations

from dataclasses import dataclass

from gan.config import GeneratorInfo
from gan.latents import Latent
from studio.document.along import (
    FIELD_SIDE,
    Along,
    Latents,
    drift_latents,
    random_latents,
    sequence_latents,
)
from studio.document.glyphs import classes_of
from studio.pages.explore.state import VIEWS, ExploreState
from studio.settings import Settings

MOST_CLASSES = 64  # more stamps than that are no shelf


@dataclass(frozen=True, slots=True)
class Way:
    """``text``: the classes of a sequence, "" for all; ``chance``: the seed of random styles and of a drift."""

    along: Along
    text: str = ""
    chance: int = 0
    any_class: bool = False


def latents_along(way: Way, brush: Latent, info: GeneratorInfo, settings: Settings) -> Latents | None:
    """For all ways but "fixed" and "travel"; None where a sequence has no class that is there.

    A field is Explore's pad as it stands.
    """
    if way.along == "random":
        return random_latents(brush, way.chance, any_class=way.any_class)
    if way.along == "drift":
        return drift_latents(brush, way.chance)
    if way.along == "field":
        pad = ExploreState(info, settings)
        return pad.latents_at(VIEWS[pad.plane][0].places(FIELD_SIDE))
    names = info.model.class_names
    labels = classes_of(way.text, names) if way.text.strip() else range(min(len(names), MOST_CLASSES))
    return sequence_latents(brush, labels) if labels else None
