"""A line of a panel: a name at the left, of one width in all lines, and what it names beside it."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from studio.widgets.controls.labels import label

MARGIN_PX, LABEL_PX = 20, 72


def panel_row(name: str, control: QWidget, *, fills: bool = True) -> QWidget:
    """``fills``: the control is as wide as the line; else it stands at the left."""
    row = QWidget()
    layout = QHBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(8)
    words: QLabel = label(name)
    words.setFixedWidth(LABEL_PX)
    words.setBuddy(control)
    layout.addWidget(words)
    layout.addWidget(control, 1 if fills else 0)
    if not fills:
        layout.addStretch(1)
    return row
