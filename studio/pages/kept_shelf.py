"""The shelf as a row of pictures in a room: shows what is kept, opens its menu, lets it go."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, Signal, Slot

from studio.pages.picture_menu import show_picture_menu
from studio.session import Session
from studio.widgets.kept_row import KeptRow


class KeptShelf(QObject):
    """Connects a row to the session; what a click means is the room's business."""

    chosen = Signal(object)  # Latent

    def __init__(self, row: KeptRow, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._row = row
        self._session = session
        session.shelf_changed.connect(self._show)
        row.clicked.connect(self._on_clicked)
        row.discarded.connect(session.discard)
        row.menu_requested.connect(self._show_menu)
        self._show()

    @Slot()
    def _show(self) -> None:
        shelf = self._session.shelf
        self._row.set_pictures([kept.pixels for kept in shelf], [kept.latent.to_text() for kept in shelf])

    @Slot(int)
    def _on_clicked(self, index: int) -> None:
        self.chosen.emit(self._session.shelf[index].latent)

    @Slot(int, QPoint)
    def _show_menu(self, index: int, position: QPoint) -> None:
        kept = self._session.shelf[index]
        show_picture_menu(self._row, self._session, kept.latent, kept.pixels, position, without=("keep",))
