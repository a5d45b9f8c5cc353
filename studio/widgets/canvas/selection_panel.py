"""What can be said in numbers and colours about the selected strokes; stands in the brush's place."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QMenu, QSizePolicy, QVBoxLayout, QWidget

from studio.widgets.canvas.gradient_rows import GradientRows
from studio.widgets.canvas.ink_swatches import InkSwatches
from studio.widgets.canvas.panel_row import MARGIN_PX, panel_row
from studio.widgets.controls.buttons import MenuButton, action_button
from studio.widgets.controls.labels import secondary_label, section_label
from studio.widgets.controls.number_field import NumberField
from studio.widgets.controls.value_slider import ValueSlider

FARTHEST = 3.0


class SelectionPanel(QWidget):
    """Takes and gives values. Scale and turn count from how the strokes are, and go back to nothing."""

    moved_to = Signal(float, float)  # the middle of the selection, in sheet pixels
    scaled = Signal(float)  # 1: as it is
    turned = Signal(float)  # degrees, clockwise
    opacity_changed = Signal(float)  # 0 to 1
    opacity_released = Signal()
    ink_chosen = Signal(str, str, str)  # ink, gradient, second ink
    direction_chosen = Signal(str)
    style_changed = Signal(float)
    style_released = Signal()

    def __init__(
        self,
        inks: Sequence[tuple[str, str]],
        actions: Sequence[tuple[QAction, str]],
        parent: QWidget | None = None,
    ) -> None:
        """``actions``: what the buttons at the bottom do, with their icons."""
        super().__init__(parent)
        self._is_showing = False
        self._count = secondary_label("")
        self.across = NumberField("X", -99999, 99999, 0.0, suffix=self.tr(" px"))
        self.down = NumberField("Y", -99999, 99999, 0.0, suffix=self.tr(" px"))
        self.scale = NumberField(self.tr("Scale"), 2, 6000, 100.0, suffix="%")
        self.turn = NumberField(self.tr("Turn"), -180, 180, 0.0, suffix="°")
        for field, words in (
            (self.across, self.tr("The middle of the selection, from the left edge of the sheet")),
            (self.down, self.tr("The middle of the selection, from the upper edge of the sheet")),
            (self.scale, self.tr("Larger or smaller than they are, about their middle")),
            (self.turn, self.tr("Degrees clockwise about their middle")),
        ):
            field.setToolTip(words)
        self.opacity = ValueSlider(0, 100, 96, decimals=0, suffix="%")
        self.opacity.setAccessibleName(self.tr("Opacity of the strokes"))
        self.swatches = InkSwatches(inks)
        self.swatches.setAccessibleName(self.tr("Ink of the strokes"))
        self.gradient = GradientRows(inks)
        self._style_menu, self._styles = QMenu(self), QActionGroup(self)
        self.style_button = MenuButton("", self._style_menu)
        self.style_button.setToolTip(self.tr("What the slider changes about every stamp of the strokes."))
        self.style_knob = ValueSlider(-FARTHEST, FARTHEST, 0.0, decimals=2, signed=True)
        self.style_knob.track.set_origin(0.0)
        self.style_knob.setAccessibleName(self.tr("Style of the strokes"))
        self.style_knob.setToolTip(self.tr("Draws every stamp of the strokes anew, in another style."))
        self._arrange(actions)
        self._connect()

    def set_directions(self, directions: Sequence[tuple[str, str]]) -> None:
        """What the style slider can follow: name and words of each; the first is chosen."""
        for action in self._styles.actions():
            self._styles.removeAction(action)
        self._style_menu.clear()
        for name, words in directions:
            action = self._styles.addAction(self._style_menu.addAction(words))
            action.setCheckable(True)
            action.setData(name)
        self._styles.actions()[0].setChecked(True)
        self.style_button.setText(directions[0][1])

    def set_selection(self, words: str, x: float, y: float, opacity: float) -> None:
        """Shown without a report."""
        self._is_showing = True
        self._count.setText(words)
        for field, value in ((self.across, x), (self.down, y), (self.scale, 100.0), (self.turn, 0.0)):
            field.set_value(round(value))
        self.opacity.set_value(100 * opacity)
        self._is_showing = False

    def set_inks(self, ink: str, gradient: str, second_ink: str) -> None:
        """Shown without a report."""
        self._is_showing = True
        self.swatches.set_ink(ink)
        self.gradient.set_values(gradient, second_ink)
        self._is_showing = False

    def set_takes_ink(self, takes_ink: bool) -> None:
        """Pictures in colour keep their own."""
        self._ink_row.setVisible(takes_ink)
        self.gradient.setVisible(takes_ink)

    def reset_style(self) -> None:
        """The knob stands at nothing, without a report."""
        was_showing, self._is_showing = self._is_showing, True
        self.style_knob.set_value(0.0)
        self._is_showing = was_showing

    def set_active(self, active: bool) -> None:
        """Whether something is selected that could be changed."""
        for widget in self._changing:
            widget.setEnabled(active)

    def _connect(self) -> None:
        self.across.edited.connect(self._on_place)
        self.down.edited.connect(self._on_place)
        self.scale.edited.connect(self._on_scale)
        self.turn.edited.connect(self._on_turn)
        self.opacity.value_changed.connect(self._on_opacity)
        self.opacity.released.connect(self.opacity_released)
        self.swatches.ink_changed.connect(self._on_ink)
        self.gradient.changed.connect(self._on_ink)
        self._styles.triggered.connect(self._on_direction)
        self.style_knob.value_changed.connect(self._on_style)
        self.style_knob.released.connect(self.style_released)

    def _arrange(self, actions: Sequence[tuple[QAction, str]]) -> None:
        head, numbers, buttons, layout = QHBoxLayout(), QGridLayout(), QHBoxLayout(), QVBoxLayout(self)
        head.addWidget(section_label(self.tr("Selection")))
        head.addStretch(1)
        head.addWidget(self._count)
        for index, field in enumerate((self.across, self.down, self.scale, self.turn)):
            numbers.addWidget(field, index // 2, index % 2)
        numbers.setSpacing(8)
        for action, icon_name in actions:
            buttons.addWidget(action_button(action, icon_name))
        buttons.addStretch(1)
        buttons.setSpacing(4)
        layout.addLayout(head)
        layout.addLayout(numbers)
        layout.addSpacing(4)
        self._ink_row = panel_row(self.tr("Ink"), self.swatches)
        style_head = panel_row(self.tr("Style"), self.style_button)
        rows = [
            panel_row(self.tr("Opacity"), self.opacity),
            self._ink_row,
            self.gradient,
            style_head,
            self.style_knob,
        ]
        for row in rows:
            layout.addWidget(row)
        layout.addLayout(buttons)
        layout.setContentsMargins(MARGIN_PX, 12, MARGIN_PX, 12)
        layout.setSpacing(6)
        self._changing: list[QWidget] = [self.across, self.down, self.scale, self.turn, *rows]
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def _on_place(self) -> None:
        if not self._is_showing:
            self.moved_to.emit(self.across.value, self.down.value)

    def _on_scale(self) -> None:
        if not self._is_showing and self.scale.value != 100:
            self.scaled.emit(self.scale.value / 100)

    def _on_turn(self) -> None:
        if not self._is_showing and self.turn.value:
            self.turned.emit(self.turn.value)

    def _on_opacity(self, value: float) -> None:
        if not self._is_showing:
            self.opacity_changed.emit(value / 100)

    def _on_ink(self, _ink: object = None) -> None:
        if not self._is_showing:
            self.ink_chosen.emit(self.swatches.ink, *self.gradient.values)

    def _on_direction(self, action: QAction) -> None:
        self.style_button.setText(action.text())
        self.direction_chosen.emit(action.data())

    def _on_style(self, value: float) -> None:
        if not self._is_showing:
            self.style_changed.emit(value)
