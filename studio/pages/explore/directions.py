"""The sliders for directions that are not on Explore's pad: as many as there is room for, the rest on request."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from studio.pages.explore.direction_words import DirectionWords
from studio.pages.explore.sheet_directions import principal_number
from studio.pages.explore.state import ExploreState
from studio.widgets.controls.buttons import quiet_button
from studio.widgets.controls.fold_head import FoldHead
from studio.widgets.explore.direction_slider import DirectionSlider

SLIDER_PX, USUAL_SLIDERS = 40, 3


class ExploreDirections(QWidget):
    """Can be folded away. Directions go by the names that the state gives them."""

    step_changed = Signal(str, float)  # name of a direction; standard deviations
    named = Signal(str, str)  # name of a principal direction; what it is to be called
    edit_ended = Signal()
    unfolded = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = DirectionWords(self)
        self._beside: tuple[str, ...] = ()
        self._room_for = USUAL_SLIDERS
        self.sliders: dict[str, DirectionSlider] = {}  # by name; there once they are known
        self.head = FoldHead(self.tr("Directions"), flush=True)
        self.head.setToolTip(self.tr("Sliders for the directions that are not on the pad"))
        self.head.setChecked(True)
        self.more = quiet_button("")
        self.more.setCheckable(True)
        self.more.setStyleSheet(f"min-height: {self.head.height() - 2}px;")
        self.more.setFixedHeight(self.head.height())
        self.more.setToolTip(self.tr("The weaker directions"))
        self._body = QWidget()
        self._rows = QVBoxLayout()
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(0)
        body = QVBoxLayout(self._body)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(0)
        body.addLayout(self._rows)
        body.addStretch()
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addWidget(self.head, 1)
        head.addWidget(self.more)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self._body)
        self.head.toggled.connect(self._body.setVisible)
        self.head.toggled.connect(self._show_rows)
        self.head.toggled.connect(self.unfolded)
        self.more.toggled.connect(self._show_rows)

    def set_room_for(self, sliders: int) -> None:
        """How many are shown without being asked for."""
        self._room_for = sliders
        self._show_rows()

    def show_state(self, state: ExploreState) -> None:
        """A slider for each direction that is not on the pad."""
        self._beside = state.beside
        for name in state.directions:
            if name not in self.sliders:
                self.sliders[name] = self._made_slider(name)
        for name, slider in self.sliders.items():
            slider.set_name(self.words.given(name))
            with QSignalBlocker(slider):
                slider.set_value(state.steps.get(name, 0.0))
        self.head.set_words(self.words.on_the_pad(*state.axes) if state.axes_have_names else "")
        self.head.setVisible(bool(self._beside))
        # Nothing jumps when they have been measured.
        self._body.setMinimumHeight(0 if state.directions else USUAL_SLIDERS * SLIDER_PX)
        self._show_rows()

    def show_ends(self, names: Sequence[str], pixels: np.ndarray) -> None:
        """The pictures at both ends of each named direction, (directions, 2, H, W, C)."""
        for name, (low, high) in zip(names, pixels, strict=True):
            self.sliders[name].set_ends(low, high)

    @Slot()
    def _show_rows(self) -> None:
        hidden = len(self._beside) - self._room_for
        shown = self._beside if self.more.isChecked() else self._beside[: self._room_for]
        for name, slider in self.sliders.items():
            slider.setVisible(name in shown)
        self.more.setVisible(hidden > 0 and self.head.isChecked())
        self.more.setText(
            self.tr("Fewer") if self.more.isChecked() else self.tr("{n} more").format(n=max(hidden, 0))
        )

    def _made_slider(self, name: str) -> DirectionSlider:
        can_be_named = principal_number(name) is not None
        slider = DirectionSlider(self.words.usual(name), can_be_named=can_be_named)
        slider.value_changed.connect(self._on_step)
        slider.released.connect(self.edit_ended)
        slider.named.connect(self._on_named)
        self._rows.addWidget(slider)
        return slider

    def _name_of_sender(self) -> str:
        sender = self.sender()
        return next(name for name, slider in self.sliders.items() if slider is sender)

    @Slot(float)
    def _on_step(self, step: float) -> None:
        self.step_changed.emit(self._name_of_sender(), step)

    @Slot(str)
    def _on_named(self, given: str) -> None:
        self.named.emit(self._name_of_sender(), given)
