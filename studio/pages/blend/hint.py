"""The first thing a newcomer reads in Blend: drag a slider."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

from studio.pages.blend.desk import BlendDesk
from studio.pages.room_hint import FloatingHint
from studio.settings import Settings
from studio.widgets.controls.hint_card import POINTER_PX


class BlendHint(FloatingHint):
    """Hangs a card under the two sliders, over whatever lies there, until something weighs differently."""

    def __init__(self, page: QWidget, desk: BlendDesk, settings: Settings) -> None:
        super().__init__("blend", settings, page, partial(_below_sliders, page, desk))
        self.say(
            self.tr("Drag a slider"),
            self.tr("Shape turns A's class into B's. Style goes from A's hand to B's, whatever is written."),
            self.tr("Dotted: further than either of them"),
        )
        if self.card is not None:
            desk.weights_changed.connect(self.finish)


def _below_sliders(page: QWidget, desk: BlendDesk) -> QPoint | None:
    """None while they cannot be dragged."""
    sliders = desk.sliders
    if not sliders.isVisible() or not sliders.isEnabled():
        return None
    below = QPoint(sliders.width() // 2, sliders.height() + POINTER_PX // 2)
    return sliders.mapTo(page, below)
