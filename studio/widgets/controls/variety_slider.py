"""How far from the most typical picture to go: truncation psi, with the value of training marked."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from studio.tokens import colour, text_font, tokens_for
from studio.widgets.controls.labels import section_label
from studio.widgets.controls.slider_track import HANDLE_PX
from studio.widgets.controls.value_slider import ValueSlider

LEAST, MOST, USUAL, AS_TRAINED = -1.0, 2.0, 0.8, 1.0
NAME_PX = 96
CAPTION_PX = 12


class VarietySlider(QWidget):
    """Reports psi; double-click goes back to the usual 0.8."""

    value_changed = Signal(float)
    released = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._caption = self.tr("as trained")
        name = section_label(self.tr("Variety"))
        name.setFixedWidth(NAME_PX)
        self._slider = ValueSlider(LEAST, MOST, USUAL)
        self._slider.set_marks([AS_TRAINED])
        self._slider.setAccessibleName(self.tr("Variety"))
        self._slider.setToolTip(
            self.tr(
                "How far from the most typical picture to go (truncation psi): 0 is typical, 1 as trained"
            )
        )
        self._slider.value_changed.connect(self.value_changed)
        self._slider.released.connect(self.released)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, CAPTION_PX)
        layout.setSpacing(8)
        layout.addWidget(name)
        layout.addWidget(self._slider, 1)
        self.setFocusProxy(self._slider)

    @property
    def value(self) -> float:
        return self._slider.value

    def set_value(self, value: float) -> None:
        """Reports only a change."""
        self._slider.set_value(value)

    def paintEvent(self, event: QPaintEvent) -> None:
        track = self._slider.track
        place = (AS_TRAINED - LEAST) / (MOST - LEAST)
        x = self._slider.x() + track.x() + HANDLE_PX / 2 + place * (track.width() - HANDLE_PX)
        painter = QPainter(self)
        painter.setFont(text_font(11))
        painter.setPen(colour(tokens_for(self).text2))
        below = QRectF(x - 60, self.height() - CAPTION_PX - 5, 120, 16)
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, self._caption)
