"""Small pictures of brush presets: each a stroke of a pen, in stamps that the open generator draws."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from PySide6.QtCore import QObject, Signal, Slot

from gan.config import GeneratorInfo
from gan.latents import Latent, one_hot
from studio.controllers.inference import InferenceController
from studio.document.along import Along, Latents
from studio.document.artwork import Artwork, Brush, Stamp
from studio.document.brush_presets import BrushPreset
from studio.document.export import pixels_of
from studio.document.painter import render
from studio.document.stroke_builder import StrokeBuilder
from studio.document.travel import latents_between
from studio.pages.paint.brush_latents import Way, latents_along
from studio.pages.whole_answers import WholeAnswers
from studio.settings import Settings

PRIORITY = 4  # after all that one waits for
SIDE_PX = 92
STAMPS = 7
FIRST_CLASS, LAST_CLASS = 3, 8
_SMALLEST_PX, _LARGEST_PX = 18.0, 42.0  # that brushes of 1 to 600 pixels have there
_FARTHEST = 0.4  # of the scatter, or dabs would fall beside the picture
_WAY = [(20 + 52 * t, 46 - 20 * np.sin(2 * np.pi * t), np.sin(np.pi * t)) for t in np.linspace(0, 1, 24)]


@dataclass(frozen=True, slots=True, eq=False)
class _Order:
    presets: tuple[BrushPreset, ...]
    latents: list[Latents]


class PresetPictures(QObject):
    """The newest wish counts; (SIDE_PX, SIDE_PX, 4) each."""

    made = Signal(list)

    def __init__(self, inference: InferenceController, settings: Settings, parent: QObject) -> None:
        super().__init__(parent)
        self._inference, self._settings = inference, settings
        self._answers = WholeAnswers(inference.channel(PRIORITY), self)
        self._answers.made.connect(self._on_made)

    def want(self, presets: Sequence[BrushPreset]) -> None:
        """Draw these; nothing comes while no generator is open."""
        info = self._inference.info
        if info is None or not presets:
            return
        latents = [self._latents_of(preset, info) for preset in presets]
        z, mix = (np.concatenate(each) for each in zip(*latents, strict=True))
        self._answers.ask(z, mix, _Order(tuple(presets), latents))

    def _latents_of(self, preset: BrushPreset, info: GeneratorInfo) -> Latents:
        model = info.model
        shape = (model.z_size, model.classes)
        mean = np.zeros(model.z_size, np.float32)
        usual = [
            Latent(mean, one_hot(min(label, model.classes - 1), model.classes))
            for label in (FIRST_CLASS, LAST_CLASS)
        ]
        if all((each.z.size, each.mix.size) == shape for each in preset.latents):
            usual[: len(preset.latents)] = preset.latents
        start, target = usual
        if preset.along == "travel":
            return latents_between(start, target, np.linspace(0, 1, STAMPS))
        way = Way(preset.along, preset.text, preset.chance, preset.any_class)
        found = None if preset.along == "fixed" else latents_along(way, start, info, self._settings)
        if found is None:
            return start.z[None], start.mix[None]
        shown = np.linspace(0, len(found[0]) - 1, min(STAMPS, len(found[0]))).round().astype(int)
        return found[0][shown], found[1][shown]

    @Slot(object, object)
    def _on_made(self, order: _Order, pixels: np.ndarray) -> None:
        pictures, first = [], 0
        for preset, (z, mix) in zip(order.presets, order.latents, strict=True):
            made = zip(z, mix, pixels[first : first + len(z)], strict=True)
            pictures.append(_stroke_of(preset, tuple(Stamp(Latent(*each[:2]), each[2]) for each in made)))
            first += len(z)
        self.made.emit(pictures)


def _stroke_of(preset: BrushPreset, stamps: tuple[Stamp, ...]) -> np.ndarray:
    along: Along = "sequence" if preset.along == "field" else preset.along
    builder = StrokeBuilder(_small(preset.brush), stamps, seed=preset.chance, along=along)
    for x, y, pressure in _WAY:
        builder.add(x, y, float(pressure))
    sheet = Artwork(SIDE_PX, SIDE_PX).with_stroke(builder.stroke())
    return pixels_of(render(sheet, 1.0, on_paper=False), opaque=False)


def _small(brush: Brush) -> Brush:
    """Large brushes are larger and loose ones looser, yet all of them go into the picture."""
    share = np.log(brush.size_px) / np.log(600)
    size = float(_SMALLEST_PX + share * (_LARGEST_PX - _SMALLEST_PX))
    return replace(brush, size_px=size, scatter=min(brush.scatter, _FARTHEST))
