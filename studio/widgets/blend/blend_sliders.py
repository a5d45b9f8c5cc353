"""Two ways from A to B, each on its own slider: shape changes the class, style the hand."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from studio.widgets.controls.buttons import icon_button
from studio.widgets.controls.labels import secondary_label, section_label
from studio.widgets.controls.number_field import NumberField
from studio.widgets.controls.slider_track import SliderTrack

LEAST, MOST, MIDDLE = -0.5, 1.5, 0.5
NUMBER_PX = 56
END_PX = 44


class BlendSliders(QWidget):
    """Reports both values at once; linked, one takes the other along. Outside 0…1 the track warns."""

    values_changed = Signal(float, float)  # shape, style
    released = Signal()
    link_changed = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._values = [MIDDLE, MIDDLE]  # exactly; the tracks hold the nearest of their places
        self._tracks = (SliderTrack(LEAST, MOST, MIDDLE, 2), SliderTrack(LEAST, MOST, MIDDLE, 2))
        self._numbers = tuple(NumberField("", LEAST, MOST, MIDDLE, decimals=2) for _ in range(2))
        self._shape_ends = (secondary_label(""), secondary_label(""))
        self._link = icon_button("link", self.tr("Move shape and style together"))
        self._link.setCheckable(True)
        self._link.toggled.connect(self._on_link)
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setHorizontalSpacing(8)
        layout.setVerticalSpacing(8)
        layout.setColumnStretch(3, 1)
        layout.addWidget(self._link, 0, 1, 2, 1, Qt.AlignmentFlag.AlignCenter)
        shape = self.tr("Which class it is, from A's to B's; the style stays as it is")
        style = self.tr("Whose hand wrote it, from A's to B's; the class stays as it is")
        self._add_row(layout, 0, self.tr("Shape"), self._shape_ends, shape)
        of_ends = (secondary_label(self.tr("of A")), secondary_label(self.tr("of B")))
        self._add_row(layout, 1, self.tr("Style"), of_ends, style)

    @property
    def shape(self) -> float:
        return self._values[0]

    @property
    def style_value(self) -> float:
        return self._values[1]

    @property
    def is_held(self) -> bool:
        """Whether one of them is being dragged."""
        return any(track.isSliderDown() for track in self._tracks)

    def set_values(self, shape: float, style: float) -> None:
        """Show both without reporting."""
        self._values = [shape, style]
        for track, number, value in zip(self._tracks, self._numbers, (shape, style), strict=True):
            with QSignalBlocker(track), QSignalBlocker(number):
                track.set_number(value)
                number.set_value(value)
            track.update()

    def set_linked(self, linked: bool) -> None:
        """Show it without moving anything."""
        with QSignalBlocker(self._link):
            self._link.setChecked(linked)

    def set_shape_shown(self, shown: bool) -> None:
        """Without classes there is only style."""
        for widget in (*self._shape_row, self._link):
            widget.setVisible(shown)

    def set_shape_ends(self, low: str, high: str) -> None:
        """The classes of A and B."""
        self._shape_ends[0].setText(low)
        self._shape_ends[1].setText(high)

    def _add_row(
        self, layout: QGridLayout, row: int, name: str, ends: tuple[QLabel, QLabel], tip: str
    ) -> None:
        track, number = self._tracks[row], self._numbers[row]
        track.set_accent(True)
        track.set_trusted_range(0.0, 1.0)
        track.set_origin(0.0)
        track.set_marks([0.0, 1.0])
        for control in (track, number):
            control.setAccessibleName(name)
            control.setToolTip(tip)
        number.setFixedWidth(NUMBER_PX)
        ends[0].setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        for end in ends:
            end.setMinimumWidth(END_PX)
        track.changed.connect(self._on_track)
        number.value_changed.connect(self._on_number)
        track.sliderReleased.connect(self.released)
        number.edited.connect(self.released)
        in_row: tuple[QWidget, ...] = (section_label(name), ends[0], track, ends[1], number)
        for place, widget in zip((0, 2, 3, 4, 5), in_row, strict=True):
            layout.addWidget(widget, row, place)
        if row == 0:
            self._shape_row = in_row

    @Slot(float)
    def _on_track(self, value: float) -> None:
        self._take(0 if self.sender() is self._tracks[0] else 1, value)

    @Slot(float)
    def _on_number(self, value: float) -> None:
        self._take(0 if self.sender() is self._numbers[0] else 1, value)

    def _take(self, row: int, value: float) -> None:
        values = self._values.copy()
        values[row] = value
        if self._link.isChecked():
            values[1 - row] = value
        self.set_values(*values)
        self.values_changed.emit(*values)

    @Slot(bool)
    def _on_link(self, linked: bool) -> None:
        self.link_changed.emit(linked)
        if linked:
            self._take(0, self.shape)
