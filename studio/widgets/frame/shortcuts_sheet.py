"""The keys of the room in front, and of the window, on one sheet."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from studio.widgets.controls.buttons import plain_button
from studio.widgets.controls.labels import label, secondary_label, section_label
from studio.widgets.controls.surface import scrolling
from studio.widgets.frame.command_palette import Command

WIDTH_PX, TALLEST_PX, EDGE_PX = 720, 640, 24


class ShortcutsSheet(QDialog):
    """Two columns of actions by menu; only those that have a key."""

    def __init__(self, title: str, commands: Sequence[Command], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Keys"))
        self.setMinimumWidth(WIDTH_PX)
        groups: dict[str, list[Command]] = {}
        for command in commands:
            if command.keys:
                groups.setdefault(command.place, []).append(command)
        body, columns = QWidget(), [QVBoxLayout(), QVBoxLayout()]
        body.setProperty("scrolled", True)
        row = QHBoxLayout(body)
        row.setContentsMargins(24, 0, 24, 0)
        row.setSpacing(48)
        lengths = [0, 0]
        for place, members in groups.items():
            shorter = lengths.index(min(lengths))
            columns[shorter].addWidget(self._group(place, members))
            columns[shorter].addSpacing(16)
            lengths[shorter] += len(members) + 2
        for column in columns:
            column.addStretch(1)
            row.addLayout(column, 1)
        close = plain_button(self.tr("Close"))
        close.clicked.connect(self.accept)
        close.setDefault(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 24, 0, 16)
        layout.setSpacing(16)
        heading = label(title, "hint-title")
        heading.setContentsMargins(24, 0, 24, 0)
        layout.addWidget(heading)
        layout.addWidget(scrolling(body), 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(24, 0, 24, 0)
        foot.addWidget(secondary_label(self.tr("In a tooltip the key stands behind the words.")), 1)
        foot.addWidget(close)
        layout.addLayout(foot)
        most = TALLEST_PX if parent is None else min(TALLEST_PX, parent.height() - 2 * EDGE_PX)
        self.resize(WIDTH_PX, min(body.sizeHint().height() + 150, most))

    def _group(self, place: str, members: Sequence[Command]) -> QWidget:
        group = QWidget()
        group.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        grid = QGridLayout(group)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(0, 1)
        grid.addWidget(section_label(place), 0, 0, 1, 2)
        for number, command in enumerate(members, start=1):
            grid.addWidget(label(command.title), number, 0)
            grid.addWidget(secondary_label(command.keys), number, 1, Qt.AlignmentFlag.AlignRight)
        return group
