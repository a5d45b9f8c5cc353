"""The names that people give to principal directions: beside their sliders, and along the axes of the pad."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot

from studio.controllers.named_directions import NamedDirections
from studio.pages.explore.directions import ExploreDirections
from studio.pages.explore.plane_menu import PlaneMenu
from studio.pages.explore.sheet_directions import principal_number
from studio.pages.explore.state import ExploreState
from studio.widgets.pad.pad_frame import PadFrame


class ExploreNames(QObject):
    """Keeps the room's words up to date with what people call the directions of the open generator."""

    changed = Signal()

    def __init__(
        self, names: NamedDirections, sliders: ExploreDirections, planes: PlaneMenu, frame: PadFrame
    ) -> None:
        super().__init__(frame)
        self._names = names
        self._words = sliders.words
        self._frame = frame
        self._axes = ("", "")
        names.changed.connect(self._on_changed)
        sliders.named.connect(self._rename)
        planes.name_asked.connect(self._ask_for)
        frame.axis_named.connect(self._on_axis_named)
        self._words.set_given(names.names)

    def show_state(self, state: ExploreState) -> None:
        """Which directions are on the pad now."""
        self._axes = state.axes

    @Slot()
    def _on_changed(self) -> None:
        self._words.set_given(self._names.names)
        self.changed.emit()

    @Slot(str, str)
    def _rename(self, direction: str, name: str) -> None:
        if (number := principal_number(direction)) is not None:
            self._names.rename(number - 1, name)

    @Slot(bool)
    def _ask_for(self, upwards: bool) -> None:
        direction = self._axes[upwards]
        self._frame.edit_name(upwards, self._words.given(direction), self._words.usual(direction))

    @Slot(bool, str)
    def _on_axis_named(self, upwards: bool, name: str) -> None:
        self._rename(self._axes[upwards], name)
