"""The newest pictures of one board in one row on paper, or the sentence that says how to keep one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QVBoxLayout, QWidget

from studio.widgets.controls.fold_head import FoldHead
from studio.widgets.controls.labels import elided
from studio.widgets.pictures.picture_row import PictureRow
from studio.widgets.pictures.picture_tile import RING_PX
from studio.words import note_typed, phrase

TILE_PX, GAP_PX, MOST_NAME_PX = 52, 8, 240


class KeptRow(QWidget):
    """Pictures are numbered as they were given, the oldest first; the newest stands at the left.

    Tiles keep ``RING_PX`` around them, so the row reaches that much further than what stands above it.
    """

    clicked = Signal(int)
    discarded = Signal(int)
    menu_requested = Signal(int, QPoint)
    board_chosen = Signal(int)  # key
    shelf_asked = Signal()

    def __init__(self, tip: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tip = tip
        self._pictures: list[np.ndarray] = []
        self._latents: list[str] = []
        self._row = PictureRow(TILE_PX, "paper", gap_px=GAP_PX)
        self._row.set_empty_text(self.tr("Press P when you like one. It stays here."))
        self._row.setAccessibleName(self.tr("Kept pictures"))
        self._row.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._row.clicked.connect(self._on_clicked)
        self._row.discarded.connect(self._on_discarded)
        self._row.menu_requested.connect(self._on_menu)
        head = QHBoxLayout()
        head.setContentsMargins(RING_PX, 0, RING_PX, 0)
        self._menu = QMenu(self)
        self._menu.triggered.connect(self._on_board)
        self.boards = FoldHead("", flush=True)
        self.boards.setChecked(True)
        self.boards.setToolTip(self.tr("Choose the board to keep on, or open the whole shelf"))
        self.boards.clicked.connect(self._open_menu)
        head.addWidget(self.boards)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self._row)

    def set_boards(self, boards: Sequence[tuple[int, str]], current: int) -> None:
        """Keys and names; ``current`` is the one that is shown."""
        self._menu.clear()
        for key, name in boards:
            action = self._menu.addAction(name.replace("&", "&&"))
            note_typed(action, name)
            action.setCheckable(True)
            action.setChecked(key == current)
            action.setData(key)
            if key == current:
                note_typed(self.boards, name)
                short = Qt.TextElideMode.ElideRight
                self.boards.setText(elided(self.font(), name, short, MOST_NAME_PX))
        self._menu.addSeparator()
        key_text = QKeySequence("Shift+P").toString(
            QKeySequence.SequenceFormat.NativeText
        )  # the window's own
        shelf = self._menu.addAction(phrase("{}\t{}", self.tr("Open the shelf…"), key_text))
        shelf.triggered.connect(self.shelf_asked)

    def set_files_of(self, files_of: Callable[[Sequence[int]], Sequence[Path]]) -> None:
        """Let a drag carry files of the pictures with these numbers."""
        self._files_of = files_of
        self._row.set_files_of(self._files_at)

    def _files_at(self, places: Sequence[int]) -> Sequence[Path]:
        return self._files_of([len(self._pictures) - 1 - place for place in places])

    def set_pictures(self, pictures: Sequence[np.ndarray], latents: Sequence[str]) -> None:
        """(H, W, C) uint8 each, with their latents as text; the oldest first."""
        self._pictures, self._latents = list(pictures), list(latents)
        self._show()

    def _show(self) -> None:
        room = max(1, (self.width() - 2 * RING_PX + GAP_PX) // (TILE_PX + GAP_PX))
        shown = slice(-1, -room - 1, -1)
        self._row.set_pictures(
            self._pictures[shown], self._latents[shown], [self._tip] * len(self._pictures[shown])
        )
        count = len(self._pictures)
        one = self.tr("1 picture")
        self.boards.set_words(
            "" if count == 0 else one if count == 1 else self.tr("{n} pictures").format(n=count)
        )

    @Slot()
    def _open_menu(self) -> None:
        self.boards.setChecked(True)  # its arrow always points to what it opens
        self._menu.popup(self.boards.mapToGlobal(self.boards.rect().bottomLeft()))

    @Slot(QAction)
    def _on_board(self, action: QAction) -> None:
        if action.data() is not None:
            self.board_chosen.emit(int(action.data()))

    @Slot(int)
    def _on_clicked(self, place: int) -> None:
        self.clicked.emit(len(self._pictures) - 1 - place)

    @Slot(int)
    def _on_discarded(self, place: int) -> None:
        self.discarded.emit(len(self._pictures) - 1 - place)

    @Slot(int, QPoint)
    def _on_menu(self, place: int, position: QPoint) -> None:
        self.menu_requested.emit(len(self._pictures) - 1 - place, position)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._show()
