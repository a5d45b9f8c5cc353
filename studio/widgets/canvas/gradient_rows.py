"""A second ink and where it shows: nowhere, at the end of the stroke, or at the lower edge of each stamp."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from studio.widgets.canvas.ink_swatches import InkSwatches
from studio.widgets.canvas.panel_row import panel_row
from studio.widgets.controls.segmented import Segmented


class GradientRows(QWidget):
    """The second ink is asked for only where there is a gradient."""

    changed = Signal()

    def __init__(self, inks: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind = Segmented(
            [("none", self.tr("None")), ("stroke", self.tr("Along")), ("stamp", self.tr("Across"))],
            tooltips={
                "none": self.tr("All of the stroke is in one ink."),
                "stroke": self.tr("The first ink becomes the second from the first dab to the last."),
                "stamp": self.tr(
                    "The first ink becomes the second from the upper edge of each stamp to the lower."
                ),
            },
        )
        self.kind.setAccessibleName(self.tr("Gradient"))
        self.second = InkSwatches(inks)
        self.second.setAccessibleName(self.tr("Second ink"))
        self._second_row = panel_row(self.tr("To"), self.second)
        layout = QVBoxLayout(self)
        layout.addWidget(panel_row(self.tr("Gradient"), self.kind))
        layout.addWidget(self._second_row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self._second_row.hide()
        self.kind.value_changed.connect(self._on_kind)
        self.second.ink_changed.connect(self._on_second)

    @property
    def values(self) -> tuple[str, str]:
        """The gradient and the second ink."""
        return self.kind.value, self.second.ink

    def set_values(self, kind: str, second_ink: str) -> None:
        self.second.set_ink(second_ink)
        self.kind.set_value(kind)

    @Slot(str)
    def _on_kind(self, kind: str) -> None:
        self._second_row.setVisible(kind != "none")
        self.changed.emit()

    @Slot(str)
    def _on_second(self, _ink: str) -> None:
        self.changed.emit()
