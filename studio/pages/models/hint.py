"""The first thing a newcomer reads in Models: how a generator is used."""

from __future__ import annotations

from typing import cast

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from studio.pages.room_hint import RoomHint
from studio.settings import Settings
from studio.widgets.models.model_shelf import SIDE_PX


class ModelsHint(RoomHint):
    """A card below the shelf, where nothing is covered, until anything was done with a generator."""

    def __init__(self, settings: Settings, ground: QWidget) -> None:
        super().__init__("models", settings, ground)
        self.say(
            self.tr("Double-click one to use it"),
            self.tr("Every room then draws with it. What you train comes here by itself."),
        )
        if self.card is not None:
            hung = QHBoxLayout()
            hung.setContentsMargins(SIDE_PX, 0, SIDE_PX, SIDE_PX)
            hung.addWidget(self.card)
            hung.addStretch()
            cast(QVBoxLayout, ground.layout()).addLayout(hung)
