"""The first thing a newcomer reads: drag the dot."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, QPointF, Slot

from studio.pages.explore.tools import MOVE, ExploreTools
from studio.pages.room_hint import FloatingHint
from studio.settings import Settings
from studio.widgets.pad.latent_pad import LatentPad

BELOW_PX = 48


class ExploreHint(FloatingHint):
    """Hangs a card under the puck until the puck is moved by hand; out of the way of every other tool."""

    def __init__(self, pad: LatentPad, tools: ExploreTools, settings: Settings) -> None:
        super().__init__("explore", settings, pad, partial(_below_puck, pad, tools))
        self._pad, self._tools = pad, tools
        self.say(
            self.tr("Drag the dot"),
            self.tr("Every place on this sheet is a picture nobody ever made."),
            self.tr("Arrow keys work too"),
        )
        if self.card is not None:
            pad.set_chevrons_shown(True)
            pad.place_changed.connect(self._on_place)
            tools.tool_changed.connect(self.place)
            self.gone.connect(self._on_gone)

    @Slot(QPointF)
    def _on_place(self, _place: QPointF) -> None:
        self.finish()

    @Slot()
    def _on_gone(self) -> None:
        self._pad.place_changed.disconnect(self._on_place)
        self._tools.tool_changed.disconnect(self.place)
        self._pad.set_chevrons_shown(False)


def _below_puck(pad: LatentPad, tools: ExploreTools) -> QPoint | None:
    """None while another tool than the puck's is taken."""
    puck = pad.point_of(pad.place)
    return QPoint(round(puck.x()), round(puck.y() + BELOW_PX)) if tools.tool == MOVE else None
