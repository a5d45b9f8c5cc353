"""What may go into the wells: drops, pastes, clicks on a source, latents sent from other rooms; and what is locked."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QPoint, Signal, Slot
from PySide6.QtGui import QGuiApplication

from gan.errors import GanError
from gan.latents import Latent
from studio.pages.blend.state import NOWHERE, WELLS
from studio.widgets.pictures.picture_well import PictureWell

DESTINATIONS = {"blend_a": 0, "blend_b": 1}


class BlendWells(QObject):
    """Aims at the well that a click on a source fills; wells are numbered from A."""

    offered = Signal(int, object)  # a well that is open; Latent
    aimed = Signal(int)  # -1: at none
    lock_changed = Signal(int, bool)
    removal_asked = Signal(int)
    menu_requested = Signal(int, QPoint)
    refused = Signal(str)  # why, in words

    def __init__(self, wells: Sequence[PictureWell], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._wells = tuple(wells)
        self._target = NOWHERE
        self._is_showing = False
        for well in self._wells:
            well.clicked.connect(self._on_clicked)
            well.latent_dropped.connect(self._on_dropped)
            well.lock_changed.connect(self._on_lock)
            well.removal_asked.connect(self._on_removal)
            well.menu_requested.connect(self._on_menu)

    @property
    def target(self) -> int:
        """The well that is filled next, or -1."""
        return self._target

    def show_locks(self, locked: Sequence[bool]) -> None:
        """Show what is locked of the wells there are, without reporting it."""
        self._is_showing = True
        for well, is_locked in zip(self._wells, locked, strict=False):
            well.set_locked(is_locked)
        self._is_showing = False
        if self._target != NOWHERE and (self._target >= len(locked) or locked[self._target]):
            self.aim_at(NOWHERE)

    def aim_at(self, well: int) -> None:
        """What is chosen next goes there; -1 for nowhere."""
        self._target = well
        for index, widget in enumerate(self._wells):
            widget.set_chosen(index == well)
        self.aimed.emit(well)

    @Slot()
    def let_be(self) -> None:
        """Aim at none."""
        self.aim_at(NOWHERE)

    @Slot(object)
    def offer(self, latent: Latent) -> None:
        """To the well that is aimed at."""
        if self._target != NOWHERE:
            self.offer_to(self._target, latent)

    def offer_to(self, well: int, latent: Latent) -> None:
        """A locked well takes nothing."""
        if self._wells[well].is_locked:
            self.refused.emit(self.tr("{name} is locked").format(name=WELLS[well]))
        else:
            self.offered.emit(well, latent)

    @Slot(str, object, object)
    def take_sent(self, destination: str, latent: Latent, _pixels: object) -> None:
        """From another room, or from this one."""
        if destination in DESTINATIONS:
            self.offer_to(DESTINATIONS[destination], latent)

    def paste_into(self, well: int) -> None:
        """A latent copied as text."""
        self._take_text(well, QGuiApplication.clipboard().text())

    @property
    def in_hand(self) -> int:
        """The well with the keyboard, else the one that is aimed at; -1 for none."""
        focused = (
            index for index, well in enumerate(self._wells) if well.window().focusWidget() is well.view
        )
        return next(focused, self._target)

    def _take_text(self, well: int, text: str) -> None:
        try:
            latent = Latent.from_text(text)
        except GanError as error:
            self.refused.emit(error.failure.sentence)
        else:
            self.offer_to(well, latent)

    def _number_of_sender(self) -> int:
        return next(index for index, well in enumerate(self._wells) if well is self.sender())

    @Slot()
    def _on_clicked(self) -> None:
        well = self._number_of_sender()
        if self._wells[well].is_locked:
            self.refused.emit(self.tr("{name} is locked").format(name=WELLS[well]))
        else:
            self.aim_at(NOWHERE if well == self._target else well)

    @Slot(str)
    def _on_dropped(self, text: str) -> None:
        self._take_text(self._number_of_sender(), text)

    @Slot(bool)
    def _on_lock(self, locked: bool) -> None:
        if self._is_showing:
            return
        well = self._number_of_sender()
        if locked and well == self._target:
            self.aim_at(NOWHERE)
        self.lock_changed.emit(well, locked)

    @Slot()
    def _on_removal(self) -> None:
        self.removal_asked.emit(self._number_of_sender())

    @Slot(QPoint)
    def _on_menu(self, position: QPoint) -> None:
        self.menu_requested.emit(self._number_of_sender(), position)
