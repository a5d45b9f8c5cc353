"""The whole shelf in a window beside the rooms: what is done there goes to the keeper, and can be undone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import ParamSpec

import numpy as np
from PySide6.QtCore import QObject, QPoint, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from gan.errors import Failure, UserError
from gan.latents import Latent
from studio.actions import make_action, tip_with_shortcut
from studio.history import RoomHistory
from studio.pages.drag_files import drag_files
from studio.pages.engine_words import EngineWords
from studio.pages.picture_menu import fits, show_picture_menu
from studio.pages.shelf_words import BoardWords
from studio.pages.whole_answers import WholeAnswers
from studio.session import Session
from studio.shelf import Board, Kept
from studio.shelf_file import BOARD_SUFFIX, read_boards, write_shelf
from studio.widgets.shelf.board_list import BoardEntry
from studio.widgets.shelf.shelf_dialog import ShelfDialog
from studio.widgets.shelf.shelf_grid import ShelfEntry
from studio.words import known

STAMPS = 2  # the priority of exact pictures
FOLDER_KEY = "shelf/folder"
P = ParamSpec("P")


class ShelfDesk(QObject):
    """Connects the dialog to the shelf of the session."""

    def __init__(self, window: QWidget, session: Session) -> None:
        super().__init__(window)
        self._session, self._keeper = session, session.kept
        self._words, self._boards = EngineWords(self), BoardWords(self)
        self.dialog = ShelfDialog(self._files_of, window)
        self._drawn = WholeAnswers(session.inference.channel(STAMPS), self)
        self._listening: RoomHistory | None = None
        self._menu_key = 0
        self.rename_action = make_action(self.dialog, self.tr("Rename"), icon_name="type")
        self.discard_action = make_action(self.dialog, self.tr("Discard"), icon_name="x")
        self._connect()
        self._listen()

    def _connect(self) -> None:
        dialog, grid, boards = self.dialog, self.dialog.grid, self.dialog.boards
        self._session.shelf_changed.connect(self._show)
        self._keeper.history_changed.connect(self._listen)
        self._drawn.made.connect(self._on_drawn)
        dialog.undo_asked.connect(self._undo)
        dialog.redo_asked.connect(self._redo)
        dialog.new_board.clicked.connect(self._add_board)
        dialog.import_board.clicked.connect(self._ask_import)
        dialog.export_board.clicked.connect(self._ask_export)
        dialog.delete_board.clicked.connect(self._delete_shown)
        dialog.move_asked.connect(self._move)
        dialog.discard.clicked.connect(self._discard)
        boards.board_chosen.connect(self._keeper.choose)
        boards.renamed.connect(self._rename_board)
        boards.deleted.connect(self._keeper.delete_board)
        boards.pictures_dropped.connect(self._move)
        grid.opened.connect(self._open)
        grid.discarded.connect(self._discard)
        grid.renamed.connect(self._rename)
        grid.copy_asked.connect(self._copy)
        grid.paste_asked.connect(self._paste)
        grid.latents_dropped.connect(self._take_text)
        grid.menu_requested.connect(self._show_menu)
        self.rename_action.triggered.connect(grid.rename)
        self.discard_action.triggered.connect(self._discard)

    def show(self) -> None:
        """Open it, or bring it to the front."""
        self._show()
        self.dialog.show()
        self.dialog.raise_()
        self.dialog.activateWindow()
        self.dialog.grid.setFocus()

    @Slot()
    def _show(self) -> None:
        board, shelf = self._keeper.board, self._keeper.shelf
        self.dialog.say("")
        entries = [BoardEntry(each.key, self._boards.name(each), len(each)) for each in shelf.boards]
        pictures = [ShelfEntry(kept.key, kept.pixels, kept.latent.to_text(), kept.name) for kept in board]
        self.dialog.show_shelf(entries, board.key, pictures)

    def _try(self, deed: Callable[P, object], *args: P.args, **kwargs: P.kwargs) -> None:
        try:
            deed(*args, **kwargs)
        except UserError as error:
            self.dialog.say(self._words.sentence(error.failure))

    # Undo goes through the history of the room in front

    @Slot()
    def _listen(self) -> None:
        if self._listening is not self._keeper.history:
            if self._listening is not None:
                self._listening.undo.changed.disconnect(self._show_history)
                self._listening.redo.changed.disconnect(self._show_history)
            self._listening = self._keeper.history
            self._listening.undo.changed.connect(self._show_history)
            self._listening.redo.changed.connect(self._show_history)
            self._show_history()

    @Slot()
    def _show_history(self) -> None:
        undo, redo = self._keeper.history.undo, self._keeper.history.redo
        words = [tip_with_shortcut(known(action.text()), action.shortcut()) for action in (undo, redo)]
        self.dialog.show_history(*words, can_undo=undo.isEnabled(), can_redo=redo.isEnabled())

    @Slot()
    def _undo(self) -> None:
        self._keeper.history.undo.trigger()

    @Slot()
    def _redo(self) -> None:
        self._keeper.history.redo.trigger()

    # Boards

    @Slot()
    def _add_board(self) -> None:
        taken = {self._boards.name(board) for board in self._keeper.shelf.boards}
        number = len(taken) + 1
        while (name := self.tr("Board {number}").format(number=number)) in taken:
            number += 1
        self._try(self._keeper.add_board, name)
        self.dialog.boards.rename()

    @Slot(int, str)
    def _rename_board(self, key: int, name: str) -> None:
        self._try(self._keeper.rename_board, key, name)

    @Slot()
    def _delete_shown(self) -> None:
        self._keeper.delete_board(self._keeper.board.key)

    @Slot()
    def _ask_export(self) -> None:
        name = self._boards.name(self._keeper.board)
        safe = "".join(sign for sign in name if sign.isalnum() or sign in " -_").strip() or "board"
        path, _ = QFileDialog.getSaveFileName(
            self.dialog,
            self.tr("Export board"),
            str(self._folder() / f"{safe}{BOARD_SUFFIX}"),
            self.tr("Boards (*{suffix})").format(suffix=BOARD_SUFFIX),
        )
        if path:
            self.export_to(Path(path) if path.endswith(BOARD_SUFFIX) else Path(path + BOARD_SUFFIX))

    def export_to(self, path: Path) -> None:
        """Write the board that is shown, with all that is on it, as one file."""
        self._session.settings.set_value(FOLDER_KEY, str(path.parent))
        board = self._keeper.board
        named = Board(self._boards.name(board), board.pictures)
        job = self._session.exports.run(partial(write_shelf, path, [named]))
        job.failed.connect(self._on_failed)

    @Slot()
    def _ask_import(self) -> None:
        kinds = self.tr("Boards (*{suffix})").format(suffix=BOARD_SUFFIX)
        path, _ = QFileDialog.getOpenFileName(
            self.dialog, self.tr("Import boards"), str(self._folder()), kinds
        )
        if path:
            self.import_from(Path(path))

    def import_from(self, path: Path) -> None:
        """Add the boards of a file; one that cannot be trusted is refused as a whole."""
        self._session.settings.set_value(FOLDER_KEY, str(path.parent))
        job = self._session.exports.run(partial(read_boards, path))
        job.finished.connect(self._on_read)
        job.failed.connect(self._on_failed)

    @Slot(object)
    def _on_read(self, boards: list[Board]) -> None:
        self._try(self._keeper.add_boards, boards, self.tr("importing a board"))

    @Slot(object)
    def _on_failed(self, failure: Failure) -> None:
        self.dialog.say(self._words.sentence(failure))

    def _folder(self) -> Path:
        return Path(self._session.settings.value(FOLDER_KEY, str(Path.home())))

    # Pictures

    def _picture(self, key: int) -> Kept | None:
        return next((kept for kept in self._keeper.board if kept.key == key), None)

    def _files_of(self, keys: Sequence[int]) -> list[Path]:
        return drag_files(kept for kept in self._keeper.board if kept.key in keys)

    @Slot(int)
    def _open(self, key: int) -> None:
        if (kept := self._picture(key)) is not None:
            self._session.send("explore", kept.latent, kept.pixels)

    @Slot()
    def _discard(self) -> None:
        self._keeper.discard(self.dialog.grid.chosen)

    @Slot(int)
    def _move(self, board_key: int) -> None:
        if board_key != self._keeper.board.key:
            self._keeper.move(self.dialog.grid.chosen, board_key)

    @Slot(int, str)
    def _rename(self, key: int, name: str) -> None:
        self._try(self._keeper.rename, key, name)

    @Slot(int, object)
    def _show_menu(self, key: int, place: QPoint) -> None:
        if (kept := self._picture(key)) is not None:
            more = [self.rename_action, self.discard_action]
            show_picture_menu(
                self.dialog, self._session, kept.latent, kept.pixels, place, without=("keep",), more=more
            )

    @Slot()
    def _copy(self) -> None:
        if latents := self.dialog.grid.chosen_latents:
            QGuiApplication.clipboard().setText("\n".join(latents))

    @Slot()
    def _paste(self) -> None:
        self._take_text(QGuiApplication.clipboard().text())

    @Slot(str)
    def _take_text(self, text: str) -> None:
        """Keep latents, one a line, as the open generator draws them."""
        info = self._session.inference.info
        try:
            latents = [Latent.from_text(line) for line in text.strip().splitlines()]
            if not latents:
                raise UserError("latent-text", "This text is not a latent copied from Latent Studio.")
        except UserError as error:
            self.dialog.say(self._words.sentence(error.failure))
            return
        if info is None or not all(fits(latent, info) for latent in latents):
            self.dialog.say(self.tr("This picture comes from another generator; open it first."))
            return
        z, mix = (np.stack([getattr(latent, name) for latent in latents]) for name in ("z", "mix"))
        self._drawn.ask(z, mix, tag=(tuple(latents), info.name))

    @Slot(object, object)
    def _on_drawn(self, tag: tuple[tuple[Latent, ...], str], pixels: np.ndarray) -> None:
        latents, name = tag
        pictures = [Kept(latent, picture, name) for latent, picture in zip(latents, pixels, strict=True)]
        self._try(self._keeper.keep, pictures)
