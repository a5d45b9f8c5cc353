"""The brush: what happens along the stroke, how large, how dense, how strong, which way up, in which ink."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from studio.widgets.canvas.along_options import AlongOptions
from studio.widgets.canvas.brush_more import BrushMore
from studio.widgets.canvas.ink_swatches import InkSwatches
from studio.widgets.canvas.panel_row import MARGIN_PX, panel_row
from studio.widgets.canvas.preset_panel import PresetPanel
from studio.widgets.canvas.travel_strip import TravelStrip
from studio.widgets.controls.labels import secondary_label, section_label
from studio.widgets.controls.menu_choice import MenuChoice
from studio.widgets.controls.segmented import Segmented
from studio.widgets.controls.value_slider import ValueSlider

SIZE_STOPS = ((0.0, 1.0), (0.4, 50.0), (0.7, 200.0), (1.0, 600.0))  # fine where small brushes differ
SIZE_STEP = 1.1


@dataclass(frozen=True, slots=True)
class BrushValues:
    """What the panel shows: size in sheet pixels, spacing as a share of it, opacity 0 to 1."""

    size_px: float = 62.0
    spacing: float = 0.6
    opacity: float = 0.96
    turn: str = "stroke"  # or "fixed"
    ink: str = "#201d1a"
    gradient: str = "none"  # or "stroke", "stamp": where the second ink shows
    second_ink: str = "#c9451c"
    edges: str = "crisp"  # or "pixels"
    scatter: float = 0.0  # a share of the size
    turn_jitter: float = 0.0  # degrees
    size_jitter: float = 0.0  # 0 to 1
    pressure: str = "none"  # or "size", "opacity", "style"
    inverted: bool = False  # dark parts are ink


class BrushPanel(QWidget):
    """Takes and gives :class:`BrushValues`; the wells are in ``strip``."""

    brush_changed = Signal()
    mode_changed = Signal(str)  # studio.document.along.Along

    def __init__(self, inks: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.mode = MenuChoice(
            [
                ("fixed", self.tr("Fixed")),
                ("random", self.tr("Random")),
                ("drift", self.tr("Drift")),
                ("travel", self.tr("Travel")),
                ("field", self.tr("Field")),
                ("sequence", self.tr("Sequence")),
            ],
            {
                "fixed": self.tr("Every dab is the same picture."),
                "random": self.tr("Every dab is in another style."),
                "drift": self.tr("The style wanders slowly, away from the brush and back."),
                "travel": self.tr("One picture becomes another along the stroke."),
                "field": self.tr("The sheet is Explore's pad: where you paint decides what appears."),
                "sequence": self.tr("Classes one after another, all in one style."),
            },
        )
        self.mode.setAccessibleName(self.tr("Along the stroke"))
        self.mode.value_changed.connect(self.mode_changed)
        self.strip, self.options = TravelStrip(), AlongOptions()
        self.swatches, self.more = InkSwatches(inks), BrushMore(inks)
        self.presets = PresetPanel()
        self._make_sliders()
        self.turn = Segmented(
            [("fixed", self.tr("Upright")), ("stroke", self.tr("With stroke"))],
            tooltips={
                "fixed": self.tr("Every dab stands upright."),
                "stroke": self.tr("Every dab turns with the direction of the stroke."),
            },
        )
        self.turn.value_changed.connect(self._report)
        self.swatches.setAccessibleName(self.tr("Ink"))
        self.swatches.ink_changed.connect(self._report)
        self._own_colours = secondary_label(self.tr("Pictures in colour keep their own"))
        self.more.changed.connect(self._report)
        self._stamp_only: list[QWidget] = []
        self._stroke_only: list[QWidget] = []
        self._arrange()

    @property
    def values(self) -> BrushValues:
        return BrushValues(
            round(self.size_slider.value, 1),
            self.spacing_slider.value,
            self.opacity_slider.value / 100,
            self.turn.value,
            self.swatches.ink,
            *self.more.gradient.values,
            self.more.edges.value,
            self.scatter_slider.value,
            self.more.turn_jitter.value,
            self.more.size_jitter.value / 100,
            self.more.pressure.value,
            self.more.parts.value == "dark",
        )

    def set_values(self, values: BrushValues) -> None:
        self.size_slider.set_value(values.size_px)
        self.spacing_slider.set_value(values.spacing)
        self.opacity_slider.set_value(values.opacity * 100)
        self.turn.set_value(values.turn)
        self.swatches.set_ink(values.ink)
        self.scatter_slider.set_value(values.scatter)
        self.more.set_values(
            values.gradient,
            values.second_ink,
            values.edges,
            values.turn_jitter,
            values.size_jitter,
            values.pressure,
            inverted=values.inverted,
        )

    def step_size(self, steps: int) -> None:
        """Larger or smaller by a tenth a step, and by one pixel at least."""
        grown = self.size_slider.value * SIZE_STEP**steps
        least = self.size_slider.value + steps
        self.size_slider.set_value(round(max(grown, least) if steps > 0 else min(grown, least)))

    def set_erasing(self, erasing: bool) -> None:
        """An eraser has a size and nothing else."""
        self._size_row.show()
        self.more.set_typing(False)
        for widget in self._stamp_only:
            widget.setVisible(not erasing)

    def set_typing(self) -> None:
        """Type has no stroke to go along; its glyphs have size, opacity and ink."""
        self.set_erasing(False)
        self.more.set_typing(True)
        for widget in self._stroke_only:
            widget.hide()

    def set_filling(self, *, as_brush: bool) -> None:
        """A stencil has sizes of its own; ``as_brush``: it goes through stamps as a stroke does."""
        self.set_typing()
        self._size_row.hide()
        self._way_row.setVisible(as_brush)

    @property
    def takes_ink(self) -> bool:
        """Whether its stamps are printed in ink."""
        return self._own_colours.isHidden()

    def set_takes_ink(self, takes_ink: bool) -> None:
        """Pictures in colour keep their own, and the panel says so."""
        self.swatches.setVisible(takes_ink)
        self._own_colours.setVisible(not takes_ink)
        self.more.set_takes_ink(takes_ink)

    def _make_sliders(self) -> None:
        self.size_slider = ValueSlider(1, 600, 62, decimals=0, suffix=self.tr(" px"))
        self.size_slider.set_stops(SIZE_STOPS)
        self.size_slider.setToolTip(self.tr("How large one dab is, in pixels of the sheet. ([ and ])"))
        self.spacing_slider = ValueSlider(0.05, 5.0, 0.6, decimals=2)
        self.spacing_slider.set_stops(((0.0, 0.05), (0.5, 1.0), (1.0, 5.0)))
        self.spacing_slider.setToolTip(self.tr("How far apart dabs fall, as a share of their size."))
        self.opacity_slider = ValueSlider(0, 100, 96, decimals=0, suffix="%")
        self.opacity_slider.setToolTip(self.tr("How much each dab covers of what lies below it."))
        self.scatter_slider = ValueSlider(0, 3, 0, decimals=2)
        self.scatter_slider.setToolTip(
            self.tr("How far each dab may fall beside the stroke by chance, as a share of its size.")
        )
        for slider, name in (
            (self.size_slider, self.tr("Size")),
            (self.spacing_slider, self.tr("Spacing")),
            (self.opacity_slider, self.tr("Opacity")),
            (self.scatter_slider, self.tr("Scatter")),
        ):
            slider.setAccessibleName(name)
            slider.value_changed.connect(self._report)

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.addWidget(section_label(self.tr("Along the stroke")))
        head.addStretch(1)
        head.addWidget(self.mode)
        top = QWidget()
        top_layout = QVBoxLayout(top)
        top_layout.setContentsMargins(0, 0, 0, 8)
        top_layout.setSpacing(8)
        top_layout.addLayout(head)
        top_layout.addWidget(self.strip)
        top_layout.addWidget(self.options)
        self._way_row, self._size_row = top, panel_row(self.tr("Size"), self.size_slider)
        self._stamp_only += [self.presets, top]
        self._stroke_only += [self.presets, top]
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 12, 0, 12)
        layout.setSpacing(0)
        layout.addWidget(self.presets)
        rows = QVBoxLayout()
        rows.setContentsMargins(MARGIN_PX, 0, MARGIN_PX, 0)
        rows.setSpacing(0)
        layout.addLayout(rows)
        rows.addWidget(top)
        rows.addWidget(self._size_row)
        for name, control in (
            (self.tr("Spacing"), self.spacing_slider),
            (self.tr("Opacity"), self.opacity_slider),
            (self.tr("Scatter"), self.scatter_slider),
            (self.tr("Turn"), self.turn),
            (self.tr("Ink"), self._ink()),
        ):
            row = panel_row(name, control)
            self._stamp_only.append(row)
            if control in (self.spacing_slider, self.scatter_slider, self.turn):
                self._stroke_only.append(row)
            rows.addWidget(row)
        rows.addWidget(self.more)
        self._stamp_only.append(self.more)

    def _ink(self) -> QWidget:
        """The swatches, or why there are none."""
        ink = QWidget()
        layout = QHBoxLayout(ink)
        layout.addWidget(self.swatches, 1)
        layout.addWidget(self._own_colours, 1)
        layout.setContentsMargins(0, 0, 0, 0)
        ink.setFixedHeight(self.swatches.height())
        ink.setFocusProxy(self.swatches)
        self._own_colours.hide()
        return ink

    def _report(self, _value: object = None) -> None:
        self.brush_changed.emit()
