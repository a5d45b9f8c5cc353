"""Which device trains: one of those that are here, or the fastest by itself."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtWidgets import QWidget

from studio.widgets.controls.segmented import Segmented
from studio.words import translate


class DeviceChoice(Segmented):
    """Segments for Auto and for what this computer has."""

    def __init__(self, parent: QWidget | None = None) -> None:
        names = ("cpu", "cuda", "mps")
        auto = translate("DeviceChoice", "Auto")  # tr() needs what is only being made
        super().__init__((("auto", auto), *((name, name.upper()) for name in names)), parent=parent)
        self.setAccessibleName(self.tr("Device"))
        tips = {
            "auto": self.tr("Take the fastest device that is here."),
            "cpu": self.tr("Train on the processor: exact, and quick enough for small networks."),
            "cuda": self.tr("Train on the NVIDIA graphics card."),
            "mps": self.tr("Train on Apple's graphics."),
        }
        for name, tip in tips.items():
            self.set_tooltip(name, tip)
        self.set_present(("cpu",))

    def set_present(self, names: Collection[str]) -> None:
        """The devices that are here; one that is chosen but is not falls back to Auto."""
        for name in ("cpu", "cuda", "mps"):
            self.set_option_visible(name, name in names)
        if self.value != "auto" and self.value not in names:
            self.set_value("auto")
