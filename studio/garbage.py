"""Python's search for garbage, in the GUI thread alone."""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer, Slot

PAUSE_MS = 1000


class GuiThreadGarbage(QObject):
    """Looks for reference cycles as often as Python would, but never in another thread.

    By itself Python looks in whatever thread happens to allocate. A widget or timer that only a cycle kept alive
    would then be destroyed in the training or the inference thread, which Qt does not survive.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    @Slot()
    def _look(self) -> None:
        """The oldest generation whose threshold is passed, with all younger ones."""
        counts, thresholds = gc.get_count(), gc.get_threshold()
        for generation in (2, 1, 0):
            if counts[generation] > thresholds[generation]:
                gc.collect(generation)
                return
