"""The brush: what happens along the stroke, how large, how dense, how strong, which way up, in which ink."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from studio.widgets.ink_swatches import InkSwatches
from studio.widgets.labels import label, section_label
from studio.widgets.segmented import Segmented
from studio.widgets.travel_strip import TravelStrip
from studio.widgets.value_slider import ValueSlider

MARGIN_PX, LABEL_PX = 20, 72
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


class BrushPanel(QWidget):
    """Takes and gives :class:`BrushValues`; the wells are in ``strip``."""

    brush_changed = Signal()
    mode_changed = Signal(str)  # "fixed" or "travel"

    def __init__(self, inks: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.mode = Segmented(
            [("fixed", self.tr("Fixed")), ("travel", self.tr("Travel"))],
            tooltips={
                "fixed": self.tr("Every dab is the same picture."),
                "travel": self.tr("One picture becomes another along the stroke."),
            },
        )
        self.mode.value_changed.connect(self.mode_changed)
        self.strip = TravelStrip()
        self.swatches = InkSwatches(inks)
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
        self._stamp_only: list[QWidget] = []
        self._arrange()

    @property
    def values(self) -> BrushValues:
        return BrushValues(
            round(self.size_slider.value, 1),
            self.spacing_slider.value,
            self.opacity_slider.value / 100,
            self.turn.value,
            self.swatches.ink,
        )

    def set_values(self, values: BrushValues) -> None:
        self.size_slider.set_value(values.size_px)
        self.spacing_slider.set_value(values.spacing)
        self.opacity_slider.set_value(values.opacity * 100)
        self.turn.set_value(values.turn)
        self.swatches.set_ink(values.ink)

    def step_size(self, steps: int) -> None:
        """Larger or smaller by a tenth a step, and by one pixel at least."""
        grown = self.size_slider.value * SIZE_STEP**steps
        least = self.size_slider.value + steps
        self.size_slider.set_value(round(max(grown, least) if steps > 0 else min(grown, least)))

    def set_erasing(self, erasing: bool) -> None:
        """An eraser has a size and nothing else."""
        for widget in self._stamp_only:
            widget.setVisible(not erasing)

    def _make_sliders(self) -> None:
        self.size_slider = ValueSlider(1, 600, 62, decimals=0, suffix=self.tr(" px"))
        self.size_slider.set_stops(SIZE_STOPS)
        self.size_slider.setToolTip(self.tr("How large one dab is, in pixels of the sheet. ([ and ])"))
        self.spacing_slider = ValueSlider(0.05, 5.0, 0.6, decimals=2)
        self.spacing_slider.set_stops(((0.0, 0.05), (0.5, 1.0), (1.0, 5.0)))
        self.spacing_slider.setToolTip(self.tr("How far apart dabs fall, as a share of their size."))
        self.opacity_slider = ValueSlider(0, 100, 96, decimals=0, suffix="%")
        self.opacity_slider.setToolTip(self.tr("How much each dab covers of what lies below it."))
        for slider, name in (
            (self.size_slider, self.tr("Size")),
            (self.spacing_slider, self.tr("Spacing")),
            (self.opacity_slider, self.tr("Opacity")),
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
        self._stamp_only.append(top)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN_PX, 12, MARGIN_PX, 12)
        layout.setSpacing(0)
        layout.addWidget(top)
        layout.addWidget(_row(self.tr("Size"), self.size_slider))
        for name, control in (
            (self.tr("Spacing"), self.spacing_slider),
            (self.tr("Opacity"), self.opacity_slider),
            (self.tr("Turn"), self.turn),
            (self.tr("Ink"), self.swatches),
        ):
            row = _row(name, control)
            self._stamp_only.append(row)
            layout.addWidget(row)

    def _report(self, _value: object = None) -> None:
        self.brush_changed.emit()


def _row(name: str, control: QWidget) -> QWidget:
    row = QWidget()
    layout = QHBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(8)
    words: QLabel = label(name)
    words.setFixedWidth(LABEL_PX)
    words.setBuddy(control)
    layout.addWidget(words)
    layout.addWidget(control, 1)
    return row
