"""One choice of several, on a button that opens a menu of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu

from studio.widgets.controls.buttons import MenuButton


class MenuChoice(MenuButton):
    """Shows what is chosen; the menu says beside each choice what it does."""

    value_changed = Signal(str)

    def __init__(self, options: Sequence[tuple[str, str]], tooltips: Mapping[str, str]) -> None:
        menu = QMenu()
        menu.setToolTipsVisible(True)
        super().__init__(options[0][1], menu)
        self._menu = menu  # a button does not own its menu
        self._group = QActionGroup(self)
        self._tooltips = tooltips
        for key, text in options:
            action = self._group.addAction(menu.addAction(text))
            action.setCheckable(True)
            action.setData(key)
            action.setToolTip(tooltips[key])
        self._group.actions()[0].setChecked(True)
        self._group.triggered.connect(self._on_triggered)
        self.setToolTip(tooltips[options[0][0]])

    @property
    def options(self) -> dict[str, QAction]:
        """What the menu shows, by key."""
        return {action.data(): action for action in self._group.actions()}

    @property
    def value(self) -> str:
        chosen = self._group.checkedAction()
        assert chosen is not None, "one is always chosen"
        return str(chosen.data())

    def set_value(self, key: str) -> None:
        """Choose without clicking; reports only a change."""
        if key != self.value:
            self.options[key].setChecked(True)
            self._on_triggered()

    def set_option_visible(self, key: str, visible: bool) -> None:
        self.options[key].setVisible(visible)

    @Slot()
    def _on_triggered(self) -> None:
        self.setText(self.options[self.value].text())
        self.setToolTip(self._tooltips[self.value])
        self.updateGeometry()
        self.value_changed.emit(self.value)
