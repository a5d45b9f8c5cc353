"""Everything that is done in Blend goes through here: one value at a time, each gesture one step of the history."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot

from gan.config import GeneratorInfo
from studio.history import RoomHistory
from studio.pages.blend.memory import remember, remembered
from studio.pages.blend.state import Blend, first_blend
from studio.pages.picture_menu import fits
from studio.settings import Settings


class BlendEdits(QObject):
    """Holds the room's value, and says when it is another."""

    changed = Signal()

    def __init__(self, settings: Settings, parent: QObject) -> None:
        super().__init__(parent)
        self.history = RoomHistory(parent)
        self._settings = settings
        self._blend: Blend | None = None
        self._held_from: Blend | None = None
        self._held_what = ""

    @property
    def blend(self) -> Blend:
        assert self._blend is not None, "the room sleeps until there is a generator"
        return self._blend

    def adapt(self, info: GeneratorInfo) -> None:
        """Go on with a generator; pictures it cannot draw give way to its first pair, and are not undone to."""
        before = self._blend
        if before is None:
            self._blend = remembered(info, self._settings)
        elif not all(fits(well, info) for well in before.wells):
            self.history.stack.clear()
            self._held_from = None
            self._blend = first_blend(info)
        self.changed.emit()

    def do(self, what: str, after: Blend, *, merge: str = "") -> None:
        """A finished deed; deeds that follow each other with the same ``merge`` become one step."""
        self.let_go()
        before, self._blend = self.blend, after
        self.history.record(what, self._put, before, after, merge=merge)
        remember(after, self._settings)
        self.changed.emit()

    def move(self, what: str, after: Blend, *, held: bool) -> None:
        """A step of a drag while something is held, which :meth:`let_go` ends; else one by keys."""
        if not held:
            self.do(what, after, merge=what)
            return
        if self._held_from is None:
            self._held_from = self.blend
        self._held_what = what
        self._blend = after
        self.changed.emit()

    @Slot()
    def let_go(self) -> None:
        """What was held is let go: the whole drag is one step."""
        before, self._held_from = self._held_from, None
        if before is not None:
            self.history.record(self._held_what, self._put, before, self.blend)
            remember(self.blend, self._settings)

    def _put(self, blend: Blend) -> None:
        """For undo and redo."""
        self._blend = blend
        self._held_from = None
        remember(blend, self._settings)
        self.changed.emit()
