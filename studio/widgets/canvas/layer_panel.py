"""The layers beside the canvas: how the chosen one is laid, and the list of all."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from studio.widgets.canvas.layer_list import LayerList
from studio.widgets.controls.buttons import MenuButton, action_button, icon_button
from studio.widgets.controls.labels import section_label
from studio.widgets.controls.value_slider import ValueSlider
from studio.words import known

MARGIN_PX = 20


class LayerPanel(QWidget):
    """Takes and gives values; ``list`` holds the rows."""

    blend_chosen = Signal(str)
    opacity_changed = Signal(float)  # 0 to 1, while it is dragged
    opacity_released = Signal()

    def __init__(
        self,
        blends: Sequence[tuple[str, str]],
        add: QAction,
        actions: Sequence[QAction],
        parent: QWidget | None = None,
    ) -> None:
        """``blends``: name and words of each mode; ``actions``: what the menu of the head offers."""
        super().__init__(parent)
        self.list = LayerList()
        self.menu = QMenu(self)
        self.menu.addActions(list(actions))
        self._blend_menu = QMenu(self)
        self._blends = QActionGroup(self)
        for name, words in blends:
            action = self._blends.addAction(self._blend_menu.addAction(words))
            action.setCheckable(True)
            action.setData(name)
        self._blends.triggered.connect(self._on_blend_chosen)
        self.blend_button = MenuButton(blends[0][1], self._blend_menu)
        self.blend_button.setToolTip(self.tr("How the layer mixes with what lies below it."))
        self.blend_button.setMinimumWidth(112)
        self.opacity = ValueSlider(0, 100, 100, decimals=0, suffix="%")
        self.opacity.setAccessibleName(self.tr("Opacity of the layer"))
        self.opacity.setToolTip(self.tr("How much the whole layer covers of what lies below it."))
        self.opacity.value_changed.connect(self._on_opacity)
        self.opacity.released.connect(self.opacity_released)
        self._is_showing = False
        self._arrange(add)

    def set_chosen(self, blend: str, opacity: float) -> None:
        """How the chosen layer is laid, shown without a report."""
        self._is_showing = True
        for action in self._blends.actions():
            if action.data() == blend:
                action.setChecked(True)
                self.blend_button.setText(action.text())
                words = self.tr("Blend mode: {mode}").format(mode=known(action.text()))
                self.blend_button.setAccessibleName(words)
        if round(self.opacity.value) != round(100 * opacity):
            self.opacity.set_value(100 * opacity)
        self._is_showing = False

    def _arrange(self, add: QAction) -> None:
        more = icon_button("more", self.tr("What can be done with the chosen layer"))
        more.setMenu(self.menu)
        head, laid, layout = QHBoxLayout(), QHBoxLayout(), QVBoxLayout(self)
        head.addWidget(section_label(self.tr("Layers")))
        head.addStretch(1)
        head.addWidget(action_button(add, "plus"))
        head.addWidget(more)
        head.setContentsMargins(MARGIN_PX, 8, 12, 0)
        head.setSpacing(0)
        laid.addWidget(self.blend_button)
        laid.addWidget(self.opacity, 1)
        laid.setContentsMargins(MARGIN_PX, 0, MARGIN_PX, 4)
        laid.setSpacing(12)
        layout.addLayout(head)
        layout.addLayout(laid)
        layout.addWidget(self.list, 1)
        layout.setContentsMargins(0, 0, 0, 8)
        layout.setSpacing(0)

    def _on_blend_chosen(self, action: QAction) -> None:
        self.blend_chosen.emit(action.data())

    def _on_opacity(self, value: float) -> None:
        if not self._is_showing:
            self.opacity_changed.emit(value / 100)
