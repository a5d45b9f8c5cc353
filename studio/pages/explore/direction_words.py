"""What a direction is called and what its two ends mean."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject

from studio.pages.explore.sheet_directions import principal_number
from studio.widgets.pad.pad_frame import AxisWords


class DirectionWords(QObject):
    """Words by the name that the state gives a direction: a measure has its own, a principal one a number.

    People call principal directions what they like; one without any words goes by its name.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._given: dict[int, str] = {}
        self._words = {
            "slant": AxisWords(self.tr("leans left"), self.tr("Slant"), self.tr("leans right")),
            "thickness": AxisWords(self.tr("thin"), self.tr("Thickness"), self.tr("thick")),
            "width": AxisWords(self.tr("narrow"), self.tr("Width"), self.tr("wide")),
            "ink": AxisWords(self.tr("little ink"), self.tr("Ink"), self.tr("much ink")),
            "height": AxisWords(self.tr("low"), self.tr("Height"), self.tr("tall")),
            "brightness": AxisWords(self.tr("dark"), self.tr("Brightness"), self.tr("bright")),
            "hue": AxisWords("", self.tr("Hue"), ""),
            "detail": AxisWords(self.tr("plain"), self.tr("Detail"), self.tr("busy")),
            "coverage": AxisWords(self.tr("small"), self.tr("Coverage"), self.tr("large")),
        }

    def set_given(self, names: Sequence[str]) -> None:
        """What people call the principal directions, in their order; "" for one without a name."""
        self._given = dict(enumerate(names, start=1))

    def given(self, direction: str) -> str:
        """What people call it, or ""."""
        return self._given.get(principal_number(direction) or 0, "")

    def usual(self, direction: str) -> str:
        """What it is called where nobody calls it anything else."""
        if (number := principal_number(direction)) is not None:
            return self.tr("Direction {n}").format(n=number)
        return self._words.get(direction, AxisWords(name=direction)).name

    def of(self, direction: str) -> AxisWords:
        """Its name and both ends."""
        if direction in self._words:
            return self._words[direction]
        return AxisWords(name=self.given(direction) or self.usual(direction))

    def pair(self, across: str, up: str) -> str:
        """What a sheet along two directions is called."""
        return self.tr("{across} × {up}").format(across=self.of(across).name, up=self._inside(up))

    def on_the_pad(self, across: str, up: str) -> str:
        """That these two need no slider."""
        sentence = self.tr("{across} and {up} are on the pad")
        return sentence.format(across=self.of(across).name, up=self._inside(up))

    def _inside(self, direction: str) -> str:
        """As it is written inside a sentence: a name that was given stays as it is."""
        return self.given(direction) or self.of(direction).name.lower()
