"""The whole shelf: its boards at the left, the pictures of one beside them. It stays open beside the room."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QDialog, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from studio.widgets.controls.buttons import MenuButton, icon_button, plain_button
from studio.widgets.controls.labels import ElidedLabel, secondary_label, section_label
from studio.widgets.controls.surface import vertical_line
from studio.widgets.controls.warning_lines import WarningLines
from studio.widgets.shelf.board_list import BoardEntry, BoardList
from studio.widgets.shelf.shelf_grid import FilesOf, ShelfEntry, ShelfGrid
from studio.words import note_typed

SIZE_PX, BOARDS_PX, MARGIN_PX = (880, 600), 200, 16


class ShelfDialog(QDialog):
    """Knows no session: every wish is reported."""

    move_asked = Signal(int)  # the key of the board that the chosen ones go to
    undo_asked = Signal()
    redo_asked = Signal()

    def __init__(self, files_of: FilesOf, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Shelf"))
        width, height = SIZE_PX
        self.resize(width, height if parent is None else min(height, parent.height() - 2 * MARGIN_PX))
        self.trouble = ""
        self.setModal(False)
        self.boards, self.grid = BoardList(), ShelfGrid(files_of)
        self.new_board = plain_button(self.tr("New board"), "plus")
        self.new_board.setToolTip(self.tr("Add an empty board, and name it"))
        self.import_board = plain_button(self.tr("Import…"), "folder")
        self.import_board.setToolTip(self.tr("Add boards from a file that somebody exported."))
        self.undo = icon_button("undo", self.tr("Undo (Ctrl+Z)"))
        self.redo = icon_button("redo", self.tr("Redo (Ctrl+Shift+Z)"))
        self.export_board = icon_button("export", self.tr("Export this board as one file"))
        self.rename_board = icon_button("type", self.tr("Rename this board"))
        self.delete_board = icon_button(
            "trash", self.tr("Delete this board with its pictures; undo brings it back")
        )
        self._targets = QMenu(self)
        self.move_to = MenuButton(self.tr("Move to"), self._targets)
        self.move_to.setToolTip(self.tr("Lay the chosen pictures on another board"))
        self.discard = plain_button(self.tr("Discard"), "x")
        self.discard.setToolTip(self.tr("Let the chosen pictures go (Delete); undo brings them back"))
        self._title, self._count = ElidedLabel("section"), secondary_label("")
        self._trouble = WarningLines()
        self._arrange()
        self.grid.chosen_changed.connect(self._show_chosen)
        self.rename_board.clicked.connect(self.boards.rename)
        self.undo.clicked.connect(self.undo_asked)
        self.redo.clicked.connect(self.redo_asked)
        self._targets.triggered.connect(self._on_target)

    def _arrange(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(8)
        for part in (section_label(self.tr("Boards")), self.boards, self.new_board, self.import_board):
            left.addWidget(part)
        side = QWidget()
        side.setFixedWidth(BOARDS_PX)
        side.setLayout(left)
        left.setContentsMargins(0, 0, 0, 0)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._title, 1)
        for tool in (self.undo, self.redo, self.rename_board, self.export_board, self.delete_board):
            head.addWidget(tool)
        below = QHBoxLayout()
        below.setSpacing(8)
        below.addWidget(self._count)
        below.addStretch()
        below.addWidget(self.move_to)
        below.addWidget(self.discard)
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addLayout(head)
        right.addWidget(self._trouble)
        right.addWidget(self.grid, 1)
        right.addLayout(below)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(MARGIN_PX, MARGIN_PX, MARGIN_PX, MARGIN_PX)
        layout.setSpacing(MARGIN_PX)
        layout.addWidget(side)
        layout.addWidget(vertical_line())
        layout.addLayout(right, 1)

    def show_shelf(self, boards: Sequence[BoardEntry], current: int, pictures: Sequence[ShelfEntry]) -> None:
        """All of it anew."""
        self.boards.set_entries(boards, current)
        name = next(board.name for board in boards if board.key == current)
        note_typed(self._title, name)
        self._title.setText(name)
        self._targets.clear()
        for board in boards:
            if board.key != current:
                action = self._targets.addAction(board.name.replace("&", "&&"))
                note_typed(action, board.name)
                action.setData(board.key)
        self.grid.set_entries(pictures)

    def show_history(self, undo: str, redo: str, *, can_undo: bool, can_redo: bool) -> None:
        """What undo and redo would do, in words."""
        for button, text, can in ((self.undo, undo, can_undo), (self.redo, redo, can_redo)):
            button.setToolTip(text)
            button.setEnabled(can)

    def say(self, trouble: str) -> None:
        """One sentence on what did not work, or ""."""
        self.trouble = trouble
        self._trouble.set_sentences([trouble] if trouble else [])

    @Slot()
    def _show_chosen(self) -> None:
        count, chosen = self.grid.count(), len(self.grid.chosen)
        words = self.tr("1 picture") if count == 1 else self.tr("{n} pictures").format(n=count)
        if chosen:
            words = self.tr("{n} of {count} chosen").format(n=chosen, count=count)
        self._count.setText(words)
        self.move_to.setEnabled(chosen > 0 and not self._targets.isEmpty())
        self.discard.setEnabled(chosen > 0)

    @Slot(QAction)
    def _on_target(self, action: QAction) -> None:
        self.move_asked.emit(int(action.data()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Undo):
            self.undo_asked.emit()
        elif event.matches(QKeySequence.StandardKey.Redo):
            self.redo_asked.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()  # no button of a dialog is pressed by a key that ends a name
        else:
            super().keyPressEvent(event)
