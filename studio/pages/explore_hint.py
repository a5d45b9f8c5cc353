"""The first thing a newcomer reads: drag the dot. Gone for good once it has been done."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPointF, Slot

from studio.settings import Settings
from studio.widgets.hint_card import HintCard
from studio.widgets.latent_pad import LatentPad

WIDTH_PX, BELOW_PX = 296, 56
DONE_KEY = "explore/hint_done"


class ExploreHint(QObject):
    """Hangs a card under the puck until the puck is moved by hand."""

    def __init__(self, pad: LatentPad, settings: Settings) -> None:
        super().__init__(pad)
        self._pad = pad
        self._settings = settings
        self._card: HintCard | None = None
        if settings.value(DONE_KEY, False):
            return
        self._card = HintCard(
            self.tr("Drag the dot"),
            self.tr("Every place on this sheet is a digit nobody ever wrote."),
            self.tr("Arrow keys work too"),
            points_up=True,
            parent=pad,
        )
        self._card.setFixedWidth(WIDTH_PX)
        pad.set_chevrons_shown(True)
        pad.place_changed.connect(self._on_place)
        pad.installEventFilter(self)

    @Slot(QPointF)
    def _on_place(self, _place: QPointF) -> None:
        self._pad.place_changed.disconnect(self._on_place)
        self._pad.removeEventFilter(self)
        self._pad.set_chevrons_shown(False)
        self._settings.set_value(DONE_KEY, True)
        if self._card is not None:
            self._card.deleteLater()
            self._card = None

    def _place_card(self) -> None:
        if self._card is None:
            return
        self._card.adjustSize()
        puck = self._pad.point_of(self._pad.place)
        left = puck.x() - self._card.width() / 2
        self._card.move(round(left), round(puck.y() + BELOW_PX))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Show):
            self._place_card()
        return super().eventFilter(watched, event)
