"""Where A and B come from: kept pictures, and fresh ones that nobody has seen before."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from studio.pages.blend_state import SAMPLES_ACROSS
from studio.widgets.buttons import plain_button
from studio.widgets.kept_row import KeptRow
from studio.widgets.labels import secondary_label, section_label
from studio.widgets.picture_tile import RING_PX
from studio.widgets.tile_grid import TileGrid

SIDE_PX, TOP_PX = 16, 16
LARGEST_TILE_PX = 84
NOTE_FROM_PX = 400


class BlendSources(QWidget):
    """Says which well a click fills; the page decides what that means."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kept = KeptRow(self.tr("Click to blend it, drag it into A or B, Delete to let it go"))
        self.fresh = TileGrid(SAMPLES_ACROSS, LARGEST_TILE_PX, rows=SAMPLES_ACROSS)
        self.fresh.setAccessibleName(self.tr("Fresh pictures"))
        self.fresh.setToolTip(self.tr("One hand in each row; click to blend it, or drag it into A or B"))
        self.more = plain_button(self.tr("More"), "dice")
        self.more.setToolTip(self.tr("Other fresh pictures, at random"))
        self._note = secondary_label("")
        head = QHBoxLayout()
        head.setContentsMargins(RING_PX, 0, RING_PX, 0)
        head.setSpacing(12)
        head.addWidget(section_label(self.tr("Fresh")))
        head.addWidget(self._note)
        head.addStretch()
        head.addWidget(self.more)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SIDE_PX - RING_PX, TOP_PX, SIDE_PX - RING_PX, 8)
        layout.setSpacing(0)
        layout.addWidget(self.kept)
        layout.addSpacing(16)
        layout.addLayout(head)
        layout.addSpacing(4)
        layout.addWidget(self.fresh, 1)

    @Slot(str)
    def show_target(self, well: str) -> None:
        """The well that the next click fills; "" when both are locked."""
        words = self.tr("click one to put it in {name}").format(name=well.upper())
        self._note.setText(words if well else self.tr("A and B are locked"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._note.setVisible(self.width() >= NOTE_FROM_PX)
