"""What the Models room says of a generator: on its card, and beside it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QObject

from gan.errors import Failure
from gan.generators import GeneratorSummary
from studio.number_style import number, percent
from studio.pages.engine_words import EngineWords
from studio.pages.known_sets import KnownSetWords
from studio.pages.preset_words import PresetWords
from studio.session import SHIPPED_GENERATOR
from studio.widgets.controls.durations import clock_text
from studio.widgets.models.model_card import CardWords
from studio.widgets.models.model_inspector import ModelFacts
from studio.words import facts

BYTES_PER_MB = 1_000_000


class ModelWords(QObject):
    """Nothing is said that the card of a generator does not tell."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._sets, self._engine, self._presets = KnownSetWords(self), EngineWords(self), PresetWords(self)

    def name(self, model: GeneratorSummary) -> str:
        is_ink = model.origin == "shipped" and model.file.stem == SHIPPED_GENERATOR
        return self.tr("Ink digits") if is_ink else model.name

    def card(self, model: GeneratorSummary, *, in_use: bool) -> CardWords:
        if model.sentence:
            return CardWords(self.name(model), model.sentence, trouble=True)
        words = facts((self.dataset(model), self._recipe_in_short(model)))
        return CardWords(self.name(model), words, self._figures(model), self.tr("In use") if in_use else "")

    def facts(self, model: GeneratorSummary, other: GeneratorSummary | None = None) -> ModelFacts:
        own = self._rows(model)
        rows: tuple[tuple[str, tuple[str, ...], str], ...]
        rows = tuple((name, (value,), tip) for name, value, tip in own)
        if other is not None:
            values = {name: value for name, value, _ in self._rows(other)}
            rows = tuple((name, (value, values.get(name, "–")), tip) for name, value, tip in own)
        compared = self.tr("Compared with {name}").format(name=self.name(other)) if other is not None else ""
        return ModelFacts(
            title=self.name(model), rows=rows, licence=self._licence(model), other_title=compared
        )

    def dataset(self, model: GeneratorSummary) -> str:
        told = model.card.get("dataset")
        return self._sets.title_of(model.dataset_name) or (told if isinstance(told, str) else "")

    def refusal(self, failure: Failure) -> str:
        return self._engine.sentence(failure)

    def megabytes(self, size: int) -> str:
        return self.tr("{size} MB").format(size=number(size / BYTES_PER_MB, 1))

    def _figures(self, model: GeneratorSummary) -> tuple[str, str]:
        quality = model.quality
        first = second = ""
        if "class_accuracy" in quality:
            first = self.tr("{share} right").format(share=self._share(quality["class_accuracy"]))
        if "digit_fid" in quality:
            second = self.tr("FID {value}").format(value=number(quality["digit_fid"], 2))
        elif "swd" in quality:
            second = self.tr("SWD {value}").format(value=number(quality["swd"], 0))
        return first, second

    def _recipe_in_short(self, model: GeneratorSummary) -> str:
        recipe, elapsed_s = _recipe(model), model.card.get("elapsed_s")
        preset = self._preset(recipe)
        if isinstance(elapsed_s, int | float):
            return facts((preset, clock_text(float(elapsed_s))))
        return preset

    def _preset(self, recipe: Mapping[str, Any]) -> str:
        titles = self._presets.titles()
        name = recipe.get("preset")
        return titles.get(name, name) if isinstance(name, str) else ""

    def _rows(self, model: GeneratorSummary) -> list[tuple[str, str, str]]:
        quality = model.quality
        unknown = self.tr("not measured")
        pictures = model.card.get("pictures")
        trained = self.dataset(model) or self.tr("unknown")
        if isinstance(pictures, int):
            trained = self.tr("{dataset}, {count}").format(dataset=trained, count=number(pictures))
        recipe = facts((self._recipe_in_short(model), self._seed(model))) or self.tr("unknown")
        size = self.tr("{count} numbers, {size}").format(
            count=number(model.weights), size=self.megabytes(model.file_size)
        )
        rows = [
            (self.tr("Trained on"), trained, self.tr("The data set, and how many pictures it has.")),
            (self.tr("Recipe"), recipe, self.tr("How it was trained, for how long, and from which seed.")),
            (
                self.tr("Steps"),
                number(model.step),
                self.tr("In each step both networks learnt from one batch."),
            ),
            (self.tr("Pictures"), self._pictures(model), self.tr("What it draws: classes, size and colour.")),
            (self.tr("Size"), size, self.tr("How many numbers it learnt, and its file.")),
        ]
        if model.model is not None and model.model.classes > 1:
            tip = self.tr("How often a judge reads the class that was asked for.")
            accuracy = quality.get("class_accuracy")
            rows.append((self.tr("Right class"), unknown if accuracy is None else self._share(accuracy), tip))
        measures = {
            "digit_fid": (
                self.tr("digit-FID"),
                self.tr("Distance from pictures of the set that it never saw; less is better."),
            ),
            "swd": (self.tr("Patch distance"), self.tr("Distance of small patches; less is better.")),
            "recall": (
                self.tr("Recall"),
                self.tr("How much of the variety of the training pictures it draws."),
            ),
        }
        distance = "swd" if "swd" in quality and "digit_fid" not in quality else "digit_fid"
        for key in (distance, "recall"):
            shown = number(quality[key], 2) if key in quality else unknown
            if key in quality and key in model.floor:
                floor = number(model.floor[key], 2)
                shown = self.tr("{value} (floor {floor})").format(value=shown, floor=floor)
            name, tip = measures[key]
            rows.append((name, shown, tip))
        return rows

    def _seed(self, model: GeneratorSummary) -> str:
        seed = _recipe(model).get("seed")
        return self.tr("seed {seed}").format(seed=seed) if isinstance(seed, int) else ""

    def _pictures(self, model: GeneratorSummary) -> str:
        if model.model is None:
            return self.tr("unknown")
        side, classes = model.model.image_size, model.model.classes
        colours = {1: self.tr("grey"), 3: self.tr("colour"), 4: self.tr("colour, transparent")}
        colour = colours[model.model.channels]
        if classes == 1:
            return self.tr("{side} px, {colour}").format(side=side, colour=colour)
        return self.tr("{classes} classes, {side} px, {colour}").format(
            classes=classes, side=side, colour=colour
        )

    def _licence(self, model: GeneratorSummary) -> str:
        told = model.card.get("licence")
        if not isinstance(told, str) or not told:
            return ""
        return self.tr("Of the pictures it learnt from: {licence}.").format(licence=told.rstrip("."))

    def _share(self, value: float) -> str:
        return percent(value, 1)


def _recipe(model: GeneratorSummary) -> Mapping[str, Any]:
    recipe = model.card.get("recipe")
    return recipe if isinstance(recipe, dict) else {}
