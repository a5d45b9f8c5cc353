"""What a judge takes a picture for: the class, how sure it is, and the runners-up."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from studio.number_style import percent
from studio.widgets.controls.labels import label, secondary_label
from studio.words import listed

RUNNERS_UP = 2
SHARE_PX, OTHERS_PX = (72, 26), (224, 16)
WORTH_NAMING = 0.015


class ClassReadout(QWidget):
    """Three lines: "Reads as", the class with its probability, and what else it might be."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = label("", "readout")
        self._share = secondary_label("")
        self._share.setStyleSheet("font-size: 20px; font-weight: 600;")
        self._others = secondary_label("")
        # Fixed in both ways: other numbers, at every step of a drag, must not lay out the panel anew.
        self._share.setFixedSize(*SHARE_PX)
        self._others.setFixedSize(*OTHERS_PX)
        best = QHBoxLayout()
        best.setSpacing(10)
        best.addWidget(self._name)
        best.addWidget(self._share)
        best.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(secondary_label(self.tr("Reads as")))
        layout.addLayout(best)
        layout.addWidget(self._others)
        self.setToolTip(self.tr("What a separate digit reader takes this picture for"))

    def show_probabilities(self, probabilities: NDArray[np.float32], names: tuple[str, ...]) -> None:
        """(K,) and a name for each."""
        order = np.argsort(probabilities)[::-1]
        self._name.setText(names[order[0]])
        self._share.setText(percent(probabilities[order[0]]))
        others = [index for index in order[1 : 1 + RUNNERS_UP] if probabilities[index] >= WORTH_NAMING]
        said = self.tr("{name} at {share}")
        parts = [said.format(name=names[index], share=percent(probabilities[index])) for index in others]
        self._others.setText(self.tr("also {others}").format(others=listed(parts)) if parts else "")

    def clear(self) -> None:
        """Nothing has been read yet."""
        for line in (self._name, self._share, self._others):
            line.setText("")

    def minimumSizeHint(self) -> QSize:
        return QSize(120, super().minimumSizeHint().height())
