"""The Blend room: two pictures, or three or four, and everything between them."""

from __future__ import annotations

from collections.abc import Sequence
from random import randrange

from PySide6.QtCore import QPoint, Signal, Slot
from PySide6.QtGui import QAction, QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gan.config import GeneratorInfo
from studio.number_style import number
from studio.pages.blend.actions import BlendActions
from studio.pages.blend.angles import BlendAngles
from studio.pages.blend.bar import BlendBar
from studio.pages.blend.controls import BlendControls
from studio.pages.blend.desk import BlendDesk
from studio.pages.blend.edits import BlendEdits
from studio.pages.blend.export import BlendExport
from studio.pages.blend.film import BlendFilm
from studio.pages.blend.hint import BlendHint
from studio.pages.blend.pictures import BlendPictures
from studio.pages.blend.road import fixed_frames
from studio.pages.blend.side import BlendSide
from studio.pages.blend.state import FEWEST_WELLS, NOWHERE, SAMPLES_ACROSS, WELLS, Blend, fresh_samples
from studio.pages.blend.tiles import BlendTiles
from studio.pages.blend.wells import BlendWells
from studio.pages.kept_shelf import KeptShelf
from studio.pages.picture_menu import Picture, PictureActions, show_picture_menu
from studio.session import Session
from studio.widgets.controls.surface import Surface, scrolling, vertical_line
from studio.widgets.pad.pad_frame import AxisWords
from studio.widgets.pictures.tile_grid import TileGrid

SAMPLES = SAMPLES_ACROSS * SAMPLES_ACROSS


class BlendPage(QWidget):
    """Arranges desk, side and film, and shows the pictures that the room's value stands for."""

    room_name = "blend"
    status_text_changed = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._info: GeneratorInfo | None = None
        self._middle: Picture | None = None
        self._asked_about: Picture | None = None  # by the menu that was opened last
        self._shown: Blend | None = None  # what all pictures stand for; None: they are to be made anew
        self._fresh_seed = randrange(2**31)
        self.edits = BlendEdits(session.settings, self)
        self.room_history = self.edits.history
        self.undo_action, self.redo_action = self.edits.history.undo, self.edits.history.redo
        self.actions_of_room = BlendActions(self)
        self.picture_actions = PictureActions(self, session, self._picture_in_hand)
        self._pictures = BlendPictures(session.inference, self)
        self.room_bar_left = BlendBar(self.actions_of_room)
        self.desk = BlendDesk(PictureActions(self, session, self._picture_in_middle, shortcuts=False))
        self.side = BlendSide(BlendAngles(self.actions_of_room, session.settings), session.settings)
        self.film = BlendFilm(session.settings)
        self._tiles = BlendTiles((self.desk.classes, self.film.frames, self.side.sources.fresh), self)
        self._wells = BlendWells(self.desk.wells, self)
        self._shelf = KeptShelf(self.side.sources.kept, session, self)
        self._controls = BlendControls(
            self.desk, self.side, self.film, self._wells, self.actions_of_room, self.edits
        )
        self.exporter = BlendExport(session, self, self.actions_of_room, self.edits, self.film, self.side)
        self.room_bar_right = self.exporter.button
        self._arrange()
        self._hint = BlendHint(self, self.desk, session.settings)
        self._connect_pictures()
        self._connect_controls()
        self._set_awake(False)
        if session.inference.info is not None:
            self._on_generator(session.inference.info)

    def actions_by_menu(self) -> dict[str, list[QAction]]:
        """What the room adds to the menu bar."""
        return {
            "file": self.actions_of_room.of_export(),
            "edit": [self.undo_action, self.redo_action, self.actions_of_room.paste],
            "picture": [*self.picture_actions.all(), *self.actions_of_room.of_pictures()],
        }

    def _arrange(self) -> None:
        middle, right = Surface("panel"), Surface("canvas")
        upper, desk = QHBoxLayout(), scrolling(self.desk)
        desk.verticalScrollBar().valueChanged.connect(self.desk.follow)
        for surface, content in ((middle, desk), (right, self.side)):
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
        pictures, grid = self._pictures, self.side.grid
        self._session.generator_changed.connect(self._on_generator)
        self._session.latent_sent.connect(self._wells.take_sent)
        pictures.middle.made.connect(self._on_middle_made)
        pictures.classes.made.connect(self._on_classes_made)
        pictures.wells.made.connect(self._on_wells_made)
        pictures.film.made.connect(self._on_film_made)
        pictures.fresh.made.connect(self._on_fresh_made)
        pictures.grid_begun.connect(grid.begin)
        pictures.grid_cells_made.connect(grid.add)

    def _connect_controls(self) -> None:
        self.edits.changed.connect(self._refresh)
        self._controls.said.connect(self.status_text_changed)
        self._shelf.chosen.connect(self._wells.offer)
        self.film.frame_played.connect(self._show_played)
        sources, side = self.side.sources, self.side
        sources.more.clicked.connect(self._take_other_fresh)
        sources.fresh.clicked.connect(self._use_fresh)
        side.cells_changed.connect(self._ask_grid)
        side.grid.menu_requested.connect(self._show_cell_menu)
        self.desk.result.menu_requested.connect(self._show_middle_menu)
        self._wells.menu_requested.connect(self._show_well_menu)
        for action in self.actions_of_room.into_further:
            action.triggered.connect(self._put_into_further)
        for grid in (self.desk.classes, self.film.frames, sources.fresh):
            grid.menu_requested.connect(self._show_tile_menu)

    def _set_awake(self, awake: bool) -> None:
        """Asleep until the first generator is there."""
        for part in (self.desk, self.side, self.film, self.room_bar_left, self.room_bar_right):
            part.setEnabled(awake)
        actions = self.actions_of_room
        for action in (*actions.of_pictures(), *actions.of_export(), actions.paste):
            action.setEnabled(awake)

    # What the value says

    @Slot(object)
    def _on_generator(self, info: GeneratorInfo) -> None:
        before, self._info = self._info, info
        if before is None:
            self._set_awake(True)
        self._controls.set_generator(info)
        if before is None or before.model != info.model:
            self._pictures.forget()
            self.desk.show_classes(info.model.class_names)
            self.side.grid.set_classes(info.model.class_names)
            self.side.set_has_grid(info.model.classes > 1)
            self._wells.aim_at(NOWHERE if info.model.classes > 1 else 0)
        self._shown = None
        self.edits.adapt(info)

    @Slot()
    def _refresh(self) -> None:
        """What has changed since it was shown, once it can be seen."""
        if self._info is None or not self.isVisible():
            self._shown = None
            return
        blend, shown = self.edits.blend, self._shown
        self._shown = blend
        self._show_middle(blend)
        others = shown is None or (blend.wells, blend.pair) != (shown.wells, shown.pair)
        if shown is None or blend.wells is not shown.wells:
            self._pictures.wells.ask(blend.wells)
        if shown is None:
            self._pictures.fresh.ask(fresh_samples(self._info, self._fresh_seed, SAMPLES))
        if shown is None or others or (blend.fixed, blend.frames) != (shown.fixed, shown.frames):
            self._show_film(blend)
        if others:
            self._ask_grid()
        if shown is None or others or blend.locked != shown.locked:
            self._show_words(self._info, blend)

    def _show_middle(self, blend: Blend) -> None:
        """The picture in between, and its style in every class: a hundred times a second in a drag."""
        latent = blend.latent
        self._pictures.middle.ask([latent])
        if latent.mix.size > 1:
            self._pictures.ask_classes(blend.every_class())
        self.desk.show_blend(blend)
        self.film.show_chosen(blend.place_in_film)
        self.side.grid.set_place(blend.place_on_grid)
        self.side.angles.show_sum(blend.strength, possible=len(blend.wells) > FEWEST_WELLS)

    def _show_film(self, blend: Blend) -> None:
        self.film.set_count(blend.frames)
        ends = (0, blend.frames - 1)
        self.film.show_fixed((*ends, *fixed_frames(blend.fixed, blend.frames)))
        self._pictures.film.ask(blend.film)

    def _show_words(self, info: GeneratorInfo, blend: Blend) -> None:
        names = [info.model.class_names[int(well.mix.argmax())] for well in blend.wells]
        has_classes = info.model.classes > 1
        for widget, well, name in zip(self.desk.wells, blend.wells, names, strict=False):
            words = self.tr("class {name}").format(name=name) if has_classes else ""
            widget.show_latent(words, well.to_text())
        self._wells.show_locks(blend.locked)
        self.actions_of_room.show_blend(blend)
        self.desk.sliders.set_shape_ends(*names[:2])
        first, second = (WELLS[index] for index in blend.pair)
        self.film.show_ends(first, second)
        self.side.show_pair(blend.pair, len(blend.wells))
        self.side.angles.show_pair(first, second, blend.angle)
        ends = [names[index] for index in blend.pair]
        labels = [int(blend.wells[index].mix.argmax()) for index in blend.pair]
        across = AxisWords(ends[0], self.tr("Shape"), ends[1])
        of = self.tr("of {name}")
        down = AxisWords(of.format(name=first), self.tr("Style"), of.format(name=second))
        self.side.grid.set_words(across, down, labels)
        words = self.tr("{first} to {second} {angle}°")
        self.status_text_changed.emit(words.format(first=first, second=second, angle=number(blend.angle, 0)))

    @Slot()
    def _ask_grid(self) -> None:
        if self._info is not None and self._info.model.classes > 1 and self._shown is not None:
            cells = self.side.grid.cells
            self._pictures.ask_grid(self._shown.every_blend(cells), cells, read=self._info.has_judge)

    # Pictures that have come

    @Slot(object)
    def _on_middle_made(self, pictures: Sequence[Picture]) -> None:
        self._middle = pictures[0]
        if not self.film.player.is_playing:
            self._show_in_middle(pictures[0])

    def _show_in_middle(self, picture: Picture) -> None:
        self.desk.result.set_pixels(picture.pixels)
        self.desk.result.set_latent(picture.latent.to_text())
        self.desk.result.repaint()  # at once: all that a drag moves beside it takes longer to paint

    @Slot(object)
    def _on_classes_made(self, pictures: Sequence[Picture]) -> None:
        self._tiles.show(self.desk.classes, pictures)

    @Slot(object)
    def _on_wells_made(self, pictures: Sequence[Picture]) -> None:
        for well, picture in zip(self.desk.wells, pictures, strict=False):
            well.set_pixels(picture.pixels)

    @Slot(object)
    def _on_film_made(self, pictures: Sequence[Picture]) -> None:
        self._tiles.show(self.film.frames, pictures)

    @Slot(object)
    def _on_fresh_made(self, pictures: Sequence[Picture]) -> None:
        self._tiles.show(self.side.sources.fresh, pictures)

    @Slot(int)
    def _show_played(self, frame: int) -> None:
        """A frame of the film while it plays, then the middle again."""
        picture = self._middle if frame < 0 else self._tiles.found(self.film.frames, frame)
        if picture is not None:
            self._show_in_middle(picture)

    def _picture_in_middle(self) -> Picture | None:
        """What is seen there just now."""
        if self.film.player.is_playing:
            return self._tiles.found(self.film.frames, self.film.frames.chosen)
        return self._middle

    def _picture_in_hand(self) -> Picture | None:
        return self._tiles.in_hand or self._picture_in_middle()

    # Sources

    @Slot()
    def _take_other_fresh(self) -> None:
        if self._info is not None:
            self._fresh_seed = randrange(2**31)
            self._pictures.fresh.ask(fresh_samples(self._info, self._fresh_seed, SAMPLES))

    @Slot(int)
    def _use_fresh(self, index: int) -> None:
        self._wells.offer(self._tiles.picture(self.side.sources.fresh, index).latent)

    # Menus

    @Slot(int, QPoint)
    def _show_tile_menu(self, index: int, position: QPoint) -> None:
        grid = self.sender()
        assert isinstance(grid, TileGrid)
        self._show_menu(self._tiles.picture(grid, index), position)

    @Slot(QPoint, int)
    def _show_cell_menu(self, position: QPoint, cell: int) -> None:
        pixels = self.side.grid.tile(cell)
        if pixels is not None:
            latent = self.edits.blend.every_blend(self.side.grid.cells)[cell]
            self._show_menu(Picture(latent, pixels), position)

    @Slot(QPoint)
    def _show_middle_menu(self, position: QPoint) -> None:
        if (picture := self._picture_in_middle()) is not None:
            self._show_menu(picture, position)

    @Slot(int, QPoint)
    def _show_well_menu(self, well: int, position: QPoint) -> None:
        pixels = self.desk.wells[well].pixels
        if pixels is not None:
            more = [self.actions_of_room.fresh, self.actions_of_room.paste]
            self._show_menu(Picture(self.edits.blend.wells[well], pixels), position, more)

    def _show_menu(self, picture: Picture, position: QPoint, more: Sequence[QAction] = ()) -> None:
        """With an entry for each further well: other rooms know A and B only."""
        self._asked_about = picture
        more = [*self.actions_of_room.into_further, *more]
        show_picture_menu(self, self._session, picture.latent, picture.pixels, position, more=more)

    @Slot()
    def _put_into_further(self) -> None:
        actions, action = self.actions_of_room.into_further, self.sender()
        if self._asked_about is not None and isinstance(action, QAction):
            self._wells.offer_to(FEWEST_WELLS + actions.index(action), self._asked_about.latent)

    # Events

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.desk.fit(self.size())
        self.side.fit(self.size())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._shown is None:
            self._refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.film.stop()
