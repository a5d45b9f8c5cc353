"""The first thing a newcomer reads in Train: press Train."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from studio.pages.room_hint import RoomHint
from studio.settings import Settings


class TrainHint(RoomHint):
    """A card below the empty charts, once Train can be pressed, until a run has begun."""

    def __init__(self, settings: Settings, parent: QWidget) -> None:
        super().__init__("train", settings, parent)
        self.say(
            self.tr("Press Train"),
            self.tr(
                "The empty cells on the right fill with pictures within seconds. Stop when you like: all is kept."
            ),
        )

    def show_while(self, possible: bool) -> None:
        """There is nothing to press while the pictures are wrong or the engine loads."""
        if self.card is not None:
            self.card.setVisible(possible)
