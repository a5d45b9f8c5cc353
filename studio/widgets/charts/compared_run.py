"""The line under the chart tools that names the run whose curves are dashed, and ends the comparison."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from studio.widgets.controls.buttons import icon_button
from studio.widgets.controls.labels import secondary_label


class ComparedRun(QWidget):
    """Hidden until a run is named."""

    end_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = secondary_label("")
        self._end = icon_button("x", self.tr("End the comparison"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._words)
        layout.addStretch(1)
        layout.addWidget(self._end)
        self._end.clicked.connect(self.end_asked)
        self.hide()

    def set_name(self, name: str) -> None:
        """ "" for none."""
        self._words.setText(self.tr("Dashed: {run}").format(run=name))
        self.setVisible(bool(name))
