"""A field for one number that takes any text and says what is wrong with it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QRect, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLineEdit, QWidget

from studio.theme import colour, tokens_for

RADIUS_PX = 6
PADDING_CSS = "padding: 0 4px; font-weight: 600;"


class TypedNumber(QLineEdit):
    """A point in every language, as in the command line and the files. ``refused`` comes with one sentence, or "".

    What is refused stays in the field, to be mended; Escape brings the last good number back.
    """

    value_typed = Signal(float)  # a number that fits was typed, another than before
    emptied = Signal()
    refused = Signal(str)

    def __init__(
        self,
        least: float,
        most: float,
        words: Callable[[float], str] = "{:g}".format,
        *,
        whole: bool = False,
        may_be_empty: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._least, self._most, self._words = least, most, words
        self._whole, self._may_be_empty = whole, may_be_empty
        self._value: float | None = None
        self.trouble = ""
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.setStyleSheet(PADDING_CSS)
        self.editingFinished.connect(self._take)
        self.textEdited.connect(self._on_edited)

    @property
    def value(self) -> float | None:
        """The last good number; None while the field is empty."""
        return self._value

    @property
    def is_edited(self) -> bool:
        """Whether something stands there that was not taken yet."""
        return self.isModified()

    def set_value(self, value: float | None) -> None:
        """Shown without a report."""
        self._value = value
        self.setText("" if value is None else self._words(value))
        self._say("")

    def recall(self, text: str) -> None:
        """Set from a text of another time, where it is a number that fits; without a report."""
        number = _number(text)
        self.set_value(number if number is not None and self._fits(number) else None)

    def _fits(self, number: float) -> bool:
        return self._least <= number <= self._most and not (self._whole and number % 1)

    @Slot()
    def _on_edited(self) -> None:
        self._say("")

    @Slot()
    def _take(self) -> None:
        if not self.isModified():
            return
        self.setModified(False)
        text = self.text().strip().replace("\N{MINUS SIGN}", "-")
        if not text and self._may_be_empty:
            self.set_value(None)
            self.emptied.emit()
            return
        number = _number(text.replace(",", "" if self._whole else "."))
        if number is None or not self._fits(number):
            self._say(self._sentence(number))
            return
        changed = number != self._value
        self.set_value(number)
        if changed:
            self.value_typed.emit(number)

    def _sentence(self, number: float | None) -> str:
        if number is None:
            return self.tr("This is not a number.")
        if self._whole and number % 1:
            return self.tr("This has to be a whole number.")
        least, most = (self._words(end) for end in (self._least, self._most))
        return self.tr("It can be from {least} to {most}.").format(least=least, most=most)

    def _say(self, trouble: str) -> None:
        if trouble != self.trouble:
            self.trouble = trouble
            self.setAccessibleDescription(trouble)
            self.refused.emit(trouble)
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.trouble:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(colour(tokens_for(self).err), 1))
            frame = QRect(self.rect()).adjusted(0, 0, -1, -1)
            painter.drawRoundedRect(frame.toRectF().translated(0.5, 0.5), RADIUS_PX, RADIUS_PX)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and (self.isModified() or self.trouble):
            self.set_value(self._value)
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            self.selectAll()
        return super().event(event)


def _number(text: str) -> float | None:
    try:
        number = float(text)
    except ValueError:
        return None
    return number if number == number else None  # what is no number does not even equal itself
