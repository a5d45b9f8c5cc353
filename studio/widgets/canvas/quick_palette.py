"""Presets, size and ink beside the hand: what a right click on the canvas brings up."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from studio.widgets.canvas.brush_panel import SIZE_STOPS
from studio.widgets.canvas.ink_swatches import InkSwatches
from studio.widgets.canvas.panel_row import panel_row
from studio.widgets.canvas.preset_panel import GAP_PX, TILE_PX
from studio.widgets.controls.value_slider import ValueSlider
from studio.widgets.pictures.picture_row import PictureRow

WIDTH_PX, MARGIN_PX, MOST_PRESETS = 288, 12, 10


class QuickPalette(QFrame):
    """Stays while one sets size and ink; a preset closes it, and so do Escape and a click elsewhere."""

    taken = Signal(int)
    size_changed = Signal(float)
    ink_changed = Signal(str)
    custom_requested = Signal()

    def __init__(self, inks: Sequence[tuple[str, str]], parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("surface", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.presets = PictureRow(TILE_PX, gap_px=GAP_PX, wraps=True)
        self.presets.setAccessibleName(self.tr("Brush presets"))
        self.size_slider = ValueSlider(1, 600, 62, decimals=0, suffix=self.tr(" px"))
        self.size_slider.set_stops(SIZE_STOPS)
        self.size_slider.setAccessibleName(self.tr("Size"))
        self.swatches = InkSwatches(inks)
        self.swatches.setAccessibleName(self.tr("Ink"))
        self._ink_row = panel_row(self.tr("Ink"), self.swatches)
        layout = QVBoxLayout(self)
        layout.addWidget(self.presets)
        layout.addWidget(panel_row(self.tr("Size"), self.size_slider))
        layout.addWidget(self._ink_row)
        layout.setContentsMargins(MARGIN_PX, MARGIN_PX, MARGIN_PX, MARGIN_PX)
        layout.setSpacing(4)
        self.setFixedWidth(WIDTH_PX)
        self.presets.clicked.connect(self._on_taken)
        self.size_slider.value_changed.connect(self.size_changed)
        self.swatches.ink_changed.connect(self.ink_changed)
        self.swatches.custom_requested.connect(self._on_custom)

    def set_brush(self, size_px: float, ink: str) -> None:
        """Before anybody listens; ``ink`` "" where pictures keep their own colours."""
        self.size_slider.set_value(size_px)
        self._ink_row.setVisible(bool(ink))
        if ink:
            self.swatches.set_ink(ink)

    def set_presets(self, names: Sequence[str], pictures: Sequence[np.ndarray], chosen: int) -> None:
        """The first few; none where there is nothing to choose, as for an eraser."""
        self.presets.set_pictures(pictures[:MOST_PRESETS], names=names[:MOST_PRESETS])
        self.presets.set_chosen(chosen if chosen < MOST_PRESETS else -1)
        self.presets.setVisible(bool(names))
        self.presets.setFixedHeight(self.presets.heightForWidth(WIDTH_PX - 2 * MARGIN_PX))

    def show_at(self, place: QPoint, within: QRect) -> None:
        """Beside a place of the screen, wholly inside a rectangle of it."""
        self.adjustSize()
        x = min(max(place.x() + 8, within.left()), within.right() - self.width())
        y = min(max(place.y() + 8, within.top()), within.bottom() - self.height())
        self.move(x, y)
        self.show()
        (self.presets if self.presets.isVisible() else self.size_slider.track).setFocus()

    def _on_taken(self, index: int) -> None:
        self.close()
        self.taken.emit(index)

    def _on_custom(self) -> None:
        self.close()
        self.custom_requested.emit()
