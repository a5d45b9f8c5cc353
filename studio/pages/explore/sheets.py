"""Which sheet Explore's pad shows: chosen in the menu, at the words of an axis, or by taking up the anchors."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from studio.pages.explore.directions import ExploreDirections
from studio.pages.explore.names import ExploreNames
from studio.pages.explore.plane_menu import PlaneMenu
from studio.pages.explore.state import ANCHORS, POINTS, ExploreState
from studio.pages.explore.tools import ANCHOR, MOVE, ExploreTools
from studio.pages.picture_menu import fits
from studio.session import Session
from studio.widgets.pad.pad_frame import AxisWords, PadFrame

NAMELESS = (AxisWords(name="u"), AxisWords(name="v"))


class ExploreSheets(QObject):
    """Changes the state; the page shows what that means for everything else."""

    chosen = Signal()  # the state stands on another sheet
    shown = Signal()  # what the sheet is called may be another word
    said = Signal(str)  # what is in the way, or what can be done now

    def __init__(
        self,
        sliders: ExploreDirections,
        frame: PadFrame,
        tools: ExploreTools,
        session: Session,
        owner: QWidget,
    ) -> None:
        super().__init__(owner)
        self.menu = PlaneMenu(sliders.words, owner)
        self._sliders, self._frame, self._tools, self._session = sliders, frame, tools, session
        self._words = sliders.words
        self._names = ExploreNames(session.named_directions, sliders, self.menu, frame)
        self._names.changed.connect(self._on_names)
        self._state: ExploreState | None = None
        self.menu.plane_chosen.connect(self._on_plane)
        self.menu.axes_chosen.connect(self._on_axes)
        self.menu.through_anchors.triggered.connect(self._go_through_anchors)
        frame.axis_pressed.connect(self.menu.choose_axis)
        tools.tool_changed.connect(self._on_tool)

    def show_state(self, state: ExploreState) -> None:
        """Tick the sheet, name its axes, and lay down a tool that is of no use on it."""
        self._state = state
        self._names.show_state(state)
        self.menu.show_state(state)
        self.shown.emit()
        if state.axes_have_names:
            across, up = (self._words.of(name) for name in state.axes)
            self._frame.set_axes(across, up, can_be_chosen=True)
        else:
            self._frame.set_axes(*((AxisWords(), AxisWords()) if state.marks else NAMELESS))
        if state.plane != ANCHORS and self._tools.tool == ANCHOR:
            self._tools.take(MOVE)

    @Slot()
    def take_up_anchors(self) -> None:
        """A picture was set on the sheet, which is one of anchors now: they are there to be moved."""
        self.chosen.emit()
        self._tools.take(ANCHOR)

    @Slot()
    def _on_names(self) -> None:
        if self._state is not None:
            self._sliders.show_state(self._state)
            self.show_state(self._state)

    @Slot(str)
    def _on_plane(self, plane: str) -> None:
        state = self._state
        if state is None or plane == state.plane:
            return
        if plane == POINTS and not state.points and not self._take_newest_three(state):
            self.show_state(state)
            self.said.emit(self.tr("Keep three pictures first, for the sheet to go through"))
            return
        state.go_to(plane)
        self.chosen.emit()
        if plane == ANCHORS:
            self._tools.take(ANCHOR)

    def _take_newest_three(self, state: ExploreState) -> bool:
        """Whether the shelf has three pictures of this generator."""
        fitting = [kept.latent for kept in self._session.shelf if fits(kept.latent, state.info)]
        if len(fitting) >= 3:
            state.take_points(fitting[-3:])
        return len(fitting) >= 3

    @Slot()
    def _go_through_anchors(self) -> None:
        state = self._state
        if state is not None and len(state.anchors) >= 3:
            state.take_points([anchor.latent for anchor in state.anchors[:3]])
            self.chosen.emit()

    @Slot(str, str)
    def _on_axes(self, across: str, up: str) -> None:
        if self._state is not None:
            self._state.choose_axes(across, up)
            self.chosen.emit()

    @Slot(str)
    def _on_tool(self, tool: str) -> None:
        self._frame.pad.anchors.set_can_move(tool == ANCHOR)
        self._frame.pad.set_double_click_adds(tool == ANCHOR)
        if tool == ANCHOR:
            self._on_plane(ANCHORS)
            self.said.emit(
                self.tr(
                    "Double-click to set an anchor, or drop a kept picture; drag one to reshape the sheet"
                )
            )
