"""Undo and redo of the Explore room: each gesture is one step from how its state was to how it is."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from studio.history import RoomHistory
from studio.pages.explore.moment import Moment
from studio.pages.explore.state import ExploreState


class ExploreHistory(QObject):
    """Compares the state after a gesture with how it was before; ``show`` is called when something came back."""

    def __init__(self, show: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self.room = RoomHistory(parent)
        self._show = show
        self._words = self._names_of_steps()
        self._state: ExploreState | None = None
        self._settled: Moment | None = None

    def follow(self, state: ExploreState) -> None:
        """From here on; what was done before, with another generator, cannot be undone."""
        self.room.stack.clear()
        self._state, self._settled = state, state.moment()

    def settle(self, *, merge: str = "") -> None:
        """A gesture has ended: one step if it changed anything; steps of the same ``merge`` become one."""
        if self._state is None or self._settled is None:
            return
        before, after = self._settled, self._state.moment()
        if changed := after.names_that_differ(before):
            self._settled = after
            text = next(text for name, text in self._words.items() if name in changed)
            self.room.record(text, self._put, before, after, merge=merge)

    def _names_of_steps(self) -> dict[str, str]:
        """What a step is called by the first of these that it changed."""
        return {
            "plane": self.tr("choosing the sheet"),
            "anchors": self.tr("anchors"),
            "points": self.tr("choosing three pictures"),
            "wanted_principal": self.tr("choosing the sheet"),
            "wanted_axes": self.tr("choosing directions"),
            "seed": self.tr("another style"),
            "_sent": self.tr("another style"),
            "mix": self.tr("mixing classes"),
            "variety": self.tr("variety"),
            "steps": self.tr("a direction"),
            "layer_mix": self.tr("mixing layers"),
            "path": self.tr("changing the path"),
            "place": self.tr("moving the dot"),
        }

    def _put(self, moment: Moment) -> None:
        assert self._state is not None
        self._state.go_back_to(moment)
        self._settled = moment
        self._show()
