"""Shape and style of three or four pictures: for each a pad with a dot, and a share to type for each picture."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from studio.widgets.blend.class_mixer import with_share
from studio.widgets.controls.buttons import icon_button
from studio.widgets.controls.labels import section_label
from studio.widgets.controls.number_field import NumberField
from studio.widgets.pad.weight_pad import WeightPad

LETTERS = "ABCD"
FIELD_PX = 64


class WellShares(QWidget):
    """One quality: its name, the pad, and the shares in per cent."""

    weights_changed = Signal(object)  # a tuple of float that adds up to 1
    released = Signal()

    def __init__(self, name: str, tip: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._weights: tuple[float, ...] = (1.0, 0.0, 0.0)
        self.pad = WeightPad(name)
        self.pad.setToolTip(tip)
        self.fields = [NumberField(letter, 0, 100, 0, suffix="%") for letter in LETTERS]
        for letter, field in zip(LETTERS, self.fields, strict=True):
            field.setAccessibleName(
                self.tr("{quality}: share of {letter}").format(quality=name, letter=letter)
            )
            field.setToolTip(
                self.tr("How much of {letter}; the others keep their proportions").format(letter=letter)
            )
            field.setFixedWidth(FIELD_PX)
            field.value_changed.connect(self._on_typed)
            field.edited.connect(self.released)
        self.pad.weights_changed.connect(self._on_pad)
        self.pad.released.connect(self.released)
        numbers = QGridLayout()
        numbers.setSpacing(4)
        for index, field in enumerate(self.fields):
            numbers.addWidget(field, index // 2, index % 2)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(section_label(name))
        words.addLayout(numbers)
        words.addStretch()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(words)
        layout.addWidget(self.pad, 0, Qt.AlignmentFlag.AlignVCenter)

    @property
    def weights(self) -> tuple[float, ...]:
        return self._weights

    def set_weights(self, weights: Sequence[float]) -> None:
        """Show them without reporting."""
        self._weights = tuple(weights)
        self.pad.set_weights(self._weights)
        for index, field in enumerate(self.fields):
            field.setVisible(index < len(self._weights))
            with QSignalBlocker(field):
                field.set_value(round(100 * self._weights[index]) if index < len(self._weights) else 0)

    @Slot(object)
    def _on_pad(self, weights: tuple[float, ...]) -> None:
        self.set_weights(weights)
        self.weights_changed.emit(weights)

    @Slot(float)
    def _on_typed(self, percent: float) -> None:
        index = self.fields.index(self.sender())  # type: ignore[arg-type]  # only they are connected
        weights = tuple(float(share) for share in with_share(self._weights, index, percent / 100))
        self.set_weights(weights)
        self.weights_changed.emit(weights)


class BlendWeights(QWidget):
    """Reports both qualities at once; linked, one takes the other along."""

    weights_changed = Signal(object, object)  # of shape and of style
    released = Signal()
    link_changed = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shape = WellShares(
            self.tr("Shape"), self.tr("Which class it is: drag the dot toward a picture; the style stays")
        )
        self.style_shares = WellShares(
            self.tr("Style"), self.tr("Whose hand wrote it: drag the dot toward a picture; the class stays")
        )
        self._link = icon_button("link", self.tr("Move shape and style together"))
        self._link.setCheckable(True)
        self._link.toggled.connect(self._on_link)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.shape)
        layout.addStretch(1)
        layout.addWidget(self._link)
        layout.addStretch(1)
        layout.addWidget(self.style_shares)
        layout.addStretch(0)
        self._row = layout
        for shares in (self.shape, self.style_shares):
            shares.weights_changed.connect(self._on_changed)
            shares.released.connect(self.released)

    @property
    def is_held(self) -> bool:
        """Whether a dot is being dragged."""
        return self.shape.pad.is_held or self.style_shares.pad.is_held

    def set_weights(self, shape: Sequence[float], style: Sequence[float]) -> None:
        """Show them without reporting."""
        self.shape.set_weights(shape)
        self.style_shares.set_weights(style)

    def set_linked(self, linked: bool) -> None:
        """Show it without moving anything."""
        with QSignalBlocker(self._link):
            self._link.setChecked(linked)

    def set_pad_height(self, height_px: int) -> None:
        """A larger pad is easier to aim at."""
        self.shape.pad.set_height(height_px)
        self.style_shares.pad.set_height(height_px)

    def set_shape_shown(self, shown: bool) -> None:
        """Without classes there is only style, at the left."""
        self.shape.setVisible(shown)
        self._link.setVisible(shown)
        for place, between in ((1, True), (3, True), (5, False)):
            self._row.setStretch(place, int(between == shown))

    @Slot(object)
    def _on_changed(self, weights: tuple[float, ...]) -> None:
        if self._link.isChecked():
            self.set_weights(weights, weights)
        self.weights_changed.emit(self.shape.weights, self.style_shares.weights)

    @Slot(bool)
    def _on_link(self, linked: bool) -> None:
        self.link_changed.emit(linked)
        if linked:
            self._on_changed(self.shape.weights)
