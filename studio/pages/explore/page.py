"""The Explore room: drag through everything a generator can draw."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Signal, Slot
from PySide6.QtGui import QAction, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from gan.config import GeneratorInfo
from gan.latents import Latent
from studio.number_style import number
from studio.pages.explore.anchors import ExploreAnchors
from studio.pages.explore.bar import ExploreBar
from studio.pages.explore.find import ExploreFind
from studio.pages.explore.hint import ExploreHint
from studio.pages.explore.history import ExploreHistory
from studio.pages.explore.judge_desk import JudgeDesk
from studio.pages.explore.layers import ExploreLayers
from studio.pages.explore.menus import ExploreMenus
from studio.pages.explore.pad_view_actions import PadViewActions
from studio.pages.explore.panel import ExplorePanel
from studio.pages.explore.path import ExplorePath
from studio.pages.explore.pictures import ExplorePictures
from studio.pages.explore.sheets import ExploreSheets
from studio.pages.explore.state import VIEWS, ExploreState
from studio.pages.explore.tools import MOVE, ExploreTools
from studio.pages.explore.values import ExploreValues
from studio.pages.kept_shelf import KeptShelf
from studio.pages.picture_menu import Picture, PictureActions, fits
from studio.session import Session
from studio.widgets.controls.surface import Surface, scrolling, vertical_line
from studio.widgets.pad.latent_pad import CELLS, LatentPad
from studio.widgets.pad.pad_frame import PadFrame


class ExplorePage(QWidget):
    """Connects pad, panel and room bar to one state, and shows the pictures that state stands for."""

    room_name = "explore"
    status_text_changed = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._state: ExploreState | None = None
        self._picture: Picture | None = None
        self._plane_shown = self._status = ""
        self._stale = True  # what is shown is not what the state says, since another room is in front
        self._pictures = ExplorePictures(session.inference, self)
        self.pad = LatentPad()
        self.tools = ExploreTools(self)
        self.history = ExploreHistory(self._show_undone, self)
        self.room_history = self.history.room
        self.undo_action, self.redo_action = self.history.room.undo, self.history.room.redo
        self.picture_actions = PictureActions(self, session, self._current_picture, without=("explore",))
        self.panel = ExplorePanel(self.picture_actions)
        self._frame = PadFrame(self.pad)
        self.finder = ExploreFind(self.tools, self._frame, session, self)
        self.sheets = ExploreSheets(self.panel.directions, self._frame, self.tools, session, self)
        self.room_bar_left = ExploreBar(self.tools, self.sheets)
        self._values = ExploreValues(self.panel, self)
        self._menus = ExploreMenus(self.pad, self.panel.preview, session, self, self._current_picture)
        self._hint = ExploreHint(self.pad, self.tools, session.settings)
        self.anchors = ExploreAnchors(self.pad, session, self)
        self.path = ExplorePath(self.pad, self.tools, session, self)
        self._shelf = KeptShelf(self.panel.kept, session, self, more=self.anchors.shelf_actions)
        self._layers = ExploreLayers(self.panel.layers, session, self)
        self._judge_desk = JudgeDesk(self.panel.judge_offer, session, self)
        self._view_actions = PadViewActions(self.pad, self).all()
        self._divider, self._edit_divider = QAction(self), QAction(self)
        for divider in (self._divider, self._edit_divider):
            divider.setSeparator(True)
        self._arrange()
        self._connect_pictures()
        self._connect_controls()
        self._set_awake(False)
        if session.inference.info is not None:
            self._judge_desk.follow(session.inference.info)
            self._on_generator(session.inference.info)

    @property
    def latent(self) -> Latent | None:
        """What the dot stands for now; its picture may be on its way."""
        return None if self._state is None else self._state.latent_at(self._state.place)

    def actions_by_menu(self) -> dict[str, list[QAction]]:
        """What the room adds to the menu bar."""
        return {
            "file": [self.path.export],
            "edit": [
                self.undo_action,
                self.redo_action,
                self.finder.paste_action,
                self._edit_divider,
                *self.anchors.actions(),
                *self.path.actions(),
            ],
            "view": [
                *self.tools.actions(),
                self.sheets.menu.menuAction(),
                self._divider,
                *self._view_actions,
            ],
            "picture": self.picture_actions.all(),
        }

    def _arrange(self) -> None:
        ground, side = Surface("canvas"), Surface("panel")
        layout = QHBoxLayout(self)
        for inside, surface, content in (
            (QHBoxLayout(ground), ground, self.finder.ground),
            (QHBoxLayout(side), side, scrolling(self.panel)),
        ):
            inside.setContentsMargins(0, 0, 0, 0)
            inside.addWidget(content)
            layout.addWidget(surface)
        layout.insertWidget(1, vertical_line())
        layout.setStretch(2, 1)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self.addActions([action for actions in self.actions_by_menu().values() for action in actions])

    def _connect_pictures(self) -> None:
        self._session.generator_changed.connect(self._on_generator)
        self._session.latent_sent.connect(self._on_latent_sent)
        self._pictures.puck_made.connect(self._on_puck_made)
        self._pictures.puck_read.connect(self.panel.readout.show_probabilities)
        self._pictures.ends_made.connect(self.panel.show_ends)
        self._pictures.map_begun.connect(self.pad.begin_map)
        self._pictures.tiles_made.connect(self.pad.add_tiles)

    def _connect_controls(self) -> None:
        pad, panel, bar = self.pad, self.panel, self.room_bar_left
        pad.place_changed.connect(self._on_place)
        pad.view_changed.connect(self._on_view)
        pad.drag_ended.connect(self._settle)
        pad.reset_asked.connect(self._reset)
        self.tools.tool_changed.connect(self._on_tool)
        self.sheets.chosen.connect(self._on_sheet)
        self.sheets.said.connect(self._say)
        self.anchors.reshaped.connect(self._on_reshaped)
        self.anchors.plane_changed.connect(self.sheets.take_up_anchors)
        self.anchors.ended.connect(self._on_reshaping_over)
        self.anchors.refused.connect(self._say)
        bar.reset_asked.connect(self._reset)
        panel.place_typed.connect(self._on_typed_place)
        self._values.touched.connect(self._refresh)
        self._values.changed.connect(self._changed)
        panel.edit_ended.connect(self._settle)
        self._layers.changed.connect(self._on_layers)
        self._layers.refused.connect(self._say)
        self.path.walked.connect(self._on_walked)
        self.path.settled.connect(self._settle)
        self.path.said.connect(self._say)
        self._shelf.chosen.connect(self._open)
        self.finder.taken.connect(self._open)
        self.finder.said.connect(self._say)

    # The generator

    @Slot(object)
    def _on_generator(self, info: GeneratorInfo) -> None:
        self.finder.set_generator(info)
        if self._state is None:
            self._state = ExploreState(info, self._session.settings)
            self._set_awake(True)
            self._show_generator(self._state)
            self.history.follow(self._state)
            self.path.follow(self._state)
        else:
            self._adapt(self._state, info)
        self._refresh(learning=True)

    def _adapt(self, state: ExploreState, info: GeneratorInfo) -> None:
        before, names_before = state.info, state.directions
        state.adapt(info)
        if info.model != before.model or info.name != before.name:
            self.pad.clear_map()
            self._show_generator(state)
            self.history.follow(state)
        elif names_before != state.directions or info.has_judge != before.has_judge:
            self.panel.show_generator(state)
            self.sheets.show_state(state)

    def _show_generator(self, state: ExploreState) -> None:
        self.pad.set_classes(state.info.model.class_names)
        self.panel.show_generator(state)
        self._layers.show_generator(state)
        self._menus.show_state(state)
        self._show_plane(state)

    def _show_plane(self, state: ExploreState) -> None:
        self._plane_shown = state.plane
        self.pad.set_plane(*VIEWS[state.plane])
        self._show_state(state)

    def _show_state(self, state: ExploreState) -> None:
        """Everything that says how the state stands, but the view."""
        self.pad.set_place(QPointF(*state.place))
        self._values.show_state(state)
        self._layers.show_state(state)
        self.anchors.show_state(state)
        self.path.show()
        self.sheets.show_state(state)

    def _set_awake(self, awake: bool) -> None:
        """Asleep until the first generator is there."""
        for part in (self.pad, self.panel, self.room_bar_left):
            part.setEnabled(awake)

    # Pictures

    def _refresh(self, *, learning: bool = False) -> None:
        """All pictures anew, once they can be seen; those of a generator in training not too often."""
        state = self._state
        self._stale = state is None or not self.isVisible()
        if state is None or self._stale:
            return
        self.anchors.show_state(state)
        self._pictures.ask_puck(state)
        self._pictures.ask_ends(state)
        self._layers.ask()
        if learning:
            self._pictures.ask_map_in_time(state, self.pad.view)
        else:
            self._pictures.ask_map(state, self.pad.view)
        self._show_status()

    @Slot(object)
    def _on_puck_made(self, picture: Picture) -> None:
        self._picture = picture
        self.picture_actions.set_only_saved(bool(picture.notes))
        self.panel.show_picture(picture.pixels, "" if picture.notes else picture.latent.to_text())
        self.panel.preview.repaint()  # at once: the pad takes longer to paint, and looks no older for it
        self.pad.update()

    def _current_picture(self) -> Picture | None:
        return self._picture

    def _show_status(self) -> None:
        closer = VIEWS[self._state.plane][0].span / self.pad.view.span if self._state is not None else 1.0
        text = self.tr("Map {n} × {n}").format(n=CELLS)
        self._say(text if abs(closer - 1) < 0.005 else text + "  ·  " + number(closer, 1) + "×")
        self.room_bar_left.reset.setEnabled(not self.pad.is_at_home)

    def _say(self, text: str) -> None:
        if text != self._status:  # a drag has nothing new to say at each step
            self._status = text
            self.status_text_changed.emit(text)

    # The pad

    @Slot(QPointF)
    def _on_place(self, place: QPointF) -> None:
        self._go_to(place, walks=False)

    @Slot(QPointF)
    def _on_walked(self, place: QPointF) -> None:
        self.pad.set_place(place)
        self._go_to(self.pad.place, walks=True)

    def _go_to(self, place: QPointF, *, walks: bool) -> None:
        """By hand, or along the path by itself."""
        state = self._state
        if state is None:
            return
        state.place = (place.x(), place.y())
        if walks:
            self._pictures.ask_walked(state)
        else:
            self._pictures.ask_puck(state)
        self._pictures.ask_ends(state)
        self._layers.ask()
        self.panel.show_place(*state.place)
        if state.is_mixed:
            self.panel.show_mix(state)
        self._show_status()

    @Slot()
    def _on_view(self) -> None:
        if self._state is not None and self.isVisible():
            self._pictures.ask_map(self._state, self.pad.view)
            self._show_status()

    @Slot()
    def _reset(self) -> None:
        self.pad.reset()
        self._settle()

    # Tools and anchors

    @Slot(str)
    def _on_tool(self, tool: str) -> None:
        """The other tools say how they are handled."""
        if tool == MOVE:
            self._show_status()

    @Slot()
    def _on_reshaped(self) -> None:
        """The dot's own picture is asked for only when it is another: it would make the map wait."""
        state = self._state
        if state is None:
            return
        self.pad.set_place(QPointF(*state.place))
        self.anchors.show_state(state)
        self.panel.show_place(*state.place)
        self.panel.show_mix(state)
        if self._picture is None or self._picture.latent != state.latent_at(state.place):
            self._pictures.ask_puck(state)
            self._pictures.ask_ends(state)
            self._layers.ask()
        self._pictures.ask_map(state, self.pad.view, coarse=True)

    @Slot()
    def _on_sheet(self) -> None:
        if self._state is not None:
            self._show_plane(self._state)
            self._changed()
            self.path.say_that_it_stays()

    @Slot(str)
    def _on_reshaping_over(self, merge: str) -> None:
        self._on_view()
        self._settle(merge)

    # The panel

    @Slot(float, float)
    def _on_typed_place(self, u: float, v: float) -> None:
        if self._state is not None:
            self.pad.set_place(QPointF(u, v))
            self._on_place(self.pad.place)
            self._settle()

    @Slot()
    def _on_layers(self) -> None:
        if self._state is not None:
            self._pictures.ask_puck(self._state)
            self._layers.ask()
            self._settle()

    @Slot()
    def _changed(self) -> None:
        """After a change of the state as a whole: show it, draw it, remember it."""
        if self._state is not None:
            self.panel.show_state(self._state)
            self._refresh()
            self._settle()

    @Slot()
    def _settle(self, merge: str = "") -> None:
        """A gesture has ended: remember where it led, and how to undo it."""
        if self._state is not None:
            self.history.settle(merge=merge)
            self._state.save()

    def _show_undone(self) -> None:
        """The view stays as it is, unless it was of another sheet."""
        state = self._state
        if state is None:
            return
        if self._plane_shown != state.plane:
            self._show_plane(state)
        else:
            self._show_state(state)
        self._refresh()
        state.save()

    # Other rooms and the shelf

    @Slot(str, object, object)
    def _on_latent_sent(self, destination: str, latent: Latent, _pixels: object) -> None:
        if destination == "explore":
            self._open(latent)

    @Slot(object)
    def _open(self, latent: Latent) -> None:
        state = self._state
        if state is None or not fits(latent, state.info):
            self._say(self.tr("This picture comes from another generator"))
            return
        state.take_latent(latent)
        self._show_plane(state)
        self._changed()

    # Events

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._frame.fit(self.size())
        self.finder.ground.updateGeometry()  # a pad that Find hides does not say that it is of another size
        self.panel.fit(self.size(), self._frame.top_px)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.pad.setFocus()
        if self._stale:
            self._refresh()
