"""The right of Blend: every blend of the pair as a grid, the angle below it, or the pictures to choose from."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, QSize, Signal, Slot
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from studio.pages.blend.angles import BlendAngles
from studio.pages.blend.sources import BlendSources
from studio.pages.blend.state import FEWEST_WELLS, NOWHERE, WELLS
from studio.settings import Settings
from studio.widgets.blend.blend_grid import BELOW_PX, EDGE_PX, LEFT_PX, BlendGrid
from studio.widgets.controls.buttons import MenuButton
from studio.widgets.controls.labels import section_label
from studio.widgets.controls.segmented import Segmented

CHOICES, USUAL_CELLS = (5, 8, 12), 8
SIDE_PX, BUTTON_PADDING_PX = 16, 12
HEAD_PX, NAMED_FROM_PX = 44, 400
ANGLES_FROM = QSize(440, 480)  # in a smaller place the row of angles folds; the Picture menu has it all
WIDTHS_PX = ((1700, 728), (1200, 504), (0, 264))  # room width from which it is so wide


class BlendSide(QWidget):
    """Grid and sources share one place: a well that is aimed at brings the sources."""

    cells_changed = Signal()
    pair_chosen = Signal(int, int)

    def __init__(self, angles: BlendAngles, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._has_grid = True
        self._pair = (0, 1)
        self.angles, self.sources = angles, BlendSources()
        wanted = settings.value("blend/cells", USUAL_CELLS)
        self._wanted = wanted if wanted in CHOICES else USUAL_CELLS
        self.grid = BlendGrid(self._wanted)
        self.size_choice = Segmented([(str(count), str(count)) for count in CHOICES])
        self.size_choice.setAccessibleName(self.tr("Rows and columns"))
        self.size_choice.set_value(str(self._wanted))
        self.size_choice.value_changed.connect(self._on_size)
        self.grid.resized.connect(self._fit_grid)
        self._title = section_label("")
        self._pairs = QMenu(self)
        self._pairs.triggered.connect(self._on_pair)
        self.pair_button = MenuButton("", self._pairs, "quiet")
        self.pair_button.setToolTip(self.tr("Which two pictures grid, film and angle lie between"))
        self._stack = QStackedWidget()
        self._stack.addWidget(self._every_blend())
        self._stack.addWidget(self.sources)
        self._row = row = QHBoxLayout()
        row.addWidget(self.angles)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 20)
        layout.setSpacing(0)
        layout.addWidget(self._stack, 1)
        layout.addSpacing(12)
        layout.addLayout(row)
        layout.addStretch(0)

    @property
    def shows_sources(self) -> bool:
        return self._stack.currentWidget() is self.sources

    def set_has_grid(self, has_grid: bool) -> None:
        """Without classes there is no shape to lay along a side; the film shows all there is."""
        self._has_grid = has_grid
        self._row.setContentsMargins(SIDE_PX + (LEFT_PX if has_grid else 0), 0, SIDE_PX, 0)
        self.sources.set_closable(has_grid)
        self.show_target(NOWHERE)

    def show_pair(self, pair: tuple[int, int], wells: int) -> None:
        """Which two, of how many."""
        self._pair = pair
        self._title.setVisible(wells == FEWEST_WELLS)
        self.pair_button.setVisible(wells > FEWEST_WELLS)
        self._name_pair()
        if len(self._pairs.actions()) != wells * (wells - 1) // 2:
            self._fill_pairs(wells)

    @Slot(int)
    def show_target(self, well: int) -> None:
        """A well to choose a picture for; -1 brings the grid back."""
        self.sources.show_target(well)
        choosing = well != NOWHERE or not self._has_grid
        self._stack.setCurrentIndex(1 if choosing else 0)

    def _every_blend(self) -> QWidget:
        part, head = QWidget(), QHBoxLayout()
        head.setContentsMargins(0, 0, EDGE_PX, 0)
        self._title.setContentsMargins(BUTTON_PADDING_PX, 0, 0, 0)  # as far in as the words of the button
        head.addWidget(self._title)
        head.addWidget(self.pair_button)
        head.addStretch()
        head.addWidget(self.size_choice)
        layout = QVBoxLayout(part)
        sheet = QHBoxLayout()
        sheet.setContentsMargins(BUTTON_PADDING_PX, 0, 0, 0)
        sheet.addWidget(self.grid)
        layout.setContentsMargins(SIDE_PX - BUTTON_PADDING_PX, 8, SIDE_PX - EDGE_PX, 0)
        layout.setSpacing(8 - EDGE_PX)
        layout.addLayout(head)
        layout.addLayout(sheet, 1)
        return part

    def _name_pair(self) -> None:
        """In full where there is room for it."""
        first, second = (WELLS[index] for index in self._pair)
        named = self.tr("Every blend of {first} and {second}").format(first=first, second=second)
        self.grid.setAccessibleName(named)
        shown = named if self.width() >= NAMED_FROM_PX else f"{first} × {second}"
        self._title.setText(shown)
        self.pair_button.setText(shown)

    def _fill_pairs(self, wells: int) -> None:
        self._pairs.clear()
        for first in range(wells):
            for second in range(first + 1, wells):
                words = self.tr("{first} and {second}").format(first=WELLS[first], second=WELLS[second])
                self._pairs.addAction(words).setData((first, second))

    @Slot(QAction)
    def _on_pair(self, action: QAction) -> None:
        first, second = action.data()
        self.pair_chosen.emit(first, second)

    @Slot(str)
    def _on_size(self, count: str) -> None:
        self._wanted = int(count)
        self._settings.set_value("blend/cells", self._wanted)
        self._fit_grid()

    @Slot()
    def _fit_grid(self) -> None:
        """As many cells as were chosen, or as there is room for."""
        most = self.grid.most_cells(CHOICES)
        for count in CHOICES:
            self.size_choice.set_option_enabled(
                str(count), count <= most, self.tr("There is no room for so many in this window")
            )
        cells = min(self._wanted, most)
        with QSignalBlocker(self.size_choice):
            self.size_choice.set_value(str(cells))
        if cells != self.grid.cells:
            self.grid.set_cells(cells)
            self.cells_changed.emit()

    def fit(self, room: QSize) -> None:
        """As wide as a room of this size has place for."""
        width = next(px for least, px in WIDTHS_PX if room.width() >= least)
        self.setFixedWidth(width)
        self._stack.setMaximumHeight(HEAD_PX + width - 2 * SIDE_PX - LEFT_PX + EDGE_PX + BELOW_PX)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._name_pair()
        roomy = self.width() >= ANGLES_FROM.width() and self.height() >= ANGLES_FROM.height()
        self.angles.setVisible(roomy)
