"""The pictures that Explore's sheet is made of: set down, moved, weighed, exchanged and let go on the pad."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import numpy as np
from PySide6.QtCore import QObject, QPoint, QPointF, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget, QWidgetAction

from gan.anchors import LEAST_WEIGHT, MOST_WEIGHT
from gan.errors import GanError
from gan.latents import Latent
from studio.actions import make_action
from studio.controllers.picture_channel import PicturesMade
from studio.pages.explore.memory import MOST_ANCHORS
from studio.pages.explore.state import ANCHORS, POINTS, ExploreState
from studio.pages.picture_menu import fits, show_picture_menu
from studio.session import Session
from studio.widgets.controls.number_field import NumberField
from studio.widgets.pad.latent_pad import LatentPad
from studio.widgets.pad.pad_anchors import AnchorMark, letter_of


class ExploreAnchors(QObject):
    """Changes the state; the page shows what that means for everything else."""

    reshaped = Signal()  # the sheet is another; while a drag goes on, many times a second
    ended = Signal(str)  # a gesture is over; those in a row that have the same word are one
    plane_changed = Signal()
    refused = Signal(str)  # why, in words

    def __init__(self, pad: LatentPad, session: Session, owner: QWidget) -> None:
        super().__init__(owner)
        self._owner = owner
        self._pad = pad
        self._session = session
        self._state: ExploreState | None = None
        self._pixels: list[np.ndarray] = []
        self._drawn: tuple[object, ...] = ()  # what the pictures were asked for
        self._channel = session.inference.channel(1)
        self._channel.made.connect(self._on_made)
        self.set_here = make_action(
            owner,
            self.tr("Set an anchor at the dot"),
            shortcut="Ins",
            tip=self.tr("The picture under the dot becomes one of those that the sheet is mixed from."),
        )
        self.remove_all = make_action(
            owner,
            self.tr("Let all anchors go"),
            tip=self.tr("The sheet of anchors begins anew, empty."),
        )
        self._connect()

    def _connect(self) -> None:
        anchors, pad = self._pad.anchors, self._pad
        self.set_here.triggered.connect(self._set_here)
        self.remove_all.triggered.connect(self._remove_all)
        pad.addition_asked.connect(self._add_at)
        pad.latent_dropped.connect(self._on_dropped)
        anchors.taken.connect(self._on_taken)
        anchors.moved.connect(self._on_moved)
        anchors.turned.connect(self._on_turned)
        anchors.ended.connect(self._on_ended)
        anchors.removed.connect(self._remove)
        anchors.menu_requested.connect(self._show_menu)
        anchors.latent_dropped.connect(self._on_dropped_on)

    def actions(self) -> list[QAction]:
        """What can be done without the mouse."""
        return [self.set_here, self.remove_all]

    def show_state(self, state: ExploreState) -> None:
        """Lay the tiles out; ask for pictures that are not there yet."""
        self._state = state
        marks = state.marks
        self._pad.anchors.set_marks([AnchorMark(mark.place, mark.weight) for mark in marks])
        self.remove_all.setEnabled(state.plane == ANCHORS and bool(marks))
        wanted = (state.info.fingerprint, *(mark.latent for mark in marks))
        if marks and wanted != self._drawn and self._owner.isVisible():
            self._drawn = wanted
            z = np.stack([mark.latent.z for mark in marks])
            mix = np.stack([mark.latent.mix for mark in marks])
            self._channel.ask(z, mix, tag=wanted)

    def shelf_actions(self, latent: Latent, parent: QObject) -> list[QAction]:
        """What a kept picture can do for the sheet."""
        if self._state is not None and self._state.plane == POINTS:
            names = [self.tr("Put at corner {letter}").format(letter=letter_of(index)) for index in range(3)]
            deeds = [partial(self._put_at_corner, index, latent) for index in range(3)]
        else:
            names, deeds = [self.tr("Set as an anchor")], [partial(self._add, self._pad.place, latent)]
        actions = [QAction(name, parent) for name in names]
        for action, deed in zip(actions, deeds, strict=True):
            action.triggered.connect(deed)
        return actions

    def _is_welcome(self, latent: Latent) -> bool:
        if self._state is None or not fits(latent, self._state.info):
            self.refused.emit(self.tr("This picture comes from another generator"))
            return False
        return True

    def _parsed(self, text: str) -> Latent | None:
        try:
            latent = Latent.from_text(text)
        except GanError as error:
            self.refused.emit(error.failure.sentence)
            return None
        return latent if self._is_welcome(latent) else None

    @Slot(object)
    def _on_made(self, made: PicturesMade) -> None:
        """In parts, where there are many."""
        if made.start == 0:
            self._pixels = []
        self._pixels.extend(made.pixels)
        if len(self._pixels) == made.total and made.tag == self._drawn:
            self._pad.anchors.set_pixels(self._pixels)

    # Setting down

    @Slot()
    def _set_here(self) -> None:
        if (state := self._state) is not None:
            latent = state.latent_at(state.place)
            if state.plane != ANCHORS:
                self._pad.set_place(QPointF(0, 0))
            self._add(self._pad.place, latent)

    @Slot(QPointF)
    def _add_at(self, place: QPointF) -> None:
        if (state := self._state) is not None:
            self._add(place, state.latent_at((place.x(), place.y())))

    @Slot(str, QPointF)
    def _on_dropped(self, text: str, place: QPointF) -> None:
        """On the bare sheet: one more anchor, whatever sheet it was."""
        if (latent := self._parsed(text)) is not None:
            self._add(place, latent)

    @Slot(int, str)
    def _on_dropped_on(self, index: int, text: str) -> None:
        """On a tile: in its place."""
        if (state := self._state) is None or (latent := self._parsed(text)) is None:
            return
        if state.plane == POINTS:
            self._put_at_corner(index, latent)
        else:
            state.change_anchor(index, latent=latent)
            self._over()

    def _put_at_corner(self, index: int, latent: Latent) -> None:
        if self._state is not None and self._is_welcome(latent):
            self._state.change_point(index, latent)
            self._over()

    def _add(self, place: QPointF, latent: Latent) -> None:
        state = self._state
        if state is None or not self._is_welcome(latent):
            return
        if len(state.anchors) >= MOST_ANCHORS:
            self.refused.emit(self.tr("{n} anchors are enough for one sheet").format(n=MOST_ANCHORS))
            return
        is_new_plane = state.plane != ANCHORS
        place = self._pad.limited(place)
        state.add_anchor((place.x(), place.y()), latent)
        state.place = state.anchors[-1].place
        if is_new_plane:
            self.plane_changed.emit()
        self._over()

    # Moving, weighing, letting go

    @Slot(int)
    def _on_taken(self, index: int) -> None:
        """The dot goes along with what is moved."""
        state = self._state
        if state is not None and state.mark_here != index:
            state.place = state.marks[index].place
            self.reshaped.emit()

    @Slot(int, QPointF)
    def _on_moved(self, index: int, place: QPointF) -> None:
        state, place = self._state, self._pad.limited(place)
        if state is not None and state.plane == ANCHORS:
            state.change_anchor(index, place=(place.x(), place.y()))
            self.reshaped.emit()

    @Slot(int, float)
    def _on_turned(self, index: int, factor: float) -> None:
        state = self._state
        if state is not None and state.plane == ANCHORS:
            state.change_anchor(index, weight=state.anchors[index].weight * factor)
            self.reshaped.emit()
            self.ended.emit("weight")

    @Slot(int)
    def _remove(self, index: int) -> None:
        if (state := self._state) is not None and state.plane == ANCHORS:
            state.remove_anchor(index)
            self._pad.setFocus()
            self._over()

    @Slot()
    def _remove_all(self) -> None:
        if (state := self._state) is not None:
            state.anchors = ()
            self._over()

    def _over(self) -> None:
        self.reshaped.emit()
        self.ended.emit("")

    @Slot()
    def _on_ended(self) -> None:
        self.ended.emit("")

    # The menu of one tile

    @Slot(int, QPoint)
    def _show_menu(self, index: int, position: QPoint) -> None:
        state, pixels = self._state, self._pixels
        if state is None or index >= min(len(state.marks), len(pixels)):
            return
        more = self._own_entries(index) if state.plane == ANCHORS else ()
        menu = show_picture_menu(
            self._owner, self._session, state.marks[index].latent, pixels[index], position, more=more
        )
        for entry in more:
            entry.setParent(menu)

    def _own_entries(self, index: int) -> Sequence[QAction]:
        assert self._state is not None
        field = NumberField(
            self.tr("Weight"), LEAST_WEIGHT, MOST_WEIGHT, self._state.anchors[index].weight, decimals=2
        )
        field.setToolTip(self.tr("How far it reaches; 1 is usual"))
        field.value_changed.connect(partial(self._set_weight, index))
        typed = QWidgetAction(self)
        typed.setDefaultWidget(field)
        remove = QAction(self.tr("Let it go"), self)
        remove.triggered.connect(partial(self._remove, index))
        return typed, remove

    def _set_weight(self, index: int, weight: float) -> None:
        if self._state is not None and index < len(self._state.anchors):
            self._state.change_anchor(index, weight=weight)
            self._over()
