"""The shelf as a row of pictures in a room: shows what is kept, opens its menu, lets it go."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QPoint, Signal, Slot
from PySide6.QtGui import QAction

from gan.latents import Latent
from studio.pages.drag_files import drag_files
from studio.pages.picture_menu import show_picture_menu
from studio.pages.shelf_words import BoardWords
from studio.session import Session
from studio.widgets.pictures.kept_row import KeptRow


class KeptShelf(QObject):
    """Connects a row to the session; what a click means is the room's business."""

    chosen = Signal(object)  # Latent

    def __init__(
        self,
        row: KeptRow,
        session: Session,
        parent: QObject,
        more: Callable[[Latent, QObject], list[QAction]] | None = None,
    ) -> None:
        """``more`` makes the room's own entries of a picture's menu, which the given object owns."""
        super().__init__(parent)
        self._more = more
        self._row = row
        self._session = session
        session.shelf_changed.connect(self._show)
        row.clicked.connect(self._on_clicked)
        row.discarded.connect(session.discard)
        row.menu_requested.connect(self._show_menu)
        row.board_chosen.connect(session.kept.choose)
        row.shelf_asked.connect(session.shelf_asked)
        row.set_files_of(self._files_of)
        self._words = BoardWords(self)
        self._show()

    @Slot()
    def _show(self) -> None:
        board, boards = self._session.board, self._session.shelf.boards
        self._row.set_boards([(each.key, self._words.name(each)) for each in boards], board.key)
        self._row.set_pictures([kept.pixels for kept in board], [kept.latent.to_text() for kept in board])

    def _files_of(self, indices: Sequence[int]) -> list[Path]:
        return drag_files([self._session.board[index] for index in indices])

    @Slot(int)
    def _on_clicked(self, index: int) -> None:
        self.chosen.emit(self._session.board[index].latent)

    @Slot(int, QPoint)
    def _show_menu(self, index: int, position: QPoint) -> None:
        kept = self._session.board[index]
        more = [] if self._more is None else self._more(kept.latent, self)
        menu = show_picture_menu(
            self._row, self._session, kept.latent, kept.pixels, position, without=("keep",), more=more
        )
        for action in more:
            action.setParent(menu)
