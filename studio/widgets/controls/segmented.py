"""One choice of a few, side by side."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QFrame, QHBoxLayout, QToolButton, QWidget

from studio.icons import set_icon

_PADDING_PX, _ICON_GAP_PX, _HEIGHT_PX = 10, 4, 28
_NO_ICONS: Mapping[str, str] = {}


class Segmented(QFrame):
    """Arrow keys move the choice, as in any group of radio buttons; Tab passes through once."""

    value_changed = Signal(str)

    def __init__(
        self,
        options: Sequence[tuple[str, str]],
        *,
        icons: Mapping[str, str] = _NO_ICONS,
        tooltips: Mapping[str, str] = _NO_ICONS,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("segmented", True)
        self.setFixedHeight(32)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QToolButton] = {}
        layout = QHBoxLayout(self)
        layout.setContentsMargins(2, 2, 2, 2)
        layout.setSpacing(2)
        for key, text in options:
            button = self._segment(key, text, icons.get(key), tooltips.get(key, ""))
            layout.addWidget(button)
        self._group.buttons()[0].setChecked(True)
        self._group.buttonToggled.connect(self._report)

    @property
    def keys(self) -> tuple[str, ...]:
        return tuple(self._buttons)

    @property
    def value(self) -> str:
        chosen = self._group.checkedButton()
        assert chosen is not None, "one is always chosen"
        return str(chosen.property("key"))

    def set_value(self, key: str) -> None:
        """Choose without clicking; reports only a change."""
        self._buttons[key].setChecked(True)

    def set_option_enabled(self, key: str, enabled: bool, why_not: str = "") -> None:
        self._buttons[key].setEnabled(enabled)
        self._buttons[key].setToolTip("" if enabled else why_not)

    def set_tooltip(self, key: str, tooltip: str) -> None:
        self._buttons[key].setToolTip(tooltip)

    def set_option_visible(self, key: str, visible: bool) -> None:
        self._buttons[key].setVisible(visible)

    def _segment(self, key: str, text: str, icon_name: str | None, tooltip: str) -> QToolButton:
        button = _Segment()
        button.setProperty("kind", "segment")
        button.setProperty("key", key)
        button.setText(text)
        button.setCheckable(True)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setToolTip(tooltip)
        button.setSizePolicy(button.sizePolicy().Policy.Expanding, button.sizePolicy().Policy.Fixed)
        if icon_name is not None:
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.setIconSize(QSize(20, 20))
            set_icon(button, icon_name)
        self._buttons[key] = button
        self._group.addButton(button)
        return button

    def _report(self, button: QAbstractButton, checked: bool) -> None:
        if checked:
            self.value_changed.emit(str(button.property("key")))


class _Segment(QToolButton):
    """Qt's hint forgets the padding of the style sheet once there is an icon beside the words."""

    def sizeHint(self) -> QSize:
        self.ensurePolished()
        width = self.fontMetrics().horizontalAdvance(self.text()) + 2 * _PADDING_PX
        if not self.icon().isNull():
            width += self.iconSize().width() + _ICON_GAP_PX
        return QSize(width, _HEIGHT_PX)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()
