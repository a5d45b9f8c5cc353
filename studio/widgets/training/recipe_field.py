"""One entry of the recipe: follows from the preset until a number is typed, and goes back at a press."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from studio.widgets.controls.buttons import icon_button
from studio.widgets.controls.labels import label
from studio.widgets.controls.typed_number import TypedNumber
from studio.widgets.controls.warning_lines import WarningLines
from studio.words import sentences

FIELD_PX, ROW_PX = 96, 32


class RecipeField(QWidget):
    """Empty means derived: the number that follows then stands there greyed."""

    value_changed = Signal()

    def __init__(
        self,
        name: str,
        tip: str,
        least: float,
        most: float,
        words: Callable[[float], str] = "{:g}".format,
        *,
        whole: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._whole, self._words = whole, words
        self.field = TypedNumber(least, most, words, whole=whole, may_be_empty=True)
        self.field.setFixedWidth(FIELD_PX)
        self.field.setAccessibleName(name)
        self.reset = icon_button("undo", self.tr("Back to what follows from the preset"))
        self._trouble = WarningLines()
        span = self.tr("From {least} to {most}.").format(least=words(least), most=words(most))
        self._tip = sentences(tip, span)
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(label(name), 1)
        row.addWidget(self.field)
        row.addWidget(self.reset)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addLayout(row)
        layout.addWidget(self._trouble)
        self.setToolTip(self._tip)
        self.field.setToolTip(self._tip)
        self.field.value_typed.connect(self._on_changed)
        self.field.textEdited.connect(self._on_edited)
        self.field.emptied.connect(self._on_changed)
        self.field.refused.connect(self._on_refused)
        self.reset.clicked.connect(self.clear)
        self._show_reset()

    @property
    def value(self) -> float | int | None:
        """None: as it follows from the preset."""
        value = self.field.value
        return value if value is None or not self._whole else round(value)

    @property
    def trouble(self) -> str:
        """One sentence about what stands there and cannot be used, or ""."""
        return self.field.trouble

    def set_value(self, value: float | None) -> None:
        self.field.set_value(value)
        self._on_changed()

    def recall(self, text: str) -> None:
        """As it was written down; what does not fit any more is left out."""
        self.field.recall(text)
        self._on_changed()

    def set_derived(self, value: float | str) -> None:
        """The number that follows from the preset, or words for several."""
        self.field.setPlaceholderText(value if isinstance(value, str) else self._words(value))

    def show_run(self, value: float | str) -> None:
        """What a run has, whatever was typed here; until the field is unlocked."""
        self.field.setText(value if isinstance(value, str) else self._words(value))

    def set_locked(self, locked: bool, why: str) -> None:
        if not locked and not self.trouble:
            self.field.set_value(self.field.value)
        self.field.setEnabled(not locked)
        self.reset.setEnabled(not locked)
        for widget in (self, self.field):
            widget.setToolTip(why if locked else self._tip)

    @Slot()
    def clear(self) -> None:
        self.set_value(None)

    @Slot()
    def _on_changed(self) -> None:
        self._show_reset()
        self.value_changed.emit()

    @Slot()
    def _on_edited(self) -> None:
        self._show_reset()

    @Slot(str)
    def _on_refused(self, trouble: str) -> None:
        self._trouble.set_sentences([trouble] if trouble else [])
        self.value_changed.emit()

    def _show_reset(self) -> None:
        """It keeps its place, so that nothing jumps."""
        policy = self.reset.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.reset.setSizePolicy(policy)
        self.reset.setVisible(bool(self.field.text()))
