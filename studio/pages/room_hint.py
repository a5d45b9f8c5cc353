"""What a newcomer reads first in a room: one card that says what to press, gone for good once that is done."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, Signal, Slot
from PySide6.QtWidgets import QWidget

from studio.settings import Settings
from studio.widgets.controls.hint_card import HintCard


class RoomHint(QObject):
    """Makes no card where its room remembers that it was read; ``finish`` is what a first success is connected to."""

    gone = Signal()

    def __init__(self, room: str, settings: Settings, parent: QWidget) -> None:
        super().__init__(parent)
        self._parent, self._settings = parent, settings
        self._key = f"{room}/hint_done"
        self.card: HintCard | None = None

    def say(
        self, title: str, text: str, small: str = "", *, points_up: bool = False, on_paper: bool = False
    ) -> None:
        """Put the card there, in its parent, unless it has gone before."""
        if not self._settings.value(self._key, False):
            self.card = HintCard(
                title, text, small, points_up=points_up, on_paper=on_paper, parent=self._parent
            )
            self.card.closed.connect(self.finish)

    @Slot()
    def finish(self) -> None:
        """It was done, or the card was closed."""
        if self.card is None:
            return
        self._settings.set_value(self._key, True)
        self.card.hide()
        self.card.deleteLater()
        self.card = None
        self.gone.emit()


class FloatingHint(RoomHint):
    """Hangs over what it speaks of, wherever that goes; hidden where there is no room for it.

    ``tip`` tells the middle of the card's upper edge, in the widget ``over`` that it hangs over; None while it
    makes no sense.
    """

    def __init__(
        self, room: str, settings: Settings, over: QWidget, tip: Callable[[], QPoint | None]
    ) -> None:
        super().__init__(room, settings, over)
        self._over, self._tip = over, tip

    def say(
        self, title: str, text: str, small: str = "", *, points_up: bool = True, on_paper: bool = False
    ) -> None:
        super().say(title, text, small, points_up=points_up, on_paper=on_paper)
        if self.card is not None:
            self.card.hide()
            self._over.installEventFilter(self)

    @Slot()
    def place(self) -> None:
        """Anew, after the tip has moved."""
        if self.card is None:
            return
        if (tip := self._tip()) is None:
            self.card.hide()
            return
        self.card.adjustSize()
        self.card.move(tip.x() - self.card.width() // 2, tip.y())
        self.card.setVisible(self._over.rect().contains(self.card.geometry()))

    @Slot()
    def finish(self) -> None:
        self._over.removeEventFilter(self)
        super().finish()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Paint):
            self.place()
        return super().eventFilter(watched, event)
