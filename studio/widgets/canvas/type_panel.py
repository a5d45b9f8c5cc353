"""What the type tool writes and how it is set; size, opacity and ink are the brush's below it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from studio.widgets.canvas.panel_row import MARGIN_PX, panel_row
from studio.widgets.controls.buttons import plain_button
from studio.widgets.controls.labels import secondary_label, section_label
from studio.widgets.controls.segmented import Segmented
from studio.widgets.controls.value_slider import ValueSlider

TEXT_PX = 72


@dataclass(frozen=True, slots=True)
class TypeValues:
    """Tracking and leading as shares of the size; jitter 0 to 1; alignment "left", "centre" or "right"."""

    text: str = ""
    tracking: float = 0.0
    leading: float = 1.1
    alignment: str = "left"
    jitter: float = 0.0


class _TextField(QPlainTextEdit):
    finished = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.finished.emit()
        else:
            super().keyPressEvent(event)


class TypePanel(QWidget):
    """Takes and gives :class:`TypeValues`."""

    changed = Signal()
    other_hand = Signal()
    finished = Signal()  # Escape in the text
    turned_around = Signal()  # the line that it runs along leads the other way
    straightened = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_showing = False
        self.text = _TextField()
        self.text.setFixedHeight(TEXT_PX)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(self.tr("Text"))
        self.alignment = Segmented(
            [("left", self.tr("Left")), ("centre", self.tr("Centre")), ("right", self.tr("Right"))]
        )
        self.alignment.setAccessibleName(self.tr("Alignment"))
        self.tracking = ValueSlider(-0.4, 2.0, 0.0, decimals=2, signed=True)
        self.leading = ValueSlider(0.3, 4.0, 1.1, decimals=2)
        self.jitter = ValueSlider(0, 100, 0, decimals=0, suffix="%")
        self.hand_button = plain_button(self.tr("Another hand"), "dice")
        self.hand_button.setToolTip(self.tr("The same text in another style; every glyph keeps its place."))
        self.around_button = plain_button(self.tr("Turn around"), "swap")
        self.around_button.setToolTip(
            self.tr("The text runs the other way along its line, upside down to now.")
        )
        self.straight_button = plain_button(self.tr("Straighten"))
        self.straight_button.setToolTip(self.tr("The text leaves its line and stands straight."))
        self.words = secondary_label("", wraps=True)
        self._arrange()
        self.text.textChanged.connect(self._report)
        self.alignment.value_changed.connect(self._report)
        for slider in (self.tracking, self.leading, self.jitter):
            slider.value_changed.connect(self._report)
        self.hand_button.clicked.connect(self.other_hand)
        self.text.finished.connect(self.finished)
        self.around_button.clicked.connect(self.turned_around)
        self.straight_button.clicked.connect(self.straightened)
        self.set_has_line(False)
        self.set_open(False)

    @property
    def values(self) -> TypeValues:
        return TypeValues(
            self.text.toPlainText(),
            self.tracking.value,
            self.leading.value,
            self.alignment.value,
            self.jitter.value / 100,
        )

    def set_values(self, values: TypeValues) -> None:
        """Shown without a report."""
        self._is_showing = True
        self.text.setPlainText(values.text)
        self.tracking.set_value(values.tracking)
        self.leading.set_value(values.leading)
        self.alignment.set_value(values.alignment)
        self.jitter.set_value(values.jitter * 100)
        self._is_showing = False

    def set_open(self, is_open: bool) -> None:
        """Whether there is a text to write on."""
        self.text.setEnabled(is_open)
        self.hand_button.setEnabled(is_open)
        self.text.setPlaceholderText(self.tr("Type here: 2026") if is_open else "")
        self.set_words(
            self.tr("Drag on the sheet, and the text follows that line.")
            if is_open
            else self.tr(
                "Click on the sheet to write there, drag to write along a line, or click on a text to change it."
            )
        )

    def set_has_line(self, has_line: bool) -> None:
        """Whether the open text runs along a line."""
        self._line_row.setVisible(has_line)

    def set_words(self, words: str) -> None:
        """A sentence under the text."""
        self.words.setText(words)
        self.words.setVisible(bool(words))

    def _arrange(self) -> None:
        head, layout = QHBoxLayout(), QVBoxLayout(self)
        head.addWidget(section_label(self.tr("Type")))
        head.addStretch(1)
        head.addWidget(self.hand_button)
        layout.setContentsMargins(MARGIN_PX, 12, MARGIN_PX, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addSpacing(8)
        layout.addWidget(self.text)
        layout.addSpacing(4)
        layout.addWidget(self.words)
        layout.addSpacing(4)
        self._line_row = QWidget()
        line = QHBoxLayout(self._line_row)
        line.setContentsMargins(0, 0, 0, 4)
        line.setSpacing(8)
        line.addWidget(self.around_button, 1)
        line.addWidget(self.straight_button, 1)
        layout.addWidget(self._line_row)
        for name, control in (
            (self.tr("Align"), self.alignment),
            (self.tr("Tracking"), self.tracking),
            (self.tr("Leading"), self.leading),
            (self.tr("Jitter"), self.jitter),
        ):
            layout.addWidget(panel_row(name, control))
        for name, slider in (
            (self.tr("Tracking"), self.tracking),
            (self.tr("Leading"), self.leading),
            (self.tr("Jitter"), self.jitter),
        ):
            slider.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    @Slot()
    def _report(self, _value: object = None) -> None:
        if not self._is_showing:
            self.changed.emit()
