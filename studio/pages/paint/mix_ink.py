"""Asks for a colour of one's own and gives it to a row of inks."""

from __future__ import annotations

from PySide6.QtGui import QColor
from PySide6.QtWidgets import QColorDialog

from studio.widgets.canvas.ink_swatches import InkSwatches


def mix_ink(swatches: InkSwatches, title: str) -> None:
    """A dialogue that is cancelled changes nothing."""
    chosen = QColorDialog.getColor(QColor(swatches.ink), swatches.window(), title)
    if chosen.isValid():
        swatches.set_ink(chosen.name())
