"""Connects the stamp shelf and the wells to the brush: click to paint with, Shift+click to travel to."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from PySide6.QtCore import QObject, QPoint, Qt, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from gan.errors import UserError
from gan.latents import Latent
from studio.document.artwork import Stamp
from studio.pages.drag_files import drag_files
from studio.pages.paint.brush import PaintBrush
from studio.pages.picture_menu import show_picture_menu
from studio.pages.shelf_words import BoardWords
from studio.session import Session
from studio.widgets.canvas.stamp_shelf import StampShelf
from studio.widgets.canvas.travel_strip import WAY_COUNT, TravelStrip


class PaintStamps(QObject):
    """The shelf shows the hand and what was kept, newest first."""

    def __init__(
        self, shelf: StampShelf, strip: TravelStrip, brush: PaintBrush, session: Session, owner: QWidget
    ) -> None:
        super().__init__(owner)
        self._shelf, self._strip, self._brush = shelf, strip, brush
        self._session, self._owner = session, owner
        shelf.hand_clicked.connect(self._on_hand_clicked)
        shelf.kept_clicked.connect(self._on_kept_clicked)
        shelf.kept_discarded.connect(self._on_kept_discarded)
        shelf.menu_requested.connect(self._on_menu)
        strip.start_dropped.connect(self._on_start_dropped)
        strip.target_dropped.connect(self._on_target_dropped)
        brush.changed.connect(self._show_brush)
        brush.hand_changed.connect(self._show_hand)
        session.shelf_changed.connect(self._show_kept)
        self._words_of_boards = BoardWords(self)
        shelf.kept.set_files_of(self._files_of)
        self._show_hand()
        self._show_kept()
        self._show_brush()

    # Shown

    @Slot()
    def _show_hand(self) -> None:
        hand, info = self._brush.hand, self._session.inference.info
        classes = info.model.class_names if info is not None else ()
        says = self.tr("{name}: click to paint with it, Shift+click to travel to it")
        self._shelf.set_hand(
            [stamp.pixels for stamp in hand],
            [stamp.latent.to_text() for stamp in hand],
            [says.format(name=name) for name in classes[: len(hand)]],
            self._words_of_hand(classes),
        )

    def _words_of_hand(self, classes: Sequence[str]) -> str:
        if not self._brush.hand:
            return self.tr("The stamps are being made…")
        digits = tuple(classes) == tuple("0123456789")
        return self.tr("the ten digits, same style") if digits else self.tr("every class, same style")

    @Slot()
    def _show_kept(self) -> None:
        kept = list(reversed(self._session.board))
        self._shelf.set_board(self._words_of_boards.name(self._session.board))
        says = self.tr("Click to paint with it, Shift+click to travel to it, Delete lets it go")
        self._shelf.set_kept(
            [each.pixels for each in kept], [each.latent.to_text() for each in kept], [says] * len(kept)
        )

    def _files_of(self, indices: Sequence[int]) -> list[Path]:
        return drag_files([self._session.board[-1 - index] for index in indices])

    @Slot()
    def _show_brush(self) -> None:
        brush, strip = self._brush, self._strip
        travels = brush.mode == "travel"
        strip.start_well.set_pixels(None if brush.start is None else brush.start.pixels)
        strip.start_well.set_latent("" if brush.start is None else brush.start.latent.to_text())
        strip.target_well.set_pixels(None if brush.target is None else brush.target.pixels)
        strip.set_travels(travels)
        strip.set_way([stamp.pixels for stamp in self._shown_way()])
        fixed = brush.mode == "fixed" and brush.start is not None and not brush.trouble
        words = self.tr("Every dab is this picture. Choose another one below.")
        strip.set_words(words if fixed else self.words_of_waiting())
        strip.setToolTip(self._words_of_missing() if brush.mode == "sequence" else "")

    def _shown_way(self) -> Sequence[Stamp]:
        """A few of what a stroke goes through; none where a sentence has to be read instead."""
        stamps, mode = self._brush.stamps, self._brush.mode
        if mode == "fixed" or not stamps or (mode == "sequence" and self._brush.missing):
            return ()
        if mode in ("random", "sequence"):
            return stamps[: WAY_COUNT + 1]
        places = np.linspace(0, len(stamps) - 1, WAY_COUNT + 2).round().astype(int)[1:-1]
        return [stamps[place] for place in places]

    def words_of_waiting(self) -> str:
        """Why there is nothing to paint with, or not all of it."""
        if self._brush.trouble:
            return self._brush.trouble
        if self._brush.mode == "sequence" and self._brush.missing:
            return self._words_of_missing()
        return self.tr("One moment, the brush is being made ready…")

    def _words_of_missing(self) -> str:
        missing = self._brush.missing
        if not missing:
            return ""
        return self.tr("This model has no {characters}.").format(characters=" ".join(missing))

    # Chosen

    @Slot(int)
    def _on_hand_clicked(self, index: int) -> None:
        self._brush.choose_from_hand(index, as_target=_shift_is_held())

    @Slot(int)
    def _on_kept_clicked(self, index: int) -> None:
        kept = self._session.board[-1 - index]
        self._brush.take(kept.latent, kept.pixels, as_target=_shift_is_held())

    @Slot(int)
    def _on_kept_discarded(self, index: int) -> None:
        self._session.discard(len(self._session.board) - 1 - index)

    @Slot(str)
    def _on_start_dropped(self, text: str) -> None:
        self._take_text(text, as_target=False)

    @Slot(str)
    def _on_target_dropped(self, text: str) -> None:
        self._take_text(text, as_target=True)

    def _take_text(self, text: str, *, as_target: bool) -> None:
        try:
            latent = Latent.from_text(text)
        except UserError as error:
            self._session.failed.emit(error.failure)
            return
        self._brush.take(latent, self._pixels_of(latent), as_target=as_target)

    def _pixels_of(self, latent: Latent) -> np.ndarray | None:
        """What the shelf shows for this latent: a kept picture stays as it was kept."""
        for stamp in (*self._brush.hand, *self._session.shelf):
            if stamp.latent == latent:
                return np.asarray(stamp.pixels)
        return None

    @Slot(str, int, QPoint)
    def _on_menu(self, row: str, index: int, place: QPoint) -> None:
        stamp = self._brush.hand[index] if row == "hand" else self._session.board[-1 - index]
        show_picture_menu(self._owner, self._session, stamp.latent, stamp.pixels, place)


def _shift_is_held() -> bool:
    return bool(QGuiApplication.keyboardModifiers() & Qt.KeyboardModifier.ShiftModifier)
