"""The Explore room: drag through everything a generator can draw."""

from __future__ import annotations

from random import randrange

import numpy as np
from PySide6.QtCore import QPoint, QPointF, Signal, Slot
from PySide6.QtGui import QAction, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from gan.config import GeneratorInfo
from gan.latents import Latent
from studio.actions import make_action
from studio.pages.explore_bar import ExploreBar
from studio.pages.explore_hint import ExploreHint
from studio.pages.explore_panel import ExplorePanel
from studio.pages.explore_pictures import ExplorePictures
from studio.pages.explore_state import DIRECTIONS, LARGEST_SEED, VIEWS, ExploreState
from studio.pages.kept_shelf import KeptShelf
from studio.pages.picture_menu import Picture, PictureActions, fits, show_picture_menu
from studio.session import Session
from studio.widgets.latent_pad import CELLS, GRAB_PX, LatentPad
from studio.widgets.pad_frame import AxisWords, PadFrame
from studio.widgets.surface import Surface, scrolling, vertical_line

CLOSER, FURTHER = 1 / 1.5, 1.5


class ExplorePage(QWidget):
    """Connects pad, panel and room bar to one state, and shows the pictures that state stands for."""

    room_name = "explore"
    status_text_changed = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._state: ExploreState | None = None
        self._picture: Picture | None = None
        self._status = ""
        self._stale = True  # what is shown is not what the state says, since another room is in front
        self._pictures = ExplorePictures(session.inference, self)
        self.pad = LatentPad()
        self.room_bar_left = ExploreBar()
        self.picture_actions = PictureActions(self, session, self._current_picture, without=("explore",))
        self.panel = ExplorePanel(self.picture_actions)
        self._frame = PadFrame(self.pad)
        self._hint = ExploreHint(self.pad, session.settings)
        self._shelf = KeptShelf(self.panel.kept, session, self)
        self._view_actions = self._make_view_actions()
        self._arrange()
        self._connect_pictures()
        self._connect_controls()
        self._set_awake(False)
        if session.inference.info is not None:
            self._on_generator(session.inference.info)

    def actions_by_menu(self) -> dict[str, list[QAction]]:
        """What the room adds to the menu bar."""
        return {"picture": self.picture_actions.all(), "view": self._view_actions}

    def _arrange(self) -> None:
        ground, side = Surface("canvas"), Surface("panel")
        layout = QHBoxLayout(self)
        for inside, surface, content in (
            (QHBoxLayout(ground), ground, self._frame),
            (QHBoxLayout(side), side, scrolling(self.panel)),
        ):
            inside.setContentsMargins(0, 0, 0, 0)
            inside.addWidget(content)
            layout.addWidget(surface)
        layout.insertWidget(1, vertical_line())
        layout.setStretch(2, 1)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self.addActions([*self.picture_actions.all(), *self._view_actions])

    def _make_view_actions(self) -> list[QAction]:
        closer = make_action(self, self.tr("Look closer"), shortcut="Ctrl++")
        further = make_action(self, self.tr("Look from further away"), shortcut="Ctrl+-")
        back = make_action(self, self.tr("Reset the sheet"), shortcut="Ctrl+0")
        closer.triggered.connect(self._look_closer)
        further.triggered.connect(self._look_further)
        back.triggered.connect(self._reset)
        return [closer, further, back]

    def _connect_pictures(self) -> None:
        self._session.generator_changed.connect(self._on_generator)
        self._session.latent_sent.connect(self._on_latent_sent)
        self._pictures.puck_made.connect(self._on_puck_made)
        self._pictures.ends_made.connect(self.panel.show_ends)
        self._pictures.map_begun.connect(self.pad.begin_map)
        self._pictures.tiles_made.connect(self.pad.add_tiles)

    def _connect_controls(self) -> None:
        pad, panel, bar = self.pad, self.panel, self.room_bar_left
        pad.place_changed.connect(self._on_place)
        pad.view_changed.connect(self._on_view)
        pad.drag_ended.connect(self._save)
        pad.reset_asked.connect(self._reset)
        pad.menu_requested.connect(self._show_pad_menu)
        bar.plane_chosen.connect(self._on_plane)
        bar.reset_asked.connect(self._reset)
        panel.place_typed.connect(self._on_typed_place)
        panel.seed_field.value_changed.connect(self._on_seed)
        panel.another.clicked.connect(self._take_another)
        panel.mixer.mix_changed.connect(self._on_mix)
        panel.variety.value_changed.connect(self._on_variety)
        panel.step_changed.connect(self._on_step)
        panel.edit_ended.connect(self._save)
        self._shelf.chosen.connect(self._open)
        panel.preview.menu_requested.connect(self._show_preview_menu)

    # The generator

    @Slot(object)
    def _on_generator(self, info: GeneratorInfo) -> None:
        if self._state is None:
            self._state = ExploreState(info, self._session.settings)
            self._set_awake(True)
            self._show_generator(self._state)
        else:
            self._adapt(self._state, info)
        self._refresh(learning=True)

    def _adapt(self, state: ExploreState, info: GeneratorInfo) -> None:
        before, was_measured = state.info, state.directions is not None
        state.adapt(info)
        if info.model != before.model:
            self.pad.clear_map()
            self._show_generator(state)
        elif was_measured != (state.directions is not None) or info.has_judge != before.has_judge:
            self.panel.show_generator(state)
            self._show_axes(state)

    def _show_generator(self, state: ExploreState) -> None:
        self.pad.set_classes(state.info.model.class_names)
        self.panel.show_generator(state)
        self._show_plane(state)

    def _show_plane(self, state: ExploreState) -> None:
        self.pad.set_plane(*VIEWS[state.plane])
        self.pad.set_place(QPointF(*state.place))
        self.panel.show_state(state)
        self._show_axes(state)

    def _show_axes(self, state: ExploreState) -> None:
        measured = state.directions is not None
        self.room_bar_left.show_plane(state.plane, measured)
        if state.plane == DIRECTIONS and measured:
            across = AxisWords(self.tr("leans left"), self.tr("Slant"), self.tr("leans right"))
            up = AxisWords(self.tr("thin"), self.tr("Thickness"), self.tr("thick"))
            self._frame.set_axes(across, up)
        else:
            self._frame.set_axes(AxisWords(name="u"), AxisWords(name="v"))

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
        self._pictures.ask_puck(state)
        self._pictures.ask_ends(state)
        if learning:
            self._pictures.ask_map_in_time(state, self.pad.view)
        else:
            self._pictures.ask_map(state, self.pad.view)
        self._show_status()

    @Slot(object, object)
    def _on_puck_made(self, picture: Picture, probabilities: np.ndarray | None) -> None:
        self._picture = picture
        self.panel.show_picture(picture.pixels, picture.latent.to_text())
        if probabilities is not None and self._state is not None:
            self.panel.readout.show_probabilities(probabilities, self._state.info.model.class_names)

    def _current_picture(self) -> Picture | None:
        return self._picture

    def _show_status(self) -> None:
        closer = VIEWS[self._state.plane][0].span / self.pad.view.span if self._state is not None else 1.0
        text = self.tr("Map {n} × {n}").format(n=CELLS)
        self._say(text if abs(closer - 1) < 0.005 else f"{text}  ·  {closer:.1f}×")
        self.room_bar_left.reset.setEnabled(not self.pad.is_at_home)

    def _say(self, text: str) -> None:
        if text != self._status:  # a drag has nothing new to say at each step
            self._status = text
            self.status_text_changed.emit(text)

    # The pad

    @Slot(QPointF)
    def _on_place(self, place: QPointF) -> None:
        state = self._state
        if state is None:
            return
        state.place = (place.x(), place.y())
        self._pictures.ask_puck(state)
        self._pictures.ask_ends(state)
        self.panel.show_place(*state.place)
        self._show_status()

    @Slot()
    def _on_view(self) -> None:
        if self._state is not None and self.isVisible():
            self._pictures.ask_map(self._state, self.pad.view)
            self._show_status()

    @Slot(str)
    def _on_plane(self, plane: str) -> None:
        state = self._state
        if state is None or plane == state.plane:
            return
        state.plane = plane
        state.place = (0.0, 0.0)
        self._show_plane(state)
        self._changed()

    @Slot()
    def _reset(self) -> None:
        self.pad.reset()
        self._save()

    @Slot()
    def _look_closer(self) -> None:
        self.pad.zoom(CLOSER)

    @Slot()
    def _look_further(self) -> None:
        self.pad.zoom(FURTHER)

    @Slot(QPoint, QPointF)
    def _show_pad_menu(self, position: QPoint, place: QPointF) -> None:
        """Over the puck its picture, elsewhere the thumbnail that was clicked."""
        state, near = self._state, self.pad.point_of(place) - self.pad.point_of(self.pad.place)
        tile = self.pad.tile_at(place)
        if state is None or tile is None or near.manhattanLength() <= GRAB_PX:
            self._show_preview_menu(position)
            return
        of_tile, pixels = tile
        latent = state.latent_at((of_tile.x(), of_tile.y()))
        show_picture_menu(self, self._session, latent, pixels, position)

    # The panel

    @Slot(float, float)
    def _on_typed_place(self, u: float, v: float) -> None:
        if self._state is not None:
            self.pad.set_place(QPointF(u, v))
            self._on_place(self.pad.place)
            self._save()

    @Slot(float)
    def _on_seed(self, seed: float) -> None:
        if self._state is not None:
            self._state.take_seed(int(seed))
            self._changed()

    @Slot()
    def _take_another(self) -> None:
        self.panel.seed_field.set_value(randrange(LARGEST_SEED + 1))

    @Slot(object)
    def _on_mix(self, mix: np.ndarray) -> None:
        if self._state is not None:
            self._state.mix = mix
            self._refresh()

    @Slot(float)
    def _on_variety(self, variety: float) -> None:
        if self._state is not None:
            self._state.variety = variety
            self._refresh()

    @Slot(int, float)
    def _on_step(self, index: int, step: float) -> None:
        if self._state is not None:
            self._state.set_step(index, step)
            self._refresh()

    def _changed(self) -> None:
        """After a change of the state as a whole: show it, draw it, remember it."""
        if self._state is not None:
            self.panel.show_state(self._state)
            self._refresh()
            self._save()

    @Slot()
    def _save(self) -> None:
        if self._state is not None:
            self._state.save()

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

    @Slot(QPoint)
    def _show_preview_menu(self, position: QPoint) -> None:
        if self._picture is not None:
            picture = self._picture
            show_picture_menu(
                self, self._session, picture.latent, picture.pixels, position, without=("explore",)
            )

    # Events

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._frame.fit(self.size())
        self.panel.fit(self.size(), self._frame.top_px)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.pad.setFocus()
        if self._stale:
            self._refresh()
