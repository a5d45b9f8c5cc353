"""Paint's part of the room bar: the document's name, the zoom, symmetry and grid."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QWidget

from studio.number_style import percent
from studio.widgets.controls.buttons import MenuButton, quiet_button
from studio.widgets.controls.labels import elided, label
from studio.words import known, note_typed, phrase

ZOOMS = (0.25, 0.5, 1.0, 2.0, 4.0, 8.0, 16.0, 32.0)
NAME_MOST_PX = 280


class PaintBar(QWidget):
    """Shows what it is told; reports the zoom that was asked for."""

    zoom_chosen = Signal(float)

    def __init__(
        self,
        zoom_actions: Sequence[QAction],
        symmetry_menu: QMenu,
        grid: QAction,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._name = label("", "document")
        self._name.setMaximumWidth(NAME_MOST_PX)
        menu = QMenu(self)
        for zoom in ZOOMS:
            action = menu.addAction(percent(zoom))
            action.setData(zoom)
        menu.addSeparator()
        menu.triggered.connect(self._on_chosen)
        menu.addActions(list(zoom_actions))
        self.zoom_button = MenuButton("100%", menu)
        self.zoom_button.setToolTip(self.tr("How large the sheet shows. (wheel)"))
        self.zoom_button.setMinimumWidth(88)
        self.zoom_button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.symmetry_button = MenuButton(self.tr("Symmetry"), symmetry_menu, "quiet", "sym")
        self.symmetry_button.setToolTip(self.tr("Paint every stroke on the other side too, or all around."))
        self.grid_button = quiet_button(self.tr("Grid"), "grid")
        self.grid_button.setCheckable(True)
        self.grid_button.setToolTip(grid.toolTip())
        self.grid_button.setChecked(grid.isChecked())
        self.grid_button.toggled.connect(grid.setChecked)
        grid.toggled.connect(self.grid_button.setChecked)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self._name)
        layout.addWidget(self.zoom_button)
        layout.addWidget(self.symmetry_button)
        layout.addWidget(self.grid_button)

    def set_title(self, name: str, modified: bool) -> None:
        """A dot after the name stands for unsaved work."""
        text = phrase("{} •", name) if modified else name
        note_typed(self._name, name)
        self._name.setText(elided(self._name.font(), text, Qt.TextElideMode.ElideMiddle, NAME_MOST_PX))
        self._name.setToolTip(self.tr("{name}, not saved yet").format(name=name) if modified else name)
        self._name.setAccessibleName(known(self._name.toolTip()))

    def set_zoom(self, zoom: float) -> None:
        self.zoom_button.setText(percent(zoom))

    def set_symmetry(self, words: str) -> None:
        """What it is called; "" for none."""
        self.symmetry_button.setText(words or self.tr("Symmetry"))

    def _on_chosen(self, action: QAction) -> None:
        if action.data() is not None:
            self.zoom_chosen.emit(float(action.data()))

    def minimumSizeHint(self) -> QSize:
        return QSize(160, 32)
