"""What else can be said about the way a stroke goes: its text, its classes, another throw of the dice."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from studio.widgets.controls.buttons import icon_button
from studio.widgets.controls.segmented import Segmented

LONGEST_TEXT = 64


class AlongOptions(QWidget):
    """Shows what concerns the mode, and nothing in the modes that need nothing more."""

    text_changed = Signal(str)
    any_class_changed = Signal(bool)
    cast_again = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = QLineEdit()
        self.text.setMaxLength(LONGEST_TEXT)
        self.text.setPlaceholderText(self.tr("Every class in order, or type: 2026"))
        self.text.setAccessibleName(self.tr("Sequence"))
        self.text.setToolTip(self.tr("Which classes the dabs show one after another, one character each."))
        self.classes = Segmented(
            [("own", self.tr("This class")), ("any", self.tr("Any class"))],
            tooltips={
                "own": self.tr("Every dab is of the brush's class."),
                "any": self.tr("Every dab is of another class, too."),
            },
        )
        self.classes.setAccessibleName(self.tr("Classes of the dabs"))
        self.dice = icon_button("dice", self.tr("Other styles by chance"), "plain")
        self.text.textChanged.connect(self.text_changed)
        self.classes.value_changed.connect(self._on_classes)
        self.dice.clicked.connect(self.cast_again)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.text, 1)
        layout.addWidget(self.classes, 1)
        layout.addStretch()
        layout.addWidget(self.dice)
        self.show_mode("fixed", has_classes=True)

    def show_mode(self, mode: str, *, has_classes: bool) -> None:
        """``has_classes``: the generator has more than one."""
        self.text.setVisible(mode == "sequence")
        self.classes.setVisible(mode == "random" and has_classes)
        self.dice.setVisible(mode in ("random", "drift"))
        self.setVisible(mode in ("sequence", "random", "drift"))

    def _on_classes(self, which: str) -> None:
        self.any_class_changed.emit(which == "any")
