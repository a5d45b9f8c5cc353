"""The generators as cards on shelves, a heading over each; arrows walk from card to card."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from studio.widgets.controls.labels import secondary_label, section_label
from studio.widgets.models.model_card import CARD_PX, RING_PX, CardWords, ModelCard

GAP_PX, SIDE_PX = 24, 24
NOTHING = -1


@dataclass(frozen=True, slots=True)
class ShelfBoard:
    """``cards`` under a heading; ``empty`` says how to fill a board without cards."""

    title: str
    note: str
    cards: tuple[CardWords, ...]
    empty: str = ""


class ModelShelf(QWidget):
    """Cards are numbered through all boards; as many beside each other as there is room for whole ones."""

    chosen_changed = Signal(int)
    use_asked = Signal(int)
    menu_requested = Signal(int, QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cards: list[ModelCard] = []
        self.chosen = NOTHING
        self._grids: list[tuple[QGridLayout, list[ModelCard]]] = []
        self._columns = 1
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(SIDE_PX - RING_PX, 16, 0, SIDE_PX)
        self._layout.setSpacing(8)

    def set_boards(self, boards: Sequence[ShelfBoard], chosen: int) -> None:
        """All cards anew."""
        while (item := self._layout.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.cards, self._grids = [], []
        for board in boards:
            self._layout.addWidget(self._board(board))
        self._layout.addStretch(1)
        self._fill_grids()
        self.choose(chosen)

    def choose(self, index: int) -> None:
        """Report only a change."""
        before, self.chosen = self.chosen, index
        for number, card in enumerate(self.cards):
            card.set_chosen(number == index)
        if index != before:
            self.chosen_changed.emit(index)

    def set_samples(self, index: int, pixels: np.ndarray) -> None:
        """What one of them draws, (R, C, H, W, Ch) uint8."""
        self.cards[index].set_samples(pixels)

    def _board(self, board: ShelfBoard) -> QWidget:
        widget = QWidget()
        head = QHBoxLayout()
        head.setContentsMargins(RING_PX, 0, SIDE_PX, 0)
        head.addWidget(section_label(board.title))
        head.addStretch(1)
        head.addWidget(secondary_label(board.note))
        grid = QGridLayout()
        grid.setSpacing(GAP_PX - 2 * RING_PX)
        grid.setAlignment(Qt.AlignmentFlag.AlignLeft)
        cards = [self._card(words) for words in board.cards]
        self._grids.append((grid, cards))
        layout = QVBoxLayout(widget)
        layout.setContentsMargins(0, 0, 0, 16)
        layout.addLayout(head)
        layout.addLayout(grid)
        if not cards and board.empty:
            words = secondary_label(board.empty, wraps=True)
            words.setContentsMargins(RING_PX, 0, SIDE_PX, 0)  # below the heading
            layout.addWidget(words)
        return widget

    def _card(self, words: CardWords) -> ModelCard:
        card = ModelCard(words)
        card.clicked.connect(self._on_clicked)
        card.used.connect(self._on_used)
        card.menu_requested.connect(self._on_menu_requested)
        self.cards.append(card)
        return card

    def _fill_grids(self) -> None:
        for grid, cards in self._grids:
            while grid.takeAt(0) is not None:
                pass
            for number, card in enumerate(cards):
                grid.addWidget(card, *divmod(number, self._columns))

    def _index_of_sender(self) -> int:
        sender = self.sender()
        assert isinstance(sender, ModelCard)
        return self.cards.index(sender)

    @Slot()
    def _on_clicked(self) -> None:
        self.choose(self._index_of_sender())

    @Slot()
    def _on_used(self) -> None:
        self.use_asked.emit(self._index_of_sender())

    @Slot(QPoint)
    def _on_menu_requested(self, place: QPoint) -> None:
        self.menu_requested.emit(self._index_of_sender(), place)

    def _neighbour(self, index: int, key: int) -> int:
        """The card that an arrow leads to, also from one board to the next."""
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            step = 1 if key == Qt.Key.Key_Right else -1
            return min(max(index + step, 0), len(self.cards) - 1)
        here = self.cards[index].mapTo(self, QPoint())
        down = key == Qt.Key.Key_Down
        places = [card.mapTo(self, QPoint()) for card in self.cards]
        others = [
            (abs(place.y() - here.y()), abs(place.x() - here.x()), number)
            for number, place in enumerate(places)
            if (place.y() > here.y() if down else place.y() < here.y())
        ]
        return min(others)[2] if others else index

    def keyPressEvent(self, event: QKeyEvent) -> None:
        focused = self.focusWidget()
        if not isinstance(focused, ModelCard) or focused not in self.cards:
            super().keyPressEvent(event)
            return
        index = self.cards.index(focused)
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down):
            target = self._neighbour(index, event.key())
            self.cards[target].setFocus(Qt.FocusReason.TabFocusReason)
            self.choose(target)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.use_asked.emit(index)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        columns = max(1, (self.width() - SIDE_PX + GAP_PX) // (CARD_PX.width() + GAP_PX))
        if columns != self._columns:
            self._columns = columns
            self._fill_grids()
