"""What Explore's side panel changes of the state: seed, class mix, variety and directions beside the pad."""

from __future__ import annotations

from random import randrange

import numpy as np
from PySide6.QtCore import QObject, Signal, Slot

from studio.pages.explore.panel import ExplorePanel
from studio.pages.explore.state import LARGEST_SEED, ExploreState


class ExploreValues(QObject):
    """Changes the state; the page shows what that means for everything else."""

    touched = Signal()  # one value is another; many times a second while it is dragged
    changed = Signal()  # a whole new style: the gesture is over

    def __init__(self, panel: ExplorePanel, parent: QObject) -> None:
        super().__init__(parent)
        self._panel = panel
        self._state: ExploreState | None = None
        panel.seed_field.value_changed.connect(self._on_seed)
        panel.another.clicked.connect(self._take_another)
        panel.mixer.mix_changed.connect(self._on_mix)
        panel.variety.value_changed.connect(self._on_variety)
        panel.directions.step_changed.connect(self._on_step)

    def show_state(self, state: ExploreState) -> None:
        """From now on this one is changed."""
        self._state = state
        self._panel.show_state(state)

    @Slot(float)
    def _on_seed(self, seed: float) -> None:
        if self._state is not None:
            self._state.take_seed(int(seed))
            self.changed.emit()

    @Slot()
    def _take_another(self) -> None:
        self._panel.seed_field.set_value(randrange(LARGEST_SEED + 1))

    @Slot(object)
    def _on_mix(self, mix: np.ndarray) -> None:
        if self._state is not None:
            self._state.take_mix(mix)
            self.touched.emit()

    @Slot(float)
    def _on_variety(self, variety: float) -> None:
        if self._state is not None:
            self._state.variety = variety
            self.touched.emit()

    @Slot(str, float)
    def _on_step(self, name: str, step: float) -> None:
        if self._state is not None:
            self._state.set_step(name, step)
            self.touched.emit()
