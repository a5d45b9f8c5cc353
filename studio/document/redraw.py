"""A painting drawn by another generator: which latents that one takes, under which of its classes, and what comes back.

Every stroke keeps its place, its seed and its styles; only the pictures of its stamps are other ones. A latent is
style and class mix: a style fits where it has as many numbers as the generator takes, and a class is found by its name.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from gan.config import ModelConfig
from gan.errors import UserError
from gan.latents import Latent
from studio.document.artwork import DAB_SIZE, Artwork, Layer, Stamp, Stroke

PREVIEW_STAMPS = 256  # about thirty milliseconds of a small generator
PREVIEW_PIXELS = 2e6  # of dabs or of sheet, whichever is more
MOST_NAMED = 8

Way = Literal["name", "place", "one"]


@dataclass(frozen=True, slots=True, eq=False)
class Redrawing:
    """What is to be drawn: ``latents`` as they will be; ``places`` says where each of the painting's is among them.

    ``way``: classes were found by their names; or by their places, since no name is the same; or there is only one.
    ``left_out``: how many latents of the painting the generator does not take.
    """

    latents: tuple[Latent, ...]
    places: dict[Latent, int]
    way: Way
    left_out: int = 0

    @property
    def z(self) -> NDArray[np.float32]:
        """(N, Z)."""
        return np.stack([latent.z for latent in self.latents])

    @property
    def mix(self) -> NDArray[np.float32]:
        """(N, K)."""
        return np.stack([latent.mix for latent in self.latents])


def plan_redrawing(artwork: Artwork, model: ModelConfig, class_names: tuple[str, ...]) -> Redrawing:
    """What ``model`` is to draw for all ink that is not on a locked layer.

    ``class_names``: of the generator that it was painted with, () where that is not known. UserError where nothing
    of it can be drawn, in one sentence.
    """
    known = list(dict.fromkeys(stamp.latent for stroke in _open_ink(artwork) for stamp in stroke.stamps))
    if not known:
        raise UserError(
            "redraw-nothing", "There is nothing to redraw: no ink, or all of it on locked layers."
        )
    fitting = [latent for latent in known if latent.z.size == model.z_size]
    if not fitting:
        raise UserError(
            "redraw-style",
            "This model takes styles of {own} numbers; those of the painting have {z}, so it cannot redraw it.",
            own=model.z_size,
            z=known[0].z.size,
        )
    classes = fitting[0].mix.size
    fitting = [latent for latent in fitting if latent.mix.size == classes]
    used = np.flatnonzero(np.any([latent.mix != 0 for latent in fitting], axis=0)).tolist()
    names = class_names if len(class_names) == classes else ()
    way, targets = _matched(classes, used, names, model.class_names)
    latents = tuple(_under(latent, used, targets, model.classes) for latent in fitting)
    places = {latent: place for place, latent in enumerate(fitting)}
    return Redrawing(latents, places, way, len(known) - len(fitting))


def redrawn(artwork: Artwork, plan: Redrawing, pixels: NDArray[np.uint8]) -> Artwork:
    """The painting with ``pixels (N, H, W, C)`` in the places of its stamps."""
    stamps = [Stamp(*both) for both in zip(plan.latents, pixels, strict=True)]
    layers = tuple(layer if layer.locked else _redrawn_layer(layer, plan, stamps) for layer in artwork.layers)
    return replace(artwork, layers=layers)


def thinned(plan: Redrawing, most: int = PREVIEW_STAMPS) -> Redrawing:
    """About ``most`` of the latents, spread over all classes, each in the place of those of its class beside it: what
    a glance needs of a painting of thousands of stamps.
    """
    classes = np.array([int(latent.mix.argmax()) for latent in plan.latents])
    order = np.argsort(classes, kind="stable")
    step = max(1.0, len(order) / most)
    group = (np.arange(len(order)) / step).astype(np.int64)
    is_first = np.ones(len(order), bool)
    is_first[1:] = (group[1:] != group[:-1]) | (classes[order][1:] != classes[order][:-1])
    lenders = np.empty(len(order), np.int64)
    lenders[order] = np.cumsum(is_first) - 1
    latents = tuple(plan.latents[place] for place in order[is_first])
    places = {latent: int(lenders[place]) for latent, place in plan.places.items()}
    return replace(plan, latents=latents, places=places)


def preview_scale(artwork: Artwork) -> float:
    """At which a glance at the painting is soon painted: 1, or less for a large one."""
    dabs = sum(float(np.square(stroke.dabs[:, DAB_SIZE]).sum()) for stroke in _all_strokes(artwork))
    return min(1.0, (PREVIEW_PIXELS / max(dabs, artwork.width * artwork.height)) ** 0.5)


def _matched(
    classes: int, used: list[int], names: tuple[str, ...], own: tuple[str, ...]
) -> tuple[Way, list[int]]:
    """For each class that is ``used``, which of the generator's ``own`` it is drawn as. UserError if none is."""
    wanted = [names[place] for place in used] if names else []
    if wanted and set(wanted) <= set(own):
        return "name", [own.index(name) for name in wanted]
    if len(own) == 1:
        return "one", [0] * len(used)
    if len(own) == classes and not set(names) & set(own):
        return "place", used
    if not wanted:
        raise UserError(
            "redraw-classes",
            "This model has {own} classes, the painting {k} others, so it cannot redraw it.",
            own=len(own),
            k=classes,
        )
    missing = [name for name in wanted if name not in own]
    more = ", …" if len(missing) > MOST_NAMED else ""
    raise UserError(
        "redraw-missing",
        "This model has no class {names}, so it cannot redraw the painting.",
        names=", ".join(f"“{name}”" for name in missing[:MOST_NAMED]) + more,
    )


def _under(latent: Latent, used: list[int], targets: list[int], classes: int) -> Latent:
    """The same style, with the shares of the classes where the generator has them."""
    if targets == used and classes == latent.mix.size:
        return latent
    mix = np.zeros(classes, np.float32)
    np.add.at(mix, targets, latent.mix[used])
    return latent.with_mix(mix)


def _redrawn_layer(layer: Layer, plan: Redrawing, stamps: list[Stamp]) -> Layer:
    return replace(layer, strokes=tuple(_redrawn_stroke(stroke, plan, stamps) for stroke in layer.strokes))


def _redrawn_stroke(stroke: Stroke, plan: Redrawing, stamps: list[Stamp]) -> Stroke:
    if not any(stamp.latent in plan.places for stamp in stroke.stamps):
        return stroke
    places = [plan.places.get(stamp.latent) for stamp in stroke.stamps]
    both = zip(stroke.stamps, places, strict=True)
    return replace(stroke, stamps=tuple(old if place is None else stamps[place] for old, place in both))


def _open_ink(artwork: Artwork) -> Iterator[Stroke]:
    return (stroke for layer in artwork.layers if not layer.locked for stroke in layer.strokes)


def _all_strokes(artwork: Artwork) -> Iterator[Stroke]:
    return (stroke for layer in artwork.layers for stroke in layer.strokes)
