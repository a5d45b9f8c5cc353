"""Blend's tools in the room bar: swap the pair, and mix in a third and a fourth picture."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QWidget

from studio.pages.blend.actions import BlendActions
from studio.widgets.controls.buttons import Button, plain_button, quiet_button


class BlendBar(QWidget):
    """Buttons that press actions and look like them."""

    def __init__(self, actions: BlendActions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.swap = plain_button(actions.swap.text(), "swap")
        self.add = quiet_button(actions.add.text(), "plus")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        self._buttons: dict[QAction, Button] = {actions.swap: self.swap, actions.add: self.add}
        for action, button in self._buttons.items():
            layout.addWidget(button)
            button.clicked.connect(action.trigger)
            action.changed.connect(self._follow)
            self._show(action)

    @Slot()
    def _follow(self) -> None:
        action = self.sender()
        assert isinstance(action, QAction)
        self._show(action)

    def _show(self, action: QAction) -> None:
        button = self._buttons[action]
        button.setText(action.text())
        button.setToolTip(action.toolTip())
        button.setVisible(action.isVisible())
        button.setEnabled(action.isEnabled())
