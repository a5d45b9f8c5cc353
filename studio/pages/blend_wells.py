"""What may go into A and B: drops, clicks on a source, latents sent from other rooms; and what is locked."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal, Slot

from gan.errors import GanError
from gan.latents import Latent
from studio.pages.blend_state import WELLS
from studio.widgets.picture_well import PictureWell

DESTINATIONS = {"blend_a": "a", "blend_b": "b"}


class BlendWells(QObject):
    """Aims at the well that is filled next, and turns to the other one once it is filled."""

    offered = Signal(str, object)  # "a" or "b"; Latent
    aimed = Signal(str)  # the well that is filled next; "" when both are locked
    locks_changed = Signal(object)  # {"a": bool, "b": bool}
    refused = Signal(str)  # why, in words

    def __init__(self, wells: Mapping[str, PictureWell], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._wells = wells
        self._target = "a"
        wells["a"].clicked.connect(self._aim_at_a)
        wells["b"].clicked.connect(self._aim_at_b)
        wells["a"].latent_dropped.connect(self._on_dropped_a)
        wells["b"].latent_dropped.connect(self._on_dropped_b)
        for well in wells.values():
            well.lock_changed.connect(self._on_lock)

    def set_locks(self, locked: Mapping[str, bool]) -> None:
        """Show what was locked, without reporting it."""
        self.blockSignals(True)
        for name, well in self._wells.items():
            well.set_locked(locked[name])
        self.blockSignals(False)
        self._aim_at(self._target)

    @Slot(object)
    def offer(self, latent: Latent) -> None:
        """To the well that is next."""
        if self._target:
            filled = self._target
            self._aim_at("b" if filled == "a" else "a")
            self.offered.emit(filled, latent)

    @Slot(str, object, object)
    def take_sent(self, destination: str, latent: Latent, _pixels: object) -> None:
        """From another room."""
        if destination in DESTINATIONS:
            self._offer_to(DESTINATIONS[destination], latent)

    def _offer_to(self, name: str, latent: Latent) -> None:
        if self._wells[name].is_locked:
            self.refused.emit(self.tr("{name} is locked").format(name=name.upper()))
        else:
            self.offered.emit(name, latent)

    def _take_text(self, name: str, text: str) -> None:
        try:
            latent = Latent.from_text(text)
        except GanError as error:
            self.refused.emit(error.failure.sentence)
        else:
            self._offer_to(name, latent)

    @Slot(str)
    def _on_dropped_a(self, text: str) -> None:
        self._take_text("a", text)

    @Slot(str)
    def _on_dropped_b(self, text: str) -> None:
        self._take_text("b", text)

    @Slot()
    def _aim_at_a(self) -> None:
        self._aim_at("a")

    @Slot()
    def _aim_at_b(self) -> None:
        self._aim_at("b")

    def _aim_at(self, name: str) -> None:
        """A locked well is passed over."""
        open_wells = [other for other in WELLS if not self._wells[other].is_locked]
        self._target = name if name in open_wells else open_wells[0] if open_wells else ""
        for other, well in self._wells.items():
            well.set_chosen(other == self._target)
        self.aimed.emit(self._target)

    @Slot()
    def _on_lock(self) -> None:
        self._aim_at(self._target)
        self.locks_changed.emit({name: well.is_locked for name, well in self._wells.items()})
