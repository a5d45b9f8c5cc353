"""Connects the brush's controls, the tools and the keys to the brush and the canvas."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction

from studio.document.along import Along
from studio.document.finish import finish_at
from studio.document.tips import TipCache
from studio.pages.paint.actions import PaintActions
from studio.pages.paint.brush import PaintBrush
from studio.pages.paint.brush_values import brush_from
from studio.pages.paint.mix_ink import mix_ink
from studio.pages.paint.settings import remember_brush, remembered_brush
from studio.settings import Settings
from studio.widgets.canvas.brush_cursor import NextDab
from studio.widgets.canvas.brush_panel import BrushPanel
from studio.widgets.canvas.paint_canvas import PaintCanvas


class PaintControls(QObject):
    """What the person sets here is what the next stroke does, and what the next start begins with."""

    def __init__(
        self,
        canvas: PaintCanvas,
        panel: BrushPanel,
        brush: PaintBrush,
        actions: PaintActions,
        settings: Settings,
    ) -> None:
        super().__init__(canvas)
        self._canvas, self._panel, self._brush = canvas, panel, brush
        self._actions, self._settings = actions, settings
        self._tips = TipCache()
        panel.set_values(remembered_brush(settings))
        self._take_brush()
        self._connect()
        self._on_pressure_chosen(panel.values.pressure)
        self._show_dab()

    def choose_tool(self, name: str) -> None:
        for action in self._actions.tools.actions():
            if action.data() == name:
                action.trigger()

    def _connect(self) -> None:
        panel, actions, canvas = self._panel, self._actions, self._canvas
        panel.brush_changed.connect(self._on_brush_changed)
        panel.mode_changed.connect(self._on_mode_chosen)
        panel.more.pressure.value_changed.connect(self._on_pressure_chosen)
        panel.options.text_changed.connect(self._brush.set_text)
        panel.options.any_class_changed.connect(self._brush.set_any_class)
        panel.options.cast_again.connect(self._brush.cast_again)
        panel.swatches.custom_requested.connect(self._choose_ink)
        panel.more.gradient.second.custom_requested.connect(self._choose_second_ink)
        self._brush.changed.connect(self._on_stamps_changed)
        actions.tools.triggered.connect(self._on_tool_chosen)
        actions.travel.toggled.connect(self._on_travel_toggled)
        actions.smaller.triggered.connect(self._shrink)
        actions.larger.triggered.connect(self._grow)
        actions.zoom_in.triggered.connect(canvas.zoom_in)
        actions.zoom_out.triggered.connect(canvas.zoom_out)
        actions.full_size.triggered.connect(self._show_full_size)
        actions.whole_sheet.triggered.connect(canvas.show_whole)
        canvas.size_stepped.connect(panel.step_size)

    @Slot()
    def _on_brush_changed(self) -> None:
        self._take_brush()
        remember_brush(self._settings, self._panel.values)
        self._show_dab()

    def _take_brush(self) -> None:
        self._brush.brush = brush_from(self._panel.values)

    @Slot(str)
    def _on_mode_chosen(self, mode: str) -> None:
        self._brush.set_mode(cast(Along, mode))

    @Slot(str)
    def _on_pressure_chosen(self, changes: str) -> None:
        """A style needs another one to go to."""
        if changes == "style" and self._brush.mode not in ("travel", "drift"):
            self._brush.set_mode("travel")

    @Slot(bool)
    def _on_travel_toggled(self, travels: bool) -> None:
        if travels or self._panel.mode.value == "travel":
            self._panel.mode.set_value("travel" if travels else "fixed")

    @Slot()
    def _on_stamps_changed(self) -> None:
        self._panel.mode.set_value(self._brush.mode)
        self._panel.options.show_mode(self._brush.mode, has_classes=len(self._brush.class_names) > 1)
        self._panel.mode.set_option_visible("sequence", len(self._brush.class_names) > 1)
        self._actions.travel.setChecked(self._brush.mode == "travel")
        start = self._brush.start
        self._panel.set_takes_ink(start is None or start.pixels.shape[2] == 1)
        self._show_dab()

    @Slot(QAction)
    def _on_tool_chosen(self, action: QAction) -> None:
        self._canvas.set_tool(action.data())
        if action.data() == "type":
            self._panel.set_typing()
        elif action.data() == "stencil":
            self._panel.set_filling(as_brush=False)
        else:
            self._panel.set_erasing(action.data() == "erase")
        self._show_dab()

    @Slot()
    def _shrink(self) -> None:
        self._panel.step_size(-1)

    @Slot()
    def _grow(self) -> None:
        self._panel.step_size(1)

    @Slot()
    def _show_full_size(self) -> None:
        self._canvas.set_zoom(1.0)

    @Slot()
    def _choose_ink(self) -> None:
        mix_ink(self._panel.swatches, self.tr("Ink"))

    @Slot()
    def _choose_second_ink(self) -> None:
        mix_ink(self._panel.more.gradient.second, self.tr("Second ink"))

    def _show_dab(self) -> None:
        brush, stamps = self._brush.brush, self._brush.stamps
        ghost = None
        if self._canvas.tool == "brush" and stamps:
            ghost = self._tips.tip(stamps[0], max(brush.size_px, 56.0), finish_at(brush, 0.0))
        self._canvas.set_next_dab(NextDab(brush.size_px, ghost))
