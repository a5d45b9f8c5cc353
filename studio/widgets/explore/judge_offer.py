"""What stands where a reading would, while nobody can read the pictures: one button that trains a judge for them."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from studio.motion import show_busy
from studio.widgets.controls.buttons import plain_button
from studio.widgets.controls.durations import clock_text
from studio.widgets.controls.labels import secondary_label


class JudgeOffer(QWidget):
    """Asks for a judge, shows how long it takes, and lets go of it."""

    judge_asked = Signal()
    cancel_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = secondary_label("", wraps=True)
        self._progress = QProgressBar()
        self._progress.setTextVisible(False)
        self._progress.setAccessibleName(self.tr("How much the judge has learnt"))
        self.train = plain_button(self.tr("Train a judge"), "train")
        self.train.setToolTip(
            self.tr(
                "A separate network learns to tell the classes of this set apart. It then names what you see, tints "
                "the map, and measures how good the pictures of a run are."
            )
        )
        self.cancel = plain_button(self.tr("Cancel"))
        self.cancel.setToolTip(self.tr("Stop the lesson; nothing is kept of it."))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for widget in (self.words, self._progress, self.train, self.cancel):
            layout.addWidget(widget)
        self.train.clicked.connect(self.judge_asked)
        self.cancel.clicked.connect(self.cancel_asked)
        self.offer()

    def offer(self, trouble: str = "") -> None:
        """The button; ``trouble`` says why the last try came to nothing."""
        self.words.setText(trouble or self.tr("Nobody reads these pictures yet."))
        self._show_learning(False)

    def show_beginning(self) -> None:
        """How long it takes is not known before the first steps."""
        self.words.setText(self.tr("Measuring how long it takes…"))
        show_busy(self._progress)
        self._show_learning(True)

    def show_progress(self, done: int, total: int, seconds_left: float) -> None:
        """Steps of steps."""
        self.words.setText(self.tr("About {time} left").format(time=clock_text(seconds_left)))
        self._progress.setRange(0, total)
        self._progress.setValue(done)

    def _show_learning(self, learning: bool) -> None:
        self._progress.setVisible(learning)
        self.cancel.setVisible(learning)
        self.train.setVisible(not learning)
