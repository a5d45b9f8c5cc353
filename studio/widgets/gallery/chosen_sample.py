"""The chosen cell of the gallery, larger, with what can be done with it."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from studio.theme import text_font
from studio.widgets.controls.buttons import icon_button
from studio.widgets.controls.labels import ElidedLabel, secondary_label
from studio.widgets.pictures.picture_tile import RING_PX
from studio.widgets.pictures.picture_view import PictureView

PICTURE_PX = 56
LEAST_PX, ROOMY_PX = 248, 360  # for the buttons at all, and for the one with everything


class ChosenSample(QWidget):
    """Empty until a cell is chosen; its buttons are the actions it is given."""

    menu_requested = Signal(QPoint)  # on the screen

    def __init__(self, actions: Sequence[tuple[QAction, str]], parent: QWidget | None = None) -> None:
        """``actions`` with the names of their icons."""
        super().__init__(parent)
        self._picture = PictureView(side_px=PICTURE_PX)
        self._picture.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._title = ElidedLabel()
        self._title.setFont(text_font(13, 600))
        self._words = secondary_label("", wraps=True)
        self._buttons = QWidget()
        self._arrange(actions)
        self._picture.menu_requested.connect(self.menu_requested)
        self.show_nothing("")

    def _arrange(self, actions: Sequence[tuple[QAction, str]]) -> None:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addStretch(1)
        words.addWidget(self._title)
        words.addWidget(self._words)
        words.addStretch(1)
        buttons = QHBoxLayout(self._buttons)
        buttons.setContentsMargins(0, 0, 0, 0)
        buttons.setSpacing(2)
        for action, icon_name in actions:
            button = icon_button(icon_name, action.toolTip(), "plain")
            button.clicked.connect(action.trigger)
            buttons.addWidget(button)
        self._more = icon_button("more", self.tr("Everything that can be done with this picture"), "plain")
        self._more.clicked.connect(self._ask_for_menu)
        buttons.addWidget(self._more)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._picture)
        layout.addLayout(words, 1)
        layout.addWidget(self._buttons)

    def show_nothing(self, words: str) -> None:
        """``words`` say how to choose one."""
        self._picture.set_pixels(None)
        self._picture.hide()
        self._title.setText("")
        self._title.hide()
        self._words.setText(words)
        self._words.setContentsMargins(RING_PX, 0, 0, 0)  # where a tile would begin
        self._show_buttons()

    def show_sample(self, pixels: np.ndarray, name: str, words: str) -> None:
        """(H, W, C) uint8, what it is, and when it was drawn."""
        self._picture.set_pixels(pixels)
        self._title.setText(name)
        self._words.setText(words)
        self._words.setContentsMargins(0, 0, 0, 0)
        self._picture.show()
        self._title.show()
        self._show_buttons()

    def _show_buttons(self) -> None:
        """Where there is too little room, they go before the words; the picture's own menu has them all."""
        self._buttons.setVisible(self._picture.pixels is not None and self.width() >= LEAST_PX)
        self._more.setVisible(self.width() >= ROOMY_PX)
        self._words.setVisible(self._buttons.isHidden() or self.width() >= ROOMY_PX)

    @Slot()
    def _ask_for_menu(self) -> None:
        self.menu_requested.emit(self._buttons.mapToGlobal(self._buttons.rect().bottomRight()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._show_buttons()
