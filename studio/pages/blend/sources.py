"""Where the pictures of the wells come from: kept ones, and fresh ones that nobody has seen before."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from studio.pages.blend.state import NOWHERE, SAMPLES_ACROSS, WELLS
from studio.widgets.controls.buttons import icon_button, plain_button
from studio.widgets.controls.labels import section_label
from studio.widgets.pictures.kept_row import KeptRow
from studio.widgets.pictures.picture_tile import RING_PX
from studio.widgets.pictures.tile_grid import TileGrid

SIDE_PX = 16
LARGEST_TILE_PX, TITLE_PX = 84, 32


class BlendSources(QWidget):
    """Says which well a click fills; the page decides what that means."""

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kept = KeptRow(self.tr("Click to blend it, drag it into a well, Delete to let it go"))
        self.fresh = TileGrid(SAMPLES_ACROSS, LARGEST_TILE_PX, rows=SAMPLES_ACROSS)
        self.fresh.setAccessibleName(self.tr("Fresh pictures"))
        self.fresh.setToolTip(self.tr("One hand in each row; click to blend it, or drag it into a well"))
        self.more = plain_button(self.tr("More"), "dice")
        self.more.setToolTip(self.tr("Other fresh pictures, at random"))
        self.close_button = icon_button("x", self.tr("Back to every blend (Esc)"))
        self.close_button.clicked.connect(self.closed)
        self._title = section_label("")
        self._title.setMinimumHeight(TITLE_PX)
        title = QHBoxLayout()
        title.setContentsMargins(RING_PX, 0, 0, 0)
        title.addWidget(self._title)
        title.addStretch()
        title.addWidget(self.close_button)
        head = QHBoxLayout()
        head.setContentsMargins(RING_PX, 0, RING_PX, 0)
        head.addWidget(section_label(self.tr("Fresh")))
        head.addStretch()
        head.addWidget(self.more)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SIDE_PX - RING_PX, 8, SIDE_PX - RING_PX, 8)
        layout.setSpacing(0)
        layout.addLayout(title)
        layout.addSpacing(4)
        layout.addWidget(self.kept)
        layout.addSpacing(12)
        layout.addLayout(head)
        layout.addSpacing(4)
        layout.addWidget(self.fresh, 1)
        self.show_target(NOWHERE)

    @Slot(int)
    def show_target(self, well: int) -> None:
        """The well that the next click fills; -1 where none is chosen."""
        if well == NOWHERE:
            self._title.setText(self.tr("Pictures to blend: click a well first, or drag one there"))
        else:
            self._title.setText(self.tr("Choose picture {name}").format(name=WELLS[well]))

    def set_closable(self, closable: bool) -> None:
        """Where there is no grid to go back to they stay open."""
        self.close_button.setVisible(closable)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.close_button.isVisible():
            self.closed.emit()
        else:
            super().keyPressEvent(event)
