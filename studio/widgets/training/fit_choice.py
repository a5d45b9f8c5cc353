"""How large the pictures of a folder are learnt, and how they become squares."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QGridLayout, QWidget

from gan.config import IMAGE_SIZES
from studio.widgets.controls.labels import label
from studio.widgets.controls.segmented import Segmented


class FitChoice(QWidget):
    """Two rows of segments; what they do shows in the pictures above them."""

    value_changed = Signal(int, str)  # pixels; "crop", "pad" or "stretch"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        tip = self.tr(
            "Learn the pictures at {size} × {size} pixels; twice the size takes about four times as long."
        )
        self._size = Segmented(
            [(str(size), str(size)) for size in IMAGE_SIZES],
            tooltips={str(size): tip.format(size=size) for size in IMAGE_SIZES},
        )
        self._fit = Segmented(
            (("crop", self.tr("Crop")), ("pad", self.tr("Pad")), ("stretch", self.tr("Stretch"))),
            tooltips={
                "crop": self.tr("Keep the middle square of each picture."),
                "pad": self.tr("Keep all of each picture, on a margin in the colour of its edge."),
                "stretch": self.tr("Keep all of each picture, squeezed into a square."),
            },
        )
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setVerticalSpacing(4)
        layout.setColumnStretch(1, 1)
        for row, (words, control) in enumerate(
            ((self.tr("Pixels"), self._size), (self.tr("Fit"), self._fit))
        ):
            layout.addWidget(label(words), row, 0)
            layout.addWidget(control, row, 1)
            control.setAccessibleName(words)
            control.value_changed.connect(self._report)

    @property
    def image_size(self) -> int:
        return int(self._size.value)

    @property
    def fit(self) -> str:
        return self._fit.value

    def set_value(self, image_size: int, fit: str) -> None:
        """Shown without a report; values that are not known, as from damaged settings, change nothing."""
        for control, key in ((self._size, str(image_size)), (self._fit, fit)):
            if key in control.keys:
                control.blockSignals(True)
                control.set_value(key)
                control.blockSignals(False)

    @Slot()
    def _report(self) -> None:
        self.value_changed.emit(self.image_size, self.fit)
