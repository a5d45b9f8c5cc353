"""What the boards of the shelf are called."""

from __future__ import annotations

from PySide6.QtCore import QObject

from studio.shelf import Board


class BoardWords(QObject):
    """The first board has a name in the language of the window, until it is given another."""

    def name(self, board: Board) -> str:
        return board.name or self.tr("Kept")
