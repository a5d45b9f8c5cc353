"""Where the run stands, as a short list of numbers."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from gan.events import RunStarted, StepsDone
from studio.number_style import number
from studio.theme import text_font
from studio.widgets.controls.durations import clock_text
from studio.widgets.controls.labels import label, secondary_label


class RunFacts(QWidget):
    """Names left, values right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layout = QGridLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setVerticalSpacing(6)
        self._layout.setColumnStretch(0, 1)
        self._step = self._add(self.tr("Step"), self.tr("In each step both networks learn from one batch."))
        self._pictures = self._add(
            self.tr("Pictures seen"), self.tr("How many training pictures went by, each time counted.")
        )
        self._time = self._add(self.tr("Time trained"), self.tr("Pauses are left out."))
        self._saved = self._add(
            self.tr("Saved at step"), self.tr("From here the run goes on exactly, even after a power cut.")
        )

    def _add(self, name: str, tooltip: str) -> QLabel:
        row = self._layout.rowCount()
        value = label("–")
        value.setFont(text_font(12, 600))
        value.setAlignment(Qt.AlignmentFlag.AlignRight)
        key = secondary_label(name)
        for widget in (key, value):
            widget.setToolTip(tooltip)
        self._layout.addWidget(key, row, 0)
        self._layout.addWidget(value, row, 1)
        return value

    def show_started(self, event: RunStarted) -> None:
        self._step.setText(self._number(event.step))
        if event.step == 0:
            for value in (self._pictures, self._time, self._saved):
                value.setText("–")

    def show_steps(self, event: StepsDone) -> None:
        if event.steps_total is None:
            self._step.setText(self._number(event.step))
        else:
            text = self.tr("{step} of {total}")
            self._step.setText(
                text.format(step=self._number(event.step), total=self._number(event.steps_total))
            )
        self._pictures.setText(self._number(int(event.pictures_seen[-1])))
        self._time.setText(clock_text(float(event.elapsed_s[-1])))

    def show_saved(self, step: int) -> None:
        self._saved.setText(self._number(step))

    def _number(self, value: int) -> str:
        return number(value)
