"""The engine's presets in the language of the window."""

from __future__ import annotations

from PySide6.QtCore import QObject

from gan.presets import PRESETS, Preset


class PresetWords(QObject):
    """What the engine says of its presets, where the translation finds it; a new preset keeps its English."""

    def titles(self) -> dict[str, str]:
        """By name."""
        return {preset.name: self.title(preset) for preset in PRESETS}

    def title(self, preset: Preset) -> str:
        return {
            "quick": self.tr("Quick sketch"),
            "textbook": self.tr("Textbook DCGAN"),
            "best": self.tr("Best"),
        }.get(preset.name, preset.title)

    def promise(self, preset: Preset) -> str:
        """In a few words."""
        return {
            "quick": self.tr("legible in 20 s"),
            "textbook": self.tr("as the tutorial"),
            "best": self.tr("cleanest digits"),
        }.get(preset.name, preset.promise)

    def sentence(self, preset: Preset) -> str:
        return {
            "quick": self.tr(
                "A small network with a brisk recipe: digits within seconds, clean ones within minutes."
            ),
            "textbook": self.tr(
                "Plain DCGAN with cross-entropy and Adam, as tutorials teach it: slower, and good to compare with."
            ),
            "best": self.tr(
                "The quick recipe with a wider network and gentler averaging: give it ten minutes or more."
            ),
        }.get(preset.name, preset.sentence)
