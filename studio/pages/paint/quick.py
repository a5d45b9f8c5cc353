"""A right click on the canvas, or the menu key: presets, size and ink beside the hand."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QPoint, QRect, Qt, Slot

from studio.pages.paint.presets import PaintPresets
from studio.widgets.canvas.brush_panel import BrushPanel
from studio.widgets.canvas.paint_canvas import PaintCanvas
from studio.widgets.canvas.quick_palette import QuickPalette

TOOLS = ("brush", "erase", "type")


class PaintQuick(QObject):
    """Sets what the panel shows, so that there is one brush and not two."""

    def __init__(
        self,
        canvas: PaintCanvas,
        panel: BrushPanel,
        presets: PaintPresets,
        inks: Sequence[tuple[str, str]],
    ) -> None:
        super().__init__(canvas)
        self._canvas, self._panel, self._presets, self._inks = canvas, panel, presets, inks
        canvas.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        canvas.customContextMenuRequested.connect(self._open)

    @Slot(QPoint)
    def _open(self, place: QPoint) -> None:
        tool, panel = self._canvas.tool, self._panel
        if tool not in TOOLS or self._canvas.is_painting:
            return
        palette = QuickPalette(self._inks, self._canvas)
        inks = tool != "erase" and panel.takes_ink
        palette.set_brush(panel.size_slider.value, panel.swatches.ink if inks else "")
        names = [preset.name for preset in self._presets.all] if tool == "brush" else []
        chosen = panel.presets.row.chosen
        palette.set_presets(names, self._presets.pictures[: len(names)], chosen)
        palette.taken.connect(self._presets.take)
        palette.size_changed.connect(panel.size_slider.set_value)
        palette.ink_changed.connect(panel.swatches.set_ink)
        palette.custom_requested.connect(panel.swatches.custom_requested)
        window = self._canvas.window()
        within = QRect(window.mapToGlobal(QPoint()), window.size())
        palette.show_at(self._canvas.mapToGlobal(place), within)
