"""The stamps at hand: one hand's pictures of every class, and what was kept."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from studio.widgets.controls.labels import secondary_label, section_label
from studio.widgets.controls.surface import Surface, vertical_line
from studio.widgets.pictures.picture_row import PictureRow
from studio.widgets.pictures.picture_tile import RING_PX

HEIGHT_PX, TILE_PX, MARGIN_PX = 88, 48, 16
LEAST_PX = 240  # for either row


class StampShelf(Surface):
    """Indexes count from the left; ``menu_requested`` names the row, "hand" or "kept"."""

    hand_clicked = Signal(int)
    kept_clicked = Signal(int)
    kept_discarded = Signal(int)
    menu_requested = Signal(str, int, QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("chrome", parent)
        self.hand, self.kept = PictureRow(TILE_PX, "paper"), PictureRow(TILE_PX, "paper")
        self.hand.setAccessibleName(self.tr("Stamps of one hand"))
        self.kept.setAccessibleName(self.tr("Kept stamps"))
        self.hand.clicked.connect(self.hand_clicked)
        self.kept.clicked.connect(self.kept_clicked)
        self.kept.discarded.connect(self.kept_discarded)
        self.hand.menu_requested.connect(self._on_hand_menu)
        self.kept.menu_requested.connect(self._on_kept_menu)
        self._hand_words = secondary_label("")
        self._kept_words = secondary_label(self.tr("Press P on any picture to keep it"))
        self._hand_area, self._kept_area = _Sideways(self.hand), _Sideways(self.kept)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(MARGIN_PX - RING_PX, 4, MARGIN_PX - RING_PX, 4)
        layout.setSpacing(8)
        self._kept_title = section_label(self.tr("Kept"))
        self._kept_title.setToolTip(self.tr("The board of the shelf that is shown (Shift+P opens the shelf)"))
        self._hand_part = _part(section_label(self.tr("One hand")), self._hand_words, self._hand_area)
        kept_part = _part(self._kept_title, self._kept_words, self._kept_area)
        layout.addWidget(self._hand_part, 100)  # as wide as its row, before the kept ones get room
        layout.addWidget(vertical_line())
        layout.addWidget(kept_part, 1)
        self.setFixedHeight(HEIGHT_PX)

    def set_hand(
        self, pictures: Sequence[np.ndarray], latents: Sequence[str], names: Sequence[str], words: str
    ) -> None:
        """(H, W, C) uint8 each; ``words`` say what they are, or that they are on their way."""
        self.hand.set_pictures(pictures, latents, names)
        self._hand_area.fit()
        self._hand_part.setMaximumWidth(max(self.hand.sizeHint().width(), LEAST_PX))
        self._hand_words.setText(words)

    def set_board(self, name: str) -> None:
        """What the board is called that the kept ones are on."""
        self._kept_title.setText(name)

    def set_kept(self, pictures: Sequence[np.ndarray], latents: Sequence[str], names: Sequence[str]) -> None:
        self.kept.set_pictures(pictures, latents, names)
        self._kept_area.fit()
        self._kept_words.setVisible(not pictures)

    def _on_hand_menu(self, index: int, place: QPoint) -> None:
        self.menu_requested.emit("hand", index, place)

    def _on_kept_menu(self, index: int, place: QPoint) -> None:
        self.menu_requested.emit("kept", index, place)


def _part(title: QWidget, words: QWidget, row: QWidget) -> QWidget:
    head = QHBoxLayout()
    head.setContentsMargins(RING_PX, 0, RING_PX, 0)
    head.setSpacing(8)
    head.addWidget(title)
    head.addWidget(words)
    head.addStretch(1)
    part = QWidget()
    part.setMinimumWidth(LEAST_PX)
    column = QVBoxLayout(part)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(1)
    column.addLayout(head)
    column.addWidget(row)
    return part


class _Sideways(QScrollArea):
    """Scrolls a row with the wheel where it is longer than its place, and shows no bar."""

    def __init__(self, row: PictureRow) -> None:
        super().__init__()
        self._row = row
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFixedHeight(TILE_PX + 2 * RING_PX)
        row.setProperty("scrolled", True)
        self.setWidget(row)
        self.viewport().setAutoFillBackground(False)
        row.setAutoFillBackground(False)
        row.current_changed.connect(self._show_tile)
        self.fit()

    def fit(self) -> None:
        """Give the row all the room its pictures need; where there is less, it scrolls."""
        self._row.resize(self._row.sizeHint())

    def _show_tile(self, index: int) -> None:
        centre = self._row.tile_rect(index).center().toPoint()
        self.ensureVisible(centre.x(), centre.y(), TILE_PX, 0)

    def wheelEvent(self, event: QWheelEvent) -> None:
        delta = event.angleDelta()
        bar = self.horizontalScrollBar()
        bar.setValue(bar.value() - (delta.y() or delta.x()))
        event.accept()
