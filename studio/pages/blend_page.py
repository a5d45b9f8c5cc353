"""The Blend room: two pictures, and everything between them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from random import randrange

import numpy as np
from PySide6.QtCore import QPoint, Signal, Slot
from PySide6.QtGui import QAction, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gan.config import GeneratorInfo
from gan.latents import Latent, one_hot
from studio.pages.blend_desk import BlendDesk
from studio.pages.blend_film import FRAMES, BlendFilm
from studio.pages.blend_sources import BlendSources
from studio.pages.blend_state import SAMPLES_ACROSS, WELLS, BlendState
from studio.pages.blend_wells import BlendWells
from studio.pages.kept_shelf import KeptShelf
from studio.pages.picture_line import PictureLine
from studio.pages.picture_menu import Picture, PictureActions, fits, show_picture_menu
from studio.session import Session
from studio.widgets.buttons import plain_button
from studio.widgets.surface import Surface, scrolling, vertical_line
from studio.widgets.tile_grid import TileGrid

SOURCES_PX = ((1700, 760), (1200, 504), (0, 240))  # room width from which they are so wide
SAMPLES = SAMPLES_ACROSS * SAMPLES_ACROSS


class BlendPage(QWidget):
    """Connects desk, sources and film to one state, and shows the pictures that state stands for."""

    room_name = "blend"
    status_text_changed = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._state: BlendState | None = None
        self._picture: Picture | None = None
        self._tiles: dict[TileGrid, Sequence[Picture]] = {}
        self._stale = True  # what is shown is not what the state says, since another room is in front
        self._fresh_seed = randrange(2**31)
        self.room_bar_left = plain_button(self.tr("Swap A and B"), "swap")
        self.room_bar_left.setToolTip(self.tr("A becomes B; the picture in between stays"))
        here = ("blend_a", "blend_b")
        self.picture_actions = PictureActions(self, session, self._current_picture, without=here)
        self.desk = BlendDesk(self.picture_actions)
        self.sources = BlendSources()
        self.film = BlendFilm()
        self._wells = BlendWells(self.desk.wells, self)
        self._shelf = KeptShelf(self.sources.kept, session, self)
        inference = session.inference
        self._result_line = PictureLine(inference, 0, self)
        self._class_line = PictureLine(inference, 1, self)
        self._film_line = PictureLine(inference, 1, self)
        self._fresh_line = PictureLine(inference, 3, self)
        self._arrange()
        self._connect_pictures()
        self._connect_controls()
        self._set_awake(False)
        if inference.info is not None:
            self._on_generator(inference.info)

    def actions_by_menu(self) -> dict[str, list[QAction]]:
        """What the room adds to the menu bar."""
        return {"picture": self.picture_actions.all()}

    def _arrange(self) -> None:
        middle, self._side = Surface("panel"), Surface("canvas")
        upper = QHBoxLayout()
        for surface, content in ((middle, scrolling(self.desk)), (self._side, self.sources)):
            inside = QHBoxLayout(surface)
            inside.setContentsMargins(0, 0, 0, 0)
            inside.addWidget(content)
            upper.addWidget(surface)
        upper.setStretch(0, 1)
        upper.insertWidget(1, vertical_line())
        upper.setSpacing(0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(upper, 1)
        layout.addWidget(self.film)
        self.addActions(self.picture_actions.all())

    def _connect_pictures(self) -> None:
        self._session.generator_changed.connect(self._on_generator)
        self._session.latent_sent.connect(self._wells.take_sent)
        self._result_line.made.connect(self._on_result_made)
        self._class_line.made.connect(self._on_classes_made)
        self._film_line.made.connect(self._on_film_made)
        self._fresh_line.made.connect(self._on_fresh_made)

    def _connect_controls(self) -> None:
        desk, sources, wells = self.desk, self.sources, self._wells
        self.room_bar_left.clicked.connect(self._swap)
        desk.sliders.values_changed.connect(self._on_sliders)
        desk.sliders.released.connect(self._save)
        desk.sliders.link_changed.connect(self._on_link)
        desk.mixer.mix_changed.connect(self._on_mix)
        desk.classes.clicked.connect(self._go_to_class)
        desk.result.menu_requested.connect(self._show_result_menu)
        wells.offered.connect(self._fill)
        wells.aimed.connect(sources.show_target)
        wells.locks_changed.connect(self._on_locks)
        wells.refused.connect(self.status_text_changed)
        sources.more.clicked.connect(self._take_fresh)
        sources.fresh.clicked.connect(self._use_fresh)
        self._shelf.chosen.connect(wells.offer)
        self.film.frames.clicked.connect(self._go_to_frame)
        for grid in (desk.classes, sources.fresh, self.film.frames):
            grid.menu_requested.connect(self._show_tile_menu)

    # The generator

    @Slot(object)
    def _on_generator(self, info: GeneratorInfo) -> None:
        if self._state is None:
            self._state = BlendState(info, self._session.settings)
            self._set_awake(True)
            self._show_generator(self._state)
        else:
            other_classes = info.model.class_names != self._state.info.model.class_names
            self._state.adapt(info)
            if other_classes:
                self._show_generator(self._state)
        self._refresh()

    def _show_generator(self, state: BlendState) -> None:
        self.desk.show_classes(state.info.model.class_names)
        self.desk.sliders.set_linked(state.linked)
        self._wells.set_locks(state.locked)

    def _set_awake(self, awake: bool) -> None:
        """Asleep until the first generator is there."""
        for part in (self.desk, self.sources, self.film, self.room_bar_left):
            part.setEnabled(awake)

    # Pictures

    def _refresh(self) -> None:
        """Everything anew, once it can be seen."""
        state = self._state
        self._stale = state is None or not self.isVisible()
        if state is None or self._stale:
            return
        self._refresh_middle(state)
        self._film_line.ask([*state.wells.values(), *state.film(FRAMES)])
        self._fresh_line.ask(state.fresh_samples(self._fresh_seed, SAMPLES))
        names = [state.class_name(latent) for latent in state.wells.values()]
        for well, latent, name in zip(self.desk.wells.values(), state.wells.values(), names, strict=True):
            well.show_latent(self.tr("class {name}").format(name=name), latent.to_text())
        self.desk.sliders.set_shape_ends(*names)
        self.status_text_changed.emit(self.tr("A to B {angle}°").format(angle=f"{state.angle:.0f}"))

    def _refresh_middle(self, state: BlendState) -> None:
        """The picture in between, and its style in every class."""
        self._result_line.ask([state.latent])
        self._class_line.ask(state.every_class())
        self.desk.sliders.set_values(state.shape, state.style)
        self.desk.show_mix(state.mix)
        self.film.frames.set_chosen(state.place_in_film(FRAMES))

    def _show_tiles(self, grid: TileGrid, pictures: Sequence[Picture]) -> None:
        self._tiles[grid] = pictures
        texts = [picture.latent.to_text() for picture in pictures]
        grid.set_pictures([picture.pixels for picture in pictures], texts)

    @Slot(object)
    def _on_result_made(self, pictures: Sequence[Picture]) -> None:
        self._picture = pictures[0]
        self.desk.result.set_pixels(pictures[0].pixels)
        self.desk.result.set_latent(pictures[0].latent.to_text())

    @Slot(object)
    def _on_classes_made(self, pictures: Sequence[Picture]) -> None:
        self._show_tiles(self.desk.classes, pictures)

    @Slot(object)
    def _on_film_made(self, pictures: Sequence[Picture]) -> None:
        for name, picture in zip(WELLS, pictures, strict=False):
            self.desk.wells[name].set_pixels(picture.pixels)
        self._show_tiles(self.film.frames, pictures[len(WELLS) :])

    @Slot(object)
    def _on_fresh_made(self, pictures: Sequence[Picture]) -> None:
        self._show_tiles(self.sources.fresh, pictures)

    def _current_picture(self) -> Picture | None:
        return self._picture

    # A and B

    @Slot(str, object)
    def _fill(self, well: str, latent: Latent) -> None:
        state = self._state
        if state is None or not fits(latent, state.info):
            self.status_text_changed.emit(self.tr("This picture comes from another generator"))
            return
        state.fill(well, latent)
        self._refresh()
        self._save()

    @Slot(object)
    def _on_locks(self, locked: Mapping[str, bool]) -> None:
        if self._state is not None:
            self._state.locked = dict(locked)
            self._save()

    @Slot()
    def _swap(self) -> None:
        if self._state is not None:
            self._state.swap()
            self._wells.set_locks(self._state.locked)
            self._refresh()
            self._save()

    # Between A and B

    @Slot(float, float)
    def _on_sliders(self, shape: float, style: float) -> None:
        if self._state is not None:
            self._state.go(shape, style)
            self._refresh_middle(self._state)

    @Slot(bool)
    def _on_link(self, linked: bool) -> None:
        if self._state is not None:
            self._state.linked = linked
            self._save()

    @Slot(object)
    def _on_mix(self, mix: np.ndarray) -> None:
        if self._state is not None:
            self._state.take_mix(mix)
            self._refresh_middle(self._state)

    @Slot(int)
    def _go_to_class(self, label: int) -> None:
        if self._state is not None:
            self._on_mix(one_hot(label, self._state.info.model.classes))

    @Slot(int)
    def _go_to_frame(self, frame: int) -> None:
        if self._state is not None:
            self._state.go_along(frame / (FRAMES - 1))
            self._refresh_middle(self._state)
            self._save()

    # Sources

    @Slot()
    def _take_fresh(self) -> None:
        if self._state is not None:
            self._fresh_seed = randrange(2**31)
            self._fresh_line.ask(self._state.fresh_samples(self._fresh_seed, SAMPLES))

    @Slot(int)
    def _use_fresh(self, index: int) -> None:
        self._wells.offer(self._tiles[self.sources.fresh][index].latent)

    # Menus

    @Slot(int, QPoint)
    def _show_tile_menu(self, index: int, position: QPoint) -> None:
        grid = self.sender()
        assert isinstance(grid, TileGrid)
        picture = self._tiles[grid][index]
        show_picture_menu(self, self._session, picture.latent, picture.pixels, position)

    @Slot(QPoint)
    def _show_result_menu(self, position: QPoint) -> None:
        if self._picture is not None:
            show_picture_menu(self, self._session, self._picture.latent, self._picture.pixels, position)

    @Slot()
    def _save(self) -> None:
        if self._state is not None:
            self._state.save()

    # Events

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.desk.fit(self.size())
        self._side.setFixedWidth(next(px for width, px in SOURCES_PX if self.width() >= width))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._refresh()
