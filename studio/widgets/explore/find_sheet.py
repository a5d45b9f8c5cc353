"""Draw-to-find: a sheet to draw on or drop a picture on, and the candidates beside it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup, QDragEnterEvent, QDropEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from studio.widgets.canvas.ink_swatches import InkSwatches
from studio.widgets.controls.buttons import MenuButton, icon_button, plain_button
from studio.widgets.controls.labels import secondary_label, section_label
from studio.widgets.controls.warning_lines import WarningLines
from studio.widgets.explore.found_grid import COLUMNS, GAP_PX, FoundGrid
from studio.widgets.pictures.drawing_cell import DrawingCell
from studio.widgets.pictures.picture_mime import foreign_picture
from studio.widgets.pictures.picture_tile import RING_PX

MARGIN_PX, BETWEEN_PX = 16, 24
SIDES_PX = ((880, 364, 112), (640, 252, 84), (0, 252, 56))  # from this width on: sheet, tile
LOW_PX, LOW_SHEET_PX = 560, 168  # of the sheet at most, where both stand above each other in so little height
TOOLS_PX = 8  # between tools, and between them and the sheet
ANY = -1


class FindSheet(QWidget):
    """Knows no generator: what is drawn, dropped, chosen or let go is reported."""

    drawn = Signal()
    picture_dropped = Signal(object)  # Path or QImage
    class_chosen = Signal(int)  # ANY or its number
    again_asked = Signal()
    left = Signal()

    def __init__(self, inks: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAcceptDrops(True)
        self.sheet = DrawingCell(self.tr("Sheet to draw on"), side_px=SIDES_PX[1][1])
        self.sheet.setToolTip(
            self.tr(
                "Draw what you are looking for, or drop or paste (Ctrl+V) a picture. Ctrl+Z takes a line back."
            )
        )
        self.inks = InkSwatches(inks)
        self.inks.setAccessibleName(self.tr("Colour to draw in"))
        self.undo = icon_button(
            "undo", self.tr("Take the last line back (Ctrl+Z on the sheet)"), kind="plain"
        )
        self.clear = plain_button(self.tr("Clear"), "trash")
        self.clear.setToolTip(self.tr("An empty sheet (Delete on the sheet)"))
        self._classes = QMenu(self)
        self.chooser = MenuButton("", self._classes)
        self.chooser.setToolTip(self.tr("Look in every class, or only in one"))
        self.grid = FoundGrid(SIDES_PX[1][2])
        self.grid.setAccessibleName(self.tr("Candidates"))
        self.again = plain_button(self.tr("Again near this"), "loop")
        self.again.setToolTip(self.tr("Sixteen new ones around the one you chose"))
        self._progress, self._trouble = secondary_label(""), WarningLines()
        self._arrange()
        self._connect()
        self.show_ready(has_chosen=False)

    def _arrange(self) -> None:
        self._hint = secondary_label(
            self.tr("Draw it with a few lines, or drop or paste a picture here."), wraps=True
        )
        across = QBoxLayout.Direction.LeftToRight
        tools = self._tools = QBoxLayout(across)
        tools.setSpacing(TOOLS_PX)
        for tool in (self.chooser, self.undo, self.clear):
            tools.addWidget(tool)
        tools.addStretch()
        self._left, self._right = QWidget(), QWidget()
        left, right = QVBoxLayout(self._left), QVBoxLayout(self._right)
        left.setSpacing(8)
        left.addWidget(section_label(self.tr("Looking for")))
        drawing = self._drawing = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        drawing.setSpacing(TOOLS_PX)
        drawing.addWidget(self.sheet, 0, Qt.AlignmentFlag.AlignTop)
        drawing.addLayout(tools)
        left.addLayout(drawing)
        left.addWidget(self.inks)
        left.addWidget(self._hint)
        left.addWidget(self._trouble)
        left.addStretch()
        head = QHBoxLayout()
        head.setContentsMargins(RING_PX, 0, RING_PX, 0)
        head.addWidget(section_label(self.tr("Candidates")))
        head.addStretch()
        head.addWidget(self._progress)
        right.setSpacing(8 - RING_PX)
        for column in (left, right):
            column.setContentsMargins(0, 0, 0, 0)
        right.addLayout(head)
        right.addWidget(self.grid)
        below = QHBoxLayout()
        below.setContentsMargins(RING_PX, 0, RING_PX, 0)
        below.addWidget(self.again)
        below.addStretch()
        right.addLayout(below)
        right.addStretch()
        self._columns = QBoxLayout(across)
        self._columns.setSpacing(BETWEEN_PX - RING_PX)
        self._columns.addWidget(self._left, 0, Qt.AlignmentFlag.AlignTop)
        self._columns.addWidget(self._right, 0, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN_PX, MARGIN_PX, MARGIN_PX, MARGIN_PX)
        self._columns.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(1)
        layout.addLayout(self._columns)
        layout.addStretch(2)

    def _connect(self) -> None:
        self.sheet.changed.connect(self._on_drawn)
        self.undo.clicked.connect(self.sheet.undo)
        self.clear.clicked.connect(self.sheet.clear)
        self.again.clicked.connect(self.again_asked)
        self.inks.ink_changed.connect(self._on_ink)
        self._on_ink(self.inks.ink)

    def set_generator(self, class_names: Sequence[str], *, coloured: bool) -> None:
        """What can be looked for: classes if there are several, colours if there are any."""
        self.sheet.set_coloured(coloured)
        self.inks.setVisible(coloured)
        self._classes.clear()
        group = QActionGroup(self._classes)
        for number, text in ((ANY, self.tr("In any class")), *enumerate(map(self._only, class_names))):
            action = QAction(text, group)
            action.setCheckable(True)
            action.setData(number)
            self._classes.addAction(action)
        group.triggered.connect(self._on_class)
        group.actions()[0].setChecked(True)
        self.chooser.setText(group.actions()[0].text())
        self.chooser.setVisible(len(class_names) > 1)

    def show_progress(self, text: str) -> None:
        """How far the search is."""
        self._progress.setText(text)

    def say(self, trouble: str) -> None:
        """One sentence on what did not work, or ""."""
        self._trouble.set_sentences([trouble] if trouble else [])

    def show_ready(self, *, has_chosen: bool) -> None:
        """Which buttons have something to do."""
        self.undo.setEnabled(self.sheet.can_undo)
        self.clear.setEnabled(not self.sheet.is_empty)
        self.again.setEnabled(has_chosen)

    def _only(self, name: str) -> str:
        return self.tr("Only {name}").format(name=name)

    @Slot()
    def _on_drawn(self) -> None:
        self.drawn.emit()

    @Slot(str)
    def _on_ink(self, ink: str) -> None:
        self.sheet.ink = ink

    @Slot(QAction)
    def _on_class(self, action: QAction) -> None:
        self.chooser.setText(action.text())
        self.class_chosen.emit(int(action.data()))

    def minimumSizeHint(self) -> QSize:
        return QSize(1, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = event.size().width() - 2 * MARGIN_PX
        sheet_px, tile_px = next((sheet, tile) for width, sheet, tile in SIDES_PX if room >= width)
        is_wide = room >= sheet_px + BETWEEN_PX + COLUMNS * (tile_px + GAP_PX)
        side_by_side, stacked = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        is_low = not is_wide and self._seen_px() < LOW_PX
        self._columns.setDirection(side_by_side if is_wide else stacked)
        self._drawing.setDirection(side_by_side if is_low else stacked)
        self._tools.setDirection(stacked if is_low else side_by_side)
        beside_px = TOOLS_PX + self._tools.sizeHint().width() if is_low else 0
        sheet_px = min(LOW_SHEET_PX, room - beside_px) if is_low else sheet_px
        self.sheet.set_side(sheet_px)
        self.grid.set_tile(tile_px)
        self._left.setFixedWidth(sheet_px + beside_px)
        self._right.setFixedWidth(self.grid.sizeHint().width())

    def _seen_px(self) -> int:
        """How much of its height can be seen at once."""
        around = self.parentWidget()
        return self.height() if around is None else around.height()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if foreign_picture(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        if (picture := foreign_picture(event.mimeData())) is not None:
            event.acceptProposedAction()
            self.picture_dropped.emit(picture)
